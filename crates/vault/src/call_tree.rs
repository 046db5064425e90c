//! Everything that is in a call, and in the calls inside it, as one list. What judges calls looks at the list, so that
//! nothing escapes it by being wrapped.

use taolight_protocol::vault::{Argument, CallNode, HumanValue};

/// A part of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'a> {
    /// The call itself, or one inside it.
    Call {
        /// The call.
        call: &'a CallNode,
        /// Whether it is inside another one.
        is_inside: bool,
    },
    /// An argument of a call, or a field of one.
    Argument(&'a Argument),
}

/// The parts of a call, outer ones before inner ones and in the call's own order.
pub(crate) fn parts(root: &CallNode) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    add_call(root, false, &mut parts);
    parts
}

/// The call and every call inside it, in the order of [`parts`].
pub(crate) fn calls(root: &CallNode) -> impl Iterator<Item = &CallNode> {
    parts(root).into_iter().filter_map(|part| match part {
        Part::Call { call, .. } => Some(call),
        Part::Argument(_) => None,
    })
}

/// The value of a call's own argument.
pub(crate) fn argument<'a>(call: &'a CallNode, name: &str) -> Option<&'a HumanValue> {
    let found = call.arguments.iter().find(|argument| argument.name == name);
    found.map(|argument| &argument.value)
}

fn add_call<'a>(call: &'a CallNode, is_inside: bool, parts: &mut Vec<Part<'a>>) {
    parts.push(Part::Call { call, is_inside });
    add_arguments(&call.arguments, parts);
}

fn add_arguments<'a>(arguments: &'a [Argument], parts: &mut Vec<Part<'a>>) {
    for argument in arguments {
        parts.push(Part::Argument(argument));
        add_value(&argument.value, parts);
    }
}

fn add_value<'a>(value: &'a HumanValue, parts: &mut Vec<Part<'a>>) {
    match value {
        HumanValue::Call(call) => add_call(call, true, parts),
        HumanValue::List(items) => items.iter().for_each(|item| add_value(item, parts)),
        HumanValue::Fields(fields) => add_arguments(fields, parts),
        HumanValue::Account(_)
        | HumanValue::Amount(_)
        | HumanValue::Number(_)
        | HumanValue::Text(_)
        | HumanValue::Bytes(_)
        | HumanValue::Flag(_)
        | HumanValue::Empty => {}
    }
}
