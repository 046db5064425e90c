//! The clocks of this machine, wrong by as much as a test wants.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use futures::future::{FutureExt as _, LocalBoxFuture};
use taolight_dendrite::Clock;

pub struct SystemClock {
    started: Instant,
    behind: Duration,
}

impl SystemClock {
    pub fn right() -> Self {
        Self::behind(Duration::ZERO)
    }

    pub fn behind(behind: Duration) -> Self {
        let started = Instant::now();
        Self { started, behind }
    }
}

pub fn now_ns() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    now.as_nanos().try_into().unwrap()
}

impl Clock for SystemClock {
    fn now_ns(&self) -> u64 {
        now_ns() - u64::try_from(self.behind.as_nanos()).unwrap()
    }

    fn monotonic(&self) -> Duration {
        self.started.elapsed()
    }

    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()> {
        futures_timer::Delay::new(duration).boxed_local()
    }
}
