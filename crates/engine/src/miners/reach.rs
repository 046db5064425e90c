//! Which miners may be asked from here, and what was learnt of them on the way.

use taolight_dendrite::{
    Address, AskError, AxonRecord, Cors, Endpoint, Finding, Host as Place, Link, TransportError,
};

use super::Miners;

/// What the user allows.
#[derive(Clone, Copy)]
pub(super) struct Allowed {
    /// Addresses that the whole internet does not reach.
    pub(super) special: bool,
    /// How the bytes travel.
    pub(super) link: Link,
}

impl Allowed {
    pub(super) fn new(special: bool, tls: bool) -> Self {
        let link = if tls { Link::Tls } else { Link::Plain };
        Self { special, link }
    }
}

impl Miners {
    /// Where a miner is asked, or what certainly stands in the way.
    pub(super) fn address(&self, axon: Option<AxonRecord>, allowed: Allowed) -> Result<Address, Finding> {
        let endpoint = axon.and_then(|axon| axon.endpoint()).ok_or(Finding::NotServing)?;
        let obstacle = self.from.obstacle(endpoint, allowed.link, self.cors(endpoint));
        if let Some(obstacle) = obstacle.filter(|obstacle| obstacle.is_certain()) {
            return Err(Finding::Obstacle(obstacle));
        }
        if allowed.special {
            return Ok(endpoint.dial_with_consent(allowed.link));
        }
        endpoint.dial(allowed.link).map_err(Finding::Special)
    }

    /// Whether a miner is known to let pages read its answers.
    pub(super) fn cors(&self, endpoint: Endpoint) -> Cors {
        self.cors
            .borrow()
            .get(&endpoint)
            .copied()
            .unwrap_or(Cors::Unknown)
    }

    /// Takes note of how a request went.
    pub(super) fn learn(&self, endpoint: Endpoint, error: Option<&AskError>) {
        let is_page = match self.from {
            Place::LocalPage | Place::SecurePage => true,
            Place::Extension | Place::Native => false,
        };
        if let Some(cors) = seen(error).filter(|_| is_page) {
            self.cors.borrow_mut().insert(endpoint, cors);
        }
    }
}

/// Whether a page could read the answer; none if that is not known from how it went.
fn seen(error: Option<&AskError>) -> Option<Cors> {
    match error {
        Some(AskError::Transport(TransportError::Forbidden(_))) => Some(Cors::Refused),
        Some(
            AskError::Transport(_)
            | AskError::Scheme
            | AskError::NotSigned(_)
            | AskError::Late(_)
            | AskError::Redirected { .. },
        ) => None,
        None
        | Some(
            AskError::Paused(_)
            | AskError::TooLarge(_)
            | AskError::TooMany(_)
            | AskError::Refused(_)
            | AskError::NotAnAxon { .. }
            | AskError::ContentType { .. }
            | AskError::NotUtf8 { .. }
            | AskError::NotJson(_)
            | AskError::Unfinished,
        ) => Some(Cors::Allowed),
    }
}
