//! smoldot behind one object-safe trait, so that nothing above knows on which platform it runs.

use std::{borrow::Cow, num::NonZero, sync::Mutex, time::Duration};

use futures::future::BoxFuture;
use smoldot_light::{
    AddChainConfig, AddChainConfigJsonRpc, AddChainError, ChainId, Client, JsonRpcResponses,
    lifecycle_service, platform::PlatformRef,
};

use crate::{error::LightError, rpc::Rpc, watch::lock};

/// What the rest of this crate asks of smoldot and its platform.
pub(crate) trait Backend: Send + Sync + 'static {
    /// Queues a JSON-RPC request for one of the front ends.
    fn request(&self, front_end: ChainId, request: String) -> Result<(), LightError>;
    /// smoldot's own account of how far it is; none once closed.
    fn lifecycle(&self, front_end: ChainId) -> Option<lifecycle_service::Subscription>;
    /// Runs a task until it ends by itself.
    fn spawn(&self, name: &'static str, task: BoxFuture<'static, ()>);
    /// Time since the client was made, from a clock that nobody sets.
    fn now(&self) -> Duration;
    /// Waits.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
    /// Stops smoldot; every front end ends.
    fn close(&self);
}

/// smoldot on a platform.
pub(crate) struct Smoldot<P: PlatformRef> {
    platform: P,
    made: P::Instant,
    client: Mutex<Option<Client<P>>>,
}

impl<P: PlatformRef> Smoldot<P> {
    pub(crate) fn new(platform: P) -> Self {
        Self {
            made: platform.now(),
            client: Mutex::new(Some(Client::new(platform.clone()))),
            platform,
        }
    }

    /// Opens the chain, or another front end to the chain that is already open.
    pub(crate) fn open(
        &self,
        specification: &str,
        database: &str,
    ) -> Result<(ChainId, JsonRpcResponses<P>), LightError> {
        let mut client = lock(&self.client);
        let client = client.as_mut().ok_or(LightError::Closed)?;
        let added = client
            .add_chain(AddChainConfig {
                user_data: (),
                specification,
                database_content: database,
                potential_relay_chains: core::iter::empty(),
                json_rpc: AddChainConfigJsonRpc::Enabled {
                    max_pending_requests: NonZero::<u32>::MAX,
                    max_subscriptions: u32::MAX,
                },
                statement_protocol_config: None,
            })
            .map_err(|error: AddChainError| LightError::Refused(error.to_string()))?;
        let responses = added
            .json_rpc_responses
            .ok_or_else(|| LightError::Refused("it offers no JSON-RPC".to_owned()))?;
        Ok((added.chain_id, responses))
    }

    /// Hands smoldot's answers to the one who asked, until smoldot is closed.
    pub(crate) fn pump(&self, rpc: Rpc, mut responses: JsonRpcResponses<P>) {
        self.platform
            .spawn_task(Cow::Borrowed("taolight-rpc"), async move {
                while let Some(message) = responses.next().await {
                    rpc.receive(&message);
                }
                rpc.close();
            });
    }
}

impl<P: PlatformRef> Backend for Smoldot<P> {
    fn request(&self, front_end: ChainId, request: String) -> Result<(), LightError> {
        let mut client = lock(&self.client);
        let client = client.as_mut().ok_or(LightError::Closed)?;
        client
            .json_rpc_request(request, front_end)
            .map_err(|error| LightError::Refused(error.to_string()))
    }

    fn lifecycle(&self, front_end: ChainId) -> Option<lifecycle_service::Subscription> {
        lock(&self.client)
            .as_ref()
            .map(|client| client.lifecycle_state(front_end))
    }

    fn spawn(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        self.platform.spawn_task(Cow::Borrowed(name), task);
    }

    fn now(&self) -> Duration {
        self.platform.now() - self.made.clone()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(self.platform.sleep(duration))
    }

    fn close(&self) {
        // Dropping the client drops its chains, which ends the streams of responses.
        drop(lock(&self.client).take());
    }
}
