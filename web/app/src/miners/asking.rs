//! From a question to signed requests: the engine prepares, the vault takes its messages apart, a person approves, the
//! vault signs the same with the time of now.

use taolight_locales::say;
use taolight_primitives::{AccountId, Failure};
use taolight_protocol::engine::miners::{
    AskMiners, MinerProtocol, MinerRow, PrepareQuery, PreparedMiner, PreparedQuery, StampQuery,
};
use taolight_protocol::vault::{DescribeMinerAuth, MinerAuth, MinerAuthSummary, SignMinerAuth};

use crate::clients::Clients;

/// What a person approves or not.
#[derive(Debug, Clone)]
pub(crate) struct Review {
    /// What was asked for.
    pub(crate) wanted: PrepareQuery,
    /// What the engine made of it.
    pub(crate) prepared: PreparedQuery,
    /// What the vault would sign, by its own reading; none where nobody can be asked.
    pub(crate) summary: Option<MinerAuthSummary>,
}

/// Prepares a question and has the vault describe it. Sends nothing, signs nothing.
pub(crate) async fn review(clients: &Clients, wanted: PrepareQuery) -> Result<Review, Failure> {
    let prepared = clients.engine.call(wanted.clone()).await?;
    let summary = if prepared.messages.is_empty() {
        None
    } else {
        let describe = DescribeMinerAuth {
            account: wanted.asker.hotkey,
            messages: prepared.messages.clone(),
            origin: None,
        };
        Some(clients.vault.call(describe).await?)
    };
    Ok(Review {
        wanted,
        prepared,
        summary,
    })
}

/// Has the vault sign what was approved, with the time of now. Sends nothing.
pub(crate) async fn sign(
    clients: &Clients,
    query: String,
    summary: MinerAuthSummary,
) -> Result<AskMiners, Failure> {
    let stamped = clients.engine.call(StampQuery { query: query.clone() }).await?;
    let signed = clients
        .vault
        .call(SignMinerAuth {
            approval: summary.approval,
            payload_hash: summary.payload_hash,
            messages: stamped.messages,
        })
        .await?;
    Ok(AskMiners {
        query,
        signatures: signed.signatures,
    })
}

impl Review {
    /// The miners that would be asked.
    pub(crate) fn receivers(&self) -> impl Iterator<Item = &PreparedMiner> {
        self.prepared.miners.iter().filter(|miner| miner.curl.is_some())
    }

    /// The miners that would not.
    pub(crate) fn left_out(&self) -> impl Iterator<Item = &PreparedMiner> {
        self.prepared.miners.iter().filter(|miner| miner.curl.is_none())
    }

    /// Why this must not be signed, if what the vault read is not what was asked for. `miners` are those that the chain
    /// proves.
    pub(crate) fn objection(&self, miners: &[MinerRow]) -> Option<&'static str> {
        let Some(summary) = &self.summary else {
            return Some(say!(miners.objections.nobody));
        };
        let receivers: Vec<_> = self.receivers().map(|miner| miner.uid).collect();
        if summary.account != self.wanted.asker.hotkey {
            return Some(say!(miners.objections.account));
        }
        if summary.requests.len() != receivers.len() {
            return Some(say!(miners.objections.number));
        }
        let is_as_wanted = |(request, uid): (&MinerAuth, &u16)| {
            let row = miners.iter().find(|row| row.uid == *uid);
            let (protocol, receiver) = read(request);
            protocol == self.prepared.protocol && row.is_some_and(|row| receiver == Some(row.hotkey))
        };
        if !summary.requests.iter().zip(&receivers).all(is_as_wanted) {
            return Some(say!(miners.objections.receiver));
        }
        None
    }
}

/// How a request is signed, and for whom.
fn read(request: &MinerAuth) -> (MinerProtocol, Option<AccountId>) {
    match request {
        MinerAuth::AxonV10 { receiver, .. } => (MinerProtocol::Axon, Some(*receiver)),
        MinerAuth::BtAuth1 { receiver, .. } => (MinerProtocol::BtAuth, *receiver),
        MinerAuth::Epistula2 { receiver, .. } => (MinerProtocol::Epistula, *receiver),
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::PerU16;
    use taolight_primitives::{BlockHash, Bytes, NetUid};
    use taolight_protocol::engine::miners::{Asker, AskerKey, Outcome, Question, Verdict};
    use taolight_protocol::vault::Scheme;

    use super::*;

    const ASKER: AccountId = AccountId([1; 32]);
    const MINER: AccountId = AccountId([2; 32]);
    const HASH: BlockHash = BlockHash([7; 32]);

    fn verdict() -> Verdict {
        Verdict {
            outcome: Outcome::LikelyAnswered,
            findings: Vec::new(),
        }
    }

    fn rows() -> [MinerRow; 1] {
        [MinerRow {
            uid: 4,
            hotkey: MINER,
            incentive: PerU16::ZERO,
            permit: false,
            axon: None,
            verdict: verdict(),
        }]
    }

    fn sample() -> Review {
        Review {
            wanted: PrepareQuery {
                netuid: NetUid(1),
                uids: vec![4],
                asker: Asker {
                    hotkey: ASKER,
                    scheme: Scheme::Sr25519,
                    key: AskerKey::Ready,
                    coldkeys: Vec::new(),
                },
                question: Question::Ping,
                special: false,
                tls: false,
            },
            prepared: PreparedQuery {
                query: "q".to_owned(),
                protocol: MinerProtocol::Axon,
                miners: vec![PreparedMiner {
                    uid: 4,
                    address: None,
                    verdict: verdict(),
                    curl: Some("curl".to_owned()),
                }],
                messages: vec![Bytes(vec![1])],
                timeout_ms: 1,
                no_promises: Vec::new(),
            },
            summary: Some(MinerAuthSummary {
                approval: Bytes(vec![2]),
                account: ASKER,
                requests: vec![MinerAuth::AxonV10 {
                    nonce: "1".to_owned(),
                    receiver: MINER,
                    uuid: "u".to_owned(),
                    body_hash: HASH,
                }],
                payload_hash: HASH,
            }),
        }
    }

    #[test]
    fn an_honest_summary_has_no_objection() {
        assert_eq!(sample().objection(&rows()), None);
    }

    #[test]
    fn anything_else_is_objected_to() {
        let changed = |change: fn(&mut MinerAuthSummary)| {
            let mut review = sample();
            review.summary.as_mut().map(change);
            review.objection(&rows())
        };
        assert!(
            changed(|summary| summary.account = MINER)
                .unwrap()
                .contains("account")
        );
        assert!(
            changed(|summary| summary.requests.clear())
                .unwrap()
                .contains("number")
        );
        let other = changed(|summary| {
            summary.requests = vec![MinerAuth::Epistula2 {
                body_hash: HASH,
                uuid: "u".to_owned(),
                timestamp: "1".to_owned(),
                receiver: Some(MINER),
            }];
        });
        assert!(other.unwrap().contains("form"));
        assert!(sample().objection(&[]).unwrap().contains("receiver"));
        let nobody = Review {
            summary: None,
            ..sample()
        };
        assert!(nobody.objection(&rows()).is_some());
    }
}
