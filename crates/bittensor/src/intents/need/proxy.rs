//! Proxies: who may act for an account.

use taolight_primitives::{AccountId, BlockHash, Failure};

use super::require;
use crate::{intents::Facts, reads::Proxy};

/// What has to be so of an account's proxies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProxyNeed {
    /// It has no such proxy yet.
    Absent(Proxy),
    /// It has this proxy.
    Present(Proxy),
    /// This account is its proxy, without having to announce what it does.
    ActedForBy {
        /// The proxy.
        delegate: AccountId,
        /// The type that is used; any if none.
        kind: Option<String>,
    },
    /// This account is its proxy, with or without announcing.
    Proxied {
        /// The proxy.
        delegate: AccountId,
    },
    /// A call was announced for it.
    Announced {
        /// The proxy that announced.
        delegate: AccountId,
        /// blake2b-256 of the call.
        hash: BlockHash,
    },
}

impl ProxyNeed {
    pub(super) fn check(&self, real: &AccountId, facts: &Facts) -> Result<(), Failure> {
        let proxies = facts
            .accounts
            .get(real)
            .and_then(|account| account.proxies.as_ref());
        match self {
            Self::Absent(grant) => require(
                proxies.is_none_or(|known| !known.contains(grant)),
                "proxy_absent",
                || "this proxy exists already; there is nothing to do",
            ),
            Self::Present(grant) => require(
                proxies.is_none_or(|known| known.contains(grant)),
                "proxy_present",
                || "there is no such proxy; check its account, type and delay",
            ),
            Self::ActedForBy { delegate, kind } => {
                let Some(known) = proxies else {
                    return Ok(());
                };
                let mut fitting = known
                    .iter()
                    .filter(|grant| grant.delegate == *delegate)
                    .filter(|grant| kind.as_ref().is_none_or(|kind| grant.kind == *kind))
                    .peekable();
                require(
                    fitting.peek().is_some(),
                    "proxy_present",
                    || "this account may not act for the other one; ask it to add you as a proxy",
                )?;
                require(
                    fitting.any(|grant| grant.delay == 0),
                    "proxy_without_delay",
                    || "this proxy has to announce what it does and wait; announce the call first",
                )
            }
            Self::Proxied { delegate } => {
                let is_proxy = |known: &Vec<Proxy>| known.iter().any(|grant| grant.delegate == *delegate);
                require(
                    proxies.is_none_or(is_proxy),
                    "proxy_present",
                    || "this account may not act for the other one; ask it to add you as a proxy",
                )
            }
            Self::Announced { delegate, hash } => self.check_announced(real, delegate, hash, facts),
        }
    }

    fn check_announced(
        &self,
        real: &AccountId,
        delegate: &AccountId,
        hash: &BlockHash,
        facts: &Facts,
    ) -> Result<(), Failure> {
        let announcements = facts
            .accounts
            .get(delegate)
            .and_then(|account| account.announcements.as_ref());
        let Some(announcements) = announcements else {
            return Ok(());
        };
        let found = announcements
            .iter()
            .any(|announcement| announcement.real == *real && announcement.call_hash == *hash);
        require(
            found,
            "proxy_announced",
            || "this call is not announced; announce it first",
        )
    }
}
