#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use taolight_codec::{Metadata, Value, encode_call};
use taolight_primitives::{ErrorCode, NetUid};
use taolight_protocol::vault::HumanValue;

use super::*;
use crate::fixtures::{
    COLDKEY, PROVEN, TAO, account, any_call, batch, call, devnet, id, number, proxied, rao, raw, read,
    reference, shown, transfer,
};

const SITE: &str = "https://example.com";
const HOUR_MS: u64 = 3_600_000;

fn limits(policy: Policy) -> Vec<PolicyEntry> {
    vec![entry(1, None, policy)]
}

pub(super) fn entry(account: u8, origin: Option<&str>, policy: Policy) -> PolicyEntry {
    PolicyEntry {
        account: id(account),
        origin: origin.map(str::to_owned),
        policy,
    }
}

pub(super) fn per_transaction(limit: u64) -> Policy {
    Policy {
        per_transaction: Some(Rao(limit)),
        ..Policy::default()
    }
}

pub(super) fn per_day(limit: u64) -> Policy {
    Policy {
        per_day: Some(Rao(limit)),
        ..Policy::default()
    }
}

pub(super) fn only_calls(patterns: &[&str]) -> Policy {
    Policy {
        calls: Some(patterns.iter().map(|pattern| (*pattern).to_owned()).collect()),
        ..Policy::default()
    }
}

pub(super) fn only_netuids(netuids: &[u16]) -> Policy {
    Policy {
        netuids: Some(netuids.iter().copied().map(NetUid).collect()),
        ..Policy::default()
    }
}

/// A transaction of account 1, of the wallet itself.
fn request<'a>(call: &'a ShownCall, role: &'a Role) -> Request<'a> {
    Request {
        account: id(1),
        role,
        origin: None,
        call,
        metadata_check: &PROVEN,
        tip: Rao::ZERO,
        now_ms: 100 * HOUR_MS,
    }
}

/// The outcome for a coldkey: what moves, or the rule that is broken.
fn outcome(entries: &[PolicyEntry], call: CallNode) -> Result<u64, String> {
    outcome_of(entries, &Ledger::default(), &request(&shown(call), &COLDKEY))
}

fn outcome_of(entries: &[PolicyEntry], ledger: &Ledger, request: &Request<'_>) -> Result<u64, String> {
    match check(entries, ledger, request) {
        Ok(outflow) => Ok(outflow.amount.0),
        Err(failure) => {
            assert_eq!(failure.code, ErrorCode::PolicyViolation);
            Err(failure.data.unwrap())
        }
    }
}

fn broken(rule: &str) -> Result<u64, String> {
    Err(rule.to_owned())
}

#[test]
fn without_limits_a_coldkey_signs_anything() {
    assert_eq!(outcome(&[], transfer(2, 5)), Ok(5));
    assert_eq!(outcome(&limits(Policy::default()), transfer(2, 5)), Ok(5));
    assert_eq!(outcome(&[], call("Balances", "transfer_all", &[])), Ok(0));
    let raw = raw();
    let request = Request {
        tip: Rao(3),
        metadata_check: &MetadataCheck::Unsupported,
        ..request(&raw, &COLDKEY)
    };
    assert_eq!(outcome_of(&[], &Ledger::default(), &request), Ok(3));
    let of_another = [
        entry(2, None, per_transaction(0)),
        entry(1, Some(SITE), per_transaction(0)),
    ];
    assert_eq!(outcome(&of_another, transfer(2, 5)), Ok(5));
}

#[test]
fn one_transaction_moves_no_more_than_its_limit() {
    let limits = limits(per_transaction(10));
    assert_eq!(outcome(&limits, transfer(2, 10)), Ok(10));
    assert_eq!(outcome(&limits, transfer(2, 11)), broken("per_transaction"));
    let halves = batch(vec![transfer(2, 5), batch(vec![transfer(3, 5)])]);
    assert_eq!(outcome(&limits, halves.clone()), Ok(10));
    let more = batch(vec![halves, transfer(3, 1)]);
    assert_eq!(outcome(&limits, more), broken("per_transaction"));
    let wrapped = batch(vec![transfer(2, u64::MAX), transfer(2, 2)]);
    assert_eq!(outcome(&limits, wrapped.clone()), broken("unknown_amount"));
    assert_eq!(outcome(&[], wrapped), Ok(u64::MAX));

    let tipped = |tip| {
        let call = shown(transfer(2, 9));
        let request = Request {
            tip: Rao(tip),
            ..request(&call, &COLDKEY)
        };
        outcome_of(&limits, &Ledger::default(), &request)
    };
    assert_eq!(tipped(1), Ok(10));
    assert_eq!(tipped(2), broken("per_transaction"));
    assert_eq!(tipped(u64::MAX), broken("unknown_amount"));
}

