//! Crowdloans: whether they still take money, and whose they are.

use taolight_primitives::{AccountId, Failure, Rao};

use super::require;
use crate::intents::Facts;

/// What has to be so of a crowdloan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrowdloanNeed {
    /// It takes this contribution.
    Takes(Rao),
    /// This account can take something back.
    Withdrawable(AccountId),
    /// This account made it, and it is not done.
    OpenOf(AccountId),
    /// This account made it, and everything was raised.
    FinalizableBy(AccountId),
    /// This account made it, and everybody else has their money back.
    DissolvableBy(AccountId),
}

impl CrowdloanNeed {
    pub(super) fn check(self, id: u32, facts: &Facts) -> Result<(), Failure> {
        let Some(crowdloan) = facts.crowdloans.get(&id) else {
            return Ok(());
        };
        let Some(crowdloan) = crowdloan else {
            return require(false, "crowdloan_exists", || {
                format!("there is no crowdloan {id}; check its number")
            });
        };
        require(!crowdloan.finalized, "crowdloan_open", || {
            format!("crowdloan {id} is done; nothing about it can change any more")
        })?;
        let of = |account: AccountId| {
            require(crowdloan.creator == account, "crowdloan_creator", || {
                format!("only the account that made crowdloan {id} can do this")
            })
        };
        match self {
            Self::OpenOf(account) => of(account),
            Self::FinalizableBy(account) => {
                of(account)?;
                require(crowdloan.raised >= crowdloan.cap, "crowdloan_raised", || {
                    format!(
                        "{} TAO of {} TAO are raised; wait for the rest",
                        crowdloan.raised, crowdloan.cap
                    )
                })
            }
            Self::DissolvableBy(account) => {
                of(account)?;
                require(
                    crowdloan.raised <= crowdloan.deposit,
                    "crowdloan_refunded",
                    || format!("others still have money in crowdloan {id}; give it back first"),
                )
            }
            Self::Takes(amount) => {
                require(facts.block < crowdloan.end, "crowdloan_time", || {
                    format!("crowdloan {id} ended at block {}", crowdloan.end)
                })?;
                require(crowdloan.raised < crowdloan.cap, "crowdloan_room", || {
                    format!("crowdloan {id} has raised everything already")
                })?;
                require(amount >= crowdloan.min_contribution, "crowdloan_minimum", || {
                    format!(
                        "crowdloan {id} takes no less than {} TAO; give more",
                        crowdloan.min_contribution
                    )
                })
            }
            Self::Withdrawable(account) => {
                let Some(given) = facts.contributions.get(&(id, account)) else {
                    return Ok(());
                };
                let stays = match crowdloan.creator == account {
                    true => crowdloan.deposit,
                    false => Rao::ZERO,
                };
                require(*given > stays, "crowdloan_contribution", || {
                    format!("this account has nothing in crowdloan {id} that can be taken back")
                })
            }
        }
    }
}
