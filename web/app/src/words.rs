//! The sentences of the page: what is going on, what it means for the money, and what to do next.

mod chain;
mod failure;
mod happened;
mod intent;
pub(crate) mod miners;
pub(crate) mod quote;
pub(crate) mod settings_file;
pub(crate) mod subnet;
mod transaction;
mod vault;

pub(crate) use chain::{
    NOT_HERE, elsewhere, followed, holder_name, level, level_name, notice, phase, phase_name, progress,
    stall_advice, swap_alert,
};
pub(crate) use failure::{
    failure, import_failure, is_of_limits, may_review_again, password_failure, review_failure, submit_failure,
};
pub(crate) use happened::seen;
pub(crate) use intent::{act, effects};
pub(crate) use transaction::{did_not_happen, state, state_advice, state_name};
pub(crate) use vault::{
    ATTEMPTS_LOST, DAMAGED, HOW_TO_CHOOSE_A_PASSWORD, NOT_BACKED_UP, VAULT_ANEW, VAULT_DAMAGED, WATCHED,
    damage, damaged_name, import_kind, kind_name, leaves_behind, memory, role, role_name, warning_name,
};
