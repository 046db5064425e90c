//! The three versions of metadata say the same, and damage to any of them is survived.

#![allow(clippy::unwrap_used)]

mod common;

use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed, v14, v15};
use parity_scale_codec::{Decode, Encode};
use proptest::prelude::*;
use taolight_codec::{Era, Metadata, Parameters, Payload, TokenInfo};
use taolight_codec::{account_key, encode_call, fee_call, metadata_digest};
use taolight_primitives::{AccountId, BlockHash, ErrorCode, Rao};

fn token() -> TokenInfo {
    TokenInfo {
        ss58: 42,
        decimals: 9,
        symbol: "TAO".to_owned(),
    }
}

/// The same runtime in metadata of version 14.
fn in_version_14(bytes: &[u8]) -> Vec<u8> {
    let RuntimeMetadata::V15(metadata) = RuntimeMetadataPrefixed::decode(&mut &bytes[..]).unwrap().1 else {
        panic!("the fixture is of version 15");
    };
    let v15::RuntimeMetadataV15 {
        types,
        pallets,
        extrinsic,
        ty,
        ..
    } = metadata;
    let is_extrinsic = |name: &String| name == "UncheckedExtrinsic";
    let extrinsic_type = types.types.iter().rfind(|ty| {
        let parameters = &ty.ty.type_params;
        ty.ty.path.segments.last().is_some_and(is_extrinsic)
            && ["Address", "Call", "Signature"]
                .iter()
                .all(|name| parameters.iter().any(|parameter| parameter.name == *name))
    });
    let extrinsic_type = extrinsic_type.unwrap().id.into();
    let pallets = pallets.into_iter().map(|pallet| v14::PalletMetadata {
        name: pallet.name,
        storage: pallet.storage,
        calls: pallet.calls,
        event: pallet.event,
        constants: pallet.constants,
        error: pallet.error,
        index: pallet.index,
    });
    let extensions = extrinsic
        .signed_extensions
        .into_iter()
        .map(|extension| v14::SignedExtensionMetadata {
            identifier: extension.identifier,
            ty: extension.ty,
            additional_signed: extension.additional_signed,
        });
    let metadata = v14::RuntimeMetadataV14 {
        pallets: pallets.collect(),
        extrinsic: v14::ExtrinsicMetadata {
            ty: extrinsic_type,
            version: extrinsic.version,
            signed_extensions: extensions.collect(),
        },
        types,
        ty,
    };
    RuntimeMetadataPrefixed::from(metadata).encode()
}

fn payload(metadata: &Metadata) -> Payload {
    let parameters = Parameters {
        nonce: 1,
        tip: Rao(2),
        era: Era::Immortal,
        birth_hash: BlockHash([3; 32]),
        genesis: BlockHash([3; 32]),
        spec_version: 4,
        transaction_version: 5,
        metadata_digest: Some([6; 32]),
    };
    let call = common::transfer(metadata, AccountId([7; 32]), Rao(8));
    Payload::new(metadata, &call, &parameters).unwrap()
}

#[test]
fn version_14_says_the_same() {
    let bytes = common::fixture();
    let (new, old) = (
        Metadata::decode(&bytes).unwrap(),
        Metadata::decode(&in_version_14(&bytes)).unwrap(),
    );
    assert_eq!(new.runtime(), old.runtime());
    assert_eq!(payload(&new), payload(&old));
    let account = AccountId([9; 32]);
    assert_eq!(account_key(&new, &account), account_key(&old, &account));
    assert_eq!(
        old.api("Core", "version").unwrap_err().code(),
        ErrorCode::NotInRuntime
    );
    let error = metadata_digest(&in_version_14(&bytes), old.runtime(), &token()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::MalformedMetadata);
}

#[test]
fn version_16_says_the_same() {
    let (bytes, bytes_16) = (common::fixture(), common::fixture_16());
    let (old, new) = (
        Metadata::decode(&bytes).unwrap(),
        Metadata::decode(&bytes_16).unwrap(),
    );
    assert_eq!(new.runtime(), old.runtime());
    assert_eq!(payload(&new), payload(&old));
    let account = AccountId([9; 32]);
    assert_eq!(account_key(&new, &account), account_key(&old, &account));
    let fee = fee_call(&new, &account, &payload(&new)).unwrap();
    assert_eq!(fee, fee_call(&old, &account, &payload(&old)).unwrap());
    assert_eq!(fee.method, "TransactionPaymentApi_query_info");
}

#[test]
fn damaged_metadata_never_panics() {
    let bytes = common::fixture();
    let strategy = (0..bytes.len(), any::<u8>());
    proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(48))
        .run(&strategy, |(position, byte)| {
            let mut damaged = bytes.clone();
            damaged[position] = byte;
            if let Ok(metadata) = Metadata::decode(&damaged) {
                let _ = metadata_digest(&damaged, metadata.runtime(), &token());
                let _ = account_key(&metadata, &AccountId([1; 32]));
                let _ = encode_call(&metadata, "Balances", "transfer_keep_alive", &[]);
            }
            Ok(())
        })
        .unwrap();
}
