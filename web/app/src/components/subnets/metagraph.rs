//! The neurons of a subnet, a page at a time.

use leptos::prelude::*;
use taolight_bittensor::reads::Neuron;
use taolight_locales::say;
use taolight_primitives::NetUid;
use taolight_protocol::engine::ReadNeurons;

use crate::columns::Choosable;
use crate::components::data_table::toolbar::{Found, Search, Toolbar};
use crate::components::data_table::{DataTable, Kind, Table};
use crate::components::proof::Proof;
use crate::components::subnets::neurons::columns;
use crate::metagraph::found;
use crate::sort::Sort;
use crate::store::Store;
use crate::table_view::View;
use crate::{format, test_ids};

const TITLE: &str = "metagraph-title";
/// As many as a subnet can have.
const MOST: u16 = 4_096;

const KIND: Kind = Kind {
    class: "metagraph",
    sort: test_ids::METAGRAPH_SORT,
    choosable: Some(Choosable::Metagraph),
};

/// The table.
#[component]
pub(super) fn Metagraph(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    Effect::new(move |_| {
        let opened = store.opened.get();
        store.metagraph.clear();
        if opened > 0 {
            store.metagraph.ask(
                store,
                ReadNeurons {
                    netuid,
                    from: 0,
                    count: MOST,
                },
            );
        }
    });
    on_cleanup(move || store.metagraph.clear());

    let view = RwSignal::new(View::new(Sort::up("uid")));
    let table = Table::new(KIND, view, columns(netuid), move |view, order| {
        let name = |hotkey| store.hotkey_text(hotkey);
        let page = store.metagraph.with(|neurons| found(view, order, neurons, name));
        page.unwrap_or_default()
    });
    let is_known = Memo::new(move |_| store.metagraph.is_known());
    let says = Signal::derive(move || {
        let page = table.page.read();
        is_known.get().then(|| match page.found {
            0 => say!(subnets.metagraph.none_found).to_owned(),
            1 => say!(
                subnets.metagraph.found_one,
                count = 1,
                page = page.number + 1,
                pages = page.pages
            ),
            found => say!(
                subnets.metagraph.found_many,
                count = format::number(u32::try_from(found).unwrap_or(u32::MAX)),
                page = page.number + 1,
                pages = page.pages
            ),
        })
    });
    let search = Search {
        hint: say!(subnets.metagraph.search_hint),
        about: say!(subnets.metagraph.search),
        testid: test_ids::METAGRAPH_SEARCH,
    };
    let found = Found {
        says,
        testid: test_ids::METAGRAPH_FOUND,
    };
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(subnets.metagraph.title)}</h2>
            <Toolbar table search found />
            <DataTable table row />
            <Proof reading=store.metagraph testid=test_ids::METAGRAPH_PROOF />
        </section>
    }
}

fn row(neuron: Memo<Neuron>, cells: AnyView) -> impl IntoView {
    let (uid, hotkey) = neuron.with_untracked(|neuron| (neuron.uid, neuron.hotkey));
    view! {
        <tr data-testid=test_ids::NEURON data-uid=uid.to_string() data-hotkey=hotkey.to_string()>
            {cells}
        </tr>
    }
}
