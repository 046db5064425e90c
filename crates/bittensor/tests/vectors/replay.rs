//! The state of a vector as a view. What was not recorded is not answered.

use taolight_bittensor::View;
use taolight_codec::{Metadata, StateCall};
use taolight_primitives::{BlockRef, Bytes, ErrorCode, Failure, Level};

use crate::vector::State;

pub(crate) struct Replay<'a> {
    pub(crate) metadata: &'a Metadata,
    pub(crate) block: BlockRef,
    pub(crate) state: &'a State,
}

fn not_recorded(what: impl core::fmt::Display) -> Failure {
    Failure::new(
        ErrorCode::BlockUnavailable,
        format!("{what} is not in the vector"),
    )
}

impl View for Replay<'_> {
    fn block(&self) -> BlockRef {
        self.block
    }

    fn level(&self) -> Level {
        Level::Finalized
    }

    fn metadata(&self) -> &Metadata {
        self.metadata
    }

    async fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        let value = |key: &Vec<u8>| {
            let key = Bytes(key.clone());
            let found = self
                .state
                .values
                .get(&key)
                .ok_or_else(|| not_recorded(key.to_hex()))?;
            Ok(found.clone().map(|value| value.0))
        };
        keys.iter().map(value).collect()
    }

    async fn below(&self, prefixes: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Failure> {
        let mut found = Vec::new();
        for prefix in prefixes {
            let prefix = Bytes(prefix.clone());
            let entries = self
                .state
                .below
                .get(&prefix)
                .ok_or_else(|| not_recorded(prefix.to_hex()))?;
            found.extend(entries.iter().cloned().map(|(key, value)| (key.0, value.0)));
        }
        Ok(found)
    }

    async fn call(&self, call: &StateCall) -> Result<Vec<u8>, Failure> {
        let name = State::call(&call.method, &call.parameters);
        let answer = self.state.calls.get(&name).ok_or_else(|| not_recorded(&name))?;
        Ok(answer.0.clone())
    }
}
