//! Damage to what the vault keeps on the device: one record costs at most the account that it is of, and whole accounts
//! open with the password, whatever happened to the lock.

#![allow(clippy::unwrap_used)]

mod common;

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use common::{CheapHasher, Device, PASSWORD, alice, bob, coldkey, import, secret};
use futures::executor::block_on;
use taolight_primitives::{AccountId, Bytes, ErrorCode, Failure, Rao};
use taolight_protocol::vault::{
    ChangePassword, Damage, DescribeMessage, LockState, Policy, PolicyEntry, SetPolicy, SignMessage,
    WatchAddress,
};
use taolight_vault::{
    Vault,
    strongbox::{RustCrypto, Strongbox, VaultStorage, Write},
};

const OTHER: &str = "battery staple";
/// The seeds of the development accounts, which cost less than their words.
const ALICE: &str = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";
const BOB: &str = "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89";
/// What is waited for where the count of wrong passwords may be lost.
const WAIT: Duration = Duration::from_secs(32);
const LOCKS: [&str; 2] = ["lock", "copy/lock"];

type Records = BTreeMap<String, Vec<u8>>;
/// What can happen to a record; none if it is gone.
type Harm = fn(&[u8]) -> Option<Vec<u8>>;

const HARMS: [(&str, Harm); 6] = [
    ("gone", |_| None),
    ("empty", |_| Some(Vec::new())),
    ("cut", |bytes| Some(bytes[..bytes.len() / 2].to_vec())),
    ("another version", |bytes| {
        replaced(bytes, "\"version\":1", "\"version\":7")
    }),
    ("another salt", |bytes| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let (before, salt) = text.split_once("\"salt\":\"0x").unwrap_or((&text, ""));
        let other = if salt.starts_with('0') { '1' } else { '0' };
        Some(match salt {
            "" => before.into(),
            salt => format!("{before}\"salt\":\"0x{other}{}", &salt[1..]).into_bytes(),
        })
    }),
    ("another ciphertext", |bytes| {
        replaced(bytes, "\"ciphertext\":\"0x", "\"ciphertext\":\"0x00")
    }),
];

fn replaced(bytes: &[u8], from: &str, to: &str) -> Option<Vec<u8>> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    Some(text.replace(from, to).into_bytes())
}

fn records(device: &Device) -> Records {
    block_on(device.storage.read()).unwrap().values
}

/// Stores exactly these records.
fn store(device: &Device, wanted: &Records) {
    let stored = block_on(device.storage.read()).unwrap();
    let mut writes: Vec<_> = stored.values.into_keys().map(Write::Delete).collect();
    let puts = wanted.iter();
    writes.extend(puts.map(|(name, bytes)| Write::Put(name.clone(), bytes.clone())));
    block_on(device.storage.commit(stored.revision, writes)).unwrap();
}

fn harm(device: &Device, name: &str, harm: Harm) {
    let mut records = records(device);
    if let Some(bytes) = records.remove(name).and_then(|bytes| harm(&bytes)) {
        records.insert(name.to_owned(), bytes);
    }
    store(device, &records);
}

/// A device with Alice, who has a limit, and Bob.
fn device() -> Device {
    let device = Device::default();
    let mut vault = device.made();
    import(&mut vault, ALICE, "Alice", coldkey()).unwrap();
    import(&mut vault, BOB, "Bob", coldkey()).unwrap();
    let policy = Policy {
        per_transaction: Some(Rao(7)),
        ..Policy::default()
    };
    let entry = PolicyEntry {
        account: alice(),
        origin: None,
        policy,
    };
    let password = secret(PASSWORD);
    block_on(vault.set_policy(&SetPolicy { password, entry })).unwrap();
    device
}

fn strongbox(device: &Device) -> Strongbox {
    Strongbox::new(
        device.storage.clone(),
        Rc::new(RustCrypto),
        Rc::new(CheapHasher),
        device.clock.clone(),
    )
}

fn state(device: &Device) -> LockState {
    block_on(strongbox(device).state()).unwrap()
}

fn unlock(vault: &mut Vault, password: &str) -> Result<(), Failure> {
    block_on(vault.unlock(&secret(password)))
}

