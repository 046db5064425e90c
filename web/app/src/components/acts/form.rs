//! The form of one act: its fields, in whose name it is done, and what it does before it is reviewed.

use leptos::prelude::*;
use taolight_bittensor::intents::Intent;
use taolight_primitives::NetUid;

use crate::acts::{Act, Acting, Of, Problems, Typed, intent};
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
        <p class="back">
            <a href=Route::Acts.hash()>"‹ All actions"</a>
        </p>
        {move || match route.get() {
            Route::Act { act, netuid, hotkey } => {
                let given = [
                    (Of::Subnet, netuid.map(|netuid| netuid.to_string())),
                    (Of::Hotkey, hotkey.map(|hotkey| hotkey.to_string())),
                ];
                Some(view! { <ActForm act given=given.into_iter().filter_map(|(of, text)| Some((of, text?))).collect() /> })
            }
            _ => None,
        }}
    }
}

/// Fills in what the address names, each in the first field that can hold it.
fn filled(act: &'static Act, given: Vec<(Of, String)>) -> Typed {
    let mut typed = Typed::new();
    for (of, text) in given {
        if let Some(field) = act.fields.iter().find(|field| field.of == of) {
            typed.insert(field.name, text);
        }
    }
    typed
}

#[component]
fn ActForm(act: &'static Act, given: Vec<(Of, String)>) -> impl IntoView {
    let store = expect_context::<Store>();
    let start = filled(act, given);
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
        let field = act.fields.iter().find(|field| field.of == Of::Subnet)?;
        typed.read().get(field.name)?.parse().ok().map(NetUid)
    });
    if act.fields.iter().any(|field| field.of == Of::Hotkey) {
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
            (Err(_), _) => return submission.refuse("Something is missing or wrong: see the fields."),
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
            <section class="panel fields" aria-labelledby=TITLE>
                <h2 id=TITLE>{act.title}</h2>
                <p class="hint">{act.about}</p>
                <Payer />
                {fields}
                <ActingFields acting />
            </section>
            <section class="panel" aria-labelledby=EFFECTS_TITLE>
                <h2 id=EFFECTS_TITLE>"What it does"</h2>
                <Effects made acting />
                <SubmissionButtons
                    submission
                    testid=test_ids::ACT_REVIEW
                    error_id=test_ids::ACT_ERROR
                    limits_id=test_ids::ACT_LIMITS
                />
                <p class="hint">"The network's fee is shown in the review. Nothing is signed before that."</p>
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
        None => view! { <p class="hint">"It is told here as soon as the form is filled in."</p> }.into_any(),
        Some(lines) => {
            let lines = lines
                .into_iter()
                .map(|line| view! { <li>{line}</li> })
                .collect_view();
            view! { <ul class="effects" data-testid=test_ids::ACT_EFFECTS>{lines}</ul> }.into_any()
        }
    };
    view! { <div aria-live="polite">{shown}</div> }
}
