//! What the people do.

use proptest::{prelude::Rng, test_runner::TestRng};
use taolight_bittensor::intents::{
    AddStake, Intent, MoveStake, RemoveAllStake, RemoveStake, SwapStake, Transfer, TransferStake,
};
use taolight_primitives::{AccountId, Alpha, NetUid, Rao};

use crate::stage::{ONE, validator};

/// A number at random, both ends included.
fn draw(random: &mut TestRng, least: u16, most: u16) -> u16 {
    least + (random.next_u32() % u32::from(most - least + 1)) as u16
}

/// Something at random that somebody may or may not be able to do.
pub(crate) fn anything(random: &mut TestRng, people: &[AccountId]) -> Intent {
    let hotkey = validator(draw(random, 1, 4));
    let other = validator(draw(random, 1, 4));
    let (netuid, elsewhere) = (NetUid(draw(random, 0, 10)), NetUid(draw(random, 1, 10)));
    // Of all sizes, some of them too small and some too large.
    let amount = (random.next_u64() % (10 * ONE)) >> (random.next_u32() % 16);
    let somebody = people[random.next_u32() as usize % people.len()];
    match draw(random, 0, 7) {
        0 => Intent::from(Transfer {
            destination: somebody,
            amount: Rao(amount),
            keep_alive: true,
        }),
        1 | 2 => Intent::from(AddStake {
            hotkey,
            netuid,
            amount: Rao(amount),
            limit: None,
        }),
        3 => Intent::from(RemoveStake {
            hotkey,
            netuid,
            amount: Alpha(amount),
            limit: None,
        }),
        4 => Intent::from(RemoveAllStake {
            hotkey,
            netuid,
            limit: None,
        }),
        5 => Intent::from(MoveStake {
            origin_hotkey: hotkey,
            destination_hotkey: other,
            origin_netuid: netuid,
            destination_netuid: elsewhere,
            amount: Alpha(amount),
            limit: None,
        }),
        6 => Intent::from(SwapStake {
            hotkey,
            origin_netuid: netuid,
            destination_netuid: elsewhere,
            amount: Alpha(amount),
            limit: None,
        }),
        _ => Intent::from(TransferStake {
            destination_coldkey: somebody,
            hotkey,
            destination_hotkey: None,
            origin_netuid: netuid,
            destination_netuid: netuid,
            amount: Alpha(amount),
        }),
    }
}
