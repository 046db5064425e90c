//! From the three versions of metadata to the parts that this crate needs.

use std::collections::BTreeMap;

use frame_metadata::{
    RuntimeMetadata, RuntimeMetadataPrefixed,
    v14::{self, StorageEntryModifier, StorageEntryType},
    v15, v16,
};
use parity_scale_codec::{Compact, Decode};
use scale_info::{PortableRegistry, TypeDef, form::PortableForm};

use super::{Api, ApiMethod, Constant, Extension, Extrinsic, Pallet, Parts, Storage};
use crate::{CodecError, types};

/// `meta`, as the metadata's first four bytes.
const MAGIC: u32 = u32::from_le_bytes(*b"meta");

pub(super) fn decode(bytes: &[u8]) -> Result<Parts, CodecError> {
    let mut rest = bytes;
    let RuntimeMetadataPrefixed(magic, metadata) = RuntimeMetadataPrefixed::decode(&mut rest)
        .map_err(|_| CodecError::Metadata("its bytes are malformed"))?;
    if magic != MAGIC {
        return Err(CodecError::Metadata("it does not begin with its magic number"));
    }
    if !rest.is_empty() {
        return Err(CodecError::LeftOver(rest.len()));
    }
    match metadata {
        RuntimeMetadata::V14(metadata) => from_v14(metadata),
        RuntimeMetadata::V15(metadata) => from_v15(metadata),
        RuntimeMetadata::V16(metadata) => from_v16(metadata),
        _ => Err(CodecError::Metadata("only its versions 14 to 16 are understood")),
    }
}

/// The three versions call what a pallet has by the same names, in different types.
macro_rules! pallets {
    ($types:expr, $pallets:expr) => {
        $pallets
            .into_iter()
            .map(|pallet| {
                let (prefix, entries) = match pallet.storage {
                    Some(storage) => (storage.prefix, storage.entries),
                    None => Default::default(),
                };
                let storage = entries.into_iter().map(|entry| {
                    let optional = matches!(entry.modifier, StorageEntryModifier::Optional);
                    storage($types, entry.name, optional, entry.ty, entry.default)
                });
                Ok(Pallet {
                    name: pallet.name,
                    index: pallet.index,
                    prefix,
                    storage: storage.collect::<Result<_, CodecError>>()?,
                    constants: (pallet.constants.into_iter())
                        .map(|constant| Constant {
                            name: constant.name,
                            ty: constant.ty.id,
                            value: constant.value,
                        })
                        .collect(),
                    error: pallet.error.map(|error| error.ty.id),
                })
            })
            .collect::<Result<_, CodecError>>()?
    };
}

/// Runtime APIs, which versions 15 and 16 have alike.
macro_rules! apis {
    ($apis:expr) => {
        ($apis.into_iter())
            .map(|api| Api {
                name: api.name,
                methods: (api.methods.into_iter())
                    .map(|method| ApiMethod {
                        name: method.name,
                        inputs: method
                            .inputs
                            .into_iter()
                            .map(|input| (input.name, input.ty.id))
                            .collect(),
                        output: method.output.id,
                    })
                    .collect(),
            })
            .collect()
    };
}

fn from_v14(metadata: v14::RuntimeMetadataV14) -> Result<Parts, CodecError> {
    let extrinsic = metadata.extrinsic;
    let parameters = &types::resolve(&metadata.types, extrinsic.ty.id)?.type_params;
    let parameter = |name: &str| {
        let found = parameters.iter().find(|parameter| parameter.name == name);
        let ty = found.and_then(|parameter| parameter.ty.as_ref());
        ty.map(|ty| ty.id).ok_or(CodecError::Metadata(
            "it does not say what its transactions are made of",
        ))
    };
    Ok(Parts {
        extrinsic: Extrinsic {
            versions: vec![extrinsic.version],
            address: parameter("Address")?,
            call: parameter("Call")?,
            signature: parameter("Signature")?,
            extensions: signed_extensions(extrinsic.signed_extensions),
        },
        pallets: pallets!(&metadata.types, metadata.pallets),
        apis: Vec::new(),
        types: metadata.types,
    })
}

