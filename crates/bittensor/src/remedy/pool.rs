//! Why a transaction does not get into a block at all. Nothing of it happened, and no fee was paid.

use super::{Sentences, find};

/// What to say of the runtime's answer about a transaction: its reason, such as `Payment` or `Custom`, and the number of
/// a custom one.
pub fn pool_answer(reason: &str, custom: Option<u8>) -> String {
    let sentence = match custom {
        Some(code) => custom_code(code),
        None => find(REASONS, reason),
    };
    match (sentence, custom) {
        (Some(sentence), _) => sentence.to_owned(),
        (None, Some(code)) => format!(
            "The chain refuses this with its code {code}, which this wallet does not know. Nothing happened and no fee was paid."
        ),
        (None, None) => format!(
            "The chain refuses this for a reason that this wallet does not know: {reason}. Nothing happened and no fee was paid."
        ),
    }
}

/// What to say of Bittensor's own codes in `InvalidTransaction::Custom`.
pub fn custom_code(code: u8) -> Option<&'static str> {
    let found = CUSTOM.iter().find(|(known, _)| *known == code)?;
    Some(found.1)
}

const REASONS: Sentences = &[
    (
        "Payment",
        "This account cannot pay the fee. Add a little TAO, and leave 0.0000005 TAO in it.",
    ),
    (
        "Stale",
        "Another transaction of this account took this one's place. Prepare it again.",
    ),
    (
        "Future",
        "An earlier transaction of this account is still missing. Wait for it, or prepare this one again.",
    ),
    (
        "BadProof",
        "The signature does not fit any more: the chain was upgraded, or the transaction's time ran out. Prepare it again.",
    ),
    (
        "AncientBirthBlock",
        "The transaction is too old. Prepare it again.",
    ),
    (
        "ExhaustsResources",
        "The transaction takes more than a block has room for. Make it smaller, or try again.",
    ),
    (
        "Call",
        "The chain does not take this call: it is nested too deeply, or not allowed here. Put less into it.",
    ),
    (
        "BadSigner",
        "This account may not sign this. Choose the account that may.",
    ),
    ("BadMandatory", "This can only be put into a block by its author."),
    (
        "MandatoryValidation",
        "This can only be put into a block by its author.",
    ),
    (
        "IndeterminateImplicit",
        "The chain cannot check the transaction now. Try again in a moment.",
    ),
    (
        "UnknownOrigin",
        "The chain does not know who sends this. Choose another account.",
    ),
    (
        "CannotLookup",
        "The chain cannot find the account of this address. Use a normal address.",
    ),
    (
        "NoUnsignedValidator",
        "The chain takes this only with a signature. Sign it.",
    ),
];

const CUSTOM: &[(u8, &str)] = &[
    (
        0,
        "A new coldkey is announced for this account, which can do nothing else until that is done or cleared.",
    ),
    (
        1,
        "The amount is below the network minimum, or the stake is too low to set weights. Choose more.",
    ),
    (
        2,
        "There is not enough free TAO to stake. Choose less, or add TAO first.",
    ),
    (3, "This subnet does not exist any more. Choose another one."),
    (
        4,
        "The chain does not know this hotkey. Check its address, or associate it first.",
    ),
    (5, "This position holds less stake. Choose less, or all of it."),
    (6, "It is too soon after the last time. Wait and try again."),
    (7, "The subnet's pool is too small for this amount. Choose less."),
    (
        8,
        "The price moved past your limit. Set another limit, or choose less.",
    ),
    (
        9,
        "The subnet's owner has switched transfers off. Sell the stake and send TAO instead.",
    ),
    (
        10,
        "This hotkey is not registered on the subnet. Register it first.",
    ),
    (
        11,
        "The address is not one that others can reach. Use a public one.",
    ),
    (
        12,
        "The address was published a short time ago. Wait and try again.",
    ),
    (
        13,
        "This port is not one that the chain takes. Choose another one.",
    ),
    (14, "At your limit nothing can be traded. Set another limit."),
    (
        15,
        "The time at which the weights are revealed is not valid. Commit them anew.",
    ),
    (
        16,
        "No weights were committed that could be revealed. Commit them first.",
    ),
    (
        17,
        "The weights cannot be revealed now. Reveal them in their own time.",
    ),
    (
        18,
        "Lists that belong together have different lengths. Check them.",
    ),
    (19, "There is no such neuron on the subnet. Look it up again."),
    (
        20,
        "An EVM key was associated a short time ago. Wait about a day.",
    ),
    (
        21,
        "This account is frozen by a dispute over its coldkey. Only the chain's council can end that.",
    ),
    (
        22,
        "The account that a proxy should act for is not valid. Check its address.",
    ),
    (23, "The encrypted transaction cannot be read. Encrypt it again."),
    (
        24,
        "The transaction was encrypted for a key that is no longer valid. Encrypt it again.",
    ),
    (
        25,
        "This account does not own the hotkey. Choose the coldkey that does.",
    ),
    (
        26,
        "The take is lower than the chain allows. Choose a higher one.",
    ),
    (27, "The take can be at most 18 %. Choose a lower one."),
    (
        255,
        "The chain refuses this request. Check every value and try again.",
    ),
];
