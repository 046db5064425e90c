//! The language of the page.

use std::str::FromStr;

use leptos::prelude::*;
use taolight_locales::{LOCALES, Locale, code, name, say, tag};

use crate::store::Store;
use crate::{memory, test_ids};

/// Chooses among the languages, or leaves it to the browser.
#[component]
pub(super) fn LanguageChoice() -> impl IntoView {
    let store = expect_context::<Store>();
    let chosen = memory::locale();
    let option = move |locale: Locale| {
        view! {
            <option value=code(locale) lang=tag(locale) selected=chosen == Some(locale)>
                {name(locale)}
            </option>
        }
    };
    // What is no language is the browser's own.
    let choose = move |event| store.choose_language(Locale::from_str(&event_target_value(&event)).ok());
    view! {
        <label class="field-label mt-2">
            {say!(settings.language)}
            <select class="select mt-1 font-normal" data-testid=test_ids::LANGUAGE on:change=choose>
                <option value="" selected=chosen.is_none()>
                    {say!(settings.language_of_browser)}
                </option>
                {LOCALES.map(option).collect_view()}
            </select>
        </label>
    }
}
