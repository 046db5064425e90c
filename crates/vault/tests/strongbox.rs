//! Accounts at rest: whatever is typed, changed or killed, secrets stay whole and closed.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::{cell::Cell, collections::BTreeMap, rc::Rc, time::Duration};

use async_trait::async_trait;
use common::CheapHasher;
use futures::executor::block_on;
use taolight_keys::{Scheme, Secret, SecretUri};
use taolight_primitives::{AccountId, ErrorCode, Failure};
use taolight_protocol::vault::{Damage, DamagedAccount, LockState, Origin, Role};
use taolight_vault::strongbox::{
    MemoryStorage, Records, RustCrypto, StorageError, Strongbox, VaultStorage, Write,
};
use taolight_vault::{Clock, InlineHasher};

const PASSWORD: &str = "correct horse";
const OTHER: &str = "battery staple";
const ALICE: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk//Alice";

/// A device that needs longer than half a second for the least work, so that the tests need no more.
#[derive(Default)]
struct SlowDevice {
    now_ms: Cell<u64>,
    looked: Cell<u32>,
}

impl Clock for SlowDevice {
    fn now_ms(&self) -> u64 {
        self.now_ms.get()
    }

    fn monotonic(&self) -> Duration {
        self.looked.set(self.looked.get() + 1);
        Duration::from_secs(self.looked.get().into())
    }
}

/// Storage that fails.
#[derive(Default)]
struct Failing {
    records: MemoryStorage,
    changes: Cell<u32>,
    fails: Cell<Option<Trouble>>,
}

/// How storage fails.
#[derive(Clone, Copy)]
enum Trouble {
    /// From this change on.
    From(u32, Moment),
    /// Nothing can be written, but records can be removed.
    Full,
}

/// When a change fails: before it is made, or after, so that nobody learns that it was.
#[derive(Clone, Copy, PartialEq)]
enum Moment {
    Before,
    After,
}

impl Failing {
    /// The moment at which the next change fails.
    fn next(&self, is_removal: bool) -> Option<Moment> {
        let number = self.changes.replace(self.changes.get() + 1);
        match self.fails.get()? {
            Trouble::From(from, moment) => (number >= from).then_some(moment),
            Trouble::Full => (!is_removal).then_some(Moment::Before),
        }
    }

    fn failed<T>() -> Result<T, StorageError> {
        Err(StorageError::Failed("no space is left".to_owned()))
    }
}

#[async_trait(?Send)]
impl VaultStorage for Failing {
    async fn read(&self) -> Result<Records, StorageError> {
        self.records.read().await
    }

    async fn commit(&self, revision: u64, writes: Vec<Write>) -> Result<u64, StorageError> {
        match self.next(false) {
            None => self.records.commit(revision, writes).await,
            Some(Moment::Before) => Self::failed(),
            Some(Moment::After) => {
                self.records.commit(revision, writes).await?;
                Self::failed()
            }
        }
    }

    async fn take(&self, names: &[String]) -> Result<(), StorageError> {
        match self.next(true) {
            None => self.records.take(names).await,
            Some(Moment::Before) => Self::failed(),
            Some(Moment::After) => {
                self.records.take(names).await?;
                Self::failed()
            }
        }
    }

    fn is_persistent(&self) -> bool {
        false
    }
}

struct Device {
    storage: Rc<Failing>,
    clock: Rc<SlowDevice>,
}

impl Device {
    fn new() -> Self {
        Self {
            storage: Rc::default(),
            clock: Rc::default(),
        }
    }

    /// Another tab, or the same after a reload.
    fn tab(&self) -> Strongbox {
        Strongbox::new(
            self.storage.clone(),
            Rc::new(RustCrypto),
            Rc::new(CheapHasher),
            self.clock.clone(),
        )
    }

    fn with_alice() -> (Self, Strongbox) {
        let device = Self::new();
        let mut tab = device.tab();
        block_on(tab.create(PASSWORD)).unwrap();
        add(&mut tab, ALICE).unwrap();
        (device, tab)
    }

