//! What is described is what is signed, once, and nothing else is.

#![allow(clippy::unwrap_used)]

mod common;

use std::time::Duration;

use common::{Device, alice, bob, coldkey, import, runtime, transfer_to_bob, unsigned, vault};
use futures::executor::block_on;
use serde_json::json;
use taolight_codec::{Era, Metadata, Signature, Value, decode_extrinsic, encode_call, extrinsic_hash};
use taolight_primitives::{BlockHash, Bytes, ErrorCode, Failure, Rao};
use taolight_protocol::engine::{Intent, Unsigned};
use taolight_protocol::vault::{
    Describe, DescribeMessage, HumanValue, MetadataCheck, RemoveAccount, Sign, SignMessage, Summary, Warning,
};
use taolight_vault::Vault;

fn describe(vault: &mut Vault, unsigned: &Unsigned) -> Result<Summary, Failure> {
    let unsigned = unsigned.clone();
    block_on(vault.describe(&Describe {
        unsigned,
        intent: None,
        origin: None,
    }))
}

/// The warnings, less that of a receiver who is new.
fn dangers(summary: Summary) -> Vec<Warning> {
    let mut warnings = summary.warnings;
    warnings.retain(|warning| !matches!(warning, Warning::FirstUse { .. }));
    warnings
}

fn approve(summary: &Summary) -> Sign {
    Sign {
        approval: summary.approval.clone(),
        payload_hash: summary.payload_hash,
    }
}

#[test]
fn a_call_that_is_not_the_intended_one_is_shown_and_never_signed() {
    let (mut vault, metadata) = common::vault_of(common::metadata());
    let intended = |amount: u64| -> Intent {
        serde_json::from_value(json!({
            "intent": "transfer",
            "destination": bob(),
            "amount": Rao(amount),
            "keepAlive": true,
        }))
        .unwrap()
    };
    let mut describe = |unsigned: Unsigned, amount| {
        block_on(vault.describe(&Describe {
            unsigned,
            intent: Some(intended(amount)),
            origin: None,
        }))
        .unwrap()
    };
    let (kept, emptied) = (
        transfer_to_bob(&metadata, true),
        transfer_to_bob(&metadata, false),
    );
    let good = describe(kept.clone(), 1_500_000_000);
    assert_eq!(good.as_intended, Some(true));
    let others = [(kept, 1_500_000_001), (emptied, 1_500_000_000)];
    let others = others.map(|(unsigned, amount)| describe(unsigned, amount));
    for summary in others {
        assert_eq!(summary.as_intended, Some(false));
        let refused = block_on(vault.sign(&approve(&summary))).unwrap_err();
        assert_eq!(refused.code, ErrorCode::NotApproved);
    }
    assert!(block_on(vault.sign(&approve(&good))).is_ok());
}

#[test]
fn described_and_signed() {
    describe_and_sign(common::metadata());
}

#[test]
fn described_and_signed_for_the_reference_runtime() {
    if let Some(metadata) = common::reference_metadata() {
        describe_and_sign(metadata);
    }
}

