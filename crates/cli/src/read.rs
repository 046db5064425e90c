//! Everything that can be read, as it is typed.

use clap::Subcommand;
use futures::StreamExt;
use serde::Serialize;
use serde_json::Value;
use taolight_bittensor::reads::Column;
use taolight_primitives::{AccountId, ErrorCode, Failure, NetUid};
use taolight_protocol::{
    Client, Method,
    engine::{
        ReadAutoStake, ReadChainRules, ReadColdkeySwap, ReadContributions, ReadCrowdloans, ReadHotkey,
        ReadLastEpoch, ReadLocks, ReadMetagraph, ReadMultisig, ReadNeurons, ReadOwnHotkeys, ReadPortfolio,
        ReadProxies, ReadRootClaims, ReadShareSamples, ReadSubnet, ReadSubnetCost, ReadSubnetToPrune,
        ReadSubnets, ReadSupply, ReadValidators, WatchBalance,
    },
};

use crate::typed::{column, netuid};

/// What to read.
#[derive(Subcommand)]
pub(crate) enum Read {
    /// TAO of an account: free, reserved and frozen
    Balance(Account),
    /// TAO and every position of coldkeys, with what they are worth at spot and if sold now
    Portfolio {
        /// Addresses of the coldkeys
        #[arg(required = true, value_parser = AccountId::from_ss58)]
        coldkeys: Vec<AccountId>,
    },
    /// Every subnet: price, pool, emission, owner
    Subnets,
    /// One subnet with its hyperparameters
    Subnet(Subnet),
    /// Columns of a subnet's metagraph
    Metagraph {
        /// Number of the subnet
        #[arg(value_parser = netuid)]
        netuid: NetUid,
        /// Columns by their names, separated by commas
        #[arg(long, required = true, value_delimiter = ',', value_parser = column)]
        columns: Vec<Column>,
    },
    /// A page of a subnet's neurons
    Neurons {
        /// Number of the subnet
        #[arg(value_parser = netuid)]
        netuid: NetUid,
        /// The first neuron's number
        #[arg(long, default_value_t = 0)]
        from: u16,
        /// How many at most
        #[arg(long, default_value_t = 32)]
        count: u16,
    },
    /// Validators of a subnet: stake, take, permit, dividends, identity
    Validators(Subnet),
    /// A hotkey: owner, take, subnets, children and parents
    Hotkey(Account),
    /// Hotkeys that a coldkey owns, and those that it stakes to
    OwnHotkeys(Account),
    /// Locks of a coldkey and their conviction
    Locks(Account),
    /// What a coldkey can claim of root's dividends
    RootClaims(Account),
    /// Where a coldkey's rewards are staked by themselves
    AutoStake(Account),
    /// Who may act for an account, and what was announced for it
    Proxies(Account),
    /// What waits for signatures of a multisig account
    Multisig(Account),
    /// Whether a coldkey is being swapped
    ColdkeySwap(Account),
    /// Every crowdloan
    Crowdloans,
    /// What an account gave to crowdloans
    Contributions {
        /// Address of the account
        #[arg(value_parser = AccountId::from_ss58)]
        account: AccountId,
        /// Numbers of the crowdloans
        #[arg(required = true)]
        crowdloans: Vec<u32>,
    },
    /// TAO's supply, its halvings and what a block brings
    Supply,
    /// Safe mode, limits, deposits and constants of the chain
    Rules,
    /// What registering a subnet costs now
    SubnetCost,
    /// Which subnet would make room for the next one
    SubnetToPrune,
    /// What a share of a hotkey's stake is worth on a subnet
    SharePrice(Pool),
    /// What a hotkey's stakers got in the last epoch
    LastEpoch(Pool),
}

/// An account.
#[derive(clap::Args)]
pub(crate) struct Account {
    /// Address
    #[arg(value_parser = AccountId::from_ss58)]
    account: AccountId,
}

/// A subnet.
#[derive(clap::Args)]
pub(crate) struct Subnet {
    /// Number of the subnet
    #[arg(value_parser = netuid)]
    netuid: NetUid,
}

/// A hotkey on a subnet.
#[derive(clap::Args)]
pub(crate) struct Pool {
    /// Address of the hotkey
    #[arg(value_parser = AccountId::from_ss58)]
    hotkey: AccountId,
    /// Number of the subnet
    #[arg(value_parser = netuid)]
    netuid: NetUid,
}

impl Read {
    /// Asks the engine; the answer is the one that a page gets.
    pub(crate) async fn ask(self, engine: &Client) -> Result<Value, Failure> {
        match self {
            Self::Balance(of) => balance(engine, of.account).await,
            Self::Portfolio { coldkeys } => call(engine, ReadPortfolio { coldkeys }).await,
            Self::Subnets => call(engine, ReadSubnets {}).await,
            Self::Subnet(of) => call(engine, ReadSubnet { netuid: of.netuid }).await,
            Self::Metagraph { netuid, columns } => call(engine, ReadMetagraph { netuid, columns }).await,
            Self::Neurons { netuid, from, count } => call(engine, ReadNeurons { netuid, from, count }).await,
            Self::Validators(of) => call(engine, ReadValidators { netuid: of.netuid }).await,
            Self::Hotkey(of) => call(engine, ReadHotkey { hotkey: of.account }).await,
            Self::OwnHotkeys(of) => call(engine, ReadOwnHotkeys { coldkey: of.account }).await,
            Self::Locks(of) => call(engine, ReadLocks { coldkey: of.account }).await,
            Self::RootClaims(of) => call(engine, ReadRootClaims { coldkey: of.account }).await,
            Self::AutoStake(of) => call(engine, ReadAutoStake { coldkey: of.account }).await,
            Self::Proxies(of) => call(engine, ReadProxies { account: of.account }).await,
            Self::Multisig(of) => call(engine, ReadMultisig { account: of.account }).await,
            Self::ColdkeySwap(of) => call(engine, ReadColdkeySwap { coldkey: of.account }).await,
            Self::Crowdloans => call(engine, ReadCrowdloans {}).await,
            Self::Contributions { account, crowdloans } => {
                call(engine, ReadContributions { account, crowdloans }).await
            }
            Self::Supply => call(engine, ReadSupply {}).await,
            Self::Rules => call(engine, ReadChainRules {}).await,
            Self::SubnetCost => call(engine, ReadSubnetCost {}).await,
            Self::SubnetToPrune => call(engine, ReadSubnetToPrune {}).await,
            Self::SharePrice(of) => {
                let pools = vec![(of.hotkey, of.netuid)];
                call(engine, ReadShareSamples { pools }).await
            }
            Self::LastEpoch(of) => {
                let (hotkey, netuid) = (of.hotkey, of.netuid);
                call(engine, ReadLastEpoch { hotkey, netuid }).await
            }
        }
    }
}

pub(crate) async fn call<M: Method>(engine: &Client, method: M) -> Result<Value, Failure> {
    value(engine.call(method).await?)
}

/// The first balance of those that follow.
async fn balance(engine: &Client, account: AccountId) -> Result<Value, Failure> {
    let mut balances = engine.subscribe(WatchBalance { account });
    let first = balances.next().await;
    value(first.ok_or_else(|| Failure::new(ErrorCode::Disconnected, "the light client ended"))??)
}

pub(crate) fn value(answer: impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|error| Failure::new(ErrorCode::Internal, error))
}
