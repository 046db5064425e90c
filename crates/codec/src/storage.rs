//! Storage entries: where they are in the trie, and what their bytes mean.

use frame_metadata::v14::StorageHasher;
use scale_info::PortableRegistry;

use crate::{
    CodecError, Value, blake2_256,
    decode::decode_all,
    encode::encode,
    hash::{blake2_128, twox},
    metadata::{Pallet, Storage},
};

/// One storage entry of a runtime: a plain value or a map.
#[derive(Debug, Clone, Copy)]
pub struct StorageEntry<'a> {
    types: &'a PortableRegistry,
    pallet: &'a Pallet,
    storage: &'a Storage,
}

impl<'a> StorageEntry<'a> {
    pub(crate) fn new(types: &'a PortableRegistry, pallet: &'a Pallet, storage: &'a Storage) -> Self {
        Self {
            types,
            pallet,
            storage,
        }
    }

    pub(crate) fn value_type(&self) -> u32 {
        self.storage.value
    }

    /// What all keys of this entry begin with; the whole key of a plain value.
    pub fn prefix(&self) -> Vec<u8> {
        [
            twox::<2>(self.pallet.prefix.as_bytes()),
            twox::<2>(self.storage.name.as_bytes()),
        ]
        .concat()
    }

    /// The key of one value: all keys of a map in their order, or none of a plain value.
    pub fn key(&self, keys: &[Value<'_>]) -> Result<Vec<u8>, CodecError> {
        if keys.len() != self.storage.keys.len() {
            let what = format!("the key of {}.{}", self.pallet.name, self.storage.name);
            return Err(CodecError::wants(
                what,
                format!("{} values", self.storage.keys.len()),
            ));
        }
        let mut key = self.prefix();
        for ((hasher, ty), value) in self.storage.keys.iter().zip(keys) {
            let mut encoded = Vec::new();
            encode(self.types, *ty, &self.storage.name, value, &mut encoded)?;
            key.extend(hash(hasher, &encoded));
        }
        Ok(key)
    }

    /// The value of a key, `None` if there is none. Absent bytes mean the entry's default, unless it is optional.
    pub fn decode(&self, bytes: Option<&[u8]>) -> Result<Option<Value<'a>>, CodecError> {
        let bytes = match bytes {
            Some(bytes) => bytes,
            None if self.storage.optional => return Ok(None),
            None => &self.storage.default,
        };
        decode_all(self.types, self.storage.value, bytes).map(Some)
    }
}

fn hash(hasher: &StorageHasher, key: &[u8]) -> Vec<u8> {
    match hasher {
        StorageHasher::Blake2_128 => blake2_128(key).to_vec(),
        StorageHasher::Blake2_256 => blake2_256(key).to_vec(),
        StorageHasher::Blake2_128Concat => [&blake2_128(key)[..], key].concat(),
        StorageHasher::Twox128 => twox::<2>(key),
        StorageHasher::Twox256 => twox::<4>(key),
        StorageHasher::Twox64Concat => [&twox::<1>(key)[..], key].concat(),
        StorageHasher::Identity => key.to_vec(),
    }
}
