//! What the page says, in every language it speaks: the files below `locales/`, checked when this is built.
//!
//! `say!(accounts.create)` is a sentence in the language of the page, `say!(send.too_much, most = …)` one with something
//! in it, and `show!(account.lock_on, subnet = move || view! { … })` one in which something is drawn. A key that does not
//! exist, a value that is missing, and a language that lacks a sentence do not build.
//!
//! The language is one for the whole page. Who changes it draws the page anew, so that no sentence has to follow it.

use std::cell::Cell;

#[doc(hidden)]
pub use leptos_i18n;

// What is generated is held to the standards of its generator.
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::restriction,
    missing_docs,
    unreachable_pub,
    unused,
    reason = "the module is generated"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use generated::i18n::Locale;
use leptos_i18n::Locale as _;

thread_local! {
    static LOCALE: Cell<Locale> = const { Cell::new(Locale::en) };
}

/// The languages, in the order in which they are offered.
pub const LOCALES: [Locale; 3] = [Locale::en, Locale::de, Locale::zh];

/// The language of the page.
#[must_use]
pub fn locale() -> Locale {
    LOCALE.get()
}

/// Changes the language of what is said from now on.
pub fn set_locale(locale: Locale) {
    LOCALE.set(locale);
}

/// The code of a language, from which `Locale` is parsed back.
#[must_use]
pub fn code(locale: Locale) -> &'static str {
    locale.as_str()
}

/// The BCP 47 tag of a language: for `lang` in HTML, and for `Intl`.
#[must_use]
pub fn tag(locale: Locale) -> &'static str {
    match locale {
        Locale::en => "en",
        Locale::de => "de",
        Locale::zh => "zh-Hans",
    }
}

/// The name of a language in itself.
#[must_use]
pub fn name(locale: Locale) -> &'static str {
    match locale {
        Locale::en => "English",
        Locale::de => "Deutsch",
        Locale::zh => "简体中文",
    }
}

/// The language of the first of these BCP 47 tags that is spoken here, best first; English if none is.
#[must_use]
pub fn best<'a>(tags: impl IntoIterator<Item = &'a str>) -> Locale {
    let spoken = |tag: &str| {
        let language = tag.split('-').next()?.to_ascii_lowercase();
        LOCALES.into_iter().find(|locale| code(*locale) == language)
    };
    tags.into_iter().find_map(spoken).unwrap_or(Locale::en)
}

/// A sentence that is said when it is drawn, for tables of them.
pub type Said = fn() -> &'static str;

/// A sentence in the language of the page: `&'static str`, or a `String` where something is put into it.
#[macro_export]
macro_rules! say {
    ($($what:tt)*) => {
        $crate::leptos_i18n::td_string!($crate::locale(), $($what)*)
    };
}

/// A sentence in the language of the page in which something is drawn, each a closure that draws it.
#[macro_export]
macro_rules! show {
    ($($what:tt)*) => {
        $crate::leptos_i18n::td!($crate::locale(), $($what)*)
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_that_is_spoken_is_taken() {
        assert_eq!(best(["fr-CH", "de-CH", "en"]), Locale::de);
        assert_eq!(best(["zh-TW"]), Locale::zh);
        assert_eq!(best(["EN-gb"]), Locale::en);
        assert_eq!(best(["fr"]), Locale::en);
        assert_eq!(best([]), Locale::en);
    }
}
