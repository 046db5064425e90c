//! What a person looks at before anything is signed.

mod call;
mod decision;
mod facts;
mod names;
pub(crate) mod sheet;
mod warnings;
