//! What the Bittensor domain reads of the open chain: once, or at every finalized block.

use std::rc::Rc;

use futures::{StreamExt, stream::LocalBoxStream};
use serde::Serialize;
use taolight_bittensor::reads;
use taolight_primitives::{Failure, Verified};
use taolight_protocol::engine::{
    ReadAutoStake, ReadChainRules, ReadColdkeySwap, ReadContributions, ReadCrowdloans, ReadHotkey,
    ReadLastEpoch, ReadLocks, ReadMetagraph, ReadMultisig, ReadNeurons, ReadOwnHotkeys, ReadPortfolio,
    ReadProxies, ReadRootClaims, ReadShareSamples, ReadSubnet, ReadSubnetCost, ReadSubnetToPrune,
    ReadSubnets, ReadSupply, ReadValidators, WatchPortfolio, WatchSubnets,
};

use crate::{chain::Chain, view::BlockView};

/// A read, by its parameters.
pub(crate) trait Read {
    /// What it brings.
    type Value: Serialize + 'static;

    /// Reads it at one block.
    async fn at(&self, view: &BlockView) -> Result<Verified<Self::Value>, Failure>;
}

/// Reads at the highest finalized block.
pub(crate) async fn once<R: Read>(chain: Rc<Chain>, wanted: &R) -> Result<Verified<R::Value>, Failure> {
    wanted.at(&BlockView::finalized(chain).await?).await
}

/// Reads at every finalized block. Where one read fails, the next block is read; the stream ends with the chain.
pub(crate) fn watch<R: Read + 'static>(
    chain: Rc<Chain>,
    wanted: R,
) -> LocalBoxStream<'static, Result<Verified<R::Value>, Failure>> {
    let wanted = Rc::new(wanted);
    let heads = chain.client().finalized().stream().filter_map(async |head| head);
    heads
        .filter_map(move |head| {
            let (chain, wanted) = (chain.clone(), wanted.clone());
            async move {
                let view = BlockView::at_finalized(chain, head.block).await.ok()?;
                wanted.at(&view).await.ok().map(Ok)
            }
        })
        .boxed_local()
}

/// Declares which function of the domain a read is.
macro_rules! reads {
    ($($name:ident => $value:ty, |$wanted:ident, $view:ident| $read:expr;)*) => {
        $(impl Read for $name {
            type Value = $value;

            async fn at(&self, $view: &BlockView) -> Result<Verified<Self::Value>, Failure> {
                let $wanted = self;
                $read.await
            }
        })*
    };
}

reads! {
    ReadPortfolio => reads::Portfolio, |wanted, view| reads::portfolio(view, &wanted.coldkeys);
    WatchPortfolio => reads::Portfolio, |wanted, view| reads::portfolio(view, &wanted.coldkeys);
    ReadSubnets => Vec<reads::Subnet>, |_wanted, view| reads::subnets(view);
    WatchSubnets => Vec<reads::Subnet>, |_wanted, view| reads::subnets(view);
    ReadSubnet => Option<reads::SubnetDetail>, |wanted, view| reads::subnet_detail(view, wanted.netuid);
    ReadMetagraph => Option<reads::Metagraph>, |wanted, view| reads::metagraph(view, wanted.netuid, &wanted.columns);
    ReadNeurons => Vec<reads::Neuron>, |wanted, view| {
        reads::neurons(view, wanted.netuid, wanted.from..wanted.from.saturating_add(wanted.count))
    };
    ReadValidators => Vec<reads::Neuron>, |wanted, view| reads::validators(view, wanted.netuid);
    ReadHotkey => reads::Hotkey, |wanted, view| reads::hotkey(view, &wanted.hotkey);
    ReadOwnHotkeys => reads::OwnHotkeys, |wanted, view| reads::own_hotkeys(view, &wanted.coldkey);
    ReadLocks => reads::Locks, |wanted, view| reads::locks(view, &wanted.coldkey);
    ReadRootClaims => reads::RootClaims, |wanted, view| reads::root_claims(view, &wanted.coldkey);
    ReadAutoStake => Vec<reads::AutoStake>, |wanted, view| reads::auto_stake(view, &wanted.coldkey);
    ReadProxies => reads::Proxies, |wanted, view| reads::proxies(view, &wanted.account);
    ReadMultisig => Vec<reads::MultisigOperation>, |wanted, view| reads::multisig_operations(view, &wanted.account);
    ReadColdkeySwap => reads::ColdkeySwap, |wanted, view| reads::coldkey_swap(view, &wanted.coldkey);
    ReadCrowdloans => Vec<reads::Crowdloan>, |_wanted, view| reads::crowdloans(view);
    ReadContributions => Vec<reads::Contribution>, |wanted, view| {
        reads::contributions(view, &wanted.account, &wanted.crowdloans)
    };
    ReadSupply => reads::Supply, |_wanted, view| reads::supply(view);
    ReadChainRules => reads::ChainRules, |_wanted, view| reads::chain_rules(view);
    ReadSubnetCost => taolight_primitives::Rao, |_wanted, view| reads::subnet_registration_cost(view);
    ReadSubnetToPrune => Option<taolight_primitives::NetUid>, |_wanted, view| reads::subnet_to_prune(view);
    ReadShareSamples => Vec<reads::ShareSample>, |wanted, view| reads::share_samples(view, &wanted.pools);
    ReadLastEpoch => reads::LastEpoch, |wanted, view| reads::last_epoch(view, &wanted.hotkey, wanted.netuid);
}
