//! What was pasted or dropped and waits for its password, its address, or a yes.

use std::{collections::BTreeMap, time::Duration};

use taolight_keys::{
    Secret,
    formats::{Detected, Imported, Kind},
};
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::{ClaimedAccount, DetectedImport, ImportKind};

/// Whoever comes back later has to paste again: a secret should not wait in memory for nobody.
const WAITS_FOR: Duration = Duration::from_secs(600);
/// A batch has some accounts; more than these wait for nobody.
const MAX_WAITING: usize = 256;

#[derive(Default)]
pub(crate) struct Imports {
    last: u32,
    waiting: BTreeMap<u32, Waiting>,
}

struct Waiting {
    since: Duration,
    kind: Kind,
    imported: Imported,
}

impl Imports {
    /// Keeps what was detected.
    pub(crate) fn keep(&mut self, detected: Detected, now: Duration) -> DetectedImport {
        self.expire(now);
        while self.waiting.len() >= MAX_WAITING {
            self.waiting.pop_first();
        }
        self.last = self.last.wrapping_add(1);
        let described = describe(self.last, &detected);
        let Detected { kind, imported } = detected;
        self.waiting.insert(
            self.last,
            Waiting {
                since: now,
                kind,
                imported,
            },
        );
        described
    }

    /// What waits under a number.
    pub(crate) fn get(&mut self, import: u32, now: Duration) -> Result<(Kind, &Imported), Failure> {
        self.expire(now);
        let waiting = self.waiting.get(&import).ok_or_else(gone)?;
        Ok((waiting.kind, &waiting.imported))
    }

    pub(crate) fn forget(&mut self, import: u32) {
        self.waiting.remove(&import);
    }

    /// Forgets everything: the vault is locked.
    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    fn expire(&mut self, now: Duration) {
        self.waiting
            .retain(|_, waiting| now.saturating_sub(waiting.since) < WAITS_FOR);
    }
}

/// Another copy of a secret, so that the first one can wait on if this one comes to nothing.
pub(crate) fn copy(secret: &Secret) -> Result<Secret, Failure> {
    Ok(Secret::from_bytes(&secret.to_bytes())?)
}

/// The name that an account gets: the one that was typed; where several come at once, the file's own.
pub(crate) fn choose_label(typed: &str, own: Option<&str>, is_one_of_several: bool) -> String {
    let typed = Some(typed).filter(|typed| !typed.trim().is_empty());
    let (first, second) = if is_one_of_several {
        (own, typed)
    } else {
        (typed, own)
    };
    first.or(second).unwrap_or("Account").trim().to_owned()
}

fn describe(import: u32, detected: &Detected) -> DetectedImport {
    let imported = &detected.imported;
    DetectedImport {
        import,
        kind: kind(detected.kind),
        needs_password: imported.needs_password(),
        needs_address: matches!(imported, Imported::Bare(_)),
        chooses_scheme: chooses_scheme(detected.kind),
        holds_secret: imported.holds_secret(),
        accounts: imported
            .accounts()
            .iter()
            .map(|known| ClaimedAccount {
                address: known.account,
                label: known.label.clone(),
            })
            .collect(),
        memory_bytes: match imported {
            Imported::Locked(locked) => locked.kdf().memory_bytes(),
            Imported::Secret(_) | Imported::Watch(_) | Imported::Bare(_) | Imported::Refused(_) => 0,
        },
    }
}

/// Whether nothing says the scheme: of words and seeds, both schemes make an account.
pub(crate) fn chooses_scheme(kind: Kind) -> bool {
    match kind {
        Kind::Mnemonic | Kind::SecretUri | Kind::Seed => true,
        Kind::ExpandedSecret
        | Kind::Address
        | Kind::BtcliSecret
        | Kind::BtcliPublic
        | Kind::BtcliNacl
        | Kind::BtcliAnsible
        | Kind::BtcliFernet
        | Kind::PolkadotJs
        | Kind::PolkadotJsBatch => false,
    }
}

fn kind(kind: Kind) -> ImportKind {
    match kind {
        Kind::Mnemonic => ImportKind::Mnemonic,
        Kind::SecretUri => ImportKind::SecretUri,
        Kind::Seed => ImportKind::Seed,
        Kind::ExpandedSecret => ImportKind::ExpandedSecret,
        Kind::Address => ImportKind::Address,
        Kind::BtcliSecret => ImportKind::BtcliSecret,
        Kind::BtcliPublic => ImportKind::BtcliPublic,
        Kind::BtcliNacl => ImportKind::BtcliNacl,
        Kind::BtcliAnsible => ImportKind::BtcliAnsible,
        Kind::BtcliFernet => ImportKind::BtcliFernet,
        Kind::PolkadotJs => ImportKind::PolkadotJs,
        Kind::PolkadotJsBatch => ImportKind::PolkadotJsBatch,
    }
}

fn gone() -> Failure {
    Failure::new(
        ErrorCode::ImportGone,
        "what was pasted or dropped does not wait any more; paste or drop it again",
    )
}
