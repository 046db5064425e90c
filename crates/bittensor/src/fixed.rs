//! Numbers wider than a machine's, for what the chain computes in them: products of 256 bits, powers with any exponent.
//! All of it adds 5 kB to the download; a library of big integers alone would add 41 kB.

mod power;
mod wide;

pub(crate) use power::{SCALE, power};
pub(crate) use wide::{Wide, scaled};
