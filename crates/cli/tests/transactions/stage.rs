//! The network with the people who act on it, on a thread of its own: one light client and one wallet for all tests.

use std::{
    any::Any,
    env, fs,
    panic::{AssertUnwindSafe, resume_unwind},
    path::PathBuf,
    rc::Rc,
    sync::{LazyLock, mpsc},
    thread,
};

use futures::{
    FutureExt, StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    executor::LocalPool,
    future::LocalBoxFuture,
    lock::Mutex,
    task::LocalSpawnExt,
};
use taolight_bittensor::{
    intents::{
        Intent, RawCall,
        outcome::{Achieved, TransactionOutcome},
    },
    reads::{Holder, StakePlace},
};
use taolight_cli::{Session, Wallet, review};
use taolight_codec::Metadata;
use taolight_light::MemoryStore;
use taolight_primitives::{AccountId, Alpha, ErrorCode, Failure, NetUid, Rao, Verified};
use taolight_protocol::{
    Client, Method,
    engine::{
        GetMetadata, Heads, NetworkSource, PrepareTransaction, Prepared, ReadPortfolio, SubmitTransaction,
        TransactionState, WatchHeads,
    },
    vault::{Describe, SecretBytes},
};

use crate::journal::Journal;

/// One TAO, and one alpha.
pub(crate) const ONE: u64 = 1_000_000_000;
/// How often something is asked before no peer can prove it.
const PATIENCE: u32 = 10;

type Job = Box<dyn FnOnce(Rc<Stage>) -> LocalBoxFuture<'static, ()> + Send>;
type Panic = Box<dyn Any + Send>;

static STAGE: LazyLock<Option<UnboundedSender<Job>>> = LazyLock::new(|| {
    let Some(directory) = env::var_os("TAOLIGHT_DEVNET_DIR").map(PathBuf::from) else {
        println!("skipped: TAOLIGHT_DEVNET_DIR names no devnet");
        return None;
    };
    let (sender, jobs) = unbounded();
    thread::spawn(move || serve(directory, jobs));
    Some(sender)
});

/// Plays a scene on the network, beside those of other tests. Does nothing without a network.
pub(crate) fn play<S, F>(scene: S)
where
    S: FnOnce(Rc<Stage>) -> F + Send + 'static,
    F: Future<Output = ()> + 'static,
{
    let Some(stage) = STAGE.as_ref() else {
        return;
    };
    let (ended, end) = mpsc::channel::<Result<(), Panic>>();
    let job: Job = Box::new(move |stage| {
        let scene = AssertUnwindSafe(scene(stage)).catch_unwind();
        scene.map(move |result| drop(ended.send(result))).boxed_local()
    });
    stage.unbounded_send(job).expect("the network runs");
    if let Err(panic) = end.recv().expect("the network runs") {
        resume_unwind(panic);
    }
}

fn serve(directory: PathBuf, mut jobs: UnboundedReceiver<Job>) {
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    pool.run_until(async {
        let text = fs::read_to_string(directory.join("network.json")).unwrap();
        let store = Rc::new(MemoryStore::default());
        let source = NetworkSource::Text { text };
        let session = Session::open(source, store, spawner.clone()).await.unwrap();
        let metadata = session
            .engine()
            .call(GetMetadata { metadata: None })
            .await
            .unwrap();
        let stage = Rc::new(Stage {
            metadata: Metadata::decode(&metadata.bytes.0).unwrap(),
            wallet: Mutex::new(Wallet::new().await.unwrap()),
            journal: Journal::read(session.engine(), &spawner),
            session,
        });
        while let Some(job) = jobs.next().await {
            spawner.spawn_local(job(stage.clone())).unwrap();
        }
    });
}

/// The network and everybody's keys.
pub(crate) struct Stage {
    session: Session,
    wallet: Mutex<Wallet>,
    journal: Journal,
    metadata: Metadata,
}

/// Somebody who signs.
pub(crate) struct Person {
    stage: Rc<Stage>,
    /// Whose key it is.
    pub(crate) account: AccountId,
}

impl Stage {
    pub(crate) fn engine(&self) -> &Client {
        self.session.engine()
    }

    pub(crate) fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Somebody of the seed, by the end of the path.
    pub(crate) async fn seeded(self: &Rc<Self>, path: &str) -> Person {
        self.person(&format!("//seed//{path}")).await
    }

