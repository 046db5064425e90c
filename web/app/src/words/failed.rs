//! What happened when something failed. Failures are worded in English where they come from, but for those of this page;
//! other languages tell them by their code.

use taolight_locales::leptos_i18n::td_string;
use taolight_locales::{Locale, locale, say};
use taolight_primitives::{ErrorCode, Failure};

use crate::transfer::sentence;

/// What happened, as a sentence, without what to do next: in English what the failure says itself, in another language what
/// its code means, with the failure's own message behind it where that says more.
pub(crate) fn failed(failure: &Failure) -> String {
    if failure.is_worded {
        return failure.message.clone();
    }
    let message = sentence(&failure.message);
    let said = match locale() {
        Locale::en => return message,
        other => of_code(other, failure.code),
    };
    if message.is_empty() || message == of_code(Locale::en, failure.code) {
        return said.to_owned();
    }
    say!(
        failures.with_message,
        said = said,
        message = failure.message.as_str()
    )
}

/// What a code means. In English, the message that usually comes with it, by which is known that a message says no more.
fn of_code(locale: Locale, code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::MalformedMessage => td_string!(locale, failures.code.malformed_message),
        ErrorCode::UnknownMethod => td_string!(locale, failures.code.unknown_method),
        ErrorCode::ProtocolVersion => td_string!(locale, failures.code.protocol_version),
        ErrorCode::Disconnected => td_string!(locale, failures.code.disconnected),
        ErrorCode::Cancelled => td_string!(locale, failures.code.cancelled),
        ErrorCode::Internal => td_string!(locale, failures.code.internal),
        ErrorCode::NoNetwork => td_string!(locale, failures.code.no_network),
        ErrorCode::UnknownNetwork => td_string!(locale, failures.code.unknown_network),
        ErrorCode::NetworkUnavailable => td_string!(locale, failures.code.network_unavailable),
        ErrorCode::MalformedSpec => td_string!(locale, failures.code.malformed_spec),
        ErrorCode::GenesisMismatch => td_string!(locale, failures.code.genesis_mismatch),
        ErrorCode::CheckpointRejected => td_string!(locale, failures.code.checkpoint_rejected),
        ErrorCode::NotReady => td_string!(locale, failures.code.not_ready),
        ErrorCode::NoPeers => td_string!(locale, failures.code.no_peers),
        ErrorCode::BlockUnavailable => td_string!(locale, failures.code.block_unavailable),
        ErrorCode::LightClient => td_string!(locale, failures.code.light_client),
        ErrorCode::Storage => td_string!(locale, failures.code.storage),
        ErrorCode::InUseElsewhere => td_string!(locale, failures.code.in_use_elsewhere),
        ErrorCode::MalformedMetadata => td_string!(locale, failures.code.malformed_metadata),
        ErrorCode::MetadataMissing => td_string!(locale, failures.code.metadata_missing),
        ErrorCode::NotInRuntime => td_string!(locale, failures.code.not_in_runtime),
        ErrorCode::TypeMismatch => td_string!(locale, failures.code.type_mismatch),
        ErrorCode::UnknownExtension => td_string!(locale, failures.code.unknown_extension),
        ErrorCode::InvalidAddress => td_string!(locale, failures.code.invalid_address),
        ErrorCode::InvalidAmount => td_string!(locale, failures.code.invalid_amount),
        ErrorCode::ZeroAmount => td_string!(locale, failures.code.zero_amount),
        ErrorCode::InsufficientBalance => td_string!(locale, failures.code.insufficient_balance),
        ErrorCode::BelowExistentialDeposit => td_string!(locale, failures.code.below_existential_deposit),
        ErrorCode::WouldReapAccount => td_string!(locale, failures.code.would_reap_account),
        ErrorCode::RuntimeChanged => td_string!(locale, failures.code.runtime_changed),
        ErrorCode::PreconditionFailed => td_string!(locale, failures.code.precondition_failed),
        ErrorCode::InvalidTransaction => td_string!(locale, failures.code.invalid_transaction),
        ErrorCode::UnknownTransaction => td_string!(locale, failures.code.unknown_transaction),
        ErrorCode::AlreadySubmitted => td_string!(locale, failures.code.already_submitted),
        ErrorCode::MnemonicWord => td_string!(locale, failures.code.mnemonic_word),
        ErrorCode::MnemonicLength => td_string!(locale, failures.code.mnemonic_length),
        ErrorCode::MnemonicChecksum => td_string!(locale, failures.code.mnemonic_checksum),
        ErrorCode::InvalidSecretUri => td_string!(locale, failures.code.invalid_secret_uri),
        ErrorCode::UnknownKeyFormat => td_string!(locale, failures.code.unknown_key_format),
        ErrorCode::DamagedKeyFile => td_string!(locale, failures.code.damaged_key_file),
        ErrorCode::UnsupportedKeyFile => td_string!(locale, failures.code.unsupported_key_file),
        ErrorCode::PasswordNeeded => td_string!(locale, failures.code.password_needed),
        ErrorCode::WrongPassword => td_string!(locale, failures.code.wrong_password),
        ErrorCode::NotEnoughMemory => td_string!(locale, failures.code.not_enough_memory),
        ErrorCode::AddressNeeded => td_string!(locale, failures.code.address_needed),
        ErrorCode::AddressMismatch => td_string!(locale, failures.code.address_mismatch),
        ErrorCode::NoSecret => td_string!(locale, failures.code.no_secret),
        ErrorCode::VaultLocked => td_string!(locale, failures.code.vault_locked),
        ErrorCode::VaultEmpty => td_string!(locale, failures.code.vault_empty),
        ErrorCode::VaultExists => td_string!(locale, failures.code.vault_exists),
        ErrorCode::VaultChanged => td_string!(locale, failures.code.vault_changed),
        ErrorCode::TooManyAttempts => td_string!(locale, failures.code.too_many_attempts),
        ErrorCode::AttemptsLost => td_string!(locale, failures.code.attempts_lost),
        ErrorCode::WeakPassword => td_string!(locale, failures.code.weak_password),
        ErrorCode::AccountExists => td_string!(locale, failures.code.account_exists),
        ErrorCode::UnknownAccount => td_string!(locale, failures.code.unknown_account),
        ErrorCode::DamagedAccount => td_string!(locale, failures.code.damaged_account),
        ErrorCode::NotApproved => td_string!(locale, failures.code.not_approved),
        ErrorCode::PolicyViolation => td_string!(locale, failures.code.policy_violation),
        ErrorCode::InvalidPolicy => td_string!(locale, failures.code.invalid_policy),
        ErrorCode::ImportGone => td_string!(locale, failures.code.import_gone),
        ErrorCode::BackupMismatch => td_string!(locale, failures.code.backup_mismatch),
        ErrorCode::InvalidMinerMessage => td_string!(locale, failures.code.invalid_miner_message),
        ErrorCode::MalformedSettings => td_string!(locale, failures.code.malformed_settings),
        ErrorCode::InvalidQuestion => td_string!(locale, failures.code.invalid_question),
        ErrorCode::UnknownQuery => td_string!(locale, failures.code.unknown_query),
    }
}

#[cfg(test)]
mod tests {
    use taolight_locales::set_locale;

    use super::*;

    #[test]
    fn other_languages_tell_the_code_and_what_the_message_adds() {
        let of = |code, message: &str| failed(&Failure::new(code, message));
        let locked = "the vault is locked; unlock it with its password";
        assert_eq!(
            of(ErrorCode::VaultLocked, locked),
            "The vault is locked; unlock it with its password."
        );
        set_locale(Locale::de);
        assert_eq!(
            of(ErrorCode::VaultLocked, locked),
            "Der Tresor ist gesperrt. Entsperren Sie ihn mit seinem Passwort."
        );
        assert_eq!(
            of(ErrorCode::InsufficientBalance, "needs 1.2 τ, has 0.5 τ"),
            "Das Guthaben reicht nicht. (needs 1.2 τ, has 0.5 τ)"
        );
        assert_eq!(
            failed(&Failure::worded(ErrorCode::PasswordNeeded, "So ist es.")),
            "So ist es."
        );
        set_locale(Locale::en);
    }
}
