//! The services of a validator: Aura block production, GRANDPA finality, and a
//! network that also serves light clients.

use crate::{authorities, rpc};
use futures::FutureExt;
use sc_consensus::DefaultImportQueue;
use sc_consensus_aura::{ImportQueueParams, SlotProportion, StartAuraParams, import_queue, start_aura};
use sc_consensus_grandpa::{
    self as grandpa, GrandpaBlockImport, SharedVoterState, warp_proof::NetworkProvider,
};
use sc_executor::WasmExecutor;
use sc_network::{
    NetworkBackend, NotificationService, ProtocolName,
    config::{FullNetworkConfiguration, Role},
    service::traits::NetworkService,
};
use sc_network_sync::SyncingService;
use sc_service::{BuildNetworkParams, Configuration, Error, SpawnTasksParams, TaskManager, WarpSyncConfig};
use sc_transaction_pool::TransactionPoolHandle;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::{
    SlotDuration, inherents::InherentDataProvider as Slot, sr25519::AuthorityPair as AuraPair,
};
use sp_core::crypto::key_types::{AURA, GRANDPA};
use sp_keystore::{Keystore, KeystorePtr};
use sp_timestamp::InherentDataProvider as Timestamp;
use std::{sync::Arc, time::Duration};
use taolight_devnet_runtime::{Block, Hash, RuntimeApi, SLOT_DURATION};

pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, WasmExecutor<sp_io::SubstrateHostFunctions>>;
pub type Pool = TransactionPoolHandle<Block, FullClient>;
type Backend = sc_service::TFullBackend<Block>;
type SelectChain = sc_consensus::LongestChain<Backend, Block>;
type BlockImport = GrandpaBlockImport<Backend, Block, FullClient, SelectChain>;
type GrandpaLink = grandpa::LinkHalf<Block, FullClient, SelectChain>;

/// How often, in blocks, GRANDPA keeps a justification.
const JUSTIFICATION_PERIOD: u32 = 512;

/// How long GRANDPA gathers votes before it gossips on.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// Starts everything; the task manager keeps it running.
pub fn start<N: NetworkBackend<Block, Hash>>(
    config: Configuration,
    name: &str,
) -> Result<TaskManager, Error> {
    let (validator, mut tasks) = Validator::new(&config)?;
    validator.insert_keys(name)?;
    let (block_import, grandpa_link) = validator.block_import()?;
    let import_queue = validator.import_queue(&tasks, block_import.clone())?;
    let network = validator.start_network::<N>(config, &mut tasks, import_queue, &grandpa_link)?;
    validator.start_author(&tasks, block_import, network.sync.clone())?;
    validator.start_voter(&tasks, grandpa_link, network, name)?;
    Ok(tasks)
}

/// What all the services share.
struct Validator {
    client: Arc<FullClient>,
    backend: Arc<Backend>,
    keystore: KeystorePtr,
    pool: Arc<Pool>,
    select_chain: SelectChain,
}

/// The running network, with what GRANDPA needs to run over it.
struct Network {
    service: Arc<dyn NetworkService>,
    sync: Arc<SyncingService<Block>>,
    grandpa_protocol: ProtocolName,
    grandpa_notifications: Box<dyn NotificationService>,
}

impl Validator {
    fn new(config: &Configuration) -> Result<(Self, TaskManager), Error> {
        let executor = sc_service::new_wasm_executor(&config.executor);
        let (client, backend, keystore, tasks) =
            sc_service::new_full_parts::<Block, RuntimeApi, _>(config, None, executor, vec![])?;
        let client = Arc::new(client);
        let pool = sc_transaction_pool::Builder::new(
            tasks.spawn_essential_handle(),
            client.clone(),
            config.role.is_authority().into(),
        )
        .with_options(config.transaction_pool.clone())
        .build();
        let validator = Self {
            client,
            select_chain: SelectChain::new(backend.clone()),
            backend,
            keystore: keystore.keystore(),
            pool: Arc::new(pool),
        };
        Ok((validator, tasks))
    }

    /// Gives the validator every key it will need, now and after each change.
    fn insert_keys(&self, name: &str) -> Result<(), Error> {
        let aura = authorities::aura_suri(name);
        self.keystore
            .sr25519_generate_new(AURA, Some(&aura))
            .map_err(other)?;
        for suri in authorities::grandpa_suris(name) {
            self.keystore
                .ed25519_generate_new(GRANDPA, Some(&suri))
                .map_err(other)?;
        }
        Ok(())
    }

    fn block_import(&self) -> Result<(BlockImport, GrandpaLink), Error> {
        let import = grandpa::block_import(
            self.client.clone(),
            JUSTIFICATION_PERIOD,
            &self.client,
            self.select_chain.clone(),
            None,
        )?;
        Ok(import)
    }

