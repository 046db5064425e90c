//! The account that a form is about, and choosing another one.

use leptos::prelude::*;
use taolight_locales::{say, show};
use taolight_primitives::AccountId;

use crate::store::Store;
use crate::{format, test_ids};

/// The chosen account; a list where there are several.
#[component]
pub(crate) fn Payer(
    /// What the account does: it is where something comes from, unless it is said.
    #[prop(default = say!(send.from))]
    label: &'static str,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let accounts = Memo::new(move |_| {
        let accounts = store.accounts.get().unwrap_or_default();
        let named = accounts
            .into_iter()
            .map(|account| (account.address, account.label.clone(), account.can_sign()));
        named.collect::<Vec<_>>()
    });
    // A line that came only with the balance would move what is below it away from under a finger.
    let spendable = move || match store.balance.read().as_ref() {
        Some(balance) => {
            let amount = format::amount(balance.value.transferable_in_full);
            Some(say!(send.spendable, amount = format!("{amount} {}", format::TAU)))
        }
        None if store.chosen.read().is_some() && store.balance_failure.read().is_none() => {
            Some(say!(send.reading_spendable).to_owned())
        }
        None => None,
    };
    let options = move || {
        let option = |(address, label, can_sign): (AccountId, String, bool)| {
            let text = option_text(&label, address, can_sign);
            view! {
                <option value=address.to_string() prop:selected=move || store.chosen.get() == Some(address)>
                    {text}
                </option>
            }
        };
        accounts.get().into_iter().map(option).collect_view()
    };
    let chosen = move || {
        let shown = accounts.get();
        match &shown[..] {
            [] => {
                view! {
                    <p class="hint">
                        {show!(send.no_account, link = || view! { <a href="#/">{say!(common.portfolio)}</a> })}
                    </p>
                }
                    .into_any()
            }
            [(address, name, _)] => {
                let address = *address;
                view! {
                    <p class="text-sm" data-testid=test_ids::PAYER title=address.to_string()>
                        {label} " "
                        <strong>{name.clone()}</strong>
                        " "
                        <span class="code whitespace-nowrap text-muted">{format::short_address(address)}</span>
                    </p>
                }
                    .into_any()
            }
            [..] => {
                view! {
                    <label class="field-label mt-0" for=test_ids::PAYER_CHOOSE>{label}</label>
                    <select class="select" id=test_ids::PAYER_CHOOSE data-testid=test_ids::PAYER_CHOOSE on:change:target=move |event| {
                        if let Ok(account) = AccountId::from_ss58(&event.target().value()) {
                            store.chosen.set(Some(account));
                        }
                    }>
                        {options}
                    </select>
                }
                    .into_any()
            }
        }
    };
    view! {
        <div class="pt-2">
            {chosen}
            <p class="hint mt-1">{spendable}</p>
        </div>
    }
}

/// An account in a list: its name, its address, and whether it is only watched.
pub(crate) fn option_text(name: &str, address: AccountId, can_sign: bool) -> String {
    let address = format::short_address(address);
    if can_sign {
        format!("{name} · {address}")
    } else {
        say!(common.watched_option, name = name, address = address)
    }
}
