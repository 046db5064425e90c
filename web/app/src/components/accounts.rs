//! The accounts: the ways to get one, choosing one, and everything about one.

pub(crate) mod actions;
pub(crate) mod create;
pub(crate) mod damaged;
pub(crate) mod details;
pub(crate) mod gone;
pub(crate) mod hotkeys;
pub(crate) mod identicon;
pub(crate) mod options;
pub(crate) mod panel;
pub(crate) mod remove;
pub(crate) mod role;
pub(crate) mod watch;
pub(crate) mod ways;
