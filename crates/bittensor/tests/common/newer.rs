//! The recorded runtime's metadata, changed to what later runtimes are known to have: pools of shares that are counted,
//! baskets instead of root claims, no shares in the former format.

use frame_metadata::{
    RuntimeMetadata, RuntimeMetadataPrefixed,
    v14::StorageEntryType,
    v15::{
        PalletStorageMetadata, RuntimeApiMetadata, RuntimeApiMethodMetadata, RuntimeMetadataV15,
        StorageEntryMetadata,
    },
};
use parity_scale_codec::{Decode, Encode};
use scale_info::form::PortableForm;
use taolight_codec::Metadata;

/// Entries that later runtimes have no more.
const GONE: [&str; 5] = [
    "Alpha",
    "TotalHotkeyShares",
    "RootClaimType",
    "RootClaimable",
    "RootClaimed",
];

/// Metadata as of runtime 473, for what reads ask of it.
pub fn newer(bytes: &[u8]) -> Metadata {
    change(bytes, |metadata| {
        let storage = subtensor(metadata);
        let like = |storage: &PalletStorageMetadata<PortableForm>, name: &str| {
            storage
                .entries
                .iter()
                .find(|entry| entry.name == name)
                .unwrap()
                .clone()
        };
        let number = like(storage, "TotalHotkeyAlpha");
        let StorageEntryType::Map { value, .. } = &number.ty else {
            panic!("TotalHotkeyAlpha is a map");
        };
        let mut row = like(storage, "AlphaV2");
        let value = *value;
        if let StorageEntryType::Map { value: of_row, .. } = &mut row.ty {
            *of_row = value;
        }
        let interval = like(storage, "TxRateLimit");
        let zero = 0_u64.encode();
        storage
            .entries
            .retain(|entry| !GONE.contains(&entry.name.as_str()));
        let named = |name: &str, entry: StorageEntryMetadata<PortableForm>| StorageEntryMetadata {
            name: name.to_owned(),
            default: zero.clone(),
            ..entry
        };
        storage.entries.extend([
            named("AlphaSharePoolEpoch", number),
            named("AlphaShareEpoch", row),
            named("RootStakeUnlockInterval", interval),
        ]);
        metadata.apis.push(basket_api(metadata));
    })
}

/// Metadata of a runtime that knows neither baskets nor root claims, nor the switch for a subnet's emission.
pub fn without_claims(bytes: &[u8]) -> Metadata {
    change(bytes, |metadata| {
        subtensor(metadata)
            .entries
            .retain(|entry| !(GONE.contains(&entry.name.as_str()) || entry.name == "SubnetEmissionEnabled"));
    })
}

fn change(bytes: &[u8], change: impl FnOnce(&mut RuntimeMetadataV15)) -> Metadata {
    let RuntimeMetadataPrefixed(magic, metadata) = RuntimeMetadataPrefixed::decode(&mut &bytes[..]).unwrap();
    let RuntimeMetadata::V15(mut metadata) = metadata else {
        panic!("the recorded metadata is of version 15");
    };
    change(&mut metadata);
    let changed = RuntimeMetadataPrefixed(magic, RuntimeMetadata::V15(metadata));
    Metadata::decode(&changed.encode()).unwrap()
}

fn subtensor(metadata: &mut RuntimeMetadataV15) -> &mut PalletStorageMetadata<PortableForm> {
    let mut pallets = metadata.pallets.iter_mut();
    let pallet = pallets.find(|pallet| pallet.name == "SubtensorModule");
    pallet.unwrap().storage.as_mut().unwrap()
}

/// `get_root_basket_owed`, with the types of another method that takes an account, and of one that gives an amount.
fn basket_api(metadata: &RuntimeMetadataV15) -> RuntimeApiMetadata<PortableForm> {
    let method = |api: &str, name: &str| {
        let api = metadata
            .apis
            .iter()
            .find(|candidate| candidate.name == api)
            .unwrap();
        let method = api.methods.iter().find(|candidate| candidate.name == name);
        method.unwrap()
    };
    let of_account = method("StakeInfoRuntimeApi", "get_stake_info_for_coldkey");
    let amount = method("SubnetRegistrationRuntimeApi", "get_network_registration_cost");
    RuntimeApiMetadata {
        name: "BetaBasketRuntimeApi".to_owned(),
        methods: vec![RuntimeApiMethodMetadata {
            name: "get_root_basket_owed".to_owned(),
            inputs: of_account.inputs.clone(),
            output: amount.output,
            docs: Vec::new(),
        }],
        docs: Vec::new(),
    }
}
