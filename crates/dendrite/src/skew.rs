//! How far the miner's clock and this device's are apart. Miners refuse requests that are too old by theirs.

use core::fmt;
use std::time::{Duration, UNIX_EPOCH};

use crate::reply::Headers;

/// What is told to the user: axons allow four seconds beside the waiting time.
const NOTABLE: Duration = Duration::from_secs(4);
/// Nanoseconds from 1970 to 2020 and to 2100. Old axons give nanoseconds since some other moment.
const PLAUSIBLE: core::ops::Range<u64> = 1_577_836_800_000_000_000..4_102_444_800_000_000_000;

/// How far this device's clock is from the miner's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skew {
    /// Whether this device's clock is behind the miner's.
    pub behind: bool,
    /// By how much.
    pub by: Duration,
}

impl Skew {
    /// Reads the miner's time from an answer. `sent` and `received` are this device's times, in nanoseconds since 1970;
    /// what lies between them is not counted.
    pub(crate) fn read(headers: &Headers, sent: u64, received: u64) -> Option<Self> {
        let nonce = headers
            .get("bt_header_axon_nonce")
            .and_then(|nonce| nonce.parse().ok());
        let precise = nonce.filter(|nonce| PLAUSIBLE.contains(nonce));
        if let Some(theirs) = precise {
            return Some(Self::between(theirs, theirs, sent, received));
        }
        let date = httpdate::parse_http_date(headers.get("date")?).ok()?;
        let seconds = date.duration_since(UNIX_EPOCH).ok()?;
        let theirs = u64::try_from(seconds.as_nanos()).ok()?;
        // A date has whole seconds only.
        Some(Self::between(
            theirs,
            theirs.saturating_add(999_999_999),
            sent,
            received,
        ))
    }

    /// The least that the clocks are apart, if the miner read its own between `from` and `to` and this device sent and
    /// received when it says.
    fn between(from: u64, to: u64, sent: u64, received: u64) -> Self {
        let behind = from.saturating_sub(received);
        let ahead = sent.saturating_sub(to);
        Self {
            behind: behind > 0,
            by: Duration::from_nanos(behind.max(ahead)),
        }
    }

    /// Whether it can make a miner refuse.
    pub fn is_notable(&self) -> bool {
        self.by >= NOTABLE
    }
}

impl fmt::Display for Skew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let direction = if self.behind { "behind" } else { "ahead of" };
        match self.by.as_secs() {
            0 => write!(f, "Your clock and the miner's agree"),
            seconds @ 1..=119 => write!(f, "Your clock is {seconds} s {direction} the miner's"),
            seconds => write!(f, "Your clock is {} min {direction} the miner's", seconds / 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_337_296_000_000_000;
    const SECOND: u64 = 1_000_000_000;

    fn skew(name: &str, value: &str, sent: u64) -> Option<Skew> {
        let headers = Headers::new(vec![(name.to_owned(), value.to_owned())]);
        Skew::read(&headers, sent, sent + SECOND / 2)
    }

    #[test]
    fn an_axon_tells_its_time() {
        let nonce = NOW.to_string();
        let behind = skew("bt_header_axon_nonce", &nonce, NOW - 600 * SECOND).unwrap();
        assert!(behind.behind && behind.is_notable());
        assert_eq!(behind.to_string(), "Your clock is 9 min behind the miner's");
        let ahead = skew("BT_HEADER_AXON_NONCE", &nonce, NOW + 30 * SECOND).unwrap();
        assert_eq!(ahead.to_string(), "Your clock is 30 s ahead of the miner's");
        let same = skew("bt_header_axon_nonce", &nonce, NOW - SECOND / 4).unwrap();
        assert_eq!(same.by, Duration::ZERO);
        assert!(!same.is_notable());
    }

    #[test]
    fn any_server_tells_its_date() {
        let date = "Sun, 22 Nov 2026 08:48:16 GMT";
        let same = skew("date", date, NOW + SECOND / 2).unwrap();
        assert_eq!(same.by, Duration::ZERO);
        let behind = skew("date", date, NOW - 120 * SECOND).unwrap();
        assert_eq!((behind.behind, behind.by.as_secs()), (true, 119));
    }

    #[test]
    fn what_is_no_time_is_none() {
        // Monotonic, as axons before 7.2 have it.
        assert_eq!(skew("bt_header_axon_nonce", "123456789", NOW), None);
        assert_eq!(skew("date", "yesterday", NOW), None);
        assert_eq!(skew("server", "uvicorn", NOW), None);
    }
}
