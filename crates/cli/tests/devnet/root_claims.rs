//! What root stake has earned. No runtime API tells it: it is computed from what the node has in storage.

use taolight_bittensor::reads::{AlphaClaim, AlphaClaims, RootClaims};
use taolight_primitives::{Alpha, NetUid};
use taolight_protocol::engine::ReadRootClaims;

use crate::{
    engine::ask,
    node::{Node, SUBTENSOR},
    seed,
    told::Told,
};

/// Stake times rate, less what was claimed.
fn claims(node: &Node, coldkey: taolight_primitives::AccountId) -> Vec<AlphaClaim> {
    let mut claims = Vec::new();
    let hotkeys = node.value(SUBTENSOR, "StakingHotkeys", vec![seed::of(coldkey)]);
    for hotkey in hotkeys.list().into_iter().map(Told::account) {
        let on_root = vec![seed::of(hotkey), seed::of(coldkey), seed::number(0_u16)];
        let stake = node.call(
            "StakeInfoRuntimeApi",
            "get_stake_info_for_hotkey_coldkey_netuid",
            on_root,
        );
        let stake: u64 = stake.option().unwrap().field("stake").number();
        let rates = node.value(SUBTENSOR, "RootClaimable", vec![seed::of(hotkey)]);
        for entry in rates.inner() {
            let (netuid, rate) = (entry.list()[0].netuid(), entry.list()[1].signed());
            let earned = (i128::from(stake) * rate) >> 32;
            let key = vec![seed::on(netuid), seed::of(hotkey), seed::of(coldkey)];
            let claimed: i128 = node.value(SUBTENSOR, "RootClaimed", key).number::<u64>().into();
            let alpha = Alpha((earned - claimed).max(0).try_into().unwrap());
            if alpha > Alpha::ZERO {
                claims.push(AlphaClaim {
                    hotkey,
                    netuid,
                    alpha,
                });
            }
        }
    }
    claims
}

#[test]
fn claims_are_what_the_node_has() {
    for (path, has_root_stake) in [("validator//1", true), ("holder", false)] {
        let coldkey = seed::account(path);
        let Some(read) = ask(ReadRootClaims { coldkey }) else {
            return;
        };
        let node = Node::at(read.block);
        let kind = node.value(SUBTENSOR, "RootClaimType", vec![seed::of(coldkey)]);
        let expected = AlphaClaims {
            claim_type: kind.variant().to_owned(),
            kept: Vec::<NetUid>::new(),
            claims: claims(&node, coldkey),
        };
        assert_eq!(!expected.claims.is_empty(), has_root_stake, "{path}");
        assert_eq!(read.value, RootClaims::Alpha(expected), "{path}");
    }
}
