//! Quotes against what a real runtime answered and did, where its recordings are at hand.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod executions;
mod recordings;
mod refusals;
mod simulations;
