//! What is wrong with a field, beside the field.

use leptos::prelude::*;

/// An error below a field; nothing while there is none. The field names it in `aria-describedby`.
#[component]
pub(crate) fn FieldError(
    /// Id for `aria-describedby`, and name for tests.
    #[prop(into)]
    id: String,
    /// What is wrong.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div aria-live="polite">
            {move || {
                let id = id.clone();
                error.get().map(|error| view! { <p class="field-error" id=id.clone() data-testid=id>{error}</p> })
            }}
        </div>
    }
}