/// A tab that is unlocked once whatever wait there is has passed.
fn unlocked(device: &Device, password: &str) -> Result<Vault, Failure> {
    let mut vault = device.tab();
    let first = unlock(&mut vault, password);
    match first.as_ref().err().map(|failure| failure.code) {
        Some(ErrorCode::AttemptsLost | ErrorCode::TooManyAttempts) => {
            device.wait(Duration::from_secs(3_600));
            unlock(&mut vault, password)?;
        }
        Some(_) | None => first?,
    }
    Ok(vault)
}

fn signs(vault: &mut Vault, account: AccountId) -> bool {
    let request = DescribeMessage {
        account,
        message: Bytes(b"hi".to_vec()),
        origin: None,
    };
    let summary = block_on(vault.describe_message(&request)).unwrap();
    let approved = SignMessage {
        approval: summary.approval,
        payload_hash: summary.payload_hash,
    };
    block_on(vault.sign_message(&approved)).is_ok()
}

fn damaged(vault: &Vault) -> Vec<AccountId> {
    let listing = block_on(vault.accounts()).unwrap();
    listing.damaged.iter().map(|damaged| damaged.address).collect()
}

fn change_password(vault: &mut Vault, leave: Vec<AccountId>) -> Result<(), Failure> {
    block_on(vault.change_password(&ChangePassword {
        old: secret(PASSWORD),
        new: secret(OTHER),
        leave,
    }))
}

fn code<T>(outcome: Result<T, Failure>) -> ErrorCode {
    outcome.err().unwrap().code
}

#[test]
fn damage_to_one_record_costs_at_most_its_own_account() {
    let device = device();
    unlock(&mut device.tab(), OTHER).unwrap_err();
    let whole = records(&device);
    assert!(whole.contains_key("attempts"));
    // One spare is like the other.
    let is_meant = |name: &&String| !name.starts_with("spare/") || name.ends_with("01");
    for name in whole.keys().filter(is_meant) {
        for (what, harmful) in HARMS {
            store(&device, &whole);
            harm(&device, name, harmful);
            let about = format!("{name}: {what}");
            let lost: Vec<_> = [alice(), bob()]
                .into_iter()
                .filter(|account| *name == format!("account/{account}"))
                .filter(|_| what != "another salt")
                .collect();

            assert_eq!(
                unlocked(&device, OTHER).err().unwrap().code,
                ErrorCode::WrongPassword,
                "{about}"
            );
            let mut vault = unlocked(&device, PASSWORD).expect(&about);
            for account in [alice(), bob()] {
                let is_gone = lost.contains(&account);
                if !(is_gone && what == "gone") {
                    assert_eq!(damaged(&vault).contains(&account), is_gone, "{about}");
                }
                if !is_gone {
                    assert!(signs(&mut vault, account), "{about}");
                }
            }
            let policies = block_on(vault.policies()).unwrap();
            assert_eq!(policies[0].policy.per_transaction, Some(Rao(7)), "{about}");
            if what != "another version" || lost.is_empty() {
                change_password(&mut vault, lost).expect(&about);
                unlocked(&device, OTHER).expect(&about);
                assert_eq!(
                    code(unlocked(&device, PASSWORD)),
                    ErrorCode::WrongPassword,
                    "{about}"
                );
            }
        }
    }
}

#[test]
fn any_flipped_bit_of_the_lock_is_mended() {
    let device = device();
    let whole = records(&device);
    for name in LOCKS {
        for at in 0..whole[name].len() {
            let mut flipped = whole.clone();
            flipped.get_mut(name).unwrap()[at] ^= 1 << (at % 8);
            store(&device, &flipped);
            unlocked(&device, PASSWORD).unwrap_or_else(|failure| panic!("{name} at {at}: {failure}"));
            assert_eq!(records(&device), whole, "{name} at {at}");
        }
    }
}

