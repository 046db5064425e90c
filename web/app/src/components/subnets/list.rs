//! The table of subnets.

use leptos::prelude::*;
use taolight_bittensor::reads::Subnet;
use taolight_locales::say;
use taolight_protocol::engine::WatchSubnets;

use crate::columns::Choosable;
use crate::components::data_table::toolbar::{Search, Toolbar};
use crate::components::data_table::{DataTable, Kind, Table};
use crate::components::proof::Proof;
use crate::components::subnets::columns::columns;
use crate::components::switch::Switch;
use crate::store::Store;
use crate::subnet_list::found;
use crate::test_ids;

const TITLE: &str = "subnets-title";

const KIND: Kind = Kind {
    class: "subnets",
    sort: test_ids::SUBNETS_SORT,
    choosable: Some(Choosable::Subnets),
};

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

    let table = Table::new(KIND, store.subnet_view, columns(), move |view, order| {
        let only = store.favourites_only.get().then(|| store.favourites.read());
        let page = store
            .subnets
            .with(|subnets| found(view, order, subnets, only.as_deref()));
        page.unwrap_or_default()
    });
    let is_empty = Memo::new(move |_| store.subnets.is_known() && table.page.read().found == 0);
    let nothing = move || {
        let is_all = store.subnet_view.read().search.trim().is_empty();
        match (store.favourites_only.get(), is_all) {
            (true, true) => say!(subnets.list.no_favourite_yet),
            (true, false) => say!(subnets.list.no_favourite_found),
            (false, _) => say!(subnets.list.none_found),
        }
    };
    let search = Search {
        hint: say!(subnets.list.search_hint),
        about: say!(subnets.list.search),
        testid: test_ids::SUBNETS_SEARCH,
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(common.subnets)}</h2>
            <Toolbar table search>
                <Switch
                    testid=test_ids::SUBNETS_FAVOURITES
                    label=say!(subnets.list.favourites_only)
                    class=""
                    checked=store.favourites_only
                    change=move |only| store.favourites_only.set(only)
                />
            </Toolbar>
            <div role="status">
                <p class="hint" data-testid=test_ids::SUBNETS_NONE hidden=move || !is_empty.get()>
                    {nothing}
                </p>
            </div>
            <DataTable table row />
            <Proof reading=store.subnets testid=test_ids::SUBNETS_PROOF />
        </section>
    }
}

fn row(subnet: Memo<Subnet>, cells: AnyView) -> impl IntoView {
    let netuid = subnet.with_untracked(|subnet| subnet.netuid.to_string());
    view! {
        <tr data-testid=test_ids::SUBNET_ROW data-netuid=netuid>
            {cells}
        </tr>
    }
}
