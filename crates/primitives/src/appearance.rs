//! Addresses that were made to be taken for another one. People compare the ends of an address, so that is what a forger
//! makes the same: a few characters at each end, often only when capitals are not told from small letters.
//!
//! Two addresses look alike if, capitals aside and after the `5` that all begin with, they share at least two characters
//! at each end and five in all. That takes a forger some three million tries, and a stranger's address is taken for one
//! known address as rarely.

use crate::AccountId;

/// Characters that every address begins with.
const SAME_FOR_ALL: usize = 1;
const MIN_AT_EACH_END: usize = 2;
const MIN_IN_ALL: usize = 5;

/// An address as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance(Vec<u8>);

/// The characters at the ends that addresses which look alike share in any case.
pub type Ends = [u8; 2 * MIN_AT_EACH_END];

impl Appearance {
    /// How an account's address looks.
    #[must_use]
    pub fn of(account: &AccountId) -> Self {
        let mut text = account.to_string().to_ascii_lowercase().into_bytes();
        text.drain(..SAME_FOR_ALL);
        Self(text)
    }

    /// What it shares with everything that looks like it, to look that up by.
    #[must_use]
    pub fn ends(&self) -> Ends {
        let mut ends = [0; 2 * MIN_AT_EACH_END];
        let (first, last) = ends.split_at_mut(MIN_AT_EACH_END);
        for (to, from) in first.iter_mut().zip(&self.0) {
            *to = *from;
        }
        for (to, from) in last.iter_mut().zip(self.0.iter().rev()) {
            *to = *from;
        }
        ends
    }

    /// Whether a person could take the one for the other.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let first = shared(self.0.iter(), other.0.iter());
        let last = shared(self.0.iter().rev(), other.0.iter().rev());
        first.min(last) >= MIN_AT_EACH_END && first + last >= MIN_IN_ALL
    }
}

fn shared<'a>(one: impl Iterator<Item = &'a u8>, other: impl Iterator<Item = &'a u8>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests;
