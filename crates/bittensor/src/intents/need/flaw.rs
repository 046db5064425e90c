//! What is wrong with an intent whatever the chain's state is.

use taolight_primitives::{ErrorCode, Failure};

/// Why an intent cannot succeed on any chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// An amount of nothing.
    ZeroAmount,
    /// The zero account as a hotkey, which the chain reads as "none".
    NobodysHotkey,
    /// From a place to itself.
    SamePlace,
    /// From a subnet to itself, where only the subnet may change.
    SameSubnet,
    /// A hotkey in place of itself.
    SameHotkey,
    /// Something that the root does not have.
    OnRoot,
    /// A text that is longer than the chain takes.
    TooLong {
        /// Which one.
        field: &'static str,
        /// The most bytes that it may have.
        most: usize,
    },
    /// Children that the chain does not take.
    Children(&'static str),
    /// An address of a miner that the chain does not take.
    Port,
    /// An account that acts for itself.
    OwnProxy,
    /// Signatories that make no multisig account.
    Signatories(&'static str),
    /// No subnets where some have to be named.
    NoSubnets,
    /// A crowdloan whose terms contradict each other.
    Crowdloan(&'static str),
    /// A batch of nothing.
    EmptyBatch,
    /// A batch within a batch.
    NestedBatch,
    /// Things of different keys in one transaction.
    MixedKeys,
}

impl Flaw {
    pub(crate) fn failure(&self) -> Failure {
        let flawed = |data: &'static str, message: &str| {
            Failure::new(ErrorCode::InvalidTransaction, message).with_data(data)
        };
        match self {
            Self::ZeroAmount => {
                Failure::new(ErrorCode::ZeroAmount, "the amount is zero; type how much").with_data("amount")
            }
            Self::NobodysHotkey => flawed(
                "hotkey",
                "this is the zero account, which is nobody's hotkey; check the address",
            ),
            Self::SamePlace => flawed("destination", "the stake is there already; choose another place"),
            Self::SameSubnet => flawed(
                "destination",
                "the stake is on this subnet already; choose another one",
            ),
            Self::SameHotkey => flawed("newHotkey", "the new hotkey is the old one; choose another one"),
            Self::OnRoot => flawed(
                "netuid",
                "this is not possible on the root; choose another subnet",
            ),
            Self::TooLong { field, most } => Failure::new(
                ErrorCode::InvalidTransaction,
                format!("this text is too long: at most {most} bytes are taken"),
            )
            .with_data(field),
            Self::Children(why) => flawed("children", why),
            Self::Port => flawed("port", "port 0 is no port; choose one from 1 to 65535"),
            Self::OwnProxy => flawed(
                "delegate",
                "an account cannot be its own proxy; choose another one",
            ),
            Self::Signatories(why) => flawed("signatories", why),
            Self::NoSubnets => flawed("subnets", "choose at least one subnet to claim from"),
            Self::Crowdloan(why) => flawed("crowdloan", why),
            Self::EmptyBatch => flawed("intents", "there is nothing in this batch; add something"),
            Self::NestedBatch => flawed(
                "intents",
                "the chain takes no batch within a batch; put everything into one",
            ),
            Self::MixedKeys => flawed(
                "intents",
                "a transaction has one signer, and these need different keys; sign them one after the other",
            ),
        }
    }
}

/// A need that never holds, where something is wrong.
pub(crate) fn flaw(wrong: bool, flaw: Flaw) -> Option<super::Need> {
    wrong.then_some(super::Need::Sense(flaw))
}
