//! The field for the name of an account that is added.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;

use crate::store::Store;
use crate::test_ids;

/// A name; one that counts is offered where none is typed.
#[component]
pub(crate) fn LabelField(
    /// The field, to read the name.
    node: NodeRef<html::Input>,
    /// A name to begin with.
    #[prop(optional)]
    value: String,
    /// Whether it takes the focus.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <label class="field-label" for=test_ids::ACCOUNT_LABEL>{say!(common.name)}</label>
        <input
            id=test_ids::ACCOUNT_LABEL
            class="input"
            type="text"
            maxlength="40"
            autocomplete="off"
            autofocus=autofocus
            data-testid=test_ids::ACCOUNT_LABEL
            placeholder=move || store.next_label()
            value=value
            node_ref=node
        />
    }
}

/// The name that was typed, or the one that was offered.
pub(crate) fn typed_label(store: Store, node: NodeRef<html::Input>) -> String {
    let typed = node
        .get_untracked()
        .map(|field| field.value())
        .unwrap_or_default();
    match typed.trim() {
        "" => untrack(|| store.next_label()),
        typed => typed.to_owned(),
    }
}
