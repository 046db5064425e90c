//! What has to be so before an intent is signed.

use taolight_bittensor::{
    intents::*,
    reads::{Balance, ColdkeySwap, Crowdloan, MultisigOperation, Proxy},
};
use taolight_codec::blake2_256;
use taolight_primitives::{AccountId, Alpha, BlockHash, ErrorCode, NetUid, Rao};

use crate::world::*;

#[test]
fn what_is_not_known_is_not_in_the_way() {
    for intent in [transfer(1, true), stake(1), unstake(1)] {
        passes(&intent, &Facts::default());
    }
}

#[test]
fn transfers_need_funds() {
    let facts = facts();
    passes(&transfer(5_000_000_000, true), &facts);
    let code = |amount, keep_alive| {
        let failures = transfer(amount, keep_alive).unmet(ME, &facts);
        failures.first().map(|failure| failure.code)
    };
    assert_eq!(code(10_000_000_000 - 600, true), None);
    assert_eq!(
        code(10_000_000_000 - 599, true),
        Some(ErrorCode::WouldReapAccount)
    );
    assert_eq!(code(10_000_000_000 - 599, false), None);
    assert_eq!(
        code(10_000_000_000 - 99, false),
        Some(ErrorCode::InsufficientBalance)
    );
    assert_eq!(code(u64::MAX, false), Some(ErrorCode::InsufficientBalance));
    assert_eq!(code(0, true), Some(ErrorCode::ZeroAmount));
}

#[test]
fn dust_does_not_arrive() {
    let mut facts = facts();
    facts.accounts.get_mut(&YOU).unwrap().balance = Some(Balance::default());
    let failures = transfer(499, true).unmet(ME, &facts);
    assert_eq!(failures[0].code, ErrorCode::BelowExistentialDeposit);
    passes(&transfer(500, true), &facts);
}

#[test]
fn what_a_batch_takes_adds_up() {
    let batch = |intents: Vec<Intent>| Intent::from(Batch { intents });
    let facts = facts();
    let six = || transfer(6_000_000_000, true);
    passes(&batch(vec![six()]), &facts);
    fails(&batch(vec![six(), six()]), &facts, "amount");
    fails(&batch(Vec::new()), &facts, "intents");
    fails(&batch(vec![batch(vec![six()])]), &facts, "intents");
    let serve = Intent::from(ResetAxon { netuid: SUBNET });
    assert!(unmet(&batch(vec![six(), serve]), &facts).contains(&"intents".to_owned()));
    assert_eq!(batch(vec![six(), stake(3)]).spend(ME).tao, Rao(6_000_000_003));
}

#[test]
fn staking_needs_a_subnet_a_hotkey_and_enough() {
    let (intent, small) = (stake(2_001_007), stake(2_001_006));
    passes(&intent, &facts());
    fails(&small, &facts(), "minimum_stake");
    let mut closed = facts();
    closed.subnets.insert(SUBNET, None);
    fails(&intent, &closed, "subnet_exists");
    let not_started = SubnetFacts {
        trading: Some(false),
        ..SubnetFacts::default()
    };
    closed.subnets.insert(SUBNET, Some(not_started));
    fails(&intent, &closed, "subnet_trades");
    let mut unknown = facts();
    unknown.hotkeys.insert(HOTKEY, HotkeyFacts::default());
    fails(&intent, &unknown, "hotkey_known");
    let nobody = AddStake {
        hotkey: AccountId([0; 32]),
        netuid: SUBNET,
        amount: Rao(2_001_007),
        limit: None,
    };
    fails(&nobody.into(), &facts(), "hotkey");
}

#[test]
fn unstaking_respects_positions_locks_and_minimum() {
    let facts = facts();
    passes(&unstake(30_000_000), &facts);
    fails(&unstake(30_000_001), &facts, "stake_available");
    assert!(unmet(&unstake(50_000_001), &facts).contains(&"amount".to_owned()));
    // 4,000,000 alpha rao are worth 2,000,000 rao at half a TAO.
    passes(&unstake(4_000_000), &facts);
    fails(&unstake(3_999_999), &facts, "minimum_worth");
    let all = |limit| {
        Intent::from(RemoveAllStake {
            hotkey: HOTKEY,
            netuid: SUBNET,
            limit,
        })
    };
    fails(&all(None), &facts, "stake_available");
    fails(&UnstakeAll { hotkey: HOTKEY }.into(), &facts, "stake_available");
}

#[test]
fn stake_is_given_away_only_where_that_is_allowed() {
    let give = |amount| {
        Intent::from(TransferStake {
            destination_coldkey: YOU,
            hotkey: HOTKEY,
            destination_hotkey: None,
            origin_netuid: SUBNET,
            destination_netuid: SUBNET,
            amount: Alpha(amount),
        })
    };
    let mut facts = facts();
    passes(&give(40_000_000), &facts);
    facts.accounts.get_mut(&YOU).unwrap().accepts_locked = Some(false);
    fails(&give(40_000_000), &facts, "accepts_locked");
    passes(&give(30_000_000), &facts);
    facts
        .subnets
        .get_mut(&SUBNET)
        .unwrap()
        .as_mut()
        .unwrap()
        .transfers = Some(false);
    fails(&give(30_000_000), &facts, "subnet_transfers");
}

