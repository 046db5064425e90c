//! The network on a thread of its own: one light client for all tests, and a wallet for each.

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
    task::LocalSpawnExt,
};
use taolight_cli::{Approvable, Session, Wallet, Wanted, ask, asker, prepare_question};
use taolight_light::MemoryStore;
use taolight_primitives::{AccountId, Failure, NetUid};
use taolight_protocol::{
    Client,
    engine::{
        NetworkSource,
        miners::{About, AskUpdate, MinerTable, Question, ReadMiners},
    },
    vault::SecretBytes,
};

use crate::people;

/// The subnet of the miners of this device.
pub const NETUID: NetUid = NetUid(1);

type Job = Box<dyn FnOnce(Rc<Session>) -> LocalBoxFuture<'static, ()> + Send>;
type Panic = Box<dyn Any + Send>;

static STAGE: LazyLock<Option<UnboundedSender<Job>>> = LazyLock::new(|| {
    let directory = directory()?;
    let (sender, jobs) = unbounded();
    thread::spawn(move || serve(directory, jobs));
    Some(sender)
});

/// Where the network's files are; none without a network.
pub fn directory() -> Option<PathBuf> {
    let directory = env::var_os("TAOLIGHT_DEVNET_DIR").map(PathBuf::from);
    if directory.is_none() {
        println!("skipped: TAOLIGHT_DEVNET_DIR names no devnet");
    }
    directory
}

/// Plays a scene on the network, beside those of other tests. Does nothing without a network.
pub fn play<S, F>(secret: String, scene: S)
where
    S: FnOnce(Person) -> F + Send + 'static,
    F: Future<Output = ()> + 'static,
{
    let Some(stage) = STAGE.as_ref() else {
        return;
    };
    let (ended, end) = mpsc::channel::<Result<(), Panic>>();
    let job: Job = Box::new(move |session| {
        let scene = async move { scene(Person::new(session, &secret).await).await };
        let scene = AssertUnwindSafe(scene).catch_unwind();
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
        let source = NetworkSource::Text { text };
        let store = Rc::new(MemoryStore::default());
        let session = Rc::new(Session::open(source, store, spawner.clone()).await.unwrap());
        while let Some(job) = jobs.next().await {
            spawner.spawn_local(job(session.clone())).unwrap();
        }
    });
}

/// Somebody who asks miners.
pub struct Person {
    session: Rc<Session>,
    wallet: Wallet,
    pub account: AccountId,
}

impl Person {
    async fn new(session: Rc<Session>, secret: &str) -> Self {
        let mut wallet = Wallet::new().await.unwrap();
        let secret = SecretBytes::new(secret.as_bytes().to_vec());
        let account = wallet.add(secret).await.unwrap();
        Self {
            session,
            wallet,
            account,
        }
    }

    pub fn engine(&self) -> &Client {
        self.session.engine()
    }

    /// Who serves the subnet, with what to expect.
    pub async fn table(&self, about: About) -> MinerTable {
        let asker = Some(asker(&self.wallet, self.account).await.unwrap());
        let netuid = NETUID;
        let read = self
            .engine()
            .call(ReadMiners { netuid, asker, about })
            .await
            .unwrap();
        read.value.unwrap()
    }

    /// Numbers of the seed's miners.
    pub async fn uids(&self, miners: &[u16]) -> Vec<u16> {
        let table = self.table(About::Probe).await;
        let uid = |miner: &u16| {
            let hotkey = people::miner(*miner);
            let found = table.miners.iter().find(|row| row.hotkey == hotkey);
            found.unwrap().uid
        };
        miners.iter().map(uid).collect()
    }

    /// Prepares a question, and has it described.
    pub async fn prepares(
        &mut self,
        uids: &[u16],
        question: Question,
        special: bool,
    ) -> Result<Approvable, Failure> {
        let wanted = Wanted {
            netuid: NETUID,
            uids: uids.to_vec(),
            question,
            special,
            tls: false,
        };
        let engine = self.session.engine();
        prepare_question(engine, &mut self.wallet, self.account, wanted).await
    }

    /// Signs and sends it.
    pub async fn sends(
        &mut self,
        approvable: &Approvable,
    ) -> impl futures::Stream<Item = Result<AskUpdate, Failure>> + use<> {
        ask(self.session.engine(), &mut self.wallet, approvable)
            .await
            .unwrap()
    }

    /// Asks, and waits for all that comes.
    pub async fn asks(&mut self, uids: &[u16], question: Question) -> Vec<AskUpdate> {
        let approvable = self.prepares(uids, question, true).await.unwrap();
        let updates = self.sends(&approvable).await;
        updates.map(Result::unwrap).collect().await
    }
}

/// A synapse of the seed's miners.
pub fn preset(name: &str, fields: serde_json::Value) -> Question {
    Question::Preset {
        name: name.to_owned(),
        fields: fields.to_string(),
    }
}
