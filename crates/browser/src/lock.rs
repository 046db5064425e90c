//! Web Locks: what one tab or worker of an origin holds, no other one gets. The browser takes a lock back from whoever
//! ends, however that ends.

use std::future::pending;

use futures::{
    channel::oneshot,
    future::{Either, select},
};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// The locks of this origin.
pub struct Locks(LockManager);

impl Locks {
    /// None on pages that came neither over https nor from this device.
    pub fn of_this_origin() -> Option<Self> {
        let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
        let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
        locks.is_object().then(|| Self(locks.unchecked_into()))
    }

    /// Asks for a lock, and waits in line for it.
    pub fn ask(&self, name: &str) -> Result<Asked, JsValue> {
        self.request(name, &Object::new())
    }

    /// Takes a lock away from whoever holds it, and past whoever waits.
    pub fn steal(&self, name: &str) -> Result<Asked, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"steal".into(), &JsValue::TRUE)?;
        self.request(name, &options)
    }

    fn request(&self, name: &str, options: &Object) -> Result<Asked, JsValue> {
        let (tell, granted) = oneshot::channel();
        let hold = Closure::once_into_js(move || {
            // Whoever asked may not wait any more; it holds the lock all the same.
            let _ = tell.send(());
            Promise::new(&mut |_, _| {})
        });
        let lost = self.0.request(name, options, hold.unchecked_ref())?;
        Ok(Asked {
            granted,
            lost: lost.into(),
        })
    }
}

/// A lock that was asked for. Once it is granted, it is held until somebody steals it or this tab or worker ends.
pub struct Asked {
    granted: oneshot::Receiver<()>,
    lost: JsFuture,
}

impl Asked {
    /// Waits for the lock. Fails where the browser gives this origin none.
    pub async fn granted(&mut self) -> Result<(), JsValue> {
        match select(&mut self.granted, &mut self.lost).await {
            Either::Left((Ok(()), _)) => Ok(()),
            Either::Right((Err(denied), _)) => Err(denied),
            // The browser drops the request when it ends this tab or worker.
            Either::Left((Err(_), _)) | Either::Right((Ok(_), _)) => pending().await,
        }
    }

    /// Waits until somebody steals it.
    pub async fn lost(self) {
        // It rejects, and never resolves: what it holds the lock for never ends.
        let _ = self.lost.await;
    }
}
