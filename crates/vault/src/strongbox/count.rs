//! Wrong passwords as they are counted on this device: written down, or, where nothing can be written, by spares that are
//! gone. A count that cannot be read is taken for one that costs a wait.

use taolight_primitives::{ErrorCode, Failure};

use super::{attempts::Attempts, spares::Spares, storage::Records};

/// Record of wrong passwords.
pub(super) const ATTEMPTS: &str = "attempts";

/// The count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    /// None if it cannot be read, or may be lost.
    written: Option<Attempts>,
    pub(super) spares: Spares,
}

/// The count as this process saw it, and since when: nobody writes down when a spare was taken, or a record damaged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) count: Count,
    pub(super) since_ms: u64,
}

impl Count {
    /// That of the records. Nothing is written down where the password was right the last time; but where the lock is
    /// damaged, this record may be gone as well.
    pub(super) fn of(records: &Records, is_lock_whole: bool) -> Self {
        let written = match records.values.get(ATTEMPTS) {
            Some(bytes) => serde_json::from_slice(bytes).ok(),
            None => is_lock_whole.then(Attempts::default),
        };
        Self {
            written,
            spares: Spares::of(records),
        }
    }

    /// The same with other spares.
    pub(super) fn with(self, spares: Spares) -> Self {
        Self { spares, ..self }
    }
}

impl Seen {
    /// What is written down.
    pub(super) fn written(self, now_ms: u64) -> Attempts {
        match self.count.written {
            Some(attempts) => attempts.as_seen(self.since_ms, now_ms),
            None => Attempts::lost(self.since_ms),
        }
    }

    /// All that is counted.
    pub(super) fn attempts(self, now_ms: u64) -> Attempts {
        let written = self.written(now_ms);
        written.and(self.count.spares.wrong(), self.since_ms)
    }

    /// Refuses an attempt that comes too early.
    pub(super) fn allow(self, now_ms: u64) -> Result<(), Failure> {
        let allowed = self.attempts(now_ms).allow(now_ms);
        allowed.map_err(|refused| match self.count.written {
            Some(_) => refused,
            None => Failure {
                code: ErrorCode::AttemptsLost,
                message: "how often the password was wrong cannot be read any more, so the next try costs a wait, right \
                          or wrong"
                    .to_owned(),
                ..refused
            },
        })
    }
}
