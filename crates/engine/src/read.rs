//! What the Bittensor domain reads of the open chain: once, or at every finalized block.

use std::rc::Rc;

use futures::{StreamExt, future::join, stream::LocalBoxStream};
use taolight_bittensor::{Quote, reads};
use taolight_primitives::{Alpha, BlockRef, ErrorCode, Failure, Level, NetUid, Rao, Verified};
use taolight_protocol::engine::{
    ReadAutoStake, ReadChainRules, ReadColdkeySwap, ReadContributions, ReadCrowdloans, ReadExits, ReadHotkey,
    ReadLastEpoch, ReadLocks, ReadMetagraph, ReadMultisig, ReadNeurons, ReadOwnHotkeys, ReadPortfolio,
    ReadProxies, ReadQuote, ReadRootClaims, ReadShareSamples, ReadStakes, ReadSubnet, ReadSubnetCost,
    ReadSubnetToPrune, ReadSubnets, ReadSupply, ReadValidators, WatchBalance, WatchExits, WatchPortfolio,
    WatchQuote, WatchSubnets,
};

use crate::{again::again_if_gone, chain::Chain, view::BlockView};

/// A read, by its parameters.
pub(crate) trait Read {
    /// What it brings.
    type Value: 'static;

    /// Reads it at one block.
    async fn at(&self, view: &BlockView) -> Result<Verified<Self::Value>, Failure>;
}

/// Reads at the highest finalized block. On a device so slow that the block is let go meanwhile, at the next one.
pub(crate) async fn once<R: Read>(chain: &Rc<Chain>, wanted: &R) -> Result<Verified<R::Value>, Failure> {
    again_if_gone(async || at_block(chain, chain.finalized().await?, wanted).await).await
}

/// Reads at every finalized block. Where peers fail one read, the next block is read; what will not get better ends the
/// stream. It ends with the chain, too.
pub(crate) fn watch<R: Read + 'static>(
    chain: Rc<Chain>,
    wanted: R,
) -> LocalBoxStream<'static, Result<Verified<R::Value>, Failure>> {
    let wanted = Rc::new(wanted);
    let heads = chain.client().finalized().stream().filter_map(async |head| head);
    heads
        .filter_map(move |head| {
            let (chain, wanted) = (chain.clone(), wanted.clone());
            async move { worth_telling(at_block(&chain, head.block, &*wanted).await) }
        })
        .boxed_local()
}

/// What of a read at one block a watcher is told: nothing of what the next block mends.
pub(crate) fn worth_telling<T>(read: Result<T, Failure>) -> Option<Result<T, Failure>> {
    match read {
        // A block that is gone has a successor.
        Err(failure) if failure.retryable || failure.code == ErrorCode::BlockUnavailable => None,
        read => Some(read),
    }
}

/// Reads at one finalized block. Its runtime is taken to be the one that was used last, and which it really is is proven
/// beside the read: so a read with metadata from an earlier run costs no round trip more than its own.
pub(crate) async fn at_block<R: Read>(
    chain: &Rc<Chain>,
    block: BlockRef,
    wanted: &R,
) -> Result<Verified<R::Value>, Failure> {
    let view = |runtime| BlockView::new(chain.clone(), runtime, block, Level::Finalized);
    let code = match chain.guessed_runtime().await {
        None => chain.code(block).await?,
        Some(guess) => {
            let guessed = view(guess.clone());
            let (code, read) = join(chain.code(block), wanted.at(&guessed)).await;
            let code = code?;
            if code == guess.code {
                return read;
            }
            code
        }
    };
    wanted.at(&view(chain.runtime_of_code(code, block).await?)).await
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
    WatchBalance => reads::Balance, |wanted, view| reads::balance(view, &wanted.account);
    ReadQuote => Quote, |wanted, view| reads::quote(view, &wanted.trade, wanted.protection);
    WatchQuote => Quote, |wanted, view| reads::quote(view, &wanted.trade, wanted.protection);
    ReadExits => Vec<reads::Exit>, |wanted, view| {
        reads::exits(view, wanted.coldkey, &wanted.leaving, wanted.tolerance)
    };
    WatchExits => Vec<reads::Exit>, |wanted, view| {
        reads::exits(view, wanted.coldkey, &wanted.leaving, wanted.tolerance)
    };
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
    ReadStakes => Vec<(reads::PositionKey, Alpha)>, |wanted, view| reads::stakes(view, &wanted.positions);
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
    ReadSubnetCost => Rao, |_wanted, view| reads::subnet_registration_cost(view);
    ReadSubnetToPrune => Option<NetUid>, |_wanted, view| reads::subnet_to_prune(view);
    ReadShareSamples => Vec<reads::ShareSample>, |wanted, view| reads::share_samples(view, &wanted.pools);
    ReadLastEpoch => reads::LastEpoch, |wanted, view| reads::last_epoch(view, &wanted.hotkey, wanted.netuid);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_get_better_is_kept_quiet() {
        let lacks = Failure::new(ErrorCode::NotInRuntime, "no such call");
        let lost = Failure::new(ErrorCode::NoPeers, "nobody answers").retryable();
        let gone = Failure::new(ErrorCode::BlockUnavailable, "the block is gone");
        assert_eq!(worth_telling(Ok(1)), Some(Ok(1)));
        assert_eq!(worth_telling::<u8>(Err(lacks.clone())), Some(Err(lacks)));
        assert_eq!(worth_telling::<u8>(Err(lost)), None);
        assert_eq!(worth_telling::<u8>(Err(gone)), None);
    }
}