#[test]
fn accounts_open_without_any_lock() {
    let device = device();
    let whole = records(&device);
    for (of_first, first) in HARMS {
        for (of_copy, copy) in HARMS {
            // Both newer: that is no damage.
            if (of_first, of_copy) == ("another version", "another version") {
                continue;
            }
            store(&device, &whole);
            harm(&device, LOCKS[0], first);
            harm(&device, LOCKS[1], copy);
            let about = format!("{of_first}, {of_copy}");
            if [of_first, of_copy].contains(&"another version")
                && [of_first, of_copy]
                    .iter()
                    .any(|what| ["gone", "empty", "cut"].contains(what))
            {
                // Nothing that is left contradicts a newer version.
                assert_eq!(code(unlocked(&device, PASSWORD)), ErrorCode::Storage, "{about}");
                continue;
            }
            assert_eq!(state(&device), LockState::Locked, "{about}");
            assert_eq!(
                code(unlocked(&device, OTHER)),
                ErrorCode::WrongPassword,
                "{about}"
            );
            let mut vault = unlocked(&device, PASSWORD).expect(&about);
            assert!(signs(&mut vault, alice()) && signs(&mut vault, bob()), "{about}");
            let after = records(&device);
            assert_eq!(after[LOCKS[0]], after[LOCKS[1]], "{about}");
            let mut again = device.tab();
            unlock(&mut again, PASSWORD).expect("nothing to wait for any more");
        }
    }
}

#[test]
fn a_lost_count_costs_a_wait_whatever_the_password() {
    let device = device();
    let whole = records(&device);
    let losses: [&[(&str, Option<&str>)]; 3] = [
        &[("attempts", Some("{"))],
        &[("lock", None)],
        &[("lock", None), ("attempts", Some(""))],
    ];
    for loss in losses {
        let mut harmed = whole.clone();
        for (name, bytes) in loss {
            harmed.remove(*name);
            harmed.extend(bytes.map(|bytes| ((*name).to_owned(), bytes.into())));
        }
        store(&device, &harmed);
        let mut vault = device.tab();
        for password in [PASSWORD, OTHER] {
            let refused = unlock(&mut vault, password).unwrap_err();
            assert_eq!(refused.code, ErrorCode::AttemptsLost);
            assert_eq!(refused.data.as_deref(), Some("32000"));
        }
        assert_eq!(records(&device), harmed, "nothing was tried");
        device.wait(WAIT / 2);
        assert_eq!(
            unlock(&mut vault, PASSWORD).unwrap_err().data.as_deref(),
            Some("16000")
        );
        // A reload forgives nothing.
        let mut reloaded = device.tab();
        assert_eq!(
            unlock(&mut reloaded, PASSWORD).unwrap_err().data.as_deref(),
            Some("32000")
        );
        device.wait(WAIT);
        for waits in ["64000", "128000"] {
            let wrong = unlock(&mut reloaded, OTHER).unwrap_err();
            assert_eq!(wrong.code, ErrorCode::WrongPassword);
            assert_eq!(wrong.data.as_deref(), Some(waits));
            let refused = unlock(&mut device.tab(), PASSWORD).unwrap_err();
            assert_eq!(refused.code, ErrorCode::TooManyAttempts, "it is written down now");
            device.wait(Duration::from_secs(128));
        }
        unlock(&mut reloaded, PASSWORD).unwrap();
        assert_eq!(records(&device), whole, "all is mended");
    }
}

#[test]
fn a_time_to_come_locks_nobody_out() {
    let device = device();
    device.wait(Duration::from_secs(1_000_000));
    for _ in 0..4 {
        device.wait(Duration::from_secs(60));
        unlock(&mut device.tab(), OTHER).unwrap_err();
    }
    // The clock was ahead.
    device.clock.0.set(Duration::from_secs(1));
    let mut vault = device.tab();
    assert_eq!(code(unlock(&mut vault, PASSWORD)), ErrorCode::TooManyAttempts);
    device.wait(Duration::from_secs(2));
    unlock(&mut vault, PASSWORD).unwrap();
}

/// As a vault was stored before accounts carried what opens them.
fn without_copies(device: &Device) -> Records {
    let mut records = records(device);
    records.retain(|name, _| !name.starts_with("copy/"));
    for account in [alice(), bob()] {
        let bytes = records.get_mut(&format!("account/{account}")).unwrap();
        let mut envelope: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        envelope.as_object_mut().unwrap().remove("hash").unwrap();
        *bytes = serde_json::to_vec(&envelope).unwrap();
    }
    records
}

#[test]
fn a_vault_without_copies_gets_them() {
    let device = device();
    store(&device, &without_copies(&device));
    unlock(&mut device.tab(), PASSWORD).unwrap();
    LOCKS.iter().for_each(|name| harm(&device, name, |_| None));
    let mut vault = unlocked(&device, PASSWORD).unwrap();
    assert!(signs(&mut vault, alice()) && signs(&mut vault, bob()));
}

