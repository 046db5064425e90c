//! The three true steps of a start, with their numbers.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::engine::Phase;

use crate::store::Store;
use crate::{format, test_ids, words};

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Waiting,
    Going,
    Done,
}

impl Progress {
    fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Going => "going",
            Self::Done => "done",
        }
    }
}

/// Peers, proof, account. Gone once the balance is read.
#[component]
pub(crate) fn FirstRun() -> impl IntoView {
    let store = expect_context::<Store>();
    let done = Memo::new(move |_| store.balance.read().is_some());

    let peers = move || match store.lifecycle.read().peers {
        0 if store.network.read().is_none() => {
            (Progress::Waiting, say!(shell.first_run.find_peers).to_owned())
        }
        0 => (Progress::Going, say!(shell.first_run.finding_peers).to_owned()),
        1 => (Progress::Done, say!(shell.first_run.found_one, count = 1)),
        peers => {
            let count = format::number(peers);
            (Progress::Done, say!(shell.first_run.found_many, count = count))
        }
    };
    let proof = move || {
        let phase = store.lifecycle.read().phase;
        let network = store.network.read();
        let checkpoint = network.as_ref().and_then(|network| network.checkpoint.as_ref());
        match phase {
            Phase::Ready => {
                let heads = store.heads.read();
                let number = heads.finalized.map_or(0, |head| head.block.number);
                let (proven, _) = words::progress(number, number, checkpoint);
                let text = match proven {
                    1 => say!(shell.first_run.proved_one, count = 1),
                    _ => say!(shell.first_run.proved_many, count = format::number(proven)),
                };
                (Progress::Done, text)
            }
            Phase::Syncing { .. } => (Progress::Going, words::phase(phase, checkpoint)),
            _ => (Progress::Waiting, say!(shell.first_run.prove).to_owned()),
        }
    };
    let account = move || {
        let has_account = store.chosen.get().is_some();
        match (has_account, store.is_ready()) {
            (true, true) if store.balance.read().is_some() => {
                (Progress::Done, say!(shell.first_run.was_read).to_owned())
            }
            (true, true) => (Progress::Going, say!(shell.first_run.reading).to_owned()),
            (true, false) => (Progress::Waiting, say!(shell.first_run.read).to_owned()),
            (false, _) => (Progress::Waiting, say!(shell.first_run.read_added).to_owned()),
        }
    };

    move || {
        (!done.get()).then(|| {
            view! {
                <ol class="grid gap-x-6 gap-y-2 rounded-box border border-line p-4 text-sm tabular-nums md:grid-cols-[repeat(3,auto)] md:px-6" aria-label=say!(shell.first_run.label) data-testid=test_ids::FIRST_RUN>
                    <Step step=Signal::derive(peers) />
                    <Step step=Signal::derive(proof) />
                    <Step step=Signal::derive(account) />
                </ol>
            }
        })
    }
}

#[component]
fn Step(step: Signal<(Progress, String)>) -> impl IntoView {
    view! {
        <li class="step" data-progress=move || step.read().0.name()>
            {move || step.get().1}
            <span class="sr-only">
                {move || match step.read().0 {
                    Progress::Waiting => say!(shell.first_run.waiting),
                    Progress::Going => say!(shell.first_run.going),
                    Progress::Done => say!(shell.first_run.done),
                }}
            </span>
        </li>
    }
}
