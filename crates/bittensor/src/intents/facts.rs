//! What is known of the chain's state when an intent is checked. Whoever checks fills in what it has read; what is not
//! there is not checked, and the chain itself decides.

use std::collections::BTreeMap;

use taolight_primitives::{AccountId, Alpha, BlockHash, NetUid, Price, Rao};

use super::{Cost, RateLimit};
use crate::reads::{Announcement, Balance, ColdkeySwap, Crowdloan, MultisigOperation, Proxy};

/// The state of one block, as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The block's number.
    pub block: u32,
    /// The least that an account can hold and exist.
    pub existential_deposit: Rao,
    /// What the fee will be, and who pays it.
    pub fee: Option<(AccountId, Rao)>,
    /// The least that a partial sale has to bring.
    pub minimum_out: Option<Rao>,
    /// Until which block safe mode lasts; `None` if it is off.
    pub safe_mode_until: Option<u32>,
    /// The most that a delegate may take, in parts of 65,535.
    pub maximum_take: Option<u16>,
    /// Accounts, whatever they are.
    pub accounts: BTreeMap<AccountId, AccountFacts>,
    /// Hotkeys.
    pub hotkeys: BTreeMap<AccountId, HotkeyFacts>,
    /// Subnets; `None` where the chain has no such subnet.
    pub subnets: BTreeMap<NetUid, Option<SubnetFacts>>,
    /// Stake by coldkey, hotkey and subnet; none where the chain has no position.
    pub positions: BTreeMap<(AccountId, AccountId, NetUid), Alpha>,
    /// What a coldkey has on a subnet with all hotkeys together.
    pub availability: BTreeMap<(AccountId, NetUid), Availability>,
    /// What the chain asks for.
    pub costs: BTreeMap<Cost, Rao>,
    /// From which block something can be done again.
    pub rate_limits: BTreeMap<RateLimit, u32>,
    /// Open operations of multisig accounts, by the account and the hash of the call; `None` where there is none.
    pub multisigs: BTreeMap<(AccountId, BlockHash), Option<MultisigOperation>>,
    /// Crowdloans; `None` where the chain has none of that number.
    pub crowdloans: BTreeMap<u32, Option<Crowdloan>>,
    /// What an account has given to a crowdloan.
    pub contributions: BTreeMap<(u32, AccountId), Rao>,
}

/// What is known of an account.
#[derive(Debug, Clone, Default)]
pub struct AccountFacts {
    /// Its TAO.
    pub balance: Option<Balance>,
    /// Whether it is about to be replaced.
    pub swap: Option<ColdkeySwap>,
    /// Whether the chain knows it as a hotkey.
    pub is_hotkey: Option<bool>,
    /// Whether it has staked with anybody.
    pub stakes: Option<bool>,
    /// Whether it has a hotkey that is registered on some subnet.
    pub has_registered_hotkey: Option<bool>,
    /// Whether it accepts locked alpha from others.
    pub accepts_locked: Option<bool>,
    /// Who may act for it.
    pub proxies: Option<Vec<Proxy>>,
    /// What it has announced as a proxy.
    pub announcements: Option<Vec<Announcement>>,
    /// Where its mining rewards are staked, by subnet.
    pub auto_stake: BTreeMap<NetUid, AccountId>,
}

/// What is known of a hotkey.
#[derive(Debug, Clone, Default)]
pub struct HotkeyFacts {
    /// The coldkey that owns it; `None` where the chain does not know the hotkey, which it writes as the zero account.
    pub owner: Option<AccountId>,
    /// Its take as a delegate, in parts of 65,535.
    pub take: Option<u16>,
    /// Whether it is registered, by subnet.
    pub registered: BTreeMap<NetUid, bool>,
}

/// What is known of a subnet that exists.
#[derive(Debug, Clone, Default)]
pub struct SubnetFacts {
    /// Whether its alpha can be traded.
    pub trading: Option<bool>,
    /// Whether stake can be given to another coldkey.
    pub transfers: Option<bool>,
    /// Its owner's coldkey.
    pub owner: Option<AccountId>,
    /// Whether hotkeys can register.
    pub registration: Option<bool>,
    /// From which block it can be started; `None` if that is not known.
    pub startable_from: Option<u32>,
    /// Rao of TAO for one whole alpha.
    pub price: Option<Price>,
    /// The least that can be staked on it, the swap fee of it included.
    pub minimum_stake: Option<Rao>,
}

/// What a coldkey can do with its stake on a subnet.
#[derive(Debug, Clone, Copy, Default)]
pub struct Availability {
    /// What no lock holds.
    pub available: Alpha,
    /// The hotkey that its lock backs, if there is a lock.
    pub lock: Option<AccountId>,
}
