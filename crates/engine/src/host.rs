//! What the engine asks of the process that it runs in.

use std::{rc::Rc, time::Duration};

use futures::future::LocalBoxFuture;
use taolight_dendrite::{Clock, Host as Place, Transport};
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
    /// How miners are asked from here.
    fn to_miners(&self) -> ToMiners;
}

/// How a host asks miners.
pub struct ToMiners {
    /// Carries requests.
    pub transport: Rc<dyn Transport>,
    /// This device's clocks.
    pub clock: Rc<dyn Clock>,
    /// What kind of place requests are sent from.
    pub from: Place,
}
