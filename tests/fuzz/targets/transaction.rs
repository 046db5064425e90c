//! Transactions that somebody wants to have signed. What is approved is what is signed, no hotkey moves funds, and no
//! limit is passed, however deep in other calls the transfer is.
//!
//! The first byte chooses the account; the rest is the call.

#![no_main]

use std::cell::RefCell;

use futures::executor::block_on;
use libfuzzer_sys::fuzz_target;
use taolight_codec::decode_extrinsic;
use taolight_fuzz::{LIMIT, Wallet, metadata, metadata_ref};
use taolight_primitives::{BlockHash, BlockRef, Bytes, Rao};
use taolight_protocol::{
    engine::{Mortality, Unsigned},
    vault::{CallNode, Describe, HumanValue, Sign},
};

thread_local! {
    static WALLET: RefCell<Wallet> = RefCell::default();
}

fuzz_target!(|input: &[u8]| WALLET.with_borrow_mut(|wallet| {
    block_on(check(wallet, input));
    wallet.reset();
}));

async fn check(wallet: &mut Wallet, input: &[u8]) {
    let Some((choice, call)) = input.split_first() else {
        return;
    };
    let account = [wallet.coldkey, wallet.hotkey, wallet.edwards][usize::from(choice % 3)];
    let unsigned = Unsigned {
        account,
        call: Bytes(call.to_vec()),
        nonce: 7,
        tip: Rao(11),
        mortality: Mortality {
            period: 64,
            birth: BlockRef {
                number: 1_000,
                hash: BlockHash([1; 32]),
            },
        },
        genesis: BlockHash([2; 32]),
        spec_version: metadata().runtime().spec_version,
        transaction_version: metadata().runtime().transaction_version,
        metadata: metadata_ref(),
    };
    let request = Describe {
        unsigned,
        intent: None,
        origin: None,
    };
    let Ok(summary) = wallet.vault.describe(&request).await else {
        return;
    };
    let moved = summary.call.decoded().map(|call| transfers(call, 0));
    if account == wallet.coldkey {
        // What cannot be read is refused as soon as there is a limit.
        let moved: u128 = moved
            .clone()
            .expect("it can be read")
            .iter()
            .map(|rao| u128::from(rao.0))
            .sum();
        assert!(moved <= u128::from(LIMIT.0), "{moved} rao move");
    }
    if account == wallet.hotkey {
        assert_eq!(moved, Some(Vec::new()));
    }
    let approved = Sign {
        approval: summary.approval,
        payload_hash: summary.payload_hash,
    };
    let signed = wallet.vault.sign(&approved).await.expect("it was approved");
    let read = decode_extrinsic(metadata(), &signed.extrinsic.0).expect("it was made here");
    assert_eq!((read.account, read.nonce, read.tip), (account, 7, Rao(11)));
    assert_eq!(read.call, call);
    assert!(read.checks_metadata);
    assert!(
        wallet.vault.sign(&approved).await.is_err(),
        "an approval is good for one signature"
    );
}

/// The amounts of all transfers in a call.
fn transfers(call: &CallNode, depth: usize) -> Vec<Rao> {
    assert!(depth < 8);
    let mut found = Vec::new();
    let is_transfer = call.pallet == "Balances" && call.name.starts_with("transfer");
    for argument in &call.arguments {
        match &argument.value {
            HumanValue::Amount(rao) if is_transfer => found.push(*rao),
            value => within(value, depth, &mut found),
        }
    }
    found
}

fn within(value: &HumanValue, depth: usize, found: &mut Vec<Rao>) {
    match value {
        HumanValue::Call(call) => found.extend(transfers(call, depth + 1)),
        HumanValue::List(items) => items.iter().for_each(|item| within(item, depth, found)),
        HumanValue::Fields(fields) => fields.iter().for_each(|field| within(&field.value, depth, found)),
        HumanValue::Account(_)
        | HumanValue::Amount(_)
        | HumanValue::Number(_)
        | HumanValue::Text(_)
        | HumanValue::Bytes(_)
        | HumanValue::Flag(_)
        | HumanValue::Empty => {}
    }
}
