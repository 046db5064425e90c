//! Tests of the multiplexer over a smoldot that only records requests.

use std::time::Duration;

use futures::{FutureExt, executor::block_on, future::BoxFuture};
use serde_json::json;
use smoldot_light::lifecycle_service;

use super::*;

#[derive(Default)]
struct Recorder(Mutex<Vec<serde_json::Value>>);

impl Recorder {
    fn last(&self) -> serde_json::Value {
        lock(&self.0).last().cloned().unwrap()
    }
}

impl Backend for Recorder {
    fn request(&self, _: ChainId, request: String) -> Result<(), LightError> {
        lock(&self.0).push(serde_json::from_str(&request).unwrap());
        Ok(())
    }
    fn lifecycle(&self, _: ChainId) -> Option<lifecycle_service::Subscription> {
        None
    }
    fn spawn(&self, _: &'static str, _: BoxFuture<'static, ()>) {}
    fn now(&self) -> Duration {
        Duration::ZERO
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(core::future::ready(()))
    }
    fn close(&self) {}
}

fn rpc() -> (Rpc, Arc<Recorder>) {
    let recorder = Arc::<Recorder>::default();
    (Rpc::new(recorder.clone(), ChainId::from(0)), recorder)
}

fn is_send_and_sync<T: Send + Sync>() {}

#[test]
fn answers_find_their_request() {
    is_send_and_sync::<Rpc>();
    let (rpc, recorder) = rpc();
    let mut first = Box::pin(rpc.request::<u32>("one", json!([])));
    let mut second = Box::pin(rpc.request::<Option<u32>>("two", json!([1])));
    assert!((&mut first).now_or_never().is_none());
    assert!((&mut second).now_or_never().is_none());
    assert_eq!(
        recorder.last(),
        json!({ "jsonrpc": "2.0", "id": 2, "method": "two", "params": [1] })
    );
    rpc.receive(r#"{"jsonrpc":"2.0","id":2,"result":null}"#);
    rpc.receive(r#"{"jsonrpc":"2.0","id":1,"result":7}"#);
    rpc.receive(r#"{"jsonrpc":"2.0","id":9,"result":7}"#);
    rpc.receive("nonsense");
    assert_eq!(block_on(first), Ok(7));
    assert_eq!(block_on(second), Ok(None));
}

#[test]
fn errors_keep_their_code() {
    let (rpc, _) = rpc();
    let mut request = Box::pin(rpc.request::<u32>("one", json!([])));
    assert!((&mut request).now_or_never().is_none());
    rpc.receive(r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32801,"message":"unpinned"}}"#);
    let error = block_on(request).unwrap_err();
    assert_eq!(
        error,
        LightError::Rpc {
            code: -32801,
            message: "unpinned".to_owned()
        }
    );
    assert!(matches!(
        to_subxt(error),
        subxt_rpcs::Error::User(UserError { code: -32801, .. })
    ));
}

#[test]
fn no_notification_is_lost_and_dropping_unsubscribes() {
    let (rpc, recorder) = rpc();
    let mut opening = Box::pin(rpc.subscribe("sub", None, "unsub".into()));
    assert!((&mut opening).now_or_never().is_none());
    rpc.receive(r#"{"jsonrpc":"2.0","id":1,"result":"S"}"#);
    rpc.receive(r#"{"jsonrpc":"2.0","method":"e","params":{"subscription":"S","result":1}}"#);
    rpc.receive(r#"{"jsonrpc":"2.0","method":"e","params":{"subscription":"T","result":2}}"#);
    let mut subscription = block_on(opening).unwrap();
    assert_eq!(block_on(subscription.next()).unwrap().get(), "1");
    assert!(subscription.next().now_or_never().is_none());
    drop(subscription);
    assert_eq!(recorder.last()["method"], "unsub");
    assert_eq!(recorder.last()["params"], json!(["S"]));
}

#[test]
fn a_subscription_that_nobody_waits_for_is_closed() {
    let (rpc, recorder) = rpc();
    let mut opening = Box::pin(rpc.subscribe("sub", None, "unsub".into()));
    assert!((&mut opening).now_or_never().is_none());
    drop(opening);
    rpc.receive(r#"{"jsonrpc":"2.0","id":1,"result":"S"}"#);
    assert_eq!(recorder.last()["params"], json!(["S"]));
}

#[test]
fn closing_ends_everything() {
    let (rpc, _) = rpc();
    let mut opening = Box::pin(rpc.subscribe("sub", None, "unsub".into()));
    assert!((&mut opening).now_or_never().is_none());
    rpc.receive(r#"{"jsonrpc":"2.0","id":1,"result":"S"}"#);
    let mut subscription = block_on(opening).unwrap();
    let mut request = Box::pin(rpc.request::<u32>("one", json!([])));
    assert!((&mut request).now_or_never().is_none());
    rpc.close();
    assert_eq!(block_on(request), Err(LightError::Closed));
    assert!(block_on(subscription.next()).is_none());
    assert_eq!(
        block_on(rpc.request::<u32>("one", json!([]))),
        Err(LightError::Closed)
    );
}
