//! What was signed here and what became of it. Kept by the engine, so it outlives the page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_bittensor::intents::{Intent, Transfer, outcome::Achieved};
use taolight_locales::{say, show};
use taolight_primitives::{BlockHash, Level, Rao};
use taolight_protocol::engine::{ForgetTransaction, JournalEntry, TransactionState};

use crate::components::certainty::Certainty;
use crate::components::copy_button::CopyButton;
use crate::components::seen::SeenPanel;
use crate::route::Route;
use crate::store::Store;
use crate::transfer::Draft;
use crate::{csv, format, page, test_ids, words};

const TITLE: &str = "activity-title";

/// How many transactions are shown below a form.
const LATEST: usize = 3;

/// The journal, latest first.
#[component]
pub(crate) fn ActivityPage() -> impl IntoView {
    let store = expect_context::<Store>();
    let is_empty =
        move || store.journal.read().as_ref().is_none_or(Vec::is_empty) && store.activity.read().is_empty();
    let export = move |_| {
        let journal = store.journal.read_untracked();
        let seen = untrack(|| store.elsewhere());
        let table = csv::of_activity(journal.as_deref().unwrap_or_default(), &seen);
        if let Err(failure) = page::download("taolight-activity.csv", table.as_bytes()) {
            store.alert.set(Some(failure));
        }
    };
    view! {
        <Journal title=say!(activity.title) limit=usize::MAX />
        <SeenPanel />
        <div class="buttons -ml-2 justify-start pt-0" hidden=is_empty>
            <button type="button" class="btn btn-ghost btn-sm" data-testid=test_ids::JOURNAL_EXPORT on:click=export>
                {say!(activity.save_csv)}
            </button>
        </div>
    }
}

/// The latest of it, for below a form that adds to it.
#[component]
pub(crate) fn Latest() -> impl IntoView {
    view! { <Journal title=say!(activity.latest) limit=LATEST /> }
}

