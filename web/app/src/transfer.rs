//! A transfer as it is typed: what is wrong with it, what it means, and the most that can be sent.

use taolight_bittensor::{
    intents::{Intent, Transfer, TransferAll},
    reads::Balance,
};
use taolight_locales::say;
use taolight_primitives::{AccountId, AddressError, AmountError, ErrorCode, Failure, Rao};

use crate::{format, words};

/// What stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Who receives, as typed.
    pub(crate) destination: String,
    /// How much in TAO, as typed.
    pub(crate) amount: String,
    /// Whether the sender's account must stay alive.
    pub(crate) keep_alive: bool,
    /// Whether all that can be sent is, whatever the amount says.
    pub(crate) everything: bool,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            destination: String::new(),
            amount: String::new(),
            keep_alive: true,
            everything: false,
        }
    }
}

/// What is wrong with a draft, field by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Problems {
    /// With the destination.
    pub(crate) destination: Option<String>,
    /// With the amount.
    pub(crate) amount: Option<String>,
    /// With neither alone.
    pub(crate) form: Option<String>,
    /// Whether a limit of the account forbids it.
    pub(crate) of_limits: bool,
}

/// What is known of the sender when a draft is checked.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Means {
    /// The sender's balance, once it is read.
    pub(crate) balance: Option<Balance>,
    /// The chain's existential deposit, once an earlier transaction told it.
    pub(crate) existential_deposit: Option<Rao>,
}

impl Draft {
    /// The intent of this draft, or everything that is wrong with it at once.
    pub(crate) fn check(&self, means: Means) -> Result<Intent, Problems> {
        let destination = AccountId::from_ss58(&self.destination).map_err(address_problem);
        let keep_alive = self.keep_alive;
        let amount = if self.everything {
            Ok(None)
        } else {
            self.check_amount(means).map(Some)
        };
        match (destination, amount) {
            (Ok(destination), Ok(Some(amount))) => Ok(Intent::from(Transfer {
                destination,
                amount,
                keep_alive,
            })),
            (Ok(destination), Ok(None)) => Ok(Intent::from(TransferAll {
                destination,
                keep_alive,
            })),
            (destination, amount) => Err(Problems {
                destination: destination.err(),
                amount: amount.err(),
                ..Problems::default()
            }),
        }
    }

    fn check_amount(&self, means: Means) -> Result<Rao, String> {
        let amount = Rao::parse_tao(&self.amount).map_err(amount_problem)?;
        if amount == Rao::ZERO {
            return Err(say!(send.amount_zero).to_owned());
        }
        let Some(balance) = means.balance else {
            return Ok(amount);
        };
        let spendable = balance.transferable_in_full;
        if amount > spendable {
            return Err(say!(send.more_than_spendable, amount = format::amount(spendable)));
        }
        if let Some(deposit) = means.existential_deposit
            && self.keep_alive
            && balance.free.saturating_sub(amount) < deposit
        {
            return Err(say!(send.leaves_too_little, amount = format::amount(deposit)));
        }
        Ok(amount)
    }
}

/// The largest amount that can be sent at this fee.
pub(crate) fn largest(balance: &Balance, fee: Rao, existential_deposit: Rao, keep_alive: bool) -> Rao {
    let held = balance.free.saturating_sub(balance.transferable_in_full);
    let stays = if keep_alive {
        held.max(existential_deposit)
    } else {
        held
    };
    balance.free.saturating_sub(stays).saturating_sub(fee)
}

/// Where an engine's refusal belongs in the form.
pub(crate) fn problems_of(failure: &Failure) -> Problems {
    let message = Some(words::failed(failure));
    match failure.code {
        ErrorCode::InvalidAddress => Problems {
            destination: message,
            ..Problems::default()
        },
        ErrorCode::InvalidAmount
        | ErrorCode::ZeroAmount
        | ErrorCode::InsufficientBalance
        | ErrorCode::BelowExistentialDeposit
        | ErrorCode::WouldReapAccount => Problems {
            amount: message,
            ..Problems::default()
        },
        code => Problems {
            form: message,
            of_limits: code == ErrorCode::PolicyViolation,
            ..Problems::default()
        },
    }
}

/// Why a typed text is no amount.
pub(crate) fn amount_problem(error: AmountError) -> String {
    match error {
        AmountError::Empty => say!(send.amount_empty).to_owned(),
        AmountError::Character(',') => say!(send.amount_comma).to_owned(),
        AmountError::Character(other) => say!(send.amount_character, character = format!("{other:?}")),
        AmountError::TwoPoints => say!(send.amount_two_points).to_owned(),
        AmountError::TooManyDecimals(count) => say!(send.amount_decimals, count = count),
        AmountError::TooLarge => say!(send.amount_too_large).to_owned(),
    }
}

