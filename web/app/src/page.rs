//! The few things that the page asks of the browser: time, address, clipboard, colours, files, focus, its end.

use js_sys::{Array, Date, Reflect, Uint8Array};
use leptos::prelude::{document, request_animation_frame, window, window_event_listener_untyped};
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Element, File, HtmlAnchorElement, HtmlElement, Response, Url, UrlSearchParams,
    VisibilityState,
};

const THEME_KEY: &str = "theme";
const THEME_ATTRIBUTE: &str = "data-theme";
/// How long the name of a file that is being downloaded stays good.
const REVOKE_MS: u32 = 10_000;

/// This device's clock, in milliseconds since 1970.
pub(crate) fn now_ms() -> u64 {
    Date::now() as u64
}

/// A parameter of the page's address.
pub(crate) fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search)
        .ok()?
        .get(name)
        .filter(|value| !value.is_empty())
}

/// Whether this device itself serves the page.
pub(crate) fn is_of_this_device() -> bool {
    let host = window().location().hostname().unwrap_or_default();
    matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]")
}

/// Sets or removes a parameter of the page's address without loading anything.
pub(crate) fn set_query(name: &str, value: Option<&str>) {
    let window = window();
    let location = window.location();
    let Ok(parameters) = location
        .search()
        .and_then(|search| UrlSearchParams::new_with_str(&search))
    else {
        return;
    };
    match value {
        Some(value) => parameters.set(name, value),
        None => parameters.delete(name),
    }
    let parameters = String::from(parameters.to_string());
    let path = location.pathname().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let address = if parameters.is_empty() {
        format!("{path}{hash}")
    } else {
        format!("{path}?{parameters}{hash}")
    };
    if let Ok(history) = window.history() {
        // A page that may not rewrite its address still works.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// What stands behind the address, with its `#`.
pub(crate) fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Puts something behind the address, which can be gone back from.
pub(crate) fn set_hash(hash: &str) {
    // A page that may not rewrite its address stays where it is.
    let _ = window().location().set_hash(hash);
}

/// Calls back whenever what stands behind the address changes, for as long as the page lives.
pub(crate) fn on_hash_change(call: impl Fn() + 'static) {
    // The handle only serves to remove the listener.
    let _ = window_event_listener_untyped("hashchange", move |_| call());
}

/// Takes the focus out of whatever field has it. A field that is removed would hear of that when nothing of it is there.
pub(crate) fn leave_field() {
    let focused = document().active_element();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // One that cannot lose the focus keeps it.
        let _ = focused.blur();
    }
}

/// The languages that somebody reads, best first, as BCP 47 tags.
pub(crate) fn languages() -> Vec<String> {
    let languages = window().navigator().languages().into_iter();
    languages.filter_map(|language| language.as_string()).collect()
}

/// Tells the browser in which language the page is written.
pub(crate) fn set_language(tag: &str) {
    if let Some(root) = document().document_element() {
        // Setting a fixed attribute cannot fail.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Names the page in the browser's tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Scrolls to the top, and moves the focus to where what is shown begins.
pub(crate) fn begin_at(id: &'static str) {
    request_animation_frame(move || {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus(document().get_element_by_id(id));
    });
}

/// The text of a JSON file of this page's own origin, if there is one.
///
/// Development servers answer any path with the page itself, so what is not JSON is not there.
pub(crate) async fn fetch_json_text(path: &str) -> Option<String> {
    let answer = JsFuture::from(window().fetch_with_str(path)).await.ok()?;
    let answer: Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    let text = JsFuture::from(answer.text().ok()?).await.ok()?.as_string()?;
    text.trim_start().starts_with('{').then_some(text)
}

/// Whether this page may write to the clipboard at all.
pub(crate) fn has_clipboard() -> bool {
    let navigator = window().navigator();
    Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
}

/// Copies a text; says whether it worked.
pub(crate) async fn copy(text: &str) -> bool {
    has_clipboard()
        && JsFuture::from(window().navigator().clipboard().write_text(text))
            .await
            .is_ok()
}

/// Whether the page is dark now.
pub(crate) fn is_dark() -> bool {
    chosen_theme().map_or_else(system_is_dark, |theme| theme == "dark")
}

/// Whether the page is dark, if somebody chose that; none if it follows the system.
pub(crate) fn chosen_dark() -> Option<bool> {
    chosen_theme().map(|theme| theme == "dark")
}

/// Makes the page dark or light. A choice that is the system's own is not kept, so that the page follows the system.
pub(crate) fn set_dark(dark: bool) {
    let theme = if dark { "dark" } else { "light" };
    let follow = dark == system_is_dark();
    if let Some(root) = document().document_element() {
        // Setting a fixed attribute cannot fail.
        let _ = if follow {
            root.remove_attribute(THEME_ATTRIBUTE)
        } else {
            root.set_attribute(THEME_ATTRIBUTE, theme)
        };
    }
    if let Ok(Some(storage)) = window().local_storage() {
        // Without storage the choice lasts as long as the page.
        let _ = if follow {
            storage.remove_item(THEME_KEY)
        } else {
            storage.set_item(THEME_KEY, theme)
        };
    }
}

/// Moves the focus to an element once what is being drawn is there.
pub(crate) fn focus_when_drawn(id: &'static str) {
    request_animation_frame(move || focus(document().get_element_by_id(id)));
}

/// Moves the focus into the sheet that is open: to the field that wants it, else to the title.
pub(crate) fn focus_sheet() {
    request_animation_frame(move || {
        let wants = [".modal[open] [autofocus]", ".modal[open] h2"];
        let mut found = wants
            .iter()
            .filter_map(|wanted| document().query_selector(wanted).ok().flatten());
        focus(found.next());
    });
}

/// Moves the focus to an element once a sheet has closed and given the focus back.
pub(crate) fn focus_after_sheet(id: &'static str) {
    request_animation_frame(move || focus_when_drawn(id));
}

/// Moves the focus to an element if nothing has it once everything is drawn.
pub(crate) fn focus_if_lost(id: &'static str) {
    request_animation_frame(move || {
        // A dialog that closes gives the focus back in this frame; the next one shows whether somebody took it.
        request_animation_frame(move || {
            let holder = document().active_element().map(|element| element.tag_name());
            if holder.is_none_or(|name| name == "BODY") {
                focus(document().get_element_by_id(id));
            }
        });
    });
}

/// An element that is gone by now needs no focus.
fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Asks the browser not to throw away what this page keeps. It may refuse, and then keeps it as long as it pleases.
pub(crate) async fn ask_to_keep() {
    if let Ok(asked) = window().navigator().storage().persist() {
        let _ = JsFuture::from(asked).await;
    }
}

/// Hands a file to the person: the browser saves it under this name.
pub(crate) fn download(name: &str, content: &[u8]) -> Result<(), Failure> {
    let failed = |_| Failure::worded(ErrorCode::Storage, say!(failures.own.download_refused));
    // Of a type that no browser adds an ending for: btcli's files have none.
    let address = blob_address(content, "application/octet-stream").map_err(failed)?;
    let link = document()
        .create_element("a")
        .map(JsCast::unchecked_into::<HtmlAnchorElement>);
    let clicked = link.map(|link| {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    });
    // The click has begun the download already, and what it reads must not be named any longer than that.
    let revoke = move || {
        let _ = Url::revoke_object_url(&address);
    };
    gloo_timers::callback::Timeout::new(REVOKE_MS, revoke).forget();
    clicked.map_err(failed)
}

/// An address of this page's own under which the browser finds some bytes, until this is dropped.
pub(crate) struct BlobAddress(String);

impl BlobAddress {
    /// Of bytes of this type; none if the browser takes no more.
    pub(crate) fn new(content: &[u8], media_type: &str) -> Option<Self> {
        blob_address(content, media_type).ok().map(Self)
    }

    /// The address.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for BlobAddress {
    fn drop(&mut self) {
        // One that is not known any more needs no revoking.
        let _ = Url::revoke_object_url(&self.0);
    }
}

fn blob_address(content: &[u8], media_type: &str) -> Result<String, JsValue> {
    let parts = Array::of1(&Uint8Array::from(content).into());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    Url::create_object_url_with_blob(&blob)
}

/// The bytes of a file that was dropped or chosen.
pub(crate) async fn read_file(file: File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn chosen_theme() -> Option<String> {
    document().document_element()?.get_attribute(THEME_ATTRIBUTE)
}

fn system_is_dark() -> bool {
    matches("(prefers-color-scheme: dark)")
}

/// Whether there is room for the columns that narrow screens leave out: what `.wide` of the styles says.
pub(crate) fn is_wide() -> bool {
    matches("(min-width: 860px)")
}

fn matches(query: &str) -> bool {
    let query = window().match_media(query);
    query.is_ok_and(|query| query.is_some_and(|query| query.matches()))
}

/// Calls back when the page is hidden, frozen or left: the last moments in which it surely runs.
pub(crate) fn on_leave(leave: impl Fn() + Clone + 'static) {
    let hidden = leave.clone();
    let frozen = leave.clone();
    on_document("visibilitychange", move || {
        if document().visibility_state() == VisibilityState::Hidden {
            hidden();
        }
    });
    on_document("freeze", frozen);
    // The handle only serves to remove the listener, which stays as long as the page.
    let _ = window_event_listener_untyped("pagehide", move |_| leave());
}

/// Calls back at every event of this name, for as long as the page lives.
pub(crate) fn on_document(event: &str, call: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(call);
    let function = listener.as_ref().unchecked_ref();
    if document()
        .add_event_listener_with_callback(event, function)
        .is_ok()
    {
        // The listener stays as long as the page.
        listener.forget();
    }
}
