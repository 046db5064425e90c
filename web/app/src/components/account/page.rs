//! All of it, section by section. Each is read while it is shown.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::account::coldkey::Coldkey;
use crate::components::account::crowdloans::Crowdloans;
use crate::components::account::dividends::Dividends;
use crate::components::account::hotkeys::Hotkeys;
use crate::components::account::locks::Locks;
use crate::components::account::proxies::Proxies;
use crate::components::account::shared::Shared;
use crate::components::activity::Latest;
use crate::components::field_error::FieldError;
use crate::components::payer::Payer;
use crate::components::submission::Submission;
use crate::store::Store;
use crate::test_ids;

/// The page, about the chosen account.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    let store = expect_context::<Store>();
    let submission = Submission::new();
    store.use_subnet_names();
    let sections = move || {
        // Another account begins anew, so that what one has never stands under the name of another.
        submission.clear();
        store.chosen.get().map(|account| {
            view! {
                <Coldkey account submission />
                <Hotkeys account />
                <Proxies account submission />
                <Dividends account submission />
                <Locks account />
                <Crowdloans account submission />
                <Shared account />
            }
        })
    };
    view! {
        <section class="panel" aria-label=say!(account.title)>
            <Payer label=say!(common.account) />
            <FieldError id=test_ids::ACCOUNT_PAGE_ERROR error=submission.refused() />
        </section>
        {sections}
        <Latest />
    }
}
