//! One subnet of the table.

use leptos::prelude::*;
use taolight_bittensor::reads::Subnet;
use taolight_locales::say;
use taolight_primitives::{NetUid, Price, Rao};

use crate::components::figure::{PriceFigure, TaoFigure};
use crate::components::name::Name;
use crate::naming::ROOT;
use crate::route::Route;
use crate::store::Store;
use crate::{format, test_ids};

/// A row. It stays the same element while its numbers change.
#[component]
pub(super) fn SubnetRow(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    let subnet = Memo::new(move |_| store.subnet(netuid));
    let name = Memo::new(move |_| store.subnet_name(netuid));
    let unit = Memo::new(move |_| store.unit(netuid));
    let is_favourite = Memo::new(move |_| store.favourites.read().contains(&netuid));
    let tao = move |part: fn(&Subnet) -> Rao| {
        Signal::derive(move || subnet.read().as_ref().map_or(Rao::ZERO, part))
    };
    let price = Signal::derive(move || subnet.read().as_ref().map_or(Price(0), |subnet| subnet.price));
    // More than 2⁶⁴ - 1 rao is more than can exist.
    let volume = tao(|subnet| Rao(u64::try_from(subnet.volume).unwrap_or(u64::MAX)));
    let trades =
        Memo::new(move |_| netuid == ROOT || subnet.read().as_ref().is_none_or(|subnet| subnet.open.trading));
    view! {
        <tr data-testid=test_ids::SUBNET_ROW data-netuid=netuid.to_string()>
            <td>
                <button
                    type="button"
                    class="quiet star"
                    data-testid=test_ids::SUBNET_STAR
                    aria-pressed=move || is_favourite.get().to_string()
                    aria-label=say!(subnets.list.favourite_of, subnet = netuid)
                    on:click=move |_| store.toggle_favourite(netuid)
                >
                    {move || if is_favourite.get() { "★" } else { "☆" }}
                </button>
            </td>
            <td class="netuid-cell">{netuid.to_string()}</td>
            <th scope="row">
                <a href=Route::subnet(netuid).hash() data-testid=test_ids::SUBNET_OPEN>
                    <Name name />
                </a>
                <bdi class="symbol">{unit}</bdi>
                <span class="under care" hidden=trades>
                    {say!(subnets.not_started)}
                </span>
            </th>
            <td class="figure">
                <PriceFigure value=price />
            </td>
            <td class="figure wide">
                <TaoFigure value=tao(|subnet| subnet.emission.tao_in) />
            </td>
            <td class="figure wide">
                <TaoFigure value=tao(|subnet| subnet.tao_in_pool) />
            </td>
            <td class="figure wide">
                <TaoFigure value=volume />
            </td>
            <td class="figure wide">
                {move || subnet.read().as_ref().map(|subnet| format::number(subnet.neurons))}
            </td>
        </tr>
    }
}
