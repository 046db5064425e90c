//! An amount of TAO: unit first, digits in groups of three, the finest six muted.

use leptos::prelude::*;
use taolight_primitives::Rao;

use crate::format;

/// An amount with all nine decimals. `data-rao` is the exact integer.
#[component]
pub(crate) fn Amount(
    /// How much.
    #[prop(into)]
    value: Signal<Rao>,
    /// Name for tests.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    view! {
        <span class="number" data-testid=testid data-rao=move || value.get().0.to_string()>
            <span class="unit">{format::TAU}</span>
            {move || {
                let parts = format::amount_parts(value.get());
                view! {
                    <span>{parts.whole} "." {parts.coarse}</span>
                    <span class="fine text-muted">"\u{202f}" {parts.fine}</span>
                }
            }}
        </span>
    }
}
