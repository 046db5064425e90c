//! Runtimes after 425: counted pools of shares, baskets, and what is gone.

use taolight_bittensor::reads::{self, BasketClaims, PositionKey, RootClaims};
use taolight_primitives::{Alpha, ErrorCode, NetUid, Rao};

use crate::{
    ALICE, ALICE_HOT,
    common::{json::address, newer, recorded::Recorded, reference_metadata},
    now,
};

const SUBTENSOR: &str = "SubtensorModule";

fn open() -> Option<Recorded> {
    let mut view = Recorded::open()?;
    view.metadata = newer::newer(&reference_metadata()?);
    Some(view)
}

#[test]
fn shares_of_a_closed_pool_are_worth_nothing() {
    let Some(mut view) = open() else {
        return;
    };
    let (hotkey, coldkey, netuid) = (address(ALICE_HOT), address(ALICE), NetUid(2));
    let position = PositionKey {
        hotkey,
        coldkey,
        netuid,
    };
    let stake = |view: &Recorded| now(reads::stake(view, &position)).unwrap().value;
    let whole = Alpha(31_605_994_568);
    assert_eq!(stake(&view), whole);
    let pool = [hotkey.into(), netuid.into()];
    view.set(
        SUBTENSOR,
        "AlphaSharePoolEpoch",
        &pool,
        2_u64.to_le_bytes().to_vec(),
    );
    assert_eq!(stake(&view), Alpha::ZERO);
    let row = [hotkey.into(), coldkey.into(), netuid.into()];
    view.set(SUBTENSOR, "AlphaShareEpoch", &row, 1_u64.to_le_bytes().to_vec());
    assert_eq!(stake(&view), Alpha::ZERO);
    view.set(SUBTENSOR, "AlphaShareEpoch", &row, 2_u64.to_le_bytes().to_vec());
    assert_eq!(stake(&view), whole);
    let sample = now(reads::share_samples(&view, &[(hotkey, netuid)])).unwrap();
    assert_eq!(sample.value[0].pool, Some(2));
}

#[test]
fn shares_in_the_former_format_count_where_there_are_no_others() {
    let Some(mut view) = Recorded::open() else {
        return;
    };
    let (hotkey, coldkey, netuid) = (address(ALICE_HOT), address(ALICE), NetUid(9));
    let position = PositionKey {
        hotkey,
        coldkey,
        netuid,
    };
    let pool = [hotkey.into(), netuid.into()];
    let row = [hotkey.into(), coldkey.into(), netuid.into()];
    let shares = |whole: u128| (whole << 64).to_le_bytes().to_vec();
    view.set(
        SUBTENSOR,
        "TotalHotkeyAlpha",
        &pool,
        1_000_u64.to_le_bytes().to_vec(),
    );
    view.set(SUBTENSOR, "TotalHotkeyShares", &pool, shares(300));
    view.set(SUBTENSOR, "Alpha", &row, shares(100));
    assert_eq!(now(reads::stake(&view, &position)).unwrap().value, Alpha(333));
    // Half of a share each: only both in the same format keep their fractions.
    view.set(
        SUBTENSOR,
        "TotalHotkeyShares",
        &pool,
        (1_u128 << 63).to_le_bytes().to_vec(),
    );
    view.set(SUBTENSOR, "Alpha", &row, (1_u128 << 62).to_le_bytes().to_vec());
    assert_eq!(now(reads::stake(&view, &position)).unwrap().value, Alpha(500));
    // A pool that is in the new format already: 400 shares.
    let converted = [4_u128.to_le_bytes().to_vec(), 2_i64.to_le_bytes().to_vec()].concat();
    view.set(SUBTENSOR, "TotalHotkeySharesV2", &pool, converted);
    view.set(SUBTENSOR, "Alpha", &row, shares(100));
    assert_eq!(now(reads::stake(&view, &position)).unwrap().value, Alpha(250));
}

#[test]
fn baskets_take_the_place_of_root_claims() {
    let Some(mut view) = open() else {
        return;
    };
    let alice = address(ALICE);
    let method = "BetaBasketRuntimeApi_get_root_basket_owed";
    view.set_answer(method, alice.0.to_vec(), 1_500_u64.to_le_bytes().to_vec());
    let claims = |view: &Recorded| now(reads::root_claims(view, &alice)).unwrap().value;
    let owed = |unlock_blocks| {
        RootClaims::Baskets(BasketClaims {
            owed: Rao(1_500),
            unlock_blocks,
        })
    };
    assert_eq!(claims(&view), owed(None));
    view.set(
        SUBTENSOR,
        "RootStakeUnlockInterval",
        &[],
        50_u64.to_le_bytes().to_vec(),
    );
    assert_eq!(claims(&view), owed(Some(50)));
}

#[test]
fn what_a_runtime_lacks_is_said() {
    let (Some(mut view), Some(bytes)) = (Recorded::open(), reference_metadata()) else {
        return;
    };
    view.metadata = newer::without_claims(&bytes);
    let failure = now(reads::root_claims(&view, &address(ALICE))).unwrap_err();
    assert_eq!(failure.code, ErrorCode::NotInRuntime);
    // What only some runtimes have is absent, not an error.
    let subnets = now(reads::subnets(&view)).unwrap().value;
    assert!(subnets.iter().all(|subnet| subnet.open.emission.is_none()));
    let crate::common::recorded::Recorded { metadata, .. } = view;
    let missing = metadata.storage(SUBTENSOR, "RootClaimType").unwrap_err();
    assert_eq!(missing.code(), ErrorCode::NotInRuntime);
}
