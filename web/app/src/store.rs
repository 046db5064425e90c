//! What the page shows, as signals. Components read them; `feed`, `opening`, `keyring`, `vault` and `sending` write them.

use std::collections::{BTreeMap, BTreeSet};

use futures::channel::{mpsc::UnboundedSender, oneshot};
use leptos::prelude::*;
use taolight_bittensor::reads::{Balance, ColdkeySwap, Neuron, Portfolio, SafeText, Subnet, SubnetDetail};
use taolight_bittensor::{Quote, Tolerance};
use taolight_locales::{Locale, say};
use taolight_primitives::{AccountId, ErrorCode, Failure, NetUid, Rao, Verified};
use taolight_protocol::engine::{
    AccountActivity, Head, Heads, JournalEntry, Lifecycle, NetworkInfo, NetworkSource, NetworkState, Notice,
    Phase,
};
use taolight_protocol::vault::{Account, DamagedAccount, VaultStatus};

use crate::clients::Clients;
use crate::columns::Choices;
use crate::contacts::Contact;
use crate::feed::Feed;
use crate::language;
use crate::memory;
use crate::own_networks::OwnNetwork;
use crate::page;
use crate::reading::Reading;
use crate::route::Route;
use crate::seen::{self, Elsewhere};
use crate::sending::Review;
use crate::sheet::Sheet;
use crate::sort::Sort;
use crate::table_view::View;
use crate::transfer::{Draft, Means};

/// A finalized block older than this is a sign that something is stuck.
const STALE_MS: u64 = 90_000;

