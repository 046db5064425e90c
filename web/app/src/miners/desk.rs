//! What the miners page holds while it is open, and what can be done there.

use std::collections::{BTreeMap, BTreeSet};

use futures::StreamExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_primitives::{AccountId, BlockHash, ErrorCode, Failure, NetUid};
use taolight_protocol::engine::miners::{
    AskMiners, Asker, AskerKey, MinerPresets, MinerRow, MinerTable, PrepareQuery, ProbeMiners, Probed,
    ReadMinerPresets, ReadMiners,
};
use taolight_protocol::vault::{Account, Role, Scheme};

use super::again::form_of;
use super::answers::Answers;
use super::asking::{self, Review};
use super::field::{Problems, Typed};
use super::history::{self, Entry};
use super::question::What;
use super::table::{MOST, top};
use crate::clients::Clients;
use crate::feed::{self, Feed};
use crate::reading::Reading;
use crate::store::Store;
use crate::{memory, page, test_ids, words};

/// Id of the heading of the answers, which takes the focus when a question is sent.
pub(crate) const ANSWERS: &str = "miners-answers-title";

/// What is chosen, typed, reviewed and answered. Copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    store: Store,
    /// The subnet.
    pub(crate) netuid: NetUid,
    /// The hotkey that was chosen; the first one if none was.
    pub(crate) hotkey: RwSignal<Option<AccountId>>,
    /// What is known of the subnet's miners.
    pub(crate) presets: RwSignal<MinerPresets>,
    /// What is asked.
    pub(crate) what: RwSignal<What>,
    /// What is typed into its form.
    pub(crate) typed: RwSignal<Typed>,
    /// What the engine found wrong with it.
    pub(crate) problems: RwSignal<Problems>,
    /// Whether what is missing is told.
    pub(crate) tried: RwSignal<bool>,
    /// The miners that are to be asked.
    pub(crate) chosen: RwSignal<BTreeSet<u16>>,
    /// Whether addresses are asked that the whole internet does not reach.
    pub(crate) special: RwSignal<bool>,
    /// Whether they are asked over https.
    pub(crate) tls: RwSignal<bool>,
    /// All miners.
    pub(crate) table: Reading<Option<MinerTable>>,
    /// What probes found.
    pub(crate) probed: RwSignal<BTreeMap<u16, Probed>>,
    /// Whether a probe runs.
    pub(crate) probing: RwSignal<bool>,
    /// Whether a review is being prepared, or what was approved is being signed.
    pub(crate) busy: RwSignal<bool>,
    /// Why there is nothing to review.
    pub(crate) refused: RwSignal<Option<String>>,
    /// What is being reviewed.
    pub(crate) review: RwSignal<Option<Review>>,
    /// Why it was not signed.
    pub(crate) failure: RwSignal<Option<Failure>>,
    /// What comes back of the last question.
    pub(crate) answers: RwSignal<Option<Answers>>,
    /// What was asked before.
    pub(crate) history: RwSignal<Vec<Entry>>,
    probes: StoredValue<Option<Feed>, LocalStorage>,
    asking: StoredValue<Option<Feed>, LocalStorage>,
}

impl Desk {
    /// An empty desk of a subnet, which reads its table for as long as the page is shown.
    pub(crate) fn open(store: Store, netuid: NetUid) -> Self {
        let desk = Self {
            store,
            netuid,
            hotkey: RwSignal::new(None),
            presets: RwSignal::new(MinerPresets::default()),
            what: RwSignal::new(What::default()),
            typed: RwSignal::new(Typed::new()),
            problems: RwSignal::new(Problems::new()),
            tried: RwSignal::new(false),
            chosen: RwSignal::new(BTreeSet::new()),
            special: RwSignal::new(false),
            tls: RwSignal::new(false),
            table: Reading::new(),
            probed: RwSignal::new(BTreeMap::new()),
            probing: RwSignal::new(false),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
            review: RwSignal::new(None),
            failure: RwSignal::new(None),
            answers: RwSignal::new(None),
            history: RwSignal::new(Vec::new()),
            probes: StoredValue::new_local(None),
            asking: StoredValue::new_local(None),
        };
        desk.follow();
        desk
    }

