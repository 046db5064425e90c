//! Intents against what a real runtime took: the calls byte for byte, and what their events say.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../../codec/tests/common/mod.rs"]
mod common;

use std::collections::BTreeMap;

use parity_scale_codec::{Compact, Decode};
use serde_json::{Map, Value as Json, json};
use taolight_bittensor::{
    intents::{Intent, RawCall, Timepoint, multisig_account, outcome::TransactionOutcome},
    remedy,
};
use taolight_primitives::{AccountId, BlockHash, Rao};

/// Nests deeper than the chain allows, and is recorded without its arguments.
const TOO_DEEP: &str = "pool-too-deep";
/// Its struct is recorded as a list of one list.
const COMMITMENT: &str = "commitment";

/// The intent that makes a recorded call, as JSON, if there is one.
fn intent(id: &str, call: &str, args: &Json) -> Option<Json> {
    let text = |name: &str| args[name].clone();
    let number = |name: &str| json!(args[name].as_str().unwrap().parse::<u64>().unwrap());
    let limit = || json!({ "price": args["limit_price"], "allowPartial": args["allow_partial"] });
    let stake = |name: &str, amount: &str, limit: Json| json!({ "intent": name, "hotkey": args["hotkey"], "netuid": number("netuid"), "amount": args[amount], "limit": limit });
    let multisig = || json!({ "threshold": number("threshold"), "others": args["other_signatories"] });
    let timepoint = |name: &str| match &args[name] {
        Json::Null => Json::Null,
        when => json!({ "height": digits(&when["height"]), "index": digits(&when["index"]) }),
    };
    let weight = || {
        let weight = &args["max_weight"];
        json!({ "refTime": digits(&weight["ref_time"]), "proofSize": digits(&weight["proof_size"]) })
    };
    let proxy = |name: &str| json!({ "intent": name, "delegate": args["delegate"], "kind": args["proxy_type"], "delay": number("delay") });
    let (_, name) = call.split_once('.').unwrap();
    Some(match name {
        "transfer_keep_alive" | "transfer_allow_death" => json!({
            "intent": "transfer", "destination": args["dest"], "amount": args["value"],
            "keepAlive": name == "transfer_keep_alive",
        }),
        "transfer_all" => {
            json!({ "intent": "transferAll", "destination": args["dest"], "keepAlive": args["keep_alive"] })
        }
        "add_stake" => stake("addStake", "amount_staked", Json::Null),
        "add_stake_limit" => stake("addStake", "amount_staked", limit()),
        "remove_stake" => stake("removeStake", "amount_unstaked", Json::Null),
        "remove_stake_limit" => stake("removeStake", "amount_unstaked", limit()),
        "remove_stake_full_limit" => json!({
            "intent": "removeAllStake", "hotkey": args["hotkey"], "netuid": number("netuid"), "limit": args["limit_price"],
        }),
        "unstake_all" => json!({ "intent": "unstakeAll", "hotkey": args["hotkey"] }),
        "unstake_all_alpha" => json!({ "intent": "unstakeAllAlpha", "hotkey": args["hotkey"] }),
        "move_stake" => json!({
            "intent": "moveStake", "originHotkey": args["origin_hotkey"], "destinationHotkey": args["destination_hotkey"],
            "originNetuid": number("origin_netuid"), "destinationNetuid": number("destination_netuid"),
            "amount": args["alpha_amount"], "limit": null,
        }),
        "swap_stake" | "swap_stake_limit" => json!({
            "intent": "swapStake", "hotkey": args["hotkey"], "originNetuid": number("origin_netuid"),
            "destinationNetuid": number("destination_netuid"), "amount": args["alpha_amount"],
            "limit": (name == "swap_stake_limit").then(|| json!({
                "minimumPerAlpha": args["limit_price"], "allowPartial": args["allow_partial"],
            })),
        }),
        "transfer_stake" => json!({
            "intent": "transferStake", "destinationColdkey": args["destination_coldkey"], "hotkey": args["hotkey"],
            "destinationHotkey": null, "originNetuid": number("origin_netuid"),
            "destinationNetuid": number("destination_netuid"), "amount": args["alpha_amount"],
        }),
        "burned_register" => {
            json!({ "intent": "register", "netuid": number("netuid"), "hotkey": args["hotkey"], "limit": null })
        }
        "register_limit" => json!({
            "intent": "register", "netuid": number("netuid"), "hotkey": args["hotkey"], "limit": args["limit_price"],
        }),
        "try_associate_hotkey" => json!({ "intent": "associateHotkey", "hotkey": args["hotkey"] }),
        "set_identity" => json!({
            "intent": "setIdentity", "name": text("name"), "url": text("url"), "githubRepo": text("github_repo"),
            "image": text("image"), "discord": text("discord"), "description": text("description"),
            "additional": text("additional"),
        }),
        "batch_all" => {
            let calls = args["calls"].as_array().unwrap();
            let inner: Option<Vec<_>> = calls.iter().map(|call| inner(&common::bytes(call))).collect();
            json!({ "intent": "batch", "intents": inner? })
        }
        "add_proxy" => proxy("addProxy"),
        "remove_proxy" => proxy("removeProxy"),
        "lock_stake" => json!({
            "intent": "lockStake", "hotkey": args["hotkey"], "netuid": number("netuid"), "amount": args["amount"],
        }),
        "set_coldkey_auto_stake_hotkey" => {
            json!({ "intent": "setAutoStake", "netuid": number("netuid"), "hotkey": args["hotkey"] })
        }
        "decrease_take" => {
            json!({ "intent": "decreaseTake", "hotkey": args["hotkey"], "take": number("take") })
        }
        "increase_take" => {
            json!({ "intent": "increaseTake", "hotkey": args["hotkey"], "take": number("take") })
        }
        "set_children" => {
            let children = args["children"].as_array().unwrap().iter();
            let children: Vec<_> = children
                .map(|child| json!({ "proportion": child[0], "hotkey": child[1] }))
                .collect();
            json!({ "intent": "setChildren", "hotkey": args["hotkey"], "netuid": number("netuid"), "children": children })
        }
        "proxy" if id != TOO_DEEP => json!({
            "intent": "actAs", "real": args["real"], "kind": args["force_proxy_type"],
            "inner": inner(&common::bytes(&args["call"]))?,
        }),
        "announce" => {
            json!({ "intent": "announceProxied", "real": args["real"], "callHash": args["call_hash"] })
        }
        "as_multi" => json!({
            "intent": "actAsMultisig", "multisig": multisig(), "timepoint": timepoint("maybe_timepoint"),
            "inner": inner(&common::bytes(&args["call"]))?, "maxWeight": weight(),
        }),
        "approve_as_multi" => json!({
            "intent": "approveMultisig", "multisig": multisig(), "timepoint": timepoint("maybe_timepoint"),
            "callHash": args["call_hash"], "maxWeight": weight(),
        }),
        "cancel_as_multi" => json!({
            "intent": "cancelMultisig", "multisig": multisig(), "timepoint": timepoint("timepoint"),
            "callHash": args["call_hash"],
        }),
        "swap_coldkey_announced" => {
            json!({ "intent": "executeColdkeySwap", "newColdkey": args["new_coldkey"] })
        }
        "claim_root" => {
            let subnets: Vec<_> = args["subnets"].as_array().unwrap().iter().map(digits).collect();
            json!({ "intent": "claimRoot", "subnets": subnets })
        }
        "serve_axon" => json!({
            "intent": "serveAxon", "netuid": number("netuid"), "version": number("version"), "port": number("port"),
            "ip": std::net::Ipv4Addr::from(u32::try_from(digits(&args["ip"])).unwrap()), "certificate": null,
        }),
        "create" => json!({
            "intent": "createCrowdloan", "deposit": args["deposit"], "minContribution": args["min_contribution"],
            "cap": args["cap"], "end": number("end"), "inner": null, "target": args["target_address"],
        }),
        "set_reject_locked_alpha" => {
            json!({ "intent": "acceptLockedAlpha", "accept": !args["enabled"].as_bool().unwrap() })
        }
        _ => return None,
    })
}

