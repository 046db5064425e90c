//! A small picture of an account, drawn from its public key: the same key gives the same picture, everywhere. It helps to
//! tell accounts apart at a glance and proves nothing; the address does.

use leptos::prelude::*;
use taolight_primitives::AccountId;

/// Cells on a side. The right half mirrors the left one.
const SIDE: u64 = 5;
const HALF: u64 = SIDE.div_ceil(2);

/// A tile with a mirrored pattern in one colour.
#[component]
pub(crate) fn Identicon(account: AccountId) -> impl IntoView {
    let Picture { hue, pattern } = Picture::of(account);
    view! {
        <svg class="row-span-2 size-8 flex-none" viewBox="0 0 7 7" aria-hidden="true">
            <rect width="7" height="7" rx="1.4" fill=format!("hsl({hue} 45% 90%)") />
            <path d=pattern fill=format!("hsl({hue} 60% 32%)") />
        </svg>
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Picture {
    /// In degrees.
    hue: u64,
    /// The cells as an outline.
    pattern: String,
}

impl Picture {
    fn of(account: AccountId) -> Self {
        let bits = mixed(&account.0);
        let cells = (0..SIDE).flat_map(|row| (0..SIDE).map(move |column| (row, column)));
        let pattern = cells
            .filter(|(row, column)| {
                let mirrored = (*column).min(SIDE - 1 - *column);
                bits >> (row * HALF + mirrored) & 1 == 1
            })
            .map(|(row, column)| format!("M{} {}h1v1h-1z", column + 1, row + 1));
        Self {
            hue: (bits >> 32) % 360,
            pattern: pattern.collect(),
        }
    }
}

/// Spreads every byte over all bits: FNV-1a with the finish of SplitMix64. No secret and no proof depends on it.
fn mixed(bytes: &[u8]) -> u64 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let hash = (hash ^ hash >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ hash >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ hash >> 31
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_same_account_looks_the_same() {
        assert_eq!(Picture::of(AccountId([7; 32])), Picture::of(AccountId([7; 32])));
    }

    #[test]
    fn one_byte_makes_another_picture() {
        let near = |byte: u8, position: usize| {
            let mut account = [9; 32];
            account[position] = byte;
            Picture::of(AccountId(account)).pattern
        };
        let pictures: HashSet<_> = (0..32).map(|position| near(10, position)).collect();
        assert!(pictures.len() >= 31, "{} of 32 differ", pictures.len());
    }
}
