//! What the browser knows of the language of the page: `Intl` of ECMA-402.
//!
//! Nothing where English is spoken, which is written here so that tests and the page have the same, nor outside of a
//! browser.

use std::cell::RefCell;

use js_sys::Intl::RelativeTimeFormat;
use js_sys::{Array, BigInt, Object, Reflect};
use taolight_locales::{Locale, locale, tag};
use wasm_bindgen::JsValue;

thread_local! {
    // Ages change every second, and a formatter takes long to make.
    static AGES: RefCell<Option<(Locale, RelativeTimeFormat)>> = const { RefCell::new(None) };
}

/// A whole number with separators.
pub(super) fn number(value: u64) -> Option<String> {
    let tag = JsValue::from_str(foreign().map(tag)?);
    let text = BigInt::from(value).to_locale_string(&tag, &JsValue::UNDEFINED);
    Some(text.into())
}

/// How long ago something was, in one of the units of `Intl.RelativeTimeFormat`.
pub(super) fn ago(count: u64, unit: &str) -> Option<String> {
    let locale = foreign()?;
    let count = i32::try_from(count).ok()?.checked_neg()?;
    AGES.with_borrow_mut(|ages| {
        let formatter = match ages.take() {
            Some((of, formatter)) if of == locale => formatter,
            _ => formatter(locale)?,
        };
        let text = formatter.format(count.into(), unit).into();
        *ages = Some((locale, formatter));
        Some(text)
    })
}

fn formatter(locale: Locale) -> Option<RelativeTimeFormat> {
    let options = Object::new();
    Reflect::set(&options, &"style".into(), &"short".into()).ok()?;
    let tags = Array::of1(&tag(locale).into());
    Some(RelativeTimeFormat::new(&tags, &options))
}

/// The language, if the browser is asked for it.
fn foreign() -> Option<Locale> {
    match locale() {
        Locale::en => None,
        other => cfg!(target_arch = "wasm32").then_some(other),
    }
}
