//! What this browser remembers between visits, besides what the vault keeps: public halves of accounts, so that their
//! balances are asked before the vault has answered, and choices of the person. Never a secret.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use leptos::prelude::window;
use taolight_bittensor::Tolerance;
use taolight_locales::{Locale, code};
use taolight_primitives::{AccountId, BlockHash, NetUid};
use taolight_protocol::vault::Account;
use web_sys::Storage;

use crate::columns::Choices;
use crate::contacts::Contact;
use crate::miners::Entry;
use crate::settings_file::Worth;
use crate::worth_history::History;

/// The public half of the vault's accounts.
const ACCOUNTS_KEY: &str = "taolight.accounts";
/// There if somebody chose to look around without an account.
const LOOKING_KEY: &str = "taolight.looking";
/// There if the vault is to lock whenever the device does.
const LOCK_WITH_DEVICE_KEY: &str = "taolight.lockWithDevice";
/// There if logos of subnets are shown.
const LOGOS_KEY: &str = "taolight.logos";
/// The language that was chosen for the page.
const LANGUAGE_KEY: &str = "taolight.language";
/// How much worse a price may become, in millionths.
const TOLERANCE_KEY: &str = "taolight.tolerance";
/// Which columns of tables are shown.
const COLUMNS_KEY: &str = "taolight.columns";
/// The address book.
const CONTACTS_KEY: &str = "taolight.contacts";
/// Followed by a chain's genesis hash and the addresses: what they were worth.
const WORTH_KEY: &str = "taolight.worth.";
/// Followed by a chain's genesis hash: the numbers of its favourite subnets.
const FAVOURITES_KEY: &str = "taolight.favourites.";
/// The networks that were brought, as network files.
const NETWORKS_KEY: &str = "taolight.networks";
/// Followed by a chain's genesis hash: what was asked of its miners.
const QUERIES_KEY: &str = "taolight.queries.";

/// The accounts that the vault had when it last told; none if this browser knows nothing of that.
pub(crate) fn accounts() -> Option<Vec<Account>> {
    read(ACCOUNTS_KEY).and_then(|text| serde_json::from_str(&text).ok())
}

/// Remembers the public half of these accounts, and no others.
pub(crate) fn set_accounts(accounts: &[Account]) {
    if let Ok(text) = serde_json::to_string(accounts) {
        write(ACCOUNTS_KEY, Some(&text));
    }
}

/// Whether somebody chose to look around without an account.
pub(crate) fn is_looking() -> bool {
    read(LOOKING_KEY).is_some()
}

/// Remembers that somebody looks around without an account.
pub(crate) fn set_looking() {
    write(LOOKING_KEY, Some("yes"));
}

/// The language that was chosen for the page; none to follow the browser.
pub(crate) fn locale() -> Option<Locale> {
    read(LANGUAGE_KEY).and_then(|text| Locale::from_str(&text).ok())
}

/// Remembers the language of the page, or that it follows the browser.
pub(crate) fn set_locale(locale: Option<Locale>) {
    write(LANGUAGE_KEY, locale.map(code));
}

/// Whether the vault is to lock whenever the device does.
pub(crate) fn locks_with_device() -> bool {
    read(LOCK_WITH_DEVICE_KEY).is_some()
}

/// Remembers whether the vault is to lock whenever the device does.
pub(crate) fn set_locks_with_device(locks: bool) {
    write(LOCK_WITH_DEVICE_KEY, locks.then_some("yes"));
}

/// Whether logos of subnets are shown.
pub(crate) fn logos() -> bool {
    read(LOGOS_KEY).is_some()
}

/// Remembers whether logos of subnets are shown.
pub(crate) fn set_logos(show: bool) {
    write(LOGOS_KEY, show.then_some("yes"));
}

/// How much worse a price may become before a trade is not done.
pub(crate) fn tolerance() -> Tolerance {
    read(TOLERANCE_KEY)
        .and_then(|text| Tolerance::new(text.parse().ok()?).ok())
        .unwrap_or(Tolerance::DEFAULT)
}

/// Remembers how much worse a price may become.
pub(crate) fn set_tolerance(tolerance: Tolerance) {
    write(TOLERANCE_KEY, Some(&tolerance.millionths().to_string()));
}

