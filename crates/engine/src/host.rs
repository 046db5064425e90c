//! What the engine asks of the process that it runs in.

use std::{rc::Rc, time::Duration};

use futures::{future::LocalBoxFuture, stream::LocalBoxStream};
use taolight_dendrite::{Clock, Host as Place, Transport};
use taolight_light::{LightClient, LightError, Network, Reach, SavedState, Store};
use taolight_protocol::engine::Holder;

/// The process around an engine: a browser's worker or a terminal.
pub trait Host: 'static {
    /// Starts a light client on this host's platform.
    fn start(&self, network: &Network, saved: Option<SavedState>) -> Result<LightClient, LightError>;
    /// How this process's claim to the device goes on. Until it is held no network is opened, so nothing is stored; a
    /// host that loses it ends this process.
    fn claims(&self) -> LocalBoxStream<'static, Claim>;
    /// Takes the device over from the process that has it.
    fn take_over(&self);
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

/// A process's claim to be the one that follows the chain on this device and writes the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It was asked for a moment ago.
    Asked,
    /// It is this process's.
    Held,
    /// It is another one's; this process is next in line.
    Elsewhere(Holder),
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
