//! Comparing the validators of a subnet, and from there to a stake.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::stake::subnet_choice::SubnetChoice;
use crate::components::validators::table::ValidatorTable;
use crate::naming::ROOT;
use crate::route::Route;
use crate::store::Store;

const TITLE: &str = "validators-where-title";

/// The page. The subnet stands in the address, so that it can be linked to; without one it is the root.
#[component]
pub(crate) fn ValidatorsPage() -> impl IntoView {
    let store = expect_context::<Store>();
    let netuid = Memo::new(move |_| store.route.get().place().0.unwrap_or(ROOT));
    store.use_subnet_names();
    store.use_validators(Signal::derive(move || Some(netuid.get())));
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(validators.where_at)}</h2>
            <SubnetChoice
                chosen=Signal::derive(move || Some(netuid.get()))
                label=say!(common.subnet)
                choose=move |netuid| store.go(Route::Validators { netuid: Some(netuid) })
            />
        </section>
        {move || view! { <ValidatorTable netuid=netuid.get() /> }}
    }
}