/// Which columns of tables were chosen.
pub(crate) fn columns() -> Choices {
    read(COLUMNS_KEY)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Remembers which columns of tables were chosen.
pub(crate) fn set_columns(columns: &Choices) {
    if columns.is_empty() {
        write(COLUMNS_KEY, None);
    } else if let Ok(text) = serde_json::to_string(columns) {
        write(COLUMNS_KEY, Some(&text));
    }
}

/// The address book.
pub(crate) fn contacts() -> Vec<Contact> {
    read(CONTACTS_KEY)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Remembers the address book.
pub(crate) fn set_contacts(contacts: &[Contact]) {
    if let Ok(text) = serde_json::to_string(contacts) {
        write(CONTACTS_KEY, Some(&text));
    }
}

/// The networks that were brought, as network files, latest first.
pub(crate) fn networks() -> Vec<String> {
    read(NETWORKS_KEY)
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Remembers those networks.
pub(crate) fn set_networks(files: &[String]) {
    if files.is_empty() {
        write(NETWORKS_KEY, None);
    } else if let Ok(text) = serde_json::to_string(files) {
        write(NETWORKS_KEY, Some(&text));
    }
}

/// What these accounts were worth on a chain.
pub(crate) fn worth(genesis: BlockHash, coldkeys: &[AccountId]) -> History {
    read(&worth_key(genesis, coldkeys))
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Remembers what these accounts were worth on a chain.
pub(crate) fn set_worth(genesis: BlockHash, coldkeys: &[AccountId], history: &History) {
    if let Ok(text) = serde_json::to_string(history) {
        write(&worth_key(genesis, coldkeys), Some(&text));
    }
}

fn worth_key(genesis: BlockHash, coldkeys: &[AccountId]) -> String {
    let coldkeys: String = coldkeys.iter().map(|coldkey| format!(".{coldkey}")).collect();
    format!("{WORTH_KEY}{genesis}{coldkeys}")
}

/// The subnets of a chain that somebody wants to see first.
pub(crate) fn favourites(genesis: BlockHash) -> BTreeSet<NetUid> {
    read(&format!("{FAVOURITES_KEY}{genesis}"))
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Remembers those subnets.
pub(crate) fn set_favourites(genesis: BlockHash, favourites: &BTreeSet<NetUid>) {
    if let Ok(text) = serde_json::to_string(favourites) {
        write(&format!("{FAVOURITES_KEY}{genesis}"), Some(&text));
    }
}

/// What was asked of a chain's miners, latest first.
pub(crate) fn queries(genesis: BlockHash) -> Vec<Entry> {
    read(&format!("{QUERIES_KEY}{genesis}"))
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// Remembers what was asked of a chain's miners.
pub(crate) fn set_queries(genesis: BlockHash, queries: &[Entry]) {
    let key = format!("{QUERIES_KEY}{genesis}");
    if queries.is_empty() {
        write(&key, None);
    } else if let Ok(text) = serde_json::to_string(queries) {
        write(&key, Some(&text));
    }
}

/// The favourites of every chain.
pub(crate) fn all_favourites() -> BTreeMap<BlockHash, BTreeSet<NetUid>> {
    let geneses = keys_behind(FAVOURITES_KEY).into_iter();
    let geneses = geneses.filter_map(|genesis| BlockHash::from_hex(&genesis).ok());
    geneses.map(|genesis| (genesis, favourites(genesis))).collect()
}

/// What was asked of every chain's miners.
pub(crate) fn all_queries() -> BTreeMap<BlockHash, Vec<Entry>> {
    let geneses = keys_behind(QUERIES_KEY).into_iter();
    let geneses = geneses.filter_map(|genesis| BlockHash::from_hex(&genesis).ok());
    geneses.map(|genesis| (genesis, queries(genesis))).collect()
}

/// What accounts were worth on every chain.
pub(crate) fn all_worth() -> Vec<Worth> {
    let names = keys_behind(WORTH_KEY).into_iter();
    let all = names.filter_map(|name| {
        let mut parts = name.split('.');
        let genesis = BlockHash::from_hex(parts.next()?).ok()?;
        let coldkeys: Result<Vec<_>, _> = parts.map(AccountId::from_ss58).collect();
        let coldkeys = coldkeys.ok()?;
        let samples = worth(genesis, &coldkeys);
        Some(Worth {
            genesis,
            coldkeys,
            samples,
        })
    });
    all.collect()
}

/// What follows this in the keys that begin with it.
fn keys_behind(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|position| storage.key(position).ok().flatten());
    let mut behind: Vec<_> = keys
        .filter_map(|key| key.strip_prefix(prefix).map(str::to_owned))
        .collect();
    behind.sort();
    behind
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn write(key: &str, value: Option<&str>) {
    // Without storage it is known as long as the page.
    let _ = storage().map(|storage| match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    });
}
