//! The asking side of a port: typed calls and subscriptions. After a reconnect it replays the subscriptions.

use std::{
    cell::RefCell,
    collections::HashMap,
    marker::PhantomData,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll},
};

use futures::{
    Stream, StreamExt,
    channel::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
        oneshot,
    },
};
use serde_json::Value;
use taolight_primitives::{ErrorCode, Failure};

use crate::{Frame, Method, PROTOCOL_VERSION, Port, Role, Topic};

/// Items that may be on the way before the reader took the first.
const WINDOW: u32 = 4;

/// Asks the process behind a port. Cheap to clone; all clones share the port.
#[derive(Clone)]
pub struct Client {
    shared: Rc<RefCell<Shared>>,
}

struct Shared {
    role: Role,
    session: String,
    outgoing: Option<UnboundedSender<String>>,
    next_id: u32,
    calls: HashMap<u32, oneshot::Sender<Result<Value, Failure>>>,
    subscriptions: HashMap<u32, Feed>,
}

/// The client's half of a subscription; enough to ask for it again.
struct Feed {
    topic: &'static str,
    params: Value,
    items: UnboundedSender<Result<Value, Failure>>,
}

impl Client {
    /// Greets the other side. The returned future moves the answers; it ends, with the reason, when the port closes, and
    /// dropping it disconnects.
    pub fn new(port: Port, role: Role, session: impl Into<String>) -> (Self, impl Future<Output = Failure>) {
        let client = Self {
            shared: Rc::new(RefCell::new(Shared {
                role,
                session: session.into(),
                outgoing: None,
                next_id: 0,
                calls: HashMap::new(),
                subscriptions: HashMap::new(),
            })),
        };
        let driver = client.connect(port);
        (client, driver)
    }

    /// Goes on over another port, for instance after the worker was restarted: greets it and asks again for every
    /// subscription. Calls that were open have failed as `disconnected`.
    pub fn connect(&self, port: Port) -> impl Future<Output = Failure> + use<> {
        self.shared.borrow_mut().greet(port.outgoing);
        drive(self.shared.clone(), port.incoming)
    }

    /// Calls a method. Dropping the future cancels the call.
    pub async fn call<M: Method>(&self, method: M) -> Result<M::Reply, Failure> {
        let params =
            serde_json::to_value(method).map_err(|_| internal("the parameters cannot be written"))?;
        let (id, answer) = self.shared.borrow_mut().start_call(M::NAME, params)?;
        let mut guard = CancelOnDrop {
            shared: self.shared.clone(),
            id: Some(id),
        };
        let result = answer.await.unwrap_or_else(|_| Err(disconnected()));
        guard.id = None;
        serde_json::from_value(result?).map_err(|_| internal("the answer is not of this method"))
    }

    /// Subscribes to a topic. Dropping the subscription cancels it.
    pub fn subscribe<T: Topic>(&self, topic: T) -> Subscription<T::Item> {
        let (items, arriving) = unbounded();
        let id = match serde_json::to_value(topic) {
            Ok(params) => self.shared.borrow_mut().start_subscription(Feed {
                topic: T::NAME,
                params,
                items,
            }),
            Err(_) => {
                let _ = items.unbounded_send(Err(internal("the parameters cannot be written")));
                0
            }
        };
        Subscription {
            shared: self.shared.clone(),
            id,
            arriving,
            item: PhantomData,
        }
    }
}

impl Shared {
    fn send(&self, frame: &Frame) -> Result<(), Failure> {
        let outgoing = self.outgoing.as_ref().ok_or_else(disconnected)?;
        outgoing
            .unbounded_send(frame.encode())
            .map_err(|_| disconnected())
    }

    fn fresh_id(&mut self) -> u32 {
        loop {
            self.next_id = self.next_id.wrapping_add(1);
            let id = self.next_id;
            if id != 0 && !self.calls.contains_key(&id) && !self.subscriptions.contains_key(&id) {
                return id;
            }
        }
    }

    fn greet(&mut self, outgoing: UnboundedSender<String>) {
        self.outgoing = Some(outgoing);
        let hello = Frame::Hello {
            protocol: PROTOCOL_VERSION,
            role: self.role,
            session: self.session.clone(),
        };
        // A port that closed meanwhile is reported by its driver.
        let _ = self.send(&hello);
        for (id, feed) in &self.subscriptions {
            let _ = self.send(&feed.frame(*id));
        }
    }

