//! The list of subnets as somebody wants to see it: searched, sorted, favourites alone.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use leptos::prelude::*;
use taolight_bittensor::reads::Subnet;
use taolight_primitives::NetUid;

use crate::memory;
use crate::naming::subnet_name;
use crate::search::{finds, folded};
use crate::sort::{Sort, Sorted};
use crate::store::Store;

/// What the list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// The number.
    Number,
    /// The name, letter by letter as it seems to be written.
    Name,
    /// What an alpha costs.
    Price,
    /// What a block adds to the pool.
    Emission,
    /// TAO in the pool.
    Pool,
    /// TAO that was ever traded.
    Volume,
    /// Neurons.
    Neurons,
}

impl Sorted for Column {
    fn measures(self) -> bool {
        match self {
            Self::Number | Self::Name => false,
            Self::Price | Self::Emission | Self::Pool | Self::Volume | Self::Neurons => true,
        }
    }
}

/// What somebody wants to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct View {
    /// What is searched for, as typed.
    pub(crate) search: String,
    /// The order.
    pub(crate) sort: Sort<Column>,
    /// Whether only favourites are shown.
    pub(crate) favourites_only: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            search: String::new(),
            sort: Sort::by(Column::Number),
            favourites_only: false,
        }
    }
}

impl View {
    /// The numbers of the subnets that are to be seen, in their order.
    pub(crate) fn of(&self, subnets: &[Subnet], favourites: &BTreeSet<NetUid>) -> Vec<NetUid> {
        let search = folded(&self.search);
        let wanted = |subnet: &&Subnet| {
            (!self.favourites_only || favourites.contains(&subnet.netuid))
                && finds(&searchable(subnet), &search)
        };
        let mut listed: Vec<_> = subnets.iter().filter(wanted).collect();
        listed.sort_by(|one, other| {
            let order = self.sort.ordered(compare(one, other, self.sort.column));
            order.then(one.netuid.cmp(&other.netuid))
        });
        listed.into_iter().map(|subnet| subnet.netuid).collect()
    }
}

fn searchable(subnet: &Subnet) -> String {
    let name = subnet_name(subnet).text;
    folded(&format!("{} {name} {}", subnet.netuid, subnet.symbol.text))
}

fn compare(one: &Subnet, other: &Subnet, column: Column) -> Ordering {
    match column {
        Column::Number => one.netuid.cmp(&other.netuid),
        Column::Name => {
            let name = |subnet| folded(&subnet_name(subnet).text);
            name(one).cmp(&name(other))
        }
        Column::Price => one.price.cmp(&other.price),
        Column::Emission => one.emission.tao_in.cmp(&other.emission.tao_in),
        Column::Pool => one.tao_in_pool.cmp(&other.tao_in_pool),
        Column::Volume => one.volume.cmp(&other.volume),
        Column::Neurons => one.neurons.cmp(&other.neurons),
    }
}

impl Store {
    /// Takes the favourites of the open network out of memory.
    pub(crate) fn recall_favourites(self) {
        let network = self.network.read_untracked();
        let favourites = network
            .as_ref()
            .map(|network| memory::favourites(network.genesis));
        self.favourites.set(favourites.unwrap_or_default());
    }

    /// Makes a subnet a favourite, or no longer.
    pub(crate) fn toggle_favourite(self, netuid: NetUid) {
        self.favourites.update(|favourites| {
            if !favourites.remove(&netuid) {
                favourites.insert(netuid);
            }
        });
        if let Some(network) = self.network.read_untracked().as_ref() {
            memory::set_favourites(network.genesis, &self.favourites.read_untracked());
        }
    }
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::{SafeText, SubnetEmission, SubnetIdentity, SubnetSwitches};
    use taolight_primitives::{Alpha, Price, Rao};

    use super::*;

    fn text(text: &str) -> SafeText {
        SafeText::from_bytes(text.as_bytes())
    }

    fn subnet(netuid: u16, name: &str, price: u64) -> Subnet {
        Subnet {
            netuid: NetUid(netuid),
            registered_at: 0,
            identity: Some(SubnetIdentity {
                name: text(name),
                ..SubnetIdentity::default()
            }),
            symbol: text("β"),
            owner: None,
            owner_hotkey: None,
            price: Price(price),
            moving_price: Price(price),
            tao_in_pool: Rao(price),
            alpha_in_pool: Alpha(1),
            alpha_outside: Alpha(1),
            volume: 0,
            emission: SubnetEmission {
                tao_in: Rao(0),
                alpha_in: Alpha(0),
                alpha_out: Alpha(0),
            },
            tempo: 360,
            last_epoch: 0,
            next_epoch: 360,
            neurons: 7,
            registration_cost: Rao(1),
            open: SubnetSwitches {
                trading: true,
                transfers: true,
                registration: true,
                emission: None,
            },
        }
    }

    fn listed(view: &View) -> Vec<u16> {
        let subnets = [
            subnet(1, "Vision", 30),
            subnet(2, "Ροet", 10),
            subnet(11, "Audio", 20),
        ];
        let favourites = BTreeSet::from([NetUid(11)]);
        view.of(&subnets, &favourites)
            .into_iter()
            .map(|netuid| netuid.0)
            .collect()
    }

    #[test]
    fn names_are_found_as_they_look() {
        let search = |search: &str| View {
            search: search.to_owned(),
            ..View::default()
        };
        assert_eq!(listed(&search("poet")), [2]);
        assert_eq!(listed(&search("1")), [1, 11]);
        assert_eq!(listed(&search("b audio")), [11]);
        assert!(listed(&search("nothing")).is_empty());
    }

    #[test]
    fn columns_sort_and_favourites_stand_alone() {
        let view = View::default();
        assert_eq!(listed(&view), [1, 2, 11]);
        let by_price = View {
            sort: view.sort.chosen(Column::Price),
            ..View::default()
        };
        assert_eq!(listed(&by_price), [1, 11, 2]);
        let by_price_up = View {
            sort: by_price.sort.chosen(Column::Price),
            ..View::default()
        };
        assert_eq!(listed(&by_price_up), [2, 11, 1]);
        let favourites = View {
            favourites_only: true,
            ..View::default()
        };
        assert_eq!(listed(&favourites), [11]);
    }
}
