//! Intents without any chain: JSON, what they say of themselves, and what has to be so before they are signed.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use taolight_bittensor::{intents::*, remedy};
use taolight_codec::{Metadata, blake2_256};
use taolight_primitives::{AccountId, Alpha, BlockHash, ErrorCode, NetUid, Price, Rao};

const ME: AccountId = AccountId([1; 32]);
const YOU: AccountId = AccountId([2; 32]);
const HOTKEY: AccountId = AccountId([3; 32]);
const SUBNET: NetUid = NetUid(7);

/// A runtime without any pallet of Bittensor's own.
fn plain_metadata() -> Metadata {
    Metadata::decode(include_bytes!(
        "../../codec/tests/fixtures/devnet-metadata-v15.scale"
    ))
    .unwrap()
}

fn transfer(amount: u64, keep_alive: bool) -> Intent {
    Transfer {
        destination: YOU,
        amount: Rao(amount),
        keep_alive,
    }
    .into()
}

fn stake(amount: u64) -> Intent {
    AddStake {
        hotkey: HOTKEY,
        netuid: SUBNET,
        amount: Rao(amount),
        limit: None,
    }
    .into()
}

fn unstake(amount: u64) -> Intent {
    RemoveStake {
        hotkey: HOTKEY,
        netuid: SUBNET,
        amount: Alpha(amount),
        limit: None,
    }
    .into()
}

/// A chain on which everything is in order.
fn facts() -> Facts {
    let mut facts = Facts {
        block: 1_000,
        fee: Some((ME, Rao(100))),
        existential_deposit: Rao(500),
        minimum_stake: Some(Rao(2_001_007)),
        minimum_out: Some(Rao(2_000_000)),
        maximum_take: Some(11_796),
        ..Facts::default()
    };
    let balance = AccountBalance {
        free: Rao(10_000_000_000),
        ..AccountBalance::default()
    };
    for account in [ME, YOU] {
        let known = AccountFacts {
            balance: Some(balance),
            swap: Some(PendingSwap::None),
            proxies: Some(Vec::new()),
            ..AccountFacts::default()
        };
        facts.accounts.insert(account, known);
    }
    let hotkey = HotkeyFacts {
        owner: Some(ME),
        take: Some(6_000),
        registered: Some(BTreeSet::from([SUBNET])),
    };
    facts.hotkeys.insert(HOTKEY, hotkey);
    let subnet = SubnetFacts {
        trading: Some(true),
        transfers: Some(true),
        owner: Some(ME),
        registration: Some(true),
        startable_from: None,
        price: Some(Price(500_000_000)),
    };
    facts.subnets.insert(SUBNET, Some(subnet));
    facts.positions.insert((ME, HOTKEY, SUBNET), Alpha(50_000_000));
    let holding = Holding {
        available: Alpha(30_000_000),
        lock: Some(HOTKEY),
    };
    facts.holdings.insert((ME, SUBNET), holding);
    facts
}

/// The data of what is in the way.
fn unmet(intent: &Intent, facts: &Facts) -> Vec<String> {
    let failures = intent.unmet(ME, facts);
    for failure in &failures {
        assert!(failure.message.len() > 20, "{failure:?}");
    }
    failures
        .into_iter()
        .map(|failure| failure.data.unwrap())
        .collect()
}

#[track_caller]
fn fails(intent: &Intent, facts: &Facts, need: &str) {
    assert_eq!(unmet(intent, facts), [need], "{}", intent.summary());
}

