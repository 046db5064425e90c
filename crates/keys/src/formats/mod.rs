//! The forms in which keys are pasted, dropped and handed on: btcli's key files of every age, polkadot-js' keystores,
//! and plain text.
//!
//! [`detect`] says what something is before a password is asked for. What is [`Locked`] names its password hash, takes
//! the derived key, and opens. Whatever is read is checked against every public part that came with it, so a file that
//! says two things is an error and never one of the two keys. All of it works on bytes; nothing here does I/O.

mod ansible;
mod bare;
mod btcli;
mod content;
mod detect;
mod fernet;
mod hex_bytes;
mod imported;
mod kind;
mod known;
mod locked;
mod nacl;
mod part;
mod polkadot_js;
mod secret_text;
mod text;
mod yaml_quote;

pub use bare::BareSecret;
pub use btcli::{btcli_json, btcli_public_json};
pub use detect::{Detected, MAX_BYTES, detect};
pub use imported::{Imported, ImportedSecret, Refused};
pub use kind::Kind;
pub use known::KnownAccount;
pub use locked::Locked;
pub use nacl::NaclExport;
pub use polkadot_js::KeystoreExport;