fn describe_and_sign(metadata: Vec<u8>) {
    let (mut vault, metadata) = common::vault_of(metadata);
    let unsigned = transfer_to_bob(&metadata, true);
    let summary = describe(&mut vault, &unsigned).unwrap();
    assert_eq!(
        (summary.account, summary.nonce, summary.tip),
        (alice(), 7, Rao(11))
    );
    let call = summary.call.decoded().unwrap();
    assert_eq!(
        (call.pallet.as_str(), call.name.as_str()),
        ("Balances", "transfer_keep_alive")
    );
    let arguments: Vec<_> = call
        .arguments
        .iter()
        .map(|argument| argument.value.clone())
        .collect();
    assert_eq!(
        arguments,
        [HumanValue::Account(bob()), HumanValue::Amount(Rao(1_500_000_000))]
    );
    let MetadataCheck::Enabled { digest } = summary.metadata_check else {
        panic!("the runtime checks the metadata's digest");
    };
    assert_eq!(summary.warnings, [Warning::FirstUse { destination: bob() }]);

    let signed = block_on(vault.sign(&approve(&summary))).unwrap();
    assert_eq!(signed.hash, extrinsic_hash(&signed.extrinsic.0));
    let decoded = decode_extrinsic(&metadata, &signed.extrinsic.0).unwrap();
    assert_eq!((decoded.account, &decoded.call), (alice(), &unsigned.call.0));
    assert_eq!(
        (decoded.nonce, decoded.tip, decoded.era),
        (7, Rao(11), Era::mortal(64, 1_000))
    );
    assert!(decoded.checks_metadata);

    // The signature is about the payload, put together here a second time.
    let parameters = taolight_codec::Parameters {
        nonce: 7,
        tip: Rao(11),
        era: Era::mortal(64, 1_000),
        birth_hash: BlockHash([3; 32]),
        genesis: BlockHash([9; 32]),
        spec_version: unsigned.spec_version,
        transaction_version: unsigned.transaction_version,
        metadata_digest: Some(digest.0),
    };
    let payload = taolight_codec::Payload::new(&metadata, &unsigned.call.0, &parameters).unwrap();
    assert_eq!(payload.hash(), summary.payload_hash);
    let Signature::Sr25519(signature) = decoded.signature else {
        panic!("an sr25519 key")
    };
    assert!(taolight_keys::verify(&alice(), &payload.message(), &signature));
}

#[test]
fn an_approval_is_good_once_and_for_one_thing() {
    let (mut vault, metadata) = vault();
    let first = describe(&mut vault, &transfer_to_bob(&metadata, true)).unwrap();
    let second = describe(&mut vault, &transfer_to_bob(&metadata, false)).unwrap();
    assert_ne!(first.approval, second.approval);

    let crossed = Sign {
        approval: first.approval.clone(),
        payload_hash: second.payload_hash,
    };
    assert_eq!(
        block_on(vault.sign(&crossed)).unwrap_err().code,
        ErrorCode::NotApproved
    );
    // A wrong try uses the approval up.
    assert_eq!(
        block_on(vault.sign(&approve(&first))).unwrap_err().code,
        ErrorCode::NotApproved
    );

    block_on(vault.sign(&approve(&second))).unwrap();
    assert_eq!(
        block_on(vault.sign(&approve(&second))).unwrap_err().code,
        ErrorCode::NotApproved
    );
    for token in [vec![], vec![0; 31], vec![0; 32]] {
        let guessed = Sign {
            approval: Bytes(token),
            payload_hash: second.payload_hash,
        };
        assert_eq!(
            block_on(vault.sign(&guessed)).unwrap_err().code,
            ErrorCode::NotApproved
        );
    }
}

#[test]
fn only_the_latest_sixteen_wait() {
    let (mut vault, metadata) = vault();
    let summaries: Vec<_> = (0..17)
        .map(|_| describe(&mut vault, &transfer_to_bob(&metadata, true)).unwrap())
        .collect();
    assert_eq!(
        block_on(vault.sign(&approve(&summaries[0]))).unwrap_err().code,
        ErrorCode::NotApproved
    );
    for summary in &summaries[1..] {
        block_on(vault.sign(&approve(summary))).unwrap();
    }
}

#[test]
fn a_removed_account_signs_nothing() {
    let (mut vault, metadata) = vault();
    let summary = describe(&mut vault, &transfer_to_bob(&metadata, true)).unwrap();
    block_on(vault.remove(&RemoveAccount { address: alice() })).unwrap();
    assert!(block_on(vault.accounts()).unwrap().accounts.is_empty());
    import(&mut vault, "//Alice", "Alice", coldkey()).unwrap();
    assert_eq!(
        block_on(vault.sign(&approve(&summary))).unwrap_err().code,
        ErrorCode::NotApproved
    );
    assert_eq!(
        block_on(vault.remove(&RemoveAccount { address: bob() }))
            .unwrap_err()
            .code,
        ErrorCode::UnknownAccount
    );
}

