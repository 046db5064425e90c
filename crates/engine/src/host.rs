//! What the engine asks of the process that it runs in.

use std::{rc::Rc, time::Duration};

use futures::future::LocalBoxFuture;
use taolight_light::{LightClient, LightError, Network, Reach, SavedState, Store};

/// The process around an engine: a browser's worker or a terminal.
pub trait Host: 'static {
    /// Starts a light client on this host's platform.
    fn start(&self, network: &Network, saved: Option<SavedState>) -> Result<LightClient, LightError>;
    /// Storage of this device.
    fn store(&self) -> Rc<dyn Store>;
    /// What this host can dial.
    fn reach(&self) -> Reach;
    /// Runs a task beside everything else.
    fn spawn(&self, task: LocalBoxFuture<'static, ()>);
    /// Waits.
    fn sleep(&self, duration: Duration) -> LocalBoxFuture<'static, ()>;
    /// This device's clock, in milliseconds since 1970.
    fn now_ms(&self) -> u64;
}
