//! Taking an account out as a key file.

pub(crate) mod sheet;
