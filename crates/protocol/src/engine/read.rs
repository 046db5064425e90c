//! What the engine reads of Bittensor. Each answer is proven and of one block: the highest finalized one.

use serde::{Deserialize, Serialize};
use taolight_bittensor::{
    Protection, Tolerance,
    reads::{Column, Leaving, PositionKey, Trade},
};
use taolight_primitives::{AccountId, NetUid};

/// Declares reads: the type of each is its parameters.
macro_rules! reads {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            #[serde(rename_all = "camelCase")]
            #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
            pub struct $name { $($(#[$field_doc])* pub $field: $ty),* }
        )*
    };
}

reads! {
    /// Reads TAO and every position of coldkeys, with what they are worth.
    ReadPortfolio {
        /// Whose.
        coldkeys: Vec<AccountId>,
    }
    /// Follows the same at every finalized block.
    WatchPortfolio {
        /// Whose.
        coldkeys: Vec<AccountId>,
    }
    /// Asks what a trade would give.
    ReadQuote {
        /// The trade.
        trade: Trade,
        /// Against a worse price.
        protection: Protection,
    }
    /// Follows the same at every finalized block.
    WatchQuote {
        /// The trade.
        trade: Trade,
        /// Against a worse price.
        protection: Protection,
    }
    /// Asks what positions would bring if they were sold in one transaction.
    ReadExits {
        /// Whose.
        coldkey: AccountId,
        /// Which, in the order in which they are sold.
        leaving: Vec<Leaving>,
        /// How much worse than the price that it finds each may be sold.
        tolerance: Tolerance,
    }
    /// Follows the same at every finalized block.
    WatchExits {
        /// Whose.
        coldkey: AccountId,
        /// Which, in the order in which they are sold.
        leaving: Vec<Leaving>,
        /// How much worse than the price that it finds each may be sold.
        tolerance: Tolerance,
    }
    /// Reads every subnet.
    ReadSubnets {}
    /// Follows the same at every finalized block.
    WatchSubnets {}
    /// Reads one subnet with its hyperparameters.
    ReadSubnet {
        /// Which.
        netuid: NetUid,
    }
    /// Reads columns of a subnet's metagraph.
    ReadMetagraph {
        /// Which subnet.
        netuid: NetUid,
        /// Which columns.
        columns: Vec<Column>,
    }
    /// Reads a page of a subnet's neurons.
    ReadNeurons {
        /// Which subnet.
        netuid: NetUid,
        /// The first neuron's number.
        from: u16,
        /// How many at most.
        count: u16,
    }
    /// Reads the validators of a subnet, most stake first.
    ReadValidators {
        /// Which subnet.
        netuid: NetUid,
    }
    /// Reads how much alpha positions hold.
    ReadStakes {
        /// Which.
        positions: Vec<PositionKey>,
    }
    /// Reads a hotkey: its owner, its take, its subnets, its children and parents.
    ReadHotkey {
        /// Which.
        hotkey: AccountId,
    }
    /// Reads the hotkeys that a coldkey owns, and those that it stakes to.
    ReadOwnHotkeys {
        /// Whose.
        coldkey: AccountId,
    }
    /// Reads a coldkey's locks and their conviction.
    ReadLocks {
        /// Whose.
        coldkey: AccountId,
    }
    /// Reads what a coldkey can claim of root's dividends.
    ReadRootClaims {
        /// Whose.
        coldkey: AccountId,
    }
    /// Reads where a coldkey's rewards are staked by themselves.
    ReadAutoStake {
        /// Whose.
        coldkey: AccountId,
    }
    /// Reads who may act for an account, and what was announced for it.
    ReadProxies {
        /// Whose.
        account: AccountId,
    }
    /// Reads what waits for signatures of a multisig account.
    ReadMultisig {
        /// The multisig account.
        account: AccountId,
    }
    /// Reads whether a coldkey is being swapped.
    ReadColdkeySwap {
        /// Which.
        coldkey: AccountId,
    }
    /// Reads every crowdloan.
    ReadCrowdloans {}
    /// Reads what an account gave to crowdloans.
    ReadContributions {
        /// Whose.
        account: AccountId,
        /// To which.
        crowdloans: Vec<u32>,
    }
    /// Reads TAO's supply, its halvings and what a block brings.
    ReadSupply {}
    /// Reads the chain's rules: safe mode, limits, deposits and constants.
    ReadChainRules {}
    /// Reads what registering a subnet costs now.
    ReadSubnetCost {}
    /// Reads which subnet would make room for the next one.
    ReadSubnetToPrune {}
    /// Reads what a share of a hotkey's stake is worth, to measure its growth between two such samples.
    ReadShareSamples {
        /// Hotkeys, each on a subnet.
        pools: Vec<(AccountId, NetUid)>,
    }
    /// Reads what a hotkey's stakers got in the last epoch.
    ReadLastEpoch {
        /// Which hotkey.
        hotkey: AccountId,
        /// On which subnet.
        netuid: NetUid,
    }
}
