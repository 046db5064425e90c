//! Which network is open: the one that other tabs have open already, unless the address names one; else the local one if
//! this device serves one, else Finney. All tabs show the same network, so a tab follows when another one opens another.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_primitives::{BlockHash, ErrorCode, Failure};
use taolight_protocol::engine::{
    DescribeNetwork, JoinNetwork, ListNetworks, NetworkDescription, NetworkInfo, NetworkSource, NetworkState,
    OpenNetwork, OpenedNetwork, TakeOver, WatchNetwork,
};

use crate::feed::follow;
use crate::own_networks::{genesis_of, keep, kept};
use crate::page;
use crate::store::Store;

/// Query parameter that names a network.
const QUERY: &str = "network";
const FINNEY: &str = "finney";
const LOCAL: &str = "local";
/// Where a development server puts the network that it runs itself.
const LOCAL_FILE: &str = "networks/local.json";

/// While it is there, this tab opens a network itself and follows no other tab.
struct Opening(Store);

impl Drop for Opening {
    fn drop(&mut self) {
        self.0.openings.update_value(|count| *count -= 1);
        self.0.catch_up();
    }
}

impl Store {
    /// Lists the networks and opens the one to begin with.
    pub(crate) async fn open_at_start(self) -> Result<(), Failure> {
        let engine = self.clients()?.engine;
        let list = async {
            self.networks.set(engine.call(ListNetworks {}).await?);
            Ok(())
        };
        let (listed, opened) = futures::join!(list, self.join_at_start());
        opened.and(listed)
    }

    /// Opens the same network in an engine that was started again, unless another tab was first and has another one. What
    /// the page shows of it stays until it is replaced, and what is being reviewed stays.
    pub(crate) async fn open_again(self) -> Result<(), Failure> {
        let Some(source) = self.source.get_value() else {
            return self.open_at_start().await;
        };
        let _opening = self.opening();
        let opened = self.clients()?.engine.call(JoinNetwork { source }).await?;
        if self.is_shown(&opened) {
            return self.show_network(opened.network);
        }
        self.follow_tab(opened)
    }

    /// Opens a network of the lists and remembers it in the page's address.
    pub(crate) async fn open(self, source: NetworkSource) -> Result<(), Failure> {
        let _opening = self.opening();
        self.ask_to_open(source).await?;
        self.name_network_in_address();
        Ok(())
    }

    /// Opens the network of a file's text, and keeps it.
    pub(crate) async fn open_text(self, text: String) -> Result<(), Failure> {
        let _opening = self.opening();
        let describe = DescribeNetwork { text };
        let NetworkDescription { file, .. } = self.clients()?.engine.call(describe).await?;
        self.ask_to_open(NetworkSource::Text { text: file.clone() })
            .await?;
        keep(file);
        self.name_network_in_address();
        Ok(())
    }

    /// Follows which network the engine has open for all tabs, for as long as the page lives.
    pub(crate) fn follow_tabs(self) -> Result<(), Failure> {
        let feed = follow(
            &self.clients()?.engine,
            std::time::Duration::ZERO,
            || WatchNetwork {},
            move |state| {
                self.network_state.set(state);
                self.catch_up();
            },
            move |failure| self.alert.set(Some(failure)),
        );
        self.tabs_feed.set_value(Some(feed));
        Ok(())
    }

    /// Takes the device over from the tab that has it.
    pub(crate) fn take_over(self) {
        spawn_local(async move {
            let asked = async { self.clients()?.engine.call(TakeOver {}).await };
            if let Err(failure) = asked.await {
                self.alert.set(Some(failure));
            }
        });
    }

    async fn join_at_start(self) -> Result<(), Failure> {
        let _opening = self.opening();
        let AtStart { source, is_named } = AtStart::find().await?;
        let join = JoinNetwork {
            source: source.clone(),
        };
        let opened = self.clients()?.engine.call(join).await?;
        match is_named && opened.source != source {
            true => self.ask_to_open(source).await,
            false => self.take(opened),
        }
    }

