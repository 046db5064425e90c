//! What can be done about a review.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::Failure;

use crate::sending::Review;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::{test_ids, words};

/// What can be done now: sign and send, start over, or leave.
#[component]
pub(super) fn Decision(
    review: Review,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    confirm: Callback<()>,
    again: Callback<()>,
    cancel: Callback<()>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let genesis = store
        .network
        .read_untracked()
        .as_ref()
        .map(|network| network.genesis);
    let objection = match genesis {
        Some(genesis) => review.objection(genesis),
        None => Some(say!(review.objection.closed)),
    };
    let act = words::act(&review.intent);
    let problem = move || match objection {
        Some(objection) => Some(say!(review.objection.so, why = objection)),
        None => failure.read().as_ref().map(words::submit_failure),
    };
    let primary = move || {
        if objection.is_some() {
            return None;
        }
        let failure = failure.get();
        match failure {
            None => {
                let act = act.clone();
                let label = move || {
                    if busy.get() {
                        say!(review.sending).to_owned()
                    } else {
                        act.clone()
                    }
                };
                Some(
                    view! {
                        <button
                            type="button"
                            class="btn btn-primary"
                            data-testid=test_ids::REVIEW_CONFIRM
                            disabled=busy
                            on:click=move |_| confirm.run(())
                        >
                            {label}
                        </button>
                    }
                    .into_any(),
                )
            }
            Some(failure) if words::may_review_again(&failure) => Some(
                view! {
                    <button
                        type="button"
                        class="btn btn-primary"
                        data-testid=test_ids::REVIEW_AGAIN
                        disabled=busy
                        on:click=move |_| again.run(())
                    >
                        {move || if busy.get() { say!(common.preparing) } else { say!(common.review_again) }}
                    </button>
                }
                .into_any(),
            ),
            Some(_) => None,
        }
    };
    let account = review.prepared.unsigned.account;
    let limits = move || {
        failure.read().as_ref().is_some_and(words::is_of_limits).then(|| {
            view! {
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::REVIEW_LIMITS
                    on:click=move |_| {
                        cancel.run(());
                        store.open_sheet(Sheet::Limits(account));
                    }
                >
                    {say!(review.limits)}
                </button>
            }
        })
    };
    view! {
        <div class="sticky -bottom-5 -mb-5 bg-surface pb-5 max-sm:-bottom-4 max-sm:-mb-4 max-sm:pb-4">
            <div class="not-empty:pt-3" role="alert">
                {move || {
                    problem().map(|text| view! { <p class="alert alert-error" data-testid=test_ids::REVIEW_ERROR>{text}</p> })
                }}
            </div>
            <div class="buttons">
                {limits}
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::REVIEW_CANCEL
                    disabled=busy
                    on:click=move |_| cancel.run(())
                >
                    {move || if failure.read().is_some() { say!(common.close) } else { say!(common.cancel) }}
                </button>
                {primary}
            </div>
        </div>
    }
}
