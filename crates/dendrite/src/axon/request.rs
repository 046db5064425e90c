//! The request of a synapse. Of its headers an axon needs about half; the rest is what the SDK sends as well, because
//! some miners read it. The body repeats who asks, because there a miner's own code looks for it.

use crate::{
    Call, HttpRequest, Json, Method, Miner, Number, Sender, Unsigned, endpoint::Endpoint, protocol::header,
};

/// The version of the SDK whose requests these are. Axons choose their rules for nonces by it.
pub const VERSION: u64 = 10_005_000;

/// What a client that does not know its own address gives as such. Axons put the address they see in its place.
const OWN_ADDRESS: &str = "0.0.0.0";

/// A synapse on its way to one miner.
#[derive(Debug, Clone)]
pub struct AxonRequest<'a> {
    /// What is asked.
    pub call: &'a Call,
    /// Who is asked.
    pub miner: Miner,
    /// Who asks.
    pub sender: Sender,
}

impl Unsigned for AxonRequest<'_> {
    fn message(&self) -> Vec<u8> {
        let Sender { account, stamp, .. } = &self.sender;
        format!(
            "{}.{account}.{}.{}.{}",
            stamp.nonce, self.miner.hotkey, stamp.uuid, self.call.body_hash
        )
        .into_bytes()
    }

    fn signed(&self, signature: &str) -> HttpRequest {
        HttpRequest {
            method: Method::Post,
            url: self.miner.address.url(&format!("/{}", self.call.name)),
            headers: self.headers(signature),
            body: self.body(signature).to_string().into_bytes(),
        }
    }
}

impl AxonRequest<'_> {
    fn headers(&self, signature: &str) -> Vec<(String, String)> {
        let Endpoint { ip, port } = self.miner.address.endpoint();
        let Sender { account, stamp, .. } = &self.sender;
        let mut headers = vec![
            header("name", &self.call.name),
            header("timeout", self.timeout().as_str()),
            header("bt_header_axon_ip", ip),
            header("bt_header_axon_port", port),
            header("bt_header_axon_hotkey", self.miner.hotkey),
            header("bt_header_dendrite_ip", OWN_ADDRESS),
            header("bt_header_dendrite_version", VERSION),
            header("bt_header_dendrite_nonce", stamp.nonce),
            header("bt_header_dendrite_uuid", &stamp.uuid),
            header("bt_header_dendrite_hotkey", account),
            header("bt_header_dendrite_signature", signature),
        ];
        let required = self.call.headers.iter();
        headers.extend(required.map(|(field, value)| header(&format!("bt_header_input_obj_{field}"), value)));
        headers.extend([
            header("header_size", 0),
            header("total_size", 0),
            header("computed_body_hash", &self.call.body_hash),
            header("Content-Type", "application/json"),
        ]);
        headers
    }

    /// The seconds as Python prints them, which is JSON as well.
    fn timeout(&self) -> Number {
        Number::float(self.call.timeout.as_secs_f64()).unwrap_or_else(|| 0.into())
    }

    fn body(&self, signature: &str) -> Json {
        let Endpoint { ip, port } = self.miner.address.endpoint();
        let Sender { account, stamp, .. } = &self.sender;
        let dendrite = terminal(&[
            ("ip", Json::text(OWN_ADDRESS)),
            ("version", VERSION.into()),
            ("nonce", stamp.nonce.into()),
            ("uuid", Json::text(&stamp.uuid)),
            ("hotkey", Json::text(account.to_string())),
            ("signature", Json::text(signature)),
        ]);
        let axon = terminal(&[
            ("ip", Json::text(ip.to_string())),
            ("port", u64::from(port).into()),
            ("hotkey", Json::text(self.miner.hotkey.to_string())),
        ]);
        let envelope = [
            ("name", Json::text(&self.call.name)),
            ("timeout", Json::Number(self.timeout())),
            ("total_size", 0.into()),
            ("header_size", 0.into()),
            ("dendrite", dendrite),
            ("axon", axon),
            ("computed_body_hash", Json::text("")),
        ];
        let envelope = envelope.map(|(key, value)| (key.to_owned(), value));
        Json::Object(envelope.into_iter().chain(self.call.fields.clone()).collect())
    }
}

/// What either side of a request is known by.
const TERMINAL: [&str; 10] = [
    "status_code",
    "status_message",
    "process_time",
    "ip",
    "port",
    "version",
    "nonce",
    "uuid",
    "hotkey",
    "signature",
];

/// One side of a request; what is not known of it is null.
fn terminal(known: &[(&str, Json)]) -> Json {
    let value = |key: &str| {
        let found = known.iter().find(|(name, _)| *name == key);
        found.map_or(Json::Null, |(_, value)| value.clone())
    };
    Json::Object(
        TERMINAL
            .iter()
            .map(|key| ((*key).to_owned(), value(key)))
            .collect(),
    )
}
