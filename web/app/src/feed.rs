//! Subscriptions that fill the store. A feed that breaks is asked for again; a feed that is dropped is cancelled.

use std::time::Duration;

use futures::future::{AbortHandle, Abortable};
use futures::{FutureExt, StreamExt};
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::{AccountId, Failure};
use taolight_protocol::engine::{WatchBalance, WatchHeads, WatchJournal, WatchLifecycle, WatchNotices};
use taolight_protocol::vault::WatchVault;
use taolight_protocol::{Client, Topic};

use crate::store::Store;

const PAUSE: Duration = Duration::from_secs(2);

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
                || WatchLifecycle {},
                move |item| self.lifecycle.set(item),
                trouble,
            ),
            follow(
                &engine,
                || WatchNotices {},
                move |item| self.notices.set(item),
                trouble,
            ),
            follow(
                &engine,
                || WatchHeads {},
                move |item| self.heads.set(item),
                trouble,
            ),
            follow(
                &engine,
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
}

/// Subscribes to a topic of a process and hands on its items, and every failure that waiting will not mend.
fn follow<T: Topic + 'static>(
    client: &Client,
    topic: impl Fn() -> T + 'static,
    take: impl Fn(T::Item) + 'static,
    trouble: impl Fn(Failure) + 'static,
) -> Feed {
    let client = client.clone();
    let (handle, registration) = AbortHandle::new_pair();
    let feeding = async move {
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
    };
    spawn_local(Abortable::new(feeding, registration).map(drop));
    Feed(handle)
}
