//! From a draft to a signed transaction: prepare, let the vault decode, show, sign once, hand over.

use taolight_bittensor::{intents::Intent, reads::Balance};
use taolight_locales::say;
use taolight_primitives::{AccountId, BlockHash, ErrorCode, Failure, Rao, Verified};
use taolight_protocol::engine::{GetMetadata, PrepareTransaction, Prepared, SubmitTransaction, Submitted};
use taolight_protocol::vault::{AddMetadata, Describe, HasMetadata, Sign, Summary};

use crate::clients::Clients;
use crate::trading::Promise;
use crate::transfer::largest;

/// What a person approves or not.
#[derive(Debug, Clone)]
pub(crate) struct Review {
    /// What was asked for.
    pub(crate) intent: Intent,
    /// What the engine made of it.
    pub(crate) prepared: Prepared,
    /// What the vault decoded out of that.
    pub(crate) summary: Summary,
    /// What a trade was quoted to give.
    pub(crate) promise: Option<Verified<Promise>>,
}

/// Prepares a transaction and has the vault decode it. Signs nothing.
pub(crate) async fn review(
    clients: &Clients,
    from: AccountId,
    intent: Intent,
    promise: Option<Verified<Promise>>,
) -> Result<Review, Failure> {
    let prepared = clients
        .engine
        .call(PrepareTransaction {
            from,
            intent: intent.clone(),
        })
        .await?;
    let metadata = prepared.unsigned.metadata;
    if !clients.vault.call(HasMetadata { metadata }).await? {
        let metadata = clients
            .engine
            .call(GetMetadata {
                metadata: Some(metadata),
            })
            .await?;
        clients.vault.call(AddMetadata { metadata }).await?;
    }
    let unsigned = prepared.unsigned.clone();
    let summary = clients
        .vault
        .call(Describe {
            unsigned,
            intent: Some(intent.clone()),
            origin: None,
        })
        .await?;
    Ok(Review {
        intent,
        prepared,
        summary,
        promise,
    })
}

/// Signs what was reviewed and hands it to the network. Takes the review, so that no approval is used twice.
pub(crate) async fn send(clients: &Clients, review: Review) -> Result<Submitted, Failure> {
    let signed = clients
        .vault
        .call(Sign {
            approval: review.summary.approval,
            payload_hash: review.summary.payload_hash,
        })
        .await
        .map_err(locked_if_gone)?;
    clients
        .engine
        .call(SubmitTransaction {
            unsigned: review.prepared.unsigned,
            intent: review.intent,
            extrinsic: signed.extrinsic,
        })
        .await
}

/// A vault that was ended has signed nothing, and another one in its place is locked.
fn locked_if_gone(failure: Failure) -> Failure {
    match failure.code {
        ErrorCode::Disconnected => Failure::worded(ErrorCode::VaultLocked, say!(failures.own.core_restarted)),
        _ => failure,
    }
}

/// The largest amount that can be spent so, and the existential deposit that it leaves.
pub(crate) async fn largest_amount(
    clients: &Clients,
    from: AccountId,
    balance: Balance,
    keep_alive: bool,
    spent: impl Fn(Rao) -> Intent,
) -> Result<(Rao, Rao), Failure> {
    // The fee depends on the length of the transaction, so ask it of one that is about as large.
    let intent = spent(Rao(balance.transferable_in_full.0 / 2));
    let prepared = clients.engine.call(PrepareTransaction { from, intent }).await?;
    let deposit = prepared.existential_deposit;
    Ok((
        largest(&balance, prepared.fee.value, deposit, keep_alive),
        deposit,
    ))
}

impl Review {
    /// The most TAO that leaves the account: amounts, fee and tip. None where nobody can tell.
    pub(crate) fn total(&self) -> Option<Rao> {
        let spend = self.intent.spend(self.summary.account);
        let known = (!spend.unbounded).then_some(spend.tao)?;
        known
            .checked_add(self.prepared.fee.value)?
            .checked_add(self.summary.tip)
    }

