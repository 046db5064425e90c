//! The table of subnets.

use leptos::prelude::*;
use taolight_protocol::engine::WatchSubnets;

use crate::components::proof::Proof;
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
                            <Head column=Column::Number id="number" name="No." title="Number of the subnet" />
                            <Head column=Column::Name id="name" name="Name" title="As its owner calls it" />
                            <Head column=Column::Price id="price" name="Price" title="TAO for one alpha" class="figure" />
                            <Head
                                column=Column::Emission
                                id="emission"
                                name="Emission"
                                title="TAO that each block adds to the pool"
                                class="figure wide"
                            />
                            <Head column=Column::Pool id="pool" name="In pool" title="TAO in the pool" class="figure wide" />
                            <Head
                                column=Column::Volume
                                id="volume"
                                name="Volume"
                                title="TAO that was ever traded"
                                class="figure wide"
                            />
                            <Head
                                column=Column::Neurons
                                id="neurons"
                                name="Neurons"
                                title="Miners and validators that are registered"
                                class="figure wide"
                            />
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
#[component]
fn Head(
    column: Column,
    id: &'static str,
    name: &'static str,
    title: &'static str,
    #[prop(default = "")] class: &'static str,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let sort = Memo::new(move |_| store.subnet_view.read().sort);
    let order = move || match sort.get() {
        sort if sort.column != column => None,
        sort if sort.descending => Some("descending"),
        _ => Some("ascending"),
    };
    let arrow = move || match order() {
        Some("descending") => "▾",
        Some(_) => "▴",
        None => "",
    };
    view! {
        <th scope="col" class=class aria-sort=order>
            <button
                type="button"
                class="quiet"
                title=title
                data-testid=test_ids::SUBNETS_SORT
                data-column=id
                on:click=move |_| store.subnet_view.update(|view| view.sort = view.sort.chosen(column))
            >
                {name}
                <span class="arrow" aria-hidden="true">
                    {arrow}
                </span>
            </button>
        </th>
    }
}
