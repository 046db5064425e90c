//! What makes each request one of its own: a time that only grows, and a name drawn at random.

use std::{cell::Cell, rc::Rc};

use taolight_primitives::{ErrorCode, Failure};
use uuid::Builder;

use crate::Clock;

/// The time and the name of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Nanoseconds since 1970.
    pub nonce: u64,
    /// A random UUID. Axons remember the last nonce of each, so that requests sent side by side need one each.
    pub uuid: String,
}

/// Makes stamps. Whatever one device sends has them from one of these, lest a nonce comes twice.
#[derive(Clone)]
pub struct Stamps {
    clock: Rc<dyn Clock>,
    last: Rc<Cell<u64>>,
}

impl Stamps {
    /// By this clock.
    pub fn new(clock: Rc<dyn Clock>) -> Self {
        Self {
            clock,
            last: Rc::default(),
        }
    }

    /// A stamp later than all before, even if the clock stands still or is set back.
    pub fn draw(&self) -> Result<Stamp, Failure> {
        let nonce = self.clock.now_ns().max(self.last.get().saturating_add(1));
        self.last.set(nonce);
        let uuid = Builder::from_random_bytes(random()?).into_uuid().to_string();
        Ok(Stamp { nonce, uuid })
    }
}

/// Random bytes of this device.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|_| Failure::new(ErrorCode::Internal, "this device gives no random numbers"))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use futures::future::LocalBoxFuture;

    use super::*;

    struct Stopped(Cell<u64>);

    impl Clock for Stopped {
        fn now_ns(&self) -> u64 {
            self.0.get()
        }

        fn monotonic(&self) -> Duration {
            Duration::ZERO
        }

        fn sleep(&self, _: Duration) -> LocalBoxFuture<'static, ()> {
            Box::pin(futures::future::pending())
        }
    }

    #[test]
    fn nonces_grow_though_the_clock_does_not() {
        let clock = Rc::new(Stopped(Cell::new(1000)));
        let stamps = Stamps::new(clock.clone());
        let nonces = [(); 3].map(|()| stamps.draw().unwrap().nonce);
        assert_eq!(nonces, [1000, 1001, 1002]);
        clock.0.set(5);
        assert_eq!(stamps.draw().unwrap().nonce, 1003);
        clock.0.set(5000);
        assert_eq!(stamps.draw().unwrap().nonce, 5000);
    }

    #[test]
    fn names_are_random_and_of_version_four() {
        let stamps = Stamps::new(Rc::new(Stopped(Cell::new(0))));
        let (one, two) = (stamps.draw().unwrap().uuid, stamps.draw().unwrap().uuid);
        assert_ne!(one, two);
        assert_eq!((one.len(), &one[14..15]), (36, "4"));
        assert!(
            one.bytes()
                .all(|byte| byte == b'-' || byte.is_ascii_digit() || byte.is_ascii_lowercase())
        );
    }
}
