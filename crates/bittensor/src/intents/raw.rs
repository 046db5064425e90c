//! Any call of the runtime, by its name.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use taolight_codec::{Metadata, encode_json_call};
use taolight_primitives::{AccountId, Failure};

use super::{Effect, Need, Signer, Warning, operation::Operation};

/// A call by its names, with JSON arguments as [`encode_json_call`] reads them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RawCall {
    /// Name of the pallet, such as `System`.
    pub pallet: String,
    /// Name of the call, such as `remark`.
    pub call: String,
    /// Arguments by name.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub arguments: Map<String, Json>,
}

impl RawCall {
    /// Whether the chain takes the call for a batch.
    pub(super) fn is_batch(&self) -> bool {
        self.pallet == "Utility" && matches!(self.call.as_str(), "batch" | "batch_all" | "force_batch")
    }
}

impl Operation for RawCall {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Ok(encode_json_call(
            metadata,
            &self.pallet,
            &self.call,
            &self.arguments,
        )?)
    }

    fn summary(&self) -> String {
        format!("Call {}.{}", self.pallet, self.call)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Anything]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::Unchecked]
    }

    fn needs(&self, _who: AccountId) -> Vec<Need> {
        Vec::new()
    }

    fn signer(&self) -> Signer {
        Signer::Either
    }
}