#[test]
fn a_limit_of_nothing_lets_nothing_out() {
    for policy in [per_transaction(0), per_day(0)] {
        let limits = limits(policy);
        let claim = call("SubtensorModule", "claim_root", &[]);
        assert_eq!(outcome(&limits, batch(vec![claim])), Ok(0));
        assert!(outcome(&limits, transfer(2, 1)).is_err());
    }
}

#[test]
fn a_day_moves_no_more_than_its_limit() {
    let entries = [entry(1, None, per_day(10)), entry(1, Some(SITE), per_day(4))];
    let mut ledger = Ledger::default();
    let mut sign = |amount, origin, hour: u64| {
        let call = shown(transfer(2, amount));
        let request = Request {
            origin,
            now_ms: hour * HOUR_MS,
            ..request(&call, &COLDKEY)
        };
        let outflow = check(&entries, &ledger, &request)?;
        ledger.record(&outflow, origin, request.now_ms);
        Ok::<_, Failure>(())
    };
    sign(3, Some(SITE), 100).unwrap();
    let refused = sign(2, Some(SITE), 101).unwrap_err();
    assert_eq!(refused.data.as_deref(), Some("per_day"));
    assert!(refused.retryable && refused.message.contains(SITE), "{refused}");
    // More than the whole limit will not pass tomorrow either.
    assert!(!sign(5, Some(SITE), 101).unwrap_err().retryable);
    sign(1, Some(SITE), 101).unwrap();
    sign(6, None, 102).unwrap();
    // The limit of every origin counts all of them.
    assert!(sign(1, None, 103).is_err());
    assert!(sign(1, Some("https://other.example"), 103).is_err());
    sign(3, Some(SITE), 125).unwrap();
}

#[test]
fn what_nobody_can_measure_passes_no_limit_of_amounts() {
    let unmeasured = [
        call("Balances", "transfer_all", &[("dest", account(2))]),
        call(
            "SubtensorModule",
            "swap_coldkey_announced",
            &[("new_coldkey", account(2))],
        ),
        call(
            "SubtensorModule",
            "transfer_stake",
            &[("alpha_amount", number(1))],
        ),
        call("SubtensorModule", "burned_register", &[("netuid", number(1))]),
        call("Proxy", "add_proxy", &[("delegate", account(2))]),
        call("Sudo", "sudo", &[("call", HumanValue::Call(transfer(2, 1)))]),
        call(
            "Multisig",
            "as_multi",
            &[("call", HumanValue::Call(transfer(2, 1)))],
        ),
        call(
            "Utility",
            "dispatch_as",
            &[("call", HumanValue::Call(transfer(2, 1)))],
        ),
        call("Crowdloan", "finalize", &[]),
        call("MevShield", "store_encrypted", &[]),
        call("Unheard", "of", &[]),
        call("Balances", "burn", &[]),
    ];
    for call in unmeasured {
        for policy in [per_transaction(u64::MAX), per_day(u64::MAX)] {
            let limits = limits(policy);
            assert_eq!(
                outcome(&limits, call.clone()),
                broken("unknown_amount"),
                "{call:?}"
            );
            let hidden = batch(vec![transfer(2, 1), call.clone()]);
            assert_eq!(outcome(&limits, hidden), broken("unknown_amount"), "{call:?}");
        }
        assert!(
            outcome(&limits(only_netuids(&[1])), call.clone()).is_ok(),
            "{call:?}"
        );
    }
}

#[test]
fn calls_are_allowed_by_name_and_all_the_way_down() {
    let limits = limits(only_calls(&["Balances.transfer_keep_alive", "System.*"]));
    assert_eq!(outcome(&limits, transfer(2, 5)), Ok(5));
    assert_eq!(outcome(&limits, call("System", "remark", &[])), Ok(0));
    assert_eq!(
        outcome(&limits, call("Balances", "transfer_all", &[])),
        broken("calls")
    );
    assert_eq!(
        outcome(&limits, call("Balances2", "transfer_keep_alive", &[])),
        broken("calls")
    );
    assert_eq!(outcome(&limits, batch(vec![transfer(2, 5)])), broken("calls"));
    let limits = self::limits(only_calls(&["Balances.*", "Utility.batch_all"]));
    assert_eq!(outcome(&limits, batch(vec![transfer(2, 5)])), Ok(5));
    let hidden = batch(vec![transfer(2, 5), call("System", "remark", &[])]);
    assert_eq!(outcome(&limits, hidden), broken("calls"));
    assert_eq!(
        outcome(&self::limits(only_calls(&[])), call("System", "remark", &[])),
        broken("calls")
    );
}

