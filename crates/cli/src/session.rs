//! An engine of this process with one network open, spoken to as a page speaks to its worker.

use std::rc::Rc;

use futures::{FutureExt, StreamExt, executor::LocalSpawner, task::LocalSpawnExt};
use taolight_engine::Engine;
use taolight_light::Store;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{
    Client, Port, Role,
    engine::{NetworkSource, OpenNetwork, Phase, SaveState, Stall, WatchLifecycle},
    serve,
};

use crate::host::Terminal;

/// One open network.
pub struct Session {
    engine: Client,
}

impl Session {
    /// Opens a network and waits until the light client follows it.
    pub async fn open(
        source: NetworkSource,
        store: Rc<dyn Store>,
        spawner: LocalSpawner,
    ) -> Result<Self, Failure> {
        let (ours, theirs) = Port::pair();
        let engine = Rc::new(Engine::new(Terminal::new(store, spawner.clone())));
        let (client, driver) = Client::new(ours, Role::App, "terminal");
        for task in [
            serve(theirs, engine).boxed_local(),
            driver.map(drop).boxed_local(),
        ] {
            spawner
                .spawn_local(task)
                .map_err(|error| Failure::new(ErrorCode::Internal, error))?;
        }
        client.call(OpenNetwork { source }).await?;
        let session = Self { engine: client };
        session.follow_until_ready().await?;
        Ok(session)
    }

    /// Asks the engine.
    pub fn engine(&self) -> &Client {
        &self.engine
    }

    /// Saves what the light client knows. A device that cannot store it starts cold next time.
    pub async fn close(self) -> Result<(), Failure> {
        self.engine.call(SaveState {}).await.or(Ok(()))
    }

    async fn follow_until_ready(&self) -> Result<(), Failure> {
        let mut states = self.engine.subscribe(WatchLifecycle {});
        while let Some(state) = states.next().await {
            let state = state?;
            match state.phase {
                Phase::Ready => return Ok(()),
                Phase::Stalled {
                    reason: Stall::CheckpointUnproven,
                } => {
                    return Err(Failure::new(
                        ErrorCode::CheckpointRejected,
                        "no peer can prove anything from the network's checkpoint; take a newer network file",
                    ));
                }
                Phase::Stalled {
                    reason: Stall::NoPeers,
                } => eprintln!("no peer answers; still trying"),
                Phase::Stalled {
                    reason: Stall::NoProgress,
                } => eprintln!("peers answer and nothing moves; still trying"),
                Phase::Off | Phase::Connecting => eprintln!("connecting"),
                Phase::Syncing { at, target } => eprintln!("proving block {at} of {target}"),
            }
        }
        Err(Failure::new(ErrorCode::Disconnected, "the light client ended"))
    }
}
