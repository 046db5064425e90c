//! A binary WebSocket as a stream of bytes.
//!
//! Sending waits while the browser still holds much unsent. Receiving cannot be slowed down, browsers have no way to,
//! so it is bounded: a peer that sends more than we read is cut off before it fills the memory.

use std::{
    cell::RefCell,
    collections::VecDeque,
    future::poll_fn,
    io,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
    time::Duration,
};

use futures::{AsyncRead, AsyncWrite};
use js_sys::{ArrayBuffer, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{BinaryType, CloseEvent, Event, MessageEvent, WebSocket};
use web_time::Instant;

use super::timer::Timer;

/// Unread bytes at which a peer is cut off: twice the largest answer of any protocol.
const MOST_UNREAD: usize = 32 * 1024 * 1024;
/// Unsent bytes at which sending waits.
const MOST_UNSENT: u32 = 256 * 1024;
/// Most bytes of one message that we send.
const MESSAGE: usize = 64 * 1024;
/// How often to look whether the browser has sent enough.
const LOOK: Duration = Duration::from_millis(8);

/// An open WebSocket.
pub(super) struct Socket(SendWrapper<Inner>);

struct Inner {
    socket: WebSocket,
    state: Rc<RefCell<State>>,
    unsent: Option<Timer>,
    _on_open: Closure<dyn FnMut(Event)>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
    _on_close: Closure<dyn FnMut(CloseEvent)>,
}

#[derive(Default)]
struct State {
    open: bool,
    closed: bool,
    error: Option<&'static str>,
    chunks: VecDeque<Vec<u8>>,
    /// Bytes of the first chunk that are read.
    read: usize,
    unread: usize,
    waiting: Vec<Waker>,
}

impl State {
    fn change(state: &Rc<RefCell<Self>>, change: impl FnOnce(&mut Self)) {
        let waiting = {
            let mut state = state.borrow_mut();
            change(&mut state);
            std::mem::take(&mut state.waiting)
        };
        for waker in waiting {
            waker.wake();
        }
    }

    fn wait(&mut self, context: &Context<'_>) {
        if !self.waiting.iter().any(|waker| waker.will_wake(context.waker())) {
            self.waiting.push(context.waker().clone());
        }
    }

    fn failure(&self) -> Option<io::Error> {
        self.error.map(io::Error::other)
    }

    /// Moves as many bytes as fit, whole slices at a time.
    fn take(&mut self, buffer: &mut [u8]) -> usize {
        let mut taken = 0;
        while taken < buffer.len()
            && let Some(chunk) = self.chunks.front()
        {
            let rest = &chunk[self.read..];
            let length = rest.len().min(buffer.len() - taken);
            buffer[taken..taken + length].copy_from_slice(&rest[..length]);
            taken += length;
            self.read += length;
            if self.read == chunk.len() {
                self.chunks.pop_front();
                self.read = 0;
            }
        }
        self.unread -= taken;
        taken
    }
}

impl Socket {
    /// Opens a connection and waits until it is open.
    pub(super) async fn connect(url: &str) -> io::Result<Self> {
        // Throws where the page may not open it at all.
        let socket = WebSocket::new(url)
            .map_err(|_| io::Error::other("the browser refuses to open the connection"))?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let inner = Inner::new(socket);
        poll_fn(|context| {
            let mut state = inner.state.borrow_mut();
            match state.failure() {
                Some(failure) => Poll::Ready(Err(failure)),
                None if state.closed => Poll::Ready(Err(io::ErrorKind::ConnectionRefused.into())),
                None if state.open => Poll::Ready(Ok(())),
                None => {
                    state.wait(context);
                    Poll::Pending
                }
            }
        })
        .await?;
        Ok(Self(SendWrapper::new(inner)))
    }
}

impl Inner {
    fn new(socket: WebSocket) -> Self {
        let state = Rc::<RefCell<State>>::default();
        let on_open = {
            let state = Rc::clone(&state);
            Closure::new(move |_: Event| State::change(&state, |state| state.open = true))
        };
        let on_message = {
            let state = Rc::clone(&state);
            let socket = socket.clone();
            Closure::new(move |event: MessageEvent| {
                State::change(&state, |state| match event.data().dyn_into::<ArrayBuffer>() {
                    Ok(bytes) if state.error.is_none() => {
                        let chunk = Uint8Array::new(&bytes).to_vec();
                        state.unread += chunk.len();
                        if !chunk.is_empty() {
                            state.chunks.push_back(chunk);
                        }
                        if state.unread > MOST_UNREAD {
                            state.error = Some("the peer sent more than it was asked for");
                            let _ = socket.close();
                        }
                    }
                    Ok(_) => {}
                    Err(_) => state.error = Some("the peer sent text"),
                });
            })
        };
        let on_error = {
            let state = Rc::clone(&state);
            // The browser does not say why, so that pages cannot scan networks.
            Closure::new(move |_: Event| {
                State::change(&state, |state| state.error = Some("the connection failed"))
            })
        };
        let on_close = {
            let state = Rc::clone(&state);
            Closure::new(move |_: CloseEvent| State::change(&state, |state| state.closed = true))
        };
        socket.set_onopen(Some(function(&on_open)));
        socket.set_onmessage(Some(function(&on_message)));
        socket.set_onerror(Some(function(&on_error)));
        socket.set_onclose(Some(function(&on_close)));
        Self {
            socket,
            state,
            unsent: None,
            _on_open: on_open,
            _on_message: on_message,
            _on_error: on_error,
            _on_close: on_close,
        }
    }
}

fn function<T: ?Sized>(closure: &Closure<T>) -> &js_sys::Function {
    let value: &JsValue = closure.as_ref();
    value.unchecked_ref()
}

impl AsyncRead for Socket {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let mut state = self.0.state.borrow_mut();
        if let Some(failure) = state.failure() {
            return Poll::Ready(Err(failure));
        }
        let taken = state.take(buffer);
        if taken > 0 || buffer.is_empty() || state.closed {
            return Poll::Ready(Ok(taken));
        }
        state.wait(context);
        Poll::Pending
    }
}

impl AsyncWrite for Socket {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let inner = &mut *self.get_mut().0;
        {
            let mut state = inner.state.borrow_mut();
            if let Some(failure) = state.failure() {
                return Poll::Ready(Err(failure));
            }
            if state.closed {
                return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()));
            }
            // Woken by an error or by the end, too.
            state.wait(context);
        }
        while inner.socket.buffered_amount() > MOST_UNSENT {
            let timer = inner
                .unsent
                .get_or_insert_with(|| Timer::at(Instant::now() + LOOK));
            if Pin::new(timer).poll(context).is_pending() {
                return Poll::Pending;
            }
            inner.unsent = None;
        }
        let length = bytes.len().min(MESSAGE);
        match inner.socket.send_with_u8_array(&bytes[..length]) {
            Ok(()) => Poll::Ready(Ok(length)),
            Err(_) => Poll::Ready(Err(io::ErrorKind::BrokenPipe.into())),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_close(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let _ = self.0.socket.close();
        Poll::Ready(Ok(()))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        // The browser must not call closures that are gone.
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onerror(None);
        self.socket.set_onclose(None);
        let _ = self.socket.close();
    }
}
