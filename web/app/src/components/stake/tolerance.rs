//! How much worse a price may become before a trade is not done. It is remembered.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::field_error::FieldError;
use crate::store::Store;
use crate::trading::{tolerance_text, typed_tolerance};
use crate::{memory, test_ids};

/// The field, in percent.
#[component]
pub(super) fn ToleranceField() -> impl IntoView {
    let store = expect_context::<Store>();
    let typed = RwSignal::new(tolerance_text(store.tolerance.get_untracked()));
    let error = Signal::derive(move || typed_tolerance(&typed.read()).err());
    let type_in = move |text: String| {
        if let Ok(tolerance) = typed_tolerance(&text) {
            memory::set_tolerance(tolerance);
            store.tolerance.set(tolerance);
        }
        typed.set(text);
    };
    view! {
        <label class="field-label" for=test_ids::STAKE_TOLERANCE>{say!(stake.tolerance)}</label>
        <div class="input max-w-30">
            <input
                id=test_ids::STAKE_TOLERANCE
                type="text"
                inputmode="decimal"
                autocomplete="off"
                data-testid=test_ids::STAKE_TOLERANCE
                aria-describedby="tolerance-hint"
                aria-invalid=move || error.read().is_some().then_some("true")
                prop:value=typed
                on:input:target=move |event| type_in(event.target().value())
            />
            <span class="text-muted" aria-hidden="true">
                "%"
            </span>
        </div>
        <FieldError id=test_ids::STAKE_TOLERANCE_ERROR error />
        <p class="hint mt-1" id="tolerance-hint">
            {say!(stake.tolerance_about)}
        </p>
    }
}
