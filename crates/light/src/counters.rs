//! smoldot's own counters of proofs, as `sudo_unstable_metrics` gives them.

use serde::Deserialize;
use serde_json::json;

use crate::{error::LightError, rpc::Rpc};

/// Reasons of smoldot for banning a peer that mean: it sent a proof that does not verify.
const REFUSED_PROOFS: [&str; 3] = [
    "bad-warp-sync-fragment",
    "bad-justification",
    "bad-grandpa-commit",
];

/// Counters since the client started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counters {
    /// Warp sync fragments and finality proofs that verified.
    pub(crate) proofs_verified: u64,
    /// Proofs that did not.
    pub(crate) proofs_refused: u64,
    /// Warp sync requests that a peer answered.
    pub(crate) warp_sync_answers: u64,
}

#[derive(Deserialize)]
struct Snapshot {
    metrics: Vec<Metric>,
}

#[derive(Deserialize)]
struct Metric {
    name: String,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    labels: Labels,
    value: serde_json::Number,
}

#[derive(Deserialize, Default)]
struct Labels {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    protocol: String,
}

impl Counters {
    /// Asks smoldot.
    pub(crate) async fn read(rpc: &Rpc) -> Result<Self, LightError> {
        let snapshot: Snapshot = rpc.request("sudo_unstable_metrics", json!([])).await?;
        Ok(Self::of(&snapshot))
    }

    fn of(snapshot: &Snapshot) -> Self {
        let mut counters = Self::default();
        for metric in &snapshot.metrics {
            for Entry { labels, value } in &metric.entries {
                let count = whole(value);
                match (metric.name.as_str(), labels.outcome.as_str()) {
                    ("syncWarpFragmentsVerifiedTotal", _)
                    | ("syncFinalityProofsVerifiedTotal", "success") => {
                        counters.proofs_verified += count;
                    }
                    ("networkPeerBansTotal", _) if REFUSED_PROOFS.contains(&labels.reason.as_str()) => {
                        counters.proofs_refused += count;
                    }
                    ("networkRequestsTotal", "success") if labels.protocol == "warp-sync" => {
                        counters.warp_sync_answers += count;
                    }
                    _ => {}
                }
            }
        }
        counters
    }
}

/// smoldot writes its counters as floating-point numbers without a fraction.
fn whole(value: &serde_json::Number) -> u64 {
    let text = value.to_string();
    let whole = text.split('.').next().unwrap_or_default();
    whole.parse().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counters_that_matter_are_found() {
        let snapshot = r#"{"metrics":[
            {"name":"syncWarpFragmentsVerifiedTotal","type":"counter","entries":[{"value":2.0}]},
            {"name":"syncFinalityProofsVerifiedTotal","type":"counter","entries":[
                {"labels":{"outcome":"success"},"value":3},{"labels":{"outcome":"failure"},"value":9}]},
            {"name":"networkPeerBansTotal","type":"counter","entries":[
                {"labels":{"reason":"bad-warp-sync-fragment"},"value":4.0},
                {"labels":{"reason":"storage-request-failed"},"value":7.0}]},
            {"name":"networkRequestsTotal","type":"counter","entries":[
                {"labels":{"protocol":"warp-sync","outcome":"success"},"value":5.0},
                {"labels":{"protocol":"blocks","outcome":"success"},"value":8.0}]}]}"#;
        let counters = Counters::of(&serde_json::from_str(snapshot).unwrap());
        assert_eq!(
            counters,
            Counters {
                proofs_verified: 5,
                proofs_refused: 4,
                warp_sync_answers: 5
            }
        );
    }
}