    /// Every record, as one text.
    fn everything(&self) -> String {
        let records = block_on(self.storage.read()).unwrap();
        let texts = records
            .values
            .values()
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        texts.collect::<Vec<_>>().join("\n")
    }

    fn rewrite(&self, name: &str, change: impl FnOnce(String) -> String) {
        let records = block_on(self.storage.read()).unwrap();
        let text = String::from_utf8(records.values[name].clone()).unwrap();
        let write = Write::Put(name.to_owned(), change(text).into_bytes());
        block_on(self.storage.records.commit(records.revision, vec![write])).unwrap();
    }
}

fn secret(uri: &str) -> Secret {
    Secret::from_uri(SecretUri::parse(uri).unwrap(), Scheme::Sr25519).unwrap()
}

fn coldkey() -> Role {
    Role::Coldkey { hotkeys: Vec::new() }
}

fn add(tab: &mut Strongbox, uri: &str) -> Result<AccountId, Failure> {
    let added = block_on(tab.add(&secret(uri), "Main".to_owned(), coldkey(), Origin::Imported));
    added.map(|account| account.address)
}

fn opens(tab: &mut Strongbox, uri: &str) -> bool {
    let expected = secret(uri);
    let opened = block_on(tab.secret(&expected.account().unwrap()));
    opened.is_ok_and(|opened| opened.to_bytes() == expected.to_bytes())
}

fn code<T>(outcome: Result<T, Failure>) -> ErrorCode {
    outcome.err().expect("an error").code
}

#[test]
fn a_vault_is_made_locked_and_unlocked() {
    let device = Device::new();
    let mut tab = device.tab();
    assert_eq!(block_on(tab.state()).unwrap(), LockState::Empty);
    assert_eq!(code(block_on(tab.unlock(PASSWORD))), ErrorCode::VaultEmpty);
    assert_eq!(code(add(&mut tab, ALICE)), ErrorCode::VaultEmpty);
    assert_eq!(code(block_on(tab.create("short"))), ErrorCode::WeakPassword);
    block_on(tab.create(PASSWORD)).unwrap();
    assert_eq!(code(block_on(tab.create(OTHER))), ErrorCode::VaultExists);
    let alice = add(&mut tab, ALICE).unwrap();
    assert!(opens(&mut tab, ALICE));

    tab.lock();
    assert_eq!(block_on(tab.state()).unwrap(), LockState::Locked);
    assert_eq!(code(block_on(tab.secret(&alice))), ErrorCode::VaultLocked);
    assert_eq!(block_on(tab.accounts()).unwrap().accounts[0].address, alice);
    assert_eq!(code(block_on(tab.unlock(OTHER))), ErrorCode::WrongPassword);
    assert_eq!(block_on(tab.state()).unwrap(), LockState::Locked);
    block_on(tab.unlock(PASSWORD)).unwrap();
    assert!(opens(&mut tab, ALICE));
}

#[test]
fn nothing_secret_is_stored_in_clear() {
    let (device, _tab) = Device::with_alice();
    let stored = device.everything();
    let alice = secret(ALICE);
    let seed = alice.seed().unwrap().unwrap();
    for hidden in [
        PASSWORD.to_owned(),
        "bottom".to_owned(),
        "Alice".to_owned(),
        seed.to_hex()[2..].to_owned(),
        hex::encode(&*alice.to_bytes()),
        hex::encode(PASSWORD),
    ] {
        assert!(!stored.contains(&hidden), "{hidden}");
    }
    assert!(stored.contains("Main"), "what is stored was looked at");
}

