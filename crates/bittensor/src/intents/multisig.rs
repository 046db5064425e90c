//! Accounts that several keys hold together.

use serde::{Deserialize, Serialize};
use taolight_codec::{Field, Metadata, Value};
use taolight_primitives::{AccountId, BlockHash, Failure};

use super::{
    Cost, Effect, Flaw, Funds, Intent, MultisigNeed, Need, Warning,
    call::{Call, accounts},
    derived::multisig_account,
    flaw,
    operation::Operation,
    proxy::inner_warnings,
};

/// The most signatories that an account can have.
const MOST_SIGNATORIES: usize = 100;

/// A multisig account, as one of its signatories names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Signatories {
    /// Approvals that it takes.
    pub threshold: u16,
    /// The other signatories, in any order.
    pub others: Vec<AccountId>,
}

/// When an operation of a multisig account was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Timepoint {
    /// Number of the block.
    pub height: u32,
    /// Index of the extrinsic in it.
    pub index: u32,
}

/// What executing a call may take at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Weight {
    /// Picoseconds.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub ref_time: u64,
    /// Bytes of proof.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub proof_size: u64,
}

/// Approves an operation of a multisig account by its call, and does it if that was the last approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ActAsMultisig {
    /// The account.
    pub multisig: Signatories,
    /// When it was opened; none for the first approval.
    pub timepoint: Option<Timepoint>,
    /// What the account does.
    pub inner: Box<Intent>,
    /// What the call may take at most, as the runtime answers it for the call.
    pub max_weight: Weight,
}

/// Approves an operation of a multisig account by the hash of its call. Never does it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ApproveMultisig {
    /// The account.
    pub multisig: Signatories,
    /// When it was opened; none for the first approval.
    pub timepoint: Option<Timepoint>,
    /// blake2b-256 of the call.
    pub call_hash: BlockHash,
    /// What the call may take at most.
    pub max_weight: Weight,
}

/// Cancels an operation that this signatory opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct CancelMultisig {
    /// The account.
    pub multisig: Signatories,
    /// When it was opened.
    pub timepoint: Timepoint,
    /// blake2b-256 of the call.
    pub call_hash: BlockHash,
}

impl Signatories {
    /// The account, of which `who` is the signatory that is not among the others.
    pub fn account(&self, who: AccountId) -> AccountId {
        let mut all = self.others.clone();
        all.push(who);
        multisig_account(&all, self.threshold)
    }

    /// As the chain wants the others: in order.
    fn sorted(&self) -> Value<'static> {
        let mut others = self.others.clone();
        others.sort_unstable();
        accounts(&others)
    }

    fn flaw(&self, who: AccountId, least: u16) -> Option<Need> {
        let mut others = self.others.clone();
        others.sort_unstable();
        let count = others.len() + 1;
        let why = if others.contains(&who) {
            "the signer is among the other signatories; name only the others"
        } else if others.windows(2).any(|pair| pair[0] == pair[1]) {
            "one signatory is named twice; name each once"
        } else if others.is_empty() || count > MOST_SIGNATORIES {
            "a multisig account has from 2 to 100 signatories"
        } else if self.threshold < least || usize::from(self.threshold) > count {
            "the threshold does not fit the number of signatories"
        } else {
            return None;
        };
        flaw(true, Flaw::Signatories(why))
    }

    /// What opening the operation costs, if it is not open yet.
    fn deposit(&self, timepoint: Option<Timepoint>) -> Option<Cost> {
        let threshold = self.threshold;
        (timepoint.is_none() && threshold > 1).then_some(Cost::MultisigDeposit { threshold })
    }
}

impl Timepoint {
    fn value(self) -> Value<'static> {
        Value::Fields(vec![
            Field::named("height", self.height),
            Field::named("index", self.index),
        ])
    }
}

impl Weight {
    fn value(self) -> Value<'static> {
        Value::Fields(vec![
            Field::named("ref_time", self.ref_time),
            Field::named("proof_size", self.proof_size),
        ])
    }
}

fn pays(cost: Option<Cost>) -> impl Iterator<Item = Effect> {
    cost.into_iter().map(|cost| Effect::Pays { cost, limit: None })
}

