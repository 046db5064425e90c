//! What an intent says of itself, and what is said of errors.

use taolight_bittensor::{intents::*, remedy};
use taolight_primitives::{ErrorCode, Rao};

use crate::world::*;

#[test]
fn what_a_runtime_lacks_is_said() {
    let metadata = plain_metadata();
    let failure = stake(1).build(&metadata).unwrap_err();
    assert_eq!(failure.code, ErrorCode::NotInRuntime);
    assert!(
        failure.message.starts_with("this chain no longer offers this"),
        "{failure}"
    );
    let basket = Intent::from(ClaimRootWithHotkey { hotkey: HOTKEY });
    let failure = basket.build(&metadata).unwrap_err();
    assert!(
        failure.message.starts_with("this chain does not offer this yet"),
        "{failure}"
    );
    assert!(transfer(1, true).build(&metadata).is_ok());
}

#[test]
fn spending_and_warnings_follow_from_what_happens() {
    assert_eq!(transfer(5, true).spend(ME).tao, Rao(5));
    assert!(
        TransferAll {
            destination: YOU,
            keep_alive: true
        }
        .build_spend()
        .unbounded
    );
    let proxy = Intent::from(AddProxy {
        delegate: YOU,
        kind: "Any".to_owned(),
        delay: 0,
    });
    assert_eq!(proxy.warnings(), [Warning::GivesFullControl { to: YOU }]);
    assert!(proxy.spend(ME).unbounded);
    assert_eq!(stake(5).warnings(), [Warning::NoPriceLimit]);
    assert!(unstake(1).may_pay_in_alpha() && !stake(1).may_pay_in_alpha());
    assert_eq!(
        Intent::from(ResetAxon { netuid: SUBNET }).signer(),
        Signer::Hotkey
    );
}

trait BuildSpend {
    fn build_spend(self) -> Spend;
}

impl<I: Into<Intent>> BuildSpend for I {
    fn build_spend(self) -> Spend {
        self.into().spend(ME)
    }
}

#[test]
fn unknown_errors_are_named() {
    assert!(remedy::dispatch_error("SubtensorModule.BrandNew").contains("SubtensorModule.BrandNew"));
    assert!(remedy::dispatch_error("New.Error").contains("New.Error"));
    assert!(remedy::pool_answer("Custom", Some(99)).contains("99"));
    assert!(remedy::pool_answer("Strange", None).contains("Strange"));
    assert!(remedy::pool_answer("Custom", Some(0)).contains("coldkey"));
    for code in (0..=27).chain([255]) {
        assert!(remedy::custom_code(code).is_some(), "{code}");
    }
}

#[test]
fn errors_of_newer_runtimes_have_sentences() {
    for (error, word) in [
        ("RootStakeLocked", "unlock"),
        ("BetaBasketSeedInProgress", "later"),
        ("RootClaimTooHeavy", "one"),
    ] {
        let sentence = remedy::dispatch_error(&format!("SubtensorModule.{error}"));
        assert!(
            sentence.contains(word) && !sentence.contains(error),
            "{error}: {sentence}"
        );
    }
}
