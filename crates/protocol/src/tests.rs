//! The whole protocol over a pair of in-process ports, and frames under arbitrary input.

use std::{cell::Cell, rc::Rc};

use futures::{
    FutureExt, StreamExt, executor::LocalPool, future::LocalBoxFuture, stream, task::LocalSpawnExt,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use taolight_primitives::{BlockHash, BlockRef, ErrorCode, Failure};

use crate::{
    Client, Frame, Items, PROTOCOL_VERSION, Port, Role, Service,
    engine::{EngineCall, EngineTopic, Head, Heads, ListNetworks, SaveState, WatchHeads, WatchJournal},
    serve,
};

/// Answers `network.list` at once, never answers `state.save`, and counts heads from 0.
#[derive(Default)]
struct Fake {
    saves_dropped: Cell<u32>,
    heads_made: Cell<u32>,
}

struct CountDrop(Rc<Fake>);

impl Drop for CountDrop {
    fn drop(&mut self) {
        self.0.saves_dropped.set(self.0.saves_dropped.get() + 1);
    }
}

fn heads(number: u32) -> Heads {
    let block = BlockRef {
        number,
        hash: BlockHash([7; 32]),
    };
    Heads {
        finalized: Some(Head { block, time_ms: 0 }),
        best: None,
    }
}

impl Service for Fake {
    fn role(&self) -> Role {
        Role::Engine
    }

    fn call(
        self: Rc<Self>,
        method: String,
        params: Value,
    ) -> LocalBoxFuture<'static, Result<Value, Failure>> {
        async move {
            match EngineCall::parse(&method, params)? {
                EngineCall::ListNetworks(_) => Ok(json!([])),
                EngineCall::SaveState(_) => {
                    let _guard = CountDrop(self);
                    futures::future::pending().await
                }
                _ => Err(Failure::new(ErrorCode::NoNetwork, "no network is open")),
            }
        }
        .boxed_local()
    }

    fn subscribe(self: Rc<Self>, topic: String, params: Value) -> Result<Items, Failure> {
        match EngineTopic::parse(&topic, params)? {
            EngineTopic::WatchHeads(_) => {
                let stream = stream::iter(0..100u32).map(move |number| {
                    self.heads_made.set(number + 1);
                    serde_json::to_value(heads(number)).map_err(|_| Failure::new(ErrorCode::Internal, ""))
                });
                Ok(Items {
                    stream: stream.boxed_local(),
                    latest_only: false,
                })
            }
            _ => Err(Failure::new(ErrorCode::NoNetwork, "no network is open")),
        }
    }
}

fn connected(pool: &LocalPool, fake: &Rc<Fake>) -> Client {
    let (left, right) = Port::pair();
    let (client, driver) = Client::new(left, Role::App, "test");
    let spawner = pool.spawner();
    spawner.spawn_local(serve(right, fake.clone())).unwrap();
    spawner.spawn_local(driver.map(|_| ())).unwrap();
    client
}

#[test]
fn a_slow_call_does_not_hold_up_others_and_dropping_it_cancels_it() {
    let mut pool = LocalPool::new();
    let fake = Rc::new(Fake::default());
    let client = connected(&pool, &fake);
    let mut slow = client.call(SaveState {}).boxed_local();
    assert!(pool.run_until(async { futures::poll!(&mut slow) }).is_pending());
    assert_eq!(pool.run_until(client.call(ListNetworks {})), Ok(vec![]));
    assert_eq!(fake.saves_dropped.get(), 0);
    drop(slow);
    pool.run_until_stalled();
    assert_eq!(fake.saves_dropped.get(), 1);
}

#[test]
fn clients_of_one_process_share_nothing_and_leave_alone() {
    let mut pool = LocalPool::new();
    let fake = Rc::new(Fake::default());
    let staying = connected(&pool, &fake);
    let mut call_that_stays = staying.call(SaveState {}).boxed_local();
    assert!(
        pool.run_until(async { futures::poll!(&mut call_that_stays) })
            .is_pending()
    );

    // Both count their calls from 1, and the other one's closing port ends only its own.
    let (left, right) = Port::pair();
    let (leaving, driver) = Client::new(left, Role::App, "another tab");
    pool.spawner().spawn_local(serve(right, fake.clone())).unwrap();
    let mut call_that_leaves = leaving.call(SaveState {}).boxed_local();
    assert!(
        pool.run_until(async { futures::poll!(&mut call_that_leaves) })
            .is_pending()
    );
    pool.run_until_stalled();
    drop(driver);
    drop(call_that_leaves);
    drop(leaving);
    pool.run_until_stalled();
    assert_eq!(fake.saves_dropped.get(), 1);
    assert_eq!(pool.run_until(staying.call(ListNetworks {})), Ok(vec![]));
    assert!(
        pool.run_until(async { futures::poll!(&mut call_that_stays) })
            .is_pending()
    );
}

#[test]
fn credits_hold_back_a_subscription_that_nobody_reads() {
    let mut pool = LocalPool::new();
    let fake = Rc::new(Fake::default());
    let client = connected(&pool, &fake);
    let mut subscription = client.subscribe(WatchHeads {});
    pool.run_until_stalled();
    assert!(fake.heads_made.get() < 10, "made {}", fake.heads_made.get());
    let all: Vec<Heads> = pool.run_until(async {
        let mut all = Vec::new();
        while all.len() < 100 {
            all.push(subscription.next().await.unwrap().unwrap());
        }
        all
    });
    assert_eq!(all, (0..100).map(heads).collect::<Vec<_>>());
    assert!(pool.run_until(subscription.next()).is_none());
}

