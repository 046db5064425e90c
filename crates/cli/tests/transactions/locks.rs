//! Stake that is locked behind a hotkey.

use taolight_bittensor::intents::{
    AcceptLockedAlpha, AddStake, LockStake, MoveLock, RemoveStake, SetPerpetualLock, TransferStake,
};
use taolight_primitives::{Alpha, NetUid, Rao};

use crate::stage::{ONE, play, validator};

const SUBNET: NetUid = NetUid(5);

#[test]
fn locks_hold_back_resist_and_move() {
    play(async |stage| {
        let giver = stage.seeded("validator//2").await;
        let locker = stage.newcomer("locker", &giver, 40).await;
        let friend = stage.newcomer("friend", &giver, 2).await;
        locker
            .does(AddStake {
                hotkey: validator(1),
                netuid: SUBNET,
                amount: Rao(20 * ONE),
                limit: None,
            })
            .await;
        let all = locker.stake(validator(1), SUBNET.0).await;
        let lock = |hotkey, amount| LockStake {
            hotkey,
            netuid: SUBNET,
            amount: Alpha(amount),
        };
        let elsewhere = MoveLock {
            destination_hotkey: validator(2),
            netuid: SUBNET,
        };
        locker
            .fails(elsewhere.clone(), "lock_exists", "SubtensorModule.NoExistingLock")
            .await;
        locker.does(lock(validator(1), all.0 / 2)).await;
        locker
            .fails(
                lock(validator(2), ONE),
                "lock_hotkey",
                "SubtensorModule.LockHotkeyMismatch",
            )
            .await;
        locker
            .fails(
                lock(validator(1), all.0),
                "stake_available",
                "SubtensorModule.InsufficientStakeForLock",
            )
            .await;
        let sell = |amount| RemoveStake {
            hotkey: validator(1),
            netuid: SUBNET,
            amount: Alpha(amount),
            limit: None,
        };
        locker
            .fails(
                sell(all.0 / 4 * 3),
                "stake_available",
                "SubtensorModule.StakeUnavailable",
            )
            .await;
        locker.does(sell(all.0 / 4)).await;

        let give = TransferStake {
            destination_coldkey: friend.account,
            hotkey: validator(1),
            destination_hotkey: None,
            origin_netuid: SUBNET,
            destination_netuid: SUBNET,
            amount: Alpha(all.0 / 2),
        };
        locker
            .fails(
                give.clone(),
                "accepts_locked",
                "SubtensorModule.AccountRejectsLockedAlpha",
            )
            .await;
        friend.does(AcceptLockedAlpha { accept: true }).await;
        locker.does(give).await;
        assert_eq!(friend.stake(validator(1), SUBNET.0).await, Alpha(all.0 / 2));
        friend.does(AcceptLockedAlpha { accept: false }).await;

        locker.does(elsewhere).await;
        let forever = |netuid| SetPerpetualLock {
            netuid,
            perpetual: true,
        };
        locker.does(forever(SUBNET)).await;
        locker
            .fails(
                forever(NetUid(99)),
                "subnet_exists",
                "SubtensorModule.SubnetNotExists",
            )
            .await;
    });
}