    /// Somebody with this secret.
    pub(crate) async fn person(self: &Rc<Self>, secret: &str) -> Person {
        let content = SecretBytes::new(secret.as_bytes().to_vec());
        let added = self.wallet.lock().await.add(content).await;
        let account = match added {
            Err(failure) if failure.code == ErrorCode::AccountExists => account(secret),
            added => added.unwrap(),
        };
        Person {
            stage: self.clone(),
            account,
        }
    }

    /// Reads something.
    pub(crate) async fn reads<M, T>(&self, wanted: M) -> T
    where
        M: Method<Reply = Verified<T>> + Clone,
    {
        self.proves(wanted).await.value
    }

    /// Reads something and tells at which block.
    pub(crate) async fn proves<M, T>(&self, wanted: M) -> Verified<T>
    where
        M: Method<Reply = Verified<T>> + Clone,
    {
        patiently(async || self.engine().call(wanted.clone()).await)
            .await
            .unwrap()
    }

    /// Prepares something.
    async fn prepares(&self, from: AccountId, intent: &Intent) -> Result<Prepared, Failure> {
        let prepare = PrepareTransaction {
            from,
            intent: intent.clone(),
        };
        patiently(async || self.engine().call(prepare.clone()).await).await
    }

    /// Somebody new, with TAO from one of the network's rich. Each path is for one test alone, and so is each giver.
    pub(crate) async fn newcomer(self: &Rc<Self>, path: &str, giver: &Person, tao: u64) -> Person {
        let newcomer = self.person(&format!("//new//{path}")).await;
        giver.gives(newcomer.account, tao).await;
        newcomer
    }

    /// The number of the highest final block.
    pub(crate) async fn height(&self) -> u32 {
        let mut heads = self.engine().subscribe(WatchHeads {});
        loop {
            let Heads { finalized, .. } = heads.next().await.unwrap().unwrap();
            if let Some(head) = finalized {
                return head.block.number;
            }
        }
    }

    /// Waits until a block is final.
    pub(crate) async fn wait_for(&self, number: u32) {
        let mut heads = self.engine().subscribe(WatchHeads {});
        while let Some(heads) = heads.next().await {
            if heads
                .unwrap()
                .finalized
                .is_some_and(|head| head.block.number >= number)
            {
                return;
            }
        }
        panic!("the network ended");
    }
}

impl Person {
    /// What the person has.
    pub(crate) async fn holder(&self) -> Holder {
        let coldkeys = vec![self.account];
        let portfolio = self.stage.reads(ReadPortfolio { coldkeys }).await;
        portfolio.holders.into_iter().next().unwrap()
    }

    /// Its free TAO.
    pub(crate) async fn free(&self) -> Rao {
        self.holder().await.balance.free
    }

    /// Its stake with a hotkey on a subnet.
    pub(crate) async fn stake(&self, hotkey: AccountId, netuid: u16) -> Alpha {
        let holder = self.holder().await;
        let holding = holder
            .holdings
            .into_iter()
            .find(|holding| holding.netuid == NetUid(netuid));
        let positions = holding.map(|holding| holding.positions).unwrap_or_default();
        let position = positions.into_iter().find(|position| position.hotkey == hotkey);
        position.map(|position| position.alpha).unwrap_or_default()
    }

    async fn gives(&self, destination: AccountId, tao: u64) {
        let transfer = taolight_bittensor::intents::Transfer {
            destination,
            amount: Rao(tao * ONE),
            keep_alive: true,
        };
        self.does(transfer).await;
    }

    /// Signs an intent and waits for its end. Fails if the wallet refuses it before signing.
    pub(crate) async fn attempts(&self, intent: Intent) -> Result<TransactionOutcome, Failure> {
        let engine = self.stage.engine();
        let summary = intent.summary();
        let hash = {
            let mut wallet = self.stage.wallet.lock().await;
            let review =
                patiently(async || review(engine, &mut wallet, self.account, intent.clone()).await).await?;
            taolight_cli::send(engine, &mut wallet, review).await.unwrap()
        };
        match self.stage.journal.end_of(hash).await {
            TransactionState::Finalized { outcome, .. } => Ok(outcome),
            other => panic!("{summary}: {other:?}"),
        }
    }

    /// The same where the wallet does not refuse it.
    pub(crate) async fn tries(&self, intent: impl Into<Intent>) -> TransactionOutcome {
        let intent = intent.into();
        let summary = intent.summary();
        let outcome = self.attempts(intent).await;
        outcome.unwrap_or_else(|failure| panic!("{summary}: {failure:?}"))
    }

    /// Does something that works.
    pub(crate) async fn does(&self, intent: impl Into<Intent>) -> TransactionOutcome {
        let intent = intent.into();
        let outcome = self.tries(intent.clone()).await;
        assert_eq!(
            outcome.achieved(),
            Achieved::Everything,
            "{}: {outcome:?}",
            intent.summary()
        );
        outcome
    }

