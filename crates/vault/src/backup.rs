//! Taking secrets out, each time with the password, and the check that a copy of the words exists.

use std::collections::BTreeMap;

use taolight_keys::{
    Kdf, Secret,
    formats::{KeystoreExport, NaclExport, btcli_json, btcli_public_json},
};
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{
    Account, AnswerBackup, BackupQuestion, ExportAccount, ExportFormat, ExportedAccount, RevealSecret,
    RevealedSecret, Secret as Text, SecretBytes,
};
use zeroize::Zeroizing;

use crate::Vault;

/// Words that are asked for.
const ASKED: usize = 3;

/// What was asked, by account.
#[derive(Debug, Default)]
pub(crate) struct Questions(BTreeMap<AccountId, Vec<u8>>);

impl Questions {
    pub(crate) fn forget(&mut self, account: &AccountId) {
        self.0.remove(account);
    }
}

impl Vault {
    /// The secret of an account, as it began.
    pub async fn reveal(&mut self, request: &RevealSecret) -> Result<RevealedSecret, Failure> {
        self.strongbox.check_password(request.password.expose()).await?;
        let secret = self.strongbox.secret(&request.address).await?;
        Ok(match (secret.mnemonic(), secret.uri()) {
            (Some(mnemonic), _) if secret.is_bare_mnemonic() => RevealedSecret::Mnemonic {
                words: text(&mnemonic.words()),
            },
            (_, Some(uri)) => RevealedSecret::Uri { text: text(&uri) },
            (_, None) => RevealedSecret::FileOnly,
        })
    }

    /// Three random positions of the mnemonic.
    pub async fn ask_backup(&mut self, address: &AccountId) -> Result<BackupQuestion, Failure> {
        let secret = self.strongbox.secret(address).await?;
        let count = words(&secret)?.split(' ').count();
        let positions = random_positions(count)?;
        self.questions.0.insert(*address, positions.clone());
        Ok(BackupQuestion { positions })
    }

    /// Marks the account as backed up if the words are right.
    pub async fn answer_backup(&mut self, request: &AnswerBackup) -> Result<Account, Failure> {
        let secret = self.strongbox.secret(&request.address).await?;
        let asked = self.questions.0.get(&request.address);
        let asked = asked.filter(|asked| asked.len() == request.words.len());
        let asked = asked.ok_or_else(|| {
            Failure::new(
                ErrorCode::BackupMismatch,
                "these words were not asked for; ask for them again",
            )
        })?;
        let words = words(&secret)?;
        let words: Vec<&str> = words.split(' ').collect();
        for (position, typed) in asked.iter().zip(&request.words) {
            let typed = Zeroizing::new(typed.expose().trim().to_lowercase());
            let word = usize::from(*position)
                .checked_sub(1)
                .and_then(|index| words.get(index));
            if word.is_none_or(|word| *word != typed.as_str()) {
                let message = format!("word {position} is another one; look at your copy again");
                return Err(Failure::new(ErrorCode::BackupMismatch, message).with_data(position));
            }
        }
        self.questions.forget(&request.address);
        self.strongbox.set_backed_up(&request.address).await
    }

    /// A key file. Whoever takes one out with the secret in it has a backup.
    pub async fn export(&mut self, request: &ExportAccount) -> Result<ExportedAccount, Failure> {
        self.strongbox.check_password(request.password.expose()).await?;
        let secret = self.strongbox.secret(&request.address).await?;
        let account = self.strongbox.account(&request.address).await?;
        let name = file_name(&account.label);
        let (name, content) = match &request.format {
            ExportFormat::PolkadotJs { file_password } => {
                let export = KeystoreExport::new()?;
                let key = self.derive(&export.kdf(), file_password).await?;
                let text = export.write(&secret, &key, Some(&account.label), Some(account.added_ms))?;
                (format!("{}.json", account.address), text.into_bytes())
            }
            ExportFormat::BtcliNacl { file_password } => {
                let key = self.derive(&NaclExport::kdf(), file_password).await?;
                (name, NaclExport::write(&secret, &key)?)
            }
            ExportFormat::BtcliPlain => (name, btcli_json(&secret)?.as_bytes().to_vec()),
            ExportFormat::BtcliPublic => {
                let text = btcli_public_json(&account.address, secret.scheme());
                return Ok(exported(format!("{name}pub.txt"), text.into_bytes()));
            }
        };
        self.strongbox.set_backed_up(&request.address).await?;
        Ok(exported(name, content))
    }

    async fn derive(&self, kdf: &Kdf, password: &Text) -> Result<taolight_keys::DerivedKey, Failure> {
        self.hasher.derive(kdf, password.expose()).await
    }
}

fn exported(name: String, content: Vec<u8>) -> ExportedAccount {
    ExportedAccount {
        name,
        content: SecretBytes::new(content),
    }
}

fn text(secret: &str) -> Text {
    Text::new(secret.to_owned())
}

fn words(secret: &Secret) -> Result<Zeroizing<String>, Failure> {
    let mnemonic = secret.mnemonic().ok_or_else(|| {
        Failure::new(
            ErrorCode::NoSecret,
            "this account has no mnemonic; take it out as a key file instead",
        )
    })?;
    Ok(mnemonic.words())
}

/// Different positions from 1 to `count`, in order; each choice is as likely as any other.
fn random_positions(count: usize) -> Result<Vec<u8>, Failure> {
    let mut positions = Vec::with_capacity(ASKED);
    while positions.len() < ASKED.min(count) {
        let mut byte = [0];
        getrandom::fill(&mut byte)
            .map_err(|_| Failure::new(ErrorCode::Internal, "this device has no source of random numbers"))?;
        // 31 is the largest mask over a mnemonic's 24 words; what is beyond is drawn again.
        let position = byte[0] & 31;
        if (1..=count).contains(&usize::from(position)) && !positions.contains(&position) {
            positions.push(position);
        }
    }
    positions.sort_unstable();
    Ok(positions)
}

/// A name that every file system takes.
fn file_name(label: &str) -> String {
    let name: String = label
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() || "-_".contains(letter) {
                letter
            } else {
                '_'
            }
        })
        .collect();
    if name.is_empty() {
        "account".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_different_and_every_one_is_asked_some_time() {
        for count in [12, 24] {
            let mut seen = vec![false; count];
            for _ in 0..500 {
                let positions = random_positions(count).unwrap();
                assert_eq!(positions.len(), ASKED);
                assert!(positions.is_sorted_by(|one, other| one < other));
                for position in positions {
                    seen[usize::from(position) - 1] = true;
                }
            }
            assert!(seen.into_iter().all(|seen| seen));
        }
    }

    #[test]
    fn file_names_hold_no_path() {
        assert_eq!(file_name("../My key: 1"), "___My_key__1");
        assert_eq!(file_name("Ävë-2_b"), "Ävë-2_b");
    }
}
