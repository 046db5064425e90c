//! A browser's worker as the engine's host.

use std::{rc::Rc, time::Duration};

use eyeball::SharedObservable;
use futures::{
    FutureExt, StreamExt,
    channel::mpsc::{UnboundedSender, unbounded},
    future::LocalBoxFuture,
    stream::LocalBoxStream,
};
use gloo_timers::future::TimeoutFuture;
use taolight_browser::Fetch;
use taolight_dendrite::{Clock, Host as Place};
use taolight_engine::{Claim, Host, ToMiners};
use taolight_light::{
    LightClient, LightError, Network, Reach, SavedState, Store,
    platform::{WebConfig, WebPlatform},
};
use taolight_protocol::engine::Holder;
use wasm_bindgen::JsValue;
use web_time::Instant;

use crate::{claim::Desk, store::BrowserStore};

/// The longest that one browser timer is asked to wait; longer waits are made of several.
const LONGEST_TIMER_MS: u32 = 3_600_000;

pub(crate) struct BrowserHost {
    secure_page: bool,
    store: Rc<dyn Store>,
    claim: SharedObservable<Claim>,
    take: UnboundedSender<()>,
}

impl BrowserHost {
    /// The host, and what is needed to keep its claim to the device, which others hold as this one does.
    pub(crate) fn new(secure_page: bool, holder: Holder) -> (Self, Desk) {
        let claim = SharedObservable::new(Claim::Asked);
        let (take, takes) = unbounded();
        let host = Self {
            secure_page,
            store: Rc::new(BrowserStore::new()),
            claim: claim.clone(),
            take,
        };
        let desk = Desk { claim, takes, holder };
        (host, desk)
    }

    fn config(&self) -> WebConfig {
        WebConfig {
            secure_page: self.secure_page,
            log: Some(warn),
        }
    }
}

fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// smoldot's warnings hold no payloads, so they may stand in the console.
fn warn(line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(line));
}

impl Host for BrowserHost {
    fn start(&self, network: &Network, saved: Option<SavedState>) -> Result<LightClient, LightError> {
        LightClient::start(network, WebPlatform::new(self.config()), saved)
    }

    fn claims(&self) -> LocalBoxStream<'static, Claim> {
        self.claim.subscribe_reset().boxed_local()
    }

    fn take_over(&self) {
        // Nobody listens any more once it is held.
        let _ = self.take.unbounded_send(());
    }

    fn store(&self) -> Rc<dyn Store> {
        self.store.clone()
    }

    fn reach(&self) -> Reach {
        Reach::Browser {
            secure_page: self.secure_page,
        }
    }

    fn spawn(&self, task: LocalBoxFuture<'static, ()>) {
        wasm_bindgen_futures::spawn_local(task);
    }

    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()> {
        sleep(duration)
    }

    fn now_ms(&self) -> u64 {
        now_ms()
    }

    fn to_miners(&self) -> ToMiners {
        ToMiners {
            transport: Rc::new(Fetch),
            clock: Rc::new(BrowserClock(Instant::now())),
            from: match self.secure_page {
                true => Place::SecurePage,
                false => Place::LocalPage,
            },
        }
    }
}

/// A browser's clocks, and when this one was made.
struct BrowserClock(Instant);

impl Clock for BrowserClock {
    fn now_ns(&self) -> u64 {
        now_ms().saturating_mul(1_000_000)
    }

    fn monotonic(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()> {
        sleep(duration)
    }
}

pub(crate) fn sleep(duration: Duration) -> LocalBoxFuture<'static, ()> {
    async move {
        // Timers of a hidden page are late; the deadline is what counts.
        let duration = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
        let deadline = now_ms().saturating_add(duration);
        loop {
            let left = deadline.saturating_sub(now_ms());
            if left == 0 {
                return;
            }
            TimeoutFuture::new(
                u32::try_from(left)
                    .unwrap_or(LONGEST_TIMER_MS)
                    .min(LONGEST_TIMER_MS),
            )
            .await;
        }
    }
    .boxed_local()
}