    /// Is told, before signing, what is in the way.
    pub(crate) async fn cannot(&self, intent: impl Into<Intent>, need: &str) {
        let intent = intent.into();
        let summary = intent.summary();
        let prepared = self.stage.prepares(self.account, &intent).await;
        let failure = prepared.expect_err(&summary);
        assert_eq!(failure.data.as_deref(), Some(need), "{summary}: {failure:?}");
    }

    /// Is refused by the wallet for one reason, and by the chain in its own words.
    pub(crate) async fn fails(&self, intent: impl Into<Intent>, need: &str, error: &str) {
        let intent = intent.into();
        self.cannot(intent.clone(), need).await;
        self.forces(intent, error).await;
    }

    /// Sends something unchecked, which the chain refuses: in a block by the error's name, or before one by what the
    /// wallet says of its answer.
    pub(crate) async fn forces(&self, intent: impl Into<Intent>, error: &str) {
        let intent = intent.into();
        let summary = intent.summary();
        match self.sends_unchecked(&intent).await {
            TransactionState::Finalized { outcome, .. } => {
                let failed = outcome.error.unwrap_or_else(|| panic!("{summary} worked"));
                assert_eq!(failed.name, error, "{summary}");
                assert!(failed.remedy.len() > 20, "{failed:?}");
            }
            TransactionState::Invalid { reason } => assert!(reason.contains(error), "{summary}: {reason}"),
            other => panic!("{summary}: {other:?}"),
        }
    }

    /// Prepares something harmless and puts another call into it.
    pub(crate) async fn sends_unchecked(&self, intent: &Intent) -> TransactionState {
        let engine = self.stage.engine();
        let hash = {
            let mut wallet = self.stage.wallet.lock().await;
            let remark = Intent::from(RawCall {
                pallet: "System".to_owned(),
                call: "remark".to_owned(),
                arguments: [("remark".to_owned(), "0x".into())].into_iter().collect(),
            });
            let mut unsigned = self.stage.prepares(self.account, &remark).await.unwrap().unsigned;
            unsigned.call = intent.build(&self.stage.metadata).unwrap().into();
            if !wallet.has_metadata(&unsigned.metadata) {
                let metadata = Some(unsigned.metadata);
                let metadata = engine.call(GetMetadata { metadata }).await.unwrap();
                wallet.add_metadata(metadata).unwrap();
            }
            let describe = Describe {
                unsigned: unsigned.clone(),
                intent: None,
                origin: None,
            };
            let summary = wallet.describe(&describe).await.unwrap();
            let extrinsic = wallet.sign(&summary).await.unwrap().extrinsic;
            let submit = SubmitTransaction {
                unsigned,
                intent: intent.clone(),
                extrinsic,
            };
            engine.call(submit).await.unwrap().hash
        };
        self.stage.journal.end_of(hash).await
    }

    /// Is told that there is not enough, or too little, of something.
    pub(crate) async fn cannot_by(&self, intent: impl Into<Intent>, code: ErrorCode) {
        let intent = intent.into();
        let summary = intent.summary();
        let prepared = self.stage.prepares(self.account, &intent).await;
        let failure = prepared.expect_err(&summary);
        assert_eq!(failure.code, code, "{summary}: {failure:?}");
    }
}

/// Asks again, a few times, what a machine that is busy with all the tests at once could not prove in time.
async fn patiently<T>(mut what: impl AsyncFnMut() -> Result<T, Failure>) -> Result<T, Failure> {
    for _ in 1..PATIENCE {
        match what().await {
            Err(failure) if failure.code == ErrorCode::NoPeers => {}
            done => return done,
        }
    }
    what().await
}

/// The hotkey of a validator, from 1 on.
pub(crate) fn validator(number: u16) -> AccountId {
    seed(&format!("validator//{number}//hotkey"))
}

/// An account of the seed by the end of its path.
pub(crate) fn seed(path: &str) -> AccountId {
    account(&format!("//seed//{path}"))
}

/// The account of a secret.
pub(crate) fn account(secret: &str) -> AccountId {
    let uri = taolight_keys::SecretUri::parse(secret).unwrap();
    taolight_keys::Keypair::from_uri(&uri).unwrap().account()
}

/// A hotkey on a subnet.
pub(crate) fn place(hotkey: AccountId, netuid: u16) -> StakePlace {
    StakePlace {
        hotkey,
        netuid: NetUid(netuid),
    }
}
