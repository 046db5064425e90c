//! A call by its names, and what is said where a runtime does not have it.

use taolight_codec::{Metadata, Value, encode_call};
use taolight_primitives::{AccountId, ErrorCode, Failure};

use super::Intent;

const SUBTENSOR: &str = "SubtensorModule";

/// A call and its arguments, by the names that the metadata has for them.
pub(crate) struct Call<'a> {
    pallet: &'static str,
    name: &'static str,
    arguments: Vec<(&'static str, Value<'a>)>,
    newer: bool,
}

impl<'a> Call<'a> {
    /// A call of any pallet.
    pub(crate) fn of(pallet: &'static str, name: &'static str) -> Self {
        Self {
            pallet,
            name,
            arguments: Vec::new(),
            newer: false,
        }
    }

    /// A call of Bittensor's own pallet.
    pub(crate) fn subtensor(name: &'static str) -> Self {
        Self::of(SUBTENSOR, name)
    }

    /// Marks a call that only younger runtimes have.
    pub(crate) fn newer(mut self) -> Self {
        self.newer = true;
        self
    }

    /// Adds an argument.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Value<'a>>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// Adds a trade's limit, in the call's own unit, and whether less than all may be traded within it.
    pub(crate) fn limited(self, limit: Option<(u64, bool)>) -> Self {
        match limit {
            None => self,
            Some((price, allow_partial)) => self
                .with("limit_price", price)
                .with("allow_partial", allow_partial),
        }
    }

    /// Adds an argument that is a call.
    pub(crate) fn around(self, name: &'static str, call: Vec<u8>) -> Self {
        self.with(name, Value::Encoded(call))
    }

    /// SCALE bytes.
    pub(crate) fn encode(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        if !metadata.has_call(self.pallet, self.name) {
            return Err(not_offered(self.pallet, self.name, self.newer));
        }
        Ok(encode_call(metadata, self.pallet, self.name, &self.arguments)?)
    }
}

/// Whether the runtime has a call of Bittensor's own pallet.
pub(crate) fn offers(metadata: &Metadata, call: &str) -> bool {
    metadata.has_call(SUBTENSOR, call)
}

fn not_offered(pallet: &str, name: &str, newer: bool) -> Failure {
    let offers = match newer {
        true => "does not offer this yet",
        false => "no longer offers this",
    };
    Failure::new(
        ErrorCode::NotInRuntime,
        format!("this chain {offers}: its runtime has no call {pallet}.{name}"),
    )
    .with_data(format!("{pallet}.{name}"))
}

/// Accounts as the chain takes them in a list.
pub(crate) fn accounts(accounts: &[AccountId]) -> Value<'static> {
    Value::List(accounts.iter().map(|account| (*account).into()).collect())
}

/// Text as bytes.
pub(crate) fn text(text: &str) -> Value<'static> {
    Value::Bytes(text.as_bytes().to_vec())
}

/// The calls of several intents.
pub(crate) fn calls(intents: &[Intent], metadata: &Metadata) -> Result<Value<'static>, Failure> {
    let calls = intents
        .iter()
        .map(|intent| intent.build(metadata).map(Value::Encoded));
    calls.collect::<Result<_, _>>().map(Value::List)
}
