//! Subnets: that they are there, and what they allow.

use taolight_primitives::{AccountId, Failure, NetUid};

use super::require;
use crate::intents::{Facts, words};

/// What has to be so of a subnet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubnetNeed {
    /// It exists.
    Exists,
    /// Its alpha can be traded.
    Trades,
    /// Its owner lets stake go to other coldkeys.
    AllowsTransfers,
    /// Hotkeys can register.
    TakesRegistrations,
    /// This coldkey owns it.
    OwnedBy(AccountId),
    /// It has not started yet and its time has come.
    CanStart,
}

impl SubnetNeed {
    pub(super) fn check(self, netuid: NetUid, facts: &Facts) -> Result<(), Failure> {
        let Some(subnet) = facts.subnets.get(&netuid) else {
            return Ok(());
        };
        let name = words::subnet(netuid);
        let Some(subnet) = subnet else {
            return require(false, "subnet_exists", || {
                format!("{name} does not exist any more; choose another one")
            });
        };
        match self {
            Self::Exists => Ok(()),
            Self::Trades => require(subnet.trading != Some(false), "subnet_trades", || {
                format!("trading has not started on {name}; wait until its owner starts it")
            }),
            Self::AllowsTransfers => require(subnet.transfers != Some(false), "subnet_transfers", || {
                format!("the owner of {name} has switched transfers off; sell the stake and send TAO instead")
            }),
            Self::TakesRegistrations => {
                require(subnet.registration != Some(false), "subnet_registration", || {
                    format!("{name} takes no registrations now; choose another one or try later")
                })
            }
            Self::OwnedBy(account) => require(
                subnet.owner.is_none_or(|owner| owner == account),
                "subnet_owner",
                || format!("only the owner of {name} can do this; choose the owner's account"),
            ),
            Self::CanStart => {
                require(subnet.trading != Some(true), "subnet_not_started", || {
                    format!("{name} has started already; there is nothing to do")
                })?;
                let from = subnet.startable_from.unwrap_or(0);
                require(facts.block >= from, "subnet_can_start", || {
                    format!("{name} can be started from block {from} on; wait until then")
                })
            }
        }
    }
}
