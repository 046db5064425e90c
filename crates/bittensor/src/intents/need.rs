//! What has to be so for an intent to succeed: found out from what is known, before anybody signs.

mod balance;
mod coldkey_swap;
mod crowdloan;
mod flaw;
mod hotkey;
mod multisig;
mod proxy;
mod rate_limit;
mod stake;
mod subnet;

pub use balance::Funds;
pub use coldkey_swap::ColdkeySwapNeed;
pub use crowdloan::CrowdloanNeed;
pub use flaw::Flaw;
pub(crate) use flaw::flaw;
pub use hotkey::HotkeyNeed;
pub(crate) use hotkey::percent;
pub use multisig::MultisigNeed;
pub use proxy::ProxyNeed;
pub use rate_limit::RateLimit;
pub use stake::StakeNeed;
pub use subnet::SubnetNeed;
use taolight_primitives::{AccountId, ErrorCode, Failure, NetUid, Rao};

use super::{Cost, Facts};

/// One thing that has to be so. Also tells what to read before checking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// The intent itself makes sense.
    Sense(Flaw),
    /// The chain is not in safe mode.
    NoSafeMode,
    /// An account has enough TAO.
    Funds(Funds),
    /// What the chain asks for is no more than this.
    Price(Cost, Rao),
    /// An account exists after it has received this much.
    Receives {
        /// The account.
        account: AccountId,
        /// What it receives.
        amount: Rao,
    },
    /// Something of a subnet.
    Subnet(NetUid, SubnetNeed),
    /// Something of a hotkey.
    Hotkey(AccountId, HotkeyNeed),
    /// Something of a coldkey's stake.
    Stake(AccountId, StakeNeed),
    /// Something of a coldkey's replacement.
    ColdkeySwap(AccountId, ColdkeySwapNeed),
    /// Something of who may act for an account.
    Proxy(AccountId, ProxyNeed),
    /// Something of a multisig account's operation.
    Multisig(AccountId, MultisigNeed),
    /// Something of a crowdloan.
    Crowdloan(u32, CrowdloanNeed),
    /// Enough time since the last time.
    RateLimit(RateLimit),
}

impl Need {
    /// Fails if it is known not to be so. The failure says what to do, and its data names the need.
    pub fn check(&self, facts: &Facts) -> Result<(), Failure> {
        match self {
            Self::Sense(flaw) => Err(flaw.failure()),
            Self::NoSafeMode => require(facts.safe_mode_until.is_none(), "safe_mode", || {
                "the chain is in safe mode, in which nothing moves; nothing is lost, try again when it is over"
            })
            .map_err(Failure::retryable),
            Self::Funds(funds) => funds.check(facts),
            Self::Price(cost, limit) => {
                let Some(price) = facts.costs.get(cost) else {
                    return Ok(());
                };
                require(price <= limit, "cost_limit", || {
                    format!("{} costs {price} TAO now, more than your limit of {limit} TAO; raise the limit or wait", cost.words())
                })
            }
            Self::Receives { account, amount } => balance::check_receiver(facts, account, *amount),
            Self::Subnet(netuid, need) => need.check(*netuid, facts),
            Self::Hotkey(hotkey, need) => need.check(hotkey, facts),
            Self::Stake(coldkey, need) => need.check(coldkey, facts),
            Self::ColdkeySwap(account, need) => need.check(account, facts),
            Self::Proxy(account, need) => need.check(account, facts),
            Self::Multisig(account, need) => need.check(account, facts),
            Self::Crowdloan(id, need) => need.check(*id, facts),
            Self::RateLimit(limit) => limit.check(facts),
        }
    }

    /// Puts needs together: what an account has to have adds up, the same need counts once.
    pub fn together(needs: Vec<Self>) -> Vec<Self> {
        let mut merged: Vec<Self> = Vec::new();
        for need in needs {
            if merged.contains(&need) && !matches!(need, Self::Funds(_)) {
                continue;
            }
            match merged.iter_mut().find_map(|known| known.funds_with(&need)) {
                Some((known, more)) => known.add(more),
                None => merged.push(need),
            }
        }
        merged
    }

    /// Both, if they are funds of one account.
    fn funds_with<'a>(&'a mut self, other: &'a Self) -> Option<(&'a mut Funds, &'a Funds)> {
        match (self, other) {
            (Self::Funds(known), Self::Funds(more)) if known.account == more.account => Some((known, more)),
            _ => None,
        }
    }
}

/// Fails with the name of the need and what to do.
fn require<M: Into<String>>(
    holds: bool,
    need: &'static str,
    message: impl FnOnce() -> M,
) -> Result<(), Failure> {
    match holds {
        true => Ok(()),
        false => Err(Failure::new(ErrorCode::PreconditionFailed, message().into()).with_data(need)),
    }
}
