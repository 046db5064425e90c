//! What every part of Taolight agrees on: amounts with a unit, accounts with a checksum and which of them look alike, blocks, how well a value is
//! proven, and the one table of error codes. Knows nothing of the chain's runtime, the network or the browser.

mod account;
mod alpha;
mod amount;
mod appearance;
mod block;
mod bytes;
mod error;
mod netuid;
mod price;
mod rao;
mod ratio;
mod verified;

pub use account::{AccountId, AddressError};
pub use alpha::Alpha;
pub use amount::AmountError;
pub use appearance::{Appearance, Ends};
pub use block::{BlockHash, BlockRef};
pub use bytes::{Bytes, HexError};
pub use error::{ErrorCode, Failure};
pub use netuid::NetUid;
pub use price::Price;
pub use rao::Rao;
pub use ratio::Ratio;
pub use verified::{Level, Verified};
