//! What can be set on this device: language, colours, when the vault locks, its password, and the limits of each account.

pub(crate) mod about;
mod auto_lock;
mod change_password;
pub(crate) mod file_sheet;
mod language;
pub(crate) mod limits;
mod logos;
pub(crate) mod sheet;
mod theme;
