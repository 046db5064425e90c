//! Reads what the needs of an intent ask about, all of one block. What a runtime does not have is left out: it is not
//! checked then, and the chain itself decides.

mod accounts;
mod costs;
mod crowdloans;
mod hotkeys;
mod limits;
mod multisigs;
mod stakes;
mod subnets;

use futures::future::try_join;
use taolight_codec::CodecError;
use taolight_primitives::{AccountId, Failure};

use super::{ColdkeySwapNeed, Facts, Need, ProxyNeed, StakeNeed};
use crate::{
    View,
    reads::{Answers, Batch, ask_safe_mode, ask_take_limits, chain_constants},
};

/// Puts an answer where it is checked.
type Fill<'m> = Box<dyn FnOnce(&Answers, &mut Facts) -> Result<(), CodecError> + 'm>;

/// What is asked in one round trip.
struct Asked<'m> {
    batch: Batch<'m>,
    fills: Vec<Fill<'m>>,
}

/// Everything that these needs ask about. One round trip, unless a hotkey is left altogether or an identity is set.
pub async fn gather(view: &impl View, needs: &[Need]) -> Result<Facts, Failure> {
    let mut asked = Asked {
        batch: Batch::new(view.metadata()),
        fills: Vec::new(),
    };
    asked.add(take_limits)?;
    for need in needs {
        asked.need(need)?;
    }
    let constants = chain_constants(view.metadata())?;
    let mut facts = Facts {
        block: view.block().number,
        existential_deposit: constants.existential_deposit,
        minimum_out: Some(constants.min_stake),
        ..Facts::default()
    };
    let Asked { batch, fills } = asked;
    let (answers, leavers) = try_join(batch.fetch(view), stakes::of_leavers(view, needs)).await?;
    stakes::put(leavers, &mut facts);
    for fill in fills {
        fill(&answers, &mut facts)?;
    }
    accounts::registered_hotkeys(view, needs, &mut facts).await?;
    Ok(facts)
}

impl<'m> Asked<'m> {
    /// Asks something, unless the runtime does not have it.
    fn add(
        &mut self,
        ask: impl FnOnce(&mut Batch<'m>) -> Result<Fill<'m>, CodecError>,
    ) -> Result<(), CodecError> {
        match ask(&mut self.batch) {
            Ok(fill) => self.fills.push(fill),
            Err(CodecError::NotInRuntime { .. }) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn need(&mut self, need: &Need) -> Result<(), CodecError> {
        match need {
            Need::Sense(_) => Ok(()),
            Need::NoSafeMode => self.add(safe_mode),
            Need::Funds(funds) => {
                for cost in &funds.costs {
                    self.add(|batch| costs::ask(batch, *cost, funds.account))?;
                }
                self.add(|batch| accounts::balance(batch, funds.account))
            }
            Need::Price(cost, _) => {
                let cost = *cost;
                self.add(|batch| costs::price(batch, cost))
            }
            Need::Receives { account, .. } => self.add(|batch| accounts::balance(batch, *account)),
            Need::Subnet(netuid, _) => self.add(|batch| subnets::ask(batch, *netuid)),
            Need::Hotkey(hotkey, need) => self.add(|batch| hotkeys::ask(batch, *hotkey, *need)),
            Need::Stake(coldkey, need) => self.stake_need(*coldkey, *need),
            Need::ColdkeySwap(account, ColdkeySwapNeed::FreshKey) => {
                self.add(|batch| accounts::is_fresh(batch, *account))
            }
            Need::ColdkeySwap(account, _) => self.add(|batch| accounts::coldkey_swap(batch, *account)),
            Need::Proxy(_, ProxyNeed::Announced { delegate, .. }) => {
                self.add(|batch| accounts::proxies(batch, *delegate))
            }
            Need::Proxy(real, _) => self.add(|batch| accounts::proxies(batch, *real)),
            Need::Multisig(account, need) => self.add(|batch| multisigs::ask(batch, *account, need.hash())),
            Need::Crowdloan(id, need) => self.add(|batch| crowdloans::ask(batch, *id, *need)),
            Need::RateLimit(limit) => self.add(|batch| limits::ask(batch, *limit)),
        }
    }
}

impl<'m> Asked<'m> {
    fn stake_need(&mut self, coldkey: AccountId, need: StakeNeed) -> Result<(), CodecError> {
        match need {
            StakeNeed::Minimum { netuid, .. } => self.add(|batch| subnets::ask(batch, netuid)),
            StakeNeed::Worth { hotkey, netuid, .. } => {
                self.add(|batch| subnets::ask(batch, netuid))?;
                self.add(|batch| stakes::position(batch, coldkey, hotkey, netuid))
            }
            StakeNeed::Position { hotkey, netuid, .. } => {
                self.add(|batch| stakes::position(batch, coldkey, hotkey, netuid))
            }
            StakeNeed::Available { hotkey, netuid, .. } => {
                self.add(|batch| stakes::position(batch, coldkey, hotkey, netuid))?;
                self.add(|batch| stakes::available(batch, coldkey, netuid))
            }
            StakeNeed::LockBacks { netuid, .. } | StakeNeed::Locked { netuid } => {
                self.add(|batch| stakes::lock(batch, coldkey, netuid))
            }
            StakeNeed::Accepted { by, netuid, .. } => {
                self.add(|batch| accounts::accepts_locked(batch, by))?;
                self.add(|batch| stakes::available(batch, coldkey, netuid))
            }
            StakeNeed::AutoStakeDiffers { netuid, .. } => {
                self.add(|batch| accounts::auto_stake(batch, coldkey, netuid))
            }
            // Of several round trips.
            StakeNeed::NothingLocked { .. } | StakeNeed::RegisteredHotkey => Ok(()),
        }
    }
}

fn safe_mode<'m>(batch: &mut Batch<'m>) -> Result<Fill<'m>, CodecError> {
    let until = ask_safe_mode(batch)?;
    Ok(Box::new(|answers, facts| {
        facts.safe_mode_until = until(answers)?;
        Ok(())
    }))
}

fn take_limits<'m>(batch: &mut Batch<'m>) -> Result<Fill<'m>, CodecError> {
    let limits = ask_take_limits(batch)?;
    Ok(Box::new(|answers, facts| {
        facts.maximum_take = Some(limits(answers)?.max.0);
        Ok(())
    }))
}
