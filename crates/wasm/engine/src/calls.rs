//! Words that the engines of one origin call to each other over a broadcast channel.

use futures::{
    StreamExt,
    channel::mpsc::{UnboundedReceiver, unbounded},
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

pub(crate) struct Calls {
    channel: BroadcastChannel,
    heard: UnboundedReceiver<String>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Calls {
    /// Listens from now on.
    pub(crate) fn on(name: &str) -> Result<Self, JsValue> {
        let channel = BroadcastChannel::new(name)?;
        let (tell, heard) = unbounded();
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(word) = event.data().as_string() {
                let _ = tell.unbounded_send(word);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Ok(Self {
            channel,
            heard,
            _listener: listener,
        })
    }

    /// Says a word to all others.
    pub(crate) fn say(&self, word: &str) {
        // A channel fails only once it is closed, and this one never is.
        let _ = self.channel.post_message(&JsValue::from_str(word));
    }

    /// The next word of another one.
    pub(crate) async fn next(&mut self) -> Option<String> {
        self.heard.next().await
    }

    /// Waits for this word, said from now on.
    pub(crate) async fn hear(&mut self, word: &str) {
        while self.heard.try_recv().is_ok() {}
        while self.heard.next().await.is_some_and(|heard| heard != word) {}
    }
}