/// Why a typed text is no address.
pub(crate) fn address_problem(error: AddressError) -> String {
    match error {
        AddressError::Empty => say!(send.address_empty).to_owned(),
        AddressError::Character(other) => say!(send.address_character, character = format!("{other:?}")),
        AddressError::Length { short: true } => say!(send.address_short).to_owned(),
        AddressError::Length { short: false } => say!(send.address_long).to_owned(),
        AddressError::Prefix(prefix) => say!(send.address_prefix, prefix = prefix),
        AddressError::Checksum => say!(send.address_checksum).to_owned(),
    }
}

/// Makes a sentence of an error's text: a capital first, a full stop last.
pub(crate) fn sentence(text: impl Into<String>) -> String {
    let text = text.into();
    let mut characters = text.chars();
    let Some(first) = characters.next() else {
        return text;
    };
    let mut sentence: String = first.to_uppercase().chain(characters).collect();
    let stop = match sentence.chars().next_back() {
        Some('.' | '?' | '!' | '…' | '。' | '？' | '！') | None => return sentence,
        Some('\u{4e00}'..='\u{9fff}') => '。',
        Some(_) => '.',
    };
    sentence.push(stop);
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    fn draft(destination: &str, amount: &str) -> Draft {
        Draft {
            destination: destination.to_owned(),
            amount: amount.to_owned(),
            ..Draft::default()
        }
    }

    fn means(free: u64) -> Means {
        Means {
            balance: Some(Balance {
                free: Rao(free),
                transferable_in_full: Rao(free),
                ..Balance::default()
            }),
            existential_deposit: Some(Rao(500)),
        }
    }

    #[test]
    fn both_fields_are_explained_at_once() {
        let problems = draft("", "").check(Means::default()).unwrap_err();
        assert_eq!(problems.destination.as_deref(), Some("Type or paste an address."));
        assert_eq!(problems.amount.as_deref(), Some("Type an amount."));
    }

    #[test]
    fn a_good_draft_is_an_intent() {
        let alice = AccountId::from_ss58(ALICE).unwrap();
        assert_eq!(
            draft(&format!(" {ALICE}\n"), "1.5").check(means(2_000_000_000)),
            Ok(Intent::from(Transfer {
                destination: alice,
                amount: Rao(1_500_000_000),
                keep_alive: true,
            }))
        );
    }

    #[test]
    fn everything_needs_no_amount() {
        let everything = Draft {
            everything: true,
            ..draft(ALICE, "")
        };
        let Ok(Intent::TransferAll(all)) = everything.check(means(1)) else {
            panic!("everything is sent");
        };
        assert!(all.keep_alive);
    }

    #[test]
    fn amounts_that_cannot_be_sent_are_refused() {
        let error = |amount: &str| {
            draft(ALICE, amount)
                .check(means(2_000_000_000))
                .unwrap_err()
                .amount
                .unwrap()
        };
        assert_eq!(error("0"), "Type an amount above zero.");
        assert_eq!(error("2.000000001"), "More than this account can spend, 2 τ.");
        assert!(error("2").contains("remove your account"));
        assert_eq!(error("1,5"), "Use a point for decimals: 1.5 rather than 1,5.");
        let mut all = draft(ALICE, "2");
        all.keep_alive = false;
        assert!(all.check(means(2_000_000_000)).is_ok());
    }

    #[test]
    fn the_largest_amount_leaves_fee_and_deposit() {
        let balance = Balance {
            free: Rao(1_000),
            reserved: Rao(100),
            frozen: Rao(300),
            transferable_in_full: Rao(800),
            ..Balance::default()
        };
        assert_eq!(largest(&balance, Rao(50), Rao(10), true), Rao(750));
        assert_eq!(largest(&balance, Rao(50), Rao(500), true), Rao(450));
        assert_eq!(largest(&balance, Rao(50), Rao(500), false), Rao(750));
        assert_eq!(largest(&Balance::default(), Rao(50), Rao(500), false), Rao::ZERO);
    }

    #[test]
    fn texts_become_sentences() {
        assert_eq!(sentence("type an amount"), "Type an amount.");
        assert_eq!(sentence("Quote again?"), "Quote again?");
        assert_eq!(sentence("没有节点"), "没有节点。");
        assert_eq!(sentence(""), "");
    }
}
