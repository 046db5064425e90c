//! What could go wrong with a transaction, in words.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::Warning;

use crate::store::Store;
use crate::{format, test_ids, words};

/// Each warning once.
#[component]
pub(super) fn Warnings(warnings: Vec<Warning>) -> impl IntoView {
    let row = |warning: Warning| {
        view! {
            <li class="alert alert-warning" data-testid=test_ids::REVIEW_WARNING data-warning=words::warning_name(warning)>
                <div>{said(warning)}</div>
            </li>
        }
    };
    view! { <ul class="grid gap-2 not-empty:pb-3">{warnings.into_iter().map(row).collect_view()}</ul> }
}

fn said(warning: Warning) -> AnyView {
    let text = match warning {
        Warning::AllowsDeath => say!(review.warning.allows_death),
        Warning::GivesFullControl => say!(review.warning.full_control),
        Warning::SwapsColdkey => say!(review.warning.swaps_coldkey),
        Warning::FreezesAccount => say!(review.warning.freezes),
        Warning::Hidden => say!(review.warning.hidden),
        Warning::UnprovenMetadata => say!(review.warning.unproven_metadata),
        Warning::Blind => say!(review.warning.blind),
        Warning::FirstUse { .. } => say!(review.warning.first_use),
        Warning::ToHotkey { .. } => say!(review.warning.to_hotkey),
        Warning::LooksLike { destination, known } => {
            return view! { <LooksLike destination known /> }.into_any();
        }
    };
    view! { <p>{text}</p> }.into_any()
}

/// Both addresses, with what tells them apart.
#[component]
fn LooksLike(destination: AccountId, known: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let name = untrack(|| store.label_of(known)).unwrap_or_else(|| say!(review.known_one).to_owned());
    view! {
        <p>
            {say!(review.warning.looks_like)}
        </p>
        <dl class="grid gap-1 pt-1">
            <dt class="text-muted">{say!(review.this_one)}</dt>
            <dd>{marked(destination, known)}</dd>
            <dt class="text-muted">{name}</dt>
            <dd>{marked(known, destination)}</dd>
        </dl>
    }
}

fn marked(address: AccountId, other: AccountId) -> impl IntoView {
    let (head, middle, tail) = format::differing(&address.to_string(), &other.to_string());
    view! {
        <span class="code">
            {head}
            <mark>{middle}</mark>
            {tail}
        </span>
    }
}