#[test]
fn a_vault_that_nothing_opens_is_said_to_be_so_and_begun_anew() {
    let device = device();
    let watched = AccountId([7; 32]);
    let request = WatchAddress {
        address: watched,
        label: "Watched".to_owned(),
    };
    block_on(device.tab().watch(&request)).unwrap();
    let mut bare = without_copies(&device);
    for lock in [None, Some(&b"{}"[..])] {
        bare.remove("lock");
        bare.extend(lock.map(|bytes| ("lock".to_owned(), bytes.to_vec())));
        store(&device, &bare);
        assert_eq!(state(&device), LockState::Damaged);
        let mut vault = device.tab();
        let refused = unlock(&mut vault, PASSWORD).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Storage);
        assert!(
            refused.message.contains("safe on the chain")
                && refused.message.contains("import each account again"),
            "{refused}"
        );
        assert_eq!(
            code(import(&mut vault, ALICE, "Alice", coldkey())),
            ErrorCode::VaultLocked
        );
        assert_eq!(records(&device), bare);

        block_on(vault.create(&secret(OTHER))).unwrap();
        let listing = block_on(vault.accounts()).unwrap();
        assert_eq!(listing.accounts.len(), 3);
        let of: Vec<_> = listing.damaged.iter().map(|it| (it.address, it.damage)).collect();
        assert!(of.contains(&(alice(), Damage::Secret)) && of.contains(&(bob(), Damage::Secret)));
        assert_eq!(of.len(), 2);
        let name = format!("account/{}", alice());
        assert_eq!(
            records(&device)[&name],
            bare[&name],
            "not a byte of it is changed"
        );
        import(&mut vault, ALICE, "Alice", coldkey()).unwrap();
        assert_eq!(damaged(&vault), [bob()]);
        assert!(signs(&mut vault, alice()));
        let mut vault = unlocked(&device, OTHER).unwrap();
        assert!(signs(&mut vault, alice()));
        change_password(&mut vault, vec![bob()]).unwrap_err();
    }
}

#[test]
fn what_was_left_behind_opens_no_vault() {
    let device = device();
    let name = format!("account/{}", alice());
    let whole = records(&device)[&name].clone();
    harm(&device, &name, HARMS[5].1);
    let mut vault = unlocked(&device, PASSWORD).unwrap();
    change_password(&mut vault, vec![alice()]).unwrap();
    // Somebody mended it, and the lock is gone.
    let mut mended = records(&device);
    mended.insert(name, whole);
    mended.retain(|name, _| !LOCKS.contains(&name.as_str()));
    store(&device, &mended);
    assert_eq!(code(unlocked(&device, PASSWORD)), ErrorCode::WrongPassword);
    let mut vault = unlocked(&device, OTHER).unwrap();
    assert!(signs(&mut vault, bob()));
    assert_eq!(damaged(&vault), [alice()]);
}

#[test]
fn an_empty_vault_without_its_lock_is_none() {
    let device = Device::default();
    let mut vault = device.made();
    let request = WatchAddress {
        address: alice(),
        label: "Watched".to_owned(),
    };
    block_on(vault.watch(&request)).unwrap();
    harm(&device, LOCKS[0], |_| None);
    assert_eq!(state(&device), LockState::Locked, "its copy is there");
    harm(&device, LOCKS[1], |_| None);
    assert_eq!(state(&device), LockState::Empty);
    block_on(device.tab().create(&secret(OTHER))).unwrap();
    unlock(&mut device.tab(), OTHER).unwrap();
}

#[test]
fn a_tab_that_is_unlocked_notices() {
    let device = device();
    let mut vault = device.tab();
    unlock(&mut vault, PASSWORD).unwrap();
    harm(&device, LOCKS[0], |_| None);
    assert!(signs(&mut vault, alice()), "the copy is there");
    harm(&device, LOCKS[1], |_| None);
    let refused = import(&mut vault, "//Charlie", "Charlie", coldkey()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::VaultLocked);
    assert!(refused.message.contains("unlock again"), "{refused}");
    unlocked(&device, PASSWORD).unwrap();
}
