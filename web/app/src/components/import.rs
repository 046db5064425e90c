//! Bringing accounts: what is pasted or dropped is named, then opened, then kept.

mod open;
mod outcome;
mod progress;
pub(crate) mod sheet;
mod source;
