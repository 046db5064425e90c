//! The call as the signing core decoded it.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::vault::{Argument, CallNode, HumanValue, ShownCall};

use crate::format;
use crate::transfer::sentence;

/// A call as far as it can be read.
#[component]
pub(super) fn Shown(call: ShownCall) -> impl IntoView {
    match call {
        ShownCall::Decoded { call } => view! { <Call call /> }.into_any(),
        ShownCall::Raw { bytes, why } => view! {
            <p class="font-semibold">{say!(review.raw)}</p>
            <p class="hint">{sentence(why)}</p>
            <p class="code">{bytes.to_hex()}</p>
        }
        .into_any(),
    }
}

/// A call as a tree.
#[component]
fn Call(call: CallNode) -> impl IntoView {
    view! {
        <p class="code font-semibold">{call.pallet} "." {call.name}</p>
        {tree(call.arguments)}
    }
}

fn tree(arguments: Vec<Argument>) -> AnyView {
    let rows = arguments.into_iter().map(|Argument { name, value }| {
        view! {
            <li>
                <span class="text-muted">{name}</span>
                " "
                {human(value)}
            </li>
        }
    });
    view! { <ul class="tree">{rows.collect_view()}</ul> }.into_any()
}

fn human(value: HumanValue) -> AnyView {
    match value {
        HumanValue::Account(account) => view! { <span class="code">{account.to_string()}</span> }.into_any(),
        HumanValue::Amount(amount) => {
            view! { <span>{format::TAU} "\u{202f}" {format::amount(amount)}</span> }.into_any()
        }
        HumanValue::Number(digits) => view! { <span>{digits}</span> }.into_any(),
        HumanValue::Text(text) => view! { <span>{text}</span> }.into_any(),
        HumanValue::Bytes(bytes) => view! { <span class="code">{bytes.to_hex()}</span> }.into_any(),
        HumanValue::Flag(flag) => {
            view! { <span>{if flag { say!(review.flag_yes) } else { say!(review.flag_no) }}</span> }
                .into_any()
        }
        HumanValue::Empty => view! { <span>{say!(review.nothing)}</span> }.into_any(),
        HumanValue::List(values) => {
            let rows = values.into_iter().map(|value| view! { <li>{human(value)}</li> });
            view! { <ol class="tree">{rows.collect_view()}</ol> }.into_any()
        }
        HumanValue::Fields(fields) => tree(fields),
        HumanValue::Call(call) => view! { <Call call /> }.into_any(),
    }
}
