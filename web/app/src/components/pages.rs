//! Which page is drawn.

use leptos::prelude::*;

use crate::components::account::page::AccountPage;
use crate::components::activity::ActivityPage;
use crate::components::acts::form::ActPage;
use crate::components::acts::list::ActsPage;
use crate::components::messages::Messages;
use crate::components::more::MorePage;
use crate::components::portfolio::page::PortfolioPage;
use crate::components::receive::ReceivePage;
use crate::components::send_form::SendPage;
use crate::components::stake::leaving::LeavingPage;
use crate::components::stake::moving::MovePage;
use crate::components::stake::page::StakePage;
use crate::components::stake::unstake::UnstakePage;
use crate::components::subnets::detail::SubnetPage;
use crate::components::subnets::list::SubnetsPage;
use crate::components::validators::page::ValidatorsPage;
use crate::route::{Route, TITLE};
use crate::store::Store;
use crate::test_ids;

/// The page that the address names. What a page alone needs is read only while it is shown.
#[component]
pub(crate) fn Page() -> impl IntoView {
    let store = expect_context::<Store>();
    // A choice within a page does not draw it anew.
    let name = Memo::new(move |_| store.route.get().name());
    let shown = move || {
        name.track();
        match store.route.get_untracked() {
            Route::Portfolio => view! { <PortfolioPage /> }.into_any(),
            Route::Send => view! { <SendPage /> }.into_any(),
            Route::Stake { .. } => view! { <StakePage /> }.into_any(),
            Route::Unstake { .. } => view! { <UnstakePage /> }.into_any(),
            Route::Leaving => view! { <LeavingPage /> }.into_any(),
            Route::Move { .. } => view! { <MovePage /> }.into_any(),
            Route::Subnets => view! { <SubnetsPage /> }.into_any(),
            Route::Subnet { .. } => view! { <SubnetPage /> }.into_any(),
            Route::Validators { .. } => view! { <ValidatorsPage /> }.into_any(),
            Route::Activity => view! { <ActivityPage /> }.into_any(),
            Route::Receive => view! { <ReceivePage /> }.into_any(),
            Route::Account => view! { <AccountPage /> }.into_any(),
            Route::Acts => view! { <ActsPage /> }.into_any(),
            Route::Act { .. } => view! { <ActPage /> }.into_any(),
            Route::More => view! { <MorePage /> }.into_any(),
        }
    };
    view! {
        <main class="grid grid-cols-1 content-start gap-4 p-4 md:pt-6" data-testid=test_ids::PAGE data-page=name>
            <h2 id=TITLE class="sr-only" tabindex="-1">
                {move || store.route.get().title()}
            </h2>
            <Messages />
            {shown}
        </main>
    }
}