/// The page's state. Copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct Store {
    clients: StoredValue<Option<Clients>, LocalStorage>,
    /// Where the description of the open network came from.
    pub(crate) source: StoredValue<Option<NetworkSource>, LocalStorage>,
    /// How many networks this tab is opening itself.
    pub(crate) openings: StoredValue<u32>,
    /// Subscription of what all tabs show.
    pub(crate) tabs_feed: StoredValue<Option<Feed>, LocalStorage>,
    /// Subscriptions of the open network; replaced when another is opened.
    pub(crate) network_feeds: StoredValue<Vec<Feed>, LocalStorage>,
    /// Subscription of the chosen account's balance.
    pub(crate) balance_feed: StoredValue<Option<Feed>, LocalStorage>,
    /// Subscription of what touches the accounts.
    pub(crate) activity_feed: StoredValue<Option<Feed>, LocalStorage>,
    /// Subscription of the vault's state.
    pub(crate) vault_feed: StoredValue<Option<Feed>, LocalStorage>,
    /// What reads the names of hotkeys.
    pub(crate) hotkey_feed: StoredValue<Option<Feed>, LocalStorage>,
    /// Ends the vault's process.
    pub(crate) vault_stop: StoredValue<Option<UnboundedSender<()>>, LocalStorage>,
    /// Whatever waits until the vault is unlocked.
    pub(crate) unlock_waiters: StoredValue<Vec<oneshot::Sender<()>>, LocalStorage>,

    /// This device's clock, in milliseconds since 1970; ticks every second.
    pub(crate) now_ms: RwSignal<u64>,
    /// Which page is shown.
    pub(crate) route: RwSignal<Route>,
    /// The language of the page.
    pub(crate) locale: RwSignal<Locale>,
    /// Whether logos of subnets are shown.
    pub(crate) logos: RwSignal<bool>,
    /// Something that went wrong and concerns the whole page.
    pub(crate) alert: RwSignal<Option<Failure>>,

    /// The networks to choose from.
    pub(crate) networks: RwSignal<Vec<NetworkInfo>>,
    /// The networks that were brought, latest first.
    pub(crate) own_networks: RwSignal<Vec<OwnNetwork>>,
    /// The open network.
    pub(crate) network: RwSignal<Option<NetworkInfo>>,
    /// What the engine has open for all tabs.
    pub(crate) network_state: RwSignal<NetworkState>,
    /// The network that this tab shows because another tab opened it, until that was dismissed.
    pub(crate) followed: RwSignal<Option<String>>,
    /// Counts how often a network was opened, so that what belongs to one is asked again for the next.
    pub(crate) opened: RwSignal<u32>,
    /// What to know about how it was opened, less what was dismissed.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// How far the light client is.
    pub(crate) lifecycle: RwSignal<Lifecycle>,
    /// The end of the chain.
    pub(crate) heads: RwSignal<Heads>,

    /// How the vault is; `None` while its process starts.
    pub(crate) vault: RwSignal<Option<VaultStatus>>,
    /// Whether the vault's password is being asked for.
    pub(crate) unlocking: RwSignal<bool>,
    /// Whether the sheet of networks is open.
    pub(crate) choosing_network: RwSignal<bool>,
    /// What is being done in a sheet.
    pub(crate) sheet: RwSignal<Option<Sheet>>,
    /// Whether that sheet must stay open for now.
    pub(crate) sheet_busy: RwSignal<bool>,

    /// The accounts; `None` until any is known or the vault said that there is none.
    pub(crate) accounts: RwSignal<Option<Vec<Account>>>,
    /// What is wrong with accounts of which something cannot be read.
    pub(crate) damaged: RwSignal<Vec<DamagedAccount>>,
    /// The accounts that were here and are not, though nobody removed them: the browser cleared its storage.
    pub(crate) gone: RwSignal<Vec<Account>>,
    /// The address book.
    pub(crate) contacts: RwSignal<Vec<Contact>>,
    /// Whether somebody chose to look around without an account.
    pub(crate) looking: RwSignal<bool>,
    /// The account that the page is about.
    pub(crate) chosen: RwSignal<Option<AccountId>>,
    /// Its balance.
    pub(crate) balance: RwSignal<Option<Verified<Balance>>>,
    /// Why its balance cannot be read.
    pub(crate) balance_failure: RwSignal<Option<Failure>>,

    /// Whether the portfolio is that of all accounts.
    pub(crate) all_accounts: RwSignal<bool>,
    /// What the accounts have.
    pub(crate) portfolio: Reading<Portfolio>,
    /// Every subnet.
    pub(crate) subnets: Reading<Vec<Subnet>>,
    /// The subnet that is looked at.
    pub(crate) subnet_detail: Reading<Option<SubnetDetail>>,
    /// The validators of the subnet that is looked at.
    pub(crate) validators: Reading<Vec<Neuron>>,
    /// The neurons of the subnet that is looked at.
    pub(crate) metagraph: Reading<Vec<Neuron>>,
    /// What the trade that is being typed would give.
    pub(crate) quote: Reading<Quote>,
    /// What hotkeys are called, as far as it was asked; none of those that say nothing.
    pub(crate) hotkey_names: RwSignal<BTreeMap<AccountId, Option<SafeText>>>,
    /// How the list of subnets is looked at.
    pub(crate) subnet_view: RwSignal<View>,
    /// Whether it shows favourites only.
    pub(crate) favourites_only: RwSignal<bool>,
    /// Which columns of tables were chosen.
    pub(crate) columns: RwSignal<Choices>,
    /// The subnets that somebody wants to find again.
    pub(crate) favourites: RwSignal<BTreeSet<NetUid>>,
    /// How much worse a price may become before a trade is not done.
    pub(crate) tolerance: RwSignal<Tolerance>,

    /// Whether another coldkey is to take the chosen account's place.
    pub(crate) coldkey_swap: Reading<ColdkeySwap>,
    /// The form that sends, as typed.
    pub(crate) draft: RwSignal<Draft>,
    /// The chain's existential deposit, once a prepared transaction told it.
    pub(crate) existential_deposit: RwSignal<Option<Rao>>,
    /// What is being reviewed.
    pub(crate) review: RwSignal<Option<Review>>,
    /// Counts the transactions that were handed over, so that a form knows that its own was.
    pub(crate) sent: RwSignal<u32>,
    /// The transactions of the open network, latest first; `None` until the engine answered.
    pub(crate) journal: RwSignal<Option<Vec<JournalEntry>>>,
    /// What the light client saw of each account, whoever wanted it.
    pub(crate) activity: RwSignal<Vec<AccountActivity>>,
}

