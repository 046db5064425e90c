//! The chain's bytes, read and written by the runtime's own metadata.
//!
//! Everything is looked up by name: pallets, calls, storage, constants, runtime APIs and transaction extensions. What a
//! runtime does not have is an error that names it. `decode` and `encode` turn SCALE into [`Value`]s and back, without
//! trusting the bytes; the other modules are what a wallet needs of them.

mod account;
mod ancestor;
mod call;
mod decode;
mod describe;
mod digest;
mod encode;
mod era;
mod error;
mod events;
mod extension;
mod extrinsic;
mod fee;
mod hash;
mod json;
mod metadata;
mod runtime_api;
mod storage;
mod types;
mod validity;
mod value;

pub use account::{AccountInfo, account_key, decode_account};
pub use ancestor::{block_hash_key, decode_block_hash};
pub use call::encode_call;
pub use describe::{Argument, CallNode, HumanValue, describe_call, is_plain};
pub use digest::{TokenInfo, metadata_digest};
pub use era::Era;
pub use error::CodecError;
pub use events::{DispatchError, Event, each_event, events_key, extrinsic_events};
pub use extension::{CHECK_METADATA_HASH, Parameters};
pub use extrinsic::{Payload, Signature, SignedExtrinsic, decode_extrinsic, extrinsic_hash};
pub use fee::{DispatchInfo, decode_dispatch_info, fee_call};
pub use hash::blake2_256;
pub use json::encode_json_call;
pub use metadata::{METADATA_CALL, Metadata, RuntimeVersion, metadata_call_parameters, unwrap_metadata};
pub use runtime_api::{RuntimeApi, StateCall};
pub use storage::StorageEntry;
pub use validity::{Validity, decode_validity, validity_call};
pub use value::{Field, Value};
