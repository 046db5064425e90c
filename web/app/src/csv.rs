//! The journal as a table for other programs: comma-separated values, RFC 4180.

use taolight_protocol::engine::{JournalEntry, TransactionState};

use crate::{format, words};

const HEAD: &str = "time,account,what,state,block,fee in TAO,transaction";

/// A line for each transaction, latest first.
pub(crate) fn of_journal(journal: &[JournalEntry]) -> String {
    let lines = journal.iter().map(line);
    std::iter::once(HEAD.to_owned())
        .chain(lines)
        .map(|line| line + "\r\n")
        .collect()
}

fn line(entry: &JournalEntry) -> String {
    let (block, fee) = match &entry.state {
        TransactionState::InBlock { block, outcome } | TransactionState::Finalized { block, outcome } => (
            block.number.to_string(),
            outcome.fee.map(|fee| fee.to_string()).unwrap_or_default(),
        ),
        TransactionState::Signed
        | TransactionState::Broadcast { .. }
        | TransactionState::Dropped { .. }
        | TransactionState::Invalid { .. } => (String::new(), String::new()),
    };
    let values = [
        format::exact_time(entry.written_ms),
        entry.unsigned.account.to_string(),
        words::act(&entry.intent),
        words::state_name(&entry.state).to_owned(),
        block,
        fee,
        entry.hash.to_string(),
    ];
    values.map(|value| cell(&value)).join(",")
}

/// A cell that stays the text that it is. Names come from anybody, and programs compute what begins like a formula.
fn cell(text: &str) -> String {
    let text = match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    };
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_texts() {
        assert_eq!(cell("Send 2 τ"), "Send 2 τ");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@cmd,x"), "\"'@cmd,x\"");
    }

    #[test]
    fn a_journal_begins_with_its_head() {
        assert_eq!(of_journal(&[]), format!("{HEAD}\r\n"));
    }
}
