//! The vault's lock: its button, and the sheet that asks for the password.

pub(crate) mod damaged;
pub(crate) mod lock_button;
pub(crate) mod password_sheet;