#[test]
fn wrong_passwords_cost_time_that_a_reload_does_not_forgive() {
    let (device, _tab) = Device::with_alice();
    for _ in 0..3 {
        assert_eq!(
            code(block_on(device.tab().unlock(OTHER))),
            ErrorCode::WrongPassword
        );
    }
    let refused = block_on(device.tab().unlock(PASSWORD)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::TooManyAttempts);
    assert_eq!(refused.data.as_deref(), Some("1000"));
    device.clock.now_ms.set(1_000);
    block_on(device.tab().unlock(PASSWORD)).unwrap();
    // The count begins anew.
    assert_eq!(
        code(block_on(device.tab().unlock(OTHER))),
        ErrorCode::WrongPassword
    );
    block_on(device.tab().unlock(PASSWORD)).unwrap();
}

#[test]
fn a_full_device_takes_the_right_password_and_counts_the_wrong_ones() {
    let (device, _tab) = Device::with_alice();
    let whole = block_on(device.storage.read()).unwrap().values;
    device.storage.fails.set(Some(Trouble::Full));
    for _ in 0..5 {
        block_on(device.tab().unlock(PASSWORD)).unwrap();
    }
    let mut tab = device.tab();
    let wrong = |tab: &mut Strongbox| block_on(tab.unlock(OTHER)).unwrap_err();
    for waits in [None, None, Some("1000")] {
        let refused = wrong(&mut tab);
        assert_eq!(refused.code, ErrorCode::WrongPassword);
        assert_eq!(refused.data.as_deref(), waits);
    }
    device.clock.now_ms.set(1_000);
    let refused = wrong(&mut tab);
    assert_eq!(refused.code, ErrorCode::WrongPassword);
    assert_eq!(refused.data.as_deref(), Some("2000"));
    // A tab that did not see the last one waits from the moment at which it looks, so a reload forgives nothing.
    device.clock.now_ms.set(1_000_000);
    let mut reloaded = device.tab();
    let refused = block_on(reloaded.unlock(PASSWORD)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::TooManyAttempts);
    assert_eq!(refused.data.as_deref(), Some("2000"));
    device.clock.now_ms.set(1_002_000);
    block_on(reloaded.unlock(PASSWORD)).unwrap();
    assert!(opens(&mut reloaded, ALICE));
    assert_eq!(wrong(&mut device.tab()).data, None, "the count begins anew");
    // Once there is space again, everything is as it was.
    device.storage.fails.set(None);
    block_on(device.tab().unlock(PASSWORD)).unwrap();
    assert_eq!(block_on(device.storage.read()).unwrap().values, whole);
}

#[test]
fn a_password_that_cannot_be_counted_is_not_tried() {
    let (device, _tab) = Device::with_alice();
    device.storage.fails.set(Some(Trouble::Full));
    let mut tried = 0;
    let refused = loop {
        device.clock.now_ms.set(device.clock.now_ms.get() + 3_600_000);
        match block_on(device.tab().unlock(PASSWORD)) {
            Ok(()) => tried += 1,
            Err(failure) if failure.code == ErrorCode::TooManyAttempts => {}
            Err(failure) => break failure,
        }
        assert!(tried < 99, "spares end");
    };
    assert_eq!(tried, 16);
    assert_eq!(refused.code, ErrorCode::Storage);
    assert!(refused.retryable);
    assert!(
        refused.message.contains("storage of this device is full")
            && refused.message.contains("none is tried"),
        "{refused}"
    );
    let stored = device.everything();
    assert_eq!(
        code(block_on(device.tab().unlock(OTHER))),
        ErrorCode::Storage,
        "neither is a wrong one"
    );
    assert_eq!(device.everything(), stored);
    device.storage.fails.set(None);
    block_on(device.tab().unlock(PASSWORD)).unwrap();
}

#[test]
fn a_lock_that_cannot_be_mended_stays_closed_until_it_can() {
    let (device, _tab) = Device::with_alice();
    for name in ["lock", "copy/lock"] {
        device.rewrite(name, |text| text[..text.len() / 2].to_owned());
    }
    let mut tab = device.tab();
    assert_eq!(code(block_on(tab.unlock(PASSWORD))), ErrorCode::AttemptsLost);
    device.clock.now_ms.set(32_000);
    device.storage.fails.set(Some(Trouble::Full));
    let refused = block_on(tab.unlock(PASSWORD)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Storage);
    assert!(
        refused.retryable && refused.message.contains("could not be mended"),
        "{refused}"
    );
    assert_eq!(block_on(tab.state()).unwrap(), LockState::Locked);
    device.storage.fails.set(None);
    // It was not written down that the password was right.
    assert_eq!(code(block_on(tab.unlock(PASSWORD))), ErrorCode::AttemptsLost);
    device.clock.now_ms.set(64_000);
    block_on(tab.unlock(PASSWORD)).unwrap();
    assert!(opens(&mut tab, ALICE));
}

