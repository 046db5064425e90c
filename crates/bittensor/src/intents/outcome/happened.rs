//! Events of the chain that a holder understands.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Event, Value};
use taolight_primitives::{AccountId, Alpha, BlockHash, NetUid, Rao};

use crate::intents::Timepoint;

/// Accounts of pallets begin with this. What moves between them and others is told by other events.
const PALLET_ACCOUNT: &[u8] = b"modl";

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "happened", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "happened", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
#[expect(
    missing_docs,
    reason = "the fields are named for what they are, with the units of their types"
)]
pub enum Happened {
    /// TAO moved from one account to another.
    Transferred {
        from: AccountId,
        to: AccountId,
        amount: Rao,
    },
    /// An account was closed.
    AccountClosed { account: AccountId },
    /// TAO was reserved as a deposit.
    Reserved { who: AccountId, amount: Rao },
    /// A deposit came back.
    Unreserved { who: AccountId, amount: Rao },
    /// TAO, the swap fee included, bought alpha; the fee is part of that TAO. On a transfer of stake nothing was bought: it arrived.
    Staked {
        coldkey: AccountId,
        hotkey: AccountId,
        netuid: NetUid,
        tao: Rao,
        alpha: Alpha,
        fee: Rao,
    },
    /// Alpha, without the swap fee, was sold for TAO; the fee is in alpha and comes on top.
    Unstaked {
        coldkey: AccountId,
        hotkey: AccountId,
        netuid: NetUid,
        tao: Rao,
        alpha: Alpha,
        fee: Alpha,
    },
    /// Stake went to another hotkey.
    StakeMoved {
        coldkey: AccountId,
        origin_hotkey: AccountId,
        origin: NetUid,
        hotkey: AccountId,
        netuid: NetUid,
        tao: Rao,
    },
    /// Stake went to another subnet.
    StakeSwapped {
        coldkey: AccountId,
        hotkey: AccountId,
        origin: NetUid,
        netuid: NetUid,
        tao: Rao,
    },
    /// Stake went to another coldkey.
    StakeTransferred {
        from: AccountId,
        to: AccountId,
        hotkey: AccountId,
        origin: NetUid,
        netuid: NetUid,
        tao: Rao,
    },
    /// Alpha was destroyed, and the subnet may give it out again.
    AlphaRecycled {
        coldkey: AccountId,
        hotkey: AccountId,
        alpha: Alpha,
        netuid: NetUid,
    },
    /// Alpha was destroyed for ever.
    AlphaBurned {
        coldkey: AccountId,
        hotkey: AccountId,
        alpha: Alpha,
        netuid: NetUid,
    },
    /// Stake was locked.
    StakeLocked {
        coldkey: AccountId,
        hotkey: AccountId,
        netuid: NetUid,
        amount: Alpha,
    },
    /// A lock backs another hotkey.
    LockMoved {
        coldkey: AccountId,
        netuid: NetUid,
        hotkey: AccountId,
    },
    /// Root dividends were claimed.
    RootClaimed { coldkey: AccountId },
    /// A hotkey got a place on a subnet.
    Registered {
        netuid: NetUid,
        uid: u16,
        hotkey: AccountId,
    },
    /// A hotkey was replaced, everywhere or on one subnet.
    HotkeySwapped {
        coldkey: AccountId,
        old: AccountId,
        new: AccountId,
        netuid: Option<NetUid>,
    },
    /// A new coldkey was announced.
    ColdkeySwapAnnounced { who: AccountId, hash: BlockHash },
    /// A coldkey was replaced.
    ColdkeySwapped { old: AccountId, new: AccountId },
    /// A delegate's take changed, in parts of 65,535.
    TakeSet { hotkey: AccountId, take: u16 },
    /// Children will be set at a block.
    ChildrenScheduled {
        hotkey: AccountId,
        netuid: NetUid,
        block: u64,
    },
    /// Somebody may act for an account.
    ProxyAdded {
        real: AccountId,
        delegate: AccountId,
        kind: String,
        delay: u32,
    },
    /// Somebody may no longer act for an account.
    ProxyRemoved {
        real: AccountId,
        delegate: AccountId,
        kind: String,
        delay: u32,
    },
    /// An account without a key was made. To end it, the place where that happened has to be named.
    PureCreated {
        account: AccountId,
        who: AccountId,
        kind: String,
        index: u16,
        at: Timepoint,
    },
    /// A proxy announced a call.
    CallAnnounced {
        real: AccountId,
        delegate: AccountId,
        call_hash: BlockHash,
    },
    /// An operation of a multisig account was opened and waits for approvals.
    MultisigOpened {
        account: AccountId,
        call_hash: BlockHash,
        at: Timepoint,
    },
    /// An operation of a multisig account was approved and waits for more approvals.
    MultisigApproved {
        account: AccountId,
        call_hash: BlockHash,
        at: Timepoint,
    },
    /// An operation of a multisig account was cancelled.
    MultisigCancelled {
        account: AccountId,
        call_hash: BlockHash,
        at: Timepoint,
    },
    /// A crowdloan was made.
    CrowdloanCreated { id: u32 },
    /// TAO went into a crowdloan.
    CrowdloanContributed { id: u32, who: AccountId, amount: Rao },
    /// TAO came back from a crowdloan.
    CrowdloanWithdrawn { id: u32, who: AccountId, amount: Rao },
}

