//! The block at which a real runtime was recorded.

use std::{
    cell::RefCell,
    collections::{BTreeMap, HashMap},
};

use serde_json::Value as Json;
use taolight_bittensor::View;
use taolight_codec::{Metadata, StateCall};
use taolight_primitives::{BlockHash, BlockRef, ErrorCode, Failure, Level};

use super::{
    json::{bytes, list},
    metadata, recording,
};

/// A view of the recorded block. What was not recorded counts as not there; `missed` says what that was.
pub struct Recorded {
    pub metadata: Metadata,
    pub block: BlockRef,
    pub values: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
    pub answers: HashMap<(String, Vec<u8>), Vec<u8>>,
    /// Prefixes below which everything was recorded.
    pub complete: Vec<Vec<u8>>,
    pub missed: RefCell<Vec<Vec<u8>>>,
    pub round_trips: RefCell<Vec<&'static str>>,
}

impl Recorded {
    /// `None`, with a printed line, if the recordings are not at hand.
    pub fn open() -> Option<Self> {
        let (metadata, storage, calls) = (
            metadata()?,
            recording("storage.json")?,
            recording("runtime-apis.json")?,
        );
        Some(Self::of(metadata, &storage, &calls))
    }

    pub fn of(metadata: Metadata, storage: &Json, calls: &Json) -> Self {
        let mut values = BTreeMap::new();
        let mut complete = Vec::new();
        for map in list(&storage["maps"]) {
            if map["complete"] == true {
                let (pallet, entry) = map["item"].as_str().unwrap().split_once('.').unwrap();
                let entry = metadata.storage(pallet, entry).unwrap();
                let fixed = list(&map["fixed_args"]).len();
                complete.push(match list(&map["entries"]).first() {
                    Some(first) if fixed > 0 => {
                        let keys = entry.decode_key(&bytes(&first["key"])).unwrap();
                        entry.prefix_of(&keys[..fixed]).unwrap()
                    }
                    Some(_) => entry.prefix(),
                    None => continue,
                });
            }
            for entry in list(&map["entries"]) {
                values.insert(bytes(&entry["key"]), Some(bytes(&entry["value"])));
            }
        }
        for item in list(&storage["items"]) {
            let value = item["value"].is_string().then(|| bytes(&item["value"]));
            values.insert(bytes(&item["key"]), value);
        }
        let answers = list(&calls["calls"]).iter().map(|call| {
            let method = call["method"].as_str().unwrap().to_owned();
            ((method, bytes(&call["args_hex"])), bytes(&call["output_hex"]))
        });
        Self {
            answers: answers.collect(),
            block: BlockRef {
                number: storage["block_number"].as_u64().unwrap().try_into().unwrap(),
                hash: BlockHash::from_hex(storage["block_hash"].as_str().unwrap()).unwrap(),
            },
            metadata,
            values,
            complete,
            missed: RefCell::default(),
            round_trips: RefCell::default(),
        }
    }

    /// Writes a value over what was recorded.
    pub fn set(&mut self, pallet: &str, entry: &str, keys: &[taolight_codec::Value<'_>], value: Vec<u8>) {
        let key = self.metadata.storage(pallet, entry).unwrap().key(keys).unwrap();
        self.values.insert(key, Some(value));
    }

    /// Lets the runtime answer other arguments too.
    pub fn set_answer(&mut self, method: &str, arguments: Vec<u8>, answer: Vec<u8>) {
        self.answers.insert((method.to_owned(), arguments), answer);
    }

    fn was_recorded(&self, key: &[u8]) -> bool {
        self.values.contains_key(key) || self.complete.iter().any(|prefix| key.starts_with(prefix))
    }
}

impl View for Recorded {
    fn block(&self) -> BlockRef {
        self.block
    }

    fn level(&self) -> Level {
        Level::Finalized
    }

    fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    async fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        self.round_trips.borrow_mut().push("values");
        let mut missed = self.missed.borrow_mut();
        missed.extend(keys.iter().filter(|key| !self.was_recorded(key)).cloned());
        Ok(keys
            .iter()
            .map(|key| self.values.get(key).cloned().flatten())
            .collect())
    }

    async fn below(&self, prefixes: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Failure> {
        self.round_trips.borrow_mut().push("below");
        let mut found = Vec::new();
        for prefix in prefixes {
            let below = self.values.range(prefix.clone()..);
            let below = below.take_while(|(key, _)| key.starts_with(prefix));
            found.extend(below.filter_map(|(key, value)| Some((key.clone(), value.clone()?))));
        }
        Ok(found)
    }

    async fn call(&self, call: &StateCall) -> Result<Vec<u8>, Failure> {
        self.round_trips.borrow_mut().push("call");
        let key = (call.method.clone(), call.parameters.clone());
        self.answers.get(&key).cloned().ok_or_else(|| {
            let message = format!(
                "{} was not recorded for {}",
                call.method,
                hex::encode(&call.parameters)
            );
            Failure::new(ErrorCode::BlockUnavailable, message)
        })
    }
}
