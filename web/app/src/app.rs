//! The root: starts what the page needs and lays the page out.

use futures::StreamExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::engine::{ReadColdkeySwap, SaveState};
use wasm_bindgen::JsCast;

use crate::clients::Processes;
use crate::components::navigation::Navigation;
use crate::components::pages::Page;
use crate::components::review::sheet::ReviewSheet;
use crate::components::sheets::Sheets;
use crate::components::status_strip::StatusStrip;
use crate::components::toast::Toast;
use crate::components::vault::password_sheet::PasswordSheet;
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
        // Another language draws everything anew.
        move || {
            store.locale.track();
            view! { <App /> }
        }
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

    store.follow_presence();
    store.follow_address();

    page::on_leave(move || {
        if let Ok(clients) = store.clients() {
            spawn_local(async move {
                // Nobody is left to be told; the state of the last time stays good.
                let _ = clients.engine.call(SaveState {}).await;
            });
        }
    });

    let asked = StoredValue::new(None);
    store.after_each_change(move || {
        let chosen = store.chosen.get();
        // What is known of the same account stays until it is read anew.
        if asked.get_value() != chosen {
            store.coldkey_swap.clear();
            asked.set_value(chosen);
        }
        if let Some(coldkey) = chosen {
            store.coldkey_swap.ask(store, ReadColdkeySwap { coldkey });
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

    // What touched the accounts can wait until the balance that everybody waits for is there.
    let is_balance_known = Memo::new(move |_| store.balance.read().is_some());
    let addresses = Memo::new(move |_| {
        let accounts = store.accounts.read();
        let addresses = accounts.iter().flatten().map(|account| account.address);
        addresses.collect::<Vec<_>>()
    });
    let followed = StoredValue::new(None);
    Effect::new(move |_| {
        let wanted = (store.opened.get(), addresses.get());
        if wanted.1.is_empty() {
            store.reset_activity();
            followed.set_value(None);
            return;
        }
        let is_due = wanted.0 > 0 && is_balance_known.get();
        // Another account that is chosen has no balance for a moment; that is no reason to begin anew.
        if is_due && followed.get_value().as_ref() != Some(&wanted) {
            store.alert_of(store.follow_activity(wanted.1.clone()));
            followed.set_value(Some(wanted));
        }
    });
}

impl Store {
    /// Follows the two processes for as long as the page lives. Neither waits for the other.
    async fn live(self, processes: Processes) {
        self.connect(processes.clients);
        self.vault_stop.set_value(Some(processes.vault_stop));
        self.alert_of(self.follow_vault());
        let mut restarts = processes.engine_restarts;
        let engine = async {
            self.alert_of(self.follow_tabs());
            self.alert_of(self.open_at_start().await);
            while restarts.next().await.is_some() {
                self.alert_of(self.open_again().await);
            }
        };
        let mut restarts = processes.vault_restarts;
        let vault = async {
            self.tell_accounts().await;
            while restarts.next().await.is_some() {
                self.vault_restarted();
                self.tell_accounts().await;
            }
        };
        futures::join!(engine, vault);
    }

    /// Shows the accounts, and takes the word back that the vault is gone once it answers.
    async fn tell_accounts(self) {
        let outcome = self.read_accounts().await;
        let is_lost = |failure: &Failure| failure.code == ErrorCode::Disconnected;
        if outcome.is_ok() && self.alert.read_untracked().as_ref().is_some_and(is_lost) {
            self.alert.set(None);
        }
        self.alert_of(outcome);
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
        <div class="mx-auto max-w-frame md:grid md:grid-cols-[176px_minmax(0,1fr)] md:items-start">
            <Navigation />
            <Page />
        </div>
        <footer class="mx-auto max-w-frame px-4 pt-2 pb-8 text-xs text-muted">
            <p>{say!(shell.foot)}</p>
        </footer>
        <Toast />
        <ReviewSheet />
        <Sheets />
        <PasswordSheet />
    }
}