    async fn ask_to_open(self, source: NetworkSource) -> Result<(), Failure> {
        let open = OpenNetwork {
            source: source.clone(),
        };
        let network = self.clients()?.engine.call(open).await?;
        self.take(OpenedNetwork { source, network })
    }

    fn opening(self) -> Opening {
        self.openings.update_value(|count| *count += 1);
        Opening(self)
    }

    /// Shows what another tab opened meanwhile.
    fn catch_up(self) {
        let NetworkState::Open(opened) = self.network_state.get_untracked() else {
            return;
        };
        if self.openings.get_value() > 0 || self.is_shown(&opened) {
            return;
        }
        if let Err(failure) = self.follow_tab(*opened) {
            self.alert.set(Some(failure));
        }
    }

    fn follow_tab(self, opened: OpenedNetwork) -> Result<(), Failure> {
        let name = opened.network.name.clone();
        let is_change = self.network.read_untracked().is_some();
        self.take(opened)?;
        self.name_network_in_address();
        self.followed.set(is_change.then_some(name));
        Ok(())
    }

    fn is_shown(self, opened: &OpenedNetwork) -> bool {
        self.source
            .with_value(|source| source.as_ref() == Some(&opened.source))
    }

    fn take(self, opened: OpenedNetwork) -> Result<(), Failure> {
        self.network_state
            .set(NetworkState::Open(Box::new(opened.clone())));
        self.source.set_value(Some(opened.source));
        self.reset_chain();
        self.show_network(opened.network)
    }

    /// Names the open network in the page's address, if it can be found by a name: a known one by its id, an own one by
    /// its genesis.
    pub(crate) fn name_network_in_address(self) {
        let name = self.source.with_value(|source| match source {
            Some(NetworkSource::Known { id }) => Some(id.clone()),
            Some(NetworkSource::Text { text }) => {
                let genesis = genesis_of(text).filter(|genesis| kept(*genesis).as_ref() == Some(text));
                genesis.map(|genesis| genesis.to_string())
            }
            None => None,
        });
        page::set_query(QUERY, name.as_deref());
    }

    fn show_network(self, network: NetworkInfo) -> Result<(), Failure> {
        self.alert.set(None);
        self.followed.set(None);
        self.network.set(Some(network));
        self.recall_favourites();
        self.follow_network()?;
        self.opened.update(|count| *count += 1);
        Ok(())
    }
}

/// The network to begin with.
struct AtStart {
    source: NetworkSource,
    /// Whether the address names it.
    is_named: bool,
}

impl AtStart {
    async fn find() -> Result<Self, Failure> {
        let asked = page::query(QUERY);
        let is_named = asked.is_some();
        let source = match asked {
            Some(name) if name != LOCAL => named(name)?,
            None if !page::is_of_this_device() => finney(),
            asked => match page::fetch_json_text(LOCAL_FILE).await {
                Some(text) => NetworkSource::Text { text },
                None if asked.is_some() => return Err(no_local_network()),
                None => finney(),
            },
        };
        Ok(Self { source, is_named })
    }
}

/// The network of a name in the address.
fn named(name: String) -> Result<NetworkSource, Failure> {
    let Ok(genesis) = BlockHash::from_hex(&name) else {
        return Ok(NetworkSource::Known { id: name });
    };
    let text = kept(genesis).ok_or_else(not_kept)?;
    Ok(NetworkSource::Text { text })
}

fn not_kept() -> Failure {
    Failure::worded(ErrorCode::UnknownNetwork, say!(failures.own.network_not_kept))
}

fn no_local_network() -> Failure {
    Failure::worded(ErrorCode::UnknownNetwork, say!(failures.own.no_local_network))
}

fn finney() -> NetworkSource {
    NetworkSource::Known {
        id: FINNEY.to_owned(),
    }
}