    fn import_queue(
        &self,
        tasks: &TaskManager,
        block_import: BlockImport,
    ) -> Result<DefaultImportQueue<Block>, Error> {
        let queue = import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
            block_import: block_import.clone(),
            justification_import: Some(Box::new(block_import)),
            client: self.client.clone(),
            create_inherent_data_providers: inherents,
            spawner: &tasks.spawn_essential_handle(),
            registry: None,
            check_for_equivocation: Default::default(),
            telemetry: None,
            compatibility_mode: Default::default(),
        })?;
        Ok(queue)
    }

    /// Starts the network with the protocols of GRANDPA, warp sync and light
    /// clients, and the JSON-RPC server on top of it.
    fn start_network<N: NetworkBackend<Block, Hash>>(
        &self,
        config: Configuration,
        tasks: &mut TaskManager,
        import_queue: DefaultImportQueue<Block>,
        grandpa_link: &GrandpaLink,
    ) -> Result<Network, Error> {
        let genesis_hash = self.client.chain_info().genesis_hash;
        let grandpa_protocol = grandpa::protocol_standard_name(&genesis_hash, &config.chain_spec);
        let metrics = N::register_notification_metrics(None);
        let mut net_config = FullNetworkConfiguration::<_, _, N>::new(&config.network, None);
        let (grandpa_config, grandpa_notifications) = grandpa::grandpa_peers_set_config::<_, N>(
            grandpa_protocol.clone(),
            metrics.clone(),
            net_config.peer_store_handle(),
        );
        net_config.add_notification_protocol(grandpa_config);
        let authority_set = grandpa_link.shared_authority_set().clone();
        let warp_proofs = NetworkProvider::new(self.backend.clone(), authority_set, vec![]);
        let (service, system_rpc_tx, tx_handler_controller, sync, _) =
            sc_service::build_network(BuildNetworkParams {
                config: &config,
                net_config,
                client: self.client.clone(),
                transaction_pool: self.pool.clone(),
                spawn_handle: tasks.spawn_handle(),
                spawn_essential_handle: tasks.spawn_essential_handle(),
                import_queue,
                block_announce_validator_builder: None,
                warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_proofs))),
                block_relay: None,
                metrics,
                gap_sync_body_policy: None,
            })?;
        let (client, pool) = (self.client.clone(), self.pool.clone());
        sc_service::spawn_tasks(SpawnTasksParams {
            config,
            client: self.client.clone(),
            backend: self.backend.clone(),
            task_manager: tasks,
            keystore: self.keystore.clone(),
            transaction_pool: self.pool.clone(),
            rpc_builder: Box::new(move |_| rpc::methods(client.clone(), pool.clone()).map_err(other)),
            network: service.clone(),
            system_rpc_tx,
            tx_handler_controller,
            sync_service: sync.clone(),
            telemetry: None,
            tracing_execute_block: None,
        })?;
        Ok(Network {
            service,
            sync,
            grandpa_protocol,
            grandpa_notifications,
        })
    }

    /// Makes blocks from the first peer on: before, they could only be a fork.
    /// After that even without a peer, so that a frozen one does not stop us.
    fn start_author(
        &self,
        tasks: &TaskManager,
        block_import: BlockImport,
        sync: Arc<SyncingService<Block>>,
    ) -> Result<(), Error> {
        let proposer_factory = sc_basic_authorship::ProposerFactory::new(
            tasks.spawn_handle(),
            self.client.clone(),
            self.pool.clone(),
            None,
            None,
        );
        let author = start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(StartAuraParams {
            slot_duration: SlotDuration::from_millis(SLOT_DURATION),
            client: self.client.clone(),
            select_chain: self.select_chain.clone(),
            block_import,
            proposer_factory,
            sync_oracle: sync.clone(),
            justification_sync_link: sync.clone(),
            create_inherent_data_providers: inherents,
            force_authoring: true,
            backoff_authoring_blocks: None::<()>,
            keystore: self.keystore.clone(),
            block_proposal_slot_portion: SlotProportion::new(2.0 / 3.0),
            max_block_proposal_slot_portion: None,
            telemetry: None,
            compatibility_mode: Default::default(),
        })?;
        let work = first_peer(sync).then(|()| author);
        tasks
            .spawn_essential_handle()
            .spawn_blocking("aura", Some("block-authoring"), work);
        Ok(())
    }

    fn start_voter(
        &self,
        tasks: &TaskManager,
        link: GrandpaLink,
        network: Network,
        name: &str,
    ) -> Result<(), Error> {
        let voter = grandpa::run_grandpa_voter(grandpa::GrandpaParams {
            config: grandpa::Config {
                gossip_duration: GOSSIP_DURATION,
                justification_generation_period: JUSTIFICATION_PERIOD,
                observer_enabled: false,
                local_role: Role::Authority,
                name: Some(name.into()),
                keystore: Some(self.keystore.clone()),
                telemetry: None,
                protocol_name: network.grandpa_protocol,
            },
            link,
            network: network.service,
            sync: network.sync,
            notification_service: network.grandpa_notifications,
            voting_rule: (),
            prometheus_registry: None,
            shared_voter_state: SharedVoterState::empty(),
            telemetry: None,
            offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(self.pool.clone()),
        })?;
        tasks
            .spawn_essential_handle()
            .spawn_blocking("grandpa-voter", None, voter);
        Ok(())
    }
}

async fn first_peer(sync: Arc<SyncingService<Block>>) {
    while sync.num_connected_peers() == 0 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// What a block says about its own time.
async fn inherents(
    _parent: Hash,
    (): (),
) -> Result<(Slot, Timestamp), Box<dyn std::error::Error + Send + Sync>> {
    let now = Timestamp::from_system_time();
    let duration = SlotDuration::from_millis(SLOT_DURATION);
    Ok((Slot::from_timestamp_and_slot_duration(*now, duration), now))
}

fn other(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Application(Box::new(error))
}
