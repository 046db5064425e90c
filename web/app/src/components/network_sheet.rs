//! Choosing a network: a known one, one that was brought before, or one from a file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::engine::{Availability, NetworkInfo, NetworkSource};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

use crate::components::dialog::Dialog;
use crate::components::field_error::FieldError;
use crate::own_networks::OwnNetwork;
use crate::store::Store;
use crate::{format, test_ids, transfer::sentence, words};

const TITLE: &str = "network-title";

/// The known networks with what speaks against each, those that were brought, and a place for a file.
#[component]
pub(crate) fn NetworkSheet(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let choose = Callback::new(move |source: NetworkSource| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            match store.open(source).await {
                Ok(()) => open.set(false),
                Err(why) => failure.set(Some(why)),
            }
            busy.set(false);
        });
    });
    Effect::new(move |_| {
        if open.get() {
            spawn_local(async move {
                if let Err(why) = store.list_own_networks().await {
                    failure.set(Some(why));
                }
            });
        }
    });
    view! {
        <Dialog open on_close=move |()| open.set(false) title=TITLE testid=test_ids::NETWORK_SHEET>
            <h2 id=TITLE>{say!(network.title)}</h2>
            <ul class="mt-2">
                {move || {
                    let known = store.networks.get().into_iter();
                    known.map(|network| view! { <KnownNetwork network choose busy /> }).collect_view()
                }}
            </ul>
            <OwnNetworks choose busy />
            <div class="not-empty:pt-2" role="alert">
                {move || failure.get().map(|failure| view! { <p class="field-error">{words::failure(&failure)}</p> })}
            </div>
            <OpenNetworkFacts />
            <BringNetwork open busy />
            <div class="buttons">
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::NETWORK_CLOSE
                    on:click=move |_| open.set(false)
                >
                    {say!(common.close)}
                </button>
            </div>
        </Dialog>
    }
}

#[component]
fn KnownNetwork(
    network: NetworkInfo,
    choose: Callback<NetworkSource>,
    busy: RwSignal<bool>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let (reason, available) = match network.availability {
        Availability::Available => (None, true),
        Availability::Unavailable { reason } => (Some(sentence(reason)), false),
    };
    let checkpoint = network.checkpoint;
    let about = Signal::derive(move || match (&reason, &checkpoint) {
        (Some(reason), _) => reason.clone(),
        (None, Some(checkpoint)) => say!(
            network.starts_at_checkpoint,
            block = format::block(checkpoint.block.number),
            age = format::age(store.now_ms.get(), checkpoint.time_ms)
        ),
        (None, None) => say!(network.starts_at_first_block).to_owned(),
    });
    let source = NetworkSource::Known {
        id: network.id.clone(),
    };
    view! {
        <li>
            <NetworkOption id=network.id name=network.name source about available choose busy />
        </li>
    }
}

/// Those that were brought, each to be opened again or forgotten.
#[component]
fn OwnNetworks(choose: Callback<NetworkSource>, busy: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let own = move |OwnNetwork { info, file }: OwnNetwork| {
        let genesis = info.genesis;
        let checkpoint = info.checkpoint;
        let about = Signal::derive(move || match &checkpoint {
            Some(checkpoint) => say!(
                network.starts_at_own_checkpoint,
                block = format::block(checkpoint.block.number),
                age = format::age(store.now_ms.get(), checkpoint.time_ms)
            ),
            None => say!(network.starts_at_first_block).to_owned(),
        });
        let source = NetworkSource::Text { text: file };
        let forget = say!(network.forget_one, name = info.name.as_str());
        view! {
            <li class="flex items-start gap-2">
                <NetworkOption id=info.id name=info.name source about available=true choose busy />
                <button
                    type="button"
                    class="btn btn-ghost btn-sm mt-1.5"
                    aria-label=forget
                    data-testid=test_ids::NETWORK_FORGET
                    data-genesis=genesis.to_string()
                    on:click=move |_| store.forget_network(genesis)
                >
                    {say!(network.forget)}
                </button>
            </li>
        }
    };
    view! {
        <section class="part" hidden=move || store.own_networks.read().is_empty()>
            <h3>{say!(network.brought)}</h3>
            <ul>{move || store.own_networks.get().into_iter().map(own).collect_view()}</ul>
        </section>
    }
}

#[component]
fn NetworkOption(
    id: String,
    name: String,
    source: NetworkSource,
    about: Signal<String>,
    available: bool,
    choose: Callback<NetworkSource>,
    busy: RwSignal<bool>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let is_open = {
        let source = source.clone();
        Memo::new(move |_| store.has_open(&source))
    };
    view! {
        <button
            type="button"
            class="option"
            data-testid=test_ids::NETWORK_OPTION
            data-network=id
            disabled=move || !available || busy.get()
            aria-current=move || is_open.get().then_some("true")
            on:click=move |_| choose.run(source.clone())
        >
            <span class="option-name">{name}</span>
            <span class="hint">{move || if is_open.get() { say!(network.is_open) } else { "" }}</span>
            <span class="option-about">{about}</span>
        </button>
    }
}

