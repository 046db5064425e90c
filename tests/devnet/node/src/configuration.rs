//! The configuration of one validator: everything on the loopback interface,
//! an archive of all states, and peer-to-peer connections over WebSocket.

use crate::{chain_spec::ChainSpec, cli::NodeOptions};
use sc_network::{
    Multiaddr,
    config::{NetworkConfiguration, NodeKeyConfig, Role, Secret},
};
use sc_service::{
    BasePath, BlocksPruning, Configuration, DatabaseSource, PruningMode, RpcMethods, TracingReceiver,
    config::{
        ExecutorConfiguration, KeystoreConfig, OffchainWorkerConfig, RpcBatchRequestConfig, RpcConfiguration,
        RpcEndpoint,
    },
};
use std::{
    net::{Ipv4Addr, SocketAddr},
    num::NonZeroUsize,
    path::Path,
};

const MAX_RPC_CONNECTIONS: u32 = 200;
const MAX_RPC_PAYLOAD_MB: u32 = 32;
const MAX_SUBSCRIPTIONS: u32 = 1024;
const RPC_BUFFER: u32 = 256;

/// The identity of a node: its secret key is kept in its directory.
pub fn node_key(base: &Path) -> NodeKeyConfig {
    NodeKeyConfig::Ed25519(Secret::File(base.join("node.key")))
}

/// Where a node listens for peers.
pub fn p2p_address(port: u16) -> String {
    format!("/ip4/127.0.0.1/tcp/{port}/ws")
}

pub fn configuration(
    options: &NodeOptions,
    tokio_handle: tokio::runtime::Handle,
) -> anyhow::Result<Configuration> {
    let spec = ChainSpec::from_json_file(options.spec.clone()).map_err(anyhow::Error::msg)?;
    Ok(Configuration {
        impl_name: "taolight-devnet".into(),
        impl_version: env!("CARGO_PKG_VERSION").into(),
        role: Role::Authority,
        tokio_handle,
        transaction_pool: Default::default(),
        network: network(options)?,
        keystore: KeystoreConfig::InMemory,
        database: DatabaseSource::ParityDb {
            path: options.base.join("db"),
        },
        trie_cache_maximum_size: Some(16 * 1024 * 1024),
        warm_up_trie_cache: None,
        state_pruning: Some(PruningMode::ArchiveAll),
        blocks_pruning: BlocksPruning::KeepAll,
        chain_spec: Box::new(spec),
        executor: ExecutorConfiguration::default(),
        wasm_runtime_overrides: None,
        rpc: rpc(options.rpc_port),
        prometheus_config: None,
        telemetry_endpoints: None,
        offchain_worker: OffchainWorkerConfig::default(),
        force_authoring: true,
        disable_grandpa: false,
        dev_key_seed: None,
        tracing_targets: None,
        tracing_receiver: TracingReceiver::Log,
        announce_block: true,
        data_path: options.base.clone(),
        base_path: BasePath::new(&options.base),
    })
}

fn network(options: &NodeOptions) -> anyhow::Result<NetworkConfiguration> {
    let mut network = NetworkConfiguration::new(
        &options.name,
        concat!("taolight-devnet/", env!("CARGO_PKG_VERSION")),
        node_key(&options.base),
        None,
    );
    let address: Multiaddr = p2p_address(options.p2p_port).parse()?;
    network.listen_addresses = vec![address.clone()];
    network.public_addresses = vec![address];
    network.boot_nodes = vec![options.peer.clone()];
    network.default_peers_set.reserved_nodes = vec![options.peer.clone()];
    network.default_peers_set_num_full = 50;
    network.allow_non_globals_in_dht = true;
    network.kademlia_replication_factor = NonZeroUsize::MIN;
    Ok(network)
}

fn rpc(port: u16) -> RpcConfiguration {
    let batch_config = RpcBatchRequestConfig::Unlimited;
    let endpoint = RpcEndpoint {
        listen_addr: SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        batch_config,
        max_connections: MAX_RPC_CONNECTIONS,
        max_payload_in_mb: MAX_RPC_PAYLOAD_MB,
        max_payload_out_mb: MAX_RPC_PAYLOAD_MB,
        max_subscriptions_per_connection: MAX_SUBSCRIPTIONS,
        max_buffer_capacity_per_connection: RPC_BUFFER,
        rate_limit: None,
        rate_limit_trust_proxy_headers: false,
        rate_limit_whitelisted_ips: Vec::new(),
        cors: None,
        rpc_methods: RpcMethods::Unsafe,
        is_optional: false,
        retry_random_port: false,
    };
    RpcConfiguration {
        addr: Some(vec![endpoint]),
        max_connections: MAX_RPC_CONNECTIONS,
        cors: None,
        methods: RpcMethods::Unsafe,
        max_request_size: MAX_RPC_PAYLOAD_MB,
        max_response_size: MAX_RPC_PAYLOAD_MB,
        id_provider: None,
        max_subs_per_conn: MAX_SUBSCRIPTIONS,
        port,
        message_buffer_capacity: RPC_BUFFER,
        batch_config,
        rate_limit: None,
        rate_limit_whitelisted_ips: Vec::new(),
        rate_limit_trust_proxy_headers: false,
        request_logger_limit: 1024,
    }
}
