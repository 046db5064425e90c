//! JSON-RPC over smoldot's one stream of requests and one of responses: answers find their request by its id,
//! notifications their subscription by its. It is also an [`RpcClientT`], so everything that subxt builds on that works.

use std::{
    borrow::Cow,
    collections::HashMap,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

use futures::{
    Stream, StreamExt,
    channel::{mpsc, oneshot},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use smoldot_light::ChainId;
use subxt_rpcs::{
    UserError,
    client::{RawRpcFuture, RawRpcSubscription, RpcClientT},
};

use crate::{backend::Backend, error::LightError, watch::lock};

/// A front end of the light client: its own requests and subscriptions.
#[derive(Clone)]
pub struct Rpc(Arc<Shared>);

/// Notifications of one subscription. Dropping it unsubscribes.
pub(crate) struct Subscription {
    rpc: Rpc,
    id: String,
    unsubscribe: Cow<'static, str>,
    items: mpsc::UnboundedReceiver<Box<RawValue>>,
}

struct Shared {
    backend: Arc<dyn Backend>,
    front_end: ChainId,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    closed: bool,
    last_id: u64,
    waiting: HashMap<u64, Waiting>,
    subscriptions: HashMap<String, mpsc::UnboundedSender<Box<RawValue>>>,
}

enum Waiting {
    Answer(oneshot::Sender<Result<Box<RawValue>, LightError>>),
    Subscription {
        unsubscribe: Cow<'static, str>,
        sender: oneshot::Sender<Result<Subscription, LightError>>,
    },
}

#[derive(Deserialize)]
struct Incoming<'a> {
    #[serde(default)]
    id: Option<u64>,
    #[serde(borrow, default)]
    result: Option<&'a RawValue>,
    #[serde(default)]
    error: Option<IncomingError>,
    #[serde(borrow, default)]
    params: Option<Notification<'a>>,
}

#[derive(Deserialize)]
struct IncomingError {
    code: i64,
    message: String,
}

#[derive(Deserialize)]
struct Notification<'a> {
    #[serde(borrow)]
    subscription: Cow<'a, str>,
    #[serde(borrow)]
    result: &'a RawValue,
}

impl Rpc {
    pub(crate) fn new(backend: Arc<dyn Backend>, front_end: ChainId) -> Self {
        Self(Arc::new(Shared {
            backend,
            front_end,
            state: Mutex::default(),
        }))
    }

    /// Sends a request and reads its answer.
    pub(crate) async fn request<T: DeserializeOwned>(
        &self,
        method: &'static str,
        params: serde_json::Value,
    ) -> Result<T, LightError> {
        let answer = self.raw_request(method, Some(&params.to_string())).await?;
        serde_json::from_str(answer.get()).map_err(|error| LightError::Answer {
            method,
            problem: error.to_string(),
        })
    }

    /// Sends a request whose answer nobody waits for.
    pub(crate) fn tell(&self, method: &str, params: &str) {
        let id = {
            let mut state = lock(&self.0.state);
            state.last_id += 1;
            state.last_id
        };
        let _ = self.send(id, method, Some(params));
    }

    /// Opens a subscription.
    pub(crate) async fn subscribe(
        &self,
        method: &str,
        params: Option<&str>,
        unsubscribe: Cow<'static, str>,
    ) -> Result<Subscription, LightError> {
        let (sender, receiver) = oneshot::channel();
        let id = self.register(Waiting::Subscription { unsubscribe, sender })?;
        self.send_or_forget(id, method, params)?;
        receiver.await.unwrap_or(Err(LightError::Closed))
    }

    async fn raw_request(&self, method: &str, params: Option<&str>) -> Result<Box<RawValue>, LightError> {
        let (sender, receiver) = oneshot::channel();
        let id = self.register(Waiting::Answer(sender))?;
        self.send_or_forget(id, method, params)?;
        receiver.await.unwrap_or(Err(LightError::Closed))
    }

    fn register(&self, waiting: Waiting) -> Result<u64, LightError> {
        let mut state = lock(&self.0.state);
        if state.closed {
            return Err(LightError::Closed);
        }
        state.last_id += 1;
        let id = state.last_id;
        state.waiting.insert(id, waiting);
        Ok(id)
    }

    fn send_or_forget(&self, id: u64, method: &str, params: Option<&str>) -> Result<(), LightError> {
        self.send(id, method, params).inspect_err(|_| {
            lock(&self.0.state).waiting.remove(&id);
        })
    }

