//! Which page is shown. It stands in the address behind `#`, so that it can be linked to and gone back from wherever the
//! files of the page come from.

use leptos::prelude::*;
use taolight_bittensor::reads::StakePlace;
use taolight_primitives::{AccountId, NetUid};

use crate::page;
use crate::store::Store;

/// A page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Route {
    /// What one has.
    #[default]
    Portfolio,
    /// Sending TAO.
    Send,
    /// Putting TAO into a subnet.
    Stake {
        /// The subnet, once it is chosen.
        netuid: Option<NetUid>,
        /// The validator, once it is chosen.
        hotkey: Option<AccountId>,
    },
    /// Taking stake out.
    Unstake {
        /// The subnet that it leaves.
        netuid: NetUid,
        /// The validator that it leaves.
        hotkey: AccountId,
    },
    /// Moving stake to another subnet or validator.
    Move {
        /// The subnet that it leaves.
        netuid: NetUid,
        /// The validator that it leaves.
        hotkey: AccountId,
    },
    /// All subnets.
    Subnets,
    /// One subnet.
    Subnet {
        /// Which.
        netuid: NetUid,
    },
    /// What was signed here.
    Activity,
}

impl Route {
    /// Staking, with nothing chosen yet.
    pub(crate) const STAKE: Self = Self::Stake {
        netuid: None,
        hotkey: None,
    };

    /// The page that an address names behind its `#`; the first page where it names none.
    pub(crate) fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<_> = path.split('/').collect();
        match parts[..] {
            ["send"] => Some(Self::Send),
            ["stake"] => Some(Self::STAKE),
            ["stake", subnet] => netuid(subnet).map(|netuid| Self::Stake {
                netuid: Some(netuid),
                hotkey: None,
            }),
            ["stake", subnet, hotkey] => place(subnet, hotkey).map(|(netuid, hotkey)| Self::Stake {
                netuid: Some(netuid),
                hotkey: Some(hotkey),
            }),
            ["unstake", subnet, hotkey] => {
                place(subnet, hotkey).map(|(netuid, hotkey)| Self::Unstake { netuid, hotkey })
            }
            ["move", subnet, hotkey] => {
                place(subnet, hotkey).map(|(netuid, hotkey)| Self::Move { netuid, hotkey })
            }
            ["subnets"] => Some(Self::Subnets),
            ["subnets", subnet] => netuid(subnet).map(|netuid| Self::Subnet { netuid }),
            ["activity"] => Some(Self::Activity),
            _ => None,
        }
        .unwrap_or_default()
    }

    /// What stands in the address.
    pub(crate) fn hash(self) -> String {
        match self {
            Self::Portfolio => "#/".to_owned(),
            Self::Send => "#/send".to_owned(),
            Self::Stake { netuid: None, .. } => "#/stake".to_owned(),
            Self::Stake {
                netuid: Some(netuid),
                hotkey: None,
            } => format!("#/stake/{netuid}"),
            Self::Stake {
                netuid: Some(netuid),
                hotkey: Some(hotkey),
            } => format!("#/stake/{netuid}/{hotkey}"),
            Self::Unstake { netuid, hotkey } => format!("#/unstake/{netuid}/{hotkey}"),
            Self::Move { netuid, hotkey } => format!("#/move/{netuid}/{hotkey}"),
            Self::Subnets => "#/subnets".to_owned(),
            Self::Subnet { netuid } => format!("#/subnets/{netuid}"),
            Self::Activity => "#/activity".to_owned(),
        }
    }

    /// Its name for programs. Choices within a page do not change it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Send => "send",
            Self::Stake { .. } => "stake",
            Self::Unstake { .. } => "unstake",
            Self::Move { .. } => "move",
            Self::Subnets => "subnets",
            Self::Subnet { .. } => "subnet",
            Self::Activity => "activity",
        }
    }

    /// The name of the page of the navigation that it belongs to.
    pub(crate) fn section(self) -> &'static str {
        match self {
            Self::Unstake { .. } | Self::Move { .. } => Self::STAKE.name(),
            Self::Subnet { .. } => Self::Subnets.name(),
            Self::Portfolio | Self::Send | Self::Stake { .. } | Self::Subnets | Self::Activity => self.name(),
        }
    }

    /// The subnet and the hotkey that it is about, as far as it is about any.
    pub(crate) fn place(self) -> (Option<NetUid>, Option<AccountId>) {
        match self {
            Self::Portfolio | Self::Send | Self::Subnets | Self::Activity => (None, None),
            Self::Subnet { netuid } => (Some(netuid), None),
            Self::Stake { netuid, hotkey } => (netuid, hotkey),
            Self::Unstake { netuid, hotkey } | Self::Move { netuid, hotkey } => (Some(netuid), Some(hotkey)),
        }
    }

    /// The same where it is about both.
    pub(crate) fn stake_place(self) -> Option<StakePlace> {
        let (netuid, hotkey) = self.place();
        Some(StakePlace {
            hotkey: hotkey?,
            netuid: netuid?,
        })
    }

    /// Its name for people.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Portfolio => "Portfolio",
            Self::Send => "Send",
            Self::Stake { .. } => "Stake",
            Self::Unstake { .. } => "Unstake",
            Self::Move { .. } => "Move stake",
            Self::Subnets => "Subnets",
            Self::Subnet { .. } => "Subnet",
            Self::Activity => "Activity",
        }
    }
}

impl Store {
    /// Follows the address for as long as the page lives.
    pub(crate) fn follow_address(self) {
        page::on_hash_change(move || self.route.set(Route::parse(&page::hash())));
        let shown = Memo::new(move |_| self.route.get().name());
        Effect::new(move |before: Option<&'static str>| {
            let now = shown.get();
            page::set_title(&format!("{} · Taolight", self.route.get_untracked().title()));
            if before.is_some_and(|before| before != now) {
                page::begin_at(TITLE);
            }
            now
        });
    }

    /// Shows another page.
    pub(crate) fn go(self, route: Route) {
        page::set_hash(&route.hash());
    }
}

/// Id of the page's heading, which takes the focus when a page is shown.
pub(crate) const TITLE: &str = "page-title";

fn netuid(text: &str) -> Option<NetUid> {
    text.parse().ok().map(NetUid)
}

fn place(subnet: &str, hotkey: &str) -> Option<(NetUid, AccountId)> {
    Some((netuid(subnet)?, AccountId::from_ss58(hotkey).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOTKEY: AccountId = AccountId([3; 32]);

    #[test]
    fn every_page_is_found_again_by_its_address() {
        let netuid = NetUid(7);
        let pages = [
            Route::Portfolio,
            Route::Send,
            Route::STAKE,
            Route::Stake {
                netuid: Some(netuid),
                hotkey: None,
            },
            Route::Stake {
                netuid: Some(netuid),
                hotkey: Some(HOTKEY),
            },
            Route::Unstake {
                netuid,
                hotkey: HOTKEY,
            },
            Route::Move {
                netuid,
                hotkey: HOTKEY,
            },
            Route::Subnets,
            Route::Subnet { netuid },
            Route::Activity,
        ];
        for page in pages {
            assert_eq!(Route::parse(&page.hash()), page);
        }
    }

    #[test]
    fn an_address_that_names_nothing_shows_the_first_page() {
        for hash in [
            "",
            "#",
            "#/nowhere",
            "#/stake/x",
            "#/subnets/70000",
            "#/move/1/nobody",
        ] {
            assert_eq!(Route::parse(hash), Route::Portfolio, "{hash}");
        }
    }
}