#[test]
fn a_change_of_password_is_whole_or_not_at_all() {
    for moment in [Moment::Before, Moment::After] {
        for at in 0..3 {
            let (device, mut tab) = Device::with_alice();
            add(&mut tab, "//Bob").unwrap();
            let from = device.storage.changes.get() + at;
            device.storage.fails.set(Some(Trouble::From(from, moment)));
            let changed = block_on(tab.change_password(PASSWORD, OTHER, &[]));
            assert!(changed.is_err(), "change {at} fails");
            device.storage.fails.set(None);
            assert_eq!(
                which_opens(&device, &[ALICE, "//Bob"]),
                at > 0 && moment == Moment::After
            );
        }
    }
}

/// Whether the new password opens all of these, and the old one nothing; or the other way round.
fn which_opens(device: &Device, uris: &[&str]) -> bool {
    let [old, new] = [PASSWORD, OTHER].map(|password| {
        let mut fresh = device.tab();
        block_on(fresh.unlock(password)).is_ok() && uris.iter().all(|uri| opens(&mut fresh, uri))
    });
    assert!(
        old != new,
        "one of the passwords opens everything, the other nothing"
    );
    new
}

#[test]
fn another_password_opens_everything_and_the_old_one_nothing() {
    let (device, mut tab) = Device::with_alice();
    let mut other_tab = device.tab();
    block_on(other_tab.unlock(PASSWORD)).unwrap();
    assert_eq!(
        code(block_on(tab.change_password(OTHER, PASSWORD, &[]))),
        ErrorCode::WrongPassword
    );
    assert_eq!(
        code(block_on(tab.change_password(PASSWORD, "short", &[]))),
        ErrorCode::WeakPassword
    );
    block_on(tab.change_password(PASSWORD, OTHER, &[])).unwrap();
    assert!(opens(&mut tab, ALICE));
    // The other tab notices, and writes nothing with a key of yesterday.
    assert_eq!(code(add(&mut other_tab, "//Bob")), ErrorCode::VaultLocked);
    assert_eq!(
        code(block_on(other_tab.unlock(PASSWORD))),
        ErrorCode::WrongPassword
    );
    block_on(other_tab.unlock(OTHER)).unwrap();
    assert!(opens(&mut other_tab, ALICE));
}

/// Storage in which another tab writes between every read and the commit after it.
struct Busy {
    records: MemoryStorage,
    busy: Cell<bool>,
    /// The last revision that the other tab wrote.
    written: Cell<u64>,
}

#[async_trait(?Send)]
impl VaultStorage for Busy {
    async fn read(&self) -> Result<Records, StorageError> {
        let records = self.records.read().await?;
        if self.busy.get() {
            let write = Write::Put("elsewhere".to_owned(), vec![1]);
            let revision = self.records.commit(records.revision, vec![write]).await?;
            self.written.set(revision);
        }
        Ok(records)
    }

    async fn commit(&self, revision: u64, writes: Vec<Write>) -> Result<u64, StorageError> {
        self.records.commit(revision, writes).await
    }

    async fn take(&self, names: &[String]) -> Result<(), StorageError> {
        self.records.take(names).await
    }

    fn is_persistent(&self) -> bool {
        false
    }
}

