//! Stake: that it is there, that no lock holds it, and that there is enough of it.

use taolight_primitives::{AccountId, Alpha, ErrorCode, Failure, NetUid, Price, Rao};

use super::require;
use crate::intents::{
    Facts,
    words::{self, ROOT},
};

/// What has to be so of a coldkey's stake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StakeNeed {
    /// An amount that is staked on a subnet is no smaller than the chain takes.
    Minimum {
        /// The subnet.
        netuid: NetUid,
        /// How much.
        amount: Rao,
    },
    /// The position has at least this much, and something at all.
    Position {
        /// The hotkey.
        hotkey: AccountId,
        /// The subnet.
        netuid: NetUid,
        /// How much; all of it if none.
        amount: Option<Alpha>,
    },
    /// No lock holds this much of the subnet's alpha.
    Available {
        /// The position's hotkey.
        hotkey: AccountId,
        /// The subnet.
        netuid: NetUid,
        /// How much; the whole position if none.
        amount: Option<Alpha>,
    },
    /// No lock holds anything of the positions with this hotkey.
    NothingLocked {
        /// The hotkey.
        hotkey: AccountId,
    },
    /// What is taken out is worth what the chain asks for at least.
    Worth {
        /// The position's hotkey.
        hotkey: AccountId,
        /// The subnet.
        netuid: NetUid,
        /// How much is taken out.
        amount: Alpha,
        /// Whether a whole position may be worth less.
        or_everything: bool,
    },
    /// There is no lock on the subnet, or one that backs this hotkey.
    LockBacks {
        /// The hotkey.
        hotkey: AccountId,
        /// The subnet.
        netuid: NetUid,
    },
    /// There is a lock on the subnet.
    Locked {
        /// The subnet.
        netuid: NetUid,
    },
    /// The receiver accepts what a lock holds of this amount.
    Accepted {
        /// Who receives.
        by: AccountId,
        /// The subnet.
        netuid: NetUid,
        /// How much.
        amount: Alpha,
    },
    /// It has a hotkey that is registered on some subnet.
    RegisteredHotkey,
    /// Mining rewards are not staked with this hotkey already.
    AutoStakeDiffers {
        /// The hotkey.
        hotkey: AccountId,
        /// The subnet.
        netuid: NetUid,
    },
}

impl StakeNeed {
    pub(super) fn check(self, coldkey: &AccountId, facts: &Facts) -> Result<(), Failure> {
        let position = |hotkey, netuid| facts.positions.get(&(*coldkey, hotkey, netuid)).copied();
        let holding = |netuid| facts.availability.get(&(*coldkey, netuid));
        match self {
            Self::Minimum { netuid, amount } => {
                let subnet = facts.subnets.get(&netuid).and_then(Option::as_ref);
                let minimum = subnet
                    .and_then(|subnet| subnet.minimum_stake)
                    .unwrap_or(Rao::ZERO);
                require(amount >= minimum, "minimum_stake", || {
                    format!("the chain takes no stake below {minimum} TAO; choose more")
                })
            }
            Self::Position {
                hotkey,
                netuid,
                amount,
            } => {
                let Some(held) = position(hotkey, netuid) else {
                    return Ok(());
                };
                if held > Alpha::ZERO && amount.is_none_or(|amount| amount <= held) {
                    return Ok(());
                }
                let held = words::alpha(held, netuid);
                Err(Failure::new(
                    ErrorCode::InsufficientBalance,
                    format!("this position holds {held}; choose less, or take out all of it"),
                )
                .with_data("amount"))
            }
            Self::Available {
                hotkey,
                netuid,
                amount,
            } => match (holding(netuid), amount.or_else(|| position(hotkey, netuid))) {
                (Some(holding), Some(amount)) => unlocked(amount, holding.available, netuid),
                _ => Ok(()),
            },
            Self::NothingLocked { hotkey } => {
                let positions = facts.positions.iter();
                let of_hotkey = positions.filter(|((owner, with, _), _)| owner == coldkey && *with == hotkey);
                for ((.., netuid), amount) in of_hotkey {
                    if let Some(holding) = holding(*netuid) {
                        unlocked(*amount, holding.available, *netuid)?;
                    }
                }
                Ok(())
            }
            Self::Worth {
                hotkey,
                netuid,
                amount,
                or_everything,
            } => {
                if or_everything && position(hotkey, netuid).is_some_and(|held| held <= amount) {
                    return Ok(());
                }
                check_worth(facts, netuid, amount)
            }
            Self::LockBacks { hotkey, netuid } => {
                let lock = holding(netuid).and_then(|holding| holding.lock);
                require(lock.is_none_or(|backs| backs == hotkey), "lock_hotkey", || {
                    format!(
                        "your lock on {} backs another hotkey; add to that one or move the lock first",
                        words::subnet(netuid)
                    )
                })
            }
            Self::Locked { netuid } => require(
                holding(netuid).is_none_or(|holding| holding.lock.is_some()),
                "lock_exists",
                || format!("you have no lock on {}; lock stake first", words::subnet(netuid)),
            ),
            Self::Accepted { by, netuid, amount } => {
                let accepts = facts.accounts.get(&by).and_then(|account| account.accepts_locked);
                match (holding(netuid), accepts) {
                    (Some(holding), Some(false)) => {
                        require(amount <= holding.available, "accepts_locked", || {
                            format!(
                                "the receiver accepts no locked stake, and only {} is not locked; send no more than that, or ask the receiver to accept it",
                                words::alpha(holding.available, netuid)
                            )
                        })
                    }
                    _ => Ok(()),
                }
            }
            Self::RegisteredHotkey => {
                let has = facts
                    .accounts
                    .get(coldkey)
                    .and_then(|account| account.has_registered_hotkey);
                require(
                    has != Some(false),
                    "registered_hotkey",
                    || "only an account with a registered hotkey can have an identity; register a hotkey first",
                )
            }
            Self::AutoStakeDiffers { hotkey, netuid } => {
                let now = facts
                    .accounts
                    .get(coldkey)
                    .and_then(|account| account.auto_stake.get(&netuid));
                require(
                    now != Some(&hotkey),
                    "auto_stake_differs",
                    || "mining rewards go to this hotkey already; there is nothing to do",
                )
            }
        }
    }
}

fn unlocked(amount: Alpha, available: Alpha, netuid: NetUid) -> Result<(), Failure> {
    require(amount <= available, "stake_available", || {
        format!(
            "a lock holds part of this stake: only {} can be used now; choose less or wait until it unlocks",
            words::alpha(available, netuid)
        )
    })
}

/// What the amount is worth at spot is more than any sale brings, so that below the minimum the sale has to fail.
fn check_worth(facts: &Facts, netuid: NetUid, amount: Alpha) -> Result<(), Failure> {
    let price = match netuid {
        ROOT => Some(Price::ONE),
        _ => facts
            .subnets
            .get(&netuid)
            .and_then(|subnet| subnet.as_ref()?.price),
    };
    let (Some(price), Some(minimum)) = (price, facts.minimum_out) else {
        return Ok(());
    };
    let worth = u128::from(amount.0) * u128::from(price.0) / u128::from(Price::ONE.0);
    require(worth >= u128::from(minimum.0), "minimum_worth", || {
        format!("the chain moves no stake that is worth less than {minimum} TAO; choose more, or all of it")
    })
}
