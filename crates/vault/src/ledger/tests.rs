#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::fixtures::id;

const DAY_MS: u64 = QUARTERS_PER_DAY * QUARTER_MS;
const SITE: Option<&str> = Some("https://example.com");

fn outflow(amount: u64) -> Outflow {
    Outflow {
        accounts: vec![id(1)],
        amount: Rao(amount),
    }
}

#[test]
fn sums_are_by_account_and_website() {
    let mut ledger = Ledger::default();
    ledger.record(&outflow(5), None, DAY_MS);
    ledger.record(&outflow(7), SITE, DAY_MS);
    ledger.record(&outflow(1), SITE, DAY_MS + QUARTER_MS);
    let both = Outflow {
        accounts: vec![id(2), id(1)],
        amount: Rao(100),
    };
    ledger.record(&both, Some("https://other.example"), DAY_MS);
    let spent = |account: u8, origin| ledger.spent(&id(account), origin, DAY_MS + QUARTER_MS).0;
    assert_eq!(spent(1, None), 113);
    assert_eq!(spent(1, SITE), 8);
    assert_eq!(spent(1, Some("https://example.co")), 0);
    assert_eq!(spent(2, None), 100);
    assert_eq!(spent(3, None), 0);
}

#[test]
fn amounts_count_for_a_day() {
    let mut ledger = Ledger::default();
    let start = 10 * DAY_MS + 1;
    ledger.record(&outflow(5), None, start);
    let spent = |ledger: &Ledger, now| ledger.spent(&id(1), None, now).0;
    assert_eq!(spent(&ledger, start + DAY_MS), 5);
    assert_eq!(spent(&ledger, start + DAY_MS + QUARTER_MS), 0);
    // A clock that was set back.
    assert_eq!(spent(&ledger, 0), 5);
    ledger.record(&outflow(1), None, 0);
    assert_eq!(spent(&ledger, 0), 6);
    assert_eq!(spent(&ledger, start), 5);
    ledger.record(&outflow(0), None, start + 2 * DAY_MS);
    assert_eq!(ledger, Ledger::default());
}

#[test]
fn sums_stop_at_the_most_that_can_be_counted() {
    let mut ledger = Ledger::default();
    ledger.record(&outflow(u64::MAX), None, 0);
    ledger.record(&outflow(2), None, 0);
    ledger.record(&outflow(3), SITE, QUARTER_MS);
    assert_eq!(ledger.spent(&id(1), None, 0), Rao(u64::MAX));
}

#[test]
fn it_is_kept_as_json() {
    let mut ledger = Ledger::default();
    ledger.record(&outflow(5), SITE, 20 * QUARTER_MS);
    let json = serde_json::to_string(&ledger).unwrap();
    assert_eq!(
        json,
        format!(
            "{{\"pages\":[{{\"account\":\"{}\",\"origin\":\"https://example.com\",\"lines\":[{{\"quarter\":20,\"amount\":\"5\"}}]}}]}}",
            id(1)
        )
    );
    assert_eq!(serde_json::from_str::<Ledger>(&json).unwrap(), ledger);
}

proptest! {
    /// However the clock jumps, nothing that was moved in the last 24 hours is forgotten, and the ledger stays small.
    #[test]
    fn nothing_of_the_last_day_is_forgotten(
        records in prop::collection::vec((0..400 * QUARTER_MS, 1..1_000_u64), 1..300),
        now in 0..400 * QUARTER_MS,
    ) {
        let mut ledger = Ledger::default();
        let mut latest = 0;
        for (at, amount) in &records {
            ledger.record(&outflow(*amount), None, *at);
            latest = latest.max(*at);
        }
        // What is recorded at a late time forgets what was recorded at a much earlier one.
        let now = now.max(latest);
        let recent = records.iter().filter(|(at, _)| at + DAY_MS >= now);
        let least: u64 = recent.map(|(_, amount)| amount).sum();
        prop_assert!(ledger.spent(&id(1), None, now).0 >= least);
        for page in &ledger.pages {
            prop_assert!(page.lines.len() <= MAX_QUARTERS);
            prop_assert!(page.lines.is_sorted_by_key(|line| line.quarter));
        }
    }
}
