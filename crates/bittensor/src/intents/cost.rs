//! What the chain itself asks for something, besides the fee. It changes with the chain, so an intent only names it.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Metadata};
use taolight_primitives::{NetUid, Rao};

/// A price or deposit that the chain sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "cost", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "cost", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum Cost {
    /// Reserved for one more proxy of an account.
    ProxyDeposit,
    /// Reserved for one more announcement of a proxy.
    AnnouncementDeposit,
    /// Reserved by whoever opens an operation of a multisig account.
    MultisigDeposit {
        /// Approvals that the account needs.
        threshold: u16,
    },
    /// A place on a subnet.
    Registration {
        /// The subnet.
        netuid: NetUid,
    },
    /// A place on the root.
    RootRegistration,
    /// A subnet of one's own.
    SubnetRegistration,
    /// Replacing a hotkey everywhere.
    HotkeySwap,
    /// Replacing a hotkey on one subnet.
    HotkeySwapOnSubnet,
    /// The first announcement of a new coldkey.
    ColdkeySwap,
}

impl Cost {
    /// Whether it is only reserved and comes back.
    pub fn is_deposit(self) -> bool {
        match self {
            Self::ProxyDeposit | Self::AnnouncementDeposit | Self::MultisigDeposit { .. } => true,
            Self::Registration { .. }
            | Self::RootRegistration
            | Self::SubnetRegistration
            | Self::HotkeySwap
            | Self::HotkeySwapOnSubnet
            | Self::ColdkeySwap => false,
        }
    }

    /// The most that it can be where the runtime's constants say it; `None` where it is in the chain's state.
    pub fn by_constants(self, metadata: &Metadata) -> Result<Option<Rao>, CodecError> {
        let constant =
            |pallet, name| -> Result<u64, CodecError> { metadata.constant(pallet, name)?.unsigned() };
        let amount = match self {
            // The base is due for the first one only; whether it is the first is in the state.
            Self::ProxyDeposit => {
                constant("Proxy", "ProxyDepositBase")?.checked_add(constant("Proxy", "ProxyDepositFactor")?)
            }
            Self::AnnouncementDeposit => constant("Proxy", "AnnouncementDepositBase")?
                .checked_add(constant("Proxy", "AnnouncementDepositFactor")?),
            Self::MultisigDeposit { threshold } => constant("Multisig", "DepositFactor")?
                .checked_mul(threshold.into())
                .and_then(|factor| factor.checked_add(constant("Multisig", "DepositBase").ok()?)),
            Self::HotkeySwap => Some(constant("SubtensorModule", "KeySwapCost")?),
            Self::HotkeySwapOnSubnet => Some(constant("SubtensorModule", "KeySwapOnSubnetCost")?),
            Self::Registration { .. }
            | Self::RootRegistration
            | Self::SubnetRegistration
            | Self::ColdkeySwap => None,
        };
        Ok(amount.map(Rao))
    }

    /// What it is for, as the end of "needed for …".
    pub fn words(self) -> String {
        match self {
            Self::ProxyDeposit => "the deposit of a proxy".to_owned(),
            Self::AnnouncementDeposit => "the deposit of an announcement".to_owned(),
            Self::MultisigDeposit { .. } => "the deposit of the multisig operation".to_owned(),
            Self::Registration { netuid } => format!("a place on subnet {netuid}"),
            Self::RootRegistration => "a place on the root".to_owned(),
            Self::SubnetRegistration => "a subnet of your own".to_owned(),
            Self::HotkeySwap | Self::HotkeySwapOnSubnet => "replacing a hotkey".to_owned(),
            Self::ColdkeySwap => "announcing a new coldkey".to_owned(),
        }
    }
}