    fn send(&self, id: u64, method: &str, params: Option<&str>) -> Result<(), LightError> {
        let method = serde_json::Value::from(method);
        let params = params.unwrap_or("[]");
        let request = format!(r#"{{"jsonrpc":"2.0","id":{id},"method":{method},"params":{params}}}"#);
        self.0.backend.request(self.0.front_end, request)
    }

    /// Hands a message of smoldot to the one who waits for it.
    pub(crate) fn receive(&self, message: &str) {
        let Ok(incoming) = serde_json::from_str::<Incoming<'_>>(message) else {
            return;
        };
        if let Some(notification) = incoming.params {
            let state = lock(&self.0.state);
            if let Some(sender) = state.subscriptions.get(&*notification.subscription) {
                let _ = sender.unbounded_send(notification.result.to_owned());
            }
            return;
        }
        let Some(waiting) = incoming.id.and_then(|id| lock(&self.0.state).waiting.remove(&id)) else {
            return;
        };
        let answer = match (incoming.error, incoming.result) {
            (Some(error), _) => Err(LightError::Rpc {
                code: error.code,
                message: error.message,
            }),
            (None, Some(result)) => Ok(result.to_owned()),
            (None, None) => Ok(RawValue::NULL.to_owned()),
        };
        match waiting {
            Waiting::Answer(sender) => drop(sender.send(answer)),
            // If nobody waits any more, the subscription is dropped here, which closes it.
            Waiting::Subscription { unsubscribe, sender } => {
                drop(sender.send(self.opened_subscription(unsubscribe, answer)));
            }
        }
    }

    /// Registers the subscription before the next message is looked at, so that no notification is lost.
    fn opened_subscription(
        &self,
        unsubscribe: Cow<'static, str>,
        answer: Result<Box<RawValue>, LightError>,
    ) -> Result<Subscription, LightError> {
        let id: String = serde_json::from_str(answer?.get()).map_err(|error| LightError::Answer {
            method: "subscribe",
            problem: error.to_string(),
        })?;
        let (sender, items) = mpsc::unbounded();
        lock(&self.0.state).subscriptions.insert(id.clone(), sender);
        Ok(Subscription {
            rpc: self.clone(),
            id,
            unsubscribe,
            items,
        })
    }

    /// Ends every request and subscription: smoldot is gone.
    pub(crate) fn close(&self) {
        let (waiting, subscriptions) = {
            let mut state = lock(&self.0.state);
            state.closed = true;
            (
                std::mem::take(&mut state.waiting),
                std::mem::take(&mut state.subscriptions),
            )
        };
        // Dropped outside the lock: that wakes their readers.
        drop(subscriptions);
        for waiting in waiting.into_values() {
            match waiting {
                Waiting::Answer(sender) => drop(sender.send(Err(LightError::Closed))),
                Waiting::Subscription { sender, .. } => drop(sender.send(Err(LightError::Closed))),
            }
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        lock(&self.0.state).closed
    }

    fn unsubscribe(&self, id: &str, method: &str) {
        lock(&self.0.state).subscriptions.remove(id);
        if !self.is_closed() {
            self.tell(method, &serde_json::json!([id]).to_string());
        }
    }
}

impl Subscription {
    /// smoldot's id of the subscription.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }
}

impl Stream for Subscription {
    type Item = Box<RawValue>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.items.poll_next_unpin(context)
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.rpc.unsubscribe(&self.id, &self.unsubscribe);
    }
}

impl RpcClientT for Rpc {
    fn request_raw<'a>(
        &'a self,
        method: &'a str,
        params: Option<Box<RawValue>>,
    ) -> RawRpcFuture<'a, Box<RawValue>> {
        Box::pin(async move {
            self.raw_request(method, params.as_deref().map(RawValue::get))
                .await
                .map_err(to_subxt)
        })
    }

    fn subscribe_raw<'a>(
        &'a self,
        sub: &'a str,
        params: Option<Box<RawValue>>,
        unsub: &'a str,
    ) -> RawRpcFuture<'a, RawRpcSubscription> {
        Box::pin(async move {
            let params = params.as_deref().map(RawValue::get);
            let subscription = self
                .subscribe(sub, params, Cow::Owned(unsub.to_owned()))
                .await
                .map_err(to_subxt)?;
            Ok(RawRpcSubscription {
                id: Some(subscription.id.clone()),
                stream: Box::pin(subscription.map(Ok)),
            })
        })
    }
}

fn to_subxt(error: LightError) -> subxt_rpcs::Error {
    match error {
        LightError::Rpc { code, message } => subxt_rpcs::Error::User(UserError {
            code: i32::try_from(code).unwrap_or(i32::MIN),
            message,
            data: None,
        }),
        other => subxt_rpcs::Error::Client(Box::new(other)),
    }
}

#[cfg(test)]
#[path = "rpc_tests.rs"]
mod tests;
