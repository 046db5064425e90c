//! What is on or off.

use leptos::prelude::*;

/// A switch with its name.
#[component]
pub(crate) fn Switch(
    /// Name for tests.
    #[prop(into)]
    testid: String,
    /// What it is called.
    label: &'static str,
    /// How it stands among others.
    #[prop(default = "mt-4")]
    class: &'static str,
    /// Id of what describes it.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// Whether it is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Turns it on or off.
    #[prop(into)]
    change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class=format!("switch {class}")>
            <input
                class="toggle toggle-primary toggle-sm"
                type="checkbox"
                role="switch"
                data-testid=testid
                aria-describedby=described_by
                prop:checked=checked
                on:change:target=move |event| change.run(event.target().checked())
            />
            {label}
        </label>
    }
}
