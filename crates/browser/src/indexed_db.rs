//! Bytes by key in one IndexedDB database. What the keys and bytes mean is decided by whoever stores them.

use std::{cell::RefCell, rc::Rc};

use futures::{
    FutureExt,
    channel::oneshot,
    future::{Either, Shared, select},
};
use idb::{
    Database, DatabaseEvent, Factory, ObjectStore, ObjectStoreParams, TransactionMode, TransactionResult,
};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// Raised together with a new step in [`upgrade`].
const VERSION: u32 = 1;
const STORE: &str = "bytes";

/// Why IndexedDB did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexedDbError {
    /// The browser has no IndexedDB here, or forbids it (private windows, strict settings).
    #[error("this browser does not let the page store anything: {0}")]
    Unavailable(String),
    /// A read or write failed; the device may be full.
    #[error("storage of this device failed: {0}")]
    Failed(String),
}

/// One database of the page's origin.
///
/// What was begun runs to its end even if nobody waits for it any more: IndexedDB tells a request of its end, and would
/// find nothing of one that was dropped. Only a browser that clears its storage may leave one without an answer; then
/// nobody waits for it any longer, and the next one finds the database opened anew, empty.
pub struct IndexedDb(Rc<Opened>);

impl IndexedDb {
    /// Opens the database, making it if it is new.
    pub async fn open(name: &str) -> Result<Self, IndexedDbError> {
        let name = name.to_owned();
        let opened = begun(async move { Opened::open(&name).await }).await;
        Ok(Self(Rc::new(answered(opened)?)))
    }

    /// The bytes under a key.
    pub async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, IndexedDbError> {
        let key = key.to_owned();
        self.run(async move |opened| opened.get(&key).await).await
    }

    /// Stores bytes under a key; returns once they are on the device.
    pub async fn put(&self, key: &str, bytes: &[u8]) -> Result<(), IndexedDbError> {
        let (key, bytes) = (key.to_owned(), Uint8Array::from(bytes));
        self.run(async move |opened| opened.put(&key, &bytes).await).await
    }

    /// Removes a key, if it is there.
    pub async fn delete(&self, key: &str) -> Result<(), IndexedDbError> {
        let key = key.to_owned();
        self.run(async move |opened| opened.delete(&key).await).await
    }

    /// Every key that begins with a prefix, in order.
    pub async fn keys(&self, prefix: &str) -> Result<Vec<String>, IndexedDbError> {
        let prefix = prefix.to_owned();
        self.run(async move |opened| opened.keys(&prefix).await).await
    }

    /// Every key and its bytes, as they are at one moment.
    pub async fn entries(&self) -> Result<Vec<(String, Vec<u8>)>, IndexedDbError> {
        self.run(async |opened| opened.entries().await).await
    }

    /// Makes all changes or none, and only if a key still holds these bytes. A change without bytes removes its key.
    /// False if the key holds something else.
    pub async fn change_if(
        &self,
        guard: &str,
        holds: Option<&[u8]>,
        changes: &[(String, Option<Vec<u8>>)],
    ) -> Result<bool, IndexedDbError> {
        let guard = guard.to_owned();
        let (holds, changes) = (holds.map(<[u8]>::to_vec), changes.to_vec());
        self.run(async move |opened| opened.change_if(&guard, holds.as_deref(), &changes).await)
            .await
    }

