//! How sure what a panel shows is: of which block, how well proven, whether that is old by now, or why it is missing.

use leptos::prelude::*;

use crate::components::certainty::Certainty;
use crate::reading::Reading;
use crate::store::Store;
use crate::{format, words};

/// One line below what was read.
#[component]
pub(crate) fn Proof<T: Clone + Send + Sync + 'static>(
    /// What was read.
    reading: Reading<T>,
    /// Name for tests.
    testid: &'static str,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let is_known = Memo::new(move |_| reading.is_known());
    let level = Signal::derive(move || reading.level());
    let since = move || {
        store.stale_head().map(|head| {
            view! {
                <span class="since" title=format::exact_time(head.time_ms)>
                    "Not up to date: last proven "
                    {move || format::age(store.now_ms.get(), head.time_ms)}
                    "."
                </span>
            }
        })
    };
    let pending = move || {
        if store.is_ready() {
            "Reading it from the chain, with its proof."
        } else {
            "It is read as soon as the chain is proven."
        }
    };
    let line = move || {
        if is_known.get() {
            view! {
                "Proven at block "
                <span class="number">{move || reading.block().map(format::block)}</span>
                ", "
                <Certainty level spelled=true />
                ". "
                {since}
            }
            .into_any()
        } else {
            pending.into_any()
        }
    };
    let failure = move || {
        let failure = reading.failure();
        failure.map(|failure| view! { <p class="field-error">{words::failure(&failure)}</p> })
    };
    view! {
        <p
            class="hint proof"
            data-testid=testid
            data-block=move || reading.block()
            data-level=move || is_known.get().then(|| words::level_name(reading.level()))
        >
            {line}
        </p>
        <div role="status">{failure}</div>
    }
}
