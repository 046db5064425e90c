//! One end of a connection that carries text both ways: a worker, a message port, an extension port, a webview bridge,
//! or, in native tests, a pair of channels.

use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};

/// One end of a port. Hosts pump the two channels to and from whatever carries them; when either is dropped, the port
/// is closed.
#[derive(Debug)]
pub struct Port {
    /// Texts to the other side.
    pub outgoing: UnboundedSender<String>,
    /// Texts from the other side.
    pub incoming: UnboundedReceiver<String>,
}

impl Port {
    /// Two connected ends within one process.
    pub fn pair() -> (Self, Self) {
        let (to_right, from_left) = unbounded();
        let (to_left, from_right) = unbounded();
        let left = Self {
            outgoing: to_right,
            incoming: from_right,
        };
        let right = Self {
            outgoing: to_left,
            incoming: from_left,
        };
        (left, right)
    }
}