    /// Does something with the database. What is lost because the browser closed it is done on the one opened anew: of the
    /// one before nothing is left.
    async fn run<T: 'static>(
        &self,
        operation: impl AsyncFn(Rc<Opened>) -> Result<T, IndexedDbError> + 'static,
    ) -> Result<T, IndexedDbError> {
        let operation = Rc::new(operation);
        loop {
            if self.0.closed().peek().is_some() {
                let opened = self.0.clone();
                answered(begun(async move { opened.reopen().await }).await)?;
            }
            let closed = self.0.closed();
            let (operation, opened) = (operation.clone(), self.0.clone());
            let answer = begun(async move { operation(opened).await });
            if let Some(answer) = self.unless_closed(answer, closed).await {
                return answered(answer);
            }
        }
    }

    /// The answer, unless the database that it is of is closed before.
    async fn unless_closed<T>(
        &self,
        mut answer: oneshot::Receiver<T>,
        mut closed: Closed,
    ) -> Option<Answer<T>> {
        loop {
            match select(&mut answer, closed.clone()).await {
                Either::Left((answer, _)) => return Some(answer),
                Either::Right(_) => {
                    let now = self.0.closed();
                    if now.ptr_eq(&closed) {
                        return None;
                    }
                    // It goes on with the one that was opened since.
                    closed = now;
                }
            }
        }
    }
}

/// Runs an operation whether or not anybody waits for what comes of it.
fn begun<T: 'static>(
    operation: impl Future<Output = Result<T, IndexedDbError>> + 'static,
) -> oneshot::Receiver<Result<T, IndexedDbError>> {
    let (tell, told) = oneshot::channel();
    spawn_local(async move {
        // Nobody may be there to be told.
        let _ = tell.send(operation.await);
    });
    told
}

/// What comes of an operation; nothing if it ended without a word.
type Answer<T> = Result<T, oneshot::Canceled>;

fn answered<T>(answer: Answer<Result<T, IndexedDbError>>) -> Result<T, IndexedDbError> {
    answer.unwrap_or_else(|_| {
        Err(IndexedDbError::Failed(
            "the operation ended without an answer".to_owned(),
        ))
    })
}

/// Resolves once the browser has closed a database.
type Closed = Shared<oneshot::Receiver<()>>;

struct Opened {
    name: String,
    database: RefCell<Database>,
    closed: RefCell<Closed>,
}

impl Opened {
    async fn open(name: &str) -> Result<Self, IndexedDbError> {
        let (close, closed) = oneshot::channel();
        Ok(Self {
            name: name.to_owned(),
            database: RefCell::new(open(name, close).await?),
            closed: RefCell::new(closed.shared()),
        })
    }

    fn closed(&self) -> Closed {
        self.closed.borrow().clone()
    }

