//! What is drawn. Components read the store's signals and call its actions; they compute nothing about money.

// `#[component]` makes public structs of whatever it is put on.
#![allow(unreachable_pub)]

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod activity;
pub(crate) mod acts;
pub(crate) mod address_field;
pub(crate) mod amount;
pub(crate) mod amount_field;
pub(crate) mod backup;
pub(crate) mod balance;
pub(crate) mod certainty;
pub(crate) mod contact;
pub(crate) mod copy_button;
pub(crate) mod data_table;
pub(crate) mod dialog;
pub(crate) mod export;
pub(crate) mod field_error;
pub(crate) mod figure;
pub(crate) mod first_run;
pub(crate) mod import;
pub(crate) mod label_field;
pub(crate) mod logo;
pub(crate) mod messages;
pub(crate) mod miners;
pub(crate) mod more;
pub(crate) mod name;
pub(crate) mod navigation;
pub(crate) mod network_sheet;
pub(crate) mod pages;
pub(crate) mod password_field;
pub(crate) mod payer;
pub(crate) mod portfolio;
pub(crate) mod proof;
pub(crate) mod receive;
pub(crate) mod review;
pub(crate) mod scan;
pub(crate) mod seen;
pub(crate) mod send_form;
pub(crate) mod settings;
pub(crate) mod sheets;
pub(crate) mod stake;
pub(crate) mod stat;
pub(crate) mod status_strip;
pub(crate) mod submission;
pub(crate) mod submit_button;
pub(crate) mod subnets;
pub(crate) mod switch;
pub(crate) mod toast;
pub(crate) mod trouble;
pub(crate) mod validators;
pub(crate) mod vault;
