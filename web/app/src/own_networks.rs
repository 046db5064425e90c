//! Networks that somebody brought as a file or a chain spec: kept in this browser as network files, so that they can be
//! opened again, until they are forgotten. They are told apart by their genesis; a newer file of the same takes the place
//! of the older one.

use leptos::prelude::*;
use serde::Deserialize;
use taolight_primitives::{BlockHash, Failure};
use taolight_protocol::engine::{
    DescribeNetwork, NetworkDescription, NetworkInfo, NetworkSource, NetworkState,
};

use crate::memory;
use crate::store::Store;

/// As many as are kept.
pub(crate) const MOST: usize = 16;
/// Bytes of a network file at most. Finney's has six thousand.
const MOST_BYTES: usize = 64 << 10;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnNetwork {
    /// What the engine read in its file.
    pub(crate) info: NetworkInfo,
    /// The file.
    pub(crate) file: String,
}

#[derive(Deserialize)]
struct Document {
    genesis: Genesis,
}

#[derive(Deserialize)]
struct Genesis {
    hash: BlockHash,
}

/// The genesis that a network file names; none if it is not such a file. Whether it is true is for the engine to check.
pub(crate) fn genesis_of(file: &str) -> Option<BlockHash> {
    if file.len() > MOST_BYTES {
        return None;
    }
    let document: Document = serde_json::from_str(file).ok()?;
    Some(document.genesis.hash)
}

/// The files with this one put first, in place of an older one of the same network.
pub(crate) fn put(files: &[String], file: String) -> Vec<String> {
    let genesis = genesis_of(&file);
    let others = files.iter().filter(|other| genesis_of(other) != genesis);
    std::iter::once(file).chain(others.cloned()).take(MOST).collect()
}

/// The file of the network that the page's address names by its genesis.
pub(crate) fn kept(genesis: BlockHash) -> Option<String> {
    let mut files = memory::networks().into_iter();
    files.find(|file| genesis_of(file) == Some(genesis))
}

/// Keeps a network file, as the first of them.
pub(crate) fn keep(file: String) {
    memory::set_networks(&put(&memory::networks(), file));
}

impl Store {
    /// Asks the engine what the kept files say. Those that it refuses are not listed, and stay kept: a later version may
    /// read them.
    pub(crate) async fn list_own_networks(self) -> Result<(), Failure> {
        let engine = self.clients()?.engine;
        let mut listed = Vec::new();
        for file in memory::networks() {
            let text = file.clone();
            // Opened by the very text that is kept, so that the address can name it whatever wrote that text.
            if let Ok(NetworkDescription { network: info, .. }) = engine.call(DescribeNetwork { text }).await
            {
                listed.push(OwnNetwork { info, file });
            }
        }
        self.own_networks.set(listed);
        Ok(())
    }

    /// Keeps a network no longer. If it is open, it stays open.
    pub(crate) fn forget_network(self, genesis: BlockHash) {
        let mut files = memory::networks();
        files.retain(|file| genesis_of(file) != Some(genesis));
        memory::set_networks(&files);
        self.own_networks
            .update(|all| all.retain(|own| own.info.genesis != genesis));
        self.name_network_in_address();
    }

    /// Whether what is open came from here.
    pub(crate) fn has_open(self, source: &NetworkSource) -> bool {
        match &*self.network_state.read() {
            NetworkState::Open(opened) => opened.source == *source,
            NetworkState::Closed | NetworkState::Elsewhere { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(genesis: u8, name: &str) -> String {
        let hash = BlockHash([genesis; 32]);
        format!(r#"{{"name":"{name}","genesis":{{"hash":"{hash}"}}}}"#)
    }

    #[test]
    fn a_newer_file_takes_the_place_of_an_older_one() {
        let files = put(&put(&[], file(1, "one")), file(2, "two"));
        assert_eq!(files, [file(2, "two"), file(1, "one")]);
        assert_eq!(put(&files, file(1, "newer")), [file(1, "newer"), file(2, "two")]);
    }

    #[test]
    fn as_many_are_kept_as_there_is_room_for() {
        let many = (0..40).fold(Vec::new(), |files, genesis| put(&files, file(genesis, "some")));
        assert_eq!(many.len(), MOST);
        assert_eq!(genesis_of(&many[0]), Some(BlockHash([39; 32])));
    }

    #[test]
    fn what_names_no_genesis_is_no_network_file() {
        for text in ["", "{}", r#"{"genesis":{"hash":"0x00"}}"#] {
            assert_eq!(genesis_of(text), None, "{text}");
        }
        let large = file(1, &"x".repeat(MOST_BYTES));
        assert_eq!(genesis_of(&large), None);
    }
}
