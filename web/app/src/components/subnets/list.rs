//! The table of subnets.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::engine::WatchSubnets;

use crate::components::proof::Proof;
use crate::components::sort_head::SortHead;
use crate::components::subnets::row::SubnetRow;
use crate::store::Store;
use crate::subnet_list::Column;
use crate::test_ids;

const TITLE: &str = "subnets-title";

/// Search, order, favourites, and the subnets.
#[component]
pub(crate) fn SubnetsPage() -> impl IntoView {
    let store = expect_context::<Store>();
    Effect::new(move |_| {
        if store.opened.get() > 0 {
            store.subnets.follow(store, || WatchSubnets {});
        }
    });
    on_cleanup(move || store.subnets.stop());

    let listed = Memo::new(move |_| {
        let listed = store
            .subnets
            .with(|subnets| store.subnet_view.read().of(subnets, &store.favourites.read()));
        listed.unwrap_or_default()
    });
    let is_known = Memo::new(move |_| store.subnets.is_known());
    let is_empty = Memo::new(move |_| is_known.get() && listed.read().is_empty());
    let nothing = move || {
        let view = store.subnet_view.read();
        match (view.favourites_only, view.search.trim().is_empty()) {
            (true, true) => say!(subnets.list.no_favourite_yet),
            (true, false) => say!(subnets.list.no_favourite_found),
            (false, _) => say!(subnets.list.none_found),
        }
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(common.subnets)}</h2>
            <div class="toolbar">
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=say!(subnets.list.search_hint)
                    aria-label=say!(subnets.list.search)
                    data-testid=test_ids::SUBNETS_SEARCH
                    prop:value=move || store.subnet_view.read().search.clone()
                    on:input:target=move |event| {
                        let typed = event.target().value();
                        store.subnet_view.update(|view| view.search = typed);
                    }
                />
                <label class="switch">
                    <input
                        type="checkbox"
                        role="switch"
                        data-testid=test_ids::SUBNETS_FAVOURITES
                        prop:checked=move || store.subnet_view.read().favourites_only
                        on:change:target=move |event| {
                            let only = event.target().checked();
                            store.subnet_view.update(|view| view.favourites_only = only);
                        }
                    />
                    {say!(subnets.list.favourites_only)}
                </label>
            </div>
            <div role="status">
                <p class="hint" data-testid=test_ids::SUBNETS_NONE hidden=move || !is_empty.get()>
                    {nothing}
                </p>
            </div>
            <div
                class="table-frame"
                class:stale=move || store.stale_head().is_some()
                hidden=move || listed.read().is_empty()
            >
                <table class="table subnets">
                    <thead>
                        <tr>
                            <th scope="col">
                                <span class="hidden">{say!(subnets.list.favourite)}</span>
                            </th>
                            {head(store, Column::Number, "number", say!(subnets.list.number), say!(subnets.list.number_about), "")}
                            {head(store, Column::Name, "name", say!(common.name), say!(subnets.list.name_about), "")}
                            {head(store, Column::Price, "price", say!(subnets.list.price), say!(subnets.list.price_about), "figure")}
                            {head(store, Column::Emission, "emission", say!(subnets.list.emission), say!(subnets.list.emission_about), "figure wide")}
                            {head(store, Column::Pool, "pool", say!(subnets.list.pool), say!(subnets.list.pool_about), "figure wide")}
                            {head(store, Column::Volume, "volume", say!(subnets.list.volume), say!(subnets.list.volume_about), "figure wide")}
                            {head(store, Column::Neurons, "neurons", say!(subnets.list.neurons), say!(subnets.list.neurons_about), "figure wide")}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || listed.get() key=|netuid| *netuid let:netuid>
                            <SubnetRow netuid />
                        </For>
                    </tbody>
                </table>
            </div>
            <Proof reading=store.subnets testid=test_ids::SUBNETS_PROOF />
        </section>
    }
}

/// The head of a column, which sorts by it.
fn head(
    store: Store,
    column: Column,
    id: &'static str,
    name: &'static str,
    title: &'static str,
    class: &'static str,
) -> impl IntoView {
    let sort = Signal::derive(move || store.subnet_view.read().sort);
    let choose = Callback::new(move |column| {
        store
            .subnet_view
            .update(|view| view.sort = view.sort.chosen(column));
    });
    view! { <SortHead column id name title class sort choose testid=test_ids::SUBNETS_SORT /> }
}
