//! Requests to miners. What is accepted is exactly what its reading says, and could be nothing else: no transaction and
//! no message.
//!
//! The first byte chooses the account.

#![no_main]

use std::cell::RefCell;

use futures::executor::block_on;
use libfuzzer_sys::fuzz_target;
use taolight_fuzz::{Wallet, says_nothing_of};
use taolight_primitives::{AccountId, BlockHash, Bytes, ErrorCode};
use taolight_protocol::vault::{DescribeMinerAuth, MinerAuth, Scheme};

thread_local! {
    static WALLET: RefCell<Wallet> = RefCell::default();
}

fuzz_target!(|input: &[u8]| WALLET.with_borrow_mut(|wallet| block_on(check(wallet, input))));

async fn check(wallet: &mut Wallet, input: &[u8]) {
    let Some((choice, message)) = input.split_first() else {
        return;
    };
    let account = [wallet.coldkey, wallet.hotkey, wallet.edwards][usize::from(choice % 3)];
    let request = DescribeMinerAuth {
        account,
        messages: vec![Bytes(message.to_vec())],
        origin: None,
    };
    match wallet.vault.describe_miner_auth(&request).await {
        Ok(summary) => {
            assert_eq!(summary.requests.len(), 1);
            assert_eq!(written(&summary.requests[0], &account).as_bytes(), message);
            // A hash is shorter; every transaction has a byte below 10 in its version; a message begins with `<`.
            assert!(message.len() > 32 && message[0] != b'<');
            assert!(
                message
                    .iter()
                    .all(|byte| *byte == b'\n' || byte.is_ascii_graphic())
            );
        }
        Err(failure) => {
            assert_eq!(failure.code, ErrorCode::InvalidMinerMessage);
            says_nothing_of(&format!("{failure:?}"), message);
        }
    }
}

/// The message that has this reading.
fn written(auth: &MinerAuth, sender: &AccountId) -> String {
    match auth {
        MinerAuth::AxonV10 {
            nonce,
            receiver,
            uuid,
            body_hash,
        } => format!("{nonce}.{sender}.{receiver}.{uuid}.{}", digits(body_hash)),
        MinerAuth::BtAuth1 {
            scheme,
            method,
            target,
            body_hash,
            nonce,
            receiver,
        } => {
            let scheme = match scheme {
                Scheme::Sr25519 => "sr25519",
                Scheme::Ed25519 => "ed25519",
            };
            let (body, receiver) = (digits(body_hash), or(receiver.as_ref(), "-"));
            format!("btauth/1\n{scheme}\n{method}\n{target}\n{body}\n{nonce}\n{sender}\n{receiver}")
        }
        MinerAuth::Epistula2 {
            body_hash,
            uuid,
            timestamp,
            receiver,
        } => format!(
            "{}.{uuid}.{timestamp}.{}",
            digits(body_hash),
            or(receiver.as_ref(), "")
        ),
    }
}

fn digits(hash: &BlockHash) -> String {
    hash.to_string()[2..].to_owned()
}

fn or(receiver: Option<&AccountId>, nobody: &str) -> String {
    receiver.map_or_else(|| nobody.to_owned(), ToString::to_string)
}