#[test]
fn subnets_are_found_wherever_they_are_named() {
    let limits = limits(only_netuids(&[1, 2]));
    let list = |numbers: &[u64]| HumanValue::List(numbers.iter().copied().map(number).collect());
    let named =
        |name: &str, value| outcome(&limits, call("SubtensorModule", "set_weights", &[(name, value)]));
    assert_eq!(named("netuid", number(1)), Ok(0));
    assert_eq!(named("uid", number(9)), Ok(0));
    assert_eq!(named("netuids", list(&[1, 2])), Ok(0));
    for name in [
        "netuid",
        "origin_netuid",
        "destination_netuid",
        "netuids",
        "subnets",
    ] {
        assert_eq!(named(name, number(3)), broken("netuids"), "{name}");
        assert_eq!(named(name, list(&[1, 3])), broken("netuids"), "{name}");
        // All of them, or none that is understood.
        assert_eq!(named(name, HumanValue::Empty), broken("netuids"), "{name}");
        assert_eq!(named(name, number(65_537)), broken("netuids"), "{name}");
    }
    let field = |netuid| {
        let order = call("", "", &[("netuid", number(netuid))]).arguments;
        let order = HumanValue::List(vec![HumanValue::Fields(order)]);
        outcome(
            &limits,
            batch(vec![call("LimitOrders", "cancel_order", &[("order", order)])]),
        )
    };
    assert_eq!(field(2), Ok(0));
    assert_eq!(field(3), broken("netuids"));
    assert_eq!(outcome(&limits, transfer(2, 5)), Ok(5));
}

#[test]
fn what_cannot_be_read_or_proven_passes_no_limit() {
    let any_limit = [
        per_transaction(u64::MAX),
        per_day(u64::MAX),
        only_calls(&["System.*"]),
        only_netuids(&[]),
    ];
    let call = shown(call("System", "remark", &[]));
    for policy in any_limit {
        let limits = limits(policy);
        let request = request(&call, &Role::WatchOnly);
        assert_eq!(outcome_of(&limits, &Ledger::default(), &request), Ok(0));
        let unproven = Request {
            metadata_check: &MetadataCheck::Unsupported,
            ..request
        };
        assert_eq!(
            outcome_of(&limits, &Ledger::default(), &unproven),
            broken("unproven")
        );
        let raw = raw();
        let unread = Request {
            call: &raw,
            ..request
        };
        assert_eq!(
            outcome_of(&limits, &Ledger::default(), &unread),
            broken("undecodable")
        );
    }
}

#[test]
fn hotkeys_move_no_funds() {
    let outcome = |call: &ShownCall, tip| {
        let request = Request {
            tip: Rao(tip),
            ..request(call, &Role::Hotkey)
        };
        outcome_of(&[], &Ledger::default(), &request)
    };
    let weights = call("SubtensorModule", "set_weights", &[("netuid", number(1))]);
    let commitment = call("Commitments", "set_commitment", &[]);
    let both = batch(vec![weights.clone(), batch(vec![commitment])]);
    assert_eq!(outcome(&shown(both.clone()), 0), Ok(0));
    assert_eq!(outcome(&shown(both.clone()), 1), broken("hotkey"));
    for other in [
        transfer(2, 1),
        call("SubtensorModule", "add_stake", &[("amount_staked", rao(1))]),
        call("SubtensorModule", "unstake_all", &[]),
        call(
            "Utility",
            "as_derivative",
            &[("call", HumanValue::Call(weights.clone()))],
        ),
        proxied(2, weights.clone()),
        call("System", "remark", &[]),
        call("MevShield", "submit_encrypted", &[]),
    ] {
        assert_eq!(outcome(&shown(other.clone()), 0), broken("hotkey"), "{other:?}");
        let hidden = batch(vec![weights.clone(), other]);
        assert_eq!(outcome(&shown(hidden), 0), broken("hotkey"));
    }
    assert_eq!(outcome(&raw(), 0), broken("undecodable"));
    let call = shown(weights);
    let unproven = Request {
        metadata_check: &MetadataCheck::Unsupported,
        ..request(&call, &Role::Hotkey)
    };
    assert_eq!(outcome_of(&[], &Ledger::default(), &unproven), broken("unproven"));
    // Limits hold for hotkeys as well.
    let elsewhere = limits(only_netuids(&[2]));
    let request = request(&call, &Role::Hotkey);
    assert_eq!(
        outcome_of(&elsewhere, &Ledger::default(), &request),
        broken("netuids")
    );
}