#[test]
fn two_tabs_never_overwrite_each_other() {
    let storage = Rc::new(Busy {
        records: MemoryStorage::default(),
        busy: Cell::new(false),
        written: Cell::default(),
    });
    let mut tab = Strongbox::new(
        storage.clone(),
        Rc::new(RustCrypto),
        Rc::new(InlineHasher),
        Rc::new(SlowDevice::default()),
    );
    block_on(tab.create(PASSWORD)).unwrap();
    storage.busy.set(true);
    let refused = block_on(tab.change_password(PASSWORD, OTHER, &[])).unwrap_err();
    assert_eq!(refused.code, ErrorCode::VaultChanged);
    assert!(refused.retryable);
    assert_eq!(code(add(&mut tab, ALICE)), ErrorCode::VaultChanged);
    assert!(storage.written.get() > 0);
    storage.busy.set(false);
    add(&mut tab, ALICE).unwrap();
    assert!(opens(&mut tab, ALICE));
}

#[test]
fn the_same_account_twice_is_an_error_and_a_watched_one_can_be_completed() {
    let (device, mut tab) = Device::with_alice();
    assert_eq!(code(add(&mut tab, ALICE)), ErrorCode::AccountExists);
    let bob = secret("//Bob").account().unwrap();
    block_on(tab.watch(bob, "Friend".to_owned())).unwrap();
    assert_eq!(
        code(block_on(tab.watch(bob, "Friend".to_owned()))),
        ErrorCode::AccountExists
    );
    assert_eq!(code(block_on(tab.secret(&bob))), ErrorCode::NoSecret);
    add(&mut tab, "//Bob").unwrap();
    assert!(opens(&mut tab, "//Bob"));

    let renamed = block_on(tab.rename(&bob, "Bob".to_owned())).unwrap();
    assert_eq!(renamed.label, "Bob");
    block_on(tab.remove(&bob)).unwrap();
    assert_eq!(code(block_on(tab.remove(&bob))), ErrorCode::UnknownAccount);
    assert_eq!(block_on(device.tab().accounts()).unwrap().accounts.len(), 1);
}

#[test]
fn any_flipped_byte_is_noticed_and_touches_only_its_own_account() {
    let (device, mut tab) = Device::with_alice();
    add(&mut tab, "//Bob").unwrap();
    let alice = secret(ALICE).account().unwrap();
    let name = format!("account/{alice}");
    let whole = String::from_utf8(block_on(device.storage.read()).unwrap().values[&name].clone()).unwrap();
    let from = whole.find("\"secret\"").unwrap();
    for at in (from..whole.len()).filter(|at| whole.as_bytes()[*at].is_ascii_hexdigit()) {
        let mut bytes = whole.clone().into_bytes();
        bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
        device.rewrite(&name, |_| String::from_utf8(bytes).unwrap());
        assert!(!opens(&mut tab, ALICE), "byte {at}");
        if at % 32 == 0 {
            assert_eq!(damaged_of(&tab)[0].0, alice, "byte {at}");
        }
        assert!(opens(&mut tab, "//Bob"));
    }
    for cut in [0, 1, whole.len() / 2, whole.len() - 1] {
        device.rewrite(&name, |_| whole[..cut].to_owned());
        assert!(!opens(&mut tab, ALICE), "cut at {cut}");
        let listing = block_on(tab.accounts()).unwrap();
        assert_eq!((listing.accounts.len(), listing.damaged.len()), (1, 1));
        let damaged = DamagedAccount {
            address: alice,
            label: None,
            damage: Damage::Record,
        };
        assert_eq!(listing.damaged, [damaged]);
    }
    device.rewrite(&name, |_| whole);
    assert!(opens(&mut tab, ALICE));
}

