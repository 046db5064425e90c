//! The root: starts what the page needs and lays the page out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::Failure;
use taolight_protocol::engine::SaveState;
use wasm_bindgen::JsCast;

use crate::clients::Clients;
use crate::components::account::AccountPanel;
use crate::components::activity::Activity;
use crate::components::balance::BalancePanel;
use crate::components::first_run::FirstRun;
use crate::components::messages::Messages;
use crate::components::review_sheet::ReviewSheet;
use crate::components::send_form::SendForm;
use crate::components::status_strip::StatusStrip;
use crate::page;
use crate::store::Store;

/// The element of `index.html` that holds the page.
const ROOT: &str = "app";

/// Shows the page in place of its static shell, over the two processes or the reason why there are none.
pub fn mount(clients: Result<Clients, Failure>) {
    let Some(root) = document().get_element_by_id(ROOT) else {
        leptos::logging::error!("index.html has no element #{ROOT}");
        return;
    };
    root.set_text_content(None);
    leptos::mount::mount_to(root.unchecked_into(), move || {
        let store = Store::new();
        provide_context(store);
        start(store, clients);
        view! { <App /> }
    })
    .forget();
}

fn start(store: Store, clients: Result<Clients, Failure>) {
    spawn_local(async move {
        let started = match clients {
            Ok(clients) => {
                store.connect(clients);
                store.begin().await
            }
            Err(failure) => Err(failure),
        };
        if let Err(failure) = started {
            store.alert.set(Some(failure));
        }
    });

    gloo_timers::callback::Interval::new(1_000, move || store.now_ms.set(page::now_ms())).forget();

    page::on_leave(move || {
        if let Ok(clients) = store.clients() {
            spawn_local(async move {
                // Nobody is left to be told; the state of the last time stays good.
                let _ = clients.engine.call(SaveState {}).await;
            });
        }
    });

    Effect::new(move |_| {
        let network_is_open = store.opened.get() > 0;
        match store.chosen.get() {
            Some(account) if network_is_open => {
                if let Err(failure) = store.follow_balance(account) {
                    store.balance_failure.set(Some(failure));
                }
            }
            _ => store.reset_balance(),
        }
    });
}

impl Store {
    async fn begin(self) -> Result<(), Failure> {
        // Two processes: neither waits for the other.
        let (accounts, network) = futures::join!(self.read_accounts(), self.open_at_start());
        accounts.and(network)
    }
}

#[component]
fn App() -> impl IntoView {
    view! {
        <StatusStrip />
        <main class="page">
            <Messages />
            <FirstRun />
            <div class="columns">
                <div class="column">
                    <AccountPanel />
                    <BalancePanel />
                </div>
                <div class="column">
                    <SendForm />
                </div>
            </div>
            <Activity />
        </main>
        <footer class="foot">
            <p>"Taolight verifies the chain in this page. No server is asked what you own."</p>
        </footer>
        <ReviewSheet />
    }
}
