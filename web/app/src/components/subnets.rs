//! The subnets: all of them, and all about one.

mod columns;
pub(crate) mod detail;
mod facts;
mod hyperparameters;
pub(crate) mod list;
mod metagraph;
mod neurons;
mod quote_tool;
