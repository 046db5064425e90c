//! Bringing accounts: named first, then opened, then kept. What fails for want of a password or an address waits on.

use taolight_keys::{
    Secret,
    formats::{self, Detected, Imported, ImportedSecret, Kind, Refused},
};
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::{
    Account, DetectImport, DetectedImport, ImportAccounts, ImportOutcome, Origin, RefusedImport, Role, Scheme,
};

use crate::{
    Vault,
    imports::{choose_label, chooses_scheme, copy},
    scheme::key_scheme,
    vault::checked_label,
};

impl Vault {
    /// Names what was pasted or dropped, and keeps it.
    pub fn detect_import(&mut self, request: &DetectImport) -> Result<DetectedImport, Failure> {
        let detected = formats::detect(request.content.expose())?;
        Ok(self.imports.keep(detected, self.clock.monotonic()))
    }

    /// Opens what waits, and keeps its accounts.
    pub async fn import(&mut self, request: &ImportAccounts) -> Result<ImportOutcome, Failure> {
        if matches!(request.role, Role::WatchOnly) {
            return Err(Failure::new(
                ErrorCode::TypeMismatch,
                "a secret is imported as a coldkey or a hotkey; to watch an account, give its address alone",
            ));
        }
        let now = self.clock.monotonic();
        let (kind, imported) = self.imports.get(request.import, now)?;
        if imported.holds_secret() {
            self.strongbox.must_be_unlocked().await?;
        }
        let mut outcome = ImportOutcome {
            added: Vec::new(),
            refused: Vec::new(),
            waiting: Vec::new(),
        };
        match imported {
            Imported::Locked(locked) => {
                let password = request.password.as_ref().map_or("", |password| password.expose());
                let key = self.hasher.derive(&locked.kdf(), password).await?;
                let opened = locked.open(&key)?;
                self.keep_opened(opened, request, &mut outcome).await?;
            }
            Imported::Secret(found) => {
                let secret = by_choice(copy(&found.secret)?, kind, request.scheme)?;
                check_address(&secret, request)?;
                let label = choose_label(&request.label, found.known.label.as_deref(), false);
                outcome
                    .added
                    .push(self.keep_secret(&secret, label, request).await?);
            }
            Imported::Bare(bare) => {
                let address = request.address.ok_or(taolight_keys::KeyError::AddressNeeded)?;
                let secret = bare.of(&address)?;
                let label = choose_label(&request.label, None, false);
                outcome
                    .added
                    .push(self.keep_secret(&secret, label, request).await?);
            }
            Imported::Watch(known) => {
                let (account, own) = (known.account, known.label.clone());
                if request.address.is_some_and(|address| address != account) {
                    return Err(taolight_keys::KeyError::AddressMismatch.into());
                }
                let label = checked_label(&choose_label(&request.label, own.as_deref(), false))?;
                outcome.added.push(self.strongbox.watch(account, label).await?);
            }
            Imported::Refused(refused) => return Err(refused.why.into()),
        }
        self.imports.forget(request.import);
        Ok(outcome)
    }

    /// Forgets what waits.
    pub fn forget_import(&mut self, import: u32) {
        self.imports.forget(import);
    }

    /// Keeps what an encrypted file held. One that cannot be kept does not keep the others back.
    async fn keep_opened(
        &mut self,
        opened: Vec<Imported>,
        request: &ImportAccounts,
        outcome: &mut ImportOutcome,
    ) -> Result<(), Failure> {
        let several = opened.len() > 1;
        for imported in opened {
            let own = imported.accounts().first().and_then(|known| known.label.clone());
            match self.keep_one(imported, several, request, outcome).await {
                Ok(()) => {}
                Err(why) if several => outcome.refused.push(RefusedImport { label: own, why }),
                Err(why) => return Err(why),
            }
        }
        Ok(())
    }

    async fn keep_one(
        &mut self,
        imported: Imported,
        several: bool,
        request: &ImportAccounts,
        outcome: &mut ImportOutcome,
    ) -> Result<(), Failure> {
        let now = self.clock.monotonic();
        match imported {
            Imported::Secret(ImportedSecret { secret, known }) => {
                check_address(&secret, request)?;
                let label = choose_label(&request.label, known.label.as_deref(), several);
                outcome
                    .added
                    .push(self.keep_secret(&secret, label, request).await?);
            }
            Imported::Watch(known) => {
                let label = checked_label(&choose_label(&request.label, known.label.as_deref(), several))?;
                outcome
                    .added
                    .push(self.strongbox.watch(known.account, label).await?);
            }
            Imported::Locked(locked) => {
                let kind = locked.kind();
                let imported = Imported::Locked(locked);
                outcome
                    .waiting
                    .push(self.imports.keep(Detected { kind, imported }, now));
            }
            Imported::Bare(bare) => {
                let detected = Detected {
                    kind: Kind::ExpandedSecret,
                    imported: Imported::Bare(bare),
                };
                outcome.waiting.push(self.imports.keep(detected, now));
            }
            Imported::Refused(Refused { label, why }) => outcome.refused.push(RefusedImport {
                label,
                why: why.into(),
            }),
        }
        Ok(())
    }

    async fn keep_secret(
        &mut self,
        secret: &Secret,
        label: String,
        request: &ImportAccounts,
    ) -> Result<Account, Failure> {
        let label = checked_label(&label)?;
        let role = request.role.clone();
        self.strongbox.add(secret, label, role, Origin::Imported).await
    }
}

/// The secret by the scheme that was chosen, where nothing says it.
fn by_choice(secret: Secret, kind: Kind, chosen: Option<Scheme>) -> Result<Secret, Failure> {
    match chosen {
        Some(scheme) if chooses_scheme(kind) => Ok(secret.with_scheme(key_scheme(scheme))?),
        Some(scheme) if key_scheme(scheme) != secret.scheme() => Err(Failure::new(
            ErrorCode::TypeMismatch,
            "the file itself says by which scheme its key signs",
        )),
        Some(_) | None => Ok(secret),
    }
}

fn check_address(secret: &Secret, request: &ImportAccounts) -> Result<(), Failure> {
    match request.address {
        Some(address) if secret.account()? != address => Err(taolight_keys::KeyError::AddressMismatch.into()),
        Some(_) | None => Ok(()),
    }
}