#[test]
fn a_failed_subscription_says_why() {
    let mut pool = LocalPool::new();
    let client = connected(&pool, &Rc::new(Fake::default()));
    let mut subscription = client.subscribe(WatchJournal {});
    let failure = pool.run_until(subscription.next()).unwrap().unwrap_err();
    assert_eq!(failure.code, ErrorCode::NoNetwork);
}

#[test]
fn subscriptions_are_replayed_over_a_new_port_and_open_calls_fail() {
    let mut pool = LocalPool::new();
    let fake = Rc::new(Fake::default());
    let (left, right) = Port::pair();
    let (client, driver) = Client::new(left, Role::App, "test");
    let open_call = client.call(ListNetworks {});
    let mut subscription = client.subscribe(WatchHeads {});
    drop(right);
    let reason = pool.run_until(driver);
    assert_eq!(reason.code, ErrorCode::Disconnected);
    assert_eq!(
        pool.run_until(open_call).unwrap_err().code,
        ErrorCode::Disconnected
    );

    let (left, right) = Port::pair();
    pool.spawner().spawn_local(serve(right, fake)).unwrap();
    pool.spawner()
        .spawn_local(client.connect(left).map(|_| ()))
        .unwrap();
    assert_eq!(pool.run_until(subscription.next()), Some(Ok(heads(0))));
}

#[test]
fn another_protocol_version_is_refused_by_both_sides() {
    let mut pool = LocalPool::new();
    let (left, mut right) = Port::pair();
    pool.spawner()
        .spawn_local(serve(left, Rc::new(Fake::default())))
        .unwrap();
    let hello = Frame::Hello {
        protocol: PROTOCOL_VERSION + 1,
        role: Role::App,
        session: String::new(),
    };
    right.outgoing.unbounded_send(hello.encode()).unwrap();
    let answer = Frame::decode(&pool.run_until(right.incoming.next()).unwrap()).unwrap();
    assert!(matches!(answer, Frame::Bye { error: Some(error) } if error.code == ErrorCode::ProtocolVersion));

    let (left, right) = Port::pair();
    let (_client, driver) = Client::new(left, Role::App, "test");
    right.outgoing.unbounded_send(hello.encode()).unwrap();
    assert_eq!(pool.run_until(driver).code, ErrorCode::ProtocolVersion);
}

#[test]
fn errors_never_quote_parameters() {
    let failure = crate::vault::VaultCall::parse("vault.unlock", json!({"password": ["hunter2"]})).err();
    assert_eq!(failure.clone().map(|f| f.code), Some(ErrorCode::MalformedMessage));
    assert!(!format!("{failure:?}").contains("hunter2"));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(".*", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn any_failure() -> impl Strategy<Value = Failure> {
    (".*", any::<bool>(), prop::option::of(".*")).prop_map(|(message, retryable, data)| Failure {
        code: ErrorCode::NotReady,
        message,
        retryable,
        data,
        is_worded: false,
    })
}

fn any_frame() -> impl Strategy<Value = Frame> {
    let role = prop_oneof![Just(Role::App), Just(Role::Engine), Just(Role::Vault)];
    prop_oneof![
        (any::<u32>(), role, ".*").prop_map(|(protocol, role, session)| Frame::Hello {
            protocol,
            role,
            session
        }),
        (any::<u32>(), ".*", any_json()).prop_map(|(id, method, params)| Frame::Call { id, method, params }),
        (any::<u32>(), any_json()).prop_map(|(id, result)| Frame::Ok { id, result }),
        (any::<u32>(), any_failure()).prop_map(|(id, error)| Frame::Err { id, error }),
        (any::<u32>(), ".*", any_json(), any::<u32>()).prop_map(|(id, topic, params, credits)| Frame::Sub {
            id,
            topic,
            params,
            credits
        }),
        (any::<u32>(), any_json()).prop_map(|(id, item)| Frame::Item { id, item }),
        (any::<u32>(), prop::option::of(any_failure())).prop_map(|(id, error)| Frame::End { id, error }),
        (any::<u32>(), any::<u32>()).prop_map(|(id, credits)| Frame::Credit { id, credits }),
        any::<u32>().prop_map(|id| Frame::Cancel { id }),
        prop::option::of(any_failure()).prop_map(|error| Frame::Bye { error }),
    ]
}

proptest! {
    #[test]
    fn frames_round_trip(frame in any_frame()) {
        prop_assert_eq!(Frame::decode(&frame.encode()), Ok(frame));
    }

    #[test]
    fn arbitrary_text_never_panics(text in ".*") {
        let _ = Frame::decode(&text);
    }

    #[test]
    fn arbitrary_parameters_never_panic(params in any_json()) {
        for name in EngineCall::NAMES {
            let _ = EngineCall::parse(name, params.clone());
        }
        for name in crate::vault::VaultCall::NAMES {
            let _ = crate::vault::VaultCall::parse(name, params.clone());
        }
        for name in EngineTopic::NAMES {
            let _ = EngineTopic::parse(name, params.clone());
        }
        for name in crate::vault::VaultTopic::NAMES {
            let _ = crate::vault::VaultTopic::parse(name, params.clone());
        }
    }

    #[test]
    fn a_server_survives_any_sequence_of_frames(frames in prop::collection::vec(any_frame(), 0..20)) {
        let mut pool = LocalPool::new();
        let (left, right) = Port::pair();
        pool.spawner().spawn_local(serve(left, Rc::new(Fake::default()))).unwrap();
        let hello = Frame::Hello { protocol: PROTOCOL_VERSION, role: Role::App, session: String::new() };
        right.outgoing.unbounded_send(hello.encode()).unwrap();
        for frame in frames {
            let _ = right.outgoing.unbounded_send(frame.encode());
        }
        pool.run_until_stalled();
    }
}
