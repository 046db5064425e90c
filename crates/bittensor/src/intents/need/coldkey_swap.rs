//! The replacement of a coldkey: while one waits, the account can do next to nothing.

use taolight_codec::blake2_256;
use taolight_primitives::{AccountId, Failure};

use super::require;
use crate::{intents::Facts, reads::ColdkeySwap};

/// What has to be so of a coldkey's replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColdkeySwapNeed {
    /// None waits.
    NotPending,
    /// One can be announced: none waits, or the waiting one is old enough.
    Announceable,
    /// One by this key waits, and its time has come.
    Ready(AccountId),
    /// One waits, and is old enough to be cleared.
    Clearable,
    /// One waits and is not disputed yet.
    Disputable,
    /// This key can become a coldkey: it is no hotkey and has no stake.
    FreshKey,
}

impl ColdkeySwapNeed {
    pub(super) fn check(self, account: &AccountId, facts: &Facts) -> Result<(), Failure> {
        let Some(known) = facts.accounts.get(account) else {
            return Ok(());
        };
        if self == Self::FreshKey {
            require(
                known.is_hotkey != Some(true),
                "new_coldkey_no_hotkey",
                || "the new key is a hotkey, which can be no coldkey; make a fresh key",
            )?;
            return require(
                known.stakes != Some(true),
                "new_coldkey_no_stake",
                || "the new key has stake already, and the chain takes only a key that has none; make a fresh key",
            );
        }
        let Some(swap) = known.swap else {
            return Ok(());
        };
        match (self, swap) {
            (Self::FreshKey, _) | (Self::NotPending | Self::Announceable, ColdkeySwap::None) => Ok(()),
            (_, ColdkeySwap::Disputed { .. }) => require(
                false,
                "coldkey_swap_disputed",
                || "this account is frozen by a dispute over its coldkey; only the chain's council can end that",
            ),
            (Self::NotPending, ColdkeySwap::Announced { .. }) => require(
                false,
                "coldkey_swap_announced",
                || "a new coldkey is announced for this account, which can do nothing else until that is done or cleared",
            ),
            (Self::Ready(_) | Self::Clearable | Self::Disputable, ColdkeySwap::None) => require(
                false,
                "coldkey_swap_found",
                || "no new coldkey is announced for this account; announce one first",
            ),
            (Self::Announceable, ColdkeySwap::Announced { clearable_from, .. }) => {
                wait(facts.block, clearable_from, "be announced anew")
            }
            (Self::Clearable, ColdkeySwap::Announced { clearable_from, .. }) => {
                wait(facts.block, clearable_from, "be cleared")
            }
            (
                Self::Ready(new),
                ColdkeySwap::Announced {
                    new_coldkey_hash: hash,
                    executable_from,
                    ..
                },
            ) => {
                require(
                    blake2_256(&new.0) == hash.0,
                    "coldkey_swap_matches",
                    || "this is not the key that was announced; choose the announced one",
                )?;
                wait(facts.block, executable_from, "be done")
            }
            (Self::Disputable, ColdkeySwap::Announced { .. }) => Ok(()),
        }
    }
}

fn wait(block: u32, from: u32, what: &str) -> Result<(), Failure> {
    require(block >= from, "coldkey_swap_time", || {
        format!("the swap can {what} from block {from} on; it is block {block} now")
    })
}
