//! The one engine that all tests ask, on a thread of its own.

use std::{
    env, fs,
    path::PathBuf,
    rc::Rc,
    sync::{
        LazyLock,
        mpsc::{self, Sender},
    },
    thread,
};

use futures::{
    FutureExt, StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    executor::LocalPool,
    future::LocalBoxFuture,
};
use taolight_cli::Session;
use taolight_light::MemoryStore;
use taolight_primitives::Failure;
use taolight_protocol::{
    Client, Method, Topic,
    engine::{NetworkSource, WatchHeads},
};

use crate::vectors::Asked;

/// By this block the seed's crowded subnet has paid its first dividends.
const AFTER_AN_EPOCH: u32 = 24;

type Job = Box<dyn FnOnce(Client) -> LocalBoxFuture<'static, ()> + Send>;

static ENGINE: LazyLock<Option<UnboundedSender<Job>>> = LazyLock::new(|| {
    let directory = directory()?;
    let (sender, jobs) = unbounded();
    thread::spawn(move || serve(directory, jobs));
    Some(sender)
});

/// Where the network files are; none without a network.
pub(crate) fn directory() -> Option<PathBuf> {
    let directory = env::var_os("TAOLIGHT_DEVNET_DIR").map(PathBuf::from);
    if directory.is_none() {
        println!("skipped: TAOLIGHT_DEVNET_DIR names no devnet");
    }
    directory
}

/// What the engine answers, at a block after the first dividends. None without a network.
pub(crate) fn ask<M>(method: M) -> Option<M::Reply>
where
    M: Method + Send + 'static,
    M::Reply: Send,
{
    let asked = Asked::new(&method);
    let reply = answer(|reply| {
        Box::new(move |engine| async move { drop(reply.send(engine.call(method).await)) }.boxed_local())
    })?;
    asked.answered::<M>(&reply);
    Some(reply)
}

/// The first items of a topic.
pub(crate) fn watch<T>(topic: T, count: usize) -> Option<Vec<T::Item>>
where
    T: Topic + Send + 'static,
    T::Item: Send,
{
    answer(move |reply| {
        Box::new(move |engine| {
            async move {
                let items = engine.subscribe(topic).take(count).collect::<Vec<_>>().await;
                drop(reply.send(items.into_iter().collect()));
            }
            .boxed_local()
        })
    })
}

fn answer<T>(job: impl FnOnce(Sender<Result<T, Failure>>) -> Job) -> Option<T> {
    let engine = ENGINE.as_ref()?;
    let (reply, answer) = mpsc::channel();
    engine.unbounded_send(job(reply)).expect("the engine runs");
    Some(
        answer
            .recv()
            .expect("the engine runs")
            .expect("the engine answers"),
    )
}

fn serve(directory: PathBuf, mut jobs: UnboundedReceiver<Job>) {
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    pool.run_until(async {
        let text = fs::read_to_string(directory.join("network.json")).unwrap();
        let store = Rc::new(MemoryStore::default());
        let session = Session::open(NetworkSource::Text { text }, store, spawner)
            .await
            .unwrap();
        let mut heads = session.engine().subscribe(WatchHeads {});
        while let Some(heads) = heads.next().await {
            let finalized = heads.unwrap().finalized;
            if finalized.is_some_and(|head| head.block.number >= AFTER_AN_EPOCH) {
                break;
            }
        }
        while let Some(job) = jobs.next().await {
            job(session.engine().clone()).await;
        }
    });
}
