//! Networks that can be opened, and how far the light client is on the one that is.

use serde::{Deserialize, Serialize};
use taolight_primitives::BlockRef;

/// Lists the networks that the engine ships with.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ListNetworks {}

/// A network as a person chooses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct NetworkInfo {
    /// Stable name for programs, such as `finney`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Genesis hash: what really tells networks apart.
    pub genesis: taolight_primitives::BlockHash,
    /// Symbol of the token.
    pub token: String,
    /// Decimals of the token.
    pub decimals: u8,
    /// Prefix of SS58 addresses.
    pub ss58: u16,
    /// Peers to dial first, as multiaddresses.
    pub bootnodes: Vec<String>,
    /// Where the light client starts.
    pub checkpoint: Option<CheckpointInfo>,
    /// Whether it can be opened here, and if not, why.
    pub availability: Availability,
}

/// Whether a network can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum Availability {
    /// It can.
    Available,
    /// It cannot.
    Unavailable {
        /// Why, in a sentence for people.
        reason: String,
    },
}

/// The block from which everything else is proven; trusted because the app, or the user's own file, names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct CheckpointInfo {
    /// The block.
    pub block: BlockRef,
    /// GRANDPA set id after that block.
    pub set_id: u32,
    /// When it was authored, in milliseconds since 1970, from its Aura slot.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub time_ms: u64,
}

/// Opens a network, anew if it is open; closes the one that is open. One network is open for all clients of an engine:
/// the others learn of it by [`WatchNetwork`]. Waits while another process has the device.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenNetwork {
    /// Which.
    pub source: NetworkSource,
}

/// Opens a network unless one is open, by whichever client. The answer is the one that is open then. Waits while another
/// process has the device.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct JoinNetwork {
    /// Which to open if none is.
    pub source: NetworkSource,
}

/// A network that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenedNetwork {
    /// Where its description came from.
    pub source: NetworkSource,
    /// What it is.
    pub network: NetworkInfo,
}

/// Follows [`NetworkState`].
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchNetwork {}

/// Which network is open, for all clients of an engine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum NetworkState {
    /// None.
    #[default]
    Closed,
    /// This one.
    Open(Box<OpenedNetwork>),
    /// None, because another engine has this device. One follows the chain and writes the journal at a time.
    Elsewhere {
        /// Whose.
        holder: Holder,
    },
}

/// Who has the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Holder {
    /// Another tab, in a browser whose tabs cannot share an engine.
    Tab,
    /// Tabs of another version of the app, which shares no engine with this one.
    Version,
}

/// Takes the device over from the engine that has it. That one saves its state first if it can, and ends.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakeOver {}

/// Where the description of a network comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "from", rename_all = "camelCase"))]
pub enum NetworkSource {
    /// One of [`ListNetworks`].
    Known {
        /// Its id.
        id: String,
    },
    /// A network file of ours, or a Substrate chain spec (raw or light).
    Text {
        /// The JSON text.
        text: String,
    },
}

/// Reads the description of a network without opening it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DescribeNetwork {
    /// A network file of ours, or a Substrate chain spec (raw or light), as JSON text.
    pub text: String,
}

/// What a description says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NetworkDescription {
    /// The network.
    pub network: NetworkInfo,
    /// The same as a network file: some kilobytes, however large the chain spec was.
    pub file: String,
}

/// Follows what the user should know about how the network was opened: every [`Notice`] since.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchNotices {}

/// Something that is not an error and that the user should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "notice", rename_all = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "notice", rename_all = "camelCase")
)]
pub enum Notice {
    /// What was saved on this device could not be used and was set aside; the client starts from the checkpoint.
    SavedStateSetAside {
        /// Why it could not be used.
        reason: String,
    },
    /// Some bootnodes cannot be dialled from here (plain ws from a https page, raw TCP from a browser).
    BootnodesUnreachable {
        /// Their multiaddresses.
        addresses: Vec<String>,
        /// Why.
        reason: String,
    },
}

/// Closes the network that is open.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CloseNetwork {}

/// Saves the light client's state now; hosts ask for it when the page freezes or goes away.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveState {}

/// Follows [`Lifecycle`].
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WatchLifecycle {}

/// How far the light client is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Lifecycle {
    /// The phase.
    pub phase: Phase,
    /// Peers that are connected.
    pub peers: u32,
}

/// Phases of the light client.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum Phase {
    /// No network is open.
    #[default]
    Off,
    /// Looking for peers.
    Connecting,
    /// Proving blocks.
    Syncing {
        /// Highest block that is proven.
        at: u32,
        /// Highest block that a peer announced.
        target: u32,
    },
    /// Following the chain.
    Ready,
    /// Not getting on.
    Stalled {
        /// Why.
        reason: Stall,
    },
}

/// Why the light client is not getting on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Stall {
    /// No peer answers.
    NoPeers,
    /// Peers answer and nothing moves.
    NoProgress,
    /// Peers answer and none can prove anything from the checkpoint.
    CheckpointUnproven,
}
