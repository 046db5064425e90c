//! Bittensor's own pallet and its pools.

use super::Sentences;

/// Errors of the pools.
pub(super) const SWAP: Sentences = &[
    (
        "InsufficientInputAmount",
        "The amount is too small to trade. Choose more.",
    ),
    (
        "InsufficientLiquidity",
        "The subnet's pool is too small for this amount. Choose less.",
    ),
    (
        "PriceLimitExceeded",
        "The price has moved past your limit, so nothing was traded. Set another limit or try later.",
    ),
    (
        "InsufficientBalance",
        "There is not enough for this trade. Choose less.",
    ),
    (
        "ReservesTooLow",
        "The subnet's pool is too small for this amount. Choose less.",
    ),
    (
        "MechanismDoesNotExist",
        "This subnet does not exist any more. Choose another one.",
    ),
    (
        "SubtokenDisabled",
        "Trading has not started on this subnet. Wait until its owner starts it.",
    ),
    (
        "ReservesOutOfBalance",
        "The subnet's pool is out of balance and cannot trade now. Try again later.",
    ),
    (
        "SwapInputTooLarge",
        "The amount is too large for the subnet's pool. Choose less.",
    ),
    (
        "Deprecated",
        "The chain no longer offers this. Update the wallet.",
    ),
    (
        "InvalidTickRange",
        "The chain no longer takes liquidity by price ranges. Trade instead.",
    ),
    (
        "InvalidLiquidityValue",
        "This amount of liquidity is not taken. Choose another one.",
    ),
];

