//! Extrinsics that a real runtime took or refused: written, signed, read and described as they were.

#![allow(clippy::unwrap_used)]

mod common;

use common::{array, block_hash, bytes, number};
use taolight_codec::{
    CallNode, CodecError, Era, HumanValue, Metadata, Parameters, Payload, Signature, Validity,
};
use taolight_codec::{decode_extrinsic, decode_validity, describe_call, extrinsic_hash, validity_call};
use taolight_primitives::{AccountId, Rao};

/// Recorded with a signature that is broken on purpose.
const BROKEN: &str = "pool-bad-proof";

/// Nests deeper than the chain itself allows.
const TOO_DEEP: &str = "pool-too-deep";

#[test]
fn extrinsics_byte_for_byte() {
    let Some((metadata, file)) = common::recording("extrinsics.json") else {
        return;
    };
    let mut verified = 0;
    for recorded in file["extrinsics"].as_array().unwrap() {
        let id = recorded["id"].as_str().unwrap();
        let (call, recorded_era) = (bytes(&recorded["call_hex"]), &recorded["era"]);
        let immortal = recorded_era["immortal"].as_bool().unwrap();
        let era = if immortal {
            Era::Immortal
        } else {
            let (period, birth) = (
                number(&recorded_era["period"]),
                number(&recorded_era["birth_block"]),
            );
            Era::mortal(period.try_into().unwrap(), birth.try_into().unwrap())
        };
        assert_eq!(era.encode(), bytes(&recorded_era["encoded"]), "{id}");
        let parameters = Parameters {
            nonce: number(&recorded["nonce"]).try_into().unwrap(),
            tip: Rao(number(&recorded["tip"])),
            era,
            birth_hash: block_hash(if immortal {
                &recorded["genesis_hash"]
            } else {
                &recorded_era["birth_block_hash"]
            }),
            genesis: block_hash(&recorded["genesis_hash"]),
            spec_version: number(&recorded["spec_version"]).try_into().unwrap(),
            transaction_version: number(&recorded["transaction_version"]).try_into().unwrap(),
            metadata_digest: recorded["metadata_hash"]
                .is_string()
                .then(|| array(&recorded["metadata_hash"])),
        };
        let payload = Payload::new(&metadata, &call, &parameters).unwrap();
        assert_eq!(
            hex::encode(payload.bytes()),
            hex::encode(bytes(&recorded["payload_hex"])),
            "{id}"
        );
        assert_eq!(payload.message(), bytes(&recorded["signed_message_hex"]), "{id}");

        let (account, raw) = (
            AccountId(array(&recorded["signer_public"])),
            array(&recorded["signature"]),
        );
        let signature = match recorded["crypto"].as_str().unwrap() {
            "sr25519" => Signature::Sr25519(raw),
            "ed25519" => Signature::Ed25519(raw),
            other => panic!("{id} is signed by {other}"),
        };
        if matches!(signature, Signature::Sr25519(_)) && id != BROKEN {
            let key = schnorrkel::PublicKey::from_bytes(&account.0).unwrap();
            let parsed = schnorrkel::Signature::from_bytes(&raw).unwrap();
            assert!(
                key.verify_simple(b"substrate", &payload.message(), &parsed)
                    .is_ok(),
                "{id}"
            );
            verified += 1;
        }
        let extrinsic = payload.signed(&metadata, &account, &signature).unwrap();
        assert_eq!(
            hex::encode(&extrinsic),
            hex::encode(bytes(&recorded["extrinsic_hex"])),
            "{id}"
        );
        assert_eq!(
            extrinsic_hash(&extrinsic),
            block_hash(&recorded["extrinsic_hash"]),
            "{id}"
        );

        let decoded = decode_extrinsic(&metadata, &extrinsic).unwrap();
        assert_eq!(
            (decoded.account, decoded.signature, &decoded.call),
            (account, signature, &call),
            "{id}"
        );
        assert_eq!(
            (decoded.nonce, decoded.tip, decoded.era),
            (parameters.nonce, parameters.tip, era),
            "{id}"
        );
        assert_eq!(
            decoded.checks_metadata,
            parameters.metadata_digest.is_some(),
            "{id}"
        );

        if id == TOO_DEEP {
            assert_eq!(describe_call(&metadata, &call), Err(CodecError::TooDeep));
            continue;
        }
        let node = describe_call(&metadata, &call).unwrap();
        assert_eq!(
            format!("{}.{}", node.pallet, node.name),
            recorded["call"].as_str().unwrap()
        );
        let too_long = [&call[..], &[0]].concat();
        assert_eq!(
            describe_call(&metadata, &too_long),
            Err(CodecError::LeftOver(1)),
            "{id}"
        );
    }
    assert!(verified > 120, "{verified} signatures");
}

