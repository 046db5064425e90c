//! How much is sent, how much of an answer is taken, and how long. A miner is a stranger: it may hang, stream without end,
//! or send anything.

use std::time::Duration;

/// Bytes that the headers of the required fields may have together: servers stop reading at 64 KiB, and proxies before.
pub const MAX_FIELD_HEADERS: usize = 24 * 1024;
/// Bytes of an answer that is one JSON value.
pub const MAX_ANSWER_BYTES: usize = 16 * 1024 * 1024;
/// Bytes of a streamed answer.
pub const MAX_STREAM_BYTES: usize = 16 * 1024 * 1024;
/// Bytes of one item of a streamed answer.
pub const MAX_ITEM_BYTES: usize = 1024 * 1024;
/// Items of a streamed answer.
pub const MAX_ITEMS: usize = 200_000;
/// Bytes of an error's body that are read for its message.
pub const MAX_ERROR_BYTES: usize = 64 * 1024;
/// How long a streamed answer may pause.
pub const MAX_PAUSE: Duration = Duration::from_secs(30);
/// How long a streamed answer may take.
pub const MAX_STREAM_TIME: Duration = Duration::from_secs(300);
/// How long discovery and an identity probe wait.
pub const PROBE_TIMEOUT: Duration = Duration::from_secs(8);
/// Requests that are out at the same time, whatever was asked for.
pub const MAX_AT_ONCE: usize = 64;

/// How much of an answer is taken, and how long. The default is the constants beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of an answer that is one JSON value.
    pub answer_bytes: usize,
    /// Bytes of a streamed answer.
    pub stream_bytes: usize,
    /// How long a streamed answer may pause.
    pub pause: Duration,
    /// How long a streamed answer may take.
    pub stream_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            answer_bytes: MAX_ANSWER_BYTES,
            stream_bytes: MAX_STREAM_BYTES,
            pause: MAX_PAUSE,
            stream_time: MAX_STREAM_TIME,
        }
    }
}