    fn follow(self) {
        let presets = StoredValue::new_local(None::<Feed>);
        Effect::new(move |_| {
            let opened = self.store.opened.get();
            self.forget_network();
            if opened == 0 {
                return;
            }
            self.history
                .set(self.genesis().map(memory::queries).unwrap_or_default());
            if let Ok(clients) = self.store.clients() {
                let netuid = self.netuid;
                presets.set_value(Some(feed::start(async move {
                    if let Ok(known) = feed::patiently(&clients.engine, ReadMinerPresets { netuid }).await {
                        self.presets.set(known);
                    }
                })));
            }
        });
        let asker = Memo::new(move |_| self.asker());
        let about = Memo::new(move |_| self.what.read().verdict(&self.typed.read()));
        Effect::new(move |_| {
            let (opened, asker, about) = (self.store.opened.get(), asker.get(), about.get());
            // A probe finds out what only whoever asks can know.
            let is_probing = self.probing.get();
            if opened > 0 && !is_probing {
                let netuid = self.netuid;
                self.table.ask(self.store, ReadMiners { netuid, asker, about });
            }
        });
        on_cleanup(move || {
            presets.set_value(None);
            self.table.clear();
            self.probes.set_value(None);
            self.asking.set_value(None);
        });
    }

    fn forget_network(self) {
        self.table.clear();
        self.probes.set_value(None);
        self.asking.set_value(None);
        self.probing.set(false);
        self.presets.set(MinerPresets::default());
        self.probed.set(BTreeMap::new());
        self.chosen.set(BTreeSet::new());
        self.review.set(None);
        self.answers.set(None);
        self.ask_about(What::default());
    }

    /// The hotkey that asks, tracked.
    pub(crate) fn account(self) -> Option<Account> {
        let hotkeys = self.store.hotkeys();
        let chosen = self.hotkey.get();
        let found = hotkeys.iter().find(|account| Some(account.address) == chosen);
        found.or(hotkeys.first()).cloned()
    }

    /// Who asks, tracked. A vault that is locked stands in nobody's way here: its password is asked for before the review.
    fn asker(self) -> Option<Asker> {
        let account = self.account()?;
        let accounts = self.store.accounts.read();
        let coldkeys = accounts
            .iter()
            .flatten()
            .filter(|account| matches!(account.role, Role::Coldkey { .. }));
        Some(Asker {
            hotkey: account.address,
            scheme: account.scheme.unwrap_or(Scheme::Sr25519),
            key: if account.can_sign() {
                AskerKey::Ready
            } else {
                AskerKey::Missing
            },
            coldkeys: coldkeys.map(|account| account.address).collect(),
        })
    }

    /// Asks something else.
    pub(crate) fn ask_about(self, what: What) {
        self.typed.set(what.start(&self.presets.read_untracked()));
        self.what.set(what);
        self.problems.set(Problems::new());
        self.refused.set(None);
        self.tried.set(false);
    }

    /// Chooses a miner, or no longer.
    pub(crate) fn choose(self, uid: u16, is_chosen: bool) {
        self.refused.set(None);
        self.chosen.update(|chosen| {
            if is_chosen && chosen.len() < MOST {
                chosen.insert(uid);
            } else {
                chosen.remove(&uid);
            }
        });
    }

    /// Chooses those with the most incentive.
    pub(crate) fn choose_top(self, count: usize) {
        self.refused.set(None);
        let uids = self.miners(|rows| top(rows, count));
        self.chosen.set(uids.into_iter().collect());
    }

    /// The rows of the table, tracked.
    pub(crate) fn miners<T: Default>(self, look: impl FnOnce(&[MinerRow]) -> T) -> T {
        let table = self
            .table
            .with(|table| table.as_ref().map(|table| look(&table.miners)));
        table.flatten().unwrap_or_default()
    }

