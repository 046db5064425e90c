//! The wallet's page. It talks to the engine and to the vault through two typed clients and does nothing else: it opens
//! no sockets and keeps no keys.
//!
//! `store` holds what the page shows, as signals, and `route` says which page that is; `feed`, `reading`, `opening`, `keyring`,
//! `naming`, `receiver`, `scanning`, `miners`, `vault`, `presence` and `sending` talk to the two processes, and so do the sheets that bring secrets in and take
//! them out; `columns`, `memory`, `contacts` and `worth_history` keep what only this browser knows; `language` chooses in which
//! of the languages of `taolight_locales` everything is said; `acts`, `csv`, `format`, `holdings`,
//! `leaving`, `limits`, `metagraph`, `paging`, `qr`, `search`, `seen`, `settings_file`, `sort`, `subnet_list`, `table_view`, `trading`, `transfer`,
//! `validators` and `words` are plain functions;
//! `components` draw.

mod acts;
mod app;
mod attempt;
mod clients;
mod columns;
mod components;
mod contacts;
mod csv;
mod feed;
mod format;
mod holdings;
mod keyring;
mod language;
mod leaving;
mod limits;
mod logos;
mod memory;
mod metagraph;
mod miners;
mod naming;
mod opening;
mod own_networks;
mod page;
mod paging;
mod presence;
mod qr;
mod reading;
mod receiver;
mod route;
mod scanning;
mod search;
mod seen;
mod sending;
mod settings_file;
mod sheet;
mod sort;
mod store;
mod subnet_list;
mod table_view;
mod trading;
mod transfer;
mod validators;
mod vault;
mod words;
mod worth_history;

pub mod test_ids;

pub use app::mount;
pub use clients::{Clients, Processes};