/// Errors of the pallet that a holder, miner or validator can meet.
pub(super) const SENTENCES: Sentences = &[
    // Amounts.
    (
        "AmountTooLow",
        "The amount is below the network minimum of 0.002 TAO after fees. Choose more, or all of it.",
    ),
    (
        "NotEnoughBalanceToStake",
        "There is not enough free TAO; the account has to keep 0.0000005 TAO. Choose less.",
    ),
    (
        "NotEnoughStake",
        "There is not enough stake for this. Add stake first.",
    ),
    (
        "NotEnoughStakeToWithdraw",
        "This position holds less stake. Choose less, or all of it.",
    ),
    (
        "StakeUnavailable",
        "A lock holds part of this stake. Choose less, or wait until it unlocks.",
    ),
    (
        "BalanceWithdrawalError",
        "The TAO could not be taken out of the account. Check its balance and try again.",
    ),
    (
        "ZeroBalanceAfterWithdrawn",
        "This would leave nothing in the account. Keep at least 0.0000005 TAO.",
    ),
    (
        "InsufficientTaoBalance",
        "There is not enough TAO for this. Choose less, or add TAO first.",
    ),
    (
        "InsufficientBalance",
        "There is not enough TAO for this. Choose less, or add TAO first.",
    ),
    (
        "InsufficientAlphaBalance",
        "There is not enough alpha for this. Choose less.",
    ),
    (
        "Overflow",
        "The amount is more than the chain can count. Choose less.",
    ),
    (
        "InvalidValue",
        "A value is not one that the chain takes. Check every value.",
    ),
    // Trades.
    (
        "SlippageTooHigh",
        "The price moved past your limit, so nothing was traded. Set another limit, or choose less.",
    ),
    (
        "InsufficientLiquidity",
        "The subnet's pool is too small for this amount. Choose less.",
    ),
    (
        "SubtokenDisabled",
        "Trading has not started on this subnet. Wait until its owner starts it.",
    ),
    (
        "SameNetuid",
        "The stake is on this subnet already. Choose a different one.",
    ),
    (
        "TransferDisallowed",
        "The subnet's owner has switched transfers off. Sell the stake and send TAO instead.",
    ),
    (
        "CannotBurnOrRecycleOnRootSubnet",
        "This is not possible on the root. Choose another subnet.",
    ),
    (
        "NotEnoughAlphaOutToRecycle",
        "The subnet has less alpha outside its pool than that. Choose less.",
    ),
    (
        "CannotUseSystemAccount",
        "The chain's own accounts cannot be used here. Choose another account.",
    ),
    (
        "StakingRateLimitExceeded",
        "Stake was changed too often. Try again in the next block.",
    ),
    (
        "AddStakeBurnRateLimitExceeded",
        "It is too soon after the last purchase of this kind. Wait and try again.",
    ),
    (
        "SubnetBuybackRateLimitExceeded",
        "It is too soon after the last purchase of this kind. Wait and try again.",
    ),
    (
        "SameAutoStakeHotkeyAlreadySet",
        "Mining rewards go to this hotkey already. There is nothing to do.",
    ),
    (
        "TooManyStakingHotkeys",
        "This account stakes with too many hotkeys. Take one stake out first.",
    ),
    // Subnets.
    (
        "SubnetNotExists",
        "This subnet does not exist any more. Choose another one.",
    ),
    (
        "MechanismDoesNotExist",
        "This subnet does not exist any more. Choose another one.",
    ),
    (
        "RootNetworkDoesNotExist",
        "This chain has no root network. Check the network.",
    ),
    ("NotRootSubnet", "This is only possible on the root."),
    (
        "NotSubnetOwner",
        "Only the subnet's owner can do this. Choose the owner's account.",
    ),
    (
        "SubnetLimitReached",
        "No place for a new subnet can be freed now. Try again later.",
    ),
    (
        "AllNetworksInImmunity",
        "All subnets are protected now, so no place can be freed. Try again later.",
    ),
    (
        "CannotAffordLockCost",
        "Registering a subnet costs more than this account has. Add TAO, or wait until it is cheaper.",
    ),
    (
        "NetworkTxRateLimitExceeded",
        "A subnet was registered a short time ago. Wait and try again.",
    ),
    (
        "FirstEmissionBlockNumberAlreadySet",
        "The subnet has started already. There is nothing to do.",
    ),
    (
        "NeedWaitingMoreBlocksToStarCall",
        "The subnet cannot be started yet. Wait some more blocks.",
    ),
    (
        "StartCallNotReady",
        "The subnet cannot be started yet. Wait some more blocks.",
    ),
    (
        "SymbolDoesNotExist",
        "The chain does not know this symbol. Choose one from its list.",
    ),
    (
        "SymbolAlreadyInUse",
        "Another subnet has this symbol. Choose another one.",
    ),
    (
        "WaitingForDissolvedSubnetCleanup",
        "The place of a removed subnet is still being cleared. Try again later.",
    ),
    (
        "NetworkDissolveAlreadyQueued",
        "The subnet is being removed already. There is nothing to do.",
    ),
    (
        "LockIdOverFlow",
        "The chain can count no more registrations. Nothing can be done about it here.",
    ),
    // Hotkeys.
    (
        "HotKeyAccountNotExists",
        "The chain does not know this hotkey. Check its address, or associate it first.",
    ),
    (
        "HotKeyNotRegisteredInSubNet",
        "This hotkey is not registered on the subnet. Register it first.",
    ),
    (
        "HotKeyNotRegisteredInNetwork",
        "No hotkey of this account is registered. Register one first.",
    ),
    (
        "HotKeyAlreadyRegisteredInSubNet",
        "This hotkey is registered on the subnet already. There is nothing to do.",
    ),
    (
        "HotKeyAlreadyDelegate",
        "This hotkey is a delegate already. There is nothing to do.",
    ),
    (
        "NonAssociatedColdKey",
        "This account does not own the hotkey. Choose the coldkey that does.",
    ),
    (
        "TransactorAccountShouldBeHotKey",
        "This has to be signed by the hotkey. Choose the hotkey.",
    ),
    (
        "NewHotKeyIsSameWithOld",
        "The new hotkey is the old one. Choose another one.",
    ),
    (
        "NewHotKeyNotCleanForRootSwap",
        "The new hotkey has stake or registrations already. Choose a fresh one.",
    ),
    (
        "HotKeySetTxRateLimitExceeded",
        "A hotkey was replaced a short time ago. Wait and try again.",
    ),
    (
        "HotKeySwapOnSubnetIntervalNotPassed",
        "The hotkey was replaced on this subnet a short time ago. Wait about a day.",
    ),
    (
        "NotEnoughBalanceToPaySwapHotKey",
        "There is not enough TAO to pay for replacing the hotkey. Add TAO first.",
    ),
    (
        "KeepStakeBlockedByCollateral",
        "The stake is collateral and cannot stay behind. Replace the hotkey with its stake.",
    ),
    // Registrations.
    (
        "SubNetRegistrationDisabled",
        "The subnet takes no registrations now. Choose another one, or try later.",
    ),
    (
        "RegistrationNotPermittedOnRootSubnet",
        "The root takes registrations only in its own way. Register on the root instead.",
    ),
    (
        "TooManyRegistrationsThisBlock",
        "All places of this block are taken. Try again in a minute.",
    ),
    (
        "TooManyRegistrationsThisInterval",
        "All places of this interval are taken. Try again in a while.",
    ),
    (
        "RegistrationPriceLimitExceeded",
        "The price of a registration rose above your limit. Raise it, or wait.",
    ),
    (
        "NoNeuronIdAvailable",
        "All places are taken and protected. Try again later.",
    ),
    (
        "StakeTooLowForRoot",
        "The hotkey has less stake than the last one on the root. Add stake first.",
    ),
    ("InvalidWorkBlock", "The work is too old. Make it anew."),
    (
        "InvalidDifficulty",
        "The work is too easy for the present difficulty. Make it anew.",
    ),
    ("InvalidSeal", "The work does not fit. Make it anew."),
    (
        "FaucetDisabled",
        "This network gives nothing away. Use another way to get TAO.",
    ),
    // Takes and children.
    (
        "DelegateTakeTooLow",
        "The take has to change in the chosen direction, and not below the minimum. Choose another one.",
    ),
    (
        "DelegateTakeTooHigh",
        "The take can be at most 18 %. Choose a lower one.",
    ),
    (
        "DelegateTxRateLimitExceeded",
        "A take can be raised once in 30 days. Wait and try again.",
    ),
    (
        "InvalidChildkeyTake",
        "A childkey's take can be at most 18 %. Choose a lower one.",
    ),
    (
        "TxChildkeyTakeRateLimitExceeded",
        "A childkey's take can be changed once in 30 days. Wait and try again.",
    ),
    ("InvalidChild", "A hotkey cannot be its own child. Leave it out."),
    ("DuplicateChild", "One child is named twice. Name each once."),
    (
        "ProportionOverflow",
        "The children's parts are more than 100 % together. Lower some.",
    ),
    (
        "TooManyChildren",
        "A hotkey has at most 5 children on a subnet. Leave some out.",
    ),
    (
        "ChildParentInconsistency",
        "A hotkey cannot be parent and child of the same other one. Choose another child.",
    ),
    (
        "NotEnoughStakeToSetChildkeys",
        "The hotkey has too little stake to have children. Add stake first.",
    ),
    (
        "TxRateLimitExceeded",
        "It is too soon after the last time. Wait and try again.",
    ),
    // Root.
    (
        "InvalidSubnetNumber",
        "Name at least one subnet, and not more than the chain takes at once. Claim in parts.",
    ),
    (
        "InvalidRootClaimThreshold",
        "This threshold is not one that the chain takes. Choose another one.",
    ),
    (
        "RootStakeLocked",
        "Root stake is still in its unlock period. Wait until it is over.",
    ),
    (
        "RootClaimTooHeavy",
        "There are too many validators to claim from at once. Claim from one validator.",
    ),
    (
        "BetaBasketSeedInProgress",
        "A one-time change of the chain is running. Try again later.",
    ),
    (
        "BasketHasNoWeights",
        "The validator's basket holds nothing yet. Choose another validator.",
    ),
    (
        "BasketDepositPending",
        "A deposit into the basket is still being done. Try again in a few blocks.",
    ),
    (
        "BasketConcentrationCapExceeded",
        "The basket would hold too much of one subnet. Choose less.",
    ),
    (
        "BasketTradingDisabled",
        "Baskets cannot be traded now. Try again later.",
    ),
    (
        "BasketTradingFrozen",
        "This basket cannot be traded now. Try again later.",
    ),
    (
        "BasketTurnoverBudgetExceeded",
        "The basket has traded enough for today. Try again tomorrow.",
    ),
    (
        "BasketSameSubnet",
        "A basket's trade needs two different subnets. Choose another one.",
    ),
    (
        "BasketLiquidityCapExceeded",
        "The trade is too large for the subnet's pool. Choose less.",
    ),
    (
        "BasketMinOutNotMet",
        "The trade would have brought less than your minimum, so nothing was traded. Lower it, or try later.",
    ),
    ("BasketSwapBatchEmpty", "There is nothing to trade. Add a trade."),
    // Locks.
    (
        "LockHotkeyMismatch",
        "Your lock on this subnet backs another hotkey. Add to that one, or move the lock first.",
    ),
    (
        "InsufficientStakeForLock",
        "There is less stake than that to lock. Choose less, or stake more first.",
    ),
    (
        "NoExistingLock",
        "You have no lock on this subnet. Lock stake first.",
    ),
    (
        "ActiveLockExists",
        "There is a lock on this subnet already. End or move it first.",
    ),
    ("UnlockAmountTooHigh", "Less is locked than that. Choose less."),
    (
        "AccountRejectsLockedAlpha",
        "The receiver does not accept locked stake. Send only what is not locked, or ask the receiver to accept it.",
    ),
    // Replacing a coldkey.
    (
        "ColdKeyAlreadyAssociated",
        "The new key has stake already. Make a fresh key.",
    ),
    ("NewColdKeyIsHotkey", "The new key is a hotkey. Make a fresh key."),
    (
        "NotEnoughBalanceToPaySwapColdKey",
        "There is not enough TAO to pay for the announcement. Add TAO first.",
    ),
    (
        "ColdkeySwapAnnouncementNotFound",
        "No new coldkey is announced for this account. Announce one first.",
    ),
    (
        "ColdkeySwapTooEarly",
        "The waiting period is not over. Wait about five days from the announcement.",
    ),
    (
        "ColdkeySwapReannouncedTooEarly",
        "The waiting period before a new announcement is not over. Wait and try again.",
    ),
    (
        "ColdkeySwapClearTooEarly",
        "The waiting period before clearing is not over. Wait and try again.",
    ),
    (
        "AnnouncedColdkeyHashDoesNotMatch",
        "This is not the key that you announced. Choose the announced one.",
    ),
    (
        "ColdkeySwapAlreadyDisputed",
        "The swap is disputed already. Only the chain's council can go on.",
    ),
    (
        "ColdkeySwapAnnounced",
        "A new coldkey is announced for this account, which can do nothing else until that is done or cleared.",
    ),
    (
        "ColdkeySwapDisputed",
        "This account is frozen by a dispute over its coldkey. Only the chain's council can end that.",
    ),
    (
        "ColdkeySwapTooHeavy",
        "The account has too much for one swap. Reduce its positions first.",
    ),
    (
        "ColdkeyCollateralIncomplete",
        "The collateral of this account is not complete. Add the rest first.",
    ),
    (
        "ColdkeyCollateralPositionsFull",
        "This account has as many collaterals as the chain takes. End one first.",
    ),
    // Identity and serving.
    (
        "InvalidIdentity",
        "A field of the identity is too long. Shorten it.",
    ),
    ("InvalidIpType", "The address is neither IPv4 nor IPv6. Check it."),
    (
        "InvalidIpAddress",
        "The address is not one that others can reach. Use a public one.",
    ),
    (
        "InvalidPort",
        "This port is not one that the chain takes. Choose another one.",
    ),
    (
        "ServingRateLimitExceeded",
        "The address was published a short time ago. Wait and try again.",
    ),
    (
        "EvmKeyAssociateRateLimitExceeded",
        "An EVM key was associated a short time ago. Wait about a day.",
    ),
    (
        "EvmKeyAssociationLimitExceeded",
        "This EVM key is associated as often as the chain takes. Use another one.",
    ),
    (
        "UnableToRecoverPublicKey",
        "The EVM signature cannot be read. Sign again.",
    ),
    (
        "InvalidRecoveredPublicKey",
        "The EVM signature is of another key. Sign with the right one.",
    ),
    // Leases.
    (
        "InvalidLeaseBeneficiary",
        "Only the beneficiary of the lease can do this. Choose that account.",
    ),
    (
        "LeaseCannotEndInThePast",
        "The lease would end in the past. Choose a later block.",
    ),
    (
        "LeaseNetuidNotFound",
        "The leased subnet was not found. Look it up again.",
    ),
    ("LeaseDoesNotExist", "There is no such lease. Check its number."),
    (
        "LeaseHasNoEndBlock",
        "This lease has no end, so it cannot be ended.",
    ),
    (
        "LeaseHasNotEnded",
        "The lease has not ended yet. Wait until it does.",
    ),
    (
        "BeneficiaryDoesNotOwnHotkey",
        "The beneficiary does not own the hotkey. Choose one of its own.",
    ),
    (
        "ExpectedBeneficiaryOrigin",
        "Only the beneficiary of the lease can do this. Choose that account.",
    ),
    // Weights, which validators set.
    (
        "NotEnoughStakeToSetWeights",
        "The hotkey has too little stake to set weights. Add stake first.",
    ),
    (
        "NeuronNoValidatorPermit",
        "The hotkey has no permit to validate here. It needs more stake.",
    ),
    (
        "SettingWeightsTooFast",
        "Weights were set a short time ago. Wait and try again.",
    ),
    (
        "CommittingWeightsTooFast",
        "Weights were committed a short time ago. Wait and try again.",
    ),
    // Calls.
    (
        "CallDisabled",
        "The chain has switched this call off. Try again later.",
    ),
    (
        "DisabledTemporarily",
        "The chain has switched this off for now. Try again later.",
    ),
    (
        "Deprecated",
        "The chain no longer offers this. Update the wallet.",
    ),
    (
        "InputLengthsUnequal",
        "Lists that belong together have different lengths. Check them.",
    ),
    (
        "InvalidBatchLength",
        "There are too many items, or none. Change their number.",
    ),
];
