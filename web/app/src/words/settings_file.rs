//! What a file of settings adds, in sentences.

use taolight_locales::{name, say};
use taolight_protocol::vault::AutoLock;

use crate::format;
use crate::settings_file::Saved;
use crate::trading::tolerance_text;

/// What a file adds, a line each.
pub(crate) fn added_lines(added: &Saved) -> Vec<String> {
    let favourites = added.favourites.values().map(|subnets| subnets.len()).sum();
    let samples = added.worth.iter().map(|worth| worth.samples.len()).sum();
    let questions = added.questions.values().map(Vec::len).sum();
    let columns = added.columns.values().map(|columns| columns.len()).sum();
    let lines = [
        accounts(added),
        counted(
            added.contacts.len(),
            |count| say!(settings.file.contacts_one, count = count),
            |count| say!(settings.file.contacts_many, count = count),
        ),
        counted(
            favourites,
            |count| say!(settings.file.favourites_one, count = count),
            |count| say!(settings.file.favourites_many, count = count),
        ),
        counted(
            samples,
            |count| say!(settings.file.worth_one, count = count),
            |count| say!(settings.file.worth_many, count = count),
        ),
        counted(
            questions,
            |count| say!(settings.file.questions_one, count = count),
            |count| say!(settings.file.questions_many, count = count),
        ),
        counted(
            added.limits.len(),
            |count| say!(settings.file.limits_one, count = count),
            |count| say!(settings.file.limits_many, count = count),
        ),
        counted(
            added.networks.len(),
            |count| say!(settings.file.networks_one, count = count),
            |count| say!(settings.file.networks_many, count = count),
        ),
        counted(
            columns,
            |count| say!(settings.file.columns_one, count = count),
            |count| say!(settings.file.columns_many, count = count),
        ),
        added
            .tolerance
            .map(|tolerance| say!(settings.file.tolerance, percent = tolerance_text(tolerance))),
        added.dark.map(|dark| match dark {
            true => say!(settings.file.dark).to_owned(),
            false => say!(settings.file.light).to_owned(),
        }),
        added
            .language
            .map(|language| say!(settings.file.language, name = name(language))),
        added.auto_lock.map(|auto_lock| match auto_lock {
            AutoLock::After(1) => say!(settings.file.lock_after_one, count = 1),
            AutoLock::After(minutes) => say!(settings.file.lock_after_many, count = minutes),
            AutoLock::OnClose => say!(settings.file.lock_on_close).to_owned(),
        }),
    ];
    lines.into_iter().flatten().collect()
}

fn accounts(added: &Saved) -> Option<String> {
    let names = added.accounts.iter().map(|account| account.name.as_str());
    let names = names.collect::<Vec<_>>().join(say!(common.list_separator));
    counted(
        added.accounts.len(),
        |count| say!(settings.file.accounts_one, count = count, names = names.as_str()),
        |count| say!(settings.file.accounts_many, count = count, names = names.as_str()),
    )
}

/// The sentence of this number; none of nothing.
fn counted(
    number: usize,
    one: impl Fn(String) -> String,
    other: impl Fn(String) -> String,
) -> Option<String> {
    let count = format::number(u32::try_from(number).unwrap_or(u32::MAX));
    match number {
        0 => None,
        1 => Some(one(count)),
        _ => Some(other(count)),
    }
}
