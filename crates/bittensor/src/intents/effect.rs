//! What an intent changes if it succeeds.

use serde::{Deserialize, Serialize};
use taolight_primitives::{AccountId, Alpha, NetUid, Rao};

use super::{Cost, Quantity};

/// One change. Amounts are those of the account that acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "effect", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum Effect {
    /// TAO leaves the free balance.
    TaoOut {
        /// How much.
        amount: Quantity<Rao>,
        /// Who gets it; nobody where a pool or the chain takes it.
        to: Option<AccountId>,
    },
    /// TAO comes into the free balance.
    TaoIn {
        /// How much.
        amount: Quantity<Rao>,
    },
    /// Alpha leaves a position.
    AlphaOut {
        /// Its subnet.
        netuid: NetUid,
        /// The hotkey that it is staked with.
        hotkey: AccountId,
        /// How much.
        amount: Quantity<Alpha>,
        /// The coldkey that gets it; nobody where it is sold, moved or destroyed.
        to: Option<AccountId>,
    },
    /// Alpha comes into a position.
    AlphaIn {
        /// Its subnet.
        netuid: NetUid,
        /// The hotkey that it is staked with.
        hotkey: AccountId,
        /// How much.
        amount: Quantity<Alpha>,
    },
    /// Every position with a hotkey is sold.
    EveryPositionOut {
        /// The hotkey.
        hotkey: AccountId,
        /// Whether the stake on the root is sold too.
        root: bool,
    },
    /// The chain takes or reserves what it asks.
    Pays {
        /// What for.
        cost: Cost,
        /// The most it may be, where the call says so.
        limit: Option<Rao>,
    },
    /// A deposit comes back.
    DepositReturned,
    /// Alpha cannot be taken out any more until it unlocks.
    AlphaLocked {
        /// The subnet.
        netuid: NetUid,
        /// The hotkey that it backs.
        hotkey: AccountId,
        /// How much.
        amount: Alpha,
    },
    /// A lock changes: its hotkey, or whether it decays.
    LockChanged {
        /// The subnet.
        netuid: NetUid,
    },
    /// Another account may act for this one.
    ControlGranted {
        /// Who.
        to: AccountId,
        /// In what, by the chain's name of the proxy type.
        kind: String,
        /// Blocks for which each use has to be announced.
        delay: u32,
    },
    /// Other accounts may no longer act for this one.
    ControlRevoked {
        /// Who; everybody if nobody is named.
        from: Option<AccountId>,
    },
    /// A call is announced, or an announcement is taken back.
    AnnouncementChanged,
    /// An account that has no key comes to be, controlled by this one.
    AccountCreated,
    /// An account that has no key is lost with everything in it.
    AccountLost,
    /// A hotkey comes under this coldkey.
    HotkeyOwned {
        /// The hotkey.
        hotkey: AccountId,
    },
    /// A hotkey's registrations and stake go to another one.
    HotkeyReplaced {
        /// The old one.
        old: AccountId,
        /// The new one.
        new: AccountId,
        /// Only on this subnet; everywhere if none.
        netuid: Option<NetUid>,
    },
    /// Everything that the coldkey has goes to another one.
    ColdkeyReplaced {
        /// The new coldkey.
        new: AccountId,
    },
    /// A new coldkey waits for its time, and the account can do next to nothing until then.
    ColdkeySwapPending {
        /// The new coldkey.
        new: AccountId,
    },
    /// The account can do everything again.
    ColdkeySwapCleared,
    /// The account can do nothing until the chain's council acts.
    AccountFrozen,
    /// A hotkey gets a place on a subnet.
    Registered {
        /// The hotkey.
        hotkey: AccountId,
        /// The subnet.
        netuid: NetUid,
    },
    /// A new subnet comes to be.
    SubnetCreated,
    /// Trading starts on a subnet.
    SubnetStarted {
        /// The subnet.
        netuid: NetUid,
    },
    /// A setting, or something that everybody can read, changes.
    Set {
        /// Which one.
        setting: Setting,
    },
    /// An approval of a multisig account's operation is given or taken back.
    Approval {
        /// The multisig account.
        account: AccountId,
        /// Whether it is given.
        given: bool,
    },
    /// Changes of another account, in whose name this one acts.
    InNameOf {
        /// That account.
        account: AccountId,
        /// Its changes.
        effects: Vec<Effect>,
    },
    /// Anything: the call is none of those that are known here.
    Anything,
}

impl Effect {
    /// The positions that it changes, of this account or of the one in whose name it acts.
    pub fn positions(&self) -> Vec<(NetUid, AccountId)> {
        match self {
            Self::AlphaOut { netuid, hotkey, .. }
            | Self::AlphaIn { netuid, hotkey, .. }
            | Self::AlphaLocked { netuid, hotkey, .. } => vec![(*netuid, *hotkey)],
            Self::InNameOf { effects, .. } => effects.iter().flat_map(Self::positions).collect(),
            Self::TaoOut { .. }
            | Self::TaoIn { .. }
            | Self::EveryPositionOut { .. }
            | Self::Pays { .. }
            | Self::DepositReturned
            | Self::LockChanged { .. }
            | Self::ControlGranted { .. }
            | Self::ControlRevoked { .. }
            | Self::AnnouncementChanged
            | Self::AccountCreated
            | Self::AccountLost
            | Self::HotkeyOwned { .. }
            | Self::HotkeyReplaced { .. }
            | Self::ColdkeyReplaced { .. }
            | Self::ColdkeySwapPending { .. }
            | Self::ColdkeySwapCleared
            | Self::AccountFrozen
            | Self::Registered { .. }
            | Self::SubnetCreated
            | Self::SubnetStarted { .. }
            | Self::Set { .. }
            | Self::Approval { .. }
            | Self::Anything => Vec::new(),
        }
    }
}

/// What is set rather than moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Setting {
    /// Where mining rewards are staked.
    AutoStake,
    /// What becomes of root dividends.
    RootClaimType,
    /// Whether locked alpha is accepted from others.
    AcceptsLockedAlpha,
    /// A delegate's take.
    Take,
    /// A childkey's take.
    ChildkeyTake,
    /// A hotkey's children.
    Children,
    /// What the coldkey says of itself.
    Identity,
    /// What a subnet says of itself.
    SubnetIdentity,
    /// A subnet's symbol.
    SubnetSymbol,
    /// Where a miner can be reached.
    Axon,
    /// A crowdloan's terms.
    Crowdloan,
}
