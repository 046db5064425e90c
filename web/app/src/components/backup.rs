//! Writing the secret of an account down, and showing that it was.

mod question;
pub(crate) mod reminder;
mod secret;
pub(crate) mod sheet;
