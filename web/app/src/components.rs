//! What is drawn. Components read the store's signals and call its actions; they compute nothing about money.

// `#[component]` makes public structs of whatever it is put on.
#![allow(unreachable_pub)]

pub(crate) mod account;
pub(crate) mod activity;
pub(crate) mod amount;
pub(crate) mod balance;
pub(crate) mod certainty;
pub(crate) mod copy_button;
pub(crate) mod dialog;
pub(crate) mod field_error;
pub(crate) mod first_run;
pub(crate) mod messages;
pub(crate) mod network_sheet;
pub(crate) mod review_sheet;
pub(crate) mod send_form;
pub(crate) mod status_strip;
