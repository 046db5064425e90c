//! All about one subnet: what it is, its pool, its validators and its parameters.

use leptos::prelude::*;
use taolight_primitives::NetUid;
use taolight_protocol::engine::ReadSubnet;

use crate::components::proof::Proof;
use crate::components::subnets::facts::Facts;
use crate::components::subnets::hyperparameters::Hyperparameters;
use crate::components::subnets::quote_tool::QuoteTool;
use crate::components::subnets::validators::Validators;
use crate::naming::ROOT;
use crate::route::Route;
use crate::store::Store;
use crate::test_ids;

/// The page of the subnet that the address names.
#[component]
pub(crate) fn SubnetPage() -> impl IntoView {
    let store = expect_context::<Store>();
    let netuid = Memo::new(move |_| store.route.get().place().0);
    Effect::new(move |_| {
        let opened = store.opened.get();
        store.subnet_detail.clear();
        if let (1.., Some(netuid)) = (opened, netuid.get()) {
            store.subnet_detail.ask(store, ReadSubnet { netuid });
        }
    });
    on_cleanup(move || store.subnet_detail.clear());
    store.use_subnet_names();
    store.use_validators(netuid.into());
    store.use_chosen_portfolio();

    let is_missing = Memo::new(move |_| store.subnet_detail.with(Option::is_none).unwrap_or(false));
    let missing = move || {
        is_missing.get().then(|| {
            view! {
                <section class="panel" data-testid=test_ids::SUBNET_MISSING>
                    <p>"There is no such subnet."</p>
                    <p class="hint">"Subnets come and go, and their numbers are used again. Look it up in the list."</p>
                </section>
            }
        })
    };
    let shown = move |netuid: NetUid| {
        view! {
            <div hidden=is_missing class="column">
                <div class="columns">
                    <div class="column">
                        <Facts netuid />
                    </div>
                    <div class="column">
                        {(netuid != ROOT).then(|| view! { <QuoteTool netuid /> })}
                    </div>
                </div>
                <Validators netuid />
                <Hyperparameters />
            </div>
        }
    };
    view! {
        <p class="back">
            <a href=Route::Subnets.hash()>"‹ All subnets"</a>
        </p>
        {missing}
        {move || netuid.get().map(shown)}
        <Proof reading=store.subnet_detail testid=test_ids::SUBNET_PROOF />
    }
}
