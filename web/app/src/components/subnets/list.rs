//! The table of subnets.

use leptos::prelude::*;
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
            (true, true) => "There is no favourite yet. Mark a subnet with its star, and it is listed here.",
            (true, false) => "No favourite is called like this. Search all subnets, or for something else.",
            (false, _) => "No subnet is called like this. Search for another name or number.",
        }
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>"Subnets"</h2>
            <div class="toolbar">
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="Name or number"
                    aria-label="Search subnets by name or number"
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
                    "Favourites only"
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
                                <span class="hidden">"Favourite"</span>
                            </th>
                            {head(store, Column::Number, "number", "No.", "Number of the subnet", "")}
                            {head(store, Column::Name, "name", "Name", "As its owner calls it", "")}
                            {head(store, Column::Price, "price", "Price", "TAO for one alpha", "figure")}
                            {head(store, Column::Emission, "emission", "Emission", "TAO that each block adds to the pool", "figure wide")}
                            {head(store, Column::Pool, "pool", "In pool", "TAO in the pool", "figure wide")}
                            {head(store, Column::Volume, "volume", "Volume", "TAO that was ever traded", "figure wide")}
                            {head(store, Column::Neurons, "neurons", "Neurons", "Miners and validators that are registered", "figure wide")}
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