fn digits(json: &Json) -> u64 {
    common::number(json)
}

/// The intent of a recorded call within a call; none if it is of another kind.
fn inner(call: &[u8]) -> Option<Json> {
    let account = |bytes: &[u8]| AccountId(bytes.try_into().unwrap()).to_string();
    match (call[0], call[1]) {
        (5, 3) => {
            let amount = Compact::<u64>::decode(&mut &call[35..]).unwrap().0;
            Some(json!({
                "intent": "transfer", "destination": account(&call[3..35]), "amount": amount.to_string(), "keepAlive": true,
            }))
        }
        (7, 2) => Some(json!({
            "intent": "addStake", "hotkey": account(&call[2..34]),
            "netuid": u16::from_le_bytes([call[34], call[35]]),
            "amount": u64::from_le_bytes(call[36..44].try_into().unwrap()).to_string(), "limit": null,
        })),
        _ => None,
    }
}

#[test]
fn recorded_calls_byte_for_byte() {
    let Some((metadata, file)) = common::recording("extrinsics.json") else {
        return;
    };
    let (mut rebuilt, mut raw) = (0, 0);
    let mut kinds = BTreeMap::new();
    for recorded in file["extrinsics"].as_array().unwrap() {
        let (id, call) = (
            recorded["id"].as_str().unwrap(),
            recorded["call"].as_str().unwrap(),
        );
        let want = hex::encode(common::bytes(&recorded["call_hex"]));
        if let Some(json) = intent(id, call, &recorded["args"]) {
            let intent: Intent = serde_json::from_value(json).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert_eq!(hex::encode(intent.build(&metadata).unwrap()), want, "{id}");
            rebuilt += 1;
            *kinds.entry(call.to_owned()).or_insert(0) += 1;
        }
        if id == TOO_DEEP || id == COMMITMENT {
            continue;
        }
        let (pallet, name) = call.split_once('.').unwrap();
        let by_name = RawCall {
            pallet: pallet.to_owned(),
            call: name.to_owned(),
            arguments: recorded["args"].as_object().cloned().unwrap_or_else(Map::new),
        };
        assert_eq!(
            hex::encode(Intent::from(by_name).build(&metadata).unwrap()),
            want,
            "{id} by name"
        );
        raw += 1;
    }
    assert_eq!(raw, 127);
    assert!(rebuilt >= 110, "{rebuilt} rebuilt: {kinds:?}");
}

