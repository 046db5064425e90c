//! Crowdloans.

use super::Sentences;

/// Errors of the pallet.
pub(super) const SENTENCES: Sentences = &[
    (
        "DepositTooLow",
        "The deposit is lower than the chain takes (10 TAO). Choose more.",
    ),
    (
        "CapTooLow",
        "What is to be raised has to be more than the deposit, and no less than was raised. Choose more.",
    ),
    (
        "MinimumContributionTooLow",
        "The least contribution is lower than the chain takes (0.1 TAO). Choose more.",
    ),
    ("CannotEndInPast", "The end is in the past. Choose a later block."),
    (
        "BlockDurationTooShort",
        "The crowdloan would be too short. Choose a later end.",
    ),
    (
        "BlockDurationTooLong",
        "The crowdloan would be too long. Choose an earlier end.",
    ),
    (
        "InsufficientBalance",
        "There is not enough TAO for this. Choose less, or add TAO first.",
    ),
    ("Overflow", "The amounts are larger than can exist. Choose less."),
    (
        "InvalidCrowdloanId",
        "There is no such crowdloan. Check its number.",
    ),
    (
        "CapRaised",
        "The crowdloan has raised everything already. Nothing more is taken.",
    ),
    (
        "ContributionPeriodEnded",
        "The crowdloan has ended. Nothing more is taken.",
    ),
    (
        "ContributionTooLow",
        "The crowdloan takes no contribution as small as this. Give more.",
    ),
    (
        "InvalidOrigin",
        "Only the account that made the crowdloan can do this.",
    ),
    (
        "AlreadyFinalized",
        "The crowdloan is done. Nothing about it can change any more.",
    ),
    (
        "AlreadyFinalizing",
        "The crowdloan is being finished right now. Look again in a moment.",
    ),
    (
        "ContributionPeriodNotEnded",
        "The crowdloan still runs. Wait until it ends.",
    ),
    (
        "NoContribution",
        "This account has nothing in the crowdloan that can be taken back.",
    ),
    ("CapNotRaised", "Not everything is raised yet. Wait for the rest."),
    (
        "Underflow",
        "The crowdloan's amounts do not add up on the chain. Look it up again.",
    ),
    (
        "CallUnavailable",
        "What the crowdloan was made for is not on the chain any more. Its creator has to dissolve it.",
    ),
    (
        "NotReadyToDissolve",
        "Others still have money in the crowdloan. Give it back first.",
    ),
    (
        "DepositCannotBeWithdrawn",
        "The creator's deposit comes back only by dissolving the crowdloan.",
    ),
    (
        "MaxContributorsReached",
        "The crowdloan has as many contributors as the chain takes.",
    ),
    (
        "InvalidFinalizationConfig",
        "Either a receiver or something to do has to be named, not both.",
    ),
    (
        "MaxContributionReached",
        "This account has given as much as the crowdloan takes of one.",
    ),
    (
        "MaximumContributionTooLow",
        "The highest contribution is lower than the lowest one. Choose more.",
    ),
    (
        "MinimumContributionTooHigh",
        "The lowest contribution is higher than the highest one. Choose less.",
    ),
    (
        "FundsNotSettled",
        "The crowdloan's money is not where it should be yet. Try again later.",
    ),
];