#[track_caller]
fn passes(intent: &Intent, facts: &Facts) {
    assert_eq!(unmet(intent, facts), [""; 0], "{}", intent.summary());
}

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
    facts.accounts.get_mut(&YOU).unwrap().balance = Some(AccountBalance::default());
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
fn root_stake_may_be_locked() {
    let mut facts = facts();
    facts.root_locked_until.insert((ME, HOTKEY), 1_001);
    let intent: Intent = RemoveAllStake {
        hotkey: HOTKEY,
        netuid: NetUid(0),
        limit: None,
    }
    .into();
    fails(&intent, &facts, "root_unlocked");
    facts.block = 1_001;
    passes(&intent, &facts);
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
    let announced = PendingSwap::Announced {
        hash: BlockHash(blake2_256(&YOU.0)),
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
    facts.accounts.get_mut(&ME).unwrap().swap = Some(PendingSwap::Disputed);
    fails(&transfer(1_000, true), &facts, "coldkey_swap_disputed");
    facts.accounts.get_mut(&ME).unwrap().swap = Some(PendingSwap::None);
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
    facts.holdings.get_mut(&(ME, SUBNET)).unwrap().lock = None;
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
    let grant = |delay| Grant {
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
    facts.accounts.get_mut(&YOU).unwrap().swap = Some(PendingSwap::Disputed);
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
    let open = OpenOperation {
        when,
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
    let approved = OpenOperation {
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
    let crowdloan = CrowdloanFacts {
        creator: YOU,
        deposit: Rao(10),
        minimum: Rao(100),
        end: 2_000,
        cap: Rao(1_000),
        raised: Rao(500),
        finalized: false,
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
    facts.accounts.get_mut(&ME).unwrap().balance = Some(AccountBalance::default());
    passes(&unstake(10_000_000), &facts);
    fails(&AssociateHotkey { hotkey: HOTKEY }.into(), &facts, "amount");
}

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

fn account() -> impl Strategy<Value = AccountId> {
    any::<[u8; 32]>().prop_map(AccountId)
}

fn simple() -> impl Strategy<Value = Intent> {
    let netuid = any::<u16>().prop_map(NetUid);
    prop_oneof![
        (account(), any::<u64>(), any::<bool>()).prop_map(|(destination, amount, keep_alive)| {
            Transfer {
                destination,
                amount: Rao(amount),
                keep_alive,
            }
            .into()
        }),
        (
            account(),
            netuid.clone(),
            any::<u64>(),
            any::<Option<(u64, bool)>>()
        )
            .prop_map(|(hotkey, netuid, amount, limit)| {
                let limit = limit.map(|(price, allow_partial)| PriceLimit {
                    price: Price(price),
                    allow_partial,
                });
                RemoveStake {
                    hotkey,
                    netuid,
                    amount: Alpha(amount),
                    limit,
                }
                .into()
            }),
        (
            account(),
            netuid.clone(),
            prop::collection::vec((account(), any::<u64>()), 0..6)
        )
            .prop_map(|(hotkey, netuid, children)| {
                let children = children
                    .into_iter()
                    .map(|(hotkey, proportion)| Child { hotkey, proportion });
                SetChildren {
                    hotkey,
                    netuid,
                    children: children.collect(),
                }
                .into()
            }),
        (netuid, any::<[u8; 16]>(), any::<u16>(), any::<u32>()).prop_map(|(netuid, ip, port, version)| {
            ServeAxon {
                netuid,
                version,
                ip: std::net::Ipv6Addr::from(ip).into(),
                port,
                certificate: None,
            }
            .into()
        }),
    ]
}

fn any_intent() -> impl Strategy<Value = Intent> {
    simple().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(|intents| Batch { intents }.into()),
            (account(), inner.clone()).prop_map(|(real, inner)| {
                ActAs {
                    real,
                    kind: None,
                    inner: Box::new(inner),
                }
                .into()
            }),
            (prop::collection::vec(account(), 0..4), any::<u16>(), inner).prop_map(
                |(others, threshold, inner)| {
                    ActAsMultisig {
                        multisig: Signatories { threshold, others },
                        timepoint: Some(Timepoint { height: 1, index: 2 }),
                        inner: Box::new(inner),
                        max_weight: Weight {
                            ref_time: 3,
                            proof_size: 4,
                        },
                    }
                    .into()
                }
            ),
        ]
    })
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "0x[0-9a-f]{0,80}|[0-9]{1,40}|Id|\\PC{0,12}".prop_map(Json::from),
        account().prop_map(|account| json!(account)),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map("Id|call|real|calls|Balances|System|[a-z]{1,4}", inner, 0..4)
                .prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn intents_survive_ports(intent in any_intent()) {
        let json = serde_json::to_value(&intent).unwrap();
        prop_assert_eq!(serde_json::from_value::<Intent>(json).unwrap(), intent);
    }

    #[test]
    fn every_intent_can_be_described(intent in any_intent(), who in account()) {
        prop_assert!(!intent.summary().is_empty());
        prop_assert!(intent.effects(who).len() < 100);
        for failure in intent.unmet(who, &Facts::default()) {
            prop_assert!(!failure.message.is_empty());
        }
    }

    #[test]
    fn arguments_of_any_kind_are_taken_or_refused(dest in any_json(), value in any_json(), calls in any_json()) {
        let metadata = plain_metadata();
        for (pallet, call, arguments) in [
            ("Balances", "transfer_keep_alive", json!({ "dest": dest, "value": value })),
            ("Utility", "batch_all", json!({ "calls": calls })),
            ("System", "remark", json!({ "remark": value })),
        ] {
            let raw = RawCall {
                pallet: pallet.to_owned(),
                call: call.to_owned(),
                arguments: arguments.as_object().cloned().unwrap(),
            };
            // What is taken is a whole call: it decodes to the last byte.
            if let Ok(bytes) = Intent::from(raw).build(&metadata) {
                prop_assert!(taolight_codec::describe_call(&metadata, &bytes).is_ok());
            }
        }
    }
}
