//! The engine's half of the protocol: which call does what. One engine serves any number of ports at once.

use std::rc::Rc;

use eyeball::SharedObservable;
use futures::{FutureExt, Stream, StreamExt, future::LocalBoxFuture};
use serde::Serialize;
use serde_json::Value;
use taolight_primitives::{AccountId, ErrorCode, Failure, Level, Verified};
use taolight_protocol::{
    Items, Role, Service, Topic,
    engine::{
        EngineCall, EngineTopic, Estimate, ExplainIntent, Explanation, MetadataRef, RuntimeMetadata,
        SubmitTransaction, Submitted, WatchActivity, WatchHeads, WatchJournal, WatchLifecycle, WatchNetwork,
        WatchNotices,
        miners::{AskMiners, ProbeMiners},
    },
};

use crate::{
    account,
    host::Host,
    miners::Miners,
    network,
    networks::Networks,
    prepare,
    read::{self, Read},
    session::Session,
    submit,
};

/// Serves the engine half of the protocol.
pub struct Engine {
    host: Rc<dyn Host>,
    networks: Rc<Networks>,
    miners: Rc<Miners>,
}

impl Engine {
    /// An engine with no network open.
    pub fn new(host: impl Host) -> Self {
        let host: Rc<dyn Host> = Rc::new(host);
        Self {
            miners: Rc::new(Miners::new(host.to_miners())),
            networks: Networks::new(host.clone()),
            host,
        }
    }

    /// Saves the light client's state; hosts do so before they give the device away.
    pub async fn save(&self) -> Result<(), Failure> {
        self.session()?.save().await
    }

    fn session(&self) -> Result<Rc<Session>, Failure> {
        self.networks.session()
    }

    async fn nonce(&self, account: AccountId) -> Result<Verified<u32>, Failure> {
        let session = self.session()?;
        let runtime = session.chain.runtime().await?;
        let block = session.chain.best().await?;
        let nonce = account::nonce(&session.chain, &runtime.metadata, block, &account).await?;
        Ok(Verified {
            value: session.journal.next_nonce(&account, nonce),
            block,
            level: Level::Best,
        })
    }

    async fn metadata(&self, reference: Option<MetadataRef>) -> Result<RuntimeMetadata, Failure> {
        let session = self.session()?;
        let runtime = match reference {
            Some(reference) => session.chain.named_runtime(reference).await?,
            None => session.chain.runtime().await?,
        };
        let network = session.chain.network();
        Ok(RuntimeMetadata {
            metadata: runtime.reference,
            bytes: runtime.bytes.clone().into(),
            token: network.token.clone(),
            decimals: network.decimals,
            ss58: network.ss58,
        })
    }

    async fn submit(&self, transaction: SubmitTransaction) -> Result<Submitted, Failure> {
        let session = self.session()?;
        let entry = submit::submit(&session.chain, &session.journal, transaction, self.host.now_ms()).await?;
        let hash = entry.hash;
        session.follow(entry);
        Ok(Submitted { hash })
    }

    /// Only with a network open: without one, another process may have the device and its storage.
    async fn forget_activity(&self, account: AccountId) -> Result<(), Failure> {
        let log = self.session()?.activity.clone();
        log.forget(account).await
    }

    async fn read<R: Read<Value: Serialize>>(&self, wanted: R) -> Result<Value, Failure> {
        value(read::once(&self.session()?.chain, &wanted).await?)
    }

