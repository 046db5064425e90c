//! Errors of the chain as sentences: what happened, and what to do about it.
//!
//! Errors are known by the names that the metadata has, because their numbers move from runtime to runtime. A name that
//! is not known here gets a sentence that says so, with the name.

mod balances;
mod crowdloan;
mod multisig;
mod pool;
mod proxy;
mod subtensor;
mod system;

pub use pool::{custom_code, pool_answer};

/// Sentences by name.
type Sentences = &'static [(&'static str, &'static str)];

/// What to say of a dispatch error by its name, such as `SubtensorModule.AmountTooLow`, `Token.FundsUnavailable` or
/// `BadOrigin`.
pub fn dispatch_error(name: &str) -> String {
    match known(name) {
        Some(sentence) => sentence.to_owned(),
        None => format!(
            "The chain refused this for a reason that this wallet does not know: {name}. Nothing of it happened, except that the fee was paid."
        ),
    }
}

/// The sentence for a dispatch error, if its name is known here.
pub fn known(name: &str) -> Option<&'static str> {
    let (owner, error) = name.split_once('.').unwrap_or(("", name));
    let sentences = match owner {
        "SubtensorModule" => subtensor::SENTENCES,
        "Balances" => balances::SENTENCES,
        "Token" => balances::TOKEN,
        "Swap" => subtensor::SWAP,
        "Proxy" => proxy::SENTENCES,
        "Multisig" => multisig::SENTENCES,
        "Crowdloan" => crowdloan::SENTENCES,
        "System" => system::SENTENCES,
        "Utility" => system::UTILITY,
        "Arithmetic" => system::ARITHMETIC,
        "Commitments" => system::COMMITMENTS,
        "SafeMode" => system::SAFE_MODE,
        "Transactional" => system::TRANSACTIONAL,
        "" => system::PLAIN,
        _ => return None,
    };
    find(sentences, error)
}

fn find(sentences: Sentences, name: &str) -> Option<&'static str> {
    let found = sentences.iter().find(|(known, _)| *known == name)?;
    Some(found.1)
}
