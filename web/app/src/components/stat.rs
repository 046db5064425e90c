//! A row with the name of a number, the number, and how sure it is.

use leptos::prelude::*;
use taolight_primitives::{Level, Rao};

use crate::components::amount::Amount;
use crate::components::certainty::Certainty;

/// The row, for a list of class `rows`.
#[component]
pub(crate) fn Stat(
    /// What it is.
    #[prop(into)]
    name: Signal<String>,
    /// How much.
    #[prop(into)]
    value: Signal<Rao>,
    /// How sure.
    #[prop(into)]
    level: Signal<Level>,
    /// Name for tests.
    #[prop(optional)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let amount = match testid {
        Some(testid) => view! { <Amount value testid /> }.into_any(),
        None => view! { <Amount value /> }.into_any(),
    };
    view! {
        <dt>{name}</dt>
        <dd>
            {amount}
            <Certainty level />
        </dd>
    }
}
