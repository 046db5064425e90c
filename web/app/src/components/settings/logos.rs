//! Whether logos of subnets are shown.

use leptos::prelude::*;
use taolight_locales::say;

use crate::store::Store;
use crate::test_ids;

const ABOUT: &str = "logos-about";

/// Shows them or not, and says what that tells to whom.
#[component]
pub(super) fn LogosChoice() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <label class="switch">
            <input
                type="checkbox"
                role="switch"
                aria-describedby=ABOUT
                data-testid=test_ids::LOGOS_TOGGLE
                prop:checked=store.logos
                on:change:target=move |event| store.show_logos(event.target().checked())
            />
            {say!(settings.logos)}
        </label>
        <p class="hint" id=ABOUT>
            {say!(settings.logos_about)}
        </p>
    }
}
