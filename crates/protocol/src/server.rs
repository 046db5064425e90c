//! The answering side of a port: reads frames, runs every call concurrently, feeds subscriptions as credits allow, and
//! drops the work of whatever is cancelled.

use std::{collections::HashMap, rc::Rc};

use futures::{
    FutureExt, StreamExt,
    channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded},
    future::{AbortHandle, Abortable, LocalBoxFuture},
    select,
    stream::{FuturesUnordered, LocalBoxStream},
};
use serde_json::Value;
use taolight_primitives::{ErrorCode, Failure};

use crate::{Frame, PROTOCOL_VERSION, Port, Role};

/// What a subscription produces.
pub struct Items {
    /// The items; an error is the last one.
    pub stream: LocalBoxStream<'static, Result<Value, Failure>>,
    /// Whether only the latest item matters to a reader that is behind.
    pub latest_only: bool,
}

/// One process's answers.
pub trait Service {
    /// Which process this is.
    fn role(&self) -> Role;

    /// Answers one call. Dropped when the caller cancels.
    fn call(self: Rc<Self>, method: String, params: Value)
    -> LocalBoxFuture<'static, Result<Value, Failure>>;

    /// Starts one subscription. Its stream is dropped when the subscriber cancels.
    fn subscribe(self: Rc<Self>, topic: String, params: Value) -> Result<Items, Failure>;
}

/// Serves one port until the other side leaves.
pub async fn serve<S: Service + 'static>(port: Port, service: Rc<S>) {
    let mut connection = Connection {
        service,
        outgoing: port.outgoing,
        greeted: false,
        open: HashMap::new(),
        tasks: FuturesUnordered::new(),
    };
    let mut incoming = port.incoming.fuse();
    loop {
        let text = select! {
            text = incoming.next() => text,
            finished = connection.tasks.select_next_some() => {
                if let Ok(id) = finished {
                    connection.open.remove(&id);
                }
                continue;
            }
        };
        let Some(text) = text else { return };
        if connection.receive(&text).is_break() {
            return;
        }
    }
}

struct Connection<S> {
    service: Rc<S>,
    outgoing: UnboundedSender<String>,
    greeted: bool,
    open: HashMap<u32, Open>,
    tasks: FuturesUnordered<Abortable<LocalBoxFuture<'static, u32>>>,
}

/// A call or subscription that runs.
struct Open {
    abort: AbortHandle,
    credits: Option<UnboundedSender<u32>>,
}

type Flow = std::ops::ControlFlow<()>;

