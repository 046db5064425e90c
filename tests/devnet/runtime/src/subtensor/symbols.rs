//! The symbols that a subnet's alpha can have: letters of old and small alphabets. Root's is the letter tau.

use super::types::{NetUid, ROOT};
use alloc::{string::String, vec::Vec};

/// The symbol of root.
const TAU: char = 'Τ';

/// The first and the last letter of each alphabet.
const ALPHABETS: [(char, char); 8] = [
    ('α', 'ω'),
    ('א', 'ת'),
    ('ᚠ', 'ᛪ'),
    ('ა', 'ჰ'),
    ('ա', 'ֆ'),
    ('ⲁ', 'ⲱ'),
    ('ⴰ', 'ⵥ'),
    ('ಅ', 'ಹ'),
];

/// A letter that only ends words.
const FINAL_SIGMA: char = 'ς';

/// All symbols, beginning with that of subnet 1.
fn catalogue() -> impl Iterator<Item = char> {
    let letters = ALPHABETS.into_iter().flat_map(|(first, last)| first..=last);
    letters.filter(|letter| *letter != FINAL_SIGMA)
}

fn bytes(symbol: char) -> Vec<u8> {
    String::from(symbol).into_bytes()
}

/// The symbol that a new subnet begins with.
pub(super) fn symbol_of(netuid: NetUid) -> Vec<u8> {
    if netuid == ROOT {
        return bytes(TAU);
    }
    // There are more than subnets can be; the last one stands in for what the catalogue lacks.
    let index = usize::from(netuid).saturating_sub(1);
    bytes(catalogue().nth(index).unwrap_or(TAU))
}

/// Whether a subnet may choose this symbol.
pub(super) fn is_in_catalogue(symbol: &[u8]) -> bool {
    catalogue().any(|letter| bytes(letter) == symbol)
}
