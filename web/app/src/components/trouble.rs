//! What went wrong with an attempt, and how long to wait for the next.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};

use crate::attempt::Attempt;
use crate::components::field_error::FieldError;
use crate::store::Store;
use crate::{test_ids, words};

/// The failure in words, read out once; the seconds run beside it unheard.
#[component]
pub(crate) fn Trouble(
    /// Id for `aria-describedby`, and name for tests.
    id: &'static str,
    /// Whose failure.
    attempt: Attempt,
    /// Says what went wrong.
    #[prop(default = words::failure)]
    say: fn(&Failure) -> String,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let seconds = Memo::new(move |_| attempt.seconds_left(store.now_ms.get()));
    let waits = Memo::new(move |_| seconds.get() > 0);
    let error = Signal::derive(move || {
        attempt.failure().map(|failure| match failure.code {
            ErrorCode::TooManyAttempts if waits.get() => say!(failures.attempts.wait).to_owned(),
            ErrorCode::TooManyAttempts => say!(failures.attempts.again).to_owned(),
            ErrorCode::AttemptsLost if waits.get() => say!(vault.attempts_lost).to_owned(),
            ErrorCode::AttemptsLost => say!(vault.attempts_lost_again).to_owned(),
            _ => say(&failure),
        })
    });
    view! {
        <FieldError id error />
        {move || {
            waits
                .get()
                .then(|| {
                    view! {
                        <p
                            class="hint"
                            role="timer"
                            data-testid=test_ids::PASSWORD_WAIT
                            data-seconds=move || seconds.get()
                        >
                            {move || say!(failures.attempts.seconds, seconds = seconds.get())}
                        </p>
                    }
                })
        }}
    }
}
