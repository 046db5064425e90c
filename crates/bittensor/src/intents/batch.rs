//! Several things in one transaction: all of them happen, or none.

use serde::{Deserialize, Serialize};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, Failure};

use super::{
    Effect, Flaw, Intent, Need, Signer, Warning,
    call::{Call, calls},
    flaw,
    operation::Operation,
};

/// Several intents, all or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Batch {
    /// What happens, in this order.
    pub intents: Vec<Intent>,
}

impl Batch {
    fn flaws(&self) -> Vec<Need> {
        let nested = self.intents.iter().any(Intent::is_batch);
        let signer = self.signer();
        let mixed = signer != Signer::Either
            && self
                .intents
                .iter()
                .any(|intent| intent.signer() != signer && intent.signer() != Signer::Either);
        [
            flaw(self.intents.is_empty(), Flaw::EmptyBatch),
            flaw(nested, Flaw::NestedBatch),
            flaw(mixed, Flaw::MixedKeys),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Operation for Batch {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        // The chain would take the fee and then refuse these.
        for need in self.flaws() {
            if let Need::Sense(flaw) = need {
                return Err(flaw.failure());
            }
        }
        Call::of("Utility", "batch_all")
            .with("calls", calls(&self.intents, metadata)?)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let parts: Vec<_> = self.intents.iter().map(Intent::summary).collect();
        format!("All or nothing: {}", parts.join("; "))
    }

    fn effects(&self, who: AccountId) -> Vec<Effect> {
        self.intents
            .iter()
            .flat_map(|intent| intent.effects(who))
            .collect()
    }

    fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for warning in self.intents.iter().flat_map(Intent::warnings) {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        warnings
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let mut needs = self.flaws();
        needs.extend(self.intents.iter().flat_map(|intent| intent.needs(who)));
        needs
    }

    fn signer(&self) -> Signer {
        let mut signers = self.intents.iter().map(Intent::signer);
        signers
            .find(|signer| *signer != Signer::Either)
            .unwrap_or(Signer::Either)
    }
}
