//! The form of one act: its fields, in whose name it is done, and what it does before it is reviewed.

use leptos::prelude::*;
use taolight_bittensor::intents::Intent;
use taolight_locales::say;
use taolight_primitives::{AccountId, NetUid};

use crate::acts::{Act, Acting, Problems, Typed, intent};
use crate::components::activity::Latest;
use crate::components::acts::acting::{ActingFields, TypedActing};
use crate::components::acts::field::ActField;
use crate::components::payer::Payer;
use crate::components::submission::{Submission, SubmissionButtons};
use crate::route::Route;
use crate::store::Store;
use crate::{test_ids, words};

const TITLE: &str = "act-title";
const EFFECTS_TITLE: &str = "act-effects-title";

/// The form of the act that the address names.
#[component]
pub(crate) fn ActPage() -> impl IntoView {
    let store = expect_context::<Store>();
    let route = Memo::new(move |_| store.route.get());
    store.use_subnet_names();
    view! {
        <p>
            <a class="quiet-link" href=Route::Acts.hash()>{say!(acts.all)}</a>
        </p>
        {move || match route.get() {
            Route::Act { act, netuid, hotkey } => Some(view! { <ActForm act start=filled(act, netuid, hotkey) /> }),
            _ => None,
        }}
    }
}

/// Fills in what the address names, each in the first field that can hold it.
fn filled(act: &'static Act, netuid: Option<NetUid>, hotkey: Option<AccountId>) -> Typed {
    let given = [
        (act.subnet(), netuid.map(|netuid| netuid.to_string())),
        (act.hotkey(), hotkey.map(|hotkey| hotkey.to_string())),
    ];
    let given = given.into_iter();
    given
        .filter_map(|(field, text)| Some((field?.name, text?)))
        .collect()
}

#[component]
fn ActForm(act: &'static Act, start: Typed) -> impl IntoView {
    let store = expect_context::<Store>();
    let typed = RwSignal::new(start.clone());
    let acting = TypedActing::new();
    let submission = Submission::new();
    // What is missing is not told before the first try.
    let tried = RwSignal::new(false);
    let made = Memo::new(move |_| intent(act, &typed.read()));
    let problems = Memo::new(move |_| {
        let wrong = made.get().err().unwrap_or_default();
        let is_told = |name: &&'static str| {
            tried.get()
                || typed
                    .read()
                    .get(*name)
                    .is_some_and(|text| !text.trim().is_empty())
        };
        wrong
            .into_iter()
            .filter(|(name, _)| is_told(name))
            .collect::<Problems>()
    });
    Effect::new(move |_| {
        typed.track();
        acting.track();
        submission.clear();
    });
    Effect::new(move |before: Option<u32>| {
        let sent = store.sent.get();
        if before.is_some_and(|before| before != sent) {
            typed.set(start.clone());
            tried.set(false);
        }
        sent
    });
    let subnet = Signal::derive(move || {
        let field = act.subnet()?;
        typed.read().get(field.name)?.parse().ok().map(NetUid)
    });
    if act.hotkey().is_some() {
        store.use_validators(subnet);
    }

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if submission.is_busy() {
            return;
        }
        submission.clear();
        tried.set(true);
        let (inner, acting) = match (made.get_untracked(), acting.get_untracked()) {
            (Ok(inner), Ok(acting)) => (inner, acting),
            (Err(_), _) => return submission.refuse(say!(acts.incomplete)),
            (Ok(_), Err(problem)) => return submission.refuse(problem),
        };
        let Some(from) = submission.signer(store) else {
            return;
        };
        submission.review(store, from, None, async move {
            acting.wrap(&store.clients()?, from, inner).await
        });
    };
    let fields = act
        .fields
        .iter()
        .map(|field| view! { <ActField field typed problems /> })
        .collect_view();
    view! {
        <form class="columns" on:submit=submit autocomplete="off" novalidate data-testid=test_ids::ACT_FORM data-act=act.kind>
            <section class="panel" aria-labelledby=TITLE>
                <h2 id=TITLE>{(act.title)()}</h2>
                <p class="hint">{(act.about)()}</p>
                <Payer />
                {fields}
                <ActingFields acting />
            </section>
            <section class="panel" aria-labelledby=EFFECTS_TITLE>
                <h2 id=EFFECTS_TITLE>{say!(acts.what_it_does)}</h2>
                <Effects made acting />
                <SubmissionButtons
                    submission
                    testid=test_ids::ACT_REVIEW
                    error_id=test_ids::ACT_ERROR
                    limits_id=test_ids::ACT_LIMITS
                />
                <p class="hint mt-1">{say!(acts.fee_later)}</p>
            </section>
        </form>
        <Latest />
    }
}

/// What changes if it succeeds.
#[component]
fn Effects(made: Memo<Result<Intent, Problems>>, acting: TypedActing) -> impl IntoView {
    let store = expect_context::<Store>();
    let lines = Memo::new(move |_| {
        let intent = made.get().ok()?;
        let account = acting
            .get()
            .unwrap_or(Acting::Itself)
            .account(store.chosen.get()?);
        Some(words::effects(&intent.effects(account)))
    });
    let shown = move || match lines.get() {
        None => view! { <p class="hint">{say!(acts.not_told_yet)}</p> }.into_any(),
        Some(lines) => {
            let lines = lines
                .into_iter()
                .map(|line| view! { <li>{line}</li> })
                .collect_view();
            view! { <ul class="pb-3 text-sm" data-testid=test_ids::ACT_EFFECTS>{lines}</ul> }.into_any()
        }
    };
    view! { <div aria-live="polite">{shown}</div> }
}
