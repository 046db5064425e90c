//! All about one subnet: what it is, its pool, its validators and its parameters.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::NetUid;
use taolight_protocol::engine::ReadSubnet;

use crate::components::miners::page::Miners;
use crate::components::name::SubnetLabel;
use crate::components::proof::Proof;
use crate::components::subnets::facts::Facts;
use crate::components::subnets::hyperparameters::Hyperparameters;
use crate::components::subnets::metagraph::Metagraph;
use crate::components::subnets::quote_tool::QuoteTool;
use crate::components::validators::table::ValidatorTable;
use crate::naming::ROOT;
use crate::route::{Route, Tab};
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
                    <p>{say!(subnets.missing)}</p>
                    <p class="hint">{say!(subnets.missing_about)}</p>
                </section>
            }
        })
    };
    let tab = Memo::new(move |_| match store.route.get() {
        Route::Subnet { tab, .. } => tab,
        _ => Tab::default(),
    });
    let shown = move |netuid: NetUid| {
        let links = Tab::ALL.map(|link| {
            view! {
                <a
                    class="tab font-semibold text-muted [--tab-p:0px] aria-[current]:text-primary"
                    href=Route::Subnet { netuid, tab: link }.hash()
                    data-testid=test_ids::SUBNET_TAB
                    data-tab=link.name()
                    aria-current=move || (tab.get() == link).then_some("true")
                >
                    {link.title()}
                </a>
            }
        });
        let part = move || match tab.get() {
            Tab::Overview => view! { <Overview netuid /> }.into_any(),
            Tab::Metagraph => view! { <Metagraph netuid /> }.into_any(),
            Tab::Miners => view! { <Miners netuid /> }.into_any(),
            Tab::Parameters => view! { <Hyperparameters /> }.into_any(),
        };
        view! {
            <div hidden=is_missing class="column">
                <p class="text-lg font-semibold" hidden=move || tab.get() == Tab::Overview>
                    <SubnetLabel netuid />
                </p>
                <nav class="tabs tabs-border gap-x-5 border-b border-line" aria-label=say!(subnets.parts)>
                    {links.into_iter().collect_view()}
                </nav>
                {part}
            </div>
        }
    };
    view! {
        <p>
            <a class="quiet-link" href=Route::Subnets.hash()>"‹ " {say!(subnets.all_subnets)}</a>
        </p>
        {missing}
        {move || netuid.get().map(shown)}
        <Proof reading=store.subnet_detail testid=test_ids::SUBNET_PROOF />
    }
}

#[component]
fn Overview(netuid: NetUid) -> impl IntoView {
    view! {
        <div class="columns">
            <div class="column">
                <Facts netuid />
            </div>
            <div class="column">
                {(netuid != ROOT).then(|| view! { <QuoteTool netuid /> })}
            </div>
        </div>
        <ValidatorTable netuid />
    }
}
