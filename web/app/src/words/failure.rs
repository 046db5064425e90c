//! What went wrong, whether the money is safe, and what to do next.

use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};

use crate::words::failed;

/// An error in general: what happened, and what to do where the error itself does not say.
pub(crate) fn failure(failure: &Failure) -> String {
    let next = match failure.code {
        ErrorCode::Disconnected if failure.message.contains("reload") => say!(failures.next.told_to_reload),
        ErrorCode::Disconnected => say!(failures.next.disconnected),
        ErrorCode::ProtocolVersion => say!(failures.next.protocol_version),
        ErrorCode::NoNetwork => say!(failures.next.no_network),
        ErrorCode::NotReady => say!(failures.next.not_ready),
        ErrorCode::NoPeers => say!(failures.next.no_peers),
        ErrorCode::GenesisMismatch => say!(failures.next.genesis_mismatch),
        ErrorCode::CheckpointRejected => say!(failures.next.checkpoint_rejected),
        // Not of what is damaged, nor of a download that is not allowed.
        ErrorCode::Storage if failure.message.contains("storage of this device") => {
            say!(failures.next.storage)
        }
        ErrorCode::InUseElsewhere => say!(failures.next.in_use_elsewhere),
        ErrorCode::Internal => say!(failures.next.internal),
        ErrorCode::NotEnoughMemory => say!(failures.next.not_enough_memory),
        ErrorCode::VaultChanged => say!(failures.next.vault_changed),
        ErrorCode::WeakPassword => say!(failures.next.weak_password),
        _ if failure.retryable => say!(failures.next.retry),
        _ => "",
    };
    joined(failure, next)
}

/// Why something was not imported. The position of a word is told, never the word.
pub(crate) fn import_failure(failure: &Failure) -> String {
    let what = match failure.code {
        ErrorCode::MnemonicWord => match &failure.data {
            Some(position) => say!(failures.importing.word_at, position = position.as_str()),
            None => say!(failures.importing.word).to_owned(),
        },
        // It says how many there are.
        ErrorCode::MnemonicLength => failed(failure),
        ErrorCode::MnemonicChecksum => say!(failures.importing.checksum).to_owned(),
        ErrorCode::InvalidSecretUri => say!(failures.importing.secret_uri).to_owned(),
        ErrorCode::ImportGone => say!(failures.importing.gone).to_owned(),
        ErrorCode::AddressMismatch => return say!(failures.importing.address_mismatch).to_owned(),
        ErrorCode::DamagedKeyFile => return joined(failure, say!(failures.importing.damaged)),
        ErrorCode::UnsupportedKeyFile => return joined(failure, say!(failures.importing.unsupported)),
        ErrorCode::WrongPassword => return joined(failure, say!(failures.importing.password)),
        ErrorCode::AccountExists => return joined(failure, say!(failures.importing.unchanged)),
        _ => return self::failure(failure),
    };
    say!(failures.importing.cleared, what = what)
}

/// Why the password was not changed. Which accounts are damaged is said beside it.
pub(crate) fn password_failure(failure: &Failure) -> String {
    match failure.code {
        ErrorCode::DamagedAccount => say!(failures.password_damaged).to_owned(),
        _ => self::failure(failure),
    }
}

/// Why nothing can be reviewed. Nothing is signed at this point.
pub(crate) fn review_failure(failure: &Failure) -> String {
    together(self::failure(failure), say!(failures.nothing_signed))
}

/// Why a signed transaction was not handed over, with what is certain about the money.
pub(crate) fn submit_failure(failure: &Failure) -> String {
    match failure.code {
        ErrorCode::RuntimeChanged => say!(failures.sending.upgraded).to_owned(),
        ErrorCode::AlreadySubmitted => say!(failures.sending.under_way).to_owned(),
        ErrorCode::Disconnected | ErrorCode::Cancelled | ErrorCode::Internal => {
            joined(failure, say!(failures.sending.uncertain))
        }
        _ if failure.message.contains("nothing was sent") => {
            joined(failure, say!(failures.sending.told_unsent))
        }
        ErrorCode::NotApproved => joined(failure, say!(failures.sending.review_again)),
        ErrorCode::VaultLocked => joined(failure, say!(failures.nothing_signed)),
        _ => joined(failure, say!(failures.sending.unsent)),
    }
}