    /// The addresses of chosen miners that the whole internet does not reach, by why that is so, tracked.
    pub(crate) fn special_ones(self) -> BTreeMap<String, Vec<String>> {
        let chosen = self.chosen.read();
        self.miners(|rows| {
            let mut special = BTreeMap::<String, Vec<String>>::new();
            let chosen = rows.iter().filter(|row| chosen.contains(&row.uid));
            for axon in chosen.filter_map(|row| row.axon.as_ref()) {
                if let Some(why) = &axon.special {
                    special.entry(why.clone()).or_default().push(axon.address.clone());
                }
            }
            special
        })
    }

    /// The synapses that probes found, tracked.
    pub(crate) fn discovered(self) -> BTreeSet<String> {
        let probed = self.probed.read();
        probed
            .values()
            .filter_map(|probed| probed.synapses.clone())
            .flatten()
            .collect()
    }

    /// Whether https would help with a chosen miner, tracked.
    pub(crate) fn may_need_tls(self) -> bool {
        self.miners(|rows| {
            let mut findings = rows.iter().flat_map(|row| &row.verdict.findings);
            findings.any(|finding| finding.code == "mixed_content")
        })
    }

    /// Probes the chosen miners. The table is read again after it.
    pub(crate) fn probe(self) {
        let uids: Vec<_> = self.chosen.get_untracked().into_iter().collect();
        if uids.is_empty() {
            return self.refused.set(Some(say!(miners.nobody).to_owned()));
        }
        let Ok(clients) = self.store.clients() else {
            return;
        };
        let probe = ProbeMiners {
            netuid: self.netuid,
            uids,
            special: self.special.get_untracked(),
            tls: self.tls.get_untracked(),
        };
        self.refused.set(None);
        self.probing.set(true);
        self.probes.set_value(Some(feed::start(async move {
            let mut found = clients.engine.subscribe(probe);
            while let Some(item) = found.next().await {
                match item {
                    Ok(probed) => self.probed.update(|all| drop(all.insert(probed.uid, probed))),
                    Err(failure) => {
                        self.refused.set(Some(words::failure(&failure)));
                        break;
                    }
                }
            }
            self.probing.set(false);
        })));
    }

    /// Prepares the review of what is typed for those that are chosen.
    pub(crate) fn submit(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.refused.set(None);
        self.tried.set(true);
        let question = self
            .what
            .read_untracked()
            .question(&self.presets.read_untracked(), &self.typed.read_untracked());
        let uids: Vec<_> = self.chosen.get_untracked().into_iter().collect();
        let obstacle = match (&question, untrack(|| self.asker())) {
            (_, None) => say!(miners.no_hotkey),
            (_, Some(asker)) if asker.key == AskerKey::Missing => say!(accounts.watched),
            (Err(_), _) => say!(miners.fields_wrong),
            (Ok(_), _) if uids.is_empty() => say!(miners.nobody),
            (Ok(question), Some(asker)) => {
                return self.prepare(PrepareQuery {
                    netuid: self.netuid,
                    uids,
                    asker,
                    question: question.clone(),
                    special: self.special.get_untracked(),
                    tls: self.tls.get_untracked(),
                });
            }
        };
        self.refused.set(Some(obstacle.to_owned()));
    }

