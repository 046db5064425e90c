//! Which synapses an axon has. Every axon of the SDK lists them to whoever asks for one that it does not have; nothing is
//! signed for that.

use crate::{AskError, HttpRequest, Meta, Method, Miner, Reason, limits::PROBE_TIMEOUT, reply::Exchange};

/// A synapse that nobody has.
const NOBODYS: &str = "/x";
/// Names that are still read.
const MAX_NAMES: usize = 500;
/// The longest name that is read.
const MAX_NAME: usize = 128;
/// What an axon of the SDK says before the list.
const BEFORE: &str = "Available synapses [";

/// What an axon has.
#[derive(Debug, Clone, PartialEq)]
pub struct Discovery {
    /// The names of its synapses, as it lists them.
    pub synapses: Vec<String>,
    /// What is known of the answer.
    pub meta: Meta,
}

pub(crate) async fn discover(exchange: &Exchange, miner: &Miner) -> Result<Discovery, AskError> {
    let request = HttpRequest {
        method: Method::Get,
        url: miner.address.url(NOBODYS),
        headers: Vec::new(),
        body: Vec::new(),
    };
    let mut reply = exchange.send(request, PROBE_TIMEOUT).await?;
    if reply.meta.status != 404 {
        let status = reply.accepted().await?.meta.status;
        return Err(AskError::NotAnAxon { status });
    }
    let Reason::UnknownSynapse { has } = reply.refusal().await.reason else {
        return Err(AskError::NotAnAxon { status: 404 });
    };
    if has.is_empty() {
        return Err(AskError::NotAnAxon { status: 404 });
    }
    Ok(Discovery {
        synapses: has,
        meta: reply.meta,
    })
}

/// The names in what an axon says: a list as Python prints it, of classes. Whatever is no name is left out.
pub(crate) fn names_in(message: &str) -> Vec<String> {
    let list = message.split_once(BEFORE).map_or("", |(_, list)| list);
    let list = list.split(']').next().unwrap_or_default();
    let names = list.split(',').map(|name| name.trim().trim_matches(['\'', '"']));
    let is_name = |name: &&str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        matches!(name.len(), 1..=MAX_NAME) && name.bytes().all(is_part)
    };
    names.filter(is_name).take(MAX_NAMES).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_from_what_an_axon_says() {
        let message = "Synapse name 'x' not found. Available synapses ['Synapse', 'EchoText', \"Odd_1\"]";
        assert_eq!(names_in(message), ["Synapse", "EchoText", "Odd_1"]);
    }

    #[test]
    fn what_is_no_name_is_left_out() {
        let names = |list: &str| names_in(&format!("Available synapses [{list}]"));
        assert_eq!(names("'<b>', 'A', '../x', ''"), ["A"]);
        assert_eq!(names(&"'A',".repeat(2 * MAX_NAMES)).len(), MAX_NAMES);
        assert_eq!(names(&format!("'{}'", "A".repeat(MAX_NAME + 1))).len(), 0);
        assert_eq!(names_in("Not Found").len(), 0);
    }
}
