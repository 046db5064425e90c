//! A transfer that mainnet took, byte for byte.

#![allow(clippy::unwrap_used)]

mod common;

use taolight_codec::{CallNode, Era, HumanValue, Metadata, Parameters, Payload, Signature};
use taolight_codec::{decode_extrinsic, describe_call};
use taolight_primitives::{AccountId, BlockHash, Rao};

const CALL: &str = "050300a69ffb8d15b780999fc0ae940aabf71073498ab19a1561a4c4b473ebbe8a336a0701c086ef08";
const PAYLOAD: &str = "050300a69ffb8d15b780999fc0ae940aabf71073498ab19a1561a4c4b473ebbe8a336a0701c086ef08\
    2401953000\
    00d3010000010000002f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03\
    3e36c12ef656fcb022bf02295f249cf36791e1b9298565be52c950bd11a5621100";
const SIGNATURE: &str = "fe1f11659e87849a395e134c822d9b7b387d8a2588b5cb17bcd267d699fa161a\
    1131e841529335807bbd0ce8f3208740a936569308d36fd6faaeb5508c1ec98d";
const SIGNER: &str = "5CAX2o2zUPDRbfoqEbao9dEjcr9auda7aiQxDBFHiYZJm2KS";

fn array<const N: usize>(hex: &str) -> [u8; N] {
    hex::decode(hex).unwrap().try_into().unwrap()
}

#[test]
fn transfer_of_mainnet() {
    // Spec 425 and the runtime that took the transfer agree in everything that a transfer needs.
    let Some(metadata) = common::reference_metadata() else {
        return;
    };
    let metadata = Metadata::decode(&metadata).unwrap();
    let signer = AccountId::from_ss58(SIGNER).unwrap();
    let destination = AccountId(array(&CALL[6..70]));
    let amount = Rao(0x08_ef86_c001);
    let call = common::transfer(&metadata, destination, amount);
    assert_eq!(hex::encode(&call), CALL);

    let parameters = Parameters {
        nonce: 0xc25,
        tip: Rao::ZERO,
        era: Era::mortal(32, 9_101_266),
        birth_hash: BlockHash(array(
            "3e36c12ef656fcb022bf02295f249cf36791e1b9298565be52c950bd11a56211",
        )),
        genesis: BlockHash(array(
            "2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03",
        )),
        spec_version: 467,
        transaction_version: 1,
        metadata_digest: None,
    };
    let payload = Payload::new(&metadata, &call, &parameters).unwrap();
    assert_eq!(hex::encode(payload.bytes()), PAYLOAD);

    let signature: [u8; 64] = array(SIGNATURE);
    let key = schnorrkel::PublicKey::from_bytes(&signer.0).unwrap();
    let parsed = schnorrkel::Signature::from_bytes(&signature).unwrap();
    key.verify_simple(b"substrate", &payload.message(), &parsed)
        .unwrap();

    let extrinsic = payload
        .signed(&metadata, &signer, &Signature::Sr25519(signature))
        .unwrap();
    let decoded = decode_extrinsic(&metadata, &extrinsic).unwrap();
    assert_eq!(
        (decoded.account, decoded.nonce, decoded.tip),
        (signer, 0xc25, Rao::ZERO)
    );
    assert_eq!((decoded.era, decoded.checks_metadata), (parameters.era, false));
    assert_eq!(
        (decoded.signature, decoded.call),
        (Signature::Sr25519(signature), call.clone())
    );

    let CallNode {
        pallet,
        name,
        arguments,
    } = describe_call(&metadata, &call).unwrap();
    assert_eq!(
        (pallet.as_str(), name.as_str()),
        ("Balances", "transfer_keep_alive")
    );
    let values: Vec<_> = arguments.into_iter().map(|argument| argument.value).collect();
    assert_eq!(
        values,
        [HumanValue::Account(destination), HumanValue::Amount(amount)]
    );
}
