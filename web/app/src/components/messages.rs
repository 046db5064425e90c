//! What concerns the whole page: what went wrong, and what is good to know.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::engine::{Holder, NetworkState, Phase};
use taolight_protocol::vault::LockState;

use crate::components::accounts::damaged::Damaged;
use crate::components::accounts::gone::Gone;
use crate::components::vault::damaged::DamagedVault;
use crate::store::Store;
use crate::{test_ids, words};

/// Alerts first, then notices.
#[component]
pub(crate) fn Messages() -> impl IntoView {
    let store = expect_context::<Store>();
    let stall = Memo::new(move |_| match store.lifecycle.read().phase {
        Phase::Stalled { reason } => Some(words::stall_advice(reason)),
        _ => None,
    });
    let swap = Memo::new(move |_| {
        let name = store
            .chosen
            .get()
            .and_then(|account| store.label_of(account))
            .unwrap_or_default();
        store
            .coldkey_swap
            .with(|swap| words::swap_alert(swap, &name))
            .flatten()
    });
    let forgets = Memo::new(move |_| {
        let has_accounts = store.accounts.read().as_ref().is_some_and(|all| !all.is_empty());
        has_accounts && store.vault.read().is_some_and(|status| !status.persistent)
    });
    let is_damaged = Memo::new(move |_| store.lock_state() == Some(LockState::Damaged));
    let elsewhere = Memo::new(move |_| match *store.network_state.read() {
        NetworkState::Elsewhere { holder } => Some(holder),
        NetworkState::Closed | NetworkState::Open(_) => None,
    });
    view! {
        <div class="grid gap-2 not-has-[.alert]:absolute">
            <div class="grid gap-2 not-has-[.alert]:absolute" role="alert">
                {move || elsewhere.get().map(|holder| view! { <Elsewhere holder /> })}
                {move || {
                    store
                        .alert
                        .get()
                        .map(|failure| {
                            view! {
                                <p class="alert alert-error" data-testid=test_ids::ALERT>
                                    {words::failure(&failure)}
                                </p>
                            }
                        })
                }}
                {move || swap.get().map(|text| view! { <p class="alert alert-error" data-testid=test_ids::SWAP_ALERT>{text}</p> })}
                {move || stall.get().map(|advice| view! { <p class="alert alert-warning" data-testid=test_ids::ALERT>{advice}</p> })}
            </div>
            <div class="grid gap-2 not-has-[.alert]:absolute" role="status">
                {move || {
                    store
                        .followed
                        .get()
                        .map(|name| {
                            view! {
                                <div class="alert" data-testid=test_ids::FOLLOWED>
                                    <p>{words::followed(&name)}</p>
                                    <button type="button" class="btn btn-ghost btn-sm -my-1 -mr-2" on:click=move |_| store.followed.set(None)>
                                        {say!(common.dismiss)}
                                    </button>
                                </div>
                            }
                        })
                }}
                {move || {
                    forgets
                        .get()
                        .then(|| {
                            view! {
                                <p class="alert alert-warning" data-testid=test_ids::VAULT_FORGETFUL>
                                    {say!(common.forgetful)}
                                </p>
                            }
                        })
                }}
                {move || is_damaged.get().then(|| view! { <DamagedVault /> })}
                {move || {
                    let gone = store.gone.get();
                    (!gone.is_empty()).then(|| view! { <Gone accounts=gone /> })
                }}
                {move || store.damaged.get().into_iter().map(|account| view! { <Damaged account /> }).collect_view()}
                {move || {
                    store
                        .notices
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(position, notice)| {
                            let dismiss = move |_| {
                                store.notices.update(|notices| drop(notices.remove(position)));
                            };
                            view! {
                                <div class="alert" data-testid=test_ids::NOTICE>
                                    <p>{words::notice(&notice)}</p>
                                    <button type="button" class="btn btn-ghost btn-sm -my-1 -mr-2" on:click=dismiss>
                                        {say!(common.dismiss)}
                                    </button>
                                </div>
                            }
                        })
                        .collect_view()
                }}
            </div>
        </div>
    }
}

/// Says that the light client runs elsewhere, and brings it here.
#[component]
fn Elsewhere(holder: Holder) -> impl IntoView {
    let store = expect_context::<Store>();
    let busy = RwSignal::new(false);
    let take = move |_| {
        busy.set(true);
        store.take_over();
    };
    view! {
        <div class="alert alert-warning" data-testid=test_ids::ELSEWHERE data-holder=words::holder_name(holder)>
            <p>{words::elsewhere(holder)}</p>
            <button type="button" class="btn" data-testid=test_ids::USE_HERE disabled=busy on:click=take>
                {move || if busy.get() { say!(common.taking_over) } else { say!(common.use_here) }}
            </button>
        </div>
    }
}
