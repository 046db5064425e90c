//! This worker's claim to the device: one engine of an origin holds the lock, and only that one opens storage.
//!
//! The lock's name and the two words on the channel are all that engines of different versions say to each other, so
//! they stay as they are. Whoever wants the device says [`HAND_OVER`]; the holder saves, says [`SAVED`] and goes on until
//! its lock is taken. A holder that does not answer, because its tab is frozen, loses it after a while all the same.

use std::{future::pending, pin::pin, rc::Rc, time::Duration};

use eyeball::SharedObservable;
use futures::{
    StreamExt,
    channel::mpsc::UnboundedReceiver,
    future::{Either, select},
};
use taolight_browser::{Asked, Locks};
use taolight_engine::{Claim, Engine};
use taolight_protocol::engine::Holder;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{calls::Calls, host::sleep};

/// The lock, and the channel on which engines talk about it.
const NAME: &str = "taolight-engine";
const HAND_OVER: &str = "hand over";
const SAVED: &str = "saved";

/// How long an engine that is ending may still hold the lock without a word about it.
const PATIENCE: Duration = Duration::from_millis(400);
/// How long the holder has to save its state.
const TIME_TO_SAVE: Duration = Duration::from_secs(3);

#[wasm_bindgen]
extern "C" {
    /// Ends this worker.
    fn close();
}

/// What talks to the page: how the claim goes on, and the page's wish to take the device over.
pub(crate) struct Desk {
    pub(crate) claim: SharedObservable<Claim>,
    pub(crate) takes: UnboundedReceiver<()>,
    pub(crate) holder: Holder,
}

/// Waits for the device, then keeps it until another engine takes it, and ends this worker.
pub(crate) async fn keep(desk: Desk, engine: Rc<Engine>) {
    let claim = desk.claim.clone();
    let asked = match (Locks::of_this_origin(), Calls::on(NAME)) {
        (Some(locks), Ok(mut calls)) => granted(&locks, desk, &mut calls)
            .await
            .ok()
            .map(|lock| (lock, calls)),
        _ => None,
    };
    claim.set(Claim::Held);
    // A browser that gives this page no locks cannot tell whether anybody else is there.
    let Some((lock, calls)) = asked else { return };
    let answering = Box::pin(answer(calls, &engine));
    // Whether anybody asks or not, the lock decides.
    if let Either::Right(((), lost)) = select(Box::pin(lock.lost()), answering).await {
        lost.await;
    }
    close();
}

/// Saves for whoever wants the device.
async fn answer(mut calls: Calls, engine: &Engine) {
    while let Some(word) = calls.next().await {
        if word == HAND_OVER {
            // Without a network there is nothing to save; what cannot be saved is proven again.
            let _ = engine.save().await;
            calls.say(SAVED);
        }
    }
}

/// Waits in line; takes the lock past everybody if the page wants it.
async fn granted(locks: &Locks, mut desk: Desk, calls: &mut Calls) -> Result<Asked, JsValue> {
    let mut asked = locks.ask(NAME)?;
    if let Some(granted) = unless(asked.granted(), sleep(PATIENCE)).await {
        return granted.map(|()| asked);
    }
    desk.claim.set(Claim::Elsewhere(desk.holder));
    if let Some(granted) = unless(asked.granted(), wish(&mut desk.takes)).await {
        return granted.map(|()| asked);
    }
    calls.say(HAND_OVER);
    unless(calls.hear(SAVED), sleep(TIME_TO_SAVE)).await;
    let mut stolen = locks.steal(NAME)?;
    stolen.granted().await?;
    Ok(stolen)
}

/// What comes of one future, unless another one ends first.
async fn unless<T>(one: impl Future<Output = T>, other: impl Future<Output = ()>) -> Option<T> {
    match select(pin!(one), pin!(other)).await {
        Either::Left((value, _)) => Some(value),
        Either::Right(((), _)) => None,
    }
}

async fn wish(takes: &mut UnboundedReceiver<()>) {
    if takes.next().await.is_none() {
        pending().await
    }
}
