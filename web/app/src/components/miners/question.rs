//! Who asks what: the hotkey, the question and its form, and what is known beforehand.

use leptos::prelude::*;
use taolight_locales::{say, show};
use taolight_primitives::AccountId;

use crate::components::miners::field::QuestionField;
use crate::components::payer::option_text;
use crate::miners::{Desk, What, form};
use crate::store::Store;
use crate::{format, test_ids, words};

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
            <section class="panel" aria-labelledby=TITLE>
                <h2 id=TITLE>{say!(miners.title)}</h2>
                <Asker desk />
                <label class="field-label" for=test_ids::MINERS_QUESTION>{say!(miners.question)}</label>
                <select
                    id=test_ids::MINERS_QUESTION
                    class="select"
                    data-testid=test_ids::MINERS_QUESTION
                    on:change:target=move |event| {
                        if let Some(what) = What::parse(&event.target().value()) {
                            desk.ask_about(what);
                        }
                    }
                >
                    {choices}
                </select>
                <p class="hint mt-1">{move || what.read().about(&desk.presets.read())}</p>
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
            let text = option_text(&hotkey.label, address, hotkey.can_sign());
            let selected = move || {
                account
                    .read()
                    .as_ref()
                    .is_some_and(|account| account.address == address)
            };
            view! {
                <option value=address.to_string() prop:selected=selected>
                    {text}
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
            None => say!(miners.not_registered).to_owned(),
            Some(standing) => {
                let (uid, weight) = (standing.uid, format::alpha(standing.stake_weight));
                if standing.permit {
                    say!(miners.standing_permit, uid = uid, weight = weight)
                } else {
                    say!(miners.standing_no_permit, uid = uid, weight = weight)
                }
            }
        })
    };
    let choose = move || {
        match hotkeys.read().is_empty() {
        true => view! {
            <p class="alert alert-warning mt-4" data-testid=test_ids::MINERS_NO_HOTKEY>
                <span>
                    {show!(miners.no_hotkey_yet, link = || view! { <a href="#/">{say!(common.portfolio)}</a> })}
                </span>
            </p>
        }
        .into_any(),
        false => view! {
            <label class="field-label" for=test_ids::MINERS_ASKER>{say!(miners.asker)}</label>
            <select
                id=test_ids::MINERS_ASKER
                class="select"
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
            class="hint mt-1"
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
            return view! { <p class="hint">{say!(miners.gate_unknown)}</p> }.into_any();
        }
        let seen = presets
            .seen
            .as_ref()
            .map(|seen| say!(miners.gate_seen, date = seen.as_str()));
        let lines = presets
            .gate
            .iter()
            .map(|line| view! { <li>{words::miners::engine_says(line)}</li> })
            .collect_view();
        view! {
            <p class="hint">{say!(miners.gate_says)}</p>
            <ul class="pb-3 text-sm">{lines}</ul>
            <p class="hint">{seen}</p>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby=KNOWN_TITLE>
            <h2 id=KNOWN_TITLE>{say!(miners.before)}</h2>
            <div data-testid=test_ids::MINERS_GATE>{gate}</div>
            <ul class="mt-3 list-disc pl-5 text-sm text-muted">
                {move || {
                    promises.get().into_iter().map(|line| view! { <li data-testid=test_ids::MINERS_PROMISE>{words::miners::engine_says(&line)}</li> }).collect_view()
                }}
            </ul>
        </section>
    }
}
