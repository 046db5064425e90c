//! Accounts that act for others.

use super::Sentences;

/// Errors of the pallet.
pub(super) const SENTENCES: Sentences = &[
    (
        "TooMany",
        "The account has as many proxies or announcements as the chain takes. Remove one first.",
    ),
    (
        "NotFound",
        "There is no such proxy or announcement. Look up what there is.",
    ),
    (
        "NotProxy",
        "This account may not act for the other one. Ask to be added as a proxy.",
    ),
    (
        "Unproxyable",
        "The proxy has no right for this call. Use a proxy type that allows it.",
    ),
    ("Duplicate", "This proxy exists already. There is nothing to do."),
    (
        "NoPermission",
        "A proxy of this type cannot do this. Use a stronger type.",
    ),
    (
        "Unannounced",
        "The call is not announced, or its delay is not over. Announce it, then wait.",
    ),
    (
        "NoSelfProxy",
        "An account cannot be its own proxy. Choose another one.",
    ),
    (
        "AnnouncementDepositInvariantViolated",
        "The deposit of the announcements does not add up on the chain. Take back an announcement and try again.",
    ),
    (
        "InvalidDerivedAccountId",
        "The new account's address cannot be made. Try another index.",
    ),
];
