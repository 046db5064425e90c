//! What is known of the chain's state when an intent is checked. Whoever checks fills in what it has read; what is not
//! there is not checked, and the chain itself decides.

use std::collections::{BTreeMap, BTreeSet};

use taolight_primitives::{AccountId, Alpha, BlockHash, NetUid, Price, Rao};

use super::{Cost, RateLimit, Timepoint};

/// The state of one block, as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The block's number.
    pub block: u32,
    /// The least that an account can hold and exist.
    pub existential_deposit: Rao,
    /// What the fee will be, and who pays it.
    pub fee: Option<(AccountId, Rao)>,
    /// The least that can be staked, the swap fee of it included.
    pub minimum_stake: Option<Rao>,
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
    pub holdings: BTreeMap<(AccountId, NetUid), Holding>,
    /// Until which block root stake of a coldkey with a hotkey stays.
    pub root_locked_until: BTreeMap<(AccountId, AccountId), u32>,
    /// What the chain asks for.
    pub costs: BTreeMap<Cost, Rao>,
    /// From which block something can be done again.
    pub rate_limits: BTreeMap<RateLimit, u32>,
    /// Open operations of multisig accounts, by the account and the hash of the call; `None` where there is none.
    pub multisigs: BTreeMap<(AccountId, BlockHash), Option<OpenOperation>>,
    /// Crowdloans; `None` where the chain has none of that number.
    pub crowdloans: BTreeMap<u32, Option<CrowdloanFacts>>,
    /// What an account has given to a crowdloan.
    pub contributions: BTreeMap<(u32, AccountId), Rao>,
}

/// What is known of an account.
#[derive(Debug, Clone, Default)]
pub struct AccountFacts {
    /// Its TAO.
    pub balance: Option<AccountBalance>,
    /// Whether it is about to be replaced.
    pub swap: Option<PendingSwap>,
    /// Whether the chain knows it as a hotkey.
    pub is_hotkey: Option<bool>,
    /// Whether it has staked with anybody.
    pub stakes: Option<bool>,
    /// Whether it has a hotkey that is registered on some subnet.
    pub has_registered_hotkey: Option<bool>,
    /// Whether it accepts locked alpha from others.
    pub accepts_locked: Option<bool>,
    /// Who may act for it.
    pub proxies: Option<Vec<Grant>>,
    /// What it has announced as a proxy: for whom, the hash of the call and the block.
    pub announcements: Option<Vec<(AccountId, BlockHash, u32)>>,
    /// Where its mining rewards are staked, by subnet.
    pub auto_stake: BTreeMap<NetUid, AccountId>,
}

/// TAO of an account.
#[derive(Debug, Clone, Copy, Default)]
pub struct AccountBalance {
    /// What is not reserved.
    pub free: Rao,
    /// What deposits have set aside.
    pub reserved: Rao,
    /// Part of both together that must stay.
    pub frozen: Rao,
}

impl AccountBalance {
    /// What can leave the account.
    pub fn spendable(&self) -> Rao {
        let held = self.frozen.saturating_sub(self.reserved);
        self.free.saturating_sub(held)
    }

    /// Everything, whether it can leave or not.
    pub fn total(&self) -> Rao {
        // Both are parts of the total issuance, which is a u64.
        self.free.checked_add(self.reserved).unwrap_or(Rao(u64::MAX))
    }
}

/// Whether a coldkey is about to be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PendingSwap {
    /// It is not.
    None,
    /// It is announced.
    Announced {
        /// blake2b-256 of the new coldkey.
        hash: BlockHash,
        /// From which block it can be done.
        executable_from: u32,
        /// From which block it can be cleared or announced anew.
        clearable_from: u32,
    },
    /// It is disputed, and the account frozen.
    Disputed,
}

/// A proxy of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Who may act.
    pub delegate: AccountId,
    /// In what, by the chain's name of the proxy type.
    pub kind: String,
    /// Blocks for which each use has to be announced.
    pub delay: u32,
}

/// What is known of a hotkey.
#[derive(Debug, Clone, Default)]
pub struct HotkeyFacts {
    /// The coldkey that owns it; `None` where the chain does not know the hotkey, which it writes as the zero account.
    pub owner: Option<AccountId>,
    /// Its take as a delegate, in parts of 65,535.
    pub take: Option<u16>,
    /// The subnets that it is registered on.
    pub registered: Option<BTreeSet<NetUid>>,
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
}

/// What a coldkey has on a subnet.
#[derive(Debug, Clone, Copy, Default)]
pub struct Holding {
    /// Part of it that no lock holds.
    pub available: Alpha,
    /// The hotkey that its lock backs, if there is a lock.
    pub lock: Option<AccountId>,
}

/// An operation of a multisig account that waits for approvals.
#[derive(Debug, Clone)]
pub struct OpenOperation {
    /// When it was opened.
    pub when: Timepoint,
    /// Who opened it and paid the deposit.
    pub depositor: AccountId,
    /// Who approved.
    pub approvals: Vec<AccountId>,
}

/// What is known of a crowdloan.
#[derive(Debug, Clone)]
pub struct CrowdloanFacts {
    /// Who made it.
    pub creator: AccountId,
    /// The creator's deposit, which is part of what was raised.
    pub deposit: Rao,
    /// The least that can be given at once.
    pub minimum: Rao,
    /// The block at which it ends.
    pub end: u32,
    /// What is to be raised.
    pub cap: Rao,
    /// What was raised.
    pub raised: Rao,
    /// Whether it is done.
    pub finalized: bool,
}
