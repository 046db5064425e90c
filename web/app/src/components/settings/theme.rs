//! The colours of the page.

use leptos::prelude::*;
use taolight_locales::say;

use crate::{page, test_ids};

/// Changes between light and dark.
#[component]
pub(super) fn ThemeChoice() -> impl IntoView {
    let dark = RwSignal::new(page::is_dark());
    let toggle = move |_| {
        dark.update(|dark| *dark = !*dark);
        page::set_dark(dark.get_untracked());
    };
    view! {
        <label class="switch">
            <input
                type="checkbox"
                role="switch"
                data-testid=test_ids::THEME_TOGGLE
                prop:checked=dark
                on:change=toggle
            />
            {say!(settings.dark_page)}
        </label>
    }
}
