//! One field of an act's form, drawn as what it holds.

use leptos::prelude::*;
use taolight_locales::{Said, say};
use taolight_primitives::NetUid;

use crate::acts::{Field, Of, Problems, Typed, YES};
use crate::components::address_field::{AddressField, Known};
use crate::components::amount_field::AmountField;
use crate::components::field_error::FieldError;
use crate::components::switch::Switch;
use crate::format::TAU;
use crate::naming::subnet_name;
use crate::store::Store;
use crate::test_ids;

/// Kinds of proxies to choose from, as the chain names them. Others can be typed.
const PROXY_KINDS: [&str; 12] = [
    "Staking",
    "Transfer",
    "SmallTransfer",
    "NonTransfer",
    "NonCritical",
    "Registration",
    "ChildKeys",
    "RootClaim",
    "SwapHotkey",
    "RootWeights",
    "Owner",
    "Any",
];

/// The field. Its id is that of acts with its name behind it.
#[component]
pub(super) fn ActField(
    field: &'static Field,
    typed: RwSignal<Typed>,
    problems: Memo<Problems>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let id = test_ids::act_field(field.name);
    let value = Signal::derive(move || typed.read().get(field.name).cloned().unwrap_or_default());
    let problem = Signal::derive(move || problems.read().get(field.name).cloned());
    let put = move |text: String| {
        typed.update(|typed| drop(typed.insert(field.name, text)));
    };
    let label = if field.optional {
        say!(acts.optional, label = (field.label)())
    } else {
        (field.label)().to_owned()
    };
    let hint = field.hint.map(|hint| hint());
    let unit_of = move |other: &'static str| match typed.read().get(other).and_then(|text| text.parse().ok())
    {
        Some(number) => store.unit(NetUid(number)),
        None => "α".to_owned(),
    };
    let hotkeys = Signal::derive(move || store.known_hotkeys());
    let accounts = Signal::derive(move || store.known_accounts());
    let address = move |known: Signal<Known>| {
        view! {
            <AddressField
                id=id.clone()
                label=(field.label)()
                hint=hint.unwrap_or_default()
                value
                typed=put
                problem
                known
            />
        }
        .into_any()
    };
    match field.of {
        Of::Account => return address(accounts),
        Of::Hotkey => return address(hotkeys),
        _ => {}
    }
    let id = test_ids::act_field(field.name);
    let error_id = format!("{id}-error");
    let described = format!("{error_id} {id}-hint");
    let amount = |unit: Signal<String>| {
        view! {
            <AmountField id=id.clone() label=label.clone() unit value typed=put error_id=error_id.clone() problem at_once=true />
        }
        .into_any()
    };
    let line = |suggestions: &'static [&'static str], mode: &'static str| {
        let list = format!("{id}-list");
        let options = suggestions
            .iter()
            .map(|text| view! { <option value=*text></option> })
            .collect_view();
        view! {
            <label class="field-label" for=id.clone()>{label.clone()}</label>
            <input
                id=id.clone()
                class="input"
                type="text"
                list=list.clone()
                inputmode=mode
                autocomplete="off"
                data-testid=id.clone()
                aria-describedby=described.clone()
                aria-invalid=move || problem.read().is_some().then_some("true")
                prop:value=value
                on:input:target=move |event| put(event.target().value())
            />
            <datalist id=list>{options}</datalist>
            <FieldError id=error_id.clone() error=problem />
        }
        .into_any()
    };
    let lines = |class: &'static str| {
        view! {
            <label class="field-label" for=id.clone()>{label.clone()}</label>
            <textarea
                id=id.clone()
                class=class
                rows="3"
                autocomplete="off"
                data-testid=id.clone()
                aria-describedby=described.clone()
                aria-invalid=move || problem.read().is_some().then_some("true")
                prop:value=value
                on:input:target=move |event| put(event.target().value())
            ></textarea>
            <FieldError id=error_id.clone() error=problem />
        }
        .into_any()
    };
    let chosen_of = |options: Signal<Vec<(String, String)>>| {
        let options = move || {
            let option = |(chosen, text): (String, String)| {
                let selected = {
                    let chosen = chosen.clone();
                    move || *value.read() == chosen
                };
                view! { <option value=chosen prop:selected=selected>{text}</option> }
            };
            options.get().into_iter().map(option).collect_view()
        };
        view! {
            <label class="field-label" for=id.clone()>{label.clone()}</label>
            <select
                id=id.clone()
                class="select"
                data-testid=id.clone()
                aria-describedby=described.clone()
                aria-invalid=move || problem.read().is_some().then_some("true")
                on:change:target=move |event| put(event.target().value())
            >
                <option value="" prop:selected=move || value.read().is_empty()>
                    {if field.optional { say!(common.none) } else { say!(common.choose) }}
                </option>
                {options}
            </select>
            <FieldError id=error_id.clone() error=problem />
        }
        .into_any()
    };
    let drawn = match field.of {
        Of::Account | Of::Hotkey => ().into_any(),
        Of::Tao => amount(Signal::stored(TAU.to_owned())),
        Of::Alpha(other) => amount(Signal::derive(move || unit_of(other))),
        Of::Take => amount(Signal::stored("%".to_owned())),
        Of::Whole(_) => line(&[], "numeric"),
        Of::Line | Of::Hash | Of::Ip | Of::Subnets => line(&[], "text"),
        Of::ProxyKind => line(&PROXY_KINDS, "text"),
        Of::Text => lines("textarea"),
        Of::Accounts | Of::Children | Of::Json => lines("textarea code"),
        Of::Subnet => chosen_of(Signal::derive(move || subnets(store))),
        Of::Choice(choices) => {
            let choice = |(value, text): &(&str, Said)| ((*value).to_owned(), text().to_owned());
            chosen_of(Signal::stored(choices.iter().map(choice).collect()))
        }
        Of::Switch => view! {
            <Switch
                testid=id.clone()
                label=(field.label)()
                checked=Signal::derive(move || *value.read() == YES)
                change=move |on| put(if on { YES.to_owned() } else { String::new() })
            />
        }
        .into_any(),
    };
    let hint = hint.map(|hint| view! { <p class="hint mt-1" id=format!("{id}-hint")>{hint}</p> });
    view! {
        {drawn}
        {hint}
    }
    .into_any()
}

/// Every subnet: its number, and how it is shown.
fn subnets(store: Store) -> Vec<(String, String)> {
    let choice = |subnet: &taolight_bittensor::reads::Subnet| {
        let name = subnet_name(subnet);
        let mark = if name.mixed { "△ " } else { "" };
        (
            subnet.netuid.to_string(),
            format!("{} · {mark}{}", subnet.netuid, name.text),
        )
    };
    let all = store.subnets.with(|subnets| subnets.iter().map(choice).collect());
    all.unwrap_or_default()
}
