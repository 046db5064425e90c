//! Password hashes, each in a worker of its own: they take up to half a gigabyte, and only the end of a worker gives
//! WebAssembly's memory back. The worker is made out of the vault's own code and inherits its policy.

use async_trait::async_trait;
use futures::channel::oneshot;
use js_sys::{Array, Object, Reflect, Uint8Array};
use taolight_keys::{DerivedKey, Kdf, KeyError};
use taolight_primitives::{ErrorCode, Failure};
use taolight_vault::Hasher;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerGlobalScope, WorkerOptions, WorkerType};
use zeroize::Zeroizing;

/// Starts workers out of the code that runs here.
pub(crate) struct WorkerHasher {
    /// The compiled WebAssembly.
    pub(crate) module: JsValue,
}

#[async_trait(?Send)]
impl Hasher for WorkerHasher {
    async fn derive(&self, kdf: &Kdf, password: &str) -> Result<DerivedKey, Failure> {
        let started = self.start(kdf, password);
        let (worker, answer) = started.map_err(|error| internal(&error))?;
        let answer = answer.await;
        drop(worker);
        match answer {
            Ok(Answer::Key(key)) => Ok(DerivedKey::from_bytes(key)),
            Ok(Answer::Refused(text)) => Err(serde_json::from_str(&text).unwrap_or_else(|_| memory(kdf))),
            // A worker that cannot have its memory just ends.
            Ok(Answer::Ended) | Err(oneshot::Canceled) => Err(memory(kdf)),
        }
    }
}

enum Answer {
    Key(Zeroizing<Vec<u8>>),
    Refused(String),
    Ended,
}

/// Ends with its owner, also when nobody waits for the answer any more.
struct Running {
    worker: Worker,
    _listeners: [Closure<dyn FnMut(MessageEvent)>; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl WorkerHasher {
    fn start(&self, kdf: &Kdf, password: &str) -> Result<(Running, oneshot::Receiver<Answer>), JsValue> {
        let here: WorkerGlobalScope = js_sys::global().unchecked_into();
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&here.location().href(), &options)?;
        let (answered, answer) = oneshot::channel();
        let answered = std::rc::Rc::new(std::cell::Cell::new(Some(answered)));
        let failed = answered.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(answered) = answered.take() {
                let _ = answered.send(read(&event.data()));
            }
        });
        let on_error = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
            if let Some(answered) = failed.take() {
                let _ = answered.send(Answer::Ended);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let running = Running {
            worker,
            _listeners: [on_message, on_error],
        };

        let kdf = serde_json::to_string(kdf).map_err(|error| JsValue::from_str(&error.to_string()))?;
        let password = Uint8Array::from(password.as_bytes());
        let task = Object::new();
        Reflect::set(&task, &"kdf".into(), &kdf.into())?;
        Reflect::set(&task, &"password".into(), &password)?;
        let message = Object::new();
        Reflect::set(&message, &"module".into(), &self.module)?;
        Reflect::set(&message, &"task".into(), &task)?;
        // Moved, not copied: nothing of the password stays here.
        running
            .worker
            .post_message_with_transfer(&message, &Array::of1(&password.buffer()))?;
        Ok((running, answer))
    }
}

fn read(data: &JsValue) -> Answer {
    match (data.dyn_ref::<Uint8Array>(), data.as_string()) {
        (Some(bytes), _) => {
            let key = Zeroizing::new(bytes.to_vec());
            bytes.fill(0, 0, bytes.length());
            Answer::Key(key)
        }
        (None, Some(text)) => Answer::Refused(text),
        (None, None) => Answer::Ended,
    }
}

/// Does one hash.
pub(crate) fn derive_key(kdf: &str, password: &[u8]) -> Result<DerivedKey, Failure> {
    let malformed = || {
        Failure::new(
            ErrorCode::Internal,
            "a password hash was asked for in a form that is none",
        )
    };
    let kdf: Kdf = serde_json::from_str(kdf).map_err(|_| malformed())?;
    let password = str::from_utf8(password).map_err(|_| malformed())?;
    Ok(kdf.derive(password)?)
}

fn memory(kdf: &Kdf) -> Failure {
    KeyError::Memory(kdf.memory_bytes()).into()
}

fn internal(error: &JsValue) -> Failure {
    let why = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()));
    let why = why.unwrap_or_else(|| "the browser starts no worker".to_owned());
    Failure::new(
        ErrorCode::Internal,
        format!("the password cannot be hashed: {why}"),
    )
}
