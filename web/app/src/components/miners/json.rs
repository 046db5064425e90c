//! JSON of a miner as a tree that is opened level by level. What it says is drawn as text, whatever it is.

use leptos::ev::Event;
use leptos::prelude::*;
use taolight_locales::say;

use crate::components::miners::picture::PictureButton;
use crate::miners::picture::find;
use crate::miners::tree::{DEEPEST, Json, Members, Shape};
use crate::{format, test_ids, words};

/// Levels that are open at first.
const OPEN_LEVELS: usize = 2;
/// Characters of a text that stand there at once; the rest of a longer one is folded.
const UNFOLDED: usize = 240;
/// Characters of a folded text that stand before it.
const BEGINNING: usize = 60;
/// How a text that stands without quotes looks. Its direction stays its own.
const WORD: &str = "whitespace-pre-wrap text-primary [unicode-bidi:isolate]";
/// Characters of a text that are shown at all.
const LONGEST: usize = 20_000;

/// A value and all that is in it.
#[component]
pub(super) fn Tree(
    /// The value.
    json: Json,
    /// Whose answer it is.
    uid: u16,
) -> impl IntoView {
    let shape = json.shape();
    match shape {
        Shape::List(_) | Shape::Object(_) => members(&shape, 1, uid),
        Shape::Text(_) | Shape::Word(_) => value(String::new(), &json, 1, uid),
    }
}

/// A member: its key, and what it is.
fn value(key: String, json: &Json, depth: usize, uid: u16) -> AnyView {
    let shape = json.shape();
    let label = (!key.is_empty()).then(|| view! { <span class="text-muted">{key.clone()}":"</span> " " });
    let content = match &shape {
        Shape::Text(text) => view! { <Text text=text.clone() /> {picture(text, uid)} }.into_any(),
        Shape::Word(word) => view! { <Text text=word.clone() is_word=true /> }.into_any(),
        Shape::List(Members { count: 0, .. }) => "[]".into_any(),
        Shape::Object(Members { count: 0, .. }) => "{}".into_any(),
        Shape::List(_) | Shape::Object(_) if depth >= DEEPEST => {
            view! { <Text text=json.as_written().to_owned() is_word=true /> }.into_any()
        }
        Shape::List(_) | Shape::Object(_) => return branch(key, shape, depth, uid),
    };
    view! {
        <div data-testid=test_ids::JSON_VALUE data-key=key>
            {label}
            {content}
        </div>
    }
    .into_any()
}

/// A list or an object, which can be opened.
fn branch(key: String, shape: Shape, depth: usize, uid: u16) -> AnyView {
    let size = match &shape {
        Shape::List(members) => words::miners::items(members.count),
        Shape::Object(members) => words::miners::fields(members.count),
        Shape::Text(_) | Shape::Word(_) => String::new(),
    };
    let starts_open = depth < OPEN_LEVELS;
    // What nobody opened is not drawn.
    let opened = RwSignal::new(starts_open);
    let inside = move || opened.get().then(|| members(&shape, depth + 1, uid));
    view! {
        <details
            data-testid=test_ids::JSON_VALUE
            data-key=key.clone()
            prop:open=starts_open
            on:toggle=move |event| note(opened, &event)
        >
            <summary>
                <span class="text-muted">{key.clone()}</span>
                " "
                <span class="text-xs text-muted">{size}</span>
            </summary>
            {inside}
        </details>
    }
    .into_any()
}

/// What is in a list or an object.
fn members(shape: &Shape, depth: usize, uid: u16) -> AnyView {
    let (rows, hidden): (Vec<_>, usize) = match shape {
        Shape::List(members) => {
            let numbered = members.shown.iter().enumerate();
            let rows = numbered.map(|(position, json)| value(position.to_string(), json, depth, uid));
            (rows.collect(), members.count - members.shown.len())
        }
        Shape::Object(members) => {
            let rows = members.shown.iter();
            let rows = rows.map(|(key, json)| value(key.clone(), json, depth, uid));
            (rows.collect(), members.count - members.shown.len())
        }
        Shape::Text(_) | Shape::Word(_) => (Vec::new(), 0),
    };
    let rows: Vec<_> = rows.into_iter().map(|row| view! { <li>{row}</li> }).collect();
    let rest = (hidden > 0).then(|| {
        view! { <li class="text-xs text-muted">{say!(miners.answers.more_members, count = format::number(hidden as u64))}</li> }
    });
    view! { <ul>{rows} {rest}</ul> }.into_any()
}

/// A text, folded if it is long.
#[component]
fn Text(
    /// What it says.
    text: String,
    /// Whether it is a number or another word, and stands without quotes.
    #[prop(optional)]
    is_word: bool,
) -> impl IntoView {
    let class = if is_word { WORD } else { "json-text" };
    let length = text.chars().count();
    if length <= UNFOLDED {
        return view! { <span class=class>{text}</span> }.into_any();
    }
    let beginning: String = text.chars().take(BEGINNING).collect();
    let opened = RwSignal::new(false);
    let rest = (length > LONGEST).then(|| {
        let unshown = format::number((length - LONGEST) as u64);
        say!(miners.answers.more_characters, count = unshown)
    });
    let shown: String = text.chars().take(LONGEST).collect();
    let inside = move || {
        let (shown, rest) = (shown.clone(), rest.clone());
        opened
            .get()
            .then(|| view! { <span class=class>{shown}</span> <p class="text-xs text-muted">{rest}</p> })
    };
    view! {
        <details on:toggle=move |event| note(opened, &event)>
            <summary>
                <span class=class>{beginning}"…"</span>
                " "
                <span class="text-xs text-muted">{words::miners::characters(length)}</span>
            </summary>
            {inside}
        </details>
    }
    .into_any()
}

/// The way to a picture, if a text is one.
fn picture(text: &str, uid: u16) -> Option<impl IntoView + use<>> {
    let found = find(text)?;
    Some(view! { <PictureButton found text=text.to_owned() uid /> })
}

/// Notes that something was opened. What was drawn once stays.
fn note(opened: RwSignal<bool>, event: &Event) {
    if event_target::<web_sys::Element>(event).has_attribute("open") {
        opened.set(true);
    }
}
