//! What touched the accounts while the app ran. At every finalized block their balances are proven; where one has changed,
//! the block's events say why. Nothing is asked of an indexer, so nothing is known of the time before, and after a longer
//! pause it begins anew.

use std::{collections::BTreeMap, rc::Rc};

use futures::{Stream, StreamExt, lock::Mutex};
use serde::{Deserialize, Serialize};
use taolight_bittensor::reads::{self, Balance, Moment, Touch};
use taolight_light::Store;
use taolight_primitives::{AccountId, BlockRef, ErrorCode, Failure, Verified};
use taolight_protocol::engine::{AccountActivity, Seen};

use crate::{
    chain::Chain,
    failure::storage_failed,
    read::{Read, at_block, worth_telling},
    view::BlockView,
};

/// Space of the store that holds what was seen, a key for each chain and account.
const SPACE: &str = "activity";
/// Version of what is stored. What another version wrote is not read, and begins anew.
const VERSION: u32 = 1;
/// Blocks that are read again after a pause. Peers soon forget older ones.
const REACH: u32 = 64;
/// As much is kept of an account.
const KEPT: usize = 200;

/// What was seen of the accounts of one chain.
pub(crate) struct ActivityLog {
    chain: Rc<Chain>,
    store: Rc<dyn Store>,
    /// Held while a block is read, so that two who look see one log.
    ledgers: Mutex<BTreeMap<AccountId, Ledger>>,
}

/// What is known of one account.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Ledger {
    activity: AccountActivity,
    /// At the last block that was looked at.
    balance: Balance,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    ledger: Ledger,
}

impl ActivityLog {
    pub(crate) fn new(chain: Rc<Chain>, store: Rc<dyn Store>) -> Self {
        Self {
            chain,
            store,
            ledgers: Mutex::default(),
        }
    }

    /// What was seen of these accounts, at every finalized block.
    pub(crate) fn watch(
        self: Rc<Self>,
        accounts: Vec<AccountId>,
    ) -> impl Stream<Item = Result<Vec<AccountActivity>, Failure>> {
        let heads = self.chain.client().finalized().stream();
        let accounts = Rc::new(accounts);
        heads.filter_map(async |head| head).filter_map(move |head| {
            let (log, accounts) = (self.clone(), accounts.clone());
            async move { worth_telling(log.follow(head.block, &accounts).await) }
        })
    }

    /// Forgets what was seen of an account, on every chain.
    pub(crate) async fn forget(&self, account: AccountId) -> Result<(), Failure> {
        let mut ledgers = self.ledgers.lock().await;
        let keys = self.store.keys(SPACE).await.map_err(storage_failed)?;
        let own = format!("/{account}");
        for key in keys.iter().filter(|key| key.ends_with(&own)) {
            self.store.delete(SPACE, key).await.map_err(storage_failed)?;
        }
        ledgers.remove(&account);
        Ok(())
    }

    async fn follow(&self, head: BlockRef, accounts: &[AccountId]) -> Result<Vec<AccountActivity>, Failure> {
        let mut ledgers = self.ledgers.lock().await;
        for account in accounts {
            if !ledgers.contains_key(account)
                && let Some(ledger) = self.load(account).await?
            {
                ledgers.insert(*account, ledger);
            }
        }
        let known = |account| ledgers.get(account).map(|ledger| ledger.activity.until.number);
        let from = accounts
            .iter()
            .filter_map(known)
            .filter(|until| is_near(*until, head));
        for block in self.blocks(from.min(), head).await? {
            self.visit(block, accounts, &mut ledgers).await?;
        }
        let wanted = accounts.iter().filter_map(|account| ledgers.get(account));
        Ok(wanted.map(|ledger| ledger.activity.clone()).collect())
    }

