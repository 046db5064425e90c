//! Supply, constants, rules.

use taolight_bittensor::reads::{self, PerU16};
use taolight_primitives::Rao;

use crate::{
    common::{
        json::{list, number},
        recorded::Recorded,
        recording,
    },
    now,
};

fn recorded(storage: &serde_json::Value, name: &str) -> u64 {
    let item = list(&storage["items"]).iter().find(|item| item["item"] == name);
    number(&item.expect(name)["decoded"])
}

#[test]
fn supply() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let supply = now(reads::supply(&view)).unwrap().value;
    assert_eq!(
        supply.issued,
        Rao(recorded(&storage, "SubtensorModule.TotalIssuance"))
    );
    assert_eq!(
        supply.staked,
        Rao(recorded(&storage, "SubtensorModule.TotalStake"))
    );
    assert_eq!(
        supply.in_accounts,
        Rao(recorded(&storage, "Balances.TotalIssuance"))
    );
    assert_eq!(
        supply.per_block,
        Rao(recorded(&storage, "SubtensorModule.BlockEmission"))
    );
    assert_eq!(supply.halvings, Some(0));
    assert_eq!(supply.next_halving_at, Some(Rao(10_500_000_000_000_000)));
    assert_eq!(*view.round_trips.borrow(), ["values"]);
}

#[test]
fn rules() {
    let (Some(view), Some(storage)) = (Recorded::open(), recording("storage.json")) else {
        return;
    };
    let rules = now(reads::chain_rules(&view)).unwrap().value;
    assert_eq!(rules.safe_mode_until, None);
    let take = |name| PerU16(u16::try_from(recorded(&storage, name)).unwrap());
    assert_eq!(rules.takes.min, take("SubtensorModule.MinDelegateTake"));
    assert_eq!(rules.takes.max, take("SubtensorModule.MaxDelegateTake"));
    assert_eq!(rules.takes.min_childkey, take("SubtensorModule.MinChildkeyTake"));
    assert_eq!(rules.takes.max_childkey, take("SubtensorModule.MaxChildkeyTake"));
    assert_eq!(
        rules.rates.hotkey_swap,
        recorded(&storage, "SubtensorModule.TxRateLimit")
    );
    assert_eq!(
        rules.rates.subnet,
        recorded(&storage, "SubtensorModule.NetworkRateLimit")
    );
    assert_eq!(
        rules.rates.children,
        recorded(&storage, "SubtensorModule.PendingChildKeyCooldown")
    );
    let delay = recorded(&storage, "SubtensorModule.ColdkeySwapAnnouncementDelay");
    assert_eq!(u64::from(rules.coldkey_swap_delay), delay);
    let threshold = recorded(&storage, "SubtensorModule.StakeThreshold");
    assert_eq!(rules.children_min_stake, Rao(threshold));
    let nominator = recorded(&storage, "SubtensorModule.NominatorMinRequiredStake");
    assert_eq!(rules.nominator_min_stake_factor, nominator);
    assert_eq!(
        u64::from(rules.max_subnets),
        recorded(&storage, "SubtensorModule.SubnetLimit")
    );
    assert_eq!(rules.timestamp_ms, recorded(&storage, "Timestamp.Now"));
}

#[test]
fn constants() {
    let Some(view) = Recorded::open() else {
        return;
    };
    let constants = reads::chain_constants(&view.metadata).unwrap();
    assert_eq!(constants.existential_deposit, Rao(500));
    assert_eq!(constants.min_stake, Rao(2_000_000));
    assert_eq!(constants.min_transfer, None);
    assert_eq!(constants.hotkey_swap_cost, Rao(100_000_000));
    assert_eq!(constants.proxy_deposit.of(1), Rao(93_000_000));
    assert_eq!(constants.multisig_deposit.of(2), Rao(196_000_000));
    assert_eq!(constants.announcement_deposit.of(1), Rao(104_000_000));
    assert_eq!(constants.block_time_ms, 12_000);
}