#[test]
fn announced_keys_are_hashed() {
    let Some((metadata, file)) = common::recording("extrinsics.json") else {
        return;
    };
    let all = file["extrinsics"].as_array().unwrap();
    let find = |id: &str| all.iter().find(|recorded| recorded["id"] == id).unwrap();
    let announced = find("ok-announce-swap");
    let executed = find("swap-coldkey-too-early");
    let json = json!({ "intent": "announceColdkeySwap", "newColdkey": executed["args"]["new_coldkey"] });
    let intent: Intent = serde_json::from_value(json).unwrap();
    let built = hex::encode(intent.build(&metadata).unwrap());
    assert_eq!(built, hex::encode(common::bytes(&announced["call_hex"])));
}

#[test]
fn multisig_accounts_as_the_runtime_derives_them() {
    let Some((_, file)) = common::recording("extrinsics.json") else {
        return;
    };
    let all = file["extrinsics"].as_array().unwrap();
    let first = all
        .iter()
        .find(|recorded| recorded["id"] == "multisig-as-multi-first")
        .unwrap();
    let mut signatories: Vec<AccountId> =
        serde_json::from_value(first["args"]["other_signatories"].clone()).unwrap();
    signatories.push(AccountId(common::array(&first["signer_public"])));
    assert_eq!(
        multisig_account(&signatories, 2).to_string(),
        "5DjYJStmdZ2rcqXbXGX7TW85JsrW6uG4y9MUcLq2BoPMpRA7"
    );
    signatories.reverse();
    assert_eq!(
        multisig_account(&signatories, 2).to_string(),
        "5DjYJStmdZ2rcqXbXGX7TW85JsrW6uG4y9MUcLq2BoPMpRA7"
    );
}

#[test]
fn outcomes_as_recorded() {
    let (Some((metadata, extrinsics)), Some((_, storage))) = (
        common::recording("extrinsics.json"),
        common::recording("storage.json"),
    ) else {
        return;
    };
    let mut checked = 0;
    for block in storage["events_of_blocks"].as_array().unwrap() {
        let raw = common::bytes(&block["events_hex"]);
        for recorded in extrinsics["extrinsics"].as_array().unwrap() {
            let inclusion = &recorded["inclusion"];
            if inclusion["block_hash"] != block["block_hash"] {
                continue;
            }
            let id = recorded["id"].as_str().unwrap();
            let at = Timepoint {
                height: digits(&inclusion["block_number"]).try_into().unwrap(),
                index: digits(&inclusion["extrinsic_index"]).try_into().unwrap(),
            };
            let outcome = TransactionOutcome::read(&metadata, &raw, at.height, at.index)
                .unwrap()
                .expect(id);
            assert_eq!(
                outcome.error.is_none(),
                recorded["success"].as_bool().unwrap(),
                "{id}"
            );
            assert_eq!(
                outcome.fee.map_or(0, |Rao(fee)| fee),
                digits(&recorded["fee_paid"]),
                "{id}"
            );
            let named = recorded["dispatch_errors"].as_array().unwrap().iter();
            for error in named.filter(|error| error["name"].is_string()) {
                let name = format!(
                    "{}.{}",
                    error["pallet"].as_str().unwrap(),
                    error["name"].as_str().unwrap()
                );
                let errors = outcome
                    .inner
                    .iter()
                    .filter_map(|inner| inner.error())
                    .chain(&outcome.error);
                assert!(errors.clone().any(|found| found.name == name), "{id}: {name}");
                assert!(remedy::known(&name).is_some(), "{name}");
            }
            checked += 1;
        }
    }
    assert!(checked >= 8, "{checked}");
}

