//! Which page is shown. It stands in the address behind `#`, so that it can be linked to and gone back from wherever the
//! files of the page come from.

use leptos::prelude::*;
use taolight_bittensor::reads::StakePlace;
use taolight_locales::say;
use taolight_primitives::{AccountId, NetUid};

use crate::acts::Act;
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
    /// Taking several positions out at once.
    Leaving,
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
        /// What of it.
        tab: Tab,
    },
    /// Comparing validators.
    Validators {
        /// Those of which subnet; of the root if none.
        netuid: Option<NetUid>,
    },
    /// What was signed here.
    Activity,
    /// Being sent TAO.
    Receive,
    /// What the chain knows of the chosen account beside its money.
    Account,
    /// Everything else that can be done.
    Acts,
    /// One of these.
    Act {
        /// Which.
        act: &'static Act,
        /// The subnet that it is about, once it is known.
        netuid: Option<NetUid>,
        /// The hotkey that it is about, once it is known.
        hotkey: Option<AccountId>,
    },
    /// The pages that have no place in a narrow navigation.
    More,
}

/// A part of what there is to see of a subnet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What it is, its pool, its validators.
    #[default]
    Overview,
    /// Its neurons.
    Metagraph,
    /// Asking its miners.
    Miners,
    /// Its parameters.
    Parameters,
}

impl Tab {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Overview, Self::Metagraph, Self::Miners, Self::Parameters];

    /// Its name in addresses; none of the first.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Metagraph => "metagraph",
            Self::Miners => "miners",
            Self::Parameters => "parameters",
        }
    }

    /// Its name for people.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Overview => say!(shell.tab.overview),
            Self::Metagraph => say!(shell.tab.metagraph),
            Self::Miners => say!(shell.tab.miners),
            Self::Parameters => say!(shell.tab.parameters),
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.name() == name)
    }
}

impl Route {
    /// The first there is to see of a subnet.
    pub(crate) fn subnet(netuid: NetUid) -> Self {
        Self::Subnet {
            netuid,
            tab: Tab::default(),
        }
    }

    /// Staking, with nothing chosen yet.
    pub(crate) const STAKE: Self = Self::Stake {
        netuid: None,
        hotkey: None,
    };

