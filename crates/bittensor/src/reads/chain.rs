//! Rules of the chain that hold for everybody: what is blocked, what things cost at least, how often they may be done.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Metadata};
use taolight_primitives::{Failure, Rao, Verified};

use super::{
    Batch, PerU16,
    batch::Later,
    fields::{Read, SUBTENSOR},
    read,
};
use crate::View;

/// Constants of the runtime. They need no proof beyond the runtime's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ChainConstants {
    /// The least that an account can hold and exist.
    pub existential_deposit: Rao,
    /// The least that a stake operation can move, before its fee.
    pub min_stake: Rao,
    /// The least that a transfer of stake can move. Runtimes that have no such constant take `min_stake`.
    pub min_transfer: Option<Rao>,
    /// What replacing a hotkey everywhere costs.
    pub hotkey_swap_cost: Rao,
    /// What replacing a hotkey on one subnet costs.
    pub hotkey_swap_cost_on_subnet: Rao,
    /// Reserved for the first proxy, and what each adds.
    pub proxy_deposit: Deposit,
    /// The same for announcements.
    pub announcement_deposit: Deposit,
    /// The most proxies of an account.
    pub max_proxies: u32,
    /// Reserved for an operation of a multisig account, and what each approval it needs adds.
    pub multisig_deposit: Deposit,
    /// The most accounts of a multisig account.
    pub max_signatories: u32,
    /// The least that has to be given to make a crowdloan.
    pub crowdloan_deposit: Rao,
    /// The least that can be given to one.
    pub crowdloan_contribution: Rao,
    /// How many blocks back the chain knows the hashes of.
    pub block_hash_count: u32,
    /// Milliseconds between two blocks.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub block_time_ms: u64,
}

/// What is reserved for something that can be there more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Deposit {
    /// Once.
    pub base: Rao,
    /// For each.
    pub each: Rao,
}

impl Deposit {
    /// What is reserved for so many; nothing for none.
    pub fn of(&self, count: u32) -> Rao {
        match count {
            0 => Rao::ZERO,
            _ => Rao(self
                .base
                .0
                .saturating_add(self.each.0.saturating_mul(count.into()))),
        }
    }
}

/// The constants of a block's runtime.
pub fn chain_constants(metadata: &Metadata) -> Result<ChainConstants, CodecError> {
    let rao = |pallet, name| metadata.constant(pallet, name)?.rao();
    let deposit = |pallet, base, each| {
        Ok::<_, CodecError>(Deposit {
            base: rao(pallet, base)?,
            each: rao(pallet, each)?,
        })
    };
    Ok(ChainConstants {
        existential_deposit: metadata.existential_deposit()?,
        min_stake: rao(SUBTENSOR, "InitialMinStake")?,
        min_transfer: if_any(rao(SUBTENSOR, "InitialMinTransfer"))?,
        hotkey_swap_cost: rao(SUBTENSOR, "KeySwapCost")?,
        hotkey_swap_cost_on_subnet: rao(SUBTENSOR, "KeySwapOnSubnetCost")?,
        proxy_deposit: deposit("Proxy", "ProxyDepositBase", "ProxyDepositFactor")?,
        announcement_deposit: deposit("Proxy", "AnnouncementDepositBase", "AnnouncementDepositFactor")?,
        max_proxies: metadata.constant("Proxy", "MaxProxies")?.unsigned()?,
        multisig_deposit: deposit("Multisig", "DepositBase", "DepositFactor")?,
        max_signatories: metadata.constant("Multisig", "MaxSignatories")?.unsigned()?,
        crowdloan_deposit: rao("Crowdloan", "MinimumDeposit")?,
        crowdloan_contribution: rao("Crowdloan", "AbsoluteMinimumContribution")?,
        block_hash_count: metadata.block_hash_count()?,
        block_time_ms: metadata.constant("Aura", "SlotDuration")?.unsigned()?,
    })
}

/// What only some runtimes have.
fn if_any<T>(found: Result<T, CodecError>) -> Result<Option<T>, CodecError> {
    match found {
        Err(CodecError::NotInRuntime { .. }) => Ok(None),
        found => found.map(Some),
    }
}

/// Rules of the chain that its governance can change at any block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ChainRules {
    /// The first block after safe mode, in which neither transfers nor stake operations run. `None` if it is off.
    pub safe_mode_until: Option<u32>,
    /// What takes can be.
    pub takes: TakeLimits,
    /// How often things can be done.
    pub rates: RateLimits,
    /// Blocks that a coldkey swap has to be announced before.
    pub coldkey_swap_delay: u32,
    /// Below this stake of somebody else, in millionths of the least stake, the chain may clear it by itself.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub nominator_min_stake_factor: u64,
    /// Stake that a hotkey needs for children, in alpha and weighed TAO together.
    pub children_min_stake: Rao,
    /// Subnets that there can be at once.
    pub max_subnets: u16,
    /// Milliseconds since 1970 at the block.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub timestamp_ms: u64,
}

