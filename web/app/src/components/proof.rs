//! How sure what a panel shows is: of which block, how well proven, whether that is old by now, or why it is missing.

use leptos::prelude::*;
use taolight_locales::{say, show};

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
                <span class="text-care" title=format::exact_time(head.time_ms)>
                    {move || say!(chain.not_up_to_date, age = format::age(store.now_ms.get(), head.time_ms))}
                </span>
            }
        })
    };
    let pending = move || {
        if store.is_ready() {
            say!(chain.reading)
        } else {
            say!(chain.read_later)
        }
    };
    let line = move || {
        if is_known.get() {
            let block =
                move || view! { <span class="number">{move || reading.block().map(format::block)}</span> };
            let mark = move || view! { <Certainty level spelled=true /> };
            view! {
                {show!(chain.proven_at, block = block, level = mark)}
                " "
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
            class="hint mt-2"
            data-testid=testid
            data-block=move || reading.block()
            data-level=move || is_known.get().then(|| words::level_name(reading.level()))
        >
            {line}
        </p>
        <div role="status">{failure}</div>
    }
}