#[test]
fn danger_is_warned_of_wherever_it_hides() {
    let (mut vault, metadata) = vault();
    let mut warnings = |call: Vec<u8>| dangers(describe(&mut vault, &unsigned(&metadata, call)).unwrap());
    let deadly = transfer_to_bob(&metadata, false).call.0;
    let harmless = transfer_to_bob(&metadata, true).call.0;
    assert_eq!(warnings(deadly.clone()), [Warning::AllowsDeath]);
    assert_eq!(warnings(harmless.clone()), []);
    let everything = |keep_alive: bool| {
        let arguments = [("dest", bob().into()), ("keep_alive", Value::Flag(keep_alive))];
        encode_call(&metadata, "Balances", "transfer_all", &arguments).unwrap()
    };
    assert_eq!(warnings(everything(false)), [Warning::AllowsDeath]);
    assert_eq!(warnings(everything(true)), []);
    let batch = |calls: Vec<Vec<u8>>| {
        let calls = Value::List(calls.into_iter().map(Value::Encoded).collect());
        encode_call(&metadata, "Utility", "batch_all", &[("calls", calls)]).unwrap()
    };
    assert_eq!(
        warnings(batch(vec![harmless.clone(), batch(vec![deadly.clone()])])),
        [Warning::AllowsDeath, Warning::Hidden]
    );
    assert_eq!(warnings(batch(vec![harmless])), []);

    let proxy = |kind| {
        let kind = Value::Variant(kind, Vec::new());
        let arguments = [
            ("delegate", bob().into()),
            ("proxy_type", kind),
            ("delay", Value::from(0_u32)),
        ];
        encode_call(&metadata, "Proxy", "add_proxy", &arguments).unwrap()
    };
    assert_eq!(warnings(proxy("Any")), [Warning::GivesFullControl]);
    assert_eq!(warnings(proxy("Transfer")), []);
    assert_eq!(
        warnings(batch(vec![deadly, proxy("Any")])),
        [Warning::AllowsDeath, Warning::Hidden, Warning::GivesFullControl]
    );
}

#[test]
fn swaps_of_coldkeys_are_warned_of() {
    let Some(metadata) = common::reference_metadata() else {
        return;
    };
    let (mut vault, metadata) = common::vault_of(metadata);
    let mut warnings = |name: &str, arguments: &[(&str, Value)]| {
        let call = encode_call(&metadata, "SubtensorModule", name, arguments).unwrap();
        dangers(describe(&mut vault, &unsigned(&metadata, call)).unwrap())
    };
    let hash = Value::Bytes(vec![7; 32]);
    assert_eq!(
        warnings("announce_coldkey_swap", &[("new_coldkey_hash", hash)]),
        [Warning::SwapsColdkey]
    );
    assert_eq!(
        warnings("swap_coldkey_announced", &[("new_coldkey", bob().into())]),
        [Warning::SwapsColdkey]
    );
    assert_eq!(warnings("dispute_coldkey_swap", &[]), [Warning::FreezesAccount]);
}

#[test]
fn metadata_has_to_be_what_it_is_said_to_be() {
    let bytes = common::metadata();
    let mut vault = Device::default().tab();
    let mut refused = |change: fn(&mut taolight_protocol::engine::RuntimeMetadata)| {
        let mut given = runtime(bytes.clone());
        change(&mut given);
        let named = given.metadata;
        let error = vault.add_metadata(given).unwrap_err();
        assert!(!vault.has_metadata(&named));
        error.code
    };
    assert_eq!(
        refused(|given| given.metadata.hash = BlockHash([0; 32])),
        ErrorCode::MalformedMetadata
    );
    assert_eq!(
        refused(|given| given.metadata.spec_version += 1),
        ErrorCode::RuntimeChanged
    );
    assert_eq!(
        refused(|given| given.bytes.0.truncate(1000)),
        ErrorCode::MalformedMetadata
    );
    assert_eq!(refused(|given| given.decimals = 18), ErrorCode::TypeMismatch);
    let given = runtime(bytes);
    let named = given.metadata;
    vault.add_metadata(given).unwrap();
    assert!(vault.has_metadata(&named));
}

