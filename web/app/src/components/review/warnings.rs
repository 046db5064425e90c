//! What could go wrong with a transaction, in words.

use leptos::prelude::*;
use taolight_primitives::AccountId;
use taolight_protocol::vault::Warning;

use crate::store::Store;
use crate::{format, test_ids, words};

/// Each warning once.
#[component]
pub(super) fn Warnings(warnings: Vec<Warning>) -> impl IntoView {
    let row = |warning: Warning| {
        view! {
            <li class="message care" data-testid=test_ids::REVIEW_WARNING data-warning=words::warning_name(warning)>
                <div>{said(warning)}</div>
            </li>
        }
    };
    view! { <ul class="warnings">{warnings.into_iter().map(row).collect_view()}</ul> }
}

fn said(warning: Warning) -> AnyView {
    let text = match warning {
        Warning::AllowsDeath => {
            "Your account may be emptied. If less than the existential deposit is left, the chain removes the account \
             and what is left in it."
        }
        Warning::GivesFullControl => {
            "Another account gets full control: it could send everything that this one has. Sign only if that account \
             is yours."
        }
        Warning::SwapsColdkey => {
            "This moves everything that the account owns to another coldkey. From its announcement on, the account can \
             do nothing else."
        }
        Warning::FreezesAccount => {
            "This freezes the account completely. Only the chain's root can undo it, and nobody can promise when."
        }
        Warning::Hidden => {
            "A dangerous call is hidden inside another one. Read every line below before you sign."
        }
        Warning::UnprovenMetadata => {
            "This chain does not check how the call was decoded. Sign only if you trust the network file."
        }
        Warning::Blind => {
            "The signing core cannot read this call. Whoever signs it signs blindly and may lose everything."
        }
        Warning::FirstUse { .. } => {
            "You send to this account for the first time from this device. Compare the whole address with its source."
        }
        Warning::ToHotkey { .. } => {
            "This account is a hotkey. Funds belong on coldkeys, which are kept more safely."
        }
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
    let name = untrack(|| store.label_of(known)).unwrap_or_else(|| "The one that you know".to_owned());
    view! {
        <p>
            "This address begins and ends like one that you know, and it is another one. Somebody may have made it so that \
             you take it for that one. Look at the middle:"
        </p>
        <dl class="lookalike">
            <dt>"This one"</dt>
            <dd>{marked(destination, known)}</dd>
            <dt>{name}</dt>
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