impl Happened {
    /// Whether others have to approve before more happens.
    pub(super) fn waits(&self) -> bool {
        matches!(self, Self::MultisigOpened { .. } | Self::MultisigApproved { .. })
    }

    /// Whether it is about an account: about what is its own, not about what others did with its hotkey.
    pub fn concerns(&self, account: &AccountId) -> bool {
        match self {
            Self::Transferred { from, to, .. } | Self::StakeTransferred { from, to, .. } => {
                [from, to].contains(&account)
            }
            Self::HotkeySwapped {
                coldkey, old, new, ..
            } => [coldkey, old, new].contains(&account),
            Self::ColdkeySwapped { old, new } => [old, new].contains(&account),
            Self::ProxyAdded { real, delegate, .. }
            | Self::ProxyRemoved { real, delegate, .. }
            | Self::CallAnnounced { real, delegate, .. } => [real, delegate].contains(&account),
            Self::PureCreated {
                account: own, who, ..
            } => [own, who].contains(&account),
            Self::AccountClosed { account: own }
            | Self::MultisigOpened { account: own, .. }
            | Self::MultisigApproved { account: own, .. }
            | Self::MultisigCancelled { account: own, .. }
            | Self::Reserved { who: own, .. }
            | Self::Unreserved { who: own, .. }
            | Self::ColdkeySwapAnnounced { who: own, .. }
            | Self::CrowdloanContributed { who: own, .. }
            | Self::CrowdloanWithdrawn { who: own, .. }
            | Self::Staked { coldkey: own, .. }
            | Self::Unstaked { coldkey: own, .. }
            | Self::StakeMoved { coldkey: own, .. }
            | Self::StakeSwapped { coldkey: own, .. }
            | Self::AlphaRecycled { coldkey: own, .. }
            | Self::AlphaBurned { coldkey: own, .. }
            | Self::StakeLocked { coldkey: own, .. }
            | Self::LockMoved { coldkey: own, .. }
            | Self::RootClaimed { coldkey: own }
            | Self::Registered { hotkey: own, .. }
            | Self::TakeSet { hotkey: own, .. }
            | Self::ChildrenScheduled { hotkey: own, .. } => own == account,
            Self::CrowdloanCreated { .. } => false,
        }
    }

    pub(crate) fn read(event: &Event<'_>, at: Timepoint) -> Result<Option<Self>, CodecError> {
        let of = Content(&event.content);
        match event.pallet {
            "Balances" | "System" => balance(event.name, &of),
            "SubtensorModule" => subtensor(event.name, &of),
            "Proxy" => proxy(event.name, &of, at),
            "Multisig" => multisig(event.name, &of, at),
            "Crowdloan" => crowdloan(event.name, &of),
            _ => Ok(None),
        }
    }
}

fn balance(event: &str, of: &Content<'_>) -> Result<Option<Happened>, CodecError> {
    Ok(Some(match event {
        "Transfer" => {
            let (from, to) = (of.account("from")?, of.account("to")?);
            let amount = of.rao("amount")?;
            let internal = [from, to]
                .iter()
                .any(|account| account.0.starts_with(PALLET_ACCOUNT));
            if internal {
                return Ok(None);
            }
            Happened::Transferred { from, to, amount }
        }
        "KilledAccount" => Happened::AccountClosed {
            account: of.account("account")?,
        },
        "Reserved" => Happened::Reserved {
            who: of.account("who")?,
            amount: of.rao("amount")?,
        },
        "Unreserved" => Happened::Unreserved {
            who: of.account("who")?,
            amount: of.rao("amount")?,
        },
        _ => return Ok(None),
    }))
}

