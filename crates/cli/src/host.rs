//! A terminal as the engine's host: the operating system's sockets, files and clock.

use std::{
    rc::Rc,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use async_io::Timer;
use futures::{
    FutureExt,
    executor::LocalSpawner,
    future::LocalBoxFuture,
    stream::{self, LocalBoxStream},
    task::LocalSpawnExt,
};
use taolight_dendrite::{Clock, Host as Place};
use taolight_engine::{Claim, Host, ToMiners};
use taolight_light::{LightClient, LightError, Network, Reach, SavedState, Store, platform};

use crate::http::NativeHttp;

/// This process.
pub(crate) struct Terminal {
    store: Rc<dyn Store>,
    spawner: LocalSpawner,
}

impl Terminal {
    pub(crate) fn new(store: Rc<dyn Store>, spawner: LocalSpawner) -> Self {
        Self { store, spawner }
    }
}

impl Host for Terminal {
    fn start(&self, network: &Network, saved: Option<SavedState>) -> Result<LightClient, LightError> {
        LightClient::start(network, platform::native(), saved)
    }

    fn claims(&self) -> LocalBoxStream<'static, Claim> {
        Box::pin(stream::iter([Claim::Held]))
    }

    // Nobody else has it.
    fn take_over(&self) {}

    fn store(&self) -> Rc<dyn Store> {
        self.store.clone()
    }

    fn reach(&self) -> Reach {
        Reach::Native
    }

    fn spawn(&self, task: LocalBoxFuture<'static, ()>) {
        // It fails only where the pool is gone, and with it whoever would wait for the task.
        let _ = self.spawner.spawn_local(task);
    }

    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()> {
        Timer::after(duration).map(drop).boxed_local()
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(since_1970().as_millis()).unwrap_or(u64::MAX)
    }

    fn to_miners(&self) -> ToMiners {
        ToMiners {
            transport: Rc::new(NativeHttp::new(self.spawner.clone())),
            clock: Rc::new(SystemClock::default()),
            from: Place::Native,
        }
    }
}

/// This machine's clocks, as miners are asked by them.
pub struct SystemClock(Instant);

impl Default for SystemClock {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Clock for SystemClock {
    fn now_ns(&self) -> u64 {
        u64::try_from(since_1970().as_nanos()).unwrap_or(u64::MAX)
    }

    fn monotonic(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()> {
        Timer::after(duration).map(drop).boxed_local()
    }
}

fn since_1970() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}
