//! The language of the page: the one that was chosen, else the first that the browser asks for and that is spoken here.

use leptos::prelude::*;
use taolight_locales::{Locale, best, set_locale, tag};

use crate::store::Store;
use crate::{memory, page};

/// Speaks the language of this browser or of its owner, and tells which one that is.
pub(crate) fn begin() -> Locale {
    let locale = memory::locale().unwrap_or_else(of_browser);
    speak(locale);
    locale
}

impl Store {
    /// Draws the page in another language; without one, in that of the browser.
    pub(crate) fn choose_language(self, chosen: Option<Locale>) {
        memory::set_locale(chosen);
        let locale = chosen.unwrap_or_else(of_browser);
        speak(locale);
        self.locale.set(locale);
    }
}

fn of_browser() -> Locale {
    let languages = page::languages();
    best(languages.iter().map(String::as_str))
}

fn speak(locale: Locale) {
    set_locale(locale);
    page::set_language(tag(locale));
}
