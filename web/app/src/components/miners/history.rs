//! What was asked of this network's miners from this device.

use leptos::prelude::*;
use taolight_locales::{say, show};

use crate::miners::{Desk, Entry, name};
use crate::store::Store;
use crate::{format, test_ids};

const TITLE: &str = "miners-history-title";

/// The questions, latest first; nothing while there is none.
#[component]
pub(super) fn History(desk: Desk) -> impl IntoView {
    let is_empty = Memo::new(move |_| desk.history.read().is_empty());
    view! {
        <section class="panel" aria-labelledby=TITLE hidden=is_empty>
            <div class="panel-head">
                <h2 id=TITLE>{say!(miners.history.title)}</h2>
                <button type="button" class="btn btn-ghost btn-sm -my-1 -mr-2" data-testid=test_ids::MINERS_FORGET on:click=move |_| desk.forget()>
                    {say!(miners.history.forget_all)}
                </button>
            </div>
            <p class="hint mt-2">{say!(miners.history.about)}</p>
            <ul>
                {move || desk.history.get().into_iter().map(|entry| view! { <Question desk entry /> }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Question(desk: Desk, entry: Entry) -> impl IntoView {
    let store = expect_context::<Store>();
    let at_ms = entry.at_ms;
    let asked = entry.clone();
    let can_ask = Memo::new(move |_| desk.form_again(&asked).is_some());
    let asked = entry.clone();
    let again = move || {
        let asked = asked.clone();
        can_ask.get().then(|| {
            view! {
                <button
                    type="button"
                    class="btn btn-ghost btn-sm -ml-2"
                    data-testid=test_ids::MINERS_QUERY_AGAIN
                    on:click=move |_| desk.fill_again(&asked)
                >
                    {say!(miners.answers.again)}
                </button>
            }
        })
    };
    // In the language of now, where the question is known.
    let called = entry.question.as_ref().map_or(entry.name, name);
    let age = move || {
        view! { <span title=format::exact_time(at_ms)>{move || format::age(store.now_ms.get(), at_ms)}</span> }
    };
    let answered = show!(
        miners.history.answered,
        answered = entry.answered,
        asked = entry.asked,
        age = age
    );
    view! {
        <li class="entry" data-testid=test_ids::MINERS_QUERY data-answered=entry.answered.to_string()>
            <div class="panel-head">
                <span class="font-semibold">{say!(miners.history.on_subnet, name = called, number = entry.netuid)}</span>
                <span class="hint">{answered}</span>
            </div>
            {entry.content.map(|content| view! { <p class="code text-muted">{content}</p> })}
            {again}
        </li>
    }
}
