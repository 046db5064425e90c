//! The colours of the page.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::switch::Switch;
use crate::{page, test_ids};

/// Changes between light and dark.
#[component]
pub(super) fn ThemeChoice() -> impl IntoView {
    let dark = RwSignal::new(page::is_dark());
    let change = move |wanted| {
        dark.set(wanted);
        page::set_dark(wanted);
    };
    view! {
        <Switch testid=test_ids::THEME_TOGGLE label=say!(settings.dark_page) checked=dark change />
    }
}
