//! Everything that is done beside sending and trading: the list, and the form of each act.

mod acting;
mod field;
pub(crate) mod form;
pub(crate) mod list;