    /// Why this must not be signed, if what the vault decoded is not what was asked for.
    pub(crate) fn objection(&self, genesis: BlockHash) -> Option<&'static str> {
        let summary = &self.summary;
        let unsigned = &self.prepared.unsigned;
        if summary.genesis != genesis {
            return Some(say!(review.objection.another_chain));
        }
        if summary.account != unsigned.account || summary.nonce != unsigned.nonce || summary.tip != Rao::ZERO
        {
            return Some(say!(review.objection.another_account));
        }
        if summary.call.decoded().is_none() {
            return Some(say!(review.objection.undecodable));
        }
        if summary.as_intended != Some(true) {
            return Some(say!(review.objection.another_call));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use taolight_primitives::{BlockRef, Bytes, Level};
    use taolight_protocol::engine::{MetadataRef, Mortality, Unsigned};
    use taolight_protocol::vault::{Argument, CallNode, HumanValue, MetadataCheck, ShownCall, Warning};

    use taolight_bittensor::intents::Transfer;

    use super::*;

    const HASH: BlockHash = BlockHash([7; 32]);
    const BLOCK: BlockRef = BlockRef {
        number: 9,
        hash: HASH,
    };
    const MORTALITY: Mortality = Mortality {
        period: 64,
        birth: BLOCK,
    };
    const SENDER: AccountId = AccountId([1; 32]);
    const RECEIVER: AccountId = AccountId([2; 32]);

    fn argument(name: &str, value: HumanValue) -> Argument {
        Argument {
            name: name.to_owned(),
            value,
        }
    }

    fn transfer(name: &str, destination: HumanValue, amount: HumanValue) -> ShownCall {
        ShownCall::Decoded {
            call: CallNode {
                pallet: "Balances".to_owned(),
                name: name.to_owned(),
                arguments: vec![argument("dest", destination), argument("value", amount)],
            },
        }
    }

    fn sample() -> Review {
        Review {
            intent: Intent::from(Transfer {
                destination: RECEIVER,
                amount: Rao(1_000),
                keep_alive: true,
            }),
            prepared: Prepared {
                unsigned: Unsigned {
                    account: SENDER,
                    call: Bytes::default(),
                    nonce: 3,
                    tip: Rao::ZERO,
                    mortality: MORTALITY,
                    genesis: HASH,
                    spec_version: 1,
                    transaction_version: 1,
                    metadata: MetadataRef {
                        hash: HASH,
                        spec_version: 1,
                    },
                },
                fee: Verified {
                    value: Rao(24),
                    block: BLOCK,
                    level: Level::Finalized,
                },
                fee_in_alpha: false,
                existential_deposit: Rao(500),
            },
            summary: Summary {
                approval: Bytes::default(),
                account: SENDER,
                origin: None,
                call: transfer(
                    "transfer_keep_alive",
                    HumanValue::Account(RECEIVER),
                    HumanValue::Amount(Rao(1_000)),
                ),
                as_intended: Some(true),
                nonce: 3,
                tip: Rao::ZERO,
                mortality: MORTALITY,
                genesis: HASH,
                spec_version: 1,
                metadata_check: MetadataCheck::Enabled { digest: HASH },
                payload_hash: HASH,
                warnings: vec![],
            },
            promise: None,
        }
    }

    #[test]
    fn an_honest_summary_has_no_objection() {
        assert_eq!(sample().objection(HASH), None);
        assert_eq!(sample().total(), Some(Rao(1_024)));
    }

    #[test]
    fn anything_else_is_objected_to() {
        assert!(sample().objection(BlockHash([8; 32])).is_some());
        for as_intended in [Some(false), None] {
            let mut other = sample();
            other.summary.as_intended = as_intended;
            assert!(other.objection(HASH).unwrap().contains("another call"));
        }
        let mut tipped = sample();
        tipped.summary.tip = Rao(1);
        assert!(tipped.objection(HASH).is_some());
    }

    #[test]
    fn what_cannot_be_decoded_is_never_signed() {
        let mut blind = sample();
        blind.summary.call = ShownCall::Raw {
            bytes: Bytes(vec![1, 2]),
            why: "unknown call".to_owned(),
        };
        blind.summary.warnings = vec![Warning::Blind];
        assert!(blind.objection(HASH).unwrap().contains("could not decode"));
    }

    #[test]
    fn a_vault_that_is_gone_has_not_signed() {
        let gone = locked_if_gone(Failure::new(ErrorCode::Disconnected, "the port closed"));
        assert_eq!(gone.code, ErrorCode::VaultLocked);
        let refused = locked_if_gone(Failure::new(ErrorCode::NotApproved, "too old"));
        assert_eq!(refused.code, ErrorCode::NotApproved);
    }
}
