//! The clocks that requests need, and waiting.

use std::time::Duration;

use futures::{
    future::{Either, LocalBoxFuture, select},
    pin_mut,
};

/// The clocks of this device.
pub trait Clock {
    /// Nanoseconds since 1970, from the clock that the user can set. Miners compare it with theirs.
    fn now_ns(&self) -> u64;
    /// Time since some moment, from a clock that nobody sets. Latency is measured by it.
    fn monotonic(&self) -> Duration;
    /// Waits.
    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()>;
}

/// The moment, by [`Clock::monotonic`], at which waiting ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline {
    end: Duration,
    /// How long it was when it began, for messages.
    after: Duration,
}

/// Nothing came in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Late(pub(crate) Duration);

impl Deadline {
    pub(crate) fn new(clock: &dyn Clock, after: Duration) -> Self {
        let end = clock.monotonic().saturating_add(after);
        Self { end, after }
    }

    /// Waits for something until then, and gives it up after.
    pub(crate) async fn bound<T>(self, clock: &dyn Clock, work: impl Future<Output = T>) -> Result<T, Late> {
        let left = self.end.saturating_sub(clock.monotonic());
        let sleep = clock.sleep(left);
        pin_mut!(work);
        match select(work, sleep).await {
            Either::Left((done, _)) => Ok(done),
            Either::Right(((), _)) => Err(Late(self.after)),
        }
    }

    /// The earlier of the two.
    pub(crate) fn or_earlier(self, other: Self) -> Self {
        if self.end <= other.end { self } else { other }
    }
}
