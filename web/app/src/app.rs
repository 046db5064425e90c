//! The root: starts what the page needs and lays the page out.

use futures::StreamExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::Failure;
use taolight_protocol::engine::SaveState;
use wasm_bindgen::JsCast;

use crate::clients::Processes;
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
pub fn mount(processes: Result<Processes, Failure>) {
    let Some(root) = document().get_element_by_id(ROOT) else {
        leptos::logging::error!("index.html has no element #{ROOT}");
        return;
    };
    root.set_text_content(None);
    leptos::mount::mount_to(root.unchecked_into(), move || {
        let store = Store::new();
        provide_context(store);
        start(store, processes);
        view! { <App /> }
    })
    .forget();
}

fn start(store: Store, processes: Result<Processes, Failure>) {
    spawn_local(async move {
        match processes {
            Ok(processes) => store.live(processes).await,
            Err(failure) => store.alert.set(Some(failure)),
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
    /// Follows the two processes for as long as the page lives. Neither waits for the other.
    async fn live(self, processes: Processes) {
        self.connect(processes.clients);
        let mut restarts = processes.engine_restarts;
        let engine = async {
            self.alert_of(self.open_at_start().await);
            while restarts.next().await.is_some() {
                self.alert_of(self.open_again().await);
            }
        };
        let mut restarts = processes.vault_restarts;
        let vault = async {
            self.alert_of(self.read_accounts().await);
            while restarts.next().await.is_some() {
                self.alert_of(self.read_accounts().await);
            }
        };
        futures::join!(engine, vault);
    }

    fn alert_of(self, outcome: Result<(), Failure>) {
        if let Err(failure) = outcome {
            self.alert.set(Some(failure));
        }
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
