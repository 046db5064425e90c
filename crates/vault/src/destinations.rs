//! Where this vault's signatures sent funds before.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use taolight_primitives::AccountId;

/// Accounts that are remembered. The one that came first makes room.
const MAX: usize = 4_096;

/// Accounts that a signature of this vault gave funds, or control over them, in the order in which they came. Kept
/// sealed, so that nobody can slip one in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Destinations {
    accounts: VecDeque<AccountId>,
}

impl Destinations {
    /// Remembers an account. One that is remembered keeps its place.
    pub(crate) fn add(&mut self, account: AccountId) {
        if self.contains(&account) {
            return;
        }
        while self.accounts.len() >= MAX {
            self.accounts.pop_front();
        }
        self.accounts.push_back(account);
    }

    /// Whether an account is remembered.
    pub(crate) fn contains(&self, account: &AccountId) -> bool {
        self.accounts.contains(account)
    }

    /// The accounts, in the order in which they came.
    pub(crate) fn iter(&self) -> impl Iterator<Item = AccountId> {
        self.accounts.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn account(number: usize) -> AccountId {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&u64::try_from(number).unwrap().to_le_bytes());
        AccountId(bytes)
    }

    #[test]
    fn the_first_makes_room_for_the_latest() {
        let mut destinations = Destinations::default();
        for number in 0..MAX {
            destinations.add(account(number));
            destinations.add(account(0));
        }
        assert_eq!(destinations.accounts.len(), MAX);
        assert!(destinations.contains(&account(0)));
        destinations.add(account(MAX));
        assert_eq!(destinations.accounts.len(), MAX);
        assert!(!destinations.contains(&account(0)));
        assert!(destinations.contains(&account(1)) && destinations.contains(&account(MAX)));
    }

    #[test]
    fn they_are_kept_as_a_list_of_addresses() {
        let mut destinations = Destinations::default();
        destinations.add(account(1));
        let json = serde_json::to_string(&destinations).unwrap();
        assert_eq!(json, format!("{{\"accounts\":[\"{}\"]}}", account(1)));
        assert_eq!(serde_json::from_str::<Destinations>(&json).unwrap(), destinations);
    }
}
