//! The vault: its accounts, what can be imported, and what could go wrong with what it signs.

use taolight_locales::say;
use taolight_protocol::vault::{Account, Damage, DamagedAccount, ImportKind, Role, Warning};

use crate::format;

/// A damaged account by its name and where its address begins and ends.
pub(crate) fn damaged_name(account: &DamagedAccount) -> String {
    let address = format::short_address(account.address);
    match &account.label {
        Some(label) => say!(accounts.damaged.name, name = label.as_str(), address = address),
        None => address,
    }
}

/// What happened to a damaged account, and what to do.
pub(crate) fn damage(account: &DamagedAccount) -> String {
    let name = damaged_name(account);
    match account.damage {
        Damage::Record => say!(accounts.damaged.record, name = name),
        Damage::Secret => say!(accounts.damaged.secret, name = name),
        Damage::Newer => say!(accounts.damaged.newer, name = name),
    }
}

/// Which accounts the browser cleared, and what to do.
pub(crate) fn gone(accounts: &[Account]) -> String {
    let name = |account: &Account| {
        let address = format::short_address(account.address);
        say!(
            accounts.damaged.name,
            name = account.label.as_str(),
            address = address
        )
    };
    let names: Vec<_> = accounts.iter().map(name).collect();
    let names = names.join(say!(common.list_separator));
    match accounts {
        [_] => say!(accounts.gone_one, names = names),
        _ => say!(accounts.gone_many, names = names),
    }
}

/// What a change of the password does not reach.
pub(crate) fn leaves_behind(names: &[String]) -> String {
    match names {
        [name] => say!(settings.password.leaves_one, names = name.as_str()),
        _ => {
            let names = names.join(say!(common.list_separator));
            say!(settings.password.leaves_many, names = names)
        }
    }
}

/// The role as a word.
pub(crate) fn role(role: &Role) -> &'static str {
    match role {
        Role::Coldkey { .. } => say!(accounts.role.coldkey),
        Role::Hotkey => say!(accounts.role.hotkey),
        Role::WatchOnly => say!(accounts.role.watched),
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
        ImportKind::Mnemonic => say!(import.kind.mnemonic),
        ImportKind::SecretUri => say!(import.kind.secret_uri),
        ImportKind::Seed => say!(import.kind.seed),
        ImportKind::ExpandedSecret => say!(import.kind.expanded_secret),
        ImportKind::Address => say!(import.kind.address),
        ImportKind::BtcliSecret => say!(import.kind.btcli_secret),
        ImportKind::BtcliPublic => say!(import.kind.btcli_public),
        ImportKind::BtcliNacl => say!(import.kind.btcli_nacl),
        ImportKind::BtcliAnsible => say!(import.kind.btcli_ansible),
        ImportKind::BtcliFernet => say!(import.kind.btcli_fernet),
        ImportKind::PolkadotJs => say!(import.kind.polkadot_js),
        ImportKind::PolkadotJsBatch => say!(import.kind.polkadot_js_batch),
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
    (bytes >= MUCH).then(|| say!(import.memory, mib = bytes / MIB))
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