    /// The blocks after one up to another, oldest first; only the last one where there is none to begin after.
    async fn blocks(&self, after: Option<u32>, head: BlockRef) -> Result<Vec<BlockRef>, Failure> {
        let mut blocks = vec![head];
        let Some(after) = after else { return Ok(blocks) };
        if after >= head.number {
            return Ok(Vec::new());
        }
        let mut oldest = head;
        while oldest.number > after.saturating_add(1) {
            oldest = self.chain.parent(oldest).await?;
            blocks.push(oldest);
        }
        blocks.reverse();
        Ok(blocks)
    }

    async fn visit(
        &self,
        block: BlockRef,
        accounts: &[AccountId],
        ledgers: &mut BTreeMap<AccountId, Ledger>,
    ) -> Result<(), Failure> {
        let is_behind = |account: &&AccountId| {
            ledgers
                .get(account)
                .is_none_or(|ledger| ledger.activity.until.number < block.number)
        };
        let behind: Vec<AccountId> = accounts.iter().filter(is_behind).copied().collect();
        if behind.is_empty() {
            return Ok(());
        }
        let moment = at_block(&self.chain, block, &MomentOf(&behind)).await?.value;
        let now: Vec<_> = behind.into_iter().zip(moment.balances).collect();
        let mut touches = self.touches(block, touched(block, &now, ledgers)).await?;
        for (account, balance) in now {
            let ledger = match ledgers.remove(&account) {
                Some(ledger) => ledger.after(block, moment.time_ms, balance, touches.remove(&account)),
                None => Ledger::begun(account, block, moment.time_ms, balance),
            };
            // A device that cannot store it shows it until the page is closed.
            let _ = self.save(&ledger).await;
            ledgers.insert(account, ledger);
        }
        Ok(())
    }

    async fn touches(
        &self,
        block: BlockRef,
        accounts: Vec<AccountId>,
    ) -> Result<BTreeMap<AccountId, Vec<Touch>>, Failure> {
        if accounts.is_empty() {
            return Ok(BTreeMap::new());
        }
        let touches = at_block(&self.chain, block, &TouchesOf(&accounts)).await?;
        Ok(accounts.into_iter().zip(touches.value).collect())
    }

    async fn load(&self, account: &AccountId) -> Result<Option<Ledger>, Failure> {
        let bytes = self
            .store
            .get(SPACE, &self.key(account))
            .await
            .map_err(storage_failed)?;
        let stored = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Ok(stored.and_then(|Stored { version, ledger }| (version == VERSION).then_some(ledger)))
    }

    async fn save(&self, ledger: &Ledger) -> Result<(), Failure> {
        let stored = Stored {
            version: VERSION,
            ledger: ledger.clone(),
        };
        let bytes = serde_json::to_vec(&stored).map_err(|error| Failure::new(ErrorCode::Internal, error))?;
        let key = self.key(&ledger.activity.account);
        self.store.put(SPACE, &key, &bytes).await.map_err(storage_failed)
    }

    fn key(&self, account: &AccountId) -> String {
        format!("{}/{account}", self.chain.genesis())
    }
}

impl Ledger {
    fn begun(account: AccountId, block: BlockRef, time_ms: u64, balance: Balance) -> Self {
        Self {
            activity: AccountActivity {
                account,
                since: block,
                since_ms: time_ms,
                until: block,
                seen: Vec::new(),
            },
            balance,
        }
    }

    fn is_followed_by(&self, block: BlockRef) -> bool {
        self.activity.until.number.saturating_add(1) == block.number
    }

    /// The same after one more block, and what that block did if it touched the account.
    fn after(mut self, block: BlockRef, time_ms: u64, balance: Balance, touches: Option<Vec<Touch>>) -> Self {
        let is_next = self.is_followed_by(block);
        let activity = &mut self.activity;
        if !is_next {
            (activity.since, activity.since_ms) = (block, time_ms);
        }
        activity.until = block;
        if let Some(touches) = touches {
            let seen = Seen {
                block,
                time_ms,
                before: self.balance.total(),
                after: balance.total(),
                touches,
            };
            activity.seen.insert(0, seen);
            activity.seen.truncate(KEPT);
        }
        self.balance = balance;
        self
    }
}

