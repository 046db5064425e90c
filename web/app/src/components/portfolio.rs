//! What accounts have.

pub(crate) mod page;
mod positions;
mod rows;
mod worth;
mod worth_line;