#[test]
fn transactions_have_to_fit_the_runtime() {
    let (mut vault, metadata) = vault();
    let mut refused = |change: fn(&mut taolight_protocol::engine::Unsigned)| {
        let mut unsigned = transfer_to_bob(&metadata, true);
        change(&mut unsigned);
        describe(&mut vault, &unsigned).unwrap_err().code
    };
    assert_eq!(
        refused(|unsigned| unsigned.spec_version += 1),
        ErrorCode::RuntimeChanged
    );
    assert_eq!(
        refused(|unsigned| unsigned.transaction_version += 1),
        ErrorCode::RuntimeChanged
    );
    assert_eq!(
        refused(|unsigned| unsigned.metadata.hash = BlockHash([0; 32])),
        ErrorCode::MetadataMissing
    );
    assert_eq!(
        refused(|unsigned| unsigned.account = bob()),
        ErrorCode::UnknownAccount
    );
    assert_eq!(
        refused(|unsigned| unsigned.mortality.period = 100),
        ErrorCode::TypeMismatch
    );
    assert_eq!(
        refused(|unsigned| unsigned.mortality.period = 0),
        ErrorCode::TypeMismatch
    );
    assert_eq!(
        refused(|unsigned| {
            unsigned.mortality.period = 65_536;
            unsigned.mortality.birth.number = 17;
        }),
        ErrorCode::TypeMismatch
    );
}

#[test]
fn approvals_are_good_for_a_minute() {
    let device = Device::default();
    let bytes = common::metadata();
    let metadata = Metadata::decode(&bytes).unwrap();
    let mut vault = device.made();
    import(&mut vault, "//Alice", "Alice", coldkey()).unwrap();
    vault.add_metadata(runtime(bytes)).unwrap();
    let unsigned = transfer_to_bob(&metadata, true);

    let in_time = describe(&mut vault, &unsigned).unwrap();
    device.wait(Duration::from_secs(60));
    block_on(vault.sign(&approve(&in_time))).unwrap();

    let late = describe(&mut vault, &unsigned).unwrap();
    device.wait(Duration::from_millis(60_001));
    let refused = block_on(vault.sign(&approve(&late))).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotApproved);
    assert!(refused.message.contains("minute"), "{refused}");
    assert!(block_on(vault.sign(&approve(&late))).is_err());
}

#[test]
fn messages_are_signed_in_their_wrapping_and_never_as_transactions() {
    let (mut vault, metadata) = vault();
    let message = |bytes: &[u8]| DescribeMessage {
        account: alice(),
        message: Bytes(bytes.to_vec()),
        origin: None,
    };
    let summary = block_on(vault.describe_message(&message(b"log in"))).unwrap();
    assert_eq!(summary.text.as_deref(), Some("log in"));
    assert_eq!(summary.signed.0, b"<Bytes>log in</Bytes>");
    let sign = SignMessage {
        approval: summary.approval,
        payload_hash: summary.payload_hash,
    };
    let signature = block_on(vault.sign_message(&sign))
        .unwrap()
        .signature
        .0
        .try_into()
        .unwrap();
    assert!(taolight_keys::verify(
        &alice(),
        b"<Bytes>log in</Bytes>",
        &signature
    ));
    assert_eq!(
        block_on(vault.sign_message(&sign)).unwrap_err().code,
        ErrorCode::NotApproved
    );

    // An approval of the one kind signs nothing of the other.
    let transaction = describe(&mut vault, &transfer_to_bob(&metadata, true)).unwrap();
    let mistaken = SignMessage {
        approval: transaction.approval,
        payload_hash: transaction.payload_hash,
    };
    assert_eq!(
        block_on(vault.sign_message(&mistaken)).unwrap_err().code,
        ErrorCode::NotApproved
    );
    let summary = block_on(vault.describe_message(&message(&[0xff]))).unwrap();
    assert_eq!(summary.text, None);
    let mistaken = Sign {
        approval: summary.approval,
        payload_hash: summary.payload_hash,
    };
    assert_eq!(
        block_on(vault.sign(&mistaken)).unwrap_err().code,
        ErrorCode::NotApproved
    );
    let stranger = DescribeMessage {
        account: bob(),
        message: Bytes::default(),
        origin: None,
    };
    assert_eq!(
        block_on(vault.describe_message(&stranger)).unwrap_err().code,
        ErrorCode::UnknownAccount
    );
}
