//! The strip on top: which network, how far the light client is, and how sure.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::Level;
use taolight_protocol::engine::{CheckpointInfo, Head, NetworkInfo, NetworkSource, NetworkState, Phase};

use crate::components::certainty::Certainty;
use crate::components::network_sheet::NetworkSheet;
use crate::components::vault::lock_button::LockButton;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::{format, test_ids, words};

/// The network whose TAO is worth money. Every other one is shown loudly, and so is this one where a file of somebody's own
/// says what to start from.
const FINNEY: &str = "finney";

/// Network, lifecycle, heads, peers, checkpoint; the lock and the settings.
#[component]
pub(crate) fn StatusStrip() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <header class="sticky top-0 z-1 border-b border-line bg-paper max-sm:contents">
            <div class="strip-row z-1 py-2 max-sm:sticky max-sm:top-0 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-2 max-sm:bg-paper">
                <h1 class="font-semibold">"Taolight"</h1>
                <NetworkButton on_click=move || store.choosing_network.set(true) />
                <LifecycleText />
                <div class="-mr-2 ml-auto flex items-center gap-1">
                    <LockButton />
                    <SettingsButton />
                </div>
            </div>
            <div class="strip-row gap-x-6 pb-2 text-sm text-muted max-sm:border-b max-sm:border-line" class:stale=move || store.stale_head().is_some()>
                <HeadFact
                    level=Level::Finalized
                    head=Signal::derive(move || store.heads.read().finalized)
                    with_age=true
                    testid=test_ids::FINALIZED_NUMBER
                />
                <HeadFact
                    level=Level::Best
                    head=Signal::derive(move || store.heads.read().best)
                    with_age=false
                    testid=test_ids::BEST_NUMBER
                />
                <span class="whitespace-nowrap" data-testid=test_ids::PEERS data-count=move || store.lifecycle.read().peers>
                    {move || match store.lifecycle.read().peers {
                        1 => say!(shell.peers_one, count = 1),
                        peers => say!(shell.peers_many, count = format::number(peers)),
                    }}
                </span>
                {move || checkpoint(&store.network.read()).map(|checkpoint| view! { <CheckpointFact checkpoint /> })}
            </div>
        </header>
        <NetworkSheet open=store.choosing_network />
    }
}

fn checkpoint(network: &Option<NetworkInfo>) -> Option<CheckpointInfo> {
    network.as_ref()?.checkpoint.clone()
}

#[component]
fn NetworkButton(on_click: impl Fn() + 'static) -> impl IntoView {
    let store = expect_context::<Store>();
    let id = move || store.network.read().as_ref().map(|network| network.id.clone());
    let name = move || {
        let network = store.network.read();
        network.as_ref().map_or_else(
            || say!(shell.no_network).to_owned(),
            |network| network.name.clone(),
        )
    };
    let loud = Memo::new(move |_| {
        let genesis = store.network.read().as_ref()?.genesis;
        let finney = store
            .networks
            .read()
            .iter()
            .find(|known| known.id == FINNEY)
            .map(|known| known.genesis);
        match store.has_open(&NetworkSource::Known {
            id: FINNEY.to_owned(),
        }) {
            true => None,
            false if finney == Some(genesis) => Some(say!(shell.not_shipped)),
            false => Some(say!(shell.not_finney)),
        }
    });
    view! {
        <button
            type="button"
            class="btn btn-sm max-w-full px-3 max-sm:order-1 max-sm:justify-self-start max-sm:px-2"
            class:btn-warning=move || loud.read().is_some()
            aria-haspopup="dialog"
            data-testid=test_ids::NETWORK_CHOOSE
            on:click=move |_| on_click()
        >
            <span class="sr-only">{say!(shell.network)}</span>
            <span class="truncate" data-testid=test_ids::NETWORK_NAME data-network=id>
                {name}
            </span>
            <span class="truncate font-normal" hidden=move || loud.read().is_none()>
                {loud}
            </span>
            <span aria-hidden="true">"▾"</span>
        </button>
    }
}

#[component]
fn LifecycleText() -> impl IntoView {
    let store = expect_context::<Store>();
    let phase = Memo::new(move |_| store.lifecycle.read().phase);
    let text = move || {
        if let NetworkState::Elsewhere { .. } = *store.network_state.read() {
            return words::not_here().to_owned();
        }
        if store.network.read().is_none() && store.alert.read().is_none() {
            return say!(shell.starting).to_owned();
        }
        words::phase(phase.get(), checkpoint(&store.network.read()).as_ref())
    };
    // Numbers that run would make a screen reader talk without end, so it only hears when the phase changes.
    let announced = Memo::new(move |_| match phase.get() {
        Phase::Syncing { .. } => say!(shell.proving).to_owned(),
        phase => words::phase(phase, None),
    });
    let progress = move || match phase.get() {
        Phase::Syncing { at, target } => {
            let (proven, all) = words::progress(at, target, checkpoint(&store.network.read()).as_ref());
            Some(
                view! { <progress class="progress progress-primary h-1 max-w-50" max=all.max(1) value=proven aria-label=say!(shell.proven) /> },
            )
        }
        _ => None,
    };
    view! {
        <div class="lifecycle max-sm:order-2" data-testid=test_ids::LIFECYCLE data-phase=move || words::phase_name(phase.get())>
            <span class="whitespace-nowrap">{text}</span>
            {progress}
            <span class="sr-only" role="status">
                {announced}
            </span>
        </div>
    }
}

#[component]
fn HeadFact(level: Level, head: Signal<Option<Head>>, with_age: bool, testid: &'static str) -> impl IntoView {
    let store = expect_context::<Store>();
    move || {
        head.get().map(|head| {
            let age = with_age.then(|| {
                view! {
                    <span class="whitespace-nowrap tabular-nums" title=format::exact_time(head.time_ms)>
                        " · "
                        {move || format::age(store.now_ms.get(), head.time_ms)}
                    </span>
                }
            });
            view! {
                <span class="whitespace-nowrap" data-testid=testid data-number=head.block.number>
                    <Certainty level spelled=true />
                    " "
                    <span class="number text-ink">{format::block(head.block.number)}</span>
                    {age}
                </span>
            }
        })
    }
}

#[component]
fn CheckpointFact(checkpoint: CheckpointInfo) -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <span
            class="tipped whitespace-nowrap"
            role="note"
            tabindex="0"
            data-testid=test_ids::CHECKPOINT
            data-number=checkpoint.block.number
        >
            {say!(network.trusted_checkpoint)}
            " "
            <span class="number text-ink">{format::block(checkpoint.block.number)}</span>
            <span class="whitespace-nowrap tabular-nums" title=format::exact_time(checkpoint.time_ms)>
                " · "
                {move || format::age(store.now_ms.get(), checkpoint.time_ms)}
            </span>
            <span class="tip right-auto left-0">
                {say!(shell.checkpoint_hint)}
            </span>
        </span>
    }
}

#[component]
fn SettingsButton() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <button
            type="button"
            class="btn btn-ghost btn-sm"
            data-testid=test_ids::SETTINGS_OPEN
            aria-haspopup="dialog"
            on:click=move |_| store.open_sheet(Sheet::Settings)
        >
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                <path d=SLIDERS />
            </svg>
            <span class="max-sm:sr-only">{say!(settings.title)}</span>
        </button>
    }
}

const SLIDERS: &str = "M1 4h7v1.5H1zM12 4h3v1.5h-3zM9 2.5h2V7H9zM1 10.5h3V12H1zM8 10.5h7V12H8zM5 9h2v4.5H5z";
