//! The pools' arithmetic, against what the real chain answered and did.

mod power;
mod recorded;
