//! How far an import is: what waits to be opened, what was kept, what was refused.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_protocol::vault::{Account, DetectedImport, ForgetImport, ImportOutcome, RefusedImport};

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
}

impl Progress {
    /// Nothing is imported yet. What still waits in the vault is forgotten with the sheet.
    pub(super) fn new(store: Store) -> Self {
        let progress = Self {
            step: RwSignal::new(Step::Source),
            queue: RwSignal::new(Vec::new()),
            added: RwSignal::new(Vec::new()),
            refused: RwSignal::new(Vec::new()),
            is_part: RwSignal::new(false),
        };
        on_cleanup(move || progress.forget(store));
        progress
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

fn forget(store: Store, import: u32) {
    let Ok(clients) = store.clients() else { return };
    // The vault forgets it by itself in a while.
    spawn_local(async move { drop(clients.vault.call(ForgetImport { import }).await) });
}