fn subtensor(event: &str, of: &Content<'_>) -> Result<Option<Happened>, CodecError> {
    Ok(Some(match event {
        "StakeAdded" => Happened::Staked {
            coldkey: of.account_at(0)?,
            hotkey: of.account_at(1)?,
            tao: Rao(of.at(2)?),
            alpha: Alpha(of.at(3)?),
            netuid: NetUid(of.at(4)?),
            fee: Rao(of.at(5)?),
        },
        "StakeRemoved" => Happened::Unstaked {
            coldkey: of.account_at(0)?,
            hotkey: of.account_at(1)?,
            tao: Rao(of.at(2)?),
            alpha: Alpha(of.at(3)?),
            netuid: NetUid(of.at(4)?),
            fee: Alpha(of.at(5)?),
        },
        "StakeMoved" => Happened::StakeMoved {
            coldkey: of.account_at(0)?,
            origin_hotkey: of.account_at(1)?,
            origin: NetUid(of.at(2)?),
            hotkey: of.account_at(3)?,
            netuid: NetUid(of.at(4)?),
            tao: Rao(of.at(5)?),
        },
        "StakeSwapped" => Happened::StakeSwapped {
            coldkey: of.account_at(0)?,
            hotkey: of.account_at(1)?,
            origin: NetUid(of.at(2)?),
            netuid: NetUid(of.at(3)?),
            tao: Rao(of.at(4)?),
        },
        "StakeTransferred" => Happened::StakeTransferred {
            from: of.account_at(0)?,
            to: of.account_at(1)?,
            hotkey: of.account_at(2)?,
            origin: NetUid(of.at(3)?),
            netuid: NetUid(of.at(4)?),
            tao: Rao(of.at(5)?),
        },
        "AlphaRecycled" => Happened::AlphaRecycled {
            coldkey: of.account_at(0)?,
            hotkey: of.account_at(1)?,
            alpha: Alpha(of.at(2)?),
            netuid: NetUid(of.at(3)?),
        },
        "AlphaBurned" => Happened::AlphaBurned {
            coldkey: of.account_at(0)?,
            hotkey: of.account_at(1)?,
            alpha: Alpha(of.at(2)?),
            netuid: NetUid(of.at(3)?),
        },
        "NeuronRegistered" => Happened::Registered {
            netuid: NetUid(of.at(0)?),
            uid: of.at(1)?,
            hotkey: of.account_at(2)?,
        },
        "TakeDecreased" | "TakeIncreased" => Happened::TakeSet {
            hotkey: of.account_at(1)?,
            take: of.at(2)?,
        },
        "SetChildrenScheduled" => Happened::ChildrenScheduled {
            hotkey: of.account_at(0)?,
            netuid: NetUid(of.at(1)?),
            block: of.at(2)?,
        },
        "StakeLocked" => Happened::StakeLocked {
            coldkey: of.account("coldkey")?,
            hotkey: of.account("hotkey")?,
            netuid: of.netuid()?,
            amount: Alpha(of.number("amount")?),
        },
        "LockMoved" => Happened::LockMoved {
            coldkey: of.account("coldkey")?,
            netuid: of.netuid()?,
            hotkey: of.account("destination_hotkey")?,
        },
        "RootClaimed" => Happened::RootClaimed {
            coldkey: of.account("coldkey")?,
        },
        "HotkeySwapped" | "HotkeySwappedOnSubnet" => Happened::HotkeySwapped {
            coldkey: of.account("coldkey")?,
            old: of.account("old_hotkey")?,
            new: of.account("new_hotkey")?,
            netuid: (event == "HotkeySwappedOnSubnet")
                .then(|| of.netuid())
                .transpose()?,
        },
        "ColdkeySwapAnnounced" => Happened::ColdkeySwapAnnounced {
            who: of.account("who")?,
            hash: of.hash("new_coldkey_hash")?,
        },
        "ColdkeySwapped" => Happened::ColdkeySwapped {
            old: of.account("old_coldkey")?,
            new: of.account("new_coldkey")?,
        },
        _ => return Ok(None),
    }))
}

