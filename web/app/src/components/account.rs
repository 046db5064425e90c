//! What the chain knows of the chosen account beside its money: who may act for it, its hotkeys, what it can claim, what is
//! locked, and what waits for it.

mod coldkey;
mod crowdloans;
mod dividends;
mod hotkeys;
mod locks;
pub(crate) mod page;
mod proxies;
mod section;
mod shared;