#[component]
fn Journal(title: &'static str, limit: usize) -> impl IntoView {
    let store = expect_context::<Store>();
    let hashes = Memo::new(move |_| {
        let journal = store.journal.read();
        journal
            .as_deref()
            .unwrap_or_default()
            .iter()
            .map(|entry| entry.hash)
            .collect::<Vec<_>>()
    });
    let shown = move || hashes.get().into_iter().take(limit);
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <div class="panel-head">
                <h2 id=TITLE>{title}</h2>
                <a class="quiet-link" href=Route::Activity.hash() hidden=move || hashes.read().len() <= limit>
                    {say!(activity.all)}
                </a>
            </div>
            <p class="hint mt-2" hidden=move || !hashes.read().is_empty()>
                {say!(activity.empty)}
            </p>
            <ul>
                <For each=shown key=|hash| *hash let:hash>
                    <Entry hash />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Entry(hash: BlockHash) -> impl IntoView {
    let store = expect_context::<Store>();
    let entry = Memo::new(move |_| {
        let journal = store.journal.read();
        journal
            .as_deref()?
            .iter()
            .find(|entry| entry.hash == hash)
            .cloned()
    });
    let state = Memo::new(move |_| entry.read().as_ref().map(|entry| entry.state.clone()));
    let state_name = move || state.read().as_ref().map(words::state_name);
    // What was wanted and signed never changes; only the state does.
    let headline = entry.get_untracked().map(|entry| headline(&entry, store));
    let written_ms = entry.get_untracked().map_or(0, |entry| entry.written_ms);
    view! {
        <li class="entry" data-testid=test_ids::JOURNAL_ENTRY data-hash=hash.to_string() data-state=state_name>
            <div class="panel-head">
                {headline}
                <span class="entry-state">
                    {move || state.get().map(|state| view! { <State state /> })}
                </span>
            </div>
            <p class="max-w-[80ch] text-sm">{move || state.read().as_ref().and_then(words::state_advice)}</p>
            <details>
                <summary class="text-xs">
                    <span title=format::exact_time(written_ms)>
                        {move || format::age(store.now_ms.get(), written_ms)}
                    </span>
                    " · "
                    {say!(activity.details)}
                </summary>
                {move || entry.get().map(|entry| view! { <Details entry /> })}
            </details>
        </li>
    }
}

/// What was wanted, as the head of an entry.
pub(crate) fn headline(entry: &JournalEntry, store: Store) -> AnyView {
    let Intent::Transfer(Transfer {
        destination, amount, ..
    }) = entry.intent
    else {
        return view! { <span class="font-semibold">{words::act(&entry.intent)}</span> }.into_any();
    };
    let name = move || match store.label_of(destination) {
        Some(label) => view! { <span>{label}</span> }.into_any(),
        None => {
            view! { <span class="code font-normal">{format::short_address(destination)}</span> }.into_any()
        }
    };
    view! {
        <span class="font-semibold" title=destination.to_string()>
            {show!(activity.sent_to, amount = words::tao(amount), name = name)}
        </span>
    }
    .into_any()
}

/// How far a transaction is.
#[component]
pub(crate) fn State(state: TransactionState) -> impl IntoView {
    let level = match &state {
        TransactionState::Finalized { .. } => Some(Level::Finalized),
        TransactionState::InBlock { .. } => Some(Level::Best),
        TransactionState::Signed
        | TransactionState::Broadcast { .. }
        | TransactionState::Dropped { .. }
        | TransactionState::Invalid { .. } => None,
    };
    let tone = match &state {
        TransactionState::InBlock { outcome, .. } | TransactionState::Finalized { outcome, .. } => {
            match outcome.achieved() {
                Achieved::Everything if state.is_final() => "text-good",
                Achieved::Everything | Achieved::Waiting => "",
                Achieved::Part { .. } | Achieved::Nothing { .. } => "text-stop",
            }
        }
        TransactionState::Dropped { .. } | TransactionState::Invalid { .. } => "text-stop",
        TransactionState::Signed | TransactionState::Broadcast { .. } => "",
    };
    view! {
        {level.map(|level| view! { <Certainty level /> })}
        <span class=tone>{words::state(&state)}</span>
    }
}

#[component]
fn Details(entry: JournalEntry) -> impl IntoView {
    let store = expect_context::<Store>();
    let JournalEntry {
        hash,
        intent,
        unsigned,
        state,
        ..
    } = entry;
    let transfer = match intent {
        Intent::Transfer(transfer) => Some(transfer),
        _ => None,
    };
    let (block, fee) = block_and_fee(&state);
    let forget = move |_| {
        spawn_local(async move {
            let forgotten = match store.clients() {
                Ok(clients) => clients.engine.call(ForgetTransaction { hash }).await,
                Err(failure) => Err(failure),
            };
            if let Err(failure) = forgotten {
                store.alert.set(Some(failure));
            }
        });
    };
    let fill_in = move |transfer: &Transfer| {
        store.draft.set(Draft {
            destination: transfer.destination.to_string(),
            amount: format::amount(transfer.amount),
            keep_alive: transfer.keep_alive,
            everything: false,
        });
        store.go(Route::Send);
    };
    let again = transfer.clone().filter(|_| words::did_not_happen(&state));
    view! {
        <dl class="rows stacked">
            <dt>{say!(activity.transaction)}</dt>
            <dd>
                <span class="code">{hash.to_string()}</span>
                <CopyButton text=hash.to_string() about=say!(common.copy_transaction_hash) />
            </dd>
            {transfer
                .map(|transfer| {
                    view! {
                        <dt>{say!(common.to)}</dt>
                        <dd class="code">{transfer.destination.to_string()}</dd>
                    }
                })}
            <dt>{say!(common.from)}</dt>
            <dd class="code">{unsigned.account.to_string()}</dd>
            {block
                .map(|block| {
                    view! {
                        <dt>{say!(common.block)}</dt>
                        <dd>
                            {format::block(block.number)} " "
                            <span class="code">{block.hash.to_string()}</span>
                        </dd>
                    }
                })}
            {fee
                .map(|fee| {
                    view! {
                        <dt>{say!(activity.fee_paid)}</dt>
                        <dd>{words::tao(fee)}</dd>
                    }
                })}
        </dl>
        <div class="buttons -ml-2 justify-start pt-1">
            {again
                .map(|transfer| {
                    let fill_in = move |_| fill_in(&transfer);
                    view! {
                        <button type="button" class="btn btn-ghost btn-sm" data-testid=test_ids::JOURNAL_AGAIN on:click=fill_in>
                            {say!(activity.fill_in_again)}
                        </button>
                    }
                })}
            {state
                .is_final()
                .then(|| {
                    view! {
                        <button type="button" class="btn btn-ghost btn-sm" data-testid=test_ids::JOURNAL_FORGET on:click=forget>
                            {say!(activity.remove)}
                        </button>
                    }
                })}
        </div>
    }
}

fn block_and_fee(state: &TransactionState) -> (Option<taolight_primitives::BlockRef>, Option<Rao>) {
    match state {
        TransactionState::InBlock { block, outcome } | TransactionState::Finalized { block, outcome } => {
            (Some(*block), outcome.fee)
        }
        TransactionState::Signed
        | TransactionState::Broadcast { .. }
        | TransactionState::Dropped { .. }
        | TransactionState::Invalid { .. } => (None, None),
    }
}