    /// Prepares the review of a question, once the vault is unlocked.
    pub(crate) fn prepare(self, wanted: PrepareQuery) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let reviewed = async {
                self.store.unlock().await?;
                asking::review(&self.store.clients()?, wanted).await
            };
            let reviewed = reviewed.await;
            // The page may be gone by now.
            let _ = self.busy.try_set(false);
            match reviewed {
                Ok(review) => drop(self.review.try_set(Some(review))),
                Err(failure) => self.refuse(&failure),
            }
        });
    }

    fn refuse(self, failure: &Failure) {
        match (failure.code, &failure.data) {
            (ErrorCode::Cancelled, _) => {}
            (ErrorCode::InvalidQuestion, Some(field)) => {
                let problem = words::failure(failure);
                let _ = self.problems.try_update(|all| all.insert(field.clone(), problem));
                let _ = self.refused.try_set(Some(words::failure(failure)));
            }
            _ => {
                let _ = self.refused.try_set(Some(words::review_failure(failure)));
            }
        }
        if self.review.try_get_untracked().flatten().is_some() {
            let _ = self.failure.try_set(Some(failure.clone()));
        }
    }

    /// Leaves the review.
    pub(crate) fn leave(self) {
        if !self.busy.get_untracked() {
            self.review.set(None);
            self.failure.set(None);
        }
    }

    /// Signs what is reviewed, and sends it.
    pub(crate) fn approve(self) {
        let Some(review) = self.review.get_untracked() else {
            return;
        };
        if self.busy.get_untracked() || untrack(|| self.miners(|rows| review.objection(rows).is_some())) {
            return;
        }
        if !self.store.is_unlocked_now() {
            return self.prepare(review.wanted);
        }
        let Some(summary) = review.summary.clone() else {
            return;
        };
        self.busy.set(true);
        spawn_local(async move {
            let sent = async {
                let clients = self.store.clients()?;
                let ask = asking::sign(&clients, review.prepared.query.clone(), summary).await?;
                Ok((clients, ask))
            };
            let sent = sent.await;
            let _ = self.busy.try_set(false);
            match sent {
                Ok((clients, ask)) => {
                    if self.review.try_set(None).is_none() {
                        self.send(&clients, &review, ask);
                    }
                }
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
        });
    }

    fn send(self, clients: &Clients, review: &Review, ask: AskMiners) {
        let answers = Answers::new(review, page::now_ms());
        let mut entry = Entry::new(
            answers.at_ms,
            self.netuid,
            &review.wanted.question,
            answers.miners.iter().map(|(uid, _)| *uid).collect(),
        );
        self.cancel();
        self.keep(entry.clone());
        self.answers.set(Some(answers.clone()));
        page::focus_after_sheet(ANSWERS);
        let mut updates = clients.engine.subscribe(ask);
        self.asking.set_value(Some(feed::start(async move {
            while let Some(item) = updates.next().await {
                match item {
                    Ok(update) => answers.take(update),
                    Err(failure) => {
                        answers.failure.set(Some(failure));
                        break;
                    }
                }
                if entry.answered != answers.answered() {
                    entry.answered = answers.answered();
                    self.keep(entry.clone());
                }
            }
            answers.close();
        })));
    }

    /// Closes the connections of the last question.
    pub(crate) fn cancel(self) {
        self.asking.set_value(None);
        if let Some(answers) = self.answers.get_untracked() {
            answers.close();
        }
    }

    /// Asks one miner the same again, after another review.
    pub(crate) fn again(self, wanted: &PrepareQuery, uid: u16) {
        if let Some(asker) = untrack(|| self.asker()) {
            self.prepare(PrepareQuery {
                uids: vec![uid],
                asker,
                ..wanted.clone()
            });
        }
    }

    /// The form of what was asked before, filled in as it was; none where it is of another subnet, or this one has no such
    /// form any more. Tracked.
    pub(crate) fn form_again(self, entry: &Entry) -> Option<(What, Typed)> {
        let question = entry.question.as_ref().filter(|_| entry.netuid == self.netuid)?;
        form_of(question, &self.presets.read())
    }

    /// Puts what was asked before back into the form, and chooses the same miners. Nothing is sent.
    pub(crate) fn fill_again(self, entry: &Entry) {
        let Some((what, typed)) = untrack(|| self.form_again(entry)) else {
            return;
        };
        let there = untrack(|| self.miners(|rows| rows.iter().map(|row| row.uid).collect::<BTreeSet<_>>()));
        self.ask_about(what);
        self.typed.set(typed);
        let again = entry.uids.iter().copied();
        self.chosen.set(again.filter(|uid| there.contains(uid)).collect());
        page::begin_at(test_ids::MINERS_QUESTION);
    }

    fn keep(self, entry: Entry) {
        self.history.update(|entries| history::put(entries, entry));
        self.save();
    }

    /// Forgets what was asked before.
    pub(crate) fn forget(self) {
        self.history.set(Vec::new());
        self.save();
    }

    fn save(self) {
        if let Some(genesis) = self.genesis() {
            memory::set_queries(genesis, &self.history.read_untracked());
        }
    }

    fn genesis(self) -> Option<BlockHash> {
        let network = self.store.network.read_untracked();
        network.as_ref().map(|network| network.genesis)
    }
}
