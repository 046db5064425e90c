//! The first page: the accounts, the chosen one's balance, and what all of it is worth.

use leptos::prelude::*;
use taolight_primitives::AccountId;
use taolight_protocol::engine::WatchPortfolio;

use crate::components::accounts::panel::AccountPanel;
use crate::components::backup::reminder::BackupReminder;
use crate::components::balance::BalancePanel;
use crate::components::first_run::FirstRun;
use crate::components::portfolio::positions::Positions;
use crate::components::portfolio::worth::WorthPanel;
use crate::store::Store;

/// Accounts, balance, worth, positions.
#[component]
pub(crate) fn PortfolioPage() -> impl IntoView {
    let store = expect_context::<Store>();
    let coldkeys = Memo::new(move |_| {
        if store.all_accounts.get() {
            let accounts = store.accounts.get().unwrap_or_default();
            accounts
                .into_iter()
                .map(|account| account.address)
                .collect::<Vec<_>>()
        } else {
            store.chosen.get().into_iter().collect()
        }
    });
    let has_accounts = Memo::new(move |_| !coldkeys.read().is_empty());
    store.use_portfolio(coldkeys);
    store.use_subnet_names();
    let hotkeys = Memo::new(move |_| {
        let all = store.portfolio.with(|portfolio| {
            let holdings = portfolio.holders.iter().flat_map(|holder| &holder.holdings);
            let positions = holdings.flat_map(|holding| &holding.positions);
            let mut hotkeys: Vec<_> = positions.map(|position| position.hotkey).collect();
            hotkeys.sort();
            hotkeys.dedup();
            hotkeys
        });
        all.unwrap_or_default()
    });
    store.use_hotkey_names(hotkeys);
    view! {
        <BackupReminder />
        <FirstRun />
        <div class="columns">
            <div class="column">
                <AccountPanel />
                <BalancePanel />
            </div>
            <div class="column">
                <Show when=move || has_accounts.get()>
                    <WorthPanel />
                </Show>
            </div>
        </div>
        <Show when=move || has_accounts.get()>
            <Positions />
        </Show>
    }
}

impl Store {
    /// Follows what these accounts have, for as long as the page is shown.
    pub(crate) fn use_portfolio(self, coldkeys: Memo<Vec<AccountId>>) {
        Effect::new(move |before: Option<Vec<AccountId>>| {
            let (opened, coldkeys) = (self.opened.get(), coldkeys.get());
            // What others have is not shown for a moment either.
            if before.is_none_or(|before| before != coldkeys) {
                self.portfolio.clear();
            }
            if opened > 0 && !coldkeys.is_empty() {
                let asked = coldkeys.clone();
                self.portfolio.follow(self, move || WatchPortfolio {
                    coldkeys: asked.clone(),
                });
            }
            coldkeys
        });
        on_cleanup(move || self.portfolio.stop());
    }
}
