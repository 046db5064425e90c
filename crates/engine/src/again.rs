//! Blocks that are replaced, or let go on a slow device, while they are read.

use taolight_primitives::{ErrorCode, Failure};

/// How often a block that is gone makes room for another one.
const ATTEMPTS: u32 = 3;

/// Does something with a block anew, each time with a newer one, if the block is gone meanwhile.
pub(crate) async fn again_if_gone<T>(
    mut what: impl AsyncFnMut() -> Result<T, Failure>,
) -> Result<T, Failure> {
    for _ in 1..ATTEMPTS {
        match what().await {
            Err(failure) if failure.code == ErrorCode::BlockUnavailable => {}
            done => return done,
        }
    }
    what().await.map_err(|failure| match failure.code {
        ErrorCode::BlockUnavailable => failure.retryable(),
        _ => failure,
    })
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;

    fn after(gone: u32, code: ErrorCode) -> Result<u32, Failure> {
        let mut asked = 0;
        block_on(again_if_gone(async || {
            asked += 1;
            match asked > gone {
                true => Ok(asked),
                false => Err(Failure::new(code, "no")),
            }
        }))
    }

    #[test]
    fn only_a_block_that_is_gone_is_replaced() {
        assert_eq!(after(2, ErrorCode::BlockUnavailable), Ok(3));
        let failure = after(3, ErrorCode::BlockUnavailable).unwrap_err();
        assert!(failure.retryable);
        assert_eq!(after(1, ErrorCode::NoPeers).unwrap_err().code, ErrorCode::NoPeers);
    }
}
