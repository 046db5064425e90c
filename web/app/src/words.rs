//! The sentences of the page: what is going on, what it means for the money, and what to do next.

mod act;
mod chain;
mod failed;
mod failure;
mod happened;
mod intent;
pub(crate) mod miners;
pub(crate) mod quote;
pub(crate) mod settings_file;
pub(crate) mod subnet;
mod summary;
mod transaction;
mod units;
mod vault;

pub(crate) use act::act;
pub(crate) use chain::{
    elsewhere, followed, holder_name, level, level_name, not_here, notice, phase, phase_name, progress,
    stall_advice, swap_alert,
};
pub(crate) use failed::failed;
pub(crate) use failure::{
    failure, import_failure, is_of_limits, may_review_again, password_failure, review_failure, submit_failure,
};
pub(crate) use happened::seen;
pub(crate) use intent::effects;
pub(crate) use transaction::{did_not_happen, is_done, state, state_advice, state_name};
pub(crate) use units::tao;
pub(crate) use vault::{
    damage, damaged_name, gone, import_kind, kind_name, leaves_behind, memory, role, role_name, warning_name,
};
