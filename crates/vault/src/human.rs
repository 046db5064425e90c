//! From the codec's tree of a call to the one that crosses the port. The two have the same shape; the codec does not
//! know the protocol.

use taolight_codec as codec;
use taolight_protocol::vault::{Argument, CallNode, HumanValue};

pub(crate) fn call(node: codec::CallNode) -> CallNode {
    CallNode {
        pallet: node.pallet,
        name: node.name,
        arguments: arguments(node.arguments),
    }
}

fn arguments(arguments: Vec<codec::Argument>) -> Vec<Argument> {
    let arguments = arguments.into_iter().map(|argument| Argument {
        name: argument.name,
        value: value(argument.value),
    });
    arguments.collect()
}

fn value(human: codec::HumanValue) -> HumanValue {
    match human {
        codec::HumanValue::Account(account) => HumanValue::Account(account),
        codec::HumanValue::Amount(amount) => HumanValue::Amount(amount),
        codec::HumanValue::Number(number) => HumanValue::Number(number),
        codec::HumanValue::Text(text) => HumanValue::Text(text),
        codec::HumanValue::Bytes(bytes) => HumanValue::Bytes(bytes),
        codec::HumanValue::Flag(flag) => HumanValue::Flag(flag),
        codec::HumanValue::Empty => HumanValue::Empty,
        codec::HumanValue::List(items) => HumanValue::List(items.into_iter().map(value).collect()),
        codec::HumanValue::Fields(fields) => HumanValue::Fields(arguments(fields)),
        codec::HumanValue::Call(node) => HumanValue::Call(call(node)),
    }
}
