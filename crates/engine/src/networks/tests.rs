//! Two clients of one engine, whose light client has nobody to dial.

use std::{cell::Cell, time::Duration};

use futures::{
    executor::{LocalPool, LocalSpawner},
    future::{LocalBoxFuture, join, pending},
    stream::LocalBoxStream,
    task::LocalSpawnExt,
};
use taolight_light::{LightClient, LightError, MemoryStore, Reach, SavedState, Store, platform};
use taolight_protocol::engine::Holder;

use super::*;
use crate::host::ToMiners;

struct Offline {
    spawner: LocalSpawner,
    claim: SharedObservable<Claim>,
    started: Cell<u32>,
    wished: Cell<bool>,
}

impl Host for Offline {
    fn start(&self, network: &Network, saved: Option<SavedState>) -> Result<LightClient, LightError> {
        self.started.set(self.started.get() + 1);
        let alone = Network {
            bootnodes: Vec::new(),
            ..network.clone()
        };
        LightClient::start(&alone, platform::native(), saved)
    }

    fn claims(&self) -> LocalBoxStream<'static, Claim> {
        self.claim.subscribe_reset().boxed_local()
    }

    fn take_over(&self) {
        self.wished.set(true);
    }

    fn store(&self) -> Rc<dyn Store> {
        assert_eq!(self.claim.get(), Claim::Held, "nothing is stored before");
        Rc::new(MemoryStore::default())
    }

    fn reach(&self) -> Reach {
        Reach::Native
    }

    fn spawn(&self, task: LocalBoxFuture<'static, ()>) {
        self.spawner.spawn_local(task).unwrap();
    }

    fn sleep(&self, _: Duration) -> LocalBoxFuture<'static, ()> {
        pending().boxed_local()
    }

    fn now_ms(&self) -> u64 {
        1_795_000_000_000
    }

    fn to_miners(&self) -> ToMiners {
        unreachable!("no miner is asked")
    }
}

fn begin(claim: Claim) -> (LocalPool, Rc<Offline>, Rc<Networks>) {
    let pool = LocalPool::new();
    let host = Rc::new(Offline {
        spawner: pool.spawner(),
        claim: SharedObservable::new(claim),
        started: Cell::new(0),
        wished: Cell::new(false),
    });
    let networks = Networks::new(host.clone());
    (pool, host, networks)
}

fn finney() -> NetworkSource {
    NetworkSource::Known {
        id: "finney".to_owned(),
    }
}

#[test]
fn clients_that_ask_at_once_share_one_light_client() {
    let (mut pool, host, networks) = begin(Claim::Held);
    let (one, other) = pool.run_until(join(networks.join(finney()), networks.join(finney())));
    assert_eq!(one, other);
    assert_eq!(host.started.get(), 1);
    let open = NetworkState::Open(Box::new(one.unwrap()));
    assert_eq!(networks.shown.network.get(), open);

    // Whoever opens one means a new light client, even of the same network.
    pool.run_until(networks.open(finney())).unwrap();
    assert_eq!(host.started.get(), 2);
    assert_eq!(networks.shown.network.get(), open);

    pool.run_until(networks.close());
    assert_eq!(networks.shown.network.get(), NetworkState::Closed);
    let failure = networks.session().map(drop).unwrap_err();
    assert_eq!(failure.code, ErrorCode::NoNetwork);
}

#[test]
fn nothing_is_opened_before_the_device_is_ours() {
    let (mut pool, host, networks) = begin(Claim::Asked);
    networks.take_over();
    assert!(!host.wished.get(), "it may be free");
    let mut joining = Box::pin(networks.join(finney()));
    let mut poll = |pool: &mut LocalPool| {
        pool.run_until_stalled();
        pool.run_until(async { futures::poll!(&mut joining) })
    };
    assert!(poll(&mut pool).is_pending());

    let holder = Holder::Tab;
    host.claim.set(Claim::Elsewhere(holder));
    assert!(poll(&mut pool).is_pending());
    assert_eq!(networks.shown.network.get(), NetworkState::Elsewhere { holder });
    let failure = networks.session().map(drop).unwrap_err();
    assert_eq!(failure.code, ErrorCode::InUseElsewhere);
    networks.take_over();
    assert!(host.wished.get());
    assert_eq!(host.started.get(), 0);

    host.claim.set(Claim::Held);
    pool.run_until(joining).unwrap();
    assert_eq!(host.started.get(), 1);
}
