//! Metadata that is decoded in a fraction of the time: the devnet's with the pallets whose calls the targets make, and
//! without documentation. A fuzzer that changes metadata decodes it before every look at what came of it.

use std::sync::OnceLock;

use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
use parity_scale_codec::{Decode, Encode};
use scale_info::{PortableRegistry, TypeDef, TypeDefComposite, form::PortableForm};

/// The pallets that stay.
const PALLETS: [&str; 4] = ["System", "Balances", "Utility", "Proxy"];
/// Where the types of the others come from.
const CRATES: [&str; 8] = [
    "finality_grandpa",
    "pallet_grandpa",
    "pallet_multisig",
    "pallet_sudo",
    "pallet_timestamp",
    "sp_consensus_babe",
    "sp_consensus_grandpa",
    "sp_inherents",
];

/// That of version 15.
pub fn small_15() -> &'static [u8] {
    static SMALL: OnceLock<Vec<u8>> = OnceLock::new();
    SMALL.get_or_init(|| small(crate::METADATA_15))
}

/// That of version 16.
pub fn small_16() -> &'static [u8] {
    static SMALL: OnceLock<Vec<u8>> = OnceLock::new();
    SMALL.get_or_init(|| small(crate::METADATA_16))
}

/// The versions differ in their types, not in the names of these fields.
macro_rules! shrink {
    ($metadata:expr) => {{
        let metadata = $metadata;
        metadata.apis.clear();
        metadata
            .pallets
            .retain(|pallet| PALLETS.contains(&pallet.name.as_str()));
        for pallet in &mut metadata.pallets {
            pallet.docs.clear();
            pallet
                .constants
                .iter_mut()
                .for_each(|constant| constant.docs.clear());
            for entry in pallet.storage.iter_mut().flat_map(|storage| &mut storage.entries) {
                entry.docs.clear();
            }
        }
        let outer = &metadata.outer_enums;
        let outer = [outer.call_enum_ty, outer.event_enum_ty, outer.error_enum_ty];
        shrink_types(&mut metadata.types, &outer.map(|ty| ty.id));
    }};
}

fn small(bytes: &[u8]) -> Vec<u8> {
    let mut metadata = RuntimeMetadataPrefixed::decode(&mut &bytes[..]).expect("the devnet's metadata");
    match &mut metadata.1 {
        RuntimeMetadata::V15(metadata) => shrink!(metadata),
        RuntimeMetadata::V16(metadata) => shrink!(metadata),
        other => panic!("no fixture is of version {}", other.version()),
    }
    metadata.encode()
}

/// Empties what belongs to other pallets, so that every type keeps its number.
fn shrink_types(types: &mut PortableRegistry, outer_enums: &[u32]) {
    for entry in &mut types.types {
        let ty = &mut entry.ty;
        ty.docs.clear();
        let is_others = ty
            .path
            .segments
            .first()
            .is_some_and(|name| CRATES.contains(&name.as_str()));
        if is_others {
            ty.type_def = TypeDef::Composite(TypeDefComposite::<PortableForm> { fields: Vec::new() });
        }
        match &mut ty.type_def {
            TypeDef::Composite(composite) => composite.fields.iter_mut().for_each(|field| field.docs.clear()),
            TypeDef::Variant(variants) => {
                if outer_enums.contains(&entry.id) {
                    variants
                        .variants
                        .retain(|variant| PALLETS.contains(&variant.name.as_str()));
                }
                for variant in &mut variants.variants {
                    variant.docs.clear();
                    variant.fields.iter_mut().for_each(|field| field.docs.clear());
                }
            }
            TypeDef::Sequence(_)
            | TypeDef::Array(_)
            | TypeDef::Tuple(_)
            | TypeDef::Primitive(_)
            | TypeDef::Compact(_)
            | TypeDef::BitSequence(_) => {}
        }
    }
}