impl Operation for ActAsMultisig {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = self.inner.build(metadata)?;
        let others = self.multisig.sorted();
        if self.multisig.threshold == 1 {
            return Call::of("Multisig", "as_multi_threshold_1")
                .with("other_signatories", others)
                .around("call", call)
                .encode(metadata);
        }
        Call::of("Multisig", "as_multi")
            .with("threshold", self.multisig.threshold)
            .with("other_signatories", others)
            .with(
                "maybe_timepoint",
                Value::option(self.timepoint.map(Timepoint::value)),
            )
            .around("call", call)
            .with("max_weight", self.max_weight.value())
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (others, what) = (self.multisig.others.len(), self.inner.summary());
        match self.multisig.threshold {
            1 => format!("In the name of the account shared with {others} others: {what}"),
            threshold => format!(
                "Approve, as one of {threshold} of {} signatories: {what}",
                others.saturating_add(1)
            ),
        }
    }

    fn effects(&self, who: AccountId) -> Vec<Effect> {
        let account = self.multisig.account(who);
        let approval = (self.multisig.threshold > 1).then_some(Effect::Approval { account, given: true });
        let inner = Effect::InNameOf {
            account,
            effects: self.inner.effects(account),
        };
        pays(self.multisig.deposit(self.timepoint))
            .chain(approval)
            .chain([inner])
            .collect()
    }

    fn warnings(&self) -> Vec<Warning> {
        inner_warnings(&self.inner)
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let account = self.multisig.account(who);
        let deposit = self.multisig.deposit(self.timepoint);
        let inner = self.inner.needs(account);
        self.multisig
            .flaw(who, 1)
            .into_iter()
            .chain(deposit.map(|cost| Need::Funds(Funds::cost(who, cost))))
            .chain(inner)
            .collect()
    }
}

/// What approving or cancelling by a hash needs.
fn opened(hash: BlockHash, timepoint: Option<Timepoint>, signatory: AccountId) -> MultisigNeed {
    match timepoint {
        None => MultisigNeed::NotOpen { hash },
        Some(when) => MultisigNeed::OpenFor {
            hash,
            when,
            signatory,
        },
    }
}

impl Operation for ApproveMultisig {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Multisig", "approve_as_multi")
            .with("threshold", self.multisig.threshold)
            .with("other_signatories", self.multisig.sorted())
            .with(
                "maybe_timepoint",
                Value::option(self.timepoint.map(Timepoint::value)),
            )
            .with("call_hash", self.call_hash)
            .with("max_weight", self.max_weight.value())
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Approve the call {} of the account shared with {} others",
            self.call_hash,
            self.multisig.others.len()
        )
    }

    fn effects(&self, who: AccountId) -> Vec<Effect> {
        let account = self.multisig.account(who);
        pays(self.multisig.deposit(self.timepoint))
            .chain([Effect::Approval { account, given: true }])
            .collect()
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::Unchecked]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let account = self.multisig.account(who);
        let deposit = self.multisig.deposit(self.timepoint);
        self.multisig
            .flaw(who, 2)
            .into_iter()
            .chain(deposit.map(|cost| Need::Funds(Funds::cost(who, cost))))
            .chain([Need::Multisig(
                account,
                opened(self.call_hash, self.timepoint, who),
            )])
            .collect()
    }
}

impl Operation for CancelMultisig {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Multisig", "cancel_as_multi")
            .with("threshold", self.multisig.threshold)
            .with("other_signatories", self.multisig.sorted())
            .with("timepoint", self.timepoint.value())
            .with("call_hash", self.call_hash)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Cancel the call {} of the account shared with {} others",
            self.call_hash,
            self.multisig.others.len()
        )
    }

    fn effects(&self, who: AccountId) -> Vec<Effect> {
        let account = self.multisig.account(who);
        vec![
            Effect::Approval {
                account,
                given: false,
            },
            Effect::DepositReturned,
        ]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let need = MultisigNeed::OpenedBy {
            hash: self.call_hash,
            when: self.timepoint,
            signatory: who,
        };
        self.multisig
            .flaw(who, 2)
            .into_iter()
            .chain([Need::Multisig(self.multisig.account(who), need)])
            .collect()
    }
}
