//! Asking miners, as the page has it: what is chosen and typed, what is reviewed, what comes back, what was asked before.

mod again;
mod answers;
mod asking;
mod desk;
mod field;
mod history;
mod json;
pub(crate) mod picture;
mod question;
mod table;
pub(crate) mod tree;

pub(crate) use answers::{Answer, Answers, State};
pub(crate) use asking::Review;
pub(crate) use desk::{ANSWERS, Desk};
pub(crate) use field::{Field, Of};
pub(crate) use history::{Entry, MOST as MOST_KEPT, merged};
pub(crate) use question::{What, content, form, name};
pub(crate) use table::{MOST, found};
