//! One field of a question, drawn as what it holds.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::field_error::FieldError;
use crate::miners::{Desk, Field, Of};
use crate::test_ids;

/// The field.
#[component]
pub(super) fn QuestionField(desk: Desk, field: Field) -> impl IntoView {
    let id = test_ids::miners_field(&field.name);
    let error_id = format!("{id}-error");
    let hint_id = format!("{id}-hint");
    let described = format!("{error_id} {hint_id}");
    let label = if field.required {
        field.label.clone()
    } else {
        say!(miners.optional, label = field.label.clone())
    };
    let name = StoredValue::new(field.name.clone());
    let value = Signal::derive(move || {
        let typed = desk.typed.read();
        name.with_value(|name| typed.get(name).cloned())
            .unwrap_or_default()
    });
    let checked = field.clone();
    let problem = Signal::derive(move || {
        let text = value.get();
        // What is missing is not told before the first try.
        let is_told = desk.tried.get() || !text.trim().is_empty();
        let wrong = checked.json(&text).err().filter(|_| is_told);
        wrong.or_else(|| name.with_value(|name| desk.problems.read().get(name).cloned()))
    });
    let put = move |text: String| {
        desk.refused.set(None);
        name.with_value(|name| {
            desk.problems.update(|problems| drop(problems.remove(name)));
            desk.typed.update(|typed| drop(typed.insert(name.clone(), text)));
        });
    };
    let invalid = move || problem.read().is_some().then_some("true");
    let is_synapse = field.of == Of::Synapse;
    let list = format!("{id}-list");
    let suggestions = is_synapse.then(|| {
        let names = move || {
            let names = desk.discovered().into_iter();
            names
                .map(|name| view! { <option value=name></option> })
                .collect_view()
        };
        view! { <datalist id=list.clone()>{names}</datalist> }
    });
    let line = |mode: &'static str, class: &'static str| {
        view! {
            <input
                id=id.clone()
                class=class
                type="text"
                inputmode=mode
                list=is_synapse.then(|| list.clone())
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                data-testid=id.clone()
                aria-describedby=described.clone()
                aria-invalid=invalid
                prop:value=value
                // Once it is whole: what is typed here decides about the verdicts below.
                on:change:target=move |event| put(event.target().value())
            />
        }
        .into_any()
    };
    let lines = |class: &'static str| {
        view! {
            <textarea
                id=id.clone()
                class=class
                rows="3"
                autocomplete="off"
                spellcheck="false"
                data-testid=id.clone()
                aria-describedby=described.clone()
                aria-invalid=invalid
                prop:value=value
                on:input:target=move |event| put(event.target().value())
            ></textarea>
        }
        .into_any()
    };
    let drawn = match &field.of {
        Of::Line | Of::Synapse => line("text", "input code"),
        Of::Whole { .. } => line("numeric", "input"),
        Of::Number => line("decimal", "input"),
        Of::Text => lines("textarea"),
        Of::Json => lines("textarea code"),
        Of::Choice(options) => {
            let options = options.iter().cloned().map(|(json, name)| {
                let selected = {
                    let json = json.clone();
                    move || *value.read() == json
                };
                view! { <option value=json prop:selected=selected>{name}</option> }
            });
            view! {
                <select
                    id=id.clone()
                    class="select"
                    data-testid=id.clone()
                    aria-describedby=described.clone()
                    aria-invalid=invalid
                    on:change:target=move |event| put(event.target().value())
                >
                    <option value="" prop:selected=move || value.read().is_empty()>
                        {if field.required { say!(common.choose) } else { say!(miners.leave_out) }}
                    </option>
                    {options.collect_view()}
                </select>
            }
            .into_any()
        }
    };
    let hint =
        (!field.hint.is_empty()).then(|| view! { <p class="hint mt-1" id=hint_id>{field.hint.clone()}</p> });
    view! {
        <label class="field-label" for=id.clone()>{label}</label>
        {drawn}
        {suggestions}
        {hint}
        <FieldError id=error_id error=problem />
    }
}