#[test]
fn stake_does_not_move_to_where_it_is() {
    let swap = SwapStake {
        hotkey: HOTKEY,
        origin_netuid: SUBNET,
        destination_netuid: SUBNET,
        amount: Alpha(1),
        limit: None,
    };
    fails(&swap.into(), &facts(), "destination");
    let burn = BurnAlpha {
        hotkey: HOTKEY,
        amount: Alpha(1),
        netuid: NetUid(0),
    };
    fails(&burn.into(), &facts(), "netuid");
}

#[test]
fn an_announced_swap_blocks_all_but_itself() {
    let mut facts = facts();
    let announced = ColdkeySwap::Announced {
        new_coldkey_hash: BlockHash(blake2_256(&YOU.0)),
        executable_from: 900,
        clearable_from: 1_100,
    };
    facts.accounts.get_mut(&ME).unwrap().swap = Some(announced);
    fails(&transfer(1_000, true), &facts, "coldkey_swap_announced");
    let execute = |new_coldkey| Intent::from(ExecuteColdkeySwap { new_coldkey });
    passes(&execute(YOU), &facts);
    fails(&execute(HOTKEY), &facts, "coldkey_swap_matches");
    fails(&ClearColdkeySwap {}.into(), &facts, "coldkey_swap_time");
    passes(&DisputeColdkeySwap {}.into(), &facts);
    facts.block = 899;
    fails(&execute(YOU), &facts, "coldkey_swap_time");
    facts.accounts.get_mut(&YOU).unwrap().stakes = Some(true);
    facts.block = 900;
    fails(&execute(YOU), &facts, "new_coldkey_no_stake");
    facts.accounts.get_mut(&ME).unwrap().swap = Some(ColdkeySwap::Disputed { since: 1 });
    fails(&transfer(1_000, true), &facts, "coldkey_swap_disputed");
    facts.accounts.get_mut(&ME).unwrap().swap = Some(ColdkeySwap::None);
    fails(&ClearColdkeySwap {}.into(), &facts, "coldkey_swap_found");
}

#[test]
fn hotkeys_have_owners_and_takes() {
    let increase = |take| Intent::from(IncreaseTake { hotkey: HOTKEY, take });
    let decrease = |take| Intent::from(DecreaseTake { hotkey: HOTKEY, take });
    let mut facts = facts();
    passes(&increase(6_001), &facts);
    fails(&increase(6_000), &facts, "take_higher");
    fails(&increase(11_797), &facts, "take_allowed");
    passes(&decrease(5_999), &facts);
    fails(&decrease(6_000), &facts, "take_lower");
    facts.rate_limits.insert(RateLimit::TakeIncrease(HOTKEY), 1_001);
    fails(&increase(6_001), &facts, "rate_limit");
    facts.hotkeys.get_mut(&HOTKEY).unwrap().owner = Some(YOU);
    fails(&decrease(5_999), &facts, "hotkey_owned");
    fails(&AssociateHotkey { hotkey: HOTKEY }.into(), &facts, "hotkey_free");
}

#[test]
fn registrations_have_a_price() {
    let fresh = AccountId([4; 32]);
    let register = |hotkey, limit| {
        Intent::from(Register {
            netuid: SUBNET,
            hotkey,
            limit,
        })
    };
    let mut facts = facts();
    let cost = Cost::Registration { netuid: SUBNET };
    facts.costs.insert(cost, Rao(1_000));
    passes(&register(fresh, Some(Rao(1_000))), &facts);
    fails(&register(fresh, Some(Rao(999))), &facts, "cost_limit");
    fails(&register(HOTKEY, None), &facts, "hotkey_not_registered");
    facts.costs.insert(cost, Rao(20_000_000_000));
    fails(&register(fresh, None), &facts, "amount");
}

#[test]
fn locks_back_one_hotkey() {
    let lock = |hotkey, amount| {
        Intent::from(LockStake {
            hotkey,
            netuid: SUBNET,
            amount: Alpha(amount),
        })
    };
    let mut facts = facts();
    passes(&lock(HOTKEY, 30_000_000), &facts);
    fails(&lock(HOTKEY, 30_000_001), &facts, "stake_available");
    fails(&lock(YOU, 1), &facts, "lock_hotkey");
    facts.availability.get_mut(&(ME, SUBNET)).unwrap().lock = None;
    let moved = MoveLock {
        destination_hotkey: HOTKEY,
        netuid: SUBNET,
    };
    fails(&moved.into(), &facts, "lock_exists");
}