#[test]
fn validity_as_the_runtime_answered() {
    let Some((metadata, file)) = common::recording("extrinsics.json") else {
        return;
    };
    let validity = &file["validity"];
    for entry in validity["entries"].as_array().unwrap() {
        let id = entry["id"].as_str().unwrap();
        let block = block_hash(&validity["block_hash"]);
        let call = validity_call(&metadata, &bytes(&entry["extrinsic_hex"]), &block).unwrap();
        assert_eq!(call.method, validity["method"].as_str().unwrap());
        assert_eq!(call.parameters, bytes(&entry["args_hex"]), "{id}");
        let answer = decode_validity(&metadata, &bytes(&entry["output_hex"])).unwrap();
        let decoded = &entry["decoded"];
        match answer {
            Validity::Valid => assert!(decoded.get("Ok").is_some(), "{id}"),
            Validity::Invalid { reason, custom } => {
                let said = decoded["Err"]["Invalid"].to_string();
                assert!(said.contains(&reason), "{id}: {reason} in {said}");
                assert!(
                    custom.is_none_or(|number| said.contains(&number.to_string())),
                    "{id}: {said}"
                );
            }
            Validity::Unknown { reason } => {
                assert!(decoded["Err"]["Unknown"].to_string().contains(&reason), "{id}")
            }
        }
    }
}

/// One recorded call, described.
fn described(metadata: &Metadata, file: &serde_json::Value, id: &str) -> CallNode {
    let mut all = file["extrinsics"].as_array().unwrap().iter();
    let recorded = all.find(|recorded| recorded["id"] == id).unwrap();
    describe_call(metadata, &bytes(&recorded["call_hex"])).unwrap()
}

fn argument<'a>(call: &'a CallNode, name: &str) -> &'a HumanValue {
    &call
        .arguments
        .iter()
        .find(|argument| argument.name == name)
        .unwrap()
        .value
}

#[test]
fn amounts_of_tao_are_amounts_and_alpha_is_not() {
    let Some((metadata, file)) = common::recording("extrinsics.json") else {
        return;
    };
    let stake = described(&metadata, &file, "add-stake");
    assert_eq!(
        argument(&stake, "amount_staked"),
        &HumanValue::Amount(Rao(10_000_000_000))
    );
    assert!(matches!(argument(&stake, "hotkey"), HumanValue::Account(_)));
    assert_eq!(argument(&stake, "netuid"), &HumanValue::Number("2".to_owned()));
    let unstake = described(&metadata, &file, "remove-stake");
    assert!(matches!(
        argument(&unstake, "amount_unstaked"),
        HumanValue::Number(_)
    ));
}

#[test]
fn calls_within_calls_are_calls() {
    let Some((metadata, file)) = common::recording("extrinsics.json") else {
        return;
    };
    let batch = described(&metadata, &file, "batch-all");
    let HumanValue::List(calls) = argument(&batch, "calls") else {
        panic!("{batch:?}")
    };
    let names: Vec<_> = calls
        .iter()
        .map(|call| match call {
            HumanValue::Call(call) => call.name.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(names, ["add_stake", "transfer_keep_alive"]);
    let proxied = described(&metadata, &file, "proxy-proxy");
    assert!(matches!(argument(&proxied, "real"), HumanValue::Account(_)));
    assert!(
        matches!(argument(&proxied, "call"), HumanValue::Call(call) if call.pallet == "Utility" || call.pallet == "SubtensorModule")
    );
}
