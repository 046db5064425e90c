//! Wrong passwords, counted on this device so that a reload does not forgive them: each one after the third doubles the
//! wait for the next.

use serde::{Deserialize, Serialize};
use taolight_primitives::{ErrorCode, Failure};

/// Wrong passwords that cost nothing: people mistype.
const FREE: u32 = 3;
/// As many are assumed where the count is lost: the next try waits for half a minute.
const LOST: u32 = FREE + 5;
const SECOND_MS: u64 = 1_000;
const LONGEST_MS: u64 = 3_600_000;

/// How often the password was wrong since it was right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attempts {
    wrong: u32,
    last_ms: u64,
}

impl Attempts {
    /// What is assumed where nobody knows.
    pub(super) fn lost(since_ms: u64) -> Self {
        Self {
            wrong: LOST,
            last_ms: since_ms,
        }
    }

    /// The same for whoever saw them at this time first. A last one that is still to come was counted by a clock that was
    /// set back since, or is damaged; waiting for that time could take years.
    pub(super) fn as_seen(self, since_ms: u64, now_ms: u64) -> Self {
        match self.last_ms > now_ms {
            true => Self {
                last_ms: since_ms,
                ..self
            },
            false => self,
        }
    }

    /// Refuses an attempt that comes too early.
    pub(super) fn allow(self, now_ms: u64) -> Result<(), Failure> {
        let wait = self.wait_ms(now_ms);
        if wait == 0 {
            return Ok(());
        }
        let message = format!(
            "the password was wrong {} times; wait {} s before the next try",
            self.wrong,
            wait.div_ceil(SECOND_MS)
        );
        Err(Failure::new(ErrorCode::TooManyAttempts, message)
            .retryable()
            .with_data(wait))
    }

    /// Together with others that were counted elsewhere, the last of them at this time at the latest.
    pub(super) fn and(self, wrong: u32, last_ms: u64) -> Self {
        match wrong {
            0 => self,
            more => Self {
                wrong: self.wrong.saturating_add(more),
                last_ms: self.last_ms.max(last_ms),
            },
        }
    }

    /// One more attempt, wrong until it turns out to be right.
    pub(super) fn another(self, now_ms: u64) -> Self {
        Self {
            wrong: self.wrong.saturating_add(1),
            last_ms: now_ms,
        }
    }

    /// The last one was wrong. Says how long to wait for the next, if that is not nothing.
    pub(super) fn wrong_password(self, now_ms: u64) -> Failure {
        let failure = Failure::new(ErrorCode::WrongPassword, "this is not the password");
        match self.wait_ms(now_ms) {
            0 => failure,
            wait => failure.with_data(wait),
        }
    }

    fn wait_ms(self, now_ms: u64) -> u64 {
        let Some(beyond) = self.wrong.checked_sub(FREE) else {
            return 0;
        };
        let delay = SECOND_MS
            .saturating_mul(1_u64.checked_shl(beyond).unwrap_or(u64::MAX))
            .min(LONGEST_MS);
        // A clock that was set back must not lock anybody out for longer than the delay itself.
        let since = now_ms.saturating_sub(self.last_ms);
        delay.saturating_sub(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let mut attempts = Attempts::default();
        let mut waits = Vec::new();
        for _ in 0..20 {
            assert!(attempts.allow(attempts.last_ms + LONGEST_MS).is_ok());
            attempts = attempts.another(5_000);
            waits.push(attempts.wait_ms(5_000));
            let told = attempts.wrong_password(5_000).data;
            assert_eq!(
                told.map_or(0, |wait| wait.parse().unwrap()),
                attempts.wait_ms(5_000)
            );
        }
        assert_eq!(waits[..6], [0, 0, 1_000, 2_000, 4_000, 8_000]);
        assert_eq!(waits[19], LONGEST_MS);
        assert_eq!(attempts.wait_ms(0), LONGEST_MS, "a clock set back");
        let failure = attempts.allow(5_000).unwrap_err();
        assert_eq!(failure.code, ErrorCode::TooManyAttempts);
        assert_eq!(failure.data.as_deref(), Some("3600000"));
    }

    #[test]
    fn a_time_to_come_is_waited_for_no_longer_than_the_delay() {
        let mut attempts = Attempts::default();
        for _ in 0..4 {
            attempts = attempts.another(1_000_000);
        }
        assert_eq!(attempts.as_seen(5_000, 5_000).wait_ms(5_000), 2_000);
        assert_eq!(attempts.as_seen(5_000, 7_000).wait_ms(7_000), 0);
        assert_eq!(attempts.as_seen(5_000, 1_000_001), attempts);
        assert_eq!(Attempts::lost(5_000).wait_ms(5_000), 32_000);
        assert_eq!(Attempts::lost(5_000).another(37_000).wait_ms(37_000), 64_000);
    }
}
