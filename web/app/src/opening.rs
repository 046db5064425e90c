//! Which network is open: the one that the address names, else the local one if this device serves one, else Finney.

use leptos::prelude::*;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::engine::{ListNetworks, NetworkInfo, NetworkSource, OpenNetwork};

use crate::page;
use crate::store::Store;

/// Query parameter that names a network.
const QUERY: &str = "network";
const FINNEY: &str = "finney";
const LOCAL: &str = "local";
/// Where a development server puts the network that it runs itself.
const LOCAL_FILE: &str = "networks/local.json";

impl Store {
    /// Lists the networks and opens the one to begin with.
    pub(crate) async fn open_at_start(self) -> Result<(), Failure> {
        let engine = self.clients()?.engine;
        let list = async {
            self.networks.set(engine.call(ListNetworks {}).await?);
            Ok(())
        };
        let open = async { self.open(source_at_start().await?).await };
        let (listed, opened) = futures::join!(list, open);
        opened.and(listed)
    }

    /// Opens the same network in an engine that was started again. What the page shows stays until it is replaced, and
    /// what is being reviewed stays.
    pub(crate) async fn open_again(self) -> Result<(), Failure> {
        match self.source.get_value() {
            Some(source) => {
                let network = self.ask_to_open(source).await?;
                self.show_network(network)
            }
            None => self.open_at_start().await,
        }
    }

    /// Opens a network of the list and remembers it in the page's address.
    pub(crate) async fn open_known(self, id: String) -> Result<(), Failure> {
        self.open(NetworkSource::Known { id: id.clone() }).await?;
        page::set_query(QUERY, Some(&id));
        Ok(())
    }

    /// Opens the network of a file's text.
    pub(crate) async fn open_text(self, text: String) -> Result<(), Failure> {
        self.open(NetworkSource::Text { text }).await?;
        page::set_query(QUERY, None);
        Ok(())
    }

    async fn open(self, source: NetworkSource) -> Result<(), Failure> {
        let network = self.ask_to_open(source.clone()).await?;
        self.source.set_value(Some(source));
        self.reset_chain();
        self.show_network(network)
    }

    async fn ask_to_open(self, source: NetworkSource) -> Result<NetworkInfo, Failure> {
        self.clients()?.engine.call(OpenNetwork { source }).await
    }

    fn show_network(self, network: NetworkInfo) -> Result<(), Failure> {
        self.alert.set(None);
        self.network.set(Some(network));
        self.recall_favourites();
        self.follow_network()?;
        self.opened.update(|count| *count += 1);
        Ok(())
    }
}

async fn source_at_start() -> Result<NetworkSource, Failure> {
    match page::query(QUERY) {
        Some(id) if id != LOCAL => Ok(NetworkSource::Known { id }),
        None if !page::is_of_this_device() => Ok(finney()),
        asked => match page::fetch_json_text(LOCAL_FILE).await {
            Some(text) => Ok(NetworkSource::Text { text }),
            None if asked.is_some() => Err(Failure::new(
                ErrorCode::UnknownNetwork,
                "There is no local network: this server has no file networks/local.json. \
                 Start the local network and reload, or choose another network.",
            )),
            None => Ok(finney()),
        },
    }
}

fn finney() -> NetworkSource {
    NetworkSource::Known {
        id: FINNEY.to_owned(),
    }
}
