//! What went wrong, whether the money is safe, and what to do next.

use taolight_primitives::{ErrorCode, Failure};

use crate::transfer::sentence;

/// An error in general: what happened, and what to do where the error itself does not say.
pub(crate) fn failure(failure: &Failure) -> String {
    let next = match failure.code {
        ErrorCode::Disconnected if failure.message.contains("reload") => "Your money is safe.",
        ErrorCode::Disconnected => "If it does not come back by itself, reload the page. Your money is safe.",
        ErrorCode::ProtocolVersion => "Reload the page to get matching versions.",
        ErrorCode::NoNetwork => "Choose a network first.",
        ErrorCode::NotReady => "Wait until the status says Ready.",
        ErrorCode::NoPeers => "Check your connection.",
        ErrorCode::GenesisMismatch => "Do not use this file.",
        ErrorCode::CheckpointRejected => "Use a newer Taolight, or a network file with a newer checkpoint.",
        // Not of what is damaged, nor of a download that is not allowed.
        ErrorCode::Storage if failure.message.contains("storage of this device") => {
            "Free some space, or leave private browsing."
        }
        ErrorCode::InUseElsewhere => "Go to that tab, or use it here.",
        ErrorCode::Internal => "This is a defect of ours. Reload the page.",
        ErrorCode::NotEnoughMemory => {
            "Close other tabs and try again, use another device, or import the mnemonic instead of the file."
        }
        ErrorCode::VaultChanged => "Look at the accounts again, then repeat it.",
        ErrorCode::WeakPassword => "Several words are best.",
        _ if failure.retryable => "Try again.",
        _ => "",
    };
    joined(&failure.message, next)
}

/// Why something was not imported. The position of a word is told, never the word.
pub(crate) fn import_failure(failure: &Failure) -> String {
    let what = match failure.code {
        ErrorCode::MnemonicWord => match &failure.data {
            Some(position) => format!("Word {position} is not in the word list. Check its spelling."),
            None => "One word is not in the word list. Check the spelling.".to_owned(),
        },
        // It says how many there are.
        ErrorCode::MnemonicLength => sentence(&failure.message),
        ErrorCode::MnemonicChecksum => {
            "All words exist, but they do not fit together. Check their order, and each word.".to_owned()
        }
        ErrorCode::InvalidSecretUri => "This is neither a mnemonic nor a secret URI.".to_owned(),
        ErrorCode::ImportGone => "What you pasted or dropped was forgotten meanwhile.".to_owned(),
        ErrorCode::AddressMismatch => {
            return "This secret belongs to another address than the one given, so nothing was imported."
                .to_owned();
        }
        ErrorCode::DamagedKeyFile => {
            return joined(
                &failure.message,
                "It may be cut off. Copy it again from where it came, or import the mnemonic instead.",
            );
        }
        ErrorCode::UnsupportedKeyFile => {
            return joined(
                &failure.message,
                "Nothing of it was opened. Use another copy, or import the mnemonic instead.",
            );
        }
        ErrorCode::WrongPassword => {
            return joined(
                &failure.message,
                "It is the password of the file, which may be another than that of this wallet.",
            );
        }
        ErrorCode::AccountExists => return joined(&failure.message, "Nothing was changed."),
        _ => return self::failure(failure),
    };
    format!("{what} The field was cleared, so type it again.")
}

/// Why the password was not changed. Which accounts are damaged is said beside it.
pub(crate) fn password_failure(failure: &Failure) -> String {
    match failure.code {
        ErrorCode::DamagedAccount => {
            "The password was not changed: there are damaged accounts that it cannot protect.".to_owned()
        }
        _ => self::failure(failure),
    }
}

/// Why nothing can be reviewed. Nothing is signed at this point.
pub(crate) fn review_failure(failure: &Failure) -> String {
    joined(
        &self::failure(failure),
        "Nothing was signed and nothing was sent.",
    )
}

/// Why a signed transaction was not handed over, with what is certain about the money.
pub(crate) fn submit_failure(failure: &Failure) -> String {
    match failure.code {
        ErrorCode::RuntimeChanged => {
            "The chain upgraded while you were reviewing. Nothing was sent. Review again.".to_owned()
        }
        ErrorCode::AlreadySubmitted => {
            "This transaction is already on its way. Follow it under Activity.".to_owned()
        }
        ErrorCode::Disconnected | ErrorCode::Cancelled | ErrorCode::Internal => joined(
            &failure.message,
            "It may or may not have been sent. Reload the page and look at Activity before you send again.",
        ),
        _ if failure.message.contains("nothing was sent") => joined(&failure.message, "Your money is safe."),
        ErrorCode::NotApproved => joined(&failure.message, "Nothing was sent. Review again."),
        ErrorCode::VaultLocked => joined(&failure.message, "Nothing was signed and nothing was sent."),
        _ => joined(&failure.message, "Nothing was sent. Your money is safe."),
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

fn joined(message: &str, next: &str) -> String {
    let message = sentence(message);
    if next.is_empty() || message.contains(next) {
        return message;
    }
    format!("{message} {next}")
}

#[cfg(test)]
mod tests {
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
