//! Whether a miner's hotkey is at its endpoint right now. Every axon of the SDK signs its refusal of an unsigned request,
//! over a text that the caller chose. It shows that whoever answers can have that hotkey sign, not that later answers are
//! its own: somebody on the way can pass the question on.

use crate::{
    AskError, HttpRequest, Meta, Method, Miner, limits::PROBE_TIMEOUT, protocol::header, reply::Exchange,
    stamp,
};

/// What was found out.
#[derive(Debug, Clone, PartialEq)]
pub struct Probe {
    /// Whether the hotkey was there.
    pub identity: Identity,
    /// What is known of the answer; its status is 401 of an axon.
    pub meta: Meta,
}

/// Whether a hotkey was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Identity {
    /// It signed our challenge.
    #[error("the miner's hotkey is at this endpoint")]
    Proven,
    /// Something signed, and not this hotkey, or not our challenge.
    #[error("another hotkey than the one on chain answers at this endpoint; do not trust its answers")]
    Another,
    /// Nothing was signed.
    #[error("whoever answers at this endpoint signs nothing, so who it is cannot be told")]
    Unsigned,
}

pub(crate) async fn probe(exchange: &Exchange, miner: &Miner) -> Result<Probe, AskError> {
    let challenge = challenge()?;
    let request = HttpRequest {
        method: Method::Get,
        url: miner.address.url("/Synapse"),
        headers: vec![
            header("bt_header_dendrite_hotkey", &challenge),
            header("bt_header_axon_hotkey", miner.hotkey),
        ],
        body: Vec::new(),
    };
    let reply = exchange.send(request, PROBE_TIMEOUT).await?;
    let meta = reply.meta;
    let identity = match &meta.axon.signature {
        None => Identity::Unsigned,
        Some(signature) if signature.is_of(&miner.hotkey, &challenge) => Identity::Proven,
        Some(_) => Identity::Another,
    };
    Ok(Probe { identity, meta })
}

/// A text that nobody has had signed before, and that is no address.
fn challenge() -> Result<String, AskError> {
    let random = stamp::random::<32>().map_err(AskError::NotSigned)?;
    Ok(format!("challenge-{}", hex::encode(random)))
}
