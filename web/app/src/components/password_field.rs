//! Fields for passwords. What is typed stays in the field until it is taken out, and then the field is empty.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::Secret;

/// Where a password is typed.
pub(crate) type PasswordNode = NodeRef<html::Input>;

/// A password with its label.
#[component]
pub(crate) fn PasswordField(
    /// Id, and name for tests.
    id: &'static str,
    /// What password it is.
    label: &'static str,
    /// The field, to take the password out.
    node: PasswordNode,
    /// Ids of what describes it.
    described_by: &'static str,
    /// Whether it is a password that is being chosen.
    #[prop(optional)]
    is_new: bool,
    /// Whether it takes the focus.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    view! {
        <label class="field-label" for=id>{label}</label>
        <input
            id=id
            class="input"
            type="password"
            autocomplete=if is_new { "new-password" } else { "current-password" }
            autocapitalize="none"
            spellcheck="false"
            autofocus=autofocus
            data-testid=id
            aria-describedby=described_by
            node_ref=node
        />
    }
}

/// Takes a password out of its field, which is empty then.
pub(crate) fn take(node: PasswordNode) -> Result<Secret, Failure> {
    let typed = node.get_untracked().map(|field| {
        let typed = field.value();
        field.set_value("");
        Secret::new(typed)
    });
    typed
        .filter(|secret| !secret.expose().is_empty())
        .ok_or_else(|| Failure::worded(ErrorCode::PasswordNeeded, say!(failures.code.password_needed)))
}

/// Takes a password that was typed twice out of its fields, which are empty then.
pub(crate) fn take_twice(first: PasswordNode, again: PasswordNode) -> Result<Secret, Failure> {
    let (typed, again) = (take(first), take(again));
    let (typed, again) = (typed?, again?);
    if typed.expose() != again.expose() {
        return Err(Failure::worded(
            ErrorCode::PasswordNeeded,
            say!(failures.own.passwords_differ),
        ));
    }
    Ok(typed)
}
