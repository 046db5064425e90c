//! TAO.

use super::Sentences;

/// Errors of the pallet.
pub(super) const SENTENCES: Sentences = &[
    (
        "VestingBalance",
        "This TAO is still vesting. Wait until it is free, or send less.",
    ),
    (
        "LiquidityRestrictions",
        "Part of this TAO is held by a lock or deposit. Send less.",
    ),
    (
        "InsufficientBalance",
        "There is not enough TAO for this. Send less, or add TAO first.",
    ),
    (
        "ExistentialDeposit",
        "The receiver would hold less than the chain keeps (0.0000005 TAO). Send more.",
    ),
    (
        "Expendability",
        "This would close the account. Leave at least 0.0000005 TAO in it, or send everything.",
    ),
    (
        "DeadAccount",
        "The account does not exist yet. Send it TAO first.",
    ),
    (
        "TooManyReserves",
        "The account has too many deposits. Take one back first.",
    ),
    (
        "TooManyHolds",
        "The account has too many holds. Release one first.",
    ),
    (
        "TooManyFreezes",
        "The account has too many freezes. End one first.",
    ),
    ("DeltaZero", "The amount is zero. Choose how much."),
    (
        "ExistingVestingSchedule",
        "This TAO is vesting already. There is nothing to do.",
    ),
    (
        "IssuanceDeactivated",
        "The chain has switched off changes of its supply. Nothing can be done about it here.",
    ),
];

/// Errors of TAO moved by other pallets.
pub(super) const TOKEN: Sentences = &[
    (
        "FundsUnavailable",
        "There is not enough TAO for this. Choose less, or add TAO first.",
    ),
    (
        "OnlyProvider",
        "This would close an account that is still in use. Leave some TAO in it.",
    ),
    (
        "BelowMinimum",
        "The receiver would hold less than the chain keeps (0.0000005 TAO). Send more.",
    ),
    (
        "CannotCreate",
        "The receiver's account cannot be made. Send at least 0.0000005 TAO.",
    ),
    (
        "UnknownAsset",
        "The chain does not know this token. Check what was chosen.",
    ),
    (
        "Frozen",
        "Part of this TAO is frozen. Choose less, or wait until it is free.",
    ),
    (
        "Unsupported",
        "The chain cannot do this with this token. Choose another way.",
    ),
    (
        "CannotCreateHold",
        "The deposit cannot be held on this account. Add TAO first.",
    ),
    (
        "NotExpendable",
        "This would close the account. Leave at least 0.0000005 TAO in it, or send everything.",
    ),
    (
        "Blocked",
        "The receiver's account takes nothing. Choose another one.",
    ),
];
