//! Everything that a holder reads, each answer proven and of one block.
//!
//! A read is a function that says what it wants ([`Batch`]) and what to make of the [`Answers`]. Those of one round trip
//! come in two forms: `ask_…` puts it into a batch that others share, and the name alone does the whole. Those of several
//! round trips come whole only. `docs/reads.md` says of each how it is proven and what it costs.

mod alpha_yield;
mod auto_stake;
mod available;
mod axon;
mod balance;
mod batch;
mod chain;
mod coldkey_swap;
mod column;
mod crowdloans;
mod decay;
mod decimal;
pub mod emission;
mod exit;
mod fields;
mod hotkey;
mod hyperparameters;
mod identity;
mod locks;
mod meaning;
mod metagraph;
mod moment;
mod multisig;
mod neuron;
mod per_u16;
mod pool;
mod portfolio;
mod proxies;
mod root_claims;
mod safe_text;
mod share_price;
mod stake;
mod subnet;
mod subnets;
mod supply;
mod touches;
mod trade;
mod worth;

pub use alpha_yield::{AlphaYield, NoYield, YieldBasis, last_epoch_yield, measured_yield};
pub use auto_stake::{AutoStake, auto_stake};
pub(crate) use available::ask_available;
pub use axon::Axon;
pub use balance::{Balance, ask_balances, balance};
pub(crate) use batch::round;
pub use batch::{Answer, Answers, Batch, Item, Items, Later, read};
pub use chain::{
    ChainConstants, ChainRules, Deposit, RateLimits, TakeLimits, ask_safe_mode, ask_take_limits,
    chain_constants, chain_rules,
};
pub use coldkey_swap::{ColdkeySwap, ask_coldkey_swap, coldkey_swap};
pub use column::Column;
pub use crowdloans::{Contribution, Crowdloan, contributions, crowdloans};
pub use decay::{LockKind, LockRates, LockState};
pub use exit::{Exit, Leaving, exits};
pub(crate) use fields::{Read, SUBTENSOR, key};
pub use hotkey::{
    Hotkey, HotkeyOnSubnet, OwnHotkeys, PendingChildren, Relative, hotkey, hotkey_owner, own_hotkeys,
};
pub use hyperparameters::{Hyperparameter, HyperparameterValue, ask_hyperparameters, hyperparameters};
pub use identity::{Identity, SubnetIdentity, ask_identities};
pub(crate) use locks::ACCEPTS_LOCKED;
pub use locks::{Lock, Locks, coldkey_lock, hotkey_conviction, locks, most_convicted};
pub use meaning::meaning;
pub use metagraph::{Metagraph, metagraph};
pub use moment::{Moment, moment};
pub use multisig::{MultisigOperation, multisig_operations};
pub use neuron::{Neuron, neurons, validators};
pub use per_u16::PerU16;
pub use pool::{ask_pools, pools};
pub use portfolio::{Holder, Holding, Portfolio, Position, SubnetTotal, portfolio};
pub use proxies::{Announcement, Proxies, Proxy, ask_proxies, proxies};
pub use root_claims::{AlphaClaim, AlphaClaims, BasketClaims, RootClaims, root_claims};
pub use safe_text::SafeText;
pub use share_price::{LastEpoch, SharePrice, ShareSample, last_epoch, share_samples};
pub use stake::{PositionKey, ask_stakes, stake, stakes};
pub use subnet::{Subnet, SubnetEmission, SubnetSwitches, ask_subnet};
pub use subnets::{
    SubnetDetail, ask_netuids, ask_subnet_exists, ask_subnets, subnet_detail, subnet_registration_cost,
    subnet_to_prune, subnets,
};
pub use supply::{Supply, ask_supply, supply};
pub use touches::{Touch, touches};
pub use trade::{StakePlace, Trade, quote};
pub use worth::Worth;
