//! Connections that miners keep open, for the next request to them.

use std::{
    cell::RefCell,
    collections::HashMap,
    net::SocketAddr,
    time::{Duration, Instant},
};

use http_body_util::Full;
use hyper::{body::Bytes, client::conn::http1::SendRequest};
use taolight_dendrite::Link;

/// How long a connection is kept that nobody uses. Axons close theirs after five seconds.
const KEPT_FOR: Duration = Duration::from_secs(4);

/// A connection over which one request after the other is sent.
pub(super) type Connection = SendRequest<Full<Bytes>>;

/// Where a connection goes, and how the bytes travel on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub(super) address: SocketAddr,
    pub(super) link: Link,
}

/// Connections that nobody uses right now.
#[derive(Default)]
pub(super) struct Idle(RefCell<HashMap<Place, Vec<(Instant, Connection)>>>);

impl Idle {
    pub(super) fn put(&self, place: Place, connection: Connection) {
        let mut all = self.0.borrow_mut();
        let kept = all.entry(place).or_default();
        kept.retain(|(since, connection)| since.elapsed() < KEPT_FOR && !connection.is_closed());
        kept.push((Instant::now(), connection));
    }

    pub(super) fn take(&self, place: Place) -> Option<Connection> {
        let mut all = self.0.borrow_mut();
        let kept = all.get_mut(&place)?;
        while let Some((since, connection)) = kept.pop() {
            if since.elapsed() < KEPT_FOR && connection.is_ready() {
                return Some(connection);
            }
        }
        None
    }
}
