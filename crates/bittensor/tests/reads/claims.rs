//! What root stake has earned, as runtime 425 keeps it.

use taolight_bittensor::reads::{self, RootClaims};
use taolight_codec::Value;
use taolight_primitives::{Alpha, NetUid};

use crate::{
    ALICE, ALICE_HOT,
    common::{json::address, recorded::Recorded},
    now,
};

#[test]
fn stake_times_rate_less_what_was_had() {
    let Some(mut view) = Recorded::open() else {
        return;
    };
    let (alice, hotkey) = (address(ALICE), address(ALICE_HOT));
    let claims = |view: &Recorded| {
        let claims = now(reads::root_claims(view, &alice)).unwrap().value;
        let RootClaims::Alpha(claims) = claims else {
            panic!("{claims:?}");
        };
        assert_eq!((claims.claim_type.as_str(), claims.kept.len()), ("Swap", 0));
        let mut claims = claims.claims.into_iter();
        claims
            .find(|claim| (claim.hotkey, claim.netuid) == (hotkey, NetUid(2)))
            .map(|claim| claim.alpha)
    };
    // All was claimed: 1,008,872,306,002 rao at a rate of 11,561,112 / 2³², of which 2,715,663,453 were had.
    let left = claims(&view).unwrap_or_default();
    let in_all = (1_008_872_306_002_u128 * 11_561_112) >> 32;
    assert_eq!(u128::from(left.0), in_all - 2_715_663_453);
    let key: [Value<'_>; 3] = [NetUid(2).into(), hotkey.into(), alice.into()];
    view.set(
        "SubtensorModule",
        "RootClaimed",
        &key,
        2_000_000_000_u128.to_le_bytes().to_vec(),
    );
    assert_eq!(
        claims(&view),
        Some(Alpha(u64::try_from(in_all).unwrap() - 2_000_000_000))
    );
    let more_than_all = u128::MAX.to_le_bytes().to_vec();
    view.set("SubtensorModule", "RootClaimed", &key, more_than_all);
    assert_eq!(claims(&view), None);
}
