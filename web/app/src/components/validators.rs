//! Comparing validators.

pub(crate) mod page;
pub(crate) mod table;
