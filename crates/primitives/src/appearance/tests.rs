#![allow(clippy::unwrap_used)]

use blake2::{Blake2b, Digest, digest::consts::U32};
use proptest::prelude::*;

use super::*;

fn appearance(text: &str) -> Appearance {
    Appearance(text.to_ascii_lowercase().into_bytes())
}

fn are_alike(one: &str, other: &str) -> bool {
    appearance(one).is_like(&appearance(other))
}

#[test]
fn both_ends_and_five_characters_in_all() {
    let real = "GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
    for forged in [
        "Grw1111111111111111111111111111111111111111utQY",
        "Gr111111111111111111111111111111111111111111tQY",
        "Grw11111111111111111111111111111111111111111.QY",
        "GRWVA11111111111111111111111111111111111111UTqy",
    ] {
        assert!(are_alike(real, forged), "{forged}");
        assert_eq!(appearance(real).ends(), appearance(forged).ends(), "{forged}");
    }
    for other in [
        "Gr111111111111111111111111111111111111111111.QY",
        "G1111111111111111111111111111111111111HGKutQY",
        "GrwvaEF5z1111111111111111111111111111111111111Y",
        "FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty",
    ] {
        assert!(!are_alike(real, other), "{other}");
    }
}

#[test]
fn the_first_character_of_all_addresses_is_left_out() {
    let alice = AccountId::from_ss58("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").unwrap();
    let Appearance(text) = Appearance::of(&alice);
    assert_eq!(text, b"grwvaef5zxb26fz9rcqpdws57cterhpnehxcpcnohgkutqy");
    assert_eq!(&Appearance::of(&alice).ends(), b"gryq");
}

/// A key of chance, the same in every run.
fn digest(number: u64) -> [u8; 32] {
    Blake2b::<U32>::digest(number.to_le_bytes()).into()
}

/// Two million pairs, of which less than one should look alike.
#[test]
fn addresses_of_chance_hardly_ever_look_alike() {
    let appearances: Vec<_> = (0..2_000_u64)
        .map(|number| Appearance::of(&AccountId(digest(number))))
        .collect();
    let alike = appearances
        .iter()
        .enumerate()
        .flat_map(|(position, one)| appearances[..position].iter().filter(|other| one.is_like(other)));
    assert!(alike.count() <= 3);
}

proptest! {
    /// Those that look alike are found under the same ends.
    #[test]
    fn likeness_has_the_same_ends(one in "[gh][ab]{3}x[ab]{3}", other in "[gh][ab]{3}x[ab]{3}") {
        let (one, other) = (appearance(&one), appearance(&other));
        prop_assert_eq!(one.is_like(&other), other.is_like(&one));
        if one.is_like(&other) {
            prop_assert_eq!(one.ends(), other.ends());
        }
    }
}
