//! Whether somebody is here: the vault's own clock begins anew while somebody is, and the vault is locked when the
//! person locks the device, where the browser can tell.

use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_protocol::vault::TouchVault;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::store::Store;
use crate::{memory, page};

/// The vault is told at most this often.
const TOUCH_EVERY_MS: u64 = 15_000;

#[wasm_bindgen]
extern "C" {
    /// Tells when the person or the screen is idle; not every browser has it.
    #[derive(Clone)]
    type IdleDetector;

    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<IdleDetector, JsValue>;

    #[wasm_bindgen(static_method_of = IdleDetector, js_name = requestPermission, catch)]
    fn request_permission() -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn start(this: &IdleDetector) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, getter, js_name = screenState)]
    fn screen_state(this: &IdleDetector) -> Option<String>;

    #[wasm_bindgen(method, js_name = addEventListener)]
    fn add_event_listener(this: &IdleDetector, event: &str, listener: &Function);
}

/// Whether this browser can tell that the device is locked.
pub(crate) fn sees_device_lock() -> bool {
    js_sys::Reflect::has(&window(), &"IdleDetector".into()).unwrap_or(false)
}

impl Store {
    /// Follows the person for as long as the page lives.
    pub(crate) fn follow_presence(self) {
        let touched_ms = StoredValue::new(0);
        let here = move || {
            let now = page::now_ms();
            if self.is_unlocked_now() && now.saturating_sub(touched_ms.get_value()) >= TOUCH_EVERY_MS {
                touched_ms.set_value(now);
                self.touch();
            }
        };
        page::on_document("pointerdown", here);
        page::on_document("keydown", here);
        if memory::locks_with_device() {
            // The permission of an earlier visit may be gone; then the vault's own clock still locks it.
            spawn_local(async move { drop(self.watch_device().await) });
        }
    }

    fn touch(self) {
        let Ok(clients) = self.clients() else { return };
        // A vault that does not hear it locks too early, and never too late.
        spawn_local(async move { drop(clients.vault.call(TouchVault {}).await) });
    }

    /// Locks the vault whenever the device is locked, from now on; asks for the browser's permission, so it must come
    /// from a click. Says whether it was given.
    pub(crate) async fn lock_with_device(self) -> bool {
        let granted = match IdleDetector::request_permission() {
            Ok(asked) => JsFuture::from(asked).await,
            Err(missing) => Err(missing),
        };
        let granted = granted.is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"));
        let watches = granted && self.watch_device().await.is_ok();
        memory::set_locks_with_device(watches);
        watches
    }

    async fn watch_device(self) -> Result<(), JsValue> {
        let detector = IdleDetector::new()?;
        let seen = detector.clone();
        let changed = Closure::<dyn Fn()>::new(move || {
            let is_locked = seen.screen_state().as_deref() == Some("locked");
            if is_locked && memory::locks_with_device() && self.is_unlocked_now() {
                spawn_local(self.lock());
            }
        });
        detector.add_event_listener("change", changed.as_ref().unchecked_ref());
        JsFuture::from(detector.start()?).await?;
        // It stays as long as the page.
        changed.forget();
        Ok(())
    }
}
