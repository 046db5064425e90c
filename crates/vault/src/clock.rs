//! The two clocks that the vault looks at.

use std::time::Duration;

/// Clocks of this device.
pub trait Clock {
    /// Milliseconds since 1970, from a clock that the user can set.
    fn now_ms(&self) -> u64;
    /// Time since some moment, from a clock that nobody sets.
    fn monotonic(&self) -> Duration;
}
