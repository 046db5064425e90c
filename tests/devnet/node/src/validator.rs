//! One validator as a process of its own.

use crate::{cli::NodeOptions, configuration::configuration, service};
use nix::sys::{prctl::set_pdeathsig, signal::Signal};
use sc_network::Litep2pNetworkBackend;
use sc_tracing::logging::LoggerBuilder;

/// What the log files hold, unless `RUST_LOG` says otherwise.
const LOG: &str = "info";

/// Runs the validator until it is killed, at the latest when its parent dies.
pub fn run(options: NodeOptions) -> anyhow::Result<()> {
    set_pdeathsig(Signal::SIGKILL)?;
    LoggerBuilder::new(LOG).init()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let config = configuration(&options, runtime.handle().clone())?;
        let mut tasks = service::start::<Litep2pNetworkBackend>(config, &options.name)?;
        Ok(tasks.future().await?)
    })
}
