//! A file of settings: what is in it, and what it adds.

use taolight_protocol::vault::AutoLock;

use crate::format;
use crate::settings_file::Saved;
use crate::trading::tolerance_text;

/// What such a file is.
pub(crate) const WHAT_IS_KEPT: &str = "Names of your accounts, watched addresses, the address book, favourites, limits, the lock, tolerance, colours, what your accounts were worth, and questions to miners.";

/// What such a file is not.
pub(crate) const NO_KEYS: &str = "There is no key and no password in it: back up each account as well. It tells whoever reads it which addresses are yours.";

/// How what is in a file comes together with what is here.
pub(crate) const HOW_IT_MERGES: &str = "What is here stays as it is, and the file only adds to it. Only single choices, such as the tolerance, become those of the file.";

/// Why the vault's part of a file waits.
pub(crate) const LIMITS_WAIT: &str = "Its limits and its lock need an account with a secret on this device. Make or import one, then open the file again.";

/// What a file adds, a line each.
pub(crate) fn added(added: &Saved) -> Vec<String> {
    let names: Vec<_> = added
        .accounts
        .iter()
        .map(|account| account.name.as_str())
        .collect();
    let favourites = added.favourites.values().map(|subnets| subnets.len()).sum();
    let samples = added.worth.iter().map(|worth| worth.samples.len()).sum();
    let questions = added.questions.values().map(Vec::len).sum();
    let watched = count(names.len(), "account to watch", "accounts to watch")
        .map(|text| format!("{text} until you import the secret: {}", names.join(", ")));
    let lines = [
        watched,
        count(
            added.contacts.len(),
            "address for the address book",
            "addresses for the address book",
        ),
        count(favourites, "favourite subnet", "favourite subnets"),
        count(
            samples,
            "past worth of your accounts",
            "past worths of your accounts",
        ),
        count(questions, "question to miners", "questions to miners"),
        count(added.limits.len(), "account with limits", "accounts with limits"),
        added
            .tolerance
            .map(|tolerance| format!("A tolerance of {} %", tolerance_text(tolerance))),
        added.dark.map(|dark| match dark {
            true => "A dark page".to_owned(),
            false => "A light page".to_owned(),
        }),
        added.auto_lock.map(|auto_lock| match auto_lock {
            AutoLock::After(1) => "Lock after 1 minute".to_owned(),
            AutoLock::After(minutes) => format!("Lock after {minutes} minutes"),
            AutoLock::OnClose => "Lock only when the page is closed".to_owned(),
        }),
    ];
    lines.into_iter().flatten().collect()
}

fn count(number: usize, one: &str, many: &str) -> Option<String> {
    let number = u32::try_from(number).unwrap_or(u32::MAX);
    (number > 0).then(|| format::count(number, one, many))
}
