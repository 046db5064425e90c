//! What the vault finds on the device, where other programs may have written. A changed record opens nothing that the
//! password did not open before, and never signs for another account or use. It costs at most the account that it is of:
//! the password opens the others.
//!
//! The first byte chooses a record of a good vault; the second says whether the rest stands in its place, or is changes
//! of it.

#![no_main]

use std::{cell::OnceCell, collections::BTreeSet, rc::Rc, time::Duration};

use futures::executor::block_on;
use libfuzzer_sys::fuzz_target;
use taolight_fuzz::{PASSWORD, Time, Wallet, edited, replace, vault, vault_at};
use taolight_keys::Scheme;
use taolight_primitives::{AccountId, Bytes};
use taolight_protocol::vault::{Account, DescribeMessage, Role, Secret, SignMessage};
use taolight_vault::{
    Vault,
    strongbox::{MemoryStorage, VaultStorage},
};

thread_local! {
    static GOOD: OnceCell<Wallet> = const { OnceCell::new() };
}

fuzz_target!(|input: &[u8]| GOOD.with(|good| {
    let good = good.get_or_init(counted);
    block_on(check(good, input));
}));

/// A vault that has everything stored that there is, a wrong password too.
fn counted() -> Wallet {
    let mut wallet = Wallet::new();
    let wrong = Secret::new("another password".to_owned());
    assert!(block_on(vault(wallet.storage.clone()).unlock(&wrong)).is_err());
    wallet.records = block_on(wallet.storage.read()).expect("memory").values;
    wallet
}

async fn check(good: &Wallet, input: &[u8]) {
    let [which, how, rest @ ..] = input else {
        return;
    };
    let mut records = good.records.clone();
    // Spares have no content.
    let mut filled: Vec<_> = records.values_mut().filter(|record| !record.is_empty()).collect();
    let index = usize::from(*which) % filled.len();
    if let Some(record) = filled.get_mut(index) {
        **record = if how % 2 == 0 {
            rest.to_vec()
        } else {
            edited(record, rest)
        };
    }
    let storage = Rc::new(MemoryStorage::default());
    replace(&storage, &records)
        .await
        .expect("memory takes everything");

    let time = Rc::new(Time::default());
    let mut vault = vault_at(storage, time.clone());
    let listing = vault.accounts().await.expect("memory");
    let accounts = listing.accounts.iter().map(|account| account.address);
    let listed: BTreeSet<_> = accounts
        .chain(listing.damaged.iter().map(|damaged| damaged.address))
        .collect();
    assert_eq!(listed, BTreeSet::from([good.coldkey, good.hotkey, good.edwards]));
    assert!(
        vault
            .unlock(&Secret::new("another password".to_owned()))
            .await
            .is_err()
    );
    // No wait is longer.
    time.wait(Duration::from_secs(3_600));
    let unlocked = vault.unlock(&Secret::new(PASSWORD.to_owned())).await;
    unlocked.expect("one record is damaged at most");
    let mut signing = 0;
    for account in listing.accounts {
        if let Some(signature) = sign(&mut vault, account.address).await {
            signing += 1;
            let scheme = if account.address == good.edwards {
                Scheme::Ed25519
            } else {
                Scheme::Sr25519
            };
            assert!(scheme.verify(&account.address, b"<Bytes>hi</Bytes>", &signature));
            assert_eq!(is_hotkey(&account), account.address == good.hotkey);
        }
    }
    assert!(signing >= 2, "one account is damaged at most");
    assert_eq!(vault.policies().await.expect("there is a copy").len(), 1);
}

fn is_hotkey(account: &Account) -> bool {
    match account.role {
        Role::Hotkey => true,
        Role::Coldkey { .. } | Role::WatchOnly => false,
    }
}

/// A signature of an account, if its secret can be opened.
async fn sign(vault: &mut Vault, account: AccountId) -> Option<[u8; 64]> {
    let request = DescribeMessage {
        account,
        message: Bytes(b"hi".to_vec()),
        origin: None,
    };
    let summary = vault.describe_message(&request).await.ok()?;
    let approved = SignMessage {
        approval: summary.approval,
        payload_hash: summary.payload_hash,
    };
    let signed = vault.sign_message(&approved).await.ok()?;
    signed.signature.0.try_into().ok()
}