impl<S: Service + 'static> Connection<S> {
    fn receive(&mut self, text: &str) -> Flow {
        let frame = match Frame::decode(text) {
            Ok(frame) => frame,
            Err(error) => return self.leave(Failure::new(ErrorCode::MalformedMessage, error)),
        };
        match frame {
            Frame::Hello {
                protocol, session, ..
            } => return self.greet(protocol, session),
            Frame::Bye { .. } => return Flow::Break(()),
            _ if !self.greeted => {
                return self.leave(Failure::new(
                    ErrorCode::MalformedMessage,
                    "the first message is a hello",
                ));
            }
            Frame::Call { id, method, params } => self.start_call(id, method, params),
            Frame::Sub {
                id,
                topic,
                params,
                credits,
            } => self.start_subscription(id, topic, params, credits),
            Frame::Credit { id, credits } => self.grant(id, credits),
            Frame::Cancel { id } => self.cancel(id),
            Frame::Ok { .. } | Frame::Err { .. } | Frame::Item { .. } | Frame::End { .. } => {
                return self.leave(Failure::new(
                    ErrorCode::MalformedMessage,
                    "only the answering side answers",
                ));
            }
        }
        Flow::Continue(())
    }

    fn greet(&mut self, protocol: u32, session: String) -> Flow {
        if protocol != PROTOCOL_VERSION {
            return self.leave(
                Failure::new(
                    ErrorCode::ProtocolVersion,
                    "this page and its worker are of different versions; reload the page",
                )
                .with_data(PROTOCOL_VERSION),
            );
        }
        self.greeted = true;
        self.send(&Frame::Hello {
            protocol: PROTOCOL_VERSION,
            role: self.service.role(),
            session,
        });
        Flow::Continue(())
    }

    fn leave(&self, error: Failure) -> Flow {
        self.send(&Frame::Bye { error: Some(error) });
        Flow::Break(())
    }

    fn send(&self, frame: &Frame) {
        // A closed port is noticed by its incoming half.
        let _ = self.outgoing.unbounded_send(frame.encode());
    }

    fn start_call(&mut self, id: u32, method: String, params: Value) {
        if self.open.contains_key(&id) {
            return self.send(&Frame::Err {
                id,
                error: id_taken(),
            });
        }
        let outgoing = self.outgoing.clone();
        let answer = self.service.clone().call(method, params);
        let task = async move {
            let frame = match answer.await {
                Ok(result) => Frame::Ok { id, result },
                Err(error) => Frame::Err { id, error },
            };
            let _ = outgoing.unbounded_send(frame.encode());
            id
        };
        self.spawn(id, None, task.boxed_local());
    }

    fn start_subscription(&mut self, id: u32, topic: String, params: Value, credits: u32) {
        if self.open.contains_key(&id) {
            return self.send(&Frame::End {
                id,
                error: Some(id_taken()),
            });
        }
        let items = match self.service.clone().subscribe(topic, params) {
            Ok(items) => items,
            Err(error) => {
                return self.send(&Frame::End {
                    id,
                    error: Some(error),
                });
            }
        };
        let (grants, granted) = unbounded();
        let pump = Pump {
            id,
            latest_only: items.latest_only,
            credits,
            granted,
            held: None,
            outgoing: self.outgoing.clone(),
        };
        self.spawn(id, Some(grants), pump.run(items.stream).boxed_local());
    }

    fn spawn(&mut self, id: u32, credits: Option<UnboundedSender<u32>>, task: LocalBoxFuture<'static, u32>) {
        let (abort, registration) = AbortHandle::new_pair();
        self.open.insert(id, Open { abort, credits });
        self.tasks.push(Abortable::new(task, registration));
    }

    fn grant(&mut self, id: u32, credits: u32) {
        // A credit may cross the end of its subscription.
        if let Some(Open {
            credits: Some(grants),
            ..
        }) = self.open.get(&id)
        {
            let _ = grants.unbounded_send(credits);
        }
    }

    fn cancel(&mut self, id: u32) {
        if let Some(open) = self.open.remove(&id) {
            open.abort.abort();
        }
    }
}

fn id_taken() -> Failure {
    Failure::new(ErrorCode::MalformedMessage, "this id is in use")
}

/// Moves items of one subscription to the port as credits allow.
struct Pump {
    id: u32,
    latest_only: bool,
    credits: u32,
    granted: UnboundedReceiver<u32>,
    held: Option<Value>,
    outgoing: UnboundedSender<String>,
}

impl Pump {
    async fn run(mut self, stream: LocalBoxStream<'static, Result<Value, Failure>>) -> u32 {
        let mut stream = stream.fuse();
        loop {
            self.flush();
            // An item that must not be skipped waits for its credit before the next one is made.
            if self.held.is_some() && !self.latest_only {
                match self.granted.next().await {
                    Some(credits) => self.credits = self.credits.saturating_add(credits),
                    None => return self.id,
                }
                continue;
            }
            select! {
                credits = self.granted.select_next_some() => self.credits = self.credits.saturating_add(credits),
                item = stream.next() => match item {
                    Some(Ok(item)) => self.held = Some(item),
                    Some(Err(error)) => return self.end(Some(error)).await,
                    None => return self.end(None).await,
                },
            }
        }
    }

    fn flush(&mut self) {
        if self.credits == 0 {
            return;
        }
        if let Some(item) = self.held.take() {
            self.credits -= 1;
            let _ = self
                .outgoing
                .unbounded_send(Frame::Item { id: self.id, item }.encode());
        }
    }

    /// Delivers what is held, then says that the subscription is over.
    async fn end(mut self, error: Option<Failure>) -> u32 {
        while self.held.is_some() {
            self.flush();
            if self.held.is_some() {
                match self.granted.next().await {
                    Some(credits) => self.credits = self.credits.saturating_add(credits),
                    None => break,
                }
            }
        }
        let _ = self
            .outgoing
            .unbounded_send(Frame::End { id: self.id, error }.encode());
        self.id
    }
}