/// Whether a limit of the account is in the way, which its owner can change.
pub(crate) fn is_of_limits(failure: &Failure) -> bool {
    failure.code == ErrorCode::PolicyViolation
}

/// Whether the same transfer may be prepared again after this failure without a risk of sending it twice.
pub(crate) fn may_review_again(failure: &Failure) -> bool {
    !matches!(
        failure.code,
        ErrorCode::AlreadySubmitted | ErrorCode::Disconnected | ErrorCode::Cancelled | ErrorCode::Internal
    )
}

/// What happened, and what to do next.
fn joined(failure: &Failure, next: &str) -> String {
    together(failed(failure), next)
}

/// Sentences one after the other, none of them twice.
fn together(said: String, next: &str) -> String {
    if next.is_empty() || said.contains(next) {
        return said;
    }
    say!(failures.then, said = said, next = next)
}

#[cfg(test)]
mod tests {
    use taolight_locales::{Locale, set_locale};

    use super::*;

    #[test]
    fn only_certain_failures_say_that_nothing_was_sent() {
        let of = |code| submit_failure(&Failure::new(code, "it broke"));
        assert!(of(ErrorCode::RuntimeChanged).contains("Nothing was sent"));
        assert!(of(ErrorCode::Storage).contains("Nothing was sent"));
        assert!(!of(ErrorCode::Disconnected).contains("Nothing was sent"));
        assert!(!may_review_again(&Failure::new(ErrorCode::Disconnected, "gone")));
    }

    #[test]
    fn every_language_says_that_the_money_is_safe() {
        let unsent = Failure::new(ErrorCode::NoPeers, "no peer answers, so nothing was sent");
        assert!(submit_failure(&unsent).ends_with("nothing was sent. Your money is safe."));
        for (locale, certain) in [
            (Locale::de, "Es wurde nichts gesendet. Ihr Geld ist sicher."),
            (Locale::zh, "没有发送任何内容。您的资金是安全的。"),
        ] {
            set_locale(locale);
            assert!(submit_failure(&unsent).ends_with(certain));
            let gone = submit_failure(&Failure::new(ErrorCode::Disconnected, "gone"));
            assert!(!gone.contains(certain), "{gone}");
        }
        set_locale(Locale::en);
    }

    #[test]
    fn only_storage_that_failed_needs_space() {
        let of = |message: &str| failure(&Failure::new(ErrorCode::Storage, message));
        assert!(of("storage of this device failed: it is full").contains("Free some space"));
        let uncounted = of("the storage of this device is full or fails, so no password is tried: no space");
        assert!(uncounted.contains("Free some space"), "{uncounted}");
        assert_eq!(of("an account is damaged"), "An account is damaged.");
    }

    #[test]
    fn what_cannot_be_imported_says_what_to_do() {
        let of = |code, message: &str| import_failure(&Failure::new(code, message));
        let damaged = of(ErrorCode::DamagedKeyFile, "the key file is damaged");
        assert!(
            damaged.starts_with("The key file is damaged. It may be cut off."),
            "{damaged}"
        );
        assert!(of(ErrorCode::UnsupportedKeyFile, "no").ends_with("import the mnemonic instead."));
        assert!(of(ErrorCode::WrongPassword, "no").contains("password of the file"));
        assert!(of(ErrorCode::AccountExists, "no").ends_with("Nothing was changed."));
        assert!(of(ErrorCode::AddressMismatch, "no").contains("another address"));
        assert_eq!(
            of(ErrorCode::MnemonicLength, "words have 12; this one has 13"),
            "Words have 12; this one has 13. The field was cleared, so type it again."
        );
    }

    #[test]
    fn a_mistyped_mnemonic_names_the_position() {
        let failure = Failure::new(ErrorCode::MnemonicWord, "a word is unknown").with_data(7);
        assert!(import_failure(&failure).starts_with("Word 7 is not in the word list."));
    }
}