#[test]
fn a_proxy_is_held_to_the_limits_of_both_accounts() {
    let entries = [entry(1, None, per_transaction(10)), entry(2, None, per_day(5))];
    assert_eq!(outcome(&entries, transfer(3, 6)), Ok(6));
    assert_eq!(
        outcome(&entries, proxied(9, transfer(3, 11))),
        broken("per_transaction")
    );
    assert_eq!(outcome(&entries, proxied(2, transfer(3, 6))), broken("per_day"));
    assert_eq!(
        outcome(&entries, batch(vec![proxied(2, transfer(3, 6))])),
        broken("per_day")
    );

    let call = shown(proxied(2, proxied(9, transfer(3, 5))));
    let request = request(&call, &COLDKEY);
    let mut ledger = Ledger::default();
    let outflow = check(&entries, &ledger, &request).unwrap();
    assert_eq!(outflow.accounts, [id(1), id(2)]);
    ledger.record(&outflow, None, request.now_ms);
    assert_eq!(outcome_of(&entries, &ledger, &request), broken("per_day"));
    let message = check(&entries, &ledger, &request).unwrap_err().message;
    assert!(message.contains(&id(2).to_string()), "{message}");
}

#[test]
fn messages_say_what_the_limit_is_and_whose() {
    let entries = [entry(1, Some(SITE), per_transaction(3 * TAO / 2))];
    let call = shown(transfer(2, 2 * TAO));
    let request = Request {
        origin: Some(SITE),
        ..request(&call, &COLDKEY)
    };
    let failure = check(&entries, &Ledger::default(), &request).unwrap_err();
    assert_eq!(
        failure.message,
        format!(
            "this transaction moves 2 TAO, and the most for one is 1.5 TAO; \
             if it should be signed, change the limits of {} for {SITE}",
            id(1)
        )
    );
    assert!(!failure.retryable);
}

#[test]
fn real_calls_of_the_devnet() {
    let metadata = Metadata::decode(&devnet()).unwrap();
    let encode = |pallet: &str, name: &str, arguments: &[(&str, Value)]| {
        encode_call(&metadata, pallet, name, arguments).unwrap()
    };
    let transfer = encode(
        "Balances",
        "transfer_keep_alive",
        &[("dest", id(2).into()), ("value", Rao(TAO).into())],
    );
    let batch = |calls: &[&Vec<u8>]| {
        let calls = calls.iter().map(|call| Value::Encoded((*call).clone())).collect();
        encode("Utility", "force_batch", &[("calls", Value::List(calls))])
    };
    let proxied = encode(
        "Proxy",
        "proxy",
        &[
            ("real", id(2).into()),
            ("force_proxy_type", Value::unit("None")),
            ("call", Value::Encoded(batch(&[&transfer, &transfer]))),
        ],
    );
    let multisig = encode(
        "Multisig",
        "as_multi_threshold_1",
        &[
            ("other_signatories", Value::List(vec![id(3).into()])),
            ("call", Value::Encoded(proxied.clone())),
        ],
    );
    let sudo = encode("Sudo", "sudo", &[("call", Value::Encoded(transfer.clone()))]);
    let outcome = |limit, bytes: &[u8]| outcome(&limits(per_transaction(limit)), read(&metadata, bytes));
    assert_eq!(outcome(3 * TAO, &batch(&[&proxied, &transfer])), Ok(3 * TAO));
    assert_eq!(
        outcome(3 * TAO - 1, &batch(&[&proxied, &transfer])),
        broken("per_transaction")
    );
    assert_eq!(outcome(2 * TAO, &multisig), Ok(2 * TAO));
    assert_eq!(outcome(2 * TAO - 1, &multisig), broken("per_transaction"));
    assert_eq!(outcome(u64::MAX, &sudo), broken("unknown_amount"));
    let of_the_real = [entry(2, None, per_transaction(TAO))];
    assert_eq!(self::outcome(&of_the_real, read(&metadata, &transfer)), Ok(TAO));
    assert_eq!(
        self::outcome(&of_the_real, read(&metadata, &multisig)),
        broken("per_transaction")
    );
}

