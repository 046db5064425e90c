//! The miners page of a subnet.

pub(crate) mod answers;
pub(crate) mod ask;
pub(crate) mod field;
pub(crate) mod history;
pub(crate) mod json;
pub(crate) mod page;
pub(crate) mod picture;
pub(crate) mod question;
pub(crate) mod review;
pub(crate) mod table;
pub(crate) mod verdict;
