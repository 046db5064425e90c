//! The list of subnets as somebody wants to see it: searched, sorted, favourites alone.

use std::collections::BTreeSet;

use leptos::prelude::*;
use taolight_bittensor::reads::Subnet;
use taolight_primitives::NetUid;

use crate::memory;
use crate::naming::subnet_name;
use crate::paging::Page;
use crate::sort::Order;
use crate::store::Store;
use crate::table_view::{Row, View};

impl Row for Subnet {
    type Key = NetUid;
    /// All of them: there are few, and one looks over the whole list.
    const PAGE: usize = usize::MAX;

    fn key(&self) -> NetUid {
        self.netuid
    }
}

/// The subnets that are to be seen, in their order: of these alone, if there are any to keep to.
pub(crate) fn found(
    view: &View,
    order: Option<&Order<Subnet>>,
    subnets: &[Subnet],
    only: Option<&BTreeSet<NetUid>>,
) -> Page<Subnet> {
    let wanted = subnets
        .iter()
        .filter(|subnet| only.is_none_or(|only| only.contains(&subnet.netuid)));
    view.of(wanted, order, |subnet| {
        let name = subnet_name(subnet).text;
        format!("{} {name} {}", subnet.netuid, subnet.symbol.text)
    })
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
    use crate::sort::Sort;

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

    fn listed(view: &View, only: Option<&BTreeSet<NetUid>>) -> Vec<u16> {
        let subnets = [
            subnet(1, "Vision", 30),
            subnet(2, "Ροet", 10),
            subnet(11, "Audio", 20),
        ];
        let by_price = Order::by(true, |subnet: &Subnet| subnet.price);
        let order = (view.sort.column == "price").then_some(&by_price);
        let page = found(view, order, &subnets, only);
        page.rows.into_iter().map(|subnet| subnet.netuid.0).collect()
    }

    #[test]
    fn names_are_found_as_they_look() {
        let search = |search: &str| {
            let mut view = View::new(Sort::up("number"));
            view.look_for(search.to_owned());
            listed(&view, None)
        };
        assert_eq!(search("poet"), [2]);
        assert_eq!(search("1"), [1, 11]);
        assert_eq!(search("b audio"), [11]);
        assert!(search("nothing").is_empty());
    }

    #[test]
    fn columns_sort_and_favourites_stand_alone() {
        let mut view = View::new(Sort::up("number"));
        assert_eq!(listed(&view, None), [1, 2, 11]);
        view.sort_by("price", true);
        assert_eq!(listed(&view, None), [1, 11, 2]);
        view.sort_by("price", true);
        assert_eq!(listed(&view, None), [2, 11, 1]);
        let favourites = BTreeSet::from([NetUid(11)]);
        assert_eq!(listed(&view, Some(&favourites)), [11]);
        assert!(listed(&view, Some(&BTreeSet::new())).is_empty());
    }
}
