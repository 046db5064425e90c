//! The subnets: all of them, and all about one.

pub(crate) mod detail;
mod facts;
mod hyperparameters;
pub(crate) mod list;
mod metagraph;
mod quote_tool;
mod row;
