//! What the engine can be asked: networks, the light client's state, chain reads, transactions and miners.

mod activity;
mod chain;
pub mod miners;
mod network;
mod read;
mod transaction;

pub use activity::{AccountActivity, ForgetActivity, Seen, WatchActivity};
pub use chain::{
    AccountNonce, GetMetadata, Head, Heads, MetadataRef, RuntimeMetadata, WatchBalance, WatchHeads,
};
pub use network::{
    Availability, CheckpointInfo, CloseNetwork, DescribeNetwork, Holder, JoinNetwork, Lifecycle,
    ListNetworks, NetworkDescription, NetworkInfo, NetworkSource, NetworkState, Notice, OpenNetwork,
    OpenedNetwork, Phase, SaveState, Stall, TakeOver, WatchLifecycle, WatchNetwork, WatchNotices,
};
pub use read::{
    ReadAutoStake, ReadChainRules, ReadColdkeySwap, ReadContributions, ReadCrowdloans, ReadExits, ReadHotkey,
    ReadLastEpoch, ReadLocks, ReadMetagraph, ReadMultisig, ReadNeurons, ReadOwnHotkeys, ReadPortfolio,
    ReadProxies, ReadQuote, ReadRootClaims, ReadShareSamples, ReadStakes, ReadSubnet, ReadSubnetCost,
    ReadSubnetToPrune, ReadSubnets, ReadSupply, ReadValidators, WatchExits, WatchPortfolio, WatchQuote,
    WatchSubnets,
};
pub use transaction::{
    Estimate, EstimateFee, ExplainIntent, Explanation, ForgetTransaction, JournalEntry, Mortality,
    PrepareTransaction, Prepared, SubmitTransaction, Submitted, TransactionState, Unsigned, WatchJournal,
    WeighIntent, Weighed,
};

pub use taolight_bittensor::intents::Intent;
use taolight_bittensor::{Quote, reads};
use taolight_primitives::{Alpha, NetUid, Rao, Verified};

use crate::method::{methods, topics};
use miners::{
    AskMiners, AskUpdate, MinerPresets, MinerTable, PrepareQuery, PreparedQuery, ProbeMiners, Probed,
    ReadMinerPresets, ReadMiners, StampQuery, StampedQuery,
};

methods! {
    /// Every call that the engine answers.
    EngineCall {
        "network.list" ListNetworks -> Vec<NetworkInfo>,
        "network.describe" DescribeNetwork -> NetworkDescription,
        "network.open" OpenNetwork -> NetworkInfo,
        "network.join" JoinNetwork -> OpenedNetwork,
        "network.close" CloseNetwork -> (),
        "device.takeOver" TakeOver -> (),
        "state.save" SaveState -> (),
        "account.nonce" AccountNonce -> Verified<u32>,
        "metadata" GetMetadata -> RuntimeMetadata,
        "fee" EstimateFee -> Estimate,
        "tx.explain" ExplainIntent -> Explanation,
        "tx.weigh" WeighIntent -> Weighed,
        "tx.prepare" PrepareTransaction -> Prepared,
        "tx.submit" SubmitTransaction -> Submitted,
        "journal.forget" ForgetTransaction -> (),
        "activity.forget" ForgetActivity -> (),
        "quote" ReadQuote -> Verified<Quote>,
        "exits" ReadExits -> Verified<Vec<reads::Exit>>,
        "read.portfolio" ReadPortfolio -> Verified<reads::Portfolio>,
        "read.subnets" ReadSubnets -> Verified<Vec<reads::Subnet>>,
        "read.subnet" ReadSubnet -> Verified<Option<reads::SubnetDetail>>,
        "read.metagraph" ReadMetagraph -> Verified<Option<reads::Metagraph>>,
        "read.neurons" ReadNeurons -> Verified<Vec<reads::Neuron>>,
        "read.validators" ReadValidators -> Verified<Vec<reads::Neuron>>,
        "read.stakes" ReadStakes -> Verified<Vec<(reads::PositionKey, Alpha)>>,
        "read.hotkey" ReadHotkey -> Verified<reads::Hotkey>,
        "read.ownHotkeys" ReadOwnHotkeys -> Verified<reads::OwnHotkeys>,
        "read.locks" ReadLocks -> Verified<reads::Locks>,
        "read.rootClaims" ReadRootClaims -> Verified<reads::RootClaims>,
        "read.autoStake" ReadAutoStake -> Verified<Vec<reads::AutoStake>>,
        "read.proxies" ReadProxies -> Verified<reads::Proxies>,
        "read.multisig" ReadMultisig -> Verified<Vec<reads::MultisigOperation>>,
        "read.coldkeySwap" ReadColdkeySwap -> Verified<reads::ColdkeySwap>,
        "read.crowdloans" ReadCrowdloans -> Verified<Vec<reads::Crowdloan>>,
        "read.contributions" ReadContributions -> Verified<Vec<reads::Contribution>>,
        "read.supply" ReadSupply -> Verified<reads::Supply>,
        "read.chainRules" ReadChainRules -> Verified<reads::ChainRules>,
        "read.subnetCost" ReadSubnetCost -> Verified<Rao>,
        "read.subnetToPrune" ReadSubnetToPrune -> Verified<Option<NetUid>>,
        "read.shareSamples" ReadShareSamples -> Verified<Vec<reads::ShareSample>>,
        "read.lastEpoch" ReadLastEpoch -> Verified<reads::LastEpoch>,
        "miners" ReadMiners -> Verified<Option<MinerTable>>,
        "miners.presets" ReadMinerPresets -> MinerPresets,
        "miners.prepare" PrepareQuery -> PreparedQuery,
        "miners.stamp" StampQuery -> StampedQuery,
    }
}

topics! {
    /// Every subscription that the engine serves.
    EngineTopic {
        "lifecycle" WatchLifecycle -> Lifecycle, latest_only: true;
        "network" WatchNetwork -> NetworkState, latest_only: true;
        "notices" WatchNotices -> Vec<Notice>, latest_only: true;
        "heads" WatchHeads -> Heads, latest_only: true;
        "balance.watch" WatchBalance -> Verified<reads::Balance>, latest_only: true;
        "journal" WatchJournal -> Vec<JournalEntry>, latest_only: true;
        "activity.watch" WatchActivity -> Vec<AccountActivity>, latest_only: true;
        "quote.watch" WatchQuote -> Verified<Quote>, latest_only: true;
        "exits.watch" WatchExits -> Verified<Vec<reads::Exit>>, latest_only: true;
        "portfolio.watch" WatchPortfolio -> Verified<reads::Portfolio>, latest_only: true;
        "subnets.watch" WatchSubnets -> Verified<Vec<reads::Subnet>>, latest_only: true;
        "miners.probe" ProbeMiners -> Probed, latest_only: false;
        "miners.ask" AskMiners -> AskUpdate, latest_only: false;
    }
}
