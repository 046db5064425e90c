//! A page's clocks.

use std::time::Duration;

use taolight_vault::Clock;
use web_time::{Instant, SystemTime};

pub(crate) struct PageClock {
    began: Instant,
}

impl Default for PageClock {
    fn default() -> Self {
        Self {
            began: Instant::now(),
        }
    }
}

impl Clock for PageClock {
    fn now_ms(&self) -> u64 {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        u64::try_from(since.unwrap_or_default().as_millis()).unwrap_or(u64::MAX)
    }

    fn monotonic(&self) -> Duration {
        self.began.elapsed()
    }
}
