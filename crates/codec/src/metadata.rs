//! A runtime's metadata, whichever of its versions it comes in.

mod convert;

use parity_scale_codec::Decode;
use scale_info::PortableRegistry;
use taolight_primitives::{BlockHash, Rao};

use crate::{CodecError, RuntimeApi, StorageEntry, Value, blake2_256, decode::decode_all, types};

/// The runtime API by which a runtime hands out its metadata, for `state_call`.
pub const METADATA_CALL: &str = "Metadata_metadata_at_version";

/// The metadata of one runtime.
#[derive(Debug)]
pub struct Metadata {
    hash: BlockHash,
    runtime: RuntimeVersion,
    pub(crate) parts: Parts,
}

/// What a runtime calls itself, from its constant `System.Version`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeVersion {
    /// Name of the runtime, such as `node-subtensor`.
    pub spec_name: String,
    /// Version of the runtime.
    pub spec_version: u32,
    /// Version of the transaction format.
    pub transaction_version: u32,
}

/// What this crate needs of any version of metadata.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) types: PortableRegistry,
    pub(crate) pallets: Vec<Pallet>,
    pub(crate) extrinsic: Extrinsic,
    pub(crate) apis: Vec<Api>,
}

#[derive(Debug)]
pub(crate) struct Pallet {
    pub(crate) name: String,
    pub(crate) index: u8,
    pub(crate) prefix: String,
    pub(crate) storage: Vec<Storage>,
    pub(crate) constants: Vec<Constant>,
    pub(crate) error: Option<u32>,
}

#[derive(Debug)]
pub(crate) struct Storage {
    pub(crate) name: String,
    pub(crate) optional: bool,
    pub(crate) keys: Vec<(frame_metadata::v14::StorageHasher, u32)>,
    pub(crate) value: u32,
    pub(crate) default: Vec<u8>,
}

#[derive(Debug)]
pub(crate) struct Constant {
    pub(crate) name: String,
    pub(crate) ty: u32,
    pub(crate) value: Vec<u8>,
}

/// The format of transactions.
#[derive(Debug)]
pub(crate) struct Extrinsic {
    pub(crate) versions: Vec<u8>,
    pub(crate) address: u32,
    pub(crate) call: u32,
    pub(crate) signature: u32,
    pub(crate) extensions: Vec<Extension>,
}

#[derive(Debug)]
pub(crate) struct Extension {
    pub(crate) identifier: String,
    /// Type of what is in the extrinsic.
    pub(crate) extra: u32,
    /// Type of what is only in the signed payload.
    pub(crate) implicit: u32,
}

#[derive(Debug)]
pub(crate) struct Api {
    pub(crate) name: String,
    pub(crate) methods: Vec<ApiMethod>,
}

#[derive(Debug)]
pub(crate) struct ApiMethod {
    pub(crate) name: String,
    pub(crate) inputs: Vec<(String, u32)>,
    pub(crate) output: u32,
}

impl Metadata {
    /// Decodes metadata of version 14, 15 or 16 behind its magic number.
    pub fn decode(bytes: &[u8]) -> Result<Self, CodecError> {
        let parts = convert::decode(bytes)?;
        for (position, ty) in parts.types.types.iter().enumerate() {
            if ty.id as usize != position {
                return Err(CodecError::Metadata("its types are not in order"));
            }
        }
        let mut metadata = Self {
            hash: BlockHash(blake2_256(bytes)),
            runtime: RuntimeVersion {
                spec_name: String::new(),
                spec_version: 0,
                transaction_version: 0,
            },
            parts,
        };
        metadata.runtime = metadata.read_runtime_version()?;
        Ok(metadata)
    }

    fn read_runtime_version(&self) -> Result<RuntimeVersion, CodecError> {
        let version = self.constant("System", "Version")?;
        Ok(RuntimeVersion {
            spec_name: version.field("spec_name")?.text()?.to_owned(),
            spec_version: version.field("spec_version")?.unsigned()?,
            transaction_version: version.field("transaction_version")?.unsigned()?,
        })
    }

    /// blake2b-256 of the bytes that were decoded.
    pub fn hash(&self) -> BlockHash {
        self.hash
    }

    /// The runtime's name and versions.
    pub fn runtime(&self) -> &RuntimeVersion {
        &self.runtime
    }