/// What the open network really is.
#[component]
fn OpenNetworkFacts() -> impl IntoView {
    let store = expect_context::<Store>();
    move || {
        store.network.get().map(|network| {
            view! {
                <details class="pt-1">
                    <summary>{say!(network.about, name = network.name)}</summary>
                    <dl class="rows stacked">
                        <dt>{say!(network.genesis)}</dt>
                        <dd class="code">{network.genesis.to_string()}</dd>
                        {network
                            .checkpoint
                            .map(|checkpoint| {
                                let block = format::block(checkpoint.block.number);
                                let time = format::exact_time(checkpoint.time_ms);
                                view! {
                                    <dt>{say!(network.trusted_checkpoint)}</dt>
                                    <dd>
                                        {say!(network.block_of, block = block, time = time)}
                                        <span class="code">{checkpoint.block.hash.to_string()}</span>
                                    </dd>
                                }
                            })}
                        <dt>{say!(network.peers_now)}</dt>
                        <dd data-testid=test_ids::NETWORK_PEERS>
                            {move || format::number(store.lifecycle.read().peers)}
                        </dd>
                        <dt>{say!(network.first_peers)}</dt>
                        <dd>
                            {network
                                .bootnodes
                                .into_iter()
                                .map(|address| view! { <span class="code">{address}</span> })
                                .collect_view()}
                        </dd>
                    </dl>
                </details>
            }
        })
    }
}

#[component]
fn BringNetwork(open: RwSignal<bool>, busy: RwSignal<bool>) -> impl IntoView {
    let store = expect_context::<Store>();
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let over = RwSignal::new(false);
    let picker = NodeRef::<html::Input>::new();

    let read = move |file: File| {
        spawn_local(async move {
            match JsFuture::from(file.text())
                .await
                .ok()
                .and_then(|text| text.as_string())
            {
                Some(read) => {
                    text.set(read);
                    error.set(None);
                }
                None => error.set(Some(say!(network.unreadable).to_owned())),
            }
        });
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let file = event
            .data_transfer()
            .and_then(|data| data.files())
            .and_then(|files| files.get(0));
        if let Some(file) = file {
            read(file);
        }
    };
    let picked = move |_| {
        let file = picker
            .get_untracked()
            .and_then(|input| input.files())
            .and_then(|files| files.get(0));
        if let Some(file) = file {
            read(file);
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        if text.read_untracked().trim().is_empty() {
            error.set(Some(say!(network.nothing_typed).to_owned()));
            return;
        }
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match store.open_text(text.get_untracked()).await {
                Ok(()) => {
                    text.set(String::new());
                    open.set(false);
                }
                Err(failure) => error.set(Some(spec_failure(&failure))),
            }
            busy.set(false);
        });
    };
    view! {
        <form class="part" on:submit=submit>
            <h3>{say!(network.own)}</h3>
            <label class="field-label" for="network-text">{say!(network.text)}</label>
            <p class="hint" id="network-text-hint">
                {say!(network.text_hint)}
            </p>
            <textarea
                id="network-text"
                class="textarea code mt-2"
                class:over=move || over.get()
                rows="5"
                autocomplete="off"
                spellcheck="false"
                data-testid=test_ids::NETWORK_CUSTOM_TEXT
                aria-describedby=format!("network-text-hint {}", test_ids::NETWORK_CUSTOM_ERROR)
                aria-invalid=move || error.read().is_some().then_some("true")
                prop:value=move || text.get()
                on:input:target=move |event| text.set(event.target().value())
                on:dragover=move |event: DragEvent| {
                    event.prevent_default();
                    over.set(true);
                }
                on:dragleave=move |_| over.set(false)
                on:drop=dropped
            ></textarea>
            <FieldError id=test_ids::NETWORK_CUSTOM_ERROR error />
            <div class="buttons">
                <label class="btn file">
                    {say!(network.choose_file)}
                    <input type="file" accept=".json,application/json" node_ref=picker on:change=picked />
                </label>
                <button type="submit" class="btn" data-testid=test_ids::NETWORK_CUSTOM_OPEN disabled=busy>
                    {move || if busy.get() { say!(common.opening) } else { say!(network.open) }}
                </button>
            </div>
        </form>
    }
}

/// What is wrong with a spec, with the field that is meant.
fn spec_failure(failure: &Failure) -> String {
    let text = words::failure(failure);
    match (&failure.data, failure.code) {
        (Some(field), ErrorCode::MalformedSpec) if !text.contains(field.as_str()) => {
            say!(network.wrong_field, field = field.as_str(), why = text)
        }
        _ => text,
    }
}
