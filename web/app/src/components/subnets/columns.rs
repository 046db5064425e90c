//! What the table of subnets can show of one.

use leptos::prelude::*;
use taolight_bittensor::reads::Subnet;
use taolight_locales::say;
use taolight_primitives::{NetUid, Rao};

use crate::columns::Place::{Everywhere, Nowhere, WhereWide};
use crate::components::data_table::column::Column;
use crate::components::data_table::figures::{alpha, price, tao};
use crate::components::logo::SubnetLogo;
use crate::components::name::Name;
use crate::naming::{ROOT, subnet_name, unit};
use crate::route::Route;
use crate::search::folded;
use crate::store::Store;
use crate::{format, test_ids};

/// The columns, in their order.
pub(super) fn columns() -> Vec<Column<Subnet>> {
    let mut columns = vec![
        Column::new("favourite", say!(subnets.list.favourite), "", star).nameless(),
        Column::text(
            "number",
            say!(subnets.list.number),
            say!(subnets.list.number_about),
            |subnet: &Subnet| subnet.netuid.to_string(),
        )
        .class("netuid-cell")
        .smallest_first(|subnet| subnet.netuid),
        Column::new("name", say!(common.name), say!(subnets.list.name_about), name)
            .row_head()
            .smallest_first(|subnet| folded(&subnet_name(subnet).text)),
    ];
    columns.extend(figures().map(Column::figure));
    columns
}

fn figures() -> [Column<Subnet>; 10] {
    [
        Column::new(
            "price",
            say!(subnets.list.price),
            say!(subnets.list.price_about),
            price(|subnet: &Subnet| subnet.price),
        )
        .largest_first(|subnet| subnet.price)
        .usually(Everywhere),
        Column::new(
            "moving_price",
            say!(subnets.list.moving_price),
            say!(subnets.list.moving_price_about),
            price(|subnet: &Subnet| subnet.moving_price),
        )
        .largest_first(|subnet| subnet.moving_price)
        .usually(Nowhere),
        Column::new(
            "emission",
            say!(subnets.list.emission),
            say!(subnets.list.emission_about),
            tao(|subnet: &Subnet| subnet.emission.tao_in),
        )
        .largest_first(|subnet| subnet.emission.tao_in)
        .usually(WhereWide),
        Column::new(
            "pool",
            say!(subnets.list.pool),
            say!(subnets.list.pool_about),
            tao(|subnet: &Subnet| subnet.tao_in_pool),
        )
        .largest_first(|subnet| subnet.tao_in_pool)
        .usually(WhereWide),
        Column::new(
            "alpha_in_pool",
            say!(subnets.list.alpha_in_pool),
            say!(subnets.list.alpha_in_pool_about),
            alpha(netuid, |subnet: &Subnet| subnet.alpha_in_pool),
        )
        .largest_first(|subnet| subnet.alpha_in_pool)
        .usually(Nowhere),
        Column::new(
            "alpha_outside",
            say!(subnets.list.alpha_outside),
            say!(subnets.list.alpha_outside_about),
            alpha(netuid, |subnet: &Subnet| subnet.alpha_outside),
        )
        .largest_first(|subnet| subnet.alpha_outside)
        .usually(Nowhere),
        Column::new(
            "volume",
            say!(subnets.list.volume),
            say!(subnets.list.volume_about),
            tao(volume),
        )
        .largest_first(|subnet| subnet.volume)
        .usually(WhereWide),
        Column::text(
            "neurons",
            say!(subnets.list.neurons),
            say!(subnets.list.neurons_about),
            |subnet: &Subnet| format::number(subnet.neurons),
        )
        .largest_first(|subnet| subnet.neurons)
        .usually(WhereWide),
        Column::new(
            "registration",
            say!(subnets.list.registration),
            say!(subnets.list.registration_about),
            tao(|subnet: &Subnet| subnet.registration_cost),
        )
        .largest_first(|subnet| subnet.registration_cost)
        .usually(Nowhere),
        Column::text(
            "tempo",
            say!(subnets.list.tempo),
            say!(subnets.list.tempo_about),
            |subnet: &Subnet| format::number(subnet.tempo),
        )
        .largest_first(|subnet| subnet.tempo)
        .usually(Nowhere),
    ]
}

fn netuid(subnet: &Subnet) -> NetUid {
    subnet.netuid
}

/// More than 2⁶⁴ - 1 rao is more than can exist.
fn volume(subnet: &Subnet) -> Rao {
    Rao(u64::try_from(subnet.volume).unwrap_or(u64::MAX))
}

fn star(subnet: Memo<Subnet>) -> impl IntoView {
    let store = expect_context::<Store>();
    let netuid = subnet.with_untracked(netuid);
    let is_favourite = Memo::new(move |_| store.favourites.read().contains(&netuid));
    view! {
        <button
            type="button"
            class="btn btn-ghost btn-sm min-w-7 p-0 text-base aria-[pressed=false]:text-muted"
            data-testid=test_ids::SUBNET_STAR
            aria-pressed=move || is_favourite.get().to_string()
            aria-label=say!(subnets.list.favourite_of, subnet = netuid)
            on:click=move |_| store.toggle_favourite(netuid)
        >
            {move || if is_favourite.get() { "★" } else { "☆" }}
        </button>
    }
}

fn name(subnet: Memo<Subnet>) -> impl IntoView {
    let netuid = subnet.with_untracked(netuid);
    let name = Memo::new(move |_| subnet_name(&subnet.read()));
    let unit = Memo::new(move |_| unit(netuid, Some(&subnet.read().symbol)));
    let trades = Memo::new(move |_| netuid == ROOT || subnet.read().open.trading);
    view! {
        <SubnetLogo netuid />
        <a href=Route::subnet(netuid).hash() data-testid=test_ids::SUBNET_OPEN>
            <Name name />
        </a>
        <bdi class="symbol">{unit}</bdi>
        <span class="under text-care" hidden=trades>
            {say!(subnets.not_started)}
        </span>
    }
}
