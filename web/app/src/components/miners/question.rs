//! Who asks what: the hotkey, the question and its form, and what is known beforehand.

use leptos::prelude::*;
use taolight_primitives::AccountId;

use crate::components::miners::field::QuestionField;
use crate::format;
use crate::miners::{Desk, What, form};
use crate::store::Store;
use crate::transfer::sentence;
use crate::{test_ids, words};

const TITLE: &str = "miners-question-title";
const KNOWN_TITLE: &str = "miners-known-title";

/// The form, and beside it what is known.
#[component]
pub(super) fn QuestionForm(desk: Desk) -> impl IntoView {
    let what = Memo::new(move |_| desk.what.get());
    let choices = move || {
        let choice = |(choice, name): (What, String)| {
            let key = choice.key();
            view! { <option value=key prop:selected=move || *what.read() == choice>{name}</option> }
        };
        let all = desk.presets.with(What::all);
        all.into_iter().map(choice).collect_view()
    };
    let fields = move || {
        let form = form(&what.read(), &desk.presets.read());
        form.into_iter()
            .map(|field| view! { <QuestionField desk field /> })
            .collect_view()
    };
    view! {
        <div class="columns">
            <section class="panel fields" aria-labelledby=TITLE>
                <h2 id=TITLE>"Ask the miners"</h2>
                <Asker desk />
                <label for=test_ids::MINERS_QUESTION>"Question"</label>
                <select
                    id=test_ids::MINERS_QUESTION
                    data-testid=test_ids::MINERS_QUESTION
                    on:change:target=move |event| {
                        if let Some(what) = What::parse(&event.target().value()) {
                            desk.ask_about(what);
                        }
                    }
                >
                    {choices}
                </select>
                <p class="hint">{move || what.read().about(&desk.presets.read())}</p>
                {fields}
            </section>
            <Known desk />
        </div>
    }
}

#[component]
fn Asker(desk: Desk) -> impl IntoView {
    let store = expect_context::<Store>();
    let hotkeys = Memo::new(move |_| store.hotkeys());
    let account = Memo::new(move |_| desk.account());
    let options = move || {
        let option = |hotkey: taolight_protocol::vault::Account| {
            let address = hotkey.address;
            let watched = if hotkey.can_sign() { "" } else { " (watched)" };
            let selected = move || {
                account
                    .read()
                    .as_ref()
                    .is_some_and(|account| account.address == address)
            };
            view! {
                <option value=address.to_string() prop:selected=selected>
                    {format!("{} · {}{watched}", hotkey.label, format::short_address(address))}
                </option>
            }
        };
        hotkeys.get().into_iter().map(option).collect_view()
    };
    let is_known = Memo::new(move |_| desk.table.is_known());
    let standing = Memo::new(move |_| {
        desk.table
            .with(|table| table.as_ref().and_then(|table| table.standing.clone()))
            .flatten()
    });
    let said = move || {
        if account.read().is_none() || !is_known.get() {
            return None;
        }
        Some(match standing.get() {
            None => "It is not registered on this subnet. Most miners refuse it then; a ping still works."
                .to_owned(),
            Some(standing) => format!(
                "It is No. {} here, with {} validator permit and a stake weight of {}.",
                standing.uid,
                if standing.permit { "a" } else { "no" },
                format::alpha(standing.stake_weight),
            ),
        })
    };
    let choose = move || {
        match hotkeys.read().is_empty() {
        true => view! {
            <p class="message care" data-testid=test_ids::MINERS_NO_HOTKEY>
                <span>
                    {words::miners::NO_HOTKEY}
                    " Import one under "
                    <a href="#/">"Portfolio"</a>
                    " and choose the role Hotkey, or give an account that role in its details. Link it to its coldkey there."
                </span>
            </p>
        }
        .into_any(),
        false => view! {
            <label for=test_ids::MINERS_ASKER>"Hotkey that asks and signs"</label>
            <select
                id=test_ids::MINERS_ASKER
                data-testid=test_ids::MINERS_ASKER
                on:change:target=move |event| {
                    if let Ok(hotkey) = AccountId::from_ss58(&event.target().value()) {
                        desk.hotkey.set(Some(hotkey));
                    }
                }
            >
                {options}
            </select>
        }
        .into_any(),
    }
    };
    view! {
        {choose}
        <p
            class="hint"
            data-testid=test_ids::MINERS_STANDING
            data-uid=move || standing.read().as_ref().map(|standing| standing.uid.to_string())
        >
            {said}
        </p>
    }
}

/// What is known of these miners, and what nobody can promise.
#[component]
fn Known(desk: Desk) -> impl IntoView {
    let promises = Memo::new(move |_| {
        let promises = desk
            .table
            .with(|table| table.as_ref().map(|table| table.no_promises.clone()));
        promises.flatten().unwrap_or_default()
    });
    let gate = move || {
        let presets = desk.presets.read();
        if presets.gate.is_empty() {
            return view! { <p class="hint">"Nothing is known here about whom this subnet's miners answer."</p> }.into_any();
        }
        let seen = presets
            .seen
            .as_ref()
            .map(|seen| format!(" Its software was looked at on {seen}; every miner can change it."));
        let lines = presets
            .gate
            .iter()
            .map(|line| view! { <li>{sentence(line)}</li> })
            .collect_view();
        view! {
            <p class="hint">"Whom these miners answer, as their published software says:"</p>
            <ul class="effects">{lines}</ul>
            <p class="hint">{seen}</p>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby=KNOWN_TITLE>
            <h2 id=KNOWN_TITLE>"Before you ask"</h2>
            <div data-testid=test_ids::MINERS_GATE>{gate}</div>
            <ul class="promises">
                {move || {
                    promises.get().into_iter().map(|line| view! { <li data-testid=test_ids::MINERS_PROMISE>{line}</li> }).collect_view()
                }}
            </ul>
        </section>
    }
}