    /// A constant of a pallet.
    pub fn constant(&self, pallet: &str, name: &str) -> Result<Value<'_>, CodecError> {
        let constants = &self.pallet(pallet)?.constants;
        let constant = constants.iter().find(|constant| constant.name == name);
        let constant = constant.ok_or_else(|| CodecError::missing("constant", pallet, name))?;
        decode_all(&self.parts.types, constant.ty, &constant.value)
    }

    /// The least that an account can hold and exist, in rao.
    pub fn existential_deposit(&self) -> Result<Rao, CodecError> {
        self.constant("Balances", "ExistentialDeposit")?.rao()
    }

    /// How many blocks back the chain knows the hashes of, which bounds the period of a mortal transaction.
    pub fn block_hash_count(&self) -> Result<u32, CodecError> {
        self.constant("System", "BlockHashCount")?.unsigned()
    }

    /// A storage entry of a pallet.
    pub fn storage(&self, pallet: &str, entry: &str) -> Result<StorageEntry<'_>, CodecError> {
        let pallet = self.pallet(pallet)?;
        let found = pallet.storage.iter().find(|storage| storage.name == entry);
        let storage = found.ok_or_else(|| CodecError::missing("storage", &pallet.name, entry))?;
        Ok(StorageEntry::new(&self.parts.types, pallet, storage))
    }

    /// Whether the runtime has a storage entry.
    pub fn has_storage(&self, pallet: &str, entry: &str) -> bool {
        self.storage(pallet, entry).is_ok()
    }

    /// A method of a runtime API. Metadata of version 14 has none.
    pub fn api(&self, api: &str, method: &str) -> Result<RuntimeApi<'_>, CodecError> {
        let missing = || CodecError::missing("runtime API", api, method);
        let found = self
            .parts
            .apis
            .iter()
            .find(|candidate| candidate.name == api)
            .ok_or_else(missing)?;
        let found_method = found
            .methods
            .iter()
            .find(|candidate| candidate.name == method)
            .ok_or_else(missing)?;
        Ok(RuntimeApi::new(&self.parts.types, &found.name, found_method))
    }

    /// Whether the runtime has a method of a runtime API.
    pub fn has_api(&self, api: &str, method: &str) -> bool {
        self.api(api, method).is_ok()
    }

    /// Whether the runtime has a call.
    pub fn has_call(&self, pallet: &str, call: &str) -> bool {
        crate::call::find(self, pallet, call).is_ok()
    }

    /// Whether the runtime's transactions have an extension.
    pub fn has_extension(&self, identifier: &str) -> bool {
        self.parts
            .extrinsic
            .extensions
            .iter()
            .any(|extension| extension.identifier == identifier)
    }

    pub(crate) fn pallet(&self, name: &str) -> Result<&Pallet, CodecError> {
        let found = self.parts.pallets.iter().find(|pallet| pallet.name == name);
        found.ok_or_else(|| CodecError::NotInRuntime {
            kind: "pallet",
            name: name.to_owned(),
        })
    }

    /// The name and explanation of a pallet's error: the chain itself names errors by the pallet's and the error's
    /// index.
    pub(crate) fn pallet_error(&self, pallet: u8, error: u8) -> Option<(String, Option<String>)> {
        let pallet = self
            .parts
            .pallets
            .iter()
            .find(|candidate| candidate.index == pallet)?;
        let variants = types::variants(&self.parts.types, pallet.error?).ok()?;
        let variant = variants.iter().find(|variant| variant.index == error)?;
        let explanation = variant.docs.join(" ").trim().to_owned();
        let name = format!("{}.{}", pallet.name, variant.name);
        Some((name, Some(explanation).filter(|text| !text.is_empty())))
    }
}

/// Parameters of [`METADATA_CALL`].
pub fn metadata_call_parameters(version: u32) -> Vec<u8> {
    version.to_le_bytes().to_vec()
}

/// Takes the metadata out of the answer of [`METADATA_CALL`].
pub fn unwrap_metadata(answer: &[u8]) -> Result<Vec<u8>, CodecError> {
    let mut rest = answer;
    let bytes = Option::<Vec<u8>>::decode(&mut rest).map_err(|_| CodecError::TooShort)?;
    match rest.len() {
        0 => bytes.ok_or_else(|| CodecError::missing("runtime API", "Metadata", "this version")),
        left => Err(CodecError::LeftOver(left)),
    }
}
