//! A node as a view that remembers what was looked at.

use std::{cell::RefCell, sync::LazyLock};

use taolight_bittensor::View;
use taolight_codec::{Metadata, StateCall};
use taolight_primitives::{BlockRef, Bytes, Failure, Level};

use crate::{
    node::{Node, metadata},
    vector::State,
};

static METADATA: LazyLock<Metadata> = LazyLock::new(|| Metadata::decode(metadata()).unwrap());

/// A block, whose state is asked of a node.
pub(crate) struct Recording {
    node: Node,
    block: BlockRef,
    state: RefCell<State>,
}

impl Recording {
    pub(crate) fn at(block: BlockRef) -> Self {
        Self {
            node: Node::at(block),
            block,
            state: RefCell::default(),
        }
    }

    /// All that was looked at.
    pub(crate) fn state(self) -> State {
        self.state.into_inner()
    }
}

impl View for Recording {
    fn block(&self) -> BlockRef {
        self.block
    }

    fn level(&self) -> Level {
        Level::Finalized
    }

    fn metadata(&self) -> &Metadata {
        &METADATA
    }

    async fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        let mut state = self.state.borrow_mut();
        let value = |key: &Vec<u8>| {
            let value = self.node.stored(key);
            state.values.insert(Bytes(key.clone()), value.clone().map(Bytes));
            value
        };
        Ok(keys.iter().map(value).collect())
    }

    async fn below(&self, prefixes: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Failure> {
        let mut all = Vec::new();
        for prefix in prefixes {
            let entries = self.node.below(prefix);
            all.extend(entries.clone());
            let entries = entries.into_iter().map(|(key, value)| (Bytes(key), Bytes(value)));
            let mut state = self.state.borrow_mut();
            state.below.insert(Bytes(prefix.clone()), entries.collect());
        }
        Ok(all)
    }

    async fn call(&self, call: &StateCall) -> Result<Vec<u8>, Failure> {
        let answer = self.node.answer(&call.method, &call.parameters);
        let name = State::call(&call.method, &call.parameters);
        let mut state = self.state.borrow_mut();
        state.calls.insert(name, Bytes(answer.clone()));
        Ok(answer)
    }
}