/// What takes can be, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct TakeLimits {
    /// The least take of a delegate.
    pub min: PerU16,
    /// The largest.
    pub max: PerU16,
    /// The least take of a child.
    pub min_childkey: PerU16,
    /// The largest.
    pub max_childkey: PerU16,
}

/// How many blocks have to pass before something can be done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct RateLimits {
    /// Replacing a hotkey.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub hotkey_swap: u64,
    /// Raising a delegate's take.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub take: u64,
    /// Changing a child's take.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub childkey_take: u64,
    /// Registering a subnet, by anybody.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub subnet: u64,
    /// From setting children to their taking effect.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub children: u64,
}

/// Asks for the first block after safe mode, `None` if it is off.
pub fn ask_safe_mode<'m>(batch: &mut Batch<'m>) -> Result<Later<'m, Option<u32>>, CodecError> {
    let until = batch.item("SafeMode", "EnteredUntil", &[])?;
    Ok(Box::new(move |answers| {
        answers.get(&until)?.map(|until| until.unsigned()).transpose()
    }))
}

/// Asks for what takes can be.
pub fn ask_take_limits<'m>(batch: &mut Batch<'m>) -> Result<Later<'m, TakeLimits>, CodecError> {
    let min = batch.item(SUBTENSOR, "MinDelegateTake", &[])?;
    let max = batch.item(SUBTENSOR, "MaxDelegateTake", &[])?;
    let min_childkey = batch.item(SUBTENSOR, "MinChildkeyTake", &[])?;
    let max_childkey = batch.item(SUBTENSOR, "MaxChildkeyTake", &[])?;
    Ok(Box::new(move |answers| {
        Ok(TakeLimits {
            min: answers.value(&min)?.per_u16()?,
            max: answers.value(&max)?.per_u16()?,
            min_childkey: answers.value(&min_childkey)?.per_u16()?,
            max_childkey: answers.value(&max_childkey)?.per_u16()?,
        })
    }))
}

fn ask_rate_limits<'m>(batch: &mut Batch<'m>) -> Result<Later<'m, RateLimits>, CodecError> {
    let hotkey_swap = batch.item(SUBTENSOR, "TxRateLimit", &[])?;
    let take = batch.item(SUBTENSOR, "TxDelegateTakeRateLimit", &[])?;
    let childkey_take = batch.item(SUBTENSOR, "TxChildkeyTakeRateLimit", &[])?;
    let subnet = batch.item(SUBTENSOR, "NetworkRateLimit", &[])?;
    let children = batch.item(SUBTENSOR, "PendingChildKeyCooldown", &[])?;
    Ok(Box::new(move |answers| {
        Ok(RateLimits {
            hotkey_swap: answers.value(&hotkey_swap)?.block()?,
            take: answers.value(&take)?.block()?,
            childkey_take: answers.value(&childkey_take)?.block()?,
            subnet: answers.value(&subnet)?.block()?,
            children: answers.value(&children)?.block()?,
        })
    }))
}

/// The rules that hold at the block. One round trip.
pub async fn chain_rules(view: &impl View) -> Result<Verified<ChainRules>, Failure> {
    read(view, |batch| {
        let safe_mode = ask_safe_mode(batch)?;
        let takes = ask_take_limits(batch)?;
        let rates = ask_rate_limits(batch)?;
        let delay = batch.item(SUBTENSOR, "ColdkeySwapAnnouncementDelay", &[])?;
        let nominator = batch.item(SUBTENSOR, "NominatorMinRequiredStake", &[])?;
        let children = batch.item(SUBTENSOR, "StakeThreshold", &[])?;
        let subnets = batch.item(SUBTENSOR, "SubnetLimit", &[])?;
        let timestamp = batch.item("Timestamp", "Now", &[])?;
        Ok(Box::new(move |answers| {
            Ok(ChainRules {
                safe_mode_until: safe_mode(answers)?,
                takes: takes(answers)?,
                rates: rates(answers)?,
                coldkey_swap_delay: answers.value(&delay)?.unsigned()?,
                nominator_min_stake_factor: answers.value(&nominator)?.unsigned()?,
                children_min_stake: answers.value(&children)?.rao()?,
                max_subnets: answers.value(&subnets)?.unsigned()?,
                timestamp_ms: answers.value(&timestamp)?.unsigned()?,
            })
        }))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_reserved_for_none() {
        let deposit = Deposit {
            base: Rao(60),
            each: Rao(33),
        };
        assert_eq!([0, 1, 3].map(|count| deposit.of(count).0), [0, 93, 159]);
    }
}
