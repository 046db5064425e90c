//! How far an import is: what waits to be opened, what was kept, what was refused.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{Account, DetectedImport, ForgetImport, ImportOutcome, RefusedImport, Role};

use crate::store::Store;

/// What the sheet asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Something to import.
    Source,
    /// Whatever is needed to open this.
    Open(DetectedImport),
    /// Nothing any more.
    Done,
}

/// The state of an import. Copying it copies handles.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    pub(super) step: RwSignal<Step>,
    /// Parts of a batch that wait for passwords of their own.
    queue: RwSignal<Vec<DetectedImport>>,
    pub(super) added: RwSignal<Vec<Account>>,
    pub(super) refused: RwSignal<Vec<RefusedImport>>,
    /// Whether what is opened came out of a batch.
    pub(super) is_part: RwSignal<bool>,
    /// The damaged account whose secret is brought again, if it is about one.
    pub(super) again: StoredValue<Option<Again>>,
}

/// A damaged account as far as it is known.
#[derive(Debug, Clone)]
pub(super) struct Again {
    pub(super) address: AccountId,
    pub(super) label: String,
    /// What it was used for.
    pub(super) role: Option<Role>,
}

impl Again {
    fn new(store: Store, address: AccountId) -> Self {
        let known = untrack(|| store.account(address));
        let damaged = untrack(|| store.damage_of(address));
        let label = damaged.and_then(|damaged| damaged.label);
        Self {
            address,
            label: label.unwrap_or_default(),
            role: known
                .map(|account| account.role)
                .filter(|role| *role != Role::WatchOnly),
        }
    }
}

impl Progress {
    /// Nothing is imported yet. What still waits in the vault is forgotten with the sheet.
    pub(super) fn new(store: Store, again: Option<AccountId>) -> Self {
        let progress = Self {
            step: RwSignal::new(Step::Source),
            queue: RwSignal::new(Vec::new()),
            added: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            is_part: RwSignal::new(false),
            again: StoredValue::new(again.map(|address| Again::new(store, address))),
        };
        on_cleanup(move || progress.forget(store));
        progress
    }

    /// What the sheet is called.
    pub(super) fn title(self) -> &'static str {
        match self.again.get_value() {
            Some(_) => say!(import.import_again),
            None => say!(accounts.way_import),
        }
    }

    /// Takes in what was opened, and goes on to what waits. Ends with the sheet closed if there is nothing to tell.
    pub(super) fn take(self, store: Store, outcome: ImportOutcome) {
        let ImportOutcome {
            added,
            refused,
            waiting,
        } = outcome;
        self.added.update(|all| all.extend(added));
        self.refused.update(|all| all.extend(refused));
        self.queue.update(|queue| queue.extend(waiting));
        self.next(store);
    }

    /// Goes on without what is being opened.
    pub(super) fn skip(self, store: Store) {
        if let Step::Open(skipped) = self.step.get_untracked() {
            forget(store, skipped.import);
        }
        self.next(store);
    }

    fn next(self, store: Store) {
        let next = self
            .queue
            .try_update(|queue| (!queue.is_empty()).then(|| queue.remove(0)))
            .flatten();
        if let Some(next) = next {
            self.is_part.set(true);
            return self.step.set(Step::Open(next));
        }
        self.step.set(Step::Done);
        if self.refused.read_untracked().is_empty() && self.added.read_untracked().len() == 1 {
            store.sheet.set(None);
        }
    }

    fn forget(self, store: Store) {
        if let Some(Step::Open(detected)) = self.step.try_get_untracked() {
            forget(store, detected.import);
        }
        for detected in self.queue.try_get_untracked().unwrap_or_default() {
            forget(store, detected.import);
        }
    }
}

/// Tells the vault that something that waits there is not wanted any more.
pub(super) fn forget(store: Store, import: u32) {
    let Ok(clients) = store.clients() else { return };
    // The vault forgets it by itself in a while.
    spawn_local(async move { drop(clients.vault.call(ForgetImport { import }).await) });
}
