//! Storage entries: where they are in the trie, and what their bytes mean.

use frame_metadata::v14::StorageHasher;
use scale_info::PortableRegistry;

use crate::{
    CodecError, Value, blake2_256,
    decode::{decode, decode_all, take},
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
            return Err(self.wants_keys(format!("{} values", self.storage.keys.len())));
        }
        self.prefix_of(keys)
    }

    /// What the keys of a map begin with whose first keys are these.
    pub fn prefix_of(&self, first: &[Value<'_>]) -> Result<Vec<u8>, CodecError> {
        if first.len() > self.storage.keys.len() {
            return Err(self.wants_keys(format!("at most {} values", self.storage.keys.len())));
        }
        let mut key = self.prefix();
        for ((hasher, ty), value) in self.storage.keys.iter().zip(first) {
            let mut encoded = Vec::new();
            encode(self.types, *ty, &self.storage.name, value, &mut encoded)?;
            key.extend(hash(hasher, &encoded));
        }
        Ok(key)
    }

    /// The keys of a map that are in a key that was found, in their order. Fails for a hasher that hides them.
    pub fn decode_key(&self, key: &[u8]) -> Result<Vec<Value<'a>>, CodecError> {
        let mut rest = key
            .strip_prefix(self.prefix().as_slice())
            .ok_or_else(|| self.wants_keys("one of this entry"))?;
        let mut keys = Vec::with_capacity(self.storage.keys.len());
        for (hasher, ty) in &self.storage.keys {
            let length = shown_behind(hasher).ok_or_else(|| self.wants_keys("stored as it is"))?;
            let hashed = rest;
            take(&mut rest, length)?;
            let shown = rest;
            keys.push(decode(self.types, *ty, &mut rest)?);
            let (shown, hashed) = (
                &shown[..shown.len() - rest.len()],
                &hashed[..hashed.len() - rest.len()],
            );
            if hash(hasher, shown) != hashed {
                return Err(CodecError::Malformed(
                    "a storage key is not hashed as its entry says",
                ));
            }
        }
        match rest.len() {
            0 => Ok(keys),
            left => Err(CodecError::LeftOver(left)),
        }
    }

    fn wants_keys(&self, want: impl Into<String>) -> CodecError {
        let what = format!("the key of {}.{}", self.pallet.name, self.storage.name);
        CodecError::wants(what, want)
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

/// How many bytes of hash stand before the key itself, for the hashers that keep it.
fn shown_behind(hasher: &StorageHasher) -> Option<usize> {
    match hasher {
        StorageHasher::Identity => Some(0),
        StorageHasher::Twox64Concat => Some(8),
        StorageHasher::Blake2_128Concat => Some(16),
        StorageHasher::Blake2_128
        | StorageHasher::Blake2_256
        | StorageHasher::Twox128
        | StorageHasher::Twox256 => None,
    }
}
