//! Something that a form asks of the vault: one at a time, what went wrong with the last one, and how long to wait after
//! too many wrong passwords.

use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::{ErrorCode, Failure};

use crate::page;

/// The state of a form that asks. Copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct Attempt {
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    until_ms: RwSignal<u64>,
}

impl Attempt {
    /// An attempt that keeps `busy` set while it lasts, so that several forms can share that.
    pub(crate) fn new(busy: RwSignal<bool>) -> Self {
        Self {
            busy,
            failure: RwSignal::new(None),
            until_ms: RwSignal::new(0),
        }
    }

    /// Asks, unless something is being asked already. A failure stays until the next attempt; a cancelled one is none.
    pub(crate) fn run(self, asking: impl Future<Output = Result<(), Failure>> + 'static) {
        self.run_boxed(Box::pin(asking));
    }

    fn run_boxed(self, asking: LocalBoxFuture<'static, Result<(), Failure>>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let outcome = asking.await;
            self.busy.set(false);
            if let Err(failure) = outcome {
                self.fail(failure);
            }
        });
    }

    /// Shows what is wrong.
    pub(crate) fn fail(self, failure: Failure) {
        if failure.code == ErrorCode::Cancelled {
            return;
        }
        if matches!(
            failure.code,
            ErrorCode::TooManyAttempts | ErrorCode::AttemptsLost | ErrorCode::WrongPassword
        ) {
            // After the first wrong passwords, and of a file, there is nothing to wait for.
            let wait = failure.data.as_deref().and_then(|wait| wait.parse().ok());
            // The form may be gone by now, here and below.
            let _ = self.until_ms.try_set(page::now_ms() + wait.unwrap_or(0_u64));
        }
        let _ = self.failure.try_set(Some(failure));
    }

    /// What went wrong, tracked.
    pub(crate) fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// Whether something is being asked, tracked.
    pub(crate) fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// Whole seconds until another attempt makes sense, tracked. 0 if it does now.
    pub(crate) fn seconds_left(self, now_ms: u64) -> u64 {
        self.until_ms.get().saturating_sub(now_ms).div_ceil(1_000)
    }
}
