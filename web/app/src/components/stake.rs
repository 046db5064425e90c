//! Staking, unstaking and moving stake: what is chosen, what it would give, and the way to the review.

mod form;
pub(crate) mod leaving;
pub(crate) mod moving;
pub(crate) mod page;
pub(crate) mod quote;
pub(crate) mod subnet_choice;
mod tolerance;
pub(crate) mod unstake;
mod validator_choice;
