//! The vault: its accounts, what can be imported, and what could go wrong with what it signs.

use taolight_protocol::vault::{ImportKind, Role, Warning};

/// What a password of a vault is for, said where one is chosen.
pub(crate) const HOW_TO_CHOOSE_A_PASSWORD: &str = "It protects the accounts on this device only, and nobody can recover it. At least 8 characters; several words are best.";

/// Said of an account whose owner has shown no copy of the secret.
pub(crate) const NOT_BACKED_UP: &str = "not backed up";

/// Why a watched account cannot send.
pub(crate) const WATCHED: &str =
    "This account is watched: there is no secret on this device. Import it to send.";

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
    fn only_much_memory_is_worth_a_word() {
        assert_eq!(memory(64 << 20), None);
        assert_eq!(
            memory(512 << 20).unwrap(),
            "Opening this file takes 512 MiB of memory and some seconds."
        );
    }
}
