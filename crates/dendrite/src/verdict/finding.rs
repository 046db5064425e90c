//! What a verdict rests on, in words that say what is missing.

use taolight_primitives::{AccountId, Alpha};

use super::Outcome;
use crate::{Obstacle, Special, Threshold};

/// How much a finding decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing.
    Note,
    /// It cannot be said any more.
    Doubt,
    /// The miner will probably refuse.
    Refusal,
    /// Nothing can be sent.
    Bar,
}

impl Weight {
    pub(super) fn outcome(self) -> Outcome {
        match self {
            Self::Note => Outcome::LikelyAnswered,
            Self::Doubt => Outcome::Unclear,
            Self::Refusal => Outcome::LikelyRefused,
            Self::Bar => Outcome::CannotBeSent,
        }
    }
}

/// One reason or remark.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// No axon on chain, or one that was switched off.
    #[error("this miner does not say on chain where it can be asked")]
    NotServing,
    /// An address that the whole internet does not reach.
    #[error("{0}; it is asked only if you say so")]
    Special(Special),
    /// What stands between here and the miner.
    #[error("{0}")]
    Obstacle(Obstacle),
    /// No axon of the SDK listens there.
    #[error("its address is of version 6, where no axon of the SDK listens")]
    Ipv6,
    /// The version of the SDK 11.
    #[error(
        "its record looks like that of the SDK 11, which has no synapses; it may take signed requests of btauth/1"
    )]
    PerhapsBtAuth,
    /// A version that says nothing.
    #[error("its record names version {0}, which says nothing about what it speaks")]
    UnknownSoftware(u32),
    /// Nobody would sign.
    #[error("choose the hotkey that signs the request")]
    NoCaller,
    /// Another scheme than axons verify.
    #[error("miners verify sr25519 only, and this account has another scheme")]
    NotSr25519,
    /// The vault is locked.
    #[error("the wallet is locked; unlock it to sign the request")]
    Locked,
    /// Only an address.
    #[error("the wallet has only the address of this hotkey, not its key")]
    NoKey,
    /// A hotkey of somebody else's.
    #[error("on chain this hotkey belongs to another coldkey, {0}")]
    AnothersHotkey(AccountId),
    /// Not registered where the miner asks for it.
    #[error("this miner answers registered hotkeys only, and yours is not registered on this subnet; you can still ping it, and see which synapses it has{}",
        if *answers_500 { " (its software then answers with an internal error)" } else { "" })]
    Unregistered {
        /// Whether the miner's software fails instead of refusing.
        answers_500: bool,
    },
    /// No validator permit where the miner asks for it.
    #[error("this miner answers validators only, and your hotkey has no validator permit on this subnet")]
    NoPermit,
    /// Too little stake weight.
    #[error("this miner wants a stake weight of {need}, and your hotkey has {has}")]
    StakeWeight {
        /// What is needed.
        need: Threshold,
        /// What the hotkey has.
        has: Alpha,
    },
    /// Too little alpha.
    #[error("this miner wants {need} of the subnet's alpha staked to your hotkey, which has {has}")]
    AlphaStake {
        /// What is needed.
        need: Threshold,
        /// What the hotkey has.
        has: Alpha,
    },
    /// A list of hotkeys in the miner's software.
    #[error("this subnet's miners answer only the validators that their software names")]
    NamedOnly,
    /// How often it may be asked.
    #[error("it may be asked {0}")]
    Rate(String),
    /// Nothing is known of the gate, and the hotkey is not registered.
    #[error(
        "nothing is known about whom this synapse answers; most miners refuse hotkeys that are not registered, like yours"
    )]
    UnknownGateUnregistered,
    /// Nothing is known of the gate, and the hotkey is no validator.
    #[error(
        "nothing is known about whom this synapse answers; most miners answer validators only, and yours has no permit"
    )]
    UnknownGateNoPermit,
    /// Nothing is known of the gate; the hotkey is a validator.
    #[error("nothing is known about whom this synapse answers; most miners answer validators only")]
    UnknownGate,
}

impl Finding {
    /// A stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotServing => "not_serving",
            Self::Special(_) => "special",
            Self::Obstacle(Obstacle::Port) => "blocked_port",
            Self::Obstacle(Obstacle::MixedContent) => "mixed_content",
            Self::Obstacle(Obstacle::LocalNetwork) => "local_network",
            Self::Obstacle(Obstacle::Cors) => "cors",
            Self::Obstacle(Obstacle::PerhapsCors) => "perhaps_cors",
            Self::Ipv6 => "ipv6",
            Self::PerhapsBtAuth => "perhaps_btauth",
            Self::UnknownSoftware(_) => "unknown_software",
            Self::NoCaller => "no_caller",
            Self::NotSr25519 => "not_sr25519",
            Self::Locked => "locked",
            Self::NoKey => "no_key",
            Self::AnothersHotkey(_) => "anothers_hotkey",
            Self::Unregistered { .. } => "unregistered",
            Self::NoPermit => "no_permit",
            Self::StakeWeight { .. } => "stake_weight",
            Self::AlphaStake { .. } => "alpha_stake",
            Self::NamedOnly => "named_only",
            Self::Rate(_) => "rate",
            Self::UnknownGateUnregistered => "unknown_gate_unregistered",
            Self::UnknownGateNoPermit => "unknown_gate_no_permit",
            Self::UnknownGate => "unknown_gate",
        }
    }

    /// How much it decides.
    pub fn weight(&self) -> Weight {
        match self {
            Self::NotServing | Self::NoCaller | Self::NotSr25519 | Self::Locked | Self::NoKey => Weight::Bar,
            Self::Obstacle(obstacle) if obstacle.is_certain() => Weight::Bar,
            Self::Unregistered { .. }
            | Self::NoPermit
            | Self::StakeWeight { .. }
            | Self::AlphaStake { .. }
            | Self::NamedOnly
            | Self::UnknownGateUnregistered => Weight::Refusal,
            Self::Obstacle(_)
            | Self::Special(_)
            | Self::PerhapsBtAuth
            | Self::UnknownGateNoPermit
            | Self::UnknownGate => Weight::Doubt,
            Self::Ipv6 | Self::UnknownSoftware(_) | Self::AnothersHotkey(_) | Self::Rate(_) => Weight::Note,
        }
    }
}
