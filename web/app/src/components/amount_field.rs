//! A field that takes an amount, with its unit, what is wrong with it, and a button for the largest.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::field_error::FieldError;

/// The field. It is not called wrong before its first chance to be right.
#[component]
pub(crate) fn AmountField(
    /// Id, and name for tests.
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// Its unit.
    #[prop(into)]
    unit: Signal<String>,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    typed: Callback<String>,
    /// Id of the error, and its name for tests.
    #[prop(into)]
    error_id: String,
    /// What is wrong with what stands in it.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// Whether that is told before the field was left, and while it is empty.
    #[prop(optional)]
    at_once: bool,
    /// Fills in the largest amount, and the name of its button for tests.
    #[prop(optional)]
    max: Option<(&'static str, Callback<()>)>,
) -> impl IntoView {
    let left = RwSignal::new(false);
    let error = Signal::derive(move || {
        let counts = at_once || (left.get() && !value.read().is_empty());
        counts.then(|| problem.get()).flatten()
    });
    let button = max.map(|(testid, fill)| {
        view! {
            <button
                type="button"
                class="btn btn-ghost btn-sm -mr-1.5"
                data-testid=testid
                aria-label=say!(send.max_about)
                on:click=move |_| fill.run(())
            >
                {say!(send.max)}
            </button>
        }
    });
    view! {
        <label class="field-label" for=id.clone()>{label}</label>
        <div class="input">
            <input
                id=id.clone()
                type="text"
                inputmode="decimal"
                autocomplete="off"
                placeholder="0.0"
                data-testid=id
                aria-describedby=error_id.clone()
                aria-invalid=move || error.read().is_some().then_some("true")
                prop:value=value
                on:input:target=move |event| typed.run(event.target().value())
                on:blur=move |_| left.set(true)
            />
            <bdi class="text-muted">{unit}</bdi>
            {button}
        </div>
        <FieldError id=error_id error />
    }
}
