//! The way from a form to the review. What stands in the way is told beside the button, and nothing that was typed is lost.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_bittensor::intents::Intent;
use taolight_locales::say;
use taolight_primitives::{AccountId, ErrorCode, Failure, Verified};
use taolight_protocol::engine::NetworkState;

use crate::components::field_error::FieldError;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::trading::Promise;
use crate::words;

/// What became of pressing the button. Copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct Submission {
    busy: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
    of_limits: RwSignal<bool>,
}

impl Submission {
    /// Nothing was pressed yet.
    pub(crate) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
            of_limits: RwSignal::new(false),
        }
    }

    /// Forgets what was refused: it was about something else.
    pub(crate) fn clear(self) {
        self.refused.set(None);
        self.of_limits.set(false);
    }

    /// Says why there is nothing to review.
    pub(crate) fn refuse(self, why: impl Into<String>) {
        self.refused.set(Some(why.into()));
    }

    /// Why there is nothing to review.
    pub(crate) fn refused(self) -> Signal<Option<String>> {
        self.refused.into()
    }

    /// Whether a review is being prepared.
    pub(crate) fn is_busy(self) -> bool {
        self.busy.get_untracked()
    }

    /// Who signs. Nobody while there is no account with a key here, or no proven chain; that is told.
    pub(crate) fn signer(self, store: Store) -> Option<AccountId> {
        let chosen = store.chosen.get_untracked();
        if let NetworkState::Elsewhere { holder } = store.network_state.get_untracked() {
            self.refuse(words::elsewhere(holder));
            return None;
        }
        let obstacle = match chosen {
            None => say!(review.obstacle.no_account),
            Some(_) if untrack(|| store.is_watched_only()) => say!(accounts.watched),
            Some(_) if !untrack(|| store.is_ready()) => say!(review.obstacle.not_ready),
            Some(_) => return chosen,
        };
        self.refuse(obstacle);
        None
    }

    /// Prepares the review of what this makes, and shows it.
    pub(crate) fn review(
        self,
        store: Store,
        from: AccountId,
        promise: Option<Verified<Promise>>,
        make: impl Future<Output = Result<Intent, Failure>> + 'static,
    ) {
        self.review_or(store, from, promise, make, |_| false);
    }

    /// The same, for a form that tells some failures beside its fields: those for which this says yes.
    pub(crate) fn review_or(
        self,
        store: Store,
        from: AccountId,
        promise: Option<Verified<Promise>>,
        make: impl Future<Output = Result<Intent, Failure>> + 'static,
        is_told: impl Fn(&Failure) -> bool + 'static,
    ) {
        self.busy.set(true);
        spawn_local(async move {
            let reviewed = async { store.reviewed(from, make.await?, promise).await };
            match reviewed.await {
                Ok(review) => store.show_review(review),
                // Whoever does not unlock finds the form as it was.
                Err(failure) if failure.code == ErrorCode::Cancelled || is_told(&failure) => {}
                Err(failure) => {
                    self.of_limits.set(words::is_of_limits(&failure));
                    self.refuse(words::review_failure(&failure));
                }
            }
            self.busy.set(false);
        });
    }
}

/// The button, and above it why there is nothing to review.
#[component]
pub(crate) fn SubmissionButtons(
    /// Of which form.
    submission: Submission,
    /// Name of the button for tests.
    testid: &'static str,
    /// Id of the error, and its name for tests.
    error_id: &'static str,
    /// Name for tests of the way to the limits.
    limits_id: &'static str,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let Submission {
        busy,
        refused,
        of_limits,
    } = submission;
    let limits = move || {
        of_limits.get().then(|| {
            let open = move |_| {
                if let Some(account) = store.chosen.get_untracked() {
                    store.open_sheet(Sheet::Limits(account));
                }
            };
            view! {
                <button type="button" class="btn btn-ghost btn-sm" data-testid=limits_id on:click=open>
                    {say!(review.limits)}
                </button>
            }
        })
    };
    view! {
        <FieldError id=error_id error=refused />
        <div class="buttons">
            {limits}
            // Not disabled: that would lose the focus, which the review gives back.
            <button type="submit" class="btn btn-primary" data-testid=testid aria-disabled=move || busy.get().to_string()>
                {move || if busy.get() { say!(common.preparing) } else { say!(common.review) }}
            </button>
        </div>
    }
}