#[test]
fn whoever_brings_the_secret_again_mends_what_is_damaged() {
    let (device, mut tab) = Device::with_alice();
    let name = format!("account/{}", secret(ALICE).account().unwrap());
    let damages: [fn(String) -> String; 4] = [
        |text| text[..text.len() / 2].to_owned(),
        |text| text.replace("\"ciphertext\":\"0x", "\"ciphertext\":\"0x00"),
        |text| text.replace("coldkey", "hotkey"),
        |text| text.replace("sr25519", "ed25519"),
    ];
    for damage in damages {
        device.rewrite(&name, damage);
        assert!(!opens(&mut tab, ALICE));
        add(&mut tab, ALICE).unwrap();
        assert!(opens(&mut tab, ALICE));
        assert_eq!(block_on(tab.accounts()).unwrap().damaged, []);
        assert_eq!(code(add(&mut tab, ALICE)), ErrorCode::AccountExists);
    }
    // What a newer version wrote is not damaged.
    device.rewrite(&name, |text| text.replace("\"version\":1", "\"version\":2"));
    let stored = device.everything();
    let alice = secret(ALICE).account().unwrap();
    assert_eq!(damaged_of(&tab), [(alice, Damage::Newer)]);
    assert_eq!(code(add(&mut tab, ALICE)), ErrorCode::Storage);
    assert_eq!(code(block_on(tab.remove(&alice))), ErrorCode::Storage);
    let leave = [alice];
    assert_eq!(
        code(block_on(tab.change_password(PASSWORD, OTHER, &leave))),
        ErrorCode::Storage
    );
    assert_eq!(device.everything(), stored);
}

/// What the vault says is damaged.
fn damaged_of(tab: &Strongbox) -> Vec<(AccountId, Damage)> {
    let listing = block_on(tab.accounts()).unwrap();
    let damaged = listing.damaged.into_iter();
    damaged.map(|damaged| (damaged.address, damaged.damage)).collect()
}

/// What can happen to a stored account.
const DAMAGES: [fn(String) -> String; 3] = [
    |text| text[..text.len() / 2].to_owned(),
    |text| text.replace("\"ciphertext\":\"0x", "\"ciphertext\":\"0x00"),
    |text| format!("{}}}", &text[..text.find(",\"secret\"").unwrap()]),
];

#[test]
fn what_is_damaged_is_shown_and_can_be_removed() {
    for damage in DAMAGES {
        let (device, mut tab) = Device::with_alice();
        add(&mut tab, "//Bob").unwrap();
        let alice = secret(ALICE).account().unwrap();
        device.rewrite(&format!("account/{alice}"), damage);
        assert_eq!(damaged_of(&tab).len(), 1);
        assert_eq!(damaged_of(&tab)[0].0, alice);
        // Whoever cannot unlock the vault removes nothing that may have a secret.
        assert_eq!(
            code(block_on(device.tab().remove(&alice))),
            ErrorCode::VaultLocked
        );
        block_on(tab.remove(&alice)).unwrap();
        assert_eq!(damaged_of(&tab), []);
        assert_eq!(code(block_on(tab.remove(&alice))), ErrorCode::UnknownAccount);
        block_on(tab.change_password(PASSWORD, OTHER, &[])).unwrap();
        assert!(opens(&mut tab, "//Bob"));
    }
}

#[test]
fn another_tabs_password_is_no_damage() {
    let (device, mut tab) = Device::with_alice();
    let mut other_tab = device.tab();
    block_on(other_tab.unlock(PASSWORD)).unwrap();
    block_on(tab.change_password(PASSWORD, OTHER, &[])).unwrap();
    assert_eq!(damaged_of(&other_tab), []);
}

