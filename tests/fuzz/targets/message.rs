//! Messages of websites. Whatever they are, what is signed for one is wrapped once, and what is shown is what is inside.

#![no_main]

use std::cell::RefCell;

use futures::executor::block_on;
use libfuzzer_sys::fuzz_target;
use taolight_fuzz::Wallet;
use taolight_keys::Scheme;
use taolight_primitives::Bytes;
use taolight_protocol::vault::{DescribeMessage, SignMessage};

thread_local! {
    static WALLET: RefCell<Wallet> = RefCell::default();
}

fuzz_target!(|input: &[u8]| WALLET.with_borrow_mut(|wallet| block_on(check(wallet, input))));

async fn check(wallet: &mut Wallet, input: &[u8]) {
    let request = |message: &[u8]| DescribeMessage {
        account: wallet.coldkey,
        message: Bytes(message.to_vec()),
        origin: None,
    };
    let (once, again) = (request(input), |signed: &Bytes| request(&signed.0));
    let Ok(summary) = wallet.vault.describe_message(&once).await else {
        return assert!(input.len() > 64 * 1024);
    };
    let inside = summary
        .signed
        .0
        .strip_prefix(b"<Bytes>")
        .and_then(|rest| rest.strip_suffix(b"</Bytes>"));
    let inside = inside.expect("it is wrapped");
    assert!(inside == input || summary.signed.0 == input);
    if let Some(text) = &summary.text {
        assert_eq!(text.as_bytes(), inside);
        assert!(
            !text.contains(|character: char| character.is_control() && !matches!(character, '\n' | '\t'))
        );
    }
    // Wrapping what is wrapped changes nothing.
    if let Ok(second) = wallet.vault.describe_message(&again(&summary.signed)).await {
        assert_eq!((&second.signed, &second.text), (&summary.signed, &summary.text));
    }
    let approved = SignMessage {
        approval: summary.approval,
        payload_hash: summary.payload_hash,
    };
    let signed = wallet
        .vault
        .sign_message(&approved)
        .await
        .expect("it was approved");
    let signature = signed.signature.0.as_slice().try_into().expect("64 bytes");
    assert!(Scheme::Sr25519.verify(&wallet.coldkey, &summary.signed.0, signature));
}
