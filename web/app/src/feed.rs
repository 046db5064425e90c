//! Subscriptions that fill the store. A feed that breaks is asked for again; a feed that is dropped is cancelled.

use std::time::Duration;

use futures::future::{AbortHandle, Abortable};
use futures::{FutureExt, StreamExt};
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::{AccountId, Failure};
use taolight_protocol::engine::{
    WatchActivity, WatchBalance, WatchHeads, WatchJournal, WatchLifecycle, WatchNotices,
};
use taolight_protocol::vault::WatchVault;
use taolight_protocol::{Client, Method, Topic};

use crate::store::Store;

/// Between an attempt that broke and the next.
const PAUSE: Duration = Duration::from_secs(2);
/// Between an answer and the next time that it is asked for.
const REFRESH: Duration = Duration::from_secs(60);

/// A running subscription. Dropping it ends it.
pub(crate) struct Feed(AbortHandle);

impl Drop for Feed {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Store {
    /// Follows the open network: its lifecycle, its heads and its journal.
    pub(crate) fn follow_network(self) -> Result<(), Failure> {
        let engine = self.clients()?.engine;
        let trouble = move |failure| self.alert.set(Some(failure));
        self.network_feeds.set_value(vec![
            follow(
                &engine,
                Duration::ZERO,
                || WatchLifecycle {},
                move |item| self.lifecycle.set(item),
                trouble,
            ),
            follow(
                &engine,
                Duration::ZERO,
                || WatchNotices {},
                move |item| self.notices.set(item),
                trouble,
            ),
            follow(
                &engine,
                Duration::ZERO,
                || WatchHeads {},
                move |item| self.heads.set(item),
                trouble,
            ),
            follow(
                &engine,
                Duration::ZERO,
                || WatchJournal {},
                move |item| self.journal.set(Some(item)),
                trouble,
            ),
        ]);
        Ok(())
    }

    /// Follows how the vault is.
    pub(crate) fn follow_vault(self) -> Result<(), Failure> {
        let feed = follow(
            &self.clients()?.vault,
            Duration::ZERO,
            || WatchVault {},
            move |item| self.take_vault_status(item),
            move |failure| self.alert.set(Some(failure)),
        );
        self.vault_feed.set_value(Some(feed));
        Ok(())
    }

    /// Follows the balance of one account instead of the one before.
    pub(crate) fn follow_balance(self, account: AccountId) -> Result<(), Failure> {
        self.reset_balance();
        let engine = self.clients()?.engine;
        let feed = follow(
            &engine,
            Duration::ZERO,
            move || WatchBalance { account },
            move |item| {
                self.balance_failure.set(None);
                self.balance.set(Some(item));
            },
            move |failure| self.balance_failure.set(Some(failure)),
        );
        self.balance_feed.set_value(Some(feed));
        Ok(())
    }

    /// Follows what touches these accounts instead of those before.
    pub(crate) fn follow_activity(self, accounts: Vec<AccountId>) -> Result<(), Failure> {
        let engine = self.clients()?.engine;
        let feed = follow(
            &engine,
            Duration::ZERO,
            move || WatchActivity {
                accounts: accounts.clone(),
            },
            move |item| self.activity.set(item),
            move |failure| self.alert.set(Some(failure)),
        );
        self.activity_feed.set_value(Some(feed));
        Ok(())
    }
}

/// Subscribes to a topic of a process after a pause, and hands on its items, and every failure that waiting will not mend.
pub(crate) fn follow<T: Topic + 'static>(
    client: &Client,
    pause: Duration,
    topic: impl Fn() -> T + 'static,
    take: impl Fn(T::Item) + 'static,
    trouble: impl Fn(Failure) + 'static,
) -> Feed {
    let client = client.clone();
    start(async move {
        gloo_timers::future::sleep(pause).await;
        loop {
            let mut items = client.subscribe(topic());
            while let Some(item) = items.next().await {
                match item {
                    Ok(item) => take(item),
                    Err(failure) if failure.retryable => break,
                    Err(failure) => return trouble(failure),
                }
            }
            drop(items);
            gloo_timers::future::sleep(PAUSE).await;
        }
    })
}

/// Asks a process again and again, and hands on its answers, and every failure that waiting will not mend.
pub(crate) fn ask<M: Method + Clone + 'static>(
    client: &Client,
    method: M,
    take: impl Fn(M::Reply) + 'static,
    trouble: impl Fn(Failure) + 'static,
) -> Feed {
    let client = client.clone();
    start(async move {
        loop {
            match patiently(&client, method.clone()).await {
                Ok(answer) => take(answer),
                Err(failure) => return trouble(failure),
            }
            gloo_timers::future::sleep(REFRESH).await;
        }
    })
}

/// Asks a process until it answers, or fails in a way that waiting will not mend.
pub(crate) async fn patiently<M: Method + Clone>(client: &Client, method: M) -> Result<M::Reply, Failure> {
    loop {
        match client.call(method.clone()).await {
            Err(failure) if failure.retryable => gloo_timers::future::sleep(PAUSE).await,
            answer => return answer,
        }
    }
}

/// Runs until it is done or dropped.
pub(crate) fn start(feeding: impl Future<Output = ()> + 'static) -> Feed {
    let (handle, registration) = AbortHandle::new_pair();
    spawn_local(Abortable::new(feeding, registration).map(drop));
    Feed(handle)
}
