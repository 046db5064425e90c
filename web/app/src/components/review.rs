//! What a person looks at before anything is signed.

mod call;
mod decision;
mod facts;
pub(crate) mod sheet;
mod warnings;
