//! One open network: its chain, its journal, and the tasks that run as long as it is open.

use std::{rc::Rc, time::Duration};

use eyeball::SharedObservable;
use futures::{FutureExt, StreamExt, future::AbortHandle, stream};
use taolight_light::{self as light, Network};
use taolight_primitives::Failure;
use taolight_protocol::engine::{Heads, JournalEntry, Lifecycle, NetworkState, Notice};

use crate::{
    activity::ActivityLog,
    chain::Chain,
    failure::{light_failed, storage_failed},
    follow::follow,
    host::Host,
    journal::Journal,
    network,
};

/// How often the light client's state is saved.
const SAVE_EVERY: Duration = Duration::from_secs(60);

/// What subscribers see, whichever network is open.
#[derive(Clone, Default)]
pub(crate) struct Shown {
    pub(crate) network: SharedObservable<NetworkState>,
    pub(crate) lifecycle: SharedObservable<Lifecycle>,
    pub(crate) heads: SharedObservable<Heads>,
    pub(crate) notices: SharedObservable<Vec<Notice>>,
}

impl Shown {
    /// Shows that no network is open.
    pub(crate) fn clear(&self) {
        self.network.set_if_not_eq(NetworkState::Closed);
        self.lifecycle.set_if_not_eq(Lifecycle::default());
        self.heads.set_if_not_eq(Heads::default());
        self.notices.set_if_not_eq(Vec::new());
    }

    fn notice(&self, notice: light::Notice) {
        self.notices
            .update(|notices| notices.push(network::notice(notice)));
    }
}

/// One open network. Dropping it stops its tasks and its light client.
pub(crate) struct Session {
    pub(crate) chain: Rc<Chain>,
    pub(crate) journal: Rc<Journal>,
    pub(crate) activity: Rc<ActivityLog>,
    host: Rc<dyn Host>,
    tasks: std::cell::RefCell<Vec<AbortHandle>>,
}

impl Session {
    /// Opens a network from what was saved of it, or from its checkpoint.
    pub(crate) async fn open(
        host: Rc<dyn Host>,
        network: &Network,
        shown: &Shown,
    ) -> Result<Rc<Self>, Failure> {
        let store = host.store();
        let loaded = light::load(&*store, network).await;
        let journal = Rc::new(Journal::open(store.clone(), network.genesis.hash).await?);
        // Storage that cannot be read costs a cold start, no more.
        let (saved, set_aside) = loaded.map_or((None, None), |loaded| (loaded.saved, loaded.notice));
        let unreachable = network.unreachable_bootnodes(host.reach());
        let client = host.start(network, saved).map_err(light_failed)?;
        let chain = Rc::new(Chain::new(client, host.clone()));
        let session = Rc::new(Self {
            activity: Rc::new(ActivityLog::new(chain.clone(), store)),
            chain,
            journal,
            host,
            tasks: Default::default(),
        });
        let refused = session.chain.client().notices().to_vec();
        for notice in set_aside.into_iter().chain(unreachable).chain(refused) {
            shown.notice(notice);
        }
        session.show(shown);
        session.read_ahead();
        session.save_regularly();
        session.resume_journal();
        Ok(session)
    }

    /// Waits until no peer can prove anything from the saved state that this session started from. False if it ends
    /// otherwise, or did not start from one.
    pub(crate) fn unprovable(&self) -> impl Future<Output = bool> + use<> {
        let client = self.chain.client();
        let started_from_saved = client.started_from().origin == light::Origin::Saved;
        let mut states = client.lifecycle().stream();
        let unproven = light::Phase::Stalled {
            reason: light::Stall::CheckpointUnproven,
        };
        async move {
            while let Some(state) = states.next().await {
                if started_from_saved && state.phase == unproven {
                    return true;
                }
            }
            false
        }
    }

    /// Sets the saved state aside, so that the network is opened from its checkpoint next time.
    pub(crate) async fn set_aside(self: Rc<Self>, shown: &Shown) -> Result<(), Failure> {
        let (host, network) = (self.host.clone(), self.chain.network().clone());
        // Gone before the state is, lest it saves it once more.
        drop(self);
        light::set_aside(&*host.store(), &network)
            .await
            .map_err(storage_failed)?;
        shown.notice(light::Notice::SavedStateSetAside {
            reason: "no peer could prove anything from it".to_owned(),
        });
        Ok(())
    }

    /// Saves the light client's state.
    pub(crate) async fn save(&self) -> Result<(), Failure> {
        self.chain
            .client()
            .save(&*self.host.store())
            .await
            .map_err(light_failed)
    }

    /// Follows a transaction of the journal to its end.
    pub(crate) fn follow(&self, entry: JournalEntry) {
        self.spawn(follow(self.chain.clone(), self.journal.clone(), entry));
    }

    /// Decodes the metadata of the last run while the sockets open.
    fn read_ahead(&self) {
        let chain = self.chain.clone();
        self.spawn(async move { drop(chain.guessed_runtime().await) });
    }

    fn resume_journal(&self) {
        for entry in self.journal.entries() {
            if !entry.state.is_final() {
                self.follow(entry);
            }
        }
    }

    fn show(&self, shown: &Shown) {
        let client = self.chain.client();
        let lifecycle = shown.lifecycle.clone();
        let states = client.lifecycle().stream();
        self.spawn(states.for_each(move |state| {
            lifecycle.set_if_not_eq(network::lifecycle(state));
            futures::future::ready(())
        }));

        let heads = shown.heads.clone();
        let (finalized, best) = (client.finalized(), client.best());
        let changes = stream::select(finalized.stream().map(drop), best.stream().map(drop));
        self.spawn(changes.for_each(move |()| {
            let finalized = finalized.get().map(network::head);
            let best = best.get().map(network::head);
            // Both move on their own; a best block behind the finalized one is the finalized one by now.
            let best = best
                .into_iter()
                .chain(finalized)
                .max_by_key(|head| head.block.number);
            heads.set_if_not_eq(Heads { finalized, best });
            futures::future::ready(())
        }));
    }

    fn save_regularly(self: &Rc<Self>) {
        let session = Rc::downgrade(self);
        let host = self.host.clone();
        self.spawn(async move {
            // The first state worth saving is the first finalized block with its runtime.
            let mut pause = Duration::from_secs(5);
            loop {
                host.sleep(pause).await;
                let Some(session) = session.upgrade() else { return };
                // A device that cannot store it starts cold next time.
                let _ = session.save().await;
                pause = SAVE_EVERY;
            }
        });
    }

    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        let (task, handle) = futures::future::abortable(task);
        self.tasks.borrow_mut().push(handle);
        self.host.spawn(task.map(drop).boxed_local());
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        for task in self.tasks.borrow().iter() {
            task.abort();
        }
        self.chain.client().close();
    }
}
