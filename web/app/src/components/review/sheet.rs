//! The review: what leaves, who gets it, what it costs, what could go wrong, as the signing core itself decoded it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_bittensor::intents::Intent;
use taolight_locales::say;
use taolight_primitives::{AccountId, Bytes, ErrorCode, Failure, Verified};

use crate::components::dialog::Dialog;
use crate::components::review::decision::Decision;
use crate::components::review::facts::Facts;
use crate::sending::{self, Review};
use crate::store::Store;
use crate::test_ids;
use crate::trading::Promise;
use crate::transfer::Draft;

/// Id of the headline.
pub(super) const TITLE: &str = "review-title";

impl Store {
    /// Shows a review, and learns the existential deposit from it.
    pub(crate) fn show_review(self, review: Review) {
        self.existential_deposit
            .set(Some(review.prepared.existential_deposit));
        self.review.set(Some(review));
    }

    /// Prepares a transaction and has it decoded, once the vault is unlocked. Signs nothing.
    pub(crate) async fn reviewed(
        self,
        from: AccountId,
        intent: Intent,
        promise: Option<Verified<Promise>>,
    ) -> Result<Review, Failure> {
        if self.has_no_vault() {
            return Err(cleared());
        }
        self.unlock().await?;
        let reviewed = sending::review(&self.clients()?, from, intent, promise).await;
        reviewed.map_err(|failure| match failure.code {
            ErrorCode::VaultEmpty => cleared(),
            _ => failure,
        })
    }
}

/// Whoever signs had a key here.
fn cleared() -> Failure {
    Failure::worded(ErrorCode::UnknownAccount, say!(failures.own.account_cleared))
}

/// The sheet; open while there is something to review.
#[component]
pub(crate) fn ReviewSheet() -> impl IntoView {
    let store = expect_context::<Store>();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    // The approval that was handed to the vault; it is never handed over again.
    let used = StoredValue::new(None::<Bytes>);

    let is_open = Memo::new(move |_| store.review.read().is_some());
    let close = move || {
        if !busy.get_untracked() {
            store.review.set(None);
            failure.set(None);
        }
    };
    // Prepares and describes the same transaction anew, once the vault is unlocked. Signs nothing.
    let again = move || {
        let Some(review) = store.review.get_untracked() else {
            return;
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let Review {
                intent,
                prepared,
                promise,
                ..
            } = review;
            let reviewed = store.reviewed(prepared.unsigned.account, intent, promise).await;
            busy.set(false);
            match reviewed {
                Ok(review) => {
                    failure.set(None);
                    store.show_review(review);
                }
                Err(why) if why.code == ErrorCode::Cancelled => failure.set(Some(locked())),
                Err(why) => failure.set(Some(why)),
            }
        });
    };
    let confirm = Callback::new(move |()| {
        let Some(review) = store.review.get_untracked() else {
            return;
        };
        if busy.get_untracked() {
            return;
        }
        if !store.is_unlocked_now() {
            return again();
        }
        let is_transfer = matches!(review.intent, Intent::Transfer(_) | Intent::TransferAll(_));
        let approval = review.summary.approval.clone();
        if used.get_value().as_ref() == Some(&approval) {
            return;
        }
        used.set_value(Some(approval));
        busy.set(true);
        spawn_local(async move {
            let sent = match store.clients() {
                Ok(clients) => sending::send(&clients, review).await,
                Err(failure) => Err(failure),
            };
            busy.set(false);
            match sent {
                Ok(_) => {
                    if is_transfer {
                        let keep_alive = store.draft.read_untracked().keep_alive;
                        store.draft.set(Draft {
                            keep_alive,
                            ..Draft::default()
                        });
                    }
                    store.sent.update(|count| *count += 1);
                    close();
                }
                // Its approvals are gone, and nothing was signed.
                Err(why) if why.code == ErrorCode::VaultLocked => again(),
                Err(why) => failure.set(Some(why)),
            }
        });
    });
    view! {
        <Dialog open=is_open on_close=move |()| close() locked=busy title=TITLE testid=test_ids::REVIEW_SHEET>
            {move || {
                store
                    .review
                    .get()
                    .map(|review| {
                        view! {
                            <Facts review=review.clone() />
                            <Decision review busy failure confirm again=Callback::new(move |()| again()) cancel=Callback::new(move |()| close()) />
                        }
                    })
            }}
        </Dialog>
    }
}

fn locked() -> Failure {
    Failure::worded(ErrorCode::VaultLocked, say!(failures.own.locked_meanwhile))
}
