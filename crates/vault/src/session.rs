//! How long the vault stays unlocked while nobody does anything.

use std::time::Duration;

use taolight_protocol::vault::AutoLock;

use crate::Clock;

/// When somebody was last here, by both clocks: the one that nobody sets may stand still while a device sleeps, and the
/// other one may be set back.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Session {
    pub(crate) auto_lock: AutoLock,
    monotonic: Duration,
    wall_ms: u64,
}

impl Session {
    /// Begins with an unlock.
    pub(crate) fn begin(auto_lock: AutoLock, clock: &dyn Clock) -> Self {
        Self {
            auto_lock,
            monotonic: clock.monotonic(),
            wall_ms: clock.now_ms(),
        }
    }

    /// Somebody is here.
    pub(crate) fn touch(&mut self, clock: &dyn Clock) {
        *self = Self::begin(self.auto_lock, clock);
    }

    /// Whether nobody was here for too long.
    pub(crate) fn is_over(&self, clock: &dyn Clock) -> bool {
        let AutoLock::After(minutes) = self.auto_lock else {
            return false;
        };
        let longest = Duration::from_secs(u64::from(minutes) * 60);
        let by_wall = Duration::from_millis(clock.now_ms().saturating_sub(self.wall_ms));
        clock.monotonic().saturating_sub(self.monotonic) >= longest || by_wall >= longest
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[derive(Default)]
    struct Clocks {
        wall_ms: Cell<u64>,
        monotonic_s: Cell<u64>,
    }

    impl Clock for Clocks {
        fn now_ms(&self) -> u64 {
            self.wall_ms.get()
        }

        fn monotonic(&self) -> Duration {
            Duration::from_secs(self.monotonic_s.get())
        }
    }

    #[test]
    fn either_clock_ends_it() {
        let clocks = Clocks::default();
        clocks.wall_ms.set(1_000_000);
        let mut session = Session::begin(AutoLock::After(1), &clocks);
        clocks.monotonic_s.set(59);
        assert!(!session.is_over(&clocks));
        clocks.monotonic_s.set(60);
        assert!(session.is_over(&clocks));
        session.touch(&clocks);
        assert!(!session.is_over(&clocks));
        // The device slept, and only the wall clock went on.
        clocks.wall_ms.set(1_060_000);
        assert!(session.is_over(&clocks));
        session.touch(&clocks);
        // The wall clock was set back.
        clocks.wall_ms.set(0);
        assert!(!session.is_over(&clocks));
        clocks.monotonic_s.set(120);
        assert!(session.is_over(&clocks));
        session.auto_lock = AutoLock::OnClose;
        assert!(!session.is_over(&clocks));
    }
}