    fn start_call(
        &mut self,
        method: &str,
        params: Value,
    ) -> Result<(u32, oneshot::Receiver<Result<Value, Failure>>), Failure> {
        let id = self.fresh_id();
        let (answer, answered) = oneshot::channel();
        self.send(&Frame::Call {
            id,
            method: method.to_owned(),
            params,
        })?;
        self.calls.insert(id, answer);
        Ok((id, answered))
    }

    fn start_subscription(&mut self, feed: Feed) -> u32 {
        let id = self.fresh_id();
        // While disconnected it waits for the next connection.
        let _ = self.send(&feed.frame(id));
        self.subscriptions.insert(id, feed);
        id
    }

    fn receive(&mut self, frame: Frame) {
        match frame {
            Frame::Ok { id, result } => self.answer(id, Ok(result)),
            Frame::Err { id, error } => self.answer(id, Err(error)),
            Frame::Item { id, item } => {
                if let Some(feed) = self.subscriptions.get(&id) {
                    let _ = feed.items.unbounded_send(Ok(item));
                }
            }
            Frame::End { id, error } => {
                if let (Some(feed), Some(error)) = (self.subscriptions.remove(&id), error) {
                    let _ = feed.items.unbounded_send(Err(error));
                }
            }
            // The asking side has nothing to answer.
            Frame::Hello { .. }
            | Frame::Bye { .. }
            | Frame::Call { .. }
            | Frame::Sub { .. }
            | Frame::Credit { .. }
            | Frame::Cancel { .. } => {}
        }
    }

    fn answer(&mut self, id: u32, result: Result<Value, Failure>) {
        if let Some(answer) = self.calls.remove(&id) {
            let _ = answer.send(result);
        }
    }

    fn disconnect(&mut self) {
        self.outgoing = None;
        // Dropping the senders fails the calls as disconnected.
        self.calls.clear();
    }
}

impl Feed {
    fn frame(&self, id: u32) -> Frame {
        Frame::Sub {
            id,
            topic: self.topic.to_owned(),
            params: self.params.clone(),
            credits: WINDOW,
        }
    }
}

async fn drive(shared: Rc<RefCell<Shared>>, mut incoming: UnboundedReceiver<String>) -> Failure {
    let connected = Connected(shared);
    loop {
        let Some(text) = incoming.next().await else {
            return disconnected();
        };
        match Frame::decode(&text) {
            Ok(Frame::Hello { protocol, .. }) if protocol != PROTOCOL_VERSION => {
                return Failure::new(
                    ErrorCode::ProtocolVersion,
                    "this page and its worker are of different versions; reload the page",
                );
            }
            Ok(Frame::Bye { error }) => return error.unwrap_or_else(disconnected),
            Ok(frame) => connected.0.borrow_mut().receive(frame),
            Err(error) => return Failure::new(ErrorCode::MalformedMessage, error),
        }
    }
}

/// A connection that is driven. When its driver ends or is dropped, what was asked fails.
struct Connected(Rc<RefCell<Shared>>);

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.borrow_mut().disconnect();
    }
}

struct CancelOnDrop {
    shared: Rc<RefCell<Shared>>,
    id: Option<u32>,
}

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        let Some(id) = self.id else { return };
        let mut shared = self.shared.borrow_mut();
        shared.calls.remove(&id);
        let _ = shared.send(&Frame::Cancel { id });
    }
}

/// A stream of items. An error is the last item. Dropping it cancels the subscription.
pub struct Subscription<I> {
    shared: Rc<RefCell<Shared>>,
    id: u32,
    arriving: UnboundedReceiver<Result<Value, Failure>>,
    item: PhantomData<fn() -> I>,
}

impl<I: serde::de::DeserializeOwned> Stream for Subscription<I> {
    type Item = Result<I, Failure>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let arrived = match self.arriving.poll_next_unpin(context) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(arrived) => arrived,
        };
        let Some(arrived) = arrived else {
            return Poll::Ready(None);
        };
        Poll::Ready(Some(arrived.and_then(|value| {
            let _ = self.shared.borrow().send(&Frame::Credit {
                id: self.id,
                credits: 1,
            });
            serde_json::from_value(value).map_err(|_| internal("the item is not of this topic"))
        })))
    }
}

impl<I> Drop for Subscription<I> {
    fn drop(&mut self) {
        let mut shared = self.shared.borrow_mut();
        if shared.subscriptions.remove(&self.id).is_some() {
            let _ = shared.send(&Frame::Cancel { id: self.id });
        }
    }
}

fn disconnected() -> Failure {
    Failure::new(
        ErrorCode::Disconnected,
        "the worker is gone; it is being started again",
    )
    .retryable()
}

fn internal(message: &str) -> Failure {
    Failure::new(ErrorCode::Internal, message)
}
