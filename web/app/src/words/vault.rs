//! The vault: its accounts, what can be imported, and what could go wrong with what it signs.

use taolight_protocol::vault::{Damage, DamagedAccount, ImportKind, Role, Warning};

use crate::format;

/// What a password of a vault is for, said where one is chosen.
pub(crate) const HOW_TO_CHOOSE_A_PASSWORD: &str = "It protects the accounts on this device only, and nobody can recover it. At least 8 characters; several words are best.";

/// Said of an account whose owner has shown no copy of the secret.
pub(crate) const NOT_BACKED_UP: &str = "not backed up";

/// Said of an account of which something cannot be read.
pub(crate) const DAMAGED: &str = "damaged";

/// Said where no password opens the vault any more.
pub(crate) const VAULT_DAMAGED: &str = "The secrets on this device do not open any more: what your password is checked with is damaged, and no account carries a whole copy of it. What your accounts hold is safe on the chain.";

/// What to do then.
pub(crate) const VAULT_ANEW: &str = "Choose a new password, then import each account again from its words or its key file. Until then nothing that is stored of them is changed. Limits have to be set again.";

/// Said where wrong passwords were counted and the count cannot be read.
pub(crate) const ATTEMPTS_LOST: &str = "What this device stores of your vault is damaged, and so is the count of wrong passwords. The next try has to wait; the right password then mends it.";

/// Why a watched account cannot send.
pub(crate) const WATCHED: &str =
    "This account is watched: there is no secret on this device. Import it to send.";

/// A damaged account by its name and where its address begins and ends.
pub(crate) fn damaged_name(account: &DamagedAccount) -> String {
    let address = format::short_address(account.address);
    match &account.label {
        Some(label) => format!("{label} ({address})"),
        None => address,
    }
}

/// What happened to a damaged account, and what to do.
pub(crate) fn damage(account: &DamagedAccount) -> String {
    let name = damaged_name(account);
    match account.damage {
        Damage::Record => format!(
            "{name} is damaged: what this device keeps of it cannot be read. What it holds is safe on the chain. Import it \
             again from its words or its key file, or remove it."
        ),
        Damage::Secret => format!(
            "{name} is damaged: its secret on this device does not open, so it cannot sign. What it holds is safe on the \
             chain. Import it again from its words or its key file, or remove it."
        ),
        Damage::Newer => {
            format!(
                "{name} was stored by a newer Taolight. Update this one to use it; nothing of it was changed."
            )
        }
    }
}

/// What a change of the password does not reach.
pub(crate) fn leaves_behind(names: &[String]) -> String {
    let (what, is, its) = match names {
        [_] => ("What is stored of it", "is", "it"),
        _ => ("What is stored of them", "are", "them"),
    };
    format!(
        "{} {is} damaged, so the new password cannot protect {its}. Import {its} again or remove {its} first. {what} would \
         stay as it is, under the password so far: whoever knows that one may still read it.",
        names.join(", ")
    )
}

/// The role as a word.
pub(crate) fn role(role: &Role) -> &'static str {
    match role {
        Role::Coldkey { .. } => "Coldkey",
        Role::Hotkey => "Hotkey",
        Role::WatchOnly => "Watched",
    }
}

/// The role as a word for programs.
pub(crate) fn role_name(role: &Role) -> &'static str {
    match role {
        Role::Coldkey { .. } => "coldkey",
        Role::Hotkey => "hotkey",
        Role::WatchOnly => "watched",
    }
}

/// A format that can be imported, in words.
pub(crate) fn import_kind(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Mnemonic => "Mnemonic",
        ImportKind::SecretUri => "Secret URI: a mnemonic or seed with a path or a password",
        ImportKind::Seed => "Seed of 32 bytes",
        ImportKind::ExpandedSecret => "Expanded secret of 64 bytes",
        ImportKind::Address => "Address",
        ImportKind::BtcliSecret => "btcli key file, not encrypted",
        ImportKind::BtcliPublic => "btcli public key file",
        ImportKind::BtcliNacl => "btcli key file, encrypted ($NACL)",
        ImportKind::BtcliAnsible => "btcli key file, encrypted ($ANSIBLE_VAULT)",
        ImportKind::BtcliFernet => "btcli key file, encrypted (Fernet)",
        ImportKind::PolkadotJs => "polkadot-js key file",
        ImportKind::PolkadotJsBatch => "polkadot-js key file of several accounts",
    }
}

/// The format as a word for programs.
pub(crate) fn kind_name(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Mnemonic => "mnemonic",
        ImportKind::SecretUri => "secretUri",
        ImportKind::Seed => "seed",
        ImportKind::ExpandedSecret => "expandedSecret",
        ImportKind::Address => "address",
        ImportKind::BtcliSecret => "btcliSecret",
        ImportKind::BtcliPublic => "btcliPublic",
        ImportKind::BtcliNacl => "btcliNacl",
        ImportKind::BtcliAnsible => "btcliAnsible",
        ImportKind::BtcliFernet => "btcliFernet",
        ImportKind::PolkadotJs => "polkadotJs",
        ImportKind::PolkadotJsBatch => "polkadotJsBatch",
    }
}

/// What to know before a password hash takes much memory; nothing if it takes little.
pub(crate) fn memory(bytes: u64) -> Option<String> {
    const MIB: u64 = 1 << 20;
    const MUCH: u64 = 256 * MIB;
    (bytes >= MUCH).then(|| {
        format!(
            "Opening this file takes {} MiB of memory and some seconds.",
            bytes / MIB
        )
    })
}

/// A warning as a word for programs.
pub(crate) fn warning_name(warning: Warning) -> &'static str {
    match warning {
        Warning::AllowsDeath => "allowsDeath",
        Warning::GivesFullControl => "givesFullControl",
        Warning::SwapsColdkey => "swapsColdkey",
        Warning::FreezesAccount => "freezesAccount",
        Warning::Hidden => "hidden",
        Warning::UnprovenMetadata => "unprovenMetadata",
        Warning::Blind => "blind",
        Warning::FirstUse { .. } => "firstUse",
        Warning::LooksLike { .. } => "looksLike",
        Warning::ToHotkey { .. } => "toHotkey",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_account_says_what_to_do() {
        let of = |label: Option<&str>, damage_| {
            damage(&DamagedAccount {
                address: taolight_primitives::AccountId([1; 32]),
                label: label.map(str::to_owned),
                damage: damage_,
            })
        };
        for kind in [Damage::Record, Damage::Secret] {
            let said = of(Some("Main"), kind);
            assert!(said.starts_with("Main (5"), "{said}");
            assert!(
                said.contains("safe on the chain") && said.ends_with("or remove it."),
                "{said}"
            );
        }
        assert!(of(None, Damage::Newer).starts_with('5'));
        assert!(!of(None, Damage::Newer).contains("remove"));
    }

    #[test]
    fn only_much_memory_is_worth_a_word() {
        assert_eq!(memory(64 << 20), None);
        assert_eq!(
            memory(512 << 20).unwrap(),
            "Opening this file takes 512 MiB of memory and some seconds."
        );
    }
}
