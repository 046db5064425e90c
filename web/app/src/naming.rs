//! What subnets and hotkeys are called. Anybody can choose any name, so the number or the address always stands beside it.

use leptos::prelude::*;
use taolight_bittensor::reads::{Neuron, SafeText, Subnet};
use taolight_locales::say;
use taolight_primitives::{AccountId, NetUid};
use taolight_protocol::engine::{ReadHotkey, ReadNeurons, ReadSubnets, ReadValidators};

use crate::feed;
use crate::format::TAU;
use crate::search::folded;
use crate::store::Store;

/// The subnet whose stake is TAO itself.
pub(crate) const ROOT: NetUid = NetUid(0);

/// Nobody sets weights on the root, so its members have no permit for it; all of them are validators.
const ALL_OF_ROOT: ReadNeurons = ReadNeurons {
    netuid: ROOT,
    from: 0,
    count: 64,
};

/// What its owner calls a subnet; its number where it has no name.
pub(crate) fn subnet_name(subnet: &Subnet) -> SafeText {
    match &subnet.identity {
        _ if subnet.netuid == ROOT => plain(say!(common.root)),
        Some(identity) if !identity.name.is_empty() => identity.name.clone(),
        Some(_) | None => plain(say!(common.subnet_number, number = subnet.netuid)),
    }
}

/// The unit of a subnet's alpha: its symbol, or the number where the symbol is missing or passes for TAO's.
pub(crate) fn unit(netuid: NetUid, symbol: Option<&SafeText>) -> String {
    if netuid == ROOT {
        return TAU.to_owned();
    }
    let passes_for_tao = |symbol: &SafeText| matches!(folded(&symbol.text).as_str(), "t" | "tao" | "rao");
    match symbol {
        Some(symbol) if !symbol.is_empty() && symbol.text.chars().count() <= 6 && !passes_for_tao(symbol) => {
            symbol.text.clone()
        }
        Some(_) | None => format!("α{netuid}"),
    }
}

fn plain(text: impl Into<String>) -> SafeText {
    SafeText {
        text: text.into(),
        cleaned: false,
        mixed: false,
    }
}

impl Store {
    /// A subnet of the list, tracked.
    pub(crate) fn subnet(self, netuid: NetUid) -> Option<Subnet> {
        let find = |subnets: &Vec<Subnet>| {
            let found = subnets.binary_search_by_key(&netuid, |subnet| subnet.netuid).ok();
            found.and_then(|position| subnets.get(position).cloned())
        };
        self.subnets.with(find).flatten()
    }

    /// What a subnet is called, tracked.
    pub(crate) fn subnet_name(self, netuid: NetUid) -> SafeText {
        match self.subnet(netuid) {
            Some(subnet) => subnet_name(&subnet),
            None if netuid == ROOT => plain(say!(common.root)),
            None => plain(say!(common.subnet_number, number = netuid)),
        }
    }

    /// The unit of a subnet's alpha, tracked.
    pub(crate) fn unit(self, netuid: NetUid) -> String {
        let subnet = self.subnet(netuid);
        unit(netuid, subnet.as_ref().map(|subnet| &subnet.symbol))
    }

    /// What a hotkey's owner calls itself, tracked; none where it says nothing or nobody has asked.
    pub(crate) fn hotkey_name(self, hotkey: AccountId) -> Option<SafeText> {
        self.hotkey_names.read().get(&hotkey).cloned().flatten()
    }

    /// The same as a text to search in, empty where there is none. Tracked.
    pub(crate) fn hotkey_text(self, hotkey: AccountId) -> String {
        self.hotkey_name(hotkey).map(|name| name.text).unwrap_or_default()
    }

    /// Reads what subnets are called, for as long as the page is shown.
    pub(crate) fn use_subnet_names(self) {
        Effect::new(move |_| {
            if self.opened.get() > 0 {
                self.subnets.ask(self, ReadSubnets {});
            }
        });
        on_cleanup(move || self.subnets.stop());
    }

    /// Reads the validators of a subnet, and learns their names, for as long as the page is shown.
    pub(crate) fn use_validators(self, netuid: Signal<Option<NetUid>>) {
        let netuid = Memo::new(move |_| netuid.get());
        Effect::new(move |_| {
            let opened = self.opened.get();
            self.validators.clear();
            match (opened, netuid.get()) {
                (0, _) | (_, None) => {}
                (_, Some(ROOT)) => self.validators.ask(self, ALL_OF_ROOT),
                (_, Some(netuid)) => self.validators.ask(self, ReadValidators { netuid }),
            }
        });
        Effect::new(move |_| {
            let named = self.validators.with(|validators| {
                let named = validators.iter().map(|validator| {
                    let identity = validator.identity.as_ref();
                    (validator.hotkey, identity.map(|identity| identity.name.clone()))
                });
                named.collect::<Vec<_>>()
            });
            self.hotkey_names.update(|names| {
                names.extend(
                    named
                        .into_iter()
                        .flatten()
                        .map(|(hotkey, name)| (hotkey, shown(name))),
                );
            });
        });
        on_cleanup(move || self.validators.clear());
    }

    /// The validators that were read, most stake first, tracked.
    pub(crate) fn validators_by_stake(self) -> Vec<Neuron> {
        let mut validators = self.validators.with(Clone::clone).unwrap_or_default();
        validators.sort_by_key(|validator| std::cmp::Reverse(validator.stake));
        validators
    }

    /// Reads what these hotkeys are called, one after the other, for as long as the page is shown. One whose name cannot
    /// be read is shown by its address.
    pub(crate) fn use_hotkey_names(self, hotkeys: Memo<Vec<AccountId>>) {
        Effect::new(move |_| {
            if self.opened.get() == 0 {
                return;
            }
            let known = self.hotkey_names.read_untracked();
            let unknown: Vec<_> = hotkeys
                .get()
                .into_iter()
                .filter(|hotkey| !known.contains_key(hotkey))
                .collect();
            let Ok(clients) = self.clients() else { return };
            let reading = async move {
                for hotkey in unknown {
                    if let Ok(read) = feed::patiently(&clients.engine, ReadHotkey { hotkey }).await {
                        let name = shown(read.value.identity.map(|identity| identity.name));
                        self.hotkey_names.update(|names| {
                            names.insert(hotkey, name);
                        });
                    }
                }
            };
            self.hotkey_feed.set_value(Some(feed::start(reading)));
        });
        on_cleanup(move || self.hotkey_feed.set_value(None));
    }
}

fn shown(name: Option<SafeText>) -> Option<SafeText> {
    name.filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbol(text: &str) -> SafeText {
        SafeText::from_bytes(text.as_bytes())
    }

    #[test]
    fn no_alpha_passes_for_tao() {
        for text in ["τ", "Τ", "T", "tao", "ΤΑΟ", "", "longer than a symbol"] {
            assert_eq!(unit(NetUid(5), Some(&symbol(text))), "α5", "{text}");
        }
        assert_eq!(unit(NetUid(5), None), "α5");
        assert_eq!(unit(NetUid(5), Some(&symbol("β"))), "β");
        assert_eq!(unit(ROOT, Some(&symbol("β"))), TAU);
    }
}
