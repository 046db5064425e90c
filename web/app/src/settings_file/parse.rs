//! Reading a file of settings. Whoever changed it, nothing of it is taken unless all of it is as it must be.

use std::{fmt, str::FromStr};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use taolight_locales::{Locale, say};
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::AutoLock;

use super::{KIND, Saved, VERSION};
use crate::columns;
use crate::contacts::{Contact, LONGEST_NAME};
use crate::miners::MOST_KEPT;
use crate::own_networks::{self, genesis_of};

/// Bytes of a file at most. What a browser keeps here is some hundred kilobytes.
const MOST_BYTES: usize = 8 << 20;
/// Characters of an own account's name at most, as the vault takes them.
const LONGEST_LABEL: usize = 64;

impl Saved {
    /// Reads a file, as it is now.
    pub(crate) fn parse(text: &str, now_ms: u64) -> Result<Self, Failure> {
        if text.len() > MOST_BYTES {
            return Err(bad(say!(failures.own.settings.large)));
        }
        let Ok(Value::Object(mut parts)) = serde_json::from_str(text) else {
            return Err(bad(say!(failures.own.settings.damaged)));
        };
        check_kind(&mut parts)?;
        let mut saved = Self {
            accounts: part(&mut parts, "accounts")?,
            contacts: part(&mut parts, "contacts")?,
            favourites: part(&mut parts, "favourites")?,
            worth: part(&mut parts, "worth")?,
            questions: part(&mut parts, "questions")?,
            limits: part(&mut parts, "limits")?,
            networks: part(&mut parts, "networks")?,
            columns: part(&mut parts, "columns")?,
            tolerance: part(&mut parts, "tolerance")?,
            dark: part(&mut parts, "dark")?,
            language: language(&mut parts)?,
            auto_lock: part(&mut parts, "autoLock")?,
        };
        if let Some(name) = parts.keys().next() {
            return Err(unreadable(name));
        }
        saved.check()?;
        for worth in &mut saved.worth {
            worth.samples = std::mem::take(&mut worth.samples).until_ms(now_ms);
        }
        Ok(saved)
    }

    /// What the types of the parts do not say.
    fn check(&self) -> Result<(), Failure> {
        let are_named =
            |contacts: &[Contact], longest| contacts.iter().all(|contact| is_name(&contact.name, longest));
        let sound = [
            ("accounts", are_named(&self.accounts, LONGEST_LABEL)),
            ("contacts", are_named(&self.contacts, LONGEST_NAME)),
            ("worth", self.worth.iter().all(|worth| worth.samples.is_sound())),
            (
                "questions",
                self.questions.values().all(|entries| entries.len() <= MOST_KEPT),
            ),
            ("networks", are_networks(&self.networks)),
            ("columns", columns::are_sound(&self.columns)),
            ("autoLock", self.auto_lock.is_none_or(is_possible)),
        ];
        match sound.into_iter().find(|(_, is_sound)| !is_sound) {
            Some((name, _)) => Err(unreadable(name)),
            None => Ok(()),
        }
    }
}

fn check_kind(parts: &mut Map<String, Value>) -> Result<(), Failure> {
    if parts.remove("taolight").as_ref().and_then(Value::as_str) != Some(KIND) {
        return Err(bad(say!(failures.own.settings.foreign)));
    }
    match parts.remove("version").as_ref().and_then(Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => Ok(()),
        Some(version) if version > u64::from(VERSION) => Err(bad(say!(failures.own.settings.newer))),
        Some(_) | None => Err(unreadable("version")),
    }
}

/// A part of the file; what it is without, if it is not there.
fn part<T: DeserializeOwned + Default>(parts: &mut Map<String, Value>, name: &str) -> Result<T, Failure> {
    match parts.remove(name) {
        Some(value) => serde_json::from_value(value).map_err(|_| unreadable(name)),
        None => Ok(T::default()),
    }
}

/// The language of the page. Its own type would take one that is not spoken here for English.
fn language(parts: &mut Map<String, Value>) -> Result<Option<Locale>, Failure> {
    let code: Option<String> = part(parts, "language")?;
    code.map(|code| Locale::from_str(&code).map_err(|()| unreadable("language")))
        .transpose()
}

fn is_name(name: &str, longest: usize) -> bool {
    let is_plain = name.trim() == name && !name.chars().any(char::is_control);
    is_plain && (1..=longest).contains(&name.chars().count())
}

/// What they say beyond their genesis is checked by the engine, before they are listed.
fn are_networks(files: &[String]) -> bool {
    files.len() <= own_networks::MOST && files.iter().all(|file| genesis_of(file).is_some())
}

fn is_possible(auto_lock: AutoLock) -> bool {
    match auto_lock {
        AutoLock::After(minutes) => (1..=60).contains(&minutes),
        AutoLock::OnClose => true,
    }
}

fn bad(message: impl fmt::Display) -> Failure {
    Failure::worded(ErrorCode::MalformedSettings, message)
}

/// What stands there is not repeated: nobody knows what it is.
fn unreadable(name: &str) -> Failure {
    bad(say!(failures.own.settings.part, name = name)).with_data(name)
}
