//! The latest value of something that changes. A reader sees the current value first and then the newest one after each
//! change; a slow reader skips values in between and never holds anybody up.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
};

use futures::Stream;

/// Reading side of a latest value.
pub struct Watch<T>(Arc<Mutex<State<T>>>);

/// Values of a [`Watch`] as they change. Ends when nobody can change the value any more.
pub struct WatchStream<T> {
    state: Arc<Mutex<State<T>>>,
    seen: Option<u64>,
}

/// Writing side of a latest value; readers end when it is dropped.
pub(crate) struct WatchSender<T>(Arc<Mutex<State<T>>>);

struct State<T> {
    value: T,
    version: u64,
    ended: bool,
    wakers: Vec<Waker>,
}

impl<T> State<T> {
    fn wake(&mut self) {
        for waker in self.wakers.drain(..) {
            waker.wake();
        }
    }
}

/// A poisoned lock only means that another reader panicked; the value itself is always whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<T: Clone + PartialEq> WatchSender<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Arc::new(Mutex::new(State {
            value,
            version: 0,
            ended: false,
            wakers: Vec::new(),
        })))
    }

    pub(crate) fn watch(&self) -> Watch<T> {
        Watch(Arc::clone(&self.0))
    }

    /// Sets the value and wakes the readers if it is another one.
    pub(crate) fn set(&self, value: T) {
        let mut state = lock(&self.0);
        if state.value != value {
            state.value = value;
            state.version += 1;
            state.wake();
        }
    }
}

impl<T> Drop for WatchSender<T> {
    fn drop(&mut self) {
        let mut state = lock(&self.0);
        state.ended = true;
        state.wake();
    }
}

impl<T: Clone> Watch<T> {
    /// The value now.
    pub fn get(&self) -> T {
        lock(&self.0).value.clone()
    }

    /// The value now, and then the newest one after each change.
    pub fn stream(&self) -> WatchStream<T> {
        WatchStream {
            state: Arc::clone(&self.0),
            seen: None,
        }
    }
}

impl<T> Clone for Watch<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Clone> Stream for WatchStream<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let this = &mut *self;
        let mut state = lock(&this.state);
        if this.seen != Some(state.version) {
            this.seen = Some(state.version);
            return Poll::Ready(Some(state.value.clone()));
        }
        if state.ended {
            return Poll::Ready(None);
        }
        if !state.wakers.iter().any(|waker| waker.will_wake(context.waker())) {
            state.wakers.push(context.waker().clone());
        }
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use futures::{FutureExt, StreamExt, executor::block_on};

    use super::*;

    #[test]
    fn readers_see_the_newest_value_and_the_end() {
        let sender = WatchSender::new(1);
        let mut stream = sender.watch().stream();
        assert_eq!(block_on(stream.next()), Some(1));
        assert_eq!(stream.next().now_or_never(), None);
        sender.set(2);
        sender.set(3);
        assert_eq!(block_on(stream.next()), Some(3));
        sender.set(3);
        assert_eq!(stream.next().now_or_never(), None);
        drop(sender);
        assert_eq!(block_on(stream.next()), None);
    }
}
