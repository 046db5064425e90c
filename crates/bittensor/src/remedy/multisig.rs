//! Accounts that several keys hold together.

use super::Sentences;

/// Errors of the pallet.
pub(super) const SENTENCES: Sentences = &[
    (
        "MinimumThreshold",
        "A threshold of at least 2 is needed here. Choose a higher one.",
    ),
    (
        "AlreadyApproved",
        "This account has approved already. Another signatory has to.",
    ),
    (
        "NoApprovalsNeeded",
        "There are enough approvals. Now the call itself has to be sent by one of the signatories.",
    ),
    ("TooFewSignatories", "There are too few signatories. Add some."),
    (
        "TooManySignatories",
        "There are too many signatories. At most 100 are taken.",
    ),
    (
        "SignatoriesOutOfOrder",
        "The signatories are not in order. Enter them again.",
    ),
    (
        "SenderInSignatories",
        "The signer is among the other signatories. Name only the others.",
    ),
    (
        "NotFound",
        "There is no such open operation: it was done or cancelled. Look it up again.",
    ),
    (
        "NotOwner",
        "Only the account that opened the operation can cancel it.",
    ),
    (
        "NoTimepoint",
        "The operation is open already. Approve that one instead of opening it anew.",
    ),
    (
        "WrongTimepoint",
        "The operation was opened at another time. Look it up again.",
    ),
    ("UnexpectedTimepoint", "The operation is not open. Open it first."),
    (
        "MaxWeightTooLow",
        "The call takes more than was allowed for it. Prepare it again.",
    ),
    (
        "AlreadyStored",
        "The call is stored already. There is nothing to do.",
    ),
];