    /// Opens it anew. Whoever waits for what begins from now on, waits for the new one.
    async fn reopen(&self) -> Result<(), IndexedDbError> {
        let (close, closed) = oneshot::channel();
        *self.closed.borrow_mut() = closed.shared();
        let database = open(&self.name, close).await?;
        // The browser may still tell the one before of its end.
        std::mem::forget(self.database.replace(database));
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, IndexedDbError> {
        let store = self.store(TransactionMode::ReadOnly).await?.1;
        let value = store
            .get(JsValue::from_str(key))
            .map_err(failed)?
            .await
            .map_err(failed)?;
        Ok(value
            .and_then(|value| value.dyn_into::<Uint8Array>().ok())
            .map(|bytes| bytes.to_vec()))
    }

    async fn put(&self, key: &str, bytes: &Uint8Array) -> Result<(), IndexedDbError> {
        let (transaction, store) = self.store(TransactionMode::ReadWrite).await?;
        store.put(bytes, Some(&JsValue::from_str(key))).map_err(failed)?;
        finish(transaction).await
    }

    async fn delete(&self, key: &str) -> Result<(), IndexedDbError> {
        let (transaction, store) = self.store(TransactionMode::ReadWrite).await?;
        store.delete(JsValue::from_str(key)).map_err(failed)?;
        finish(transaction).await
    }

    async fn keys(&self, prefix: &str) -> Result<Vec<String>, IndexedDbError> {
        let store = self.store(TransactionMode::ReadOnly).await?.1;
        let keys = store
            .get_all_keys(None, None)
            .map_err(failed)?
            .await
            .map_err(failed)?;
        Ok(keys
            .into_iter()
            .filter_map(|key| key.as_string())
            .filter(|key| key.starts_with(prefix))
            .collect())
    }

    async fn entries(&self) -> Result<Vec<(String, Vec<u8>)>, IndexedDbError> {
        let store = self.store(TransactionMode::ReadOnly).await?.1;
        // Both are asked for before either is waited for, so that they are of one transaction.
        let (keys, values) = (
            store.get_all_keys(None, None).map_err(failed)?,
            store.get_all(None, None).map_err(failed)?,
        );
        let (keys, values) = (keys.await.map_err(failed)?, values.await.map_err(failed)?);
        let entries = keys.into_iter().zip(values).filter_map(|(key, value)| {
            let bytes = value.dyn_into::<Uint8Array>().ok()?.to_vec();
            Some((key.as_string()?, bytes))
        });
        Ok(entries.collect())
    }

    async fn change_if(
        &self,
        guard: &str,
        holds: Option<&[u8]>,
        changes: &[(String, Option<Vec<u8>>)],
    ) -> Result<bool, IndexedDbError> {
        let (transaction, store) = self.store(TransactionMode::ReadWrite).await?;
        let held = store.get(JsValue::from_str(guard)).map_err(failed)?;
        let held = held.await.map_err(failed)?;
        let held = held.and_then(|value| value.dyn_into::<Uint8Array>().ok());
        if held.map(|bytes| bytes.to_vec()).as_deref() != holds {
            transaction.abort().map_err(failed)?.await.map_err(failed)?;
            return Ok(false);
        }
        for (key, bytes) in changes {
            let key = JsValue::from_str(key);
            match bytes {
                Some(bytes) => {
                    let value = Uint8Array::from(bytes.as_slice());
                    store.put(&value, Some(&key)).map_err(failed).map(drop)?;
                }
                None => store.delete(key).map_err(failed).map(drop)?,
            }
        }
        finish(transaction).await?;
        Ok(true)
    }

    /// Begins a transaction; on the database opened anew, if the browser has just closed it.
    async fn store(&self, mode: TransactionMode) -> Result<(idb::Transaction, ObjectStore), IndexedDbError> {
        let begin = || self.database.borrow().transaction(&[STORE], mode);
        let transaction = match begin() {
            Ok(transaction) => transaction,
            Err(_) => {
                self.reopen().await?;
                begin().map_err(failed)?
            }
        };
        let store = transaction.object_store(STORE).map_err(failed)?;
        Ok((transaction, store))
    }
}

/// Opens a database, making it if it is new. `close` is told when the browser closes it.
async fn open(name: &str, close: oneshot::Sender<()>) -> Result<Database, IndexedDbError> {
    let unavailable = |error: idb::Error| IndexedDbError::Unavailable(error.to_string());
    let factory = Factory::new().map_err(unavailable)?;
    let mut request = factory.open(name, Some(VERSION)).map_err(unavailable)?;
    request.on_upgrade_needed(|event| {
        if let (Ok(database), Ok(old)) = (event.database(), event.old_version()) {
            upgrade(&database, old);
        }
    });
    let mut database = request.await.map_err(unavailable)?;
    database.on_close(move |_| {
        // Nobody may wait for anything.
        let _ = close.send(());
    });
    Ok(database)
}

/// One arm per version, each going on from the one before.
fn upgrade(database: &Database, old: u32) {
    if old < 1 {
        // A failure here aborts the upgrade, and `open` reports it.
        let _ = database.create_object_store(STORE, ObjectStoreParams::new());
    }
}

/// Waits until a write is on the device. A browser that has no room for it aborts the whole transaction.
async fn finish(transaction: idb::Transaction) -> Result<(), IndexedDbError> {
    match transaction.commit().map_err(failed)?.await.map_err(failed)? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(IndexedDbError::Failed(
            "nothing was written; the device may be full".to_owned(),
        )),
    }
}

fn failed(error: idb::Error) -> IndexedDbError {
    IndexedDbError::Failed(error.to_string())
}