#[test]
fn real_subnets_of_the_reference_runtime() {
    let Some(bytes) = reference() else { return };
    let metadata = Metadata::decode(&bytes).unwrap();
    let outcome = |name: &str, arguments: &[(&str, Value)]| {
        let bytes = encode_call(&metadata, "SubtensorModule", name, arguments).unwrap();
        outcome(&limits(only_netuids(&[1, 2])), read(&metadata, &bytes))
    };
    let list = |numbers: [u32; 2]| Value::List(numbers.into_iter().map(Value::from).collect());
    let hotkey = ("hotkey", id(1).into());
    let swap = |from: u32, to: u32| {
        let arguments = [
            hotkey.clone(),
            ("origin_netuid", from.into()),
            ("destination_netuid", to.into()),
            ("alpha_amount", Value::from(5_u64)),
        ];
        outcome("swap_stake", &arguments)
    };
    assert_eq!(swap(1, 2), Ok(0));
    assert_eq!(swap(1, 3), broken("netuids"));
    assert_eq!(swap(3, 1), broken("netuids"));
    assert_eq!(outcome("claim_root", &[("subnets", list([1, 2]))]), Ok(0));
    assert_eq!(
        outcome("claim_root", &[("subnets", list([1, 3]))]),
        broken("netuids")
    );
    let weights = |netuids| {
        let arguments = [
            ("netuids", list(netuids)),
            ("weights", Value::List(Vec::new())),
            ("version_keys", Value::List(Vec::new())),
        ];
        outcome("batch_set_weights", &arguments)
    };
    assert_eq!(weights([2, 1]), Ok(0));
    assert_eq!(weights([2, 0]), broken("netuids"));
    let swap_hotkey = |netuid: Value<'static>| {
        let arguments = [hotkey.clone(), ("new_hotkey", id(2).into()), ("netuid", netuid)];
        outcome("swap_hotkey", &arguments)
    };
    let some = |netuid: u32| Value::Variant("Some", vec![taolight_codec::Field::unnamed(netuid)]);
    assert_eq!(swap_hotkey(some(1)), Ok(0));
    assert_eq!(swap_hotkey(some(3)), broken("netuids"));
    assert_eq!(swap_hotkey(Value::unit("None")), broken("netuids"));
}

fn any_policy() -> impl Strategy<Value = Policy> {
    let limit = || prop::option::of(prop_oneof![0..20_u64, any::<u64>()].prop_map(Rao));
    let pattern = prop_oneof![
        Just("Balances.*"),
        Just("SubtensorModule.*"),
        Just("Utility.batch_all"),
        Just("Proxy.*"),
        Just("System.*"),
    ];
    let calls = prop::option::of(prop::collection::vec(pattern.prop_map(str::to_owned), 0..6));
    let netuids = prop::option::of(prop::collection::vec((0..4_u16).prop_map(NetUid), 0..4));
    (limit(), limit(), calls, netuids).prop_map(|(per_transaction, per_day, calls, netuids)| Policy {
        per_transaction,
        per_day,
        calls,
        netuids,
    })
}

fn any_role() -> impl Strategy<Value = Role> {
    prop_oneof![Just(COLDKEY.clone()), Just(Role::Hotkey)]
}

proptest! {
    /// A batch moves what the calls in it move, and hides none that cannot be measured.
    #[test]
    fn a_batch_moves_no_less(call in any_call(), beside in any_call()) {
        let alone = Moved::by(&call, Rao::ZERO);
        for nested in [batch(vec![call.clone()]), batch(vec![beside, batch(vec![call.clone()])])] {
            let nested = Moved::by(&nested, Rao::ZERO);
            prop_assert!(nested.known() >= alone.known());
            prop_assert!(alone.amount().is_ok() || nested.amount().is_err());
        }
        let same = Moved::by(&batch(vec![call]), Rao::ZERO);
        prop_assert_eq!(same.known(), alone.known());
    }

    /// What is refused is refused in a batch and through a proxy too.
    #[test]
    fn nothing_is_allowed_by_being_wrapped(
        call in any_call(),
        beside in any_call(),
        policies in prop::collection::vec((0..3_u8, any_policy()), 0..3),
        role in any_role(),
        spent in 0..10_u64,
    ) {
        let entries: Vec<_> = policies.into_iter().map(|(account, policy)| entry(account, None, policy)).collect();
        let mut ledger = Ledger::default();
        let before = Outflow { accounts: vec![id(1)], amount: Rao(spent) };
        ledger.record(&before, None, 100 * HOUR_MS);
        let is_refused = |call: CallNode| {
            check(&entries, &ledger, &request(&shown(call), &role)).is_err()
        };
        if is_refused(call.clone()) {
            prop_assert!(is_refused(batch(vec![call.clone()])));
            prop_assert!(is_refused(batch(vec![beside, batch(vec![call.clone()])])));
            prop_assert!(is_refused(proxied(3, call)));
        }
    }
}