#[test]
fn a_change_of_password_leaves_damage_behind_only_if_it_may() {
    for damage in DAMAGES {
        let (device, mut tab) = Device::with_alice();
        let bob = add(&mut tab, "//Bob").unwrap();
        let alice = secret(ALICE).account().unwrap();
        let name = format!("account/{alice}");
        device.rewrite(&name, damage);
        let records = || block_on(device.storage.read()).unwrap().values;
        let before = records();
        for leave in [&[][..], &[bob]] {
            let refused = block_on(tab.change_password(PASSWORD, OTHER, leave)).unwrap_err();
            assert_eq!(refused.code, ErrorCode::DamagedAccount);
            assert_eq!(refused.data, Some(alice.to_string()));
            assert!(refused.message.contains(&alice.to_string()));
            assert_eq!(records(), before);
        }
        block_on(tab.change_password(PASSWORD, OTHER, &[alice])).unwrap();
        assert!(which_opens(&device, &["//Bob"]));
        let after = records();
        assert_eq!(after[&name], before[&name], "not a byte is changed");
        // What it takes to open the secret, should somebody mend it, is kept; the first time counts.
        let lock = |records: &BTreeMap<String, Vec<u8>>| {
            let lock: serde_json::Value = serde_json::from_slice(&records["lock"]).unwrap();
            lock["hash"].clone()
        };
        let former = format!("former/{alice}");
        let kept: serde_json::Value = serde_json::from_slice(&after[&former]).unwrap();
        assert_eq!(kept, lock(&before));
        block_on(tab.change_password(OTHER, PASSWORD, &[alice])).unwrap();
        assert_eq!(records()[&former], after[&former]);
        // Bringing it again takes its place.
        add(&mut tab, ALICE).unwrap();
        assert!(opens(&mut tab, ALICE));
        assert!(!records().contains_key(&former));
        assert_eq!(damaged_of(&tab), []);
        block_on(tab.change_password(PASSWORD, OTHER, &[])).unwrap();
    }
}

#[test]
fn leaving_damage_behind_is_whole_or_not_at_all() {
    for moment in [Moment::Before, Moment::After] {
        for at in 0..3 {
            let (device, mut tab) = Device::with_alice();
            add(&mut tab, "//Bob").unwrap();
            let alice = secret(ALICE).account().unwrap();
            let name = format!("account/{alice}");
            let whole =
                String::from_utf8(block_on(device.storage.read()).unwrap().values[&name].clone()).unwrap();
            device.rewrite(&name, DAMAGES[1]);
            let from = device.storage.changes.get() + at;
            device.storage.fails.set(Some(Trouble::From(from, moment)));
            assert!(block_on(tab.change_password(PASSWORD, OTHER, &[alice])).is_err());
            device.storage.fails.set(None);
            let is_new = which_opens(&device, &["//Bob"]);
            assert_eq!(is_new, at > 0 && moment == Moment::After);
            // Mended bytes open with the password that the rest opens with, or had.
            device.rewrite(&name, |_| whole.clone());
            let mut fresh = device.tab();
            block_on(fresh.unlock(if is_new { OTHER } else { PASSWORD })).unwrap();
            assert_eq!(opens(&mut fresh, ALICE), !is_new);
            let records = block_on(device.storage.read()).unwrap().values;
            assert_eq!(records.contains_key(&format!("former/{alice}")), is_new);
        }
    }
}

#[test]
fn a_secret_cannot_be_passed_off_as_another_accounts() {
    let (device, mut tab) = Device::with_alice();
    let bob = add(&mut tab, "//Bob").unwrap();
    let alice = secret(ALICE).account().unwrap();
    let records = block_on(device.storage.read()).unwrap();
    let of_bob = String::from_utf8(records.values[&format!("account/{bob}")].clone()).unwrap();
    device.rewrite(&format!("account/{alice}"), |_| {
        of_bob.replace(&bob.to_string(), &alice.to_string())
    });
    assert_eq!(code(block_on(tab.secret(&alice))), ErrorCode::DamagedAccount);
}

#[test]
fn what_a_newer_version_stored_is_left_alone() {
    let (device, mut tab) = Device::with_alice();
    for name in ["lock", "copy/lock"] {
        // A newer form may have nothing in common with ours but its version.
        device.rewrite(name, |_| r#"{"version":2,"opens":"otherwise"}"#.to_owned());
    }
    let stored = device.everything();
    let refused = block_on(device.tab().unlock(PASSWORD)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Storage);
    assert!(refused.message.contains("newer"), "{refused}");
    assert_eq!(code(add(&mut tab, "//Bob")), ErrorCode::Storage);
    assert_eq!(code(block_on(tab.create(OTHER))), ErrorCode::Storage);
    assert_eq!(device.everything(), stored);
}
