//! The engine's reads by their names on the wire, done on any view.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use taolight_bittensor::{
    Protection, View,
    reads::{self, Column, Trade},
};
use taolight_primitives::{AccountId, Failure, NetUid, Verified};

/// A read with its parameters.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "read", content = "of", rename_all_fields = "camelCase")]
pub(crate) enum Named {
    #[serde(rename = "quote")]
    Quote { trade: Trade, protection: Protection },
    #[serde(rename = "read.portfolio")]
    Portfolio { coldkeys: Vec<AccountId> },
    #[serde(rename = "read.subnets")]
    Subnets {},
    #[serde(rename = "read.subnet")]
    Subnet { netuid: NetUid },
    #[serde(rename = "read.metagraph")]
    Metagraph { netuid: NetUid, columns: Vec<Column> },
    #[serde(rename = "read.neurons")]
    Neurons { netuid: NetUid, from: u16, count: u16 },
    #[serde(rename = "read.validators")]
    Validators { netuid: NetUid },
    #[serde(rename = "read.hotkey")]
    Hotkey { hotkey: AccountId },
    #[serde(rename = "read.ownHotkeys")]
    OwnHotkeys { coldkey: AccountId },
    #[serde(rename = "read.locks")]
    Locks { coldkey: AccountId },
    #[serde(rename = "read.rootClaims")]
    RootClaims { coldkey: AccountId },
    #[serde(rename = "read.autoStake")]
    AutoStake { coldkey: AccountId },
    #[serde(rename = "read.proxies")]
    Proxies { account: AccountId },
    #[serde(rename = "read.multisig")]
    Multisig { account: AccountId },
    #[serde(rename = "read.coldkeySwap")]
    ColdkeySwap { coldkey: AccountId },
    #[serde(rename = "read.crowdloans")]
    Crowdloans {},
    #[serde(rename = "read.contributions")]
    Contributions {
        account: AccountId,
        crowdloans: Vec<u32>,
    },
    #[serde(rename = "read.supply")]
    Supply {},
    #[serde(rename = "read.chainRules")]
    ChainRules {},
    #[serde(rename = "read.subnetCost")]
    SubnetCost {},
    #[serde(rename = "read.subnetToPrune")]
    SubnetToPrune {},
    #[serde(rename = "read.shareSamples")]
    ShareSamples { pools: Vec<(AccountId, NetUid)> },
    #[serde(rename = "read.lastEpoch")]
    LastEpoch { hotkey: AccountId, netuid: NetUid },
}

impl Named {
    /// What the read brings, as it crosses a port.
    pub(crate) async fn answer(&self, view: &impl View) -> Result<Json, Failure> {
        match self {
            Self::Quote { trade, protection } => told(reads::quote(view, trade, *protection).await),
            Self::Portfolio { coldkeys } => told(reads::portfolio(view, coldkeys).await),
            Self::Subnets {} => told(reads::subnets(view).await),
            Self::Subnet { netuid } => told(reads::subnet_detail(view, *netuid).await),
            Self::Metagraph { netuid, columns } => told(reads::metagraph(view, *netuid, columns).await),
            Self::Neurons { netuid, from, count } => {
                told(reads::neurons(view, *netuid, *from..from.saturating_add(*count)).await)
            }
            Self::Validators { netuid } => told(reads::validators(view, *netuid).await),
            Self::Hotkey { hotkey } => told(reads::hotkey(view, hotkey).await),
            Self::OwnHotkeys { coldkey } => told(reads::own_hotkeys(view, coldkey).await),
            Self::Locks { coldkey } => told(reads::locks(view, coldkey).await),
            Self::RootClaims { coldkey } => told(reads::root_claims(view, coldkey).await),
            Self::AutoStake { coldkey } => told(reads::auto_stake(view, coldkey).await),
            Self::Proxies { account } => told(reads::proxies(view, account).await),
            Self::Multisig { account } => told(reads::multisig_operations(view, account).await),
            Self::ColdkeySwap { coldkey } => told(reads::coldkey_swap(view, coldkey).await),
            Self::Crowdloans {} => told(reads::crowdloans(view).await),
            Self::Contributions { account, crowdloans } => {
                told(reads::contributions(view, account, crowdloans).await)
            }
            Self::Supply {} => told(reads::supply(view).await),
            Self::ChainRules {} => told(reads::chain_rules(view).await),
            Self::SubnetCost {} => told(reads::subnet_registration_cost(view).await),
            Self::SubnetToPrune {} => told(reads::subnet_to_prune(view).await),
            Self::ShareSamples { pools } => told(reads::share_samples(view, pools).await),
            Self::LastEpoch { hotkey, netuid } => told(reads::last_epoch(view, hotkey, *netuid).await),
        }
    }
}

fn told(read: Result<Verified<impl Serialize>, Failure>) -> Result<Json, Failure> {
    Ok(serde_json::to_value(read?.value).expect("it is JSON"))
}