/// Errors that only operators of subnets, validators' software or the chain's council meet, and those of pallets' inner
/// workings: they get the sentence that names them.
const OPERATORS: &[&str] = &[
    "ActivityCutoffFactorMilliOutOfBounds",
    "ActivityCutoffTooLow",
    "AdminActionProhibitedDuringWeightsWindow",
    "AlphaHighTooLow",
    "AlphaLowOutOfRange",
    "AutoEpochAlreadyImminent",
    "CanNotSetRootNetworkWeights",
    "CommitRevealDisabled",
    "CommitRevealEnabled",
    "DuplicateUids",
    "DynamicTempoBlockedByCommitReveal",
    "EpochTriggerAlreadyPending",
    "ExpiredWeightCommit",
    "IncorrectCommitRevealVersion",
    "IncorrectWeightVersionKey",
    "InvalidNumRootClaim",
    "InvalidRevealCommitHashNotMatch",
    "InvalidRevealRound",
    "InvalidVotingPowerEmaAlpha",
    "LiquidAlphaDisabled",
    "MaxWeightExceeded",
    "NoWeightsCommitFound",
    "RevealPeriodTooLarge",
    "RevealPeriodTooSmall",
    "RevealTooEarly",
    "TempoOutOfBounds",
    "TooManyUIDsPerMechanism",
    "TooManyUnrevealedCommits",
    "TrimmingWouldExceedMaxImmunePercentage",
    "UidMapCouldNotBeCleared",
    "UidVecContainInvalidOne",
    "UidsLengthExceedUidsInSubNet",
    "VotingPowerTrackingNotEnabled",
    "WeightVecLengthIsLow",
    "WeightVecNotEqualSize",
    // System.
    "FailedToExtractRuntimeVersion",
    "InvalidSpecName",
    "NothingAuthorized",
    "SpecVersionNeedsToIncrease",
    "Unauthorized",
    // SafeMode.
    "AlreadyDeposited",
    "CannotReleaseYet",
    "CurrencyError",
    "NoDeposit",
    "NotConfigured",
    // Swap.
    "FeeRateTooHigh",
];

#[test]
fn every_error_that_a_wallet_meets_has_a_sentence() {
    let Some(interface) = common::reference("reference/interface-425.md") else {
        return;
    };
    let interface = String::from_utf8(interface).unwrap();
    let pallets = [
        "System",
        "Balances",
        "SubtensorModule",
        "Utility",
        "Multisig",
        "Proxy",
        "Commitments",
        "SafeMode",
        "Crowdloan",
        "Swap",
    ];
    let (mut pallet, mut seen) = ("", 0);
    for line in interface.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            pallet = name;
        }
        let Some(errors) = line
            .strip_prefix("Errors: ")
            .filter(|_| pallets.contains(&pallet))
        else {
            continue;
        };
        for error in errors.split(", ").map(|error| error.split_once(' ').unwrap().1) {
            seen += 1;
            let known = remedy::known(&format!("{pallet}.{error}")).is_some();
            assert_ne!(known, OPERATORS.contains(&error), "{pallet}.{error}");
        }
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn hashes_of_calls_name_them() {
    let Some((metadata, file)) = common::recording("extrinsics.json") else {
        return;
    };
    for recorded in file["extrinsics"].as_array().unwrap() {
        let (id, call) = (
            recorded["id"].as_str().unwrap(),
            recorded["call"].as_str().unwrap(),
        );
        let Some(json) = intent(id, call, &recorded["args"]) else {
            continue;
        };
        let intent: Intent = serde_json::from_value(json).unwrap();
        let want = BlockHash(common::array(&recorded["call_hash_blake2_256"]));
        assert_eq!(intent.call_hash(&metadata).unwrap(), want, "{id}");
    }
}
