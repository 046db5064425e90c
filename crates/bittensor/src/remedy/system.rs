//! What any part of the chain can answer.

use super::Sentences;

/// Errors of the system's pallet that a holder can meet.
pub(super) const SENTENCES: Sentences = &[
    (
        "CallFiltered",
        "The chain does not let this call through: it is in safe mode, the proxy has no right for it, or it is a batch within a batch.",
    ),
    (
        "MultiBlockMigrationsOngoing",
        "The chain is being upgraded. Try again in a few minutes.",
    ),
    (
        "NonZeroRefCount",
        "The account is still in use and cannot be closed.",
    ),
    (
        "NonDefaultComposite",
        "The account still holds something and cannot be closed.",
    ),
];

/// Errors of batches.
pub(super) const UTILITY: Sentences = &[
    ("TooManyCalls", "There is too much in this batch. Split it."),
    (
        "InvalidDerivedAccount",
        "The derived account's address cannot be made. Try another index.",
    ),
];

/// Errors of calculations.
pub(super) const ARITHMETIC: Sentences = &[
    (
        "Underflow",
        "The chain's calculation fell below zero: the amount is more than there is. Choose less.",
    ),
    (
        "Overflow",
        "The amount is more than the chain can count. Choose less.",
    ),
    (
        "DivisionByZero",
        "The chain cannot calculate this, as if the pool were empty. Try another amount or later.",
    ),
];

/// Errors of what miners publish.
pub(super) const COMMITMENTS: Sentences = &[
    (
        "TooManyFieldsInCommitmentInfo",
        "There are too many fields in this commitment. Leave some out.",
    ),
    (
        "AccountNotAllowedCommit",
        "Only a hotkey that is registered on the subnet can commit. Register it first.",
    ),
    (
        "SpaceLimitExceeded",
        "This hotkey has used up its space for now. Wait for the next epoch, or publish less.",
    ),
    (
        "UnexpectedUnreserveLeftover",
        "The deposit does not add up on the chain. Try again later.",
    ),
    (
        "TimelockRevealFailedNotAllowed",
        "The commitment that was to be revealed cannot be. Publish it anew.",
    ),
];

/// Errors of safe mode.
pub(super) const SAFE_MODE: Sentences = &[
    (
        "Entered",
        "The chain is in safe mode. Nothing is lost; try again when it is over.",
    ),
    (
        "Exited",
        "The chain is not in safe mode any more. There is nothing to do.",
    ),
];

/// Errors of storage layers.
pub(super) const TRANSACTIONAL: Sentences = &[
    ("LimitReached", "The call is nested too deeply. Put less into it."),
    ("NoLayer", "The chain could not run this call. Try again."),
];

/// Errors without a pallet.
pub(super) const PLAIN: Sentences = &[
    (
        "Other",
        "The chain refused this without saying why. Check every value and try again.",
    ),
    (
        "CannotLookup",
        "The chain cannot find the account of this address. Use a normal address.",
    ),
    (
        "BadOrigin",
        "This account may not do this. Choose the account or key that may.",
    ),
    (
        "ConsumerRemaining",
        "The account is still in use and cannot be closed. Leave some TAO in it.",
    ),
    (
        "NoProviders",
        "The account does not exist on the chain yet. Send it TAO first.",
    ),
    (
        "TooManyConsumers",
        "The account is used by too many things at once. End one first.",
    ),
    ("Exhausted", "The block had no room left for this. Try again."),
    (
        "Corruption",
        "The chain reports damaged state. Nothing can be done about it here; try again later.",
    ),
    (
        "Unavailable",
        "Something that this needs is not available now. Try again later.",
    ),
    (
        "RootNotAllowed",
        "The chain's own council cannot do this; a normal account has to.",
    ),
];
