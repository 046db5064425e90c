//! The activity as a table for other programs: comma-separated values, RFC 4180.

use taolight_protocol::engine::{JournalEntry, TransactionState};

use crate::seen::Elsewhere;
use crate::{format, words};

const HEAD: &str = "time,account,what,state,block,fee in TAO,transaction";

/// A line for each transaction that was signed here, then one for everything else that touched an account; each latest
/// first.
pub(crate) fn of_activity(journal: &[JournalEntry], seen: &[Elsewhere]) -> String {
    let seen = seen.iter().flat_map(lines_of_seen);
    let lines = journal.iter().map(line).chain(seen);
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
    row(&values)
}

fn lines_of_seen(entry: &Elsewhere) -> Vec<String> {
    let what = words::seen(&entry.seen, entry.account, &|account| account.to_string());
    let lines = what.into_iter().map(|what| {
        row(&[
            format::exact_time(entry.seen.time_ms),
            entry.account.to_string(),
            what,
            "seen".to_owned(),
            entry.seen.block.number.to_string(),
            String::new(),
            String::new(),
        ])
    });
    lines.collect()
}

fn row(values: &[String; 7]) -> String {
    values.each_ref().map(|value| cell(value)).join(",")
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
        assert_eq!(of_activity(&[], &[]), format!("{HEAD}\r\n"));
    }
}