    fn watch<R: Read + Topic<Item = Verified<R::Value>> + 'static>(
        &self,
        wanted: R,
    ) -> Result<Items, Failure> {
        Ok(items::<R>(read::watch(self.session()?.chain.clone(), wanted)))
    }

    async fn answer(&self, call: EngineCall) -> Result<Value, Failure> {
        match call {
            EngineCall::ListNetworks(_) => value(network::known()?),
            EngineCall::DescribeNetwork(of) => value(network::describe(&of.text, self.host.now_ms())?),
            EngineCall::OpenNetwork(open) => value(self.networks.open(open.source).await?.network),
            EngineCall::JoinNetwork(join) => value(self.networks.join(join.source).await?),
            EngineCall::CloseNetwork(_) => {
                self.networks.close().await;
                value(())
            }
            EngineCall::TakeOver(_) => {
                self.networks.take_over();
                value(())
            }
            EngineCall::SaveState(_) => value(self.save().await?),
            EngineCall::AccountNonce(of) => value(self.nonce(of.account).await?),
            EngineCall::GetMetadata(get) => value(self.metadata(get.metadata).await?),
            EngineCall::EstimateFee(of) => {
                let session = self.session()?;
                let runtime = session.chain.named_runtime(of.unsigned.metadata).await?;
                let fee = prepare::estimate(&session.chain, &runtime, &of.unsigned).await?;
                value(Estimate { fee })
            }
            EngineCall::ExplainIntent(wanted) => value(explained(&wanted)),
            EngineCall::WeighIntent(wanted) => {
                let session = self.session()?;
                let weighed =
                    prepare::weigh(&session.chain, &session.journal, wanted.from, &wanted.intent).await?;
                value(weighed)
            }
            EngineCall::PrepareTransaction(wanted) => {
                let session = self.session()?;
                let prepared =
                    prepare::prepare(&session.chain, &session.journal, wanted.from, &wanted.intent).await?;
                value(prepared)
            }
            EngineCall::SubmitTransaction(transaction) => value(self.submit(transaction).await?),
            EngineCall::ForgetTransaction(forget) => {
                value(self.session()?.journal.forget(forget.hash).await?)
            }
            EngineCall::ForgetActivity(forget) => value(self.forget_activity(forget.account).await?),
            EngineCall::ReadQuote(wanted) => self.read(wanted).await,
            EngineCall::ReadExits(wanted) => self.read(wanted).await,
            EngineCall::ReadPortfolio(wanted) => self.read(wanted).await,
            EngineCall::ReadSubnets(wanted) => self.read(wanted).await,
            EngineCall::ReadSubnet(wanted) => self.read(wanted).await,
            EngineCall::ReadMetagraph(wanted) => self.read(wanted).await,
            EngineCall::ReadNeurons(wanted) => self.read(wanted).await,
            EngineCall::ReadValidators(wanted) => self.read(wanted).await,
            EngineCall::ReadStakes(wanted) => self.read(wanted).await,
            EngineCall::ReadHotkey(wanted) => self.read(wanted).await,
            EngineCall::ReadOwnHotkeys(wanted) => self.read(wanted).await,
            EngineCall::ReadLocks(wanted) => self.read(wanted).await,
            EngineCall::ReadRootClaims(wanted) => self.read(wanted).await,
            EngineCall::ReadAutoStake(wanted) => self.read(wanted).await,
            EngineCall::ReadProxies(wanted) => self.read(wanted).await,
            EngineCall::ReadMultisig(wanted) => self.read(wanted).await,
            EngineCall::ReadColdkeySwap(wanted) => self.read(wanted).await,
            EngineCall::ReadCrowdloans(wanted) => self.read(wanted).await,
            EngineCall::ReadContributions(wanted) => self.read(wanted).await,
            EngineCall::ReadSupply(wanted) => self.read(wanted).await,
            EngineCall::ReadChainRules(wanted) => self.read(wanted).await,
            EngineCall::ReadSubnetCost(wanted) => self.read(wanted).await,
            EngineCall::ReadSubnetToPrune(wanted) => self.read(wanted).await,
            EngineCall::ReadShareSamples(wanted) => self.read(wanted).await,
            EngineCall::ReadLastEpoch(wanted) => self.read(wanted).await,
            EngineCall::ReadMiners(wanted) => {
                value(self.miners.table(&self.session()?.chain, &wanted).await?)
            }
            EngineCall::ReadMinerPresets(of) => value(self.miners.forms(&self.session()?.chain, of.netuid)?),
            EngineCall::PrepareQuery(wanted) => {
                value(self.miners.prepare(&self.session()?.chain, &wanted).await?)
            }
            EngineCall::StampQuery(wanted) => value(self.miners.stamp(&wanted.query)?),
        }
    }

    fn items(&self, topic: EngineTopic) -> Result<Items, Failure> {
        let shown = &self.networks.shown;
        Ok(match topic {
            EngineTopic::WatchLifecycle(_) => observed::<WatchLifecycle>(&shown.lifecycle),
            EngineTopic::WatchNetwork(_) => observed::<WatchNetwork>(&shown.network),
            EngineTopic::WatchNotices(_) => observed::<WatchNotices>(&shown.notices),
            EngineTopic::WatchHeads(_) => observed::<WatchHeads>(&shown.heads),
            EngineTopic::WatchBalance(wanted) => self.watch(wanted)?,
            EngineTopic::WatchQuote(wanted) => self.watch(wanted)?,
            EngineTopic::WatchExits(wanted) => self.watch(wanted)?,
            EngineTopic::WatchPortfolio(wanted) => self.watch(wanted)?,
            EngineTopic::WatchSubnets(wanted) => self.watch(wanted)?,
            EngineTopic::ProbeMiners(wanted) => {
                let chain = self.session()?.chain.clone();
                items::<ProbeMiners>(self.miners.clone().probe(chain, wanted))
            }
            EngineTopic::AskMiners(wanted) => items::<AskMiners>(self.miners.clone().ask(&wanted)?),
            EngineTopic::WatchActivity(wanted) => {
                let log = self.session()?.activity.clone();
                items::<WatchActivity>(log.watch(wanted.accounts))
            }
            EngineTopic::WatchJournal(_) => items::<WatchJournal>(self.session()?.journal.watch().map(Ok)),
        })
    }
}

impl Service for Engine {
    fn role(&self) -> Role {
        Role::Engine
    }

    fn call(
        self: Rc<Self>,
        method: String,
        params: Value,
    ) -> LocalBoxFuture<'static, Result<Value, Failure>> {
        async move { self.answer(EngineCall::parse(&method, params)?).await }.boxed_local()
    }

    fn subscribe(self: Rc<Self>, topic: String, params: Value) -> Result<Items, Failure> {
        self.items(EngineTopic::parse(&topic, params)?)
    }
}

fn explained(wanted: &ExplainIntent) -> Explanation {
    let (intent, from) = (&wanted.intent, wanted.from);
    Explanation {
        summary: intent.summary(),
        effects: intent.effects(from),
        warnings: intent.warnings(),
        spend: intent.spend(from),
    }
}

fn value(reply: impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(reply).map_err(|error| Failure::new(ErrorCode::Internal, error))
}

fn items<T: Topic>(stream: impl Stream<Item = Result<T::Item, Failure>> + 'static) -> Items {
    Items {
        stream: stream.map(|item| value(item?)).boxed_local(),
        latest_only: T::LATEST_ONLY,
    }
}

fn observed<T: Topic>(observable: &SharedObservable<T::Item>) -> Items
where
    T::Item: Clone,
{
    items::<T>(observable.subscribe_reset().map(Ok))
}