#[test]
fn children_are_checked_without_a_chain() {
    let set = |children: Vec<(AccountId, u64)>| {
        let children = children
            .into_iter()
            .map(|(hotkey, proportion)| Child { hotkey, proportion });
        Intent::from(SetChildren {
            hotkey: HOTKEY,
            netuid: SUBNET,
            children: children.collect(),
        })
    };
    passes(&set(vec![(YOU, u64::MAX)]), &facts());
    passes(&set(Vec::new()), &facts());
    fails(&set(vec![(YOU, u64::MAX), (ME, 1)]), &facts(), "children");
    fails(&set(vec![(HOTKEY, 1)]), &facts(), "children");
    fails(&set(vec![(YOU, 1), (YOU, 1)]), &facts(), "children");
    let six = (10..16).map(|byte| (AccountId([byte; 32]), 1)).collect();
    fails(&set(six), &facts(), "children");
}

#[test]
fn proxies_act_only_where_they_may() {
    let act = |kind: Option<&str>| {
        Intent::from(ActAs {
            real: YOU,
            kind: kind.map(str::to_owned),
            inner: Box::new(transfer(1_000, true)),
        })
    };
    let grant = |delay| Proxy {
        delegate: ME,
        kind: "Transfer".to_owned(),
        delay,
    };
    let mut facts = facts();
    fails(&act(None), &facts, "proxy_present");
    facts.accounts.get_mut(&YOU).unwrap().proxies = Some(vec![grant(10)]);
    fails(&act(None), &facts, "proxy_without_delay");
    facts.accounts.get_mut(&YOU).unwrap().proxies = Some(vec![grant(0)]);
    passes(&act(None), &facts);
    fails(&act(Some("Staking")), &facts, "proxy_present");
    // The other account's state counts for what is inside.
    facts.accounts.get_mut(&YOU).unwrap().swap = Some(ColdkeySwap::Disputed { since: 1 });
    fails(&act(None), &facts, "coldkey_swap_disputed");
}

#[test]
fn multisig_operations_are_found_again() {
    let (hash, when) = (BlockHash([9; 32]), Timepoint { height: 5, index: 2 });
    let multisig = Signatories {
        threshold: 2,
        others: vec![YOU, HOTKEY],
    };
    let account = multisig.account(ME);
    let max_weight = Weight {
        ref_time: 1,
        proof_size: 1,
    };
    let approve = |timepoint| {
        Intent::from(ApproveMultisig {
            multisig: multisig.clone(),
            timepoint,
            call_hash: hash,
            max_weight,
        })
    };
    let mut facts = facts();
    facts.multisigs.insert((account, hash), None);
    passes(&approve(None), &facts);
    fails(&approve(Some(when)), &facts, "multisig_open");
    let open = MultisigOperation {
        call_hash: hash,
        height: when.height,
        index: when.index,
        deposit: Rao(1),
        depositor: YOU,
        approvals: vec![YOU],
    };
    facts.multisigs.insert((account, hash), Some(open.clone()));
    passes(&approve(Some(when)), &facts);
    fails(&approve(None), &facts, "multisig_not_open");
    fails(
        &approve(Some(Timepoint { height: 6, index: 2 })),
        &facts,
        "multisig_timepoint",
    );
    let cancel = CancelMultisig {
        multisig: multisig.clone(),
        timepoint: when,
        call_hash: hash,
    };
    fails(&cancel.into(), &facts, "multisig_depositor");
    let approved = MultisigOperation {
        approvals: vec![ME],
        ..open
    };
    facts.multisigs.insert((account, hash), Some(approved));
    fails(&approve(Some(when)), &facts, "multisig_not_approved");
}

#[test]
fn crowdloans_take_money_while_they_run() {
    let give = |amount| {
        ContributeToCrowdloan {
            id: 3,
            amount: Rao(amount),
        }
        .into()
    };
    let mut facts = facts();
    facts.crowdloans.insert(3, None);
    fails(&give(1_000), &facts, "crowdloan_exists");
    let crowdloan = Crowdloan {
        id: 3,
        creator: YOU,
        deposit: Rao(10),
        min_contribution: Rao(100),
        max_contribution: None,
        end: 2_000,
        cap: Rao(1_000),
        funds: HOTKEY,
        raised: Rao(500),
        target: None,
        has_call: false,
        finalized: false,
        contributors: 1,
    };
    facts.crowdloans.insert(3, Some(crowdloan));
    passes(&give(100), &facts);
    fails(&give(99), &facts, "crowdloan_minimum");
    fails(&FinalizeCrowdloan { id: 3 }.into(), &facts, "crowdloan_creator");
    facts.contributions.insert((3, ME), Rao::ZERO);
    fails(
        &WithdrawFromCrowdloan { id: 3 }.into(),
        &facts,
        "crowdloan_contribution",
    );
    facts.block = 2_000;
    fails(&give(100), &facts, "crowdloan_time");
}

#[test]
fn safe_mode_stops_what_moves_funds() {
    let mut facts = facts();
    facts.safe_mode_until = Some(2_000);
    fails(&transfer(1_000, true), &facts, "safe_mode");
}

#[test]
fn a_fee_in_alpha_needs_no_tao() {
    let mut facts = facts();
    facts.accounts.get_mut(&ME).unwrap().balance = Some(Balance::default());
    passes(&unstake(10_000_000), &facts);
    fails(&AssociateHotkey { hotkey: HOTKEY }.into(), &facts, "amount");
}
