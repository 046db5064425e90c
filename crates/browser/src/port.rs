//! A browser's `MessagePort` as a port of the protocol.

use futures::{StreamExt, channel::mpsc::unbounded};
use taolight_protocol::Port;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, MessagePort};

/// Pumps texts between a `MessagePort` and the returned end. The port closes when the end is dropped; browsers that
/// tell when the other side went away close the end.
pub fn bridge(port: MessagePort) -> Port {
    let (outgoing, mut to_send) = unbounded::<String>();
    let (received, incoming) = unbounded::<String>();

    let arrived = received.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        // Anything but text is not of the protocol.
        if let Some(text) = event.data().as_string() {
            let _ = arrived.unbounded_send(text);
        }
    });
    let on_close = Closure::<dyn FnMut()>::new(move || received.close_channel());
    port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // `close` fires where the browser knows it; elsewhere the host notices that the worker is gone.
    let _ = port.add_event_listener_with_callback("close", on_close.as_ref().unchecked_ref());

    wasm_bindgen_futures::spawn_local(async move {
        while let Some(text) = to_send.next().await {
            if port.post_message(&JsValue::from_str(&text)).is_err() {
                break;
            }
        }
        port.set_onmessage(None);
        port.close();
        drop((on_message, on_close));
    });
    Port { outgoing, incoming }
}