fn proxy(event: &str, of: &Content<'_>, at: Timepoint) -> Result<Option<Happened>, CodecError> {
    Ok(Some(match event {
        "ProxyAdded" => Happened::ProxyAdded {
            real: of.account("delegator")?,
            delegate: of.account("delegatee")?,
            kind: of.kind()?,
            delay: of.number("delay")?,
        },
        "ProxyRemoved" => Happened::ProxyRemoved {
            real: of.account("delegator")?,
            delegate: of.account("delegatee")?,
            kind: of.kind()?,
            delay: of.number("delay")?,
        },
        "PureCreated" => Happened::PureCreated {
            account: of.account("pure")?,
            who: of.account("who")?,
            kind: of.kind()?,
            index: of.number("disambiguation_index")?,
            at,
        },
        "Announced" => Happened::CallAnnounced {
            real: of.account("real")?,
            delegate: of.account("proxy")?,
            call_hash: of.hash("call_hash")?,
        },
        _ => return Ok(None),
    }))
}

fn multisig(event: &str, of: &Content<'_>, at: Timepoint) -> Result<Option<Happened>, CodecError> {
    if !matches!(event, "NewMultisig" | "MultisigApproval" | "MultisigCancelled") {
        return Ok(None);
    }
    let (account, call_hash) = (of.account("multisig")?, of.hash("call_hash")?);
    let opened = || -> Result<Timepoint, CodecError> {
        let when = of.0.field("timepoint")?;
        Ok(Timepoint {
            height: when.field("height")?.unsigned()?,
            index: when.field("index")?.unsigned()?,
        })
    };
    Ok(Some(match event {
        "NewMultisig" => Happened::MultisigOpened {
            account,
            call_hash,
            at,
        },
        "MultisigApproval" => Happened::MultisigApproved {
            account,
            call_hash,
            at: opened()?,
        },
        _ => Happened::MultisigCancelled {
            account,
            call_hash,
            at: opened()?,
        },
    }))
}

fn crowdloan(event: &str, of: &Content<'_>) -> Result<Option<Happened>, CodecError> {
    Ok(Some(match event {
        "Created" => Happened::CrowdloanCreated {
            id: of.number("crowdloan_id")?,
        },
        "Contributed" => Happened::CrowdloanContributed {
            id: of.number("crowdloan_id")?,
            who: of.account("contributor")?,
            amount: of.rao("amount")?,
        },
        "Withdrew" => Happened::CrowdloanWithdrawn {
            id: of.number("crowdloan_id")?,
            who: of.account("contributor")?,
            amount: of.rao("amount")?,
        },
        _ => return Ok(None),
    }))
}

/// An event's content, by name or by position.
struct Content<'a>(&'a Value<'a>);

impl Content<'_> {
    fn account(&self, name: &str) -> Result<AccountId, CodecError> {
        self.0.field(name)?.bytes().map(AccountId)
    }

    fn hash(&self, name: &str) -> Result<BlockHash, CodecError> {
        self.0.field(name)?.bytes().map(BlockHash)
    }

    fn number<N: TryFrom<u128>>(&self, name: &str) -> Result<N, CodecError> {
        self.0.field(name)?.unsigned()
    }

    fn rao(&self, name: &str) -> Result<Rao, CodecError> {
        self.0.field(name)?.rao()
    }

    fn netuid(&self) -> Result<NetUid, CodecError> {
        self.number("netuid").map(NetUid)
    }

    fn kind(&self) -> Result<String, CodecError> {
        Ok(self.0.field("proxy_type")?.variant()?.0.to_owned())
    }

    fn part(&self, position: usize) -> Result<&Value<'_>, CodecError> {
        let (_, fields) = self.0.variant()?;
        let field = fields.get(position).ok_or(CodecError::TooShort)?;
        Ok(&field.value)
    }

    fn at<N: TryFrom<u128>>(&self, position: usize) -> Result<N, CodecError> {
        self.part(position)?.unsigned()
    }

    fn account_at(&self, position: usize) -> Result<AccountId, CodecError> {
        self.part(position)?.bytes().map(AccountId)
    }
}
