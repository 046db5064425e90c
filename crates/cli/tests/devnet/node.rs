//! What a node of the network says, asked by name and decoded without any code of ours.

use std::sync::LazyLock;

use frame_decode::{
    constants::decode_constant,
    runtime_apis::{decode_runtime_api_response, encode_runtime_api_inputs},
    storage::{
        StorageInfo, StorageTypeInfo, decode_default_storage_value_with_info, decode_storage_key_values,
        decode_storage_key_with_info, decode_storage_value_with_info, encode_storage_key_with_info,
    },
};
use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed, v15::RuntimeMetadataV15};
use parity_scale_codec::Decode;
use scale_info::PortableRegistry;
use scale_value::{Value, scale::ValueVisitor};
use serde_json::{Value as Json, json};
use taolight_primitives::{BlockHash, BlockRef, Bytes};

use crate::common::node_rpc;

/// The pallet that nearly everything of Bittensor is in.
pub(crate) const SUBTENSOR: &str = "SubtensorModule";

/// Storage keys that a node lists at once.
const PAGE: usize = 1_000;

/// A node at one block.
pub(crate) struct Node {
    block: BlockHash,
}

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let answer = rpc(
        "state_call",
        json!(["Metadata_metadata_at_version", "0x0f000000"]),
    );
    let metadata = Option::<Vec<u8>>::decode(&mut bytes(&answer).as_slice()).unwrap();
    metadata.expect("the runtime has metadata of version 15")
});

static METADATA: LazyLock<RuntimeMetadataV15> =
    LazyLock::new(
        || match RuntimeMetadataPrefixed::decode(&mut BYTES.as_slice()).unwrap().1 {
            RuntimeMetadata::V15(metadata) => metadata,
            _ => panic!("the metadata is of another version"),
        },
    );

impl Node {
    /// The node at a block.
    pub(crate) fn at(block: BlockRef) -> Self {
        Self { block: block.hash }
    }

    /// The node one block earlier.
    pub(crate) fn before(block: BlockRef) -> Self {
        let hash = rpc("chain_getBlockHash", json!([block.number - 1]));
        Self {
            block: BlockHash::from_hex(hash.as_str().unwrap()).unwrap(),
        }
    }

    /// What a runtime API answers.
    pub(crate) fn call(&self, api: &str, method: &str, arguments: Vec<Value>) -> Value {
        let (metadata, types) = (&*METADATA, &METADATA.types);
        let inputs = encode_runtime_api_inputs(api, method, arguments, metadata, types).unwrap();
        let answer = self.answer(&format!("{api}_{method}"), &inputs);
        let visitor = ValueVisitor::<PortableRegistry>::new();
        let value =
            decode_runtime_api_response(api, method, &mut answer.as_slice(), metadata, types, visitor)
                .unwrap();
        value.remove_context()
    }

    /// A value of storage, or its default; none where an optional one is not there.
    pub(crate) fn item(&self, pallet: &str, entry: &str, keys: Vec<Value>) -> Option<Value> {
        let info = info(pallet, entry);
        let key = encode_storage_key_with_info(pallet, entry, keys, &info, &METADATA.types).unwrap();
        let Some(stored) = self.stored(&key) else {
            let visitor = ValueVisitor::<PortableRegistry>::new();
            let value = decode_default_storage_value_with_info(&info, &METADATA.types, visitor).unwrap();
            return value.map(Value::remove_context);
        };
        Some(decoded(&info, &stored))
    }

    /// The same where there must be a value or a default.
    pub(crate) fn value(&self, pallet: &str, entry: &str, keys: Vec<Value>) -> Value {
        let found = self.item(pallet, entry, keys);
        found.unwrap_or_else(|| panic!("{pallet}.{entry} has no value"))
    }

    /// All keys and values of a map whose first keys are these.
    pub(crate) fn items(&self, pallet: &str, entry: &str, first: Vec<Value>) -> Vec<(Vec<Value>, Value)> {
        let (info, types) = (info(pallet, entry), &METADATA.types);
        let prefix = encode_storage_key_with_info(pallet, entry, first, &info, types).unwrap();
        let mut found = Vec::new();
        for (key, stored) in self.below(&prefix) {
            let parts = decode_storage_key_with_info(&mut key.as_slice(), &info, types).unwrap();
            let keys = decode_storage_key_values(&key, &parts, types).unwrap();
            found.push((keys, decoded(&info, &stored)));
        }
        found
    }

    /// The bytes of a value; none where there is none.
    pub(crate) fn stored(&self, key: &[u8]) -> Option<Vec<u8>> {
        let stored = rpc("state_getStorage", json!([Bytes(key.to_vec()), self.block]));
        (!stored.is_null()).then(|| bytes(&stored))
    }

    /// All keys that begin with a prefix, with the bytes of their values.
    pub(crate) fn below(&self, prefix: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
        let keys = self.keys(Bytes(prefix.to_vec()));
        let entries = keys.iter().map(|key| {
            let key = bytes(key);
            let stored = self.stored(&key).expect("a listed key has a value");
            (key, stored)
        });
        entries.collect()
    }

    /// The bytes that a function of the runtime answers.
    pub(crate) fn answer(&self, function: &str, arguments: &[u8]) -> Vec<u8> {
        let call = json!([function, Bytes(arguments.to_vec()), self.block]);
        bytes(&rpc("state_call", call))
    }

    fn keys(&self, prefix: Bytes) -> Vec<Json> {
        let mut keys: Vec<Json> = Vec::new();
        loop {
            let page = json!([prefix, PAGE, keys.last(), self.block]);
            let Json::Array(page) = rpc("state_getKeysPaged", page) else {
                panic!("no list of keys");
            };
            let is_last = page.len() < PAGE;
            keys.extend(page);
            if is_last {
                return keys;
            }
        }
    }
}

/// The bytes of the runtime's metadata in version 15.
pub(crate) fn metadata() -> &'static [u8] {
    &BYTES
}

/// Whether the runtime has a storage entry.
pub(crate) fn has_storage(pallet: &str, entry: &str) -> bool {
    METADATA.storage_info(pallet, entry).is_ok()
}

/// A constant of the runtime.
pub(crate) fn constant(pallet: &str, name: &str) -> Value {
    let visitor = ValueVisitor::<PortableRegistry>::new();
    let value = decode_constant::<_, PortableRegistry, _>(pallet, name, &*METADATA, &METADATA.types, visitor);
    value.unwrap().remove_context()
}

fn info(pallet: &str, entry: &str) -> StorageInfo<'static, u32> {
    METADATA.storage_info(pallet, entry).unwrap()
}

fn decoded(info: &StorageInfo<'_, u32>, stored: &[u8]) -> Value {
    let visitor = ValueVisitor::<PortableRegistry>::new();
    let value = decode_storage_value_with_info(&mut &*stored, info, &METADATA.types, visitor);
    value.unwrap().remove_context()
}

fn rpc(method: &str, params: Json) -> Json {
    node_rpc(method, params).expect("TAOLIGHT_DEVNET_RPC names a node")
}

fn bytes(hex: &Json) -> Vec<u8> {
    let text = hex.as_str().unwrap_or_else(|| panic!("{hex} is not bytes"));
    Bytes::from_hex(text).unwrap().0
}