fn from_v15(metadata: v15::RuntimeMetadataV15) -> Result<Parts, CodecError> {
    let extrinsic = metadata.extrinsic;
    let extensions = extrinsic
        .signed_extensions
        .into_iter()
        .map(|extension| Extension {
            identifier: extension.identifier,
            extra: extension.ty.id,
            implicit: extension.additional_signed.id,
        });
    Ok(Parts {
        extrinsic: Extrinsic {
            versions: vec![extrinsic.version],
            address: extrinsic.address_ty.id,
            call: extrinsic.call_ty.id,
            signature: extrinsic.signature_ty.id,
            extensions: extensions.collect(),
        },
        pallets: pallets!(&metadata.types, metadata.pallets),
        apis: apis!(metadata.apis),
        types: metadata.types,
    })
}

fn from_v16(metadata: v16::RuntimeMetadataV16) -> Result<Parts, CodecError> {
    let extrinsic = metadata.extrinsic;
    let used = extensions_of_version_4(&extrinsic.transaction_extensions_by_version);
    let extensions = extrinsic.transaction_extensions.into_iter().enumerate();
    let mut extensions: BTreeMap<usize, Extension> = extensions
        .map(|(position, extension)| {
            let extension = Extension {
                identifier: extension.identifier,
                extra: extension.ty.id,
                implicit: extension.implicit.id,
            };
            (position, extension)
        })
        .collect();
    let extensions = match used {
        None => extensions.into_values().collect(),
        Some(positions) => positions
            .iter()
            .map(|position| extensions.remove(&(position.0 as usize)))
            .collect::<Option<_>>()
            .ok_or(CodecError::Metadata(
                "it names a transaction extension that it does not have",
            ))?,
    };
    Ok(Parts {
        extrinsic: Extrinsic {
            versions: extrinsic.versions,
            address: extrinsic.address_ty.id,
            call: extrinsic.call_ty.id,
            signature: extrinsic.signature_ty.id,
            extensions,
        },
        pallets: pallets!(&metadata.types, metadata.pallets),
        apis: apis!(metadata.apis),
        types: metadata.types,
    })
}

/// Version 4 of the extrinsic format has no version of extensions of its own and uses the first set.
fn extensions_of_version_4(by_version: &BTreeMap<u8, Vec<Compact<u32>>>) -> Option<&Vec<Compact<u32>>> {
    by_version.get(&0).or_else(|| by_version.get(&4))
}

fn signed_extensions(extensions: Vec<v14::SignedExtensionMetadata<PortableForm>>) -> Vec<Extension> {
    let extensions = extensions.into_iter().map(|extension| Extension {
        identifier: extension.identifier,
        extra: extension.ty.id,
        implicit: extension.additional_signed.id,
    });
    extensions.collect()
}

fn storage(
    types: &PortableRegistry,
    name: String,
    optional: bool,
    ty: StorageEntryType<PortableForm>,
    default: Vec<u8>,
) -> Result<Storage, CodecError> {
    let (keys, value) = match ty {
        StorageEntryType::Plain(value) => (Vec::new(), value.id),
        StorageEntryType::Map { hashers, key, value } => {
            // With several hashers, the key is a tuple with a part for each of them.
            let parts = match (&types::resolve(types, key.id)?.type_def, hashers.len()) {
                (_, 1) => vec![key.id],
                (TypeDef::Tuple(tuple), count) if tuple.fields.len() == count => {
                    tuple.fields.iter().map(|field| field.id).collect()
                }
                _ => {
                    return Err(CodecError::Metadata(
                        "a storage map has another number of keys than of hashers",
                    ));
                }
            };
            (hashers.into_iter().zip(parts).collect(), value.id)
        }
    };
    Ok(Storage {
        name,
        optional,
        keys,
        value,
        default,
    })
}
