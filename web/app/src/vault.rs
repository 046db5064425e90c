//! The vault's lock, as the page sees it: what state it is in, asking for the password when something needs it, and
//! ending the vault's process once it is locked, so that its memory is gone and not only wiped.

use std::pin::pin;
use std::time::Duration;

use futures::channel::oneshot;
use futures::future::select;
use gloo_timers::future::sleep;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::{CreateVault, LockState, LockVault, Secret, UnlockVault, VaultStatus};

use crate::page;
use crate::store::Store;

/// How long a vault that is told to lock may take before its process is ended all the same.
const PATIENCE: Duration = Duration::from_secs(1);

impl Store {
    /// Whether secrets can be opened, tracked; `None` while the vault starts.
    pub(crate) fn lock_state(self) -> Option<LockState> {
        self.vault.read().map(|status| status.state)
    }

    /// Whether secrets can be opened at this moment.
    pub(crate) fn is_unlocked_now(self) -> bool {
        self.vault
            .get_untracked()
            .is_some_and(|status| status.state == LockState::Unlocked)
    }

    /// Whether there is no vault on this device at this moment.
    pub(crate) fn has_no_vault(self) -> bool {
        let status = self.vault.get_untracked();
        status.is_some_and(|status| status.state == LockState::Empty)
    }

    /// Takes in how the vault is. One that has locked itself is ended.
    pub(crate) fn take_vault_status(self, status: VaultStatus) {
        let was_unlocked = self.is_unlocked_now();
        let was_there = self.vault.get_untracked().is_some() && !self.has_no_vault();
        self.vault.set(Some(status));
        match status.state {
            LockState::Unlocked => {
                self.admit();
                if !was_unlocked {
                    // Only now it is known whether each secret opens. What cannot be listed is listed by whatever comes next.
                    spawn_local(async move { drop(self.list_accounts().await) });
                }
            }
            LockState::Locked if was_unlocked => self.end_vault(),
            LockState::Empty if was_there => {
                // The browser cleared its storage. There is nothing that a password could open.
                self.stay_locked();
                self.hide_secrets();
                spawn_local(async move { drop(self.list_accounts().await) });
            }
            LockState::Locked | LockState::Empty | LockState::Damaged => {}
        }
    }

    /// The vault's process was started again, and how it is will be told.
    pub(crate) fn vault_restarted(self) {
        self.vault.set(None);
        self.hide_secrets();
    }

    /// Waits until the vault is unlocked, asking for its password, or for a new one where there is no vault yet. Fails as
    /// `cancelled` if nobody gives it.
    pub(crate) async fn unlock(self) -> Result<(), Failure> {
        if self.is_unlocked_now() {
            return Ok(());
        }
        let (waiter, unlocked) = oneshot::channel();
        self.unlock_waiters.update_value(|waiters| waiters.push(waiter));
        self.unlocking.set(true);
        unlocked
            .await
            .map_err(|_| Failure::new(ErrorCode::Cancelled, "the vault stayed locked"))
    }

    /// Leaves the vault as it is; nobody waits for it any more.
    pub(crate) fn stay_locked(self) {
        self.unlock_waiters.update_value(Vec::clear);
        self.unlocking.set(false);
    }

    fn admit(self) {
        let waiters = self
            .unlock_waiters
            .try_update_value(std::mem::take)
            .unwrap_or_default();
        self.unlocking.set(false);
        for waiter in waiters {
            // What waited may be gone.
            let _ = waiter.send(());
        }
    }

    /// Unlocks the vault with its password.
    pub(crate) async fn unlock_with(self, password: Secret) -> Result<(), Failure> {
        self.clients()?.vault.call(UnlockVault { password }).await
    }

    /// Makes the vault of this device.
    pub(crate) async fn create_vault(self, password: Secret) -> Result<(), Failure> {
        self.clients()?.vault.call(CreateVault { password }).await?;
        page::ask_to_keep().await;
        Ok(())
    }

    /// Locks the vault.
    pub(crate) async fn lock(self) {
        if let Ok(clients) = self.clients() {
            let locked = pin!(clients.vault.call(LockVault {}));
            select(locked, pin!(sleep(PATIENCE))).await;
        }
        self.end_vault();
    }

    /// Ends the vault's process with its memory. One that keeps nothing would lose its accounts too, so it lives on.
    fn end_vault(self) {
        self.hide_secrets();
        let Some(status) = self.vault.get_untracked() else {
            // It is being started already.
            return;
        };
        if !status.persistent {
            return;
        }
        self.vault.set(None);
        self.vault_stop.with_value(|stop| {
            // Without a host there is no process.
            let _ = stop.as_ref().map(|stop| stop.unbounded_send(()));
        });
    }

    fn hide_secrets(self) {
        if self
            .sheet
            .get_untracked()
            .is_some_and(|sheet| sheet.shows_secret())
        {
            self.sheet.set(None);
        }
    }
}