    /// Comparing the validators of the root.
    pub(crate) const VALIDATORS: Self = Self::Validators { netuid: None };

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
            ["unstake"] => Some(Self::Leaving),
            ["move", subnet, hotkey] => {
                place(subnet, hotkey).map(|(netuid, hotkey)| Self::Move { netuid, hotkey })
            }
            ["subnets"] => Some(Self::Subnets),
            ["subnets", subnet] => netuid(subnet).map(Self::subnet),
            ["subnets", subnet, tab] => netuid(subnet).and_then(|netuid| {
                let tab = Tab::parse(tab)?;
                Some(Self::Subnet { netuid, tab })
            }),
            ["validators"] => Some(Self::VALIDATORS),
            ["validators", subnet] => netuid(subnet).map(|netuid| Self::Validators { netuid: Some(netuid) }),
            ["activity"] => Some(Self::Activity),
            ["receive"] => Some(Self::Receive),
            ["account"] => Some(Self::Account),
            ["more"] => Some(Self::More),
            ["do"] => Some(Self::Acts),
            ["do", kind] => Act::of(kind).map(|act| Self::Act {
                act,
                netuid: None,
                hotkey: None,
            }),
            ["do", kind, subnet] => Act::of(kind).and_then(|act| {
                Some(Self::Act {
                    act,
                    netuid: Some(netuid(subnet)?),
                    hotkey: None,
                })
            }),
            ["do", kind, subnet, hotkey] => Act::of(kind).and_then(|act| {
                let (netuid, hotkey) = place(subnet, hotkey)?;
                Some(Self::Act {
                    act,
                    netuid: Some(netuid),
                    hotkey: Some(hotkey),
                })
            }),
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
            Self::Leaving => "#/unstake".to_owned(),
            Self::Move { netuid, hotkey } => format!("#/move/{netuid}/{hotkey}"),
            Self::Subnets => "#/subnets".to_owned(),
            Self::Subnet {
                netuid,
                tab: Tab::Overview,
            } => format!("#/subnets/{netuid}"),
            Self::Subnet { netuid, tab } => format!("#/subnets/{netuid}/{}", tab.name()),
            Self::Validators { netuid: None } => "#/validators".to_owned(),
            Self::Validators { netuid: Some(netuid) } => format!("#/validators/{netuid}"),
            Self::Activity => "#/activity".to_owned(),
            Self::Receive => "#/receive".to_owned(),
            Self::Account => "#/account".to_owned(),
            Self::More => "#/more".to_owned(),
            Self::Acts => "#/do".to_owned(),
            Self::Act { act, netuid, hotkey } => {
                let netuid = netuid.map(|netuid| format!("/{netuid}")).unwrap_or_default();
                let hotkey = hotkey.map(|hotkey| format!("/{hotkey}")).unwrap_or_default();
                format!("#/do/{}{netuid}{hotkey}", act.kind)
            }
        }
    }

    /// Its name for programs. Choices within a page do not change it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Portfolio => "portfolio",
            Self::Send => "send",
            Self::Stake { .. } => "stake",
            Self::Unstake { .. } => "unstake",
            Self::Leaving => "leaving",
            Self::Move { .. } => "move",
            Self::Subnets => "subnets",
            Self::Subnet { .. } => "subnet",
            Self::Validators { .. } => "validators",
            Self::Activity => "activity",
            Self::Receive => "receive",
            Self::Account => "account",
            Self::More => "more",
            Self::Acts => "acts",
            Self::Act { .. } => "act",
        }
    }

    /// The name of the page of the navigation that it belongs to.
    pub(crate) fn section(self) -> &'static str {
        match self {
            Self::Unstake { .. } | Self::Leaving | Self::Move { .. } => Self::STAKE.name(),
            Self::Subnet { .. } => Self::Subnets.name(),
            Self::Act { .. } => Self::Acts.name(),
            Self::Portfolio
            | Self::Send
            | Self::Receive
            | Self::Stake { .. }
            | Self::Subnets
            | Self::Validators { .. }
            | Self::Activity
            | Self::Account
            | Self::Acts
            | Self::More => self.name(),
        }
    }

    /// The subnet and the hotkey that it is about, as far as it is about any.
    pub(crate) fn place(self) -> (Option<NetUid>, Option<AccountId>) {
        match self {
            Self::Portfolio
            | Self::Send
            | Self::Receive
            | Self::Leaving
            | Self::Subnets
            | Self::Activity
            | Self::Account
            | Self::Acts
            | Self::More => (None, None),
            Self::Validators { netuid } => (netuid, None),
            Self::Subnet { netuid, .. } => (Some(netuid), None),
            Self::Stake { netuid, hotkey } | Self::Act { netuid, hotkey, .. } => (netuid, hotkey),
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
            Self::Portfolio => say!(shell.page.portfolio),
            Self::Send => say!(shell.page.send),
            Self::Stake { .. } => say!(shell.page.stake),
            Self::Unstake { .. } => say!(shell.page.unstake),
            Self::Leaving => say!(shell.page.leaving),
            Self::Move { .. } => say!(shell.page.move_stake),
            Self::Subnets => say!(shell.page.subnets),
            Self::Subnet { .. } => say!(shell.page.subnet),
            Self::Validators { .. } => say!(shell.page.validators),
            Self::Activity => say!(shell.page.activity),
            Self::Receive => say!(shell.page.receive),
            Self::Account => say!(shell.page.account),
            Self::More => say!(shell.page.more),
            Self::Acts => say!(shell.page.acts),
            Self::Act { act, .. } => (act.title)(),
        }
    }
}

impl Store {
    /// Follows the address for as long as the page lives.
    pub(crate) fn follow_address(self) {
        page::on_hash_change(move || {
            let next = Route::parse(&page::hash());
            if next.name() != self.route.get_untracked().name() {
                page::leave_field();
            }
            self.route.set(next);
        });
        let shown = Memo::new(move |_| self.route.get().name());
        Effect::new(move |before: Option<&'static str>| {
            let now = shown.get();
            self.locale.track();
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

    fn act(netuid: Option<NetUid>, hotkey: Option<AccountId>) -> Route {
        Route::Act {
            act: Act::of("lockStake").unwrap(),
            netuid,
            hotkey,
        }
    }

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
            Route::Leaving,
            Route::Move {
                netuid,
                hotkey: HOTKEY,
            },
            Route::Subnets,
            Route::subnet(netuid),
            Route::Subnet {
                netuid,
                tab: Tab::Metagraph,
            },
            Route::Subnet {
                netuid,
                tab: Tab::Miners,
            },
            Route::VALIDATORS,
            Route::Validators { netuid: Some(netuid) },
            Route::Activity,
            Route::Receive,
            Route::Account,
            Route::More,
            Route::Acts,
            act(None, None),
            act(Some(netuid), None),
            act(Some(netuid), Some(HOTKEY)),
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
            "#/subnets/1/nothing",
            "#/validators/x",
            "#/move/1/nobody",
            "#/do/nothing",
            "#/do/lockStake/x",
        ] {
            assert_eq!(Route::parse(hash), Route::Portfolio, "{hash}");
        }
    }
}
