//! Doing something in another account's name: as its proxy, or as one of the keys that hold it together.

use taolight_bittensor::intents::{ActAs, ActAsMultisig, Intent, Signatories};
use taolight_primitives::{AccountId, Failure};
use taolight_protocol::engine::{ReadMultisig, WeighIntent};

use crate::clients::Clients;

/// In whose name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Acting {
    /// The signer's own.
    #[default]
    Itself,
    /// An account whose proxy the signer is.
    Proxy {
        /// That account.
        real: AccountId,
    },
    /// An account that the signer holds together with others.
    Multisig(Signatories),
}

impl Acting {
    /// In whose name it is.
    pub(crate) fn account(&self, signer: AccountId) -> AccountId {
        match self {
            Self::Itself => signer,
            Self::Proxy { real } => *real,
            Self::Multisig(signatories) => signatories.account(signer),
        }
    }

    /// What is signed. An operation of a multisig account that somebody has opened already is approved, not opened again.
    pub(crate) async fn wrap(
        self,
        clients: &Clients,
        signer: AccountId,
        inner: Intent,
    ) -> Result<Intent, Failure> {
        let account = self.account(signer);
        let inner = Box::new(inner);
        Ok(match self {
            Self::Itself => *inner,
            Self::Proxy { real } => Intent::from(ActAs {
                real,
                kind: None,
                inner,
            }),
            Self::Multisig(multisig) => {
                let weighed = clients
                    .engine
                    .call(WeighIntent {
                        from: account,
                        intent: (*inner).clone(),
                    })
                    .await?;
                let opened = clients.engine.call(ReadMultisig { account }).await?;
                let same = opened
                    .value
                    .into_iter()
                    .find(|operation| operation.call_hash == weighed.call_hash);
                Intent::from(ActAsMultisig {
                    multisig,
                    timepoint: same.map(|operation| operation.timepoint()),
                    inner,
                    max_weight: weighed.weight.value,
                })
            }
        })
    }
}
