//! A field for an address: two lines, so that all of it is seen, and below it whose it is as far as that is known.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;

use crate::components::field_error::FieldError;
use crate::components::scan::Scanner;
use crate::receiver::Whose;
use crate::store::Store;
use crate::{format, test_ids};

/// Addresses to choose from, each with what it is called.
pub(crate) type Known = Vec<(AccountId, String)>;

/// The field.
#[component]
pub(crate) fn AddressField(
    /// Id, and name for tests.
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What to know; empty for nothing.
    #[prop(optional)]
    hint: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    typed: Callback<String>,
    /// What is wrong with it.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// What can be chosen instead of typed.
    #[prop(into)]
    known: Signal<Known>,
    /// The field, to move the focus to.
    #[prop(optional)]
    node: NodeRef<html::Textarea>,
    /// Hears that the focus left it.
    #[prop(optional)]
    left: Option<Callback<()>>,
    /// Whether something is sent to it.
    #[prop(optional)]
    is_receiver: bool,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let error_id = format!("{id}-error");
    let hint_id = format!("{id}-hint");
    let described = format!("{error_id} {hint_id}");
    let scanning = RwSignal::new(false);
    let scan_id = format!("{id}-scan");
    let whose = Memo::new(move |_| {
        let address = AccountId::from_ss58(&value.read()).ok()?;
        Some(store.whose(address))
    });
    let options = move || {
        let option = |(address, name): (AccountId, String)| {
            let text = format!("{name} · {}", format::short_address(address));
            view! { <option value=address.to_string()>{text}</option> }
        };
        known.get().into_iter().map(option).collect_view()
    };
    view! {
        <div class="label-row">
            <label for=id.clone()>{label.clone()}</label>
            <select
                class="select select-sm known ml-auto w-auto max-w-[60%] min-w-0 text-xs font-normal"
                aria-label=say!(send.known_about, label = label.clone())
                hidden=move || known.read().is_empty()
                on:change:target=move |event| {
                    let select = event.target();
                    typed.run(select.value());
                    select.set_value("");
                }
            >
                <option value="" selected=true>
                    {say!(send.known)}
                </option>
                {options}
            </select>
            <button
                type="button"
                class="btn btn-ghost btn-sm -mr-2"
                aria-label=say!(send.scan_about, label = label)
                aria-expanded=move || scanning.get().to_string()
                data-testid=scan_id
                on:click=move |_| scanning.update(|scanning| *scanning = !*scanning)
            >
                {say!(send.scan)}
            </button>
        </div>
        {move || {
            let found = move |address: String| {
                scanning.set(false);
                typed.run(address);
            };
            scanning.get().then(|| view! { <Scanner found close=move |()| scanning.set(false) /> })
        }}
        <textarea
            id=id.clone()
            class="textarea code resize-none"
            rows="2"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            placeholder="5…"
            data-testid=id
            aria-describedby=described
            aria-invalid=move || problem.read().is_some().then_some("true")
            node_ref=node
            prop:value=value
            on:input:target=move |event| {
                // An address has no line breaks, whatever it was copied from.
                typed.run(event.target().value().split_whitespace().collect());
            }
            on:keydown:target=move |event| {
                if event.key() == "Enter" {
                    event.prevent_default();
                    if let Some(form) = event.target().form() {
                        // As in any one-line field.
                        let _ = form.request_submit();
                    }
                }
            }
            on:blur=move |_| {
                if let Some(left) = left {
                    left.run(());
                }
            }
        ></textarea>
        {(!hint.is_empty()).then(|| view! { <p class="hint mt-1" id=hint_id>{hint}</p> })}
        <FieldError id=error_id error=problem />
        {move || {
            let whose = whose.get()?;
            let care = matches!(whose, Whose::LooksLike(..));
            let sentence = whose.sentence(is_receiver)?;
            Some(view! { <p class="hint mt-1" class:text-care=care data-testid=test_ids::WHOSE data-whose=whose.name()>{sentence}</p> })
        }}
    }
}