impl Store {
    /// An empty store.
    pub(crate) fn new() -> Self {
        Self {
            clients: StoredValue::new_local(None),
            source: StoredValue::new_local(None),
            openings: StoredValue::new(0),
            tabs_feed: StoredValue::new_local(None),
            network_feeds: StoredValue::new_local(Vec::new()),
            balance_feed: StoredValue::new_local(None),
            activity_feed: StoredValue::new_local(None),
            vault_feed: StoredValue::new_local(None),
            hotkey_feed: StoredValue::new_local(None),
            vault_stop: StoredValue::new_local(None),
            unlock_waiters: StoredValue::new_local(Vec::new()),
            now_ms: RwSignal::new(page::now_ms()),
            route: RwSignal::new(Route::parse(&page::hash())),
            locale: RwSignal::new(language::begin()),
            logos: RwSignal::new(memory::logos()),
            alert: RwSignal::new(None),
            networks: RwSignal::new(Vec::new()),
            own_networks: RwSignal::new(Vec::new()),
            network: RwSignal::new(None),
            network_state: RwSignal::new(NetworkState::default()),
            followed: RwSignal::new(None),
            opened: RwSignal::new(0),
            notices: RwSignal::new(Vec::new()),
            lifecycle: RwSignal::new(Lifecycle::default()),
            heads: RwSignal::new(Heads::default()),
            vault: RwSignal::new(None),
            unlocking: RwSignal::new(false),
            choosing_network: RwSignal::new(false),
            sheet: RwSignal::new(None),
            sheet_busy: RwSignal::new(false),
            accounts: RwSignal::new(None),
            damaged: RwSignal::new(Vec::new()),
            gone: RwSignal::new(Vec::new()),
            contacts: RwSignal::new(memory::contacts()),
            looking: RwSignal::new(memory::is_looking()),
            chosen: RwSignal::new(None),
            balance: RwSignal::new(None),
            balance_failure: RwSignal::new(None),
            all_accounts: RwSignal::new(false),
            portfolio: Reading::new(),
            subnets: Reading::new(),
            subnet_detail: Reading::new(),
            validators: Reading::new(),
            metagraph: Reading::new(),
            quote: Reading::new(),
            hotkey_names: RwSignal::new(BTreeMap::new()),
            subnet_view: RwSignal::new(View::new(Sort::up("number"))),
            favourites_only: RwSignal::new(false),
            columns: RwSignal::new(memory::columns()),
            favourites: RwSignal::new(BTreeSet::new()),
            tolerance: RwSignal::new(memory::tolerance()),
            coldkey_swap: Reading::new(),
            draft: RwSignal::new(Draft::default()),
            existential_deposit: RwSignal::new(None),
            review: RwSignal::new(None),
            sent: RwSignal::new(0),
            journal: RwSignal::new(None),
            activity: RwSignal::new(Vec::new()),
        }
    }

    /// Takes the clients of the two processes.
    pub(crate) fn connect(self, clients: Clients) {
        self.clients.set_value(Some(clients));
    }

    /// The clients, or why there are none yet.
    pub(crate) fn clients(self) -> Result<Clients, Failure> {
        self.clients.get_value().ok_or_else(|| {
            Failure::worded(ErrorCode::Disconnected, say!(failures.own.not_started)).retryable()
        })
    }

    /// Forgets everything that belongs to one network.
    pub(crate) fn reset_chain(self) {
        self.network_feeds.set_value(Vec::new());
        self.lifecycle.set(Lifecycle::default());
        self.heads.set(Heads::default());
        self.notices.set(Vec::new());
        self.journal.set(None);
        self.reset_activity();
        self.existential_deposit.set(None);
        self.review.set(None);
        self.portfolio.clear();
        self.subnets.clear();
        self.subnet_detail.clear();
        self.validators.clear();
        self.metagraph.clear();
        self.quote.clear();
        self.coldkey_swap.clear();
        self.hotkey_names.set(BTreeMap::new());
        self.reset_balance();
    }

    /// Forgets the balance that is shown.
    pub(crate) fn reset_balance(self) {
        self.balance_feed.set_value(None);
        self.balance.set(None);
        self.balance_failure.set(None);
    }

    /// Forgets what touched the accounts.
    pub(crate) fn reset_activity(self) {
        self.activity_feed.set_value(None);
        self.activity.set(Vec::new());
    }

    /// What touched the accounts and was not signed here, latest first. Tracked.
    pub(crate) fn elsewhere(self) -> Vec<Elsewhere> {
        let journal = self.journal.read();
        seen::elsewhere(&self.activity.read(), journal.as_deref().unwrap_or_default())
    }

    /// Whether the light client follows the chain.
    pub(crate) fn is_ready(self) -> bool {
        self.lifecycle.read().phase == Phase::Ready
    }

    /// The finalized block if nothing was finalized after it for too long.
    pub(crate) fn stale_head(self) -> Option<Head> {
        let finalized = self.heads.read().finalized?;
        let age = self.now_ms.get().saturating_sub(finalized.time_ms);
        (age > STALE_MS || !self.is_ready()).then_some(finalized)
    }

    /// What is known of the chosen account when a draft is checked.
    pub(crate) fn means(self) -> Means {
        Means {
            balance: self.balance.read().as_ref().map(|balance| balance.value),
            existential_deposit: self.existential_deposit.get(),
        }
    }
}