/// The accounts that a block touched, of those whose block before it is known.
fn touched(
    block: BlockRef,
    now: &[(AccountId, Balance)],
    ledgers: &BTreeMap<AccountId, Ledger>,
) -> Vec<AccountId> {
    let is_touched = |(account, balance): &&(AccountId, Balance)| {
        ledgers
            .get(account)
            .is_some_and(|ledger| ledger.is_followed_by(block) && is_touched(&ledger.balance, balance))
    };
    let touched = now.iter().filter(is_touched);
    touched.map(|(account, _)| *account).collect()
}

/// Whether a block is read again after a pause since another one.
fn is_near(until: u32, head: BlockRef) -> bool {
    head.number.saturating_sub(until) <= REACH
}

/// Whether something was done to an account between two blocks. What is frozen of it is no movement.
fn is_touched(before: &Balance, after: &Balance) -> bool {
    let parts = |balance: &Balance| (balance.nonce, balance.free, balance.reserved);
    parts(before) != parts(after)
}

struct MomentOf<'a>(&'a [AccountId]);

impl Read for MomentOf<'_> {
    type Value = Moment;

    async fn at(&self, view: &BlockView) -> Result<Verified<Moment>, Failure> {
        reads::moment(view, self.0).await
    }
}

struct TouchesOf<'a>(&'a [AccountId]);

impl Read for TouchesOf<'_> {
    type Value = Vec<Vec<Touch>>;

    async fn at(&self, view: &BlockView) -> Result<Verified<Self::Value>, Failure> {
        reads::touches(view, self.0).await
    }
}

#[cfg(test)]
mod tests {
    use taolight_primitives::{BlockHash, Rao};

    use super::*;

    fn block(number: u32) -> BlockRef {
        BlockRef {
            number,
            hash: BlockHash([1; 32]),
        }
    }

    fn holding(free: u64) -> Balance {
        Balance {
            free: Rao(free),
            ..Balance::default()
        }
    }

    #[test]
    fn a_gap_begins_anew_and_keeps_what_was_seen() {
        let ledger = Ledger::begun(AccountId([7; 32]), block(10), 100, holding(5));
        let ledger = ledger.after(block(11), 110, holding(8), Some(Vec::new()));
        let activity = &ledger.activity;
        assert_eq!((activity.since.number, activity.until.number), (10, 11));
        let [seen] = activity.seen.as_slice() else {
            panic!("{activity:?}")
        };
        assert_eq!((seen.before, seen.after, seen.time_ms), (Rao(5), Rao(8), 110));
        let ledger = ledger.after(block(90), 900, holding(9), None);
        let activity = &ledger.activity;
        assert_eq!((activity.since.number, activity.since_ms), (90, 900));
        assert_eq!(activity.seen.len(), 1);
    }

    #[test]
    fn the_oldest_make_room() {
        let mut ledger = Ledger::begun(AccountId([7; 32]), block(0), 0, holding(0));
        for number in 1..=300 {
            ledger = ledger.after(block(number), 0, holding(number.into()), Some(Vec::new()));
        }
        let seen = &ledger.activity.seen;
        assert_eq!((seen.len(), seen[0].block.number), (KEPT, 300));
    }

    #[test]
    fn what_is_frozen_is_no_movement() {
        let frozen = Balance {
            frozen: Rao(3),
            ..holding(5)
        };
        assert!(!is_touched(&holding(5), &frozen));
        assert!(is_touched(
            &holding(5),
            &Balance {
                nonce: 1,
                ..holding(5)
            }
        ));
        assert!(is_touched(
            &holding(5),
            &Balance {
                reserved: Rao(1),
                ..holding(4)
            }
        ));
    }
}
