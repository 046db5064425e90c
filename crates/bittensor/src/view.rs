//! One block of a chain, as the domain asks it. Whoever implements this proves every answer against the block's state.

use taolight_codec::{Metadata, StateCall};
use taolight_primitives::{BlockRef, Failure, Level, Verified};

/// The state of one block. All answers are of that block, so that what is computed from several of them fits together.
#[expect(
    async_fn_in_trait,
    reason = "a light client in a browser lives on one thread, and so does whoever asks it"
)]
pub trait View {
    /// The block.
    fn block(&self) -> BlockRef;

    /// How well its answers are proven.
    fn level(&self) -> Level;

    /// Metadata of the block's own runtime.
    fn metadata(&self) -> &Metadata;

    /// The values of several storage keys in their order, `None` for a key that the state does not have. One proof.
    async fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Failure>;

    /// Every key that begins with one of these prefixes, with its value.
    async fn below(&self, prefixes: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Failure>;

    /// The answer of a function of the block's runtime, executed over proven state.
    async fn call(&self, call: &StateCall) -> Result<Vec<u8>, Failure>;

    /// A value that was computed from this block alone.
    fn verified<T>(&self, value: T) -> Verified<T> {
        Verified {
            value,
            block: self.block(),
            level: self.level(),
        }
    }
}
