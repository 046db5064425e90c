//! A timer that is true to its deadline: a browser may fire early by rounding, late when it throttles a page, and not at
//! all past 24 days, so the clock is looked at whenever it fires and the timer is set again if it was too early.

use std::{
    cell::RefCell,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use js_sys::{Function, Reflect};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_time::Instant;

/// Becomes ready at its deadline.
pub struct Timer {
    deadline: Instant,
    armed: Option<SendWrapper<Armed>>,
}

struct Armed {
    id: JsValue,
    fired: Rc<RefCell<Fired>>,
    // The browser calls it, so it must live as long as the timer is set.
    _callback: Closure<dyn FnMut()>,
}

#[derive(Default)]
struct Fired {
    yes: bool,
    waker: Option<Waker>,
}

impl Timer {
    pub(super) fn at(deadline: Instant) -> Self {
        Self {
            deadline,
            armed: None,
        }
    }
}

impl Future for Timer {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            self.armed = None;
            return Poll::Ready(());
        }
        if let Some(armed) = &self.armed {
            let mut fired = armed.fired.borrow_mut();
            if !fired.yes {
                fired.waker = Some(context.waker().clone());
                return Poll::Pending;
            }
        }
        // Rounded up: firing before the deadline would only set it again.
        let milliseconds = i32::try_from(left.as_millis().saturating_add(1)).unwrap_or(i32::MAX);
        self.armed = Some(SendWrapper::new(Armed::set(
            milliseconds,
            context.waker().clone(),
        )));
        Poll::Pending
    }
}

impl Armed {
    fn set(milliseconds: i32, waker: Waker) -> Self {
        let fired = Rc::new(RefCell::new(Fired {
            yes: false,
            waker: Some(waker),
        }));
        let fired_of_callback = Rc::clone(&fired);
        let callback = Closure::new(move || {
            let waker = {
                let mut fired = fired_of_callback.borrow_mut();
                fired.yes = true;
                fired.waker.take()
            };
            if let Some(waker) = waker {
                waker.wake();
            }
        });
        let id = global_function("setTimeout")
            .and_then(|set| {
                set.call2(&JsValue::UNDEFINED, callback.as_ref(), &milliseconds.into())
                    .ok()
            })
            .unwrap_or(JsValue::UNDEFINED);
        Self {
            id,
            fired,
            _callback: callback,
        }
    }
}

impl Drop for Armed {
    fn drop(&mut self) {
        if !self.fired.borrow().yes
            && let Some(clear) = global_function("clearTimeout")
        {
            let _ = clear.call1(&JsValue::UNDEFINED, &self.id);
        }
    }
}

/// A function of the global object: a window has it and a worker has it, but under different types.
fn global_function(name: &str) -> Option<Function> {
    Reflect::get(&js_sys::global(), &name.into())
        .ok()?
        .dyn_into()
        .ok()
}
