//! What each account moved in the last 24 hours, and for which website, so that a limit per day can be kept. Lives as
//! long as the vault's sealed storage: a reload forgets nothing.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, Rao};

use crate::policy::Outflow;

/// What is moved within a quarter of an hour is kept as one amount.
const QUARTER_MS: u64 = 15 * 60 * 1_000;
const QUARTERS_PER_DAY: u64 = 96;
/// More than a day has, for clocks that jump. Past this the two oldest become one, of the younger's time.
const MAX_QUARTERS: usize = 128;

/// Amounts by account and website. None is dropped before 24 hours have passed since it was recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Ledger {
    pages: Vec<Page>,
}

/// What one account moved for one website, or for the wallet itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    account: AccountId,
    origin: Option<String>,
    /// By time, the oldest first; never empty.
    lines: Vec<Line>,
}

/// What was moved in one quarter of an hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    /// Quarters of an hour since 1970.
    quarter: u64,
    amount: Rao,
}

impl Ledger {
    /// Writes down what a transaction that is being signed moves. Forgets what is older than 24 hours.
    pub(crate) fn record(&mut self, outflow: &Outflow, origin: Option<&str>, now_ms: u64) {
        let now = now_ms / QUARTER_MS;
        for page in &mut self.pages {
            page.lines.retain(|line| line.counts(now));
        }
        self.pages.retain(|page| !page.lines.is_empty());
        if outflow.amount == Rao::ZERO {
            return;
        }
        for account in &outflow.accounts {
            self.page(account, origin).add(now, outflow.amount);
        }
    }

    /// The rao that an account moved in the last 24 hours, and up to a quarter of an hour before: for one website, or
    /// for all and the wallet itself. What was recorded at a later time than now counts, because a clock that was set
    /// back undoes nothing.
    pub(crate) fn spent(&self, account: &AccountId, origin: Option<&str>, now_ms: u64) -> Rao {
        let is_meant =
            |page: &&Page| page.account == *account && (origin.is_none() || page.origin.as_deref() == origin);
        let lines = self.pages.iter().filter(is_meant).flat_map(|page| &page.lines);
        lines
            .filter(|line| line.counts(now_ms / QUARTER_MS))
            .fold(Rao::ZERO, |sum, line| add(sum, line.amount))
    }

    fn page(&mut self, account: &AccountId, origin: Option<&str>) -> &mut Page {
        let is_it = |page: &Page| page.account == *account && page.origin.as_deref() == origin;
        let position = self.pages.iter().position(is_it).unwrap_or_else(|| {
            self.pages.push(Page {
                account: *account,
                origin: origin.map(str::to_owned),
                lines: Vec::new(),
            });
            self.pages.len() - 1
        });
        &mut self.pages[position]
    }
}

impl Page {
    fn add(&mut self, quarter: u64, amount: Rao) {
        match self.lines.binary_search_by_key(&quarter, |line| line.quarter) {
            Ok(position) => self.lines[position].amount = add(self.lines[position].amount, amount),
            Err(position) => self.lines.insert(position, Line { quarter, amount }),
        }
        if self.lines.len() > MAX_QUARTERS {
            let oldest = self.lines.remove(0);
            self.lines[0].amount = add(self.lines[0].amount, oldest.amount);
        }
    }
}

impl Line {
    /// Whether the end of its quarter is not 24 hours past.
    fn counts(&self, now: u64) -> bool {
        now.saturating_sub(self.quarter) <= QUARTERS_PER_DAY
    }
}

/// The sum; past all that can be counted, the most that can.
fn add(a: Rao, b: Rao) -> Rao {
    a.checked_add(b).unwrap_or(Rao(u64::MAX))
}

#[cfg(test)]
mod tests;
