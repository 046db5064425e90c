//! The two forms in which btcli once encrypted its key files. They are only read here, and so is the second by btcli.

use serde_json::{Value, json};
use taolight_keys::{DerivedKey, Scheme, formats::Kind};

use crate::{
    btcli::{read, reads, writes},
    damage::{flipped_token, flipped_vault},
    keys::{DEVELOPMENT, secret},
    party::Party,
    passwords::{PASSWORD, WRONG},
    programs::{FORMER, SDK, WALLET},
    read::{is_wrong, locked, only, same},
};

/// Of Ansible itself, and of bittensor-wallet, which still writes it on demand.
#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn ansible() {
    let [mut former, mut wallet, mut sdk] = [&FORMER, &WALLET, &SDK].map(Party::start);
    let expected = secret(DEVELOPMENT, Scheme::Sr25519);
    let content = writes(&mut wallet, DEVELOPMENT, Scheme::Sr25519, None);
    let question = encrypt("write_ansible", &content);
    for file in [former.ask_bytes(question.clone()), wallet.ask_bytes(question)] {
        let damaged = flipped_vault(&file);
        let sealed = locked(&file, Kind::BtcliAnsible);
        same(&only(sealed.unlock(PASSWORD).unwrap()), &expected);
        is_wrong(sealed.unlock(WRONG));
        is_wrong(locked(&damaged, Kind::BtcliAnsible).unlock(PASSWORD));

        for party in [&mut wallet, &mut sdk] {
            reads(party, &file, Some(PASSWORD), &expected);
            party.refuses(read(&file, Some(WRONG)), "wrong password");
            party.refuses(read(&damaged, Some(PASSWORD)), "wrong password");
        }
    }
}

/// Of the library that btcli made it with. No btcli writes it any more, and only bittensor still opens it:
/// bittensor-wallet knows the form, but holds every password for wrong.
#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn fernet() {
    let [mut former, mut wallet, mut sdk] = [&FORMER, &WALLET, &SDK].map(Party::start);
    let expected = secret(DEVELOPMENT, Scheme::Sr25519);
    let content = writes(&mut wallet, DEVELOPMENT, Scheme::Sr25519, None);
    let file = former.ask_bytes(encrypt("write_fernet", &content));
    let damaged = flipped_token(&file);

    let sealed = locked(&file, Kind::BtcliFernet);
    let key = sealed.kdf().derive(PASSWORD).unwrap();
    same(&only(sealed.open(&key).unwrap()), &expected);
    is_wrong(locked(&damaged, Kind::BtcliFernet).open(&key));
    // Ten million rounds are enough once: to another password belongs another key, and this is one.
    is_wrong(sealed.open(&DerivedKey::from_bytes(vec![7; key.bytes().len()].into())));

    reads(&mut sdk, &file, Some(PASSWORD), &expected);
    sdk.refuses(read(&file, Some(WRONG)), "wrong password");
    sdk.refuses(read(&damaged, Some(PASSWORD)), "wrong password");
    wallet.refuses(read(&file, Some(PASSWORD)), "wrong password");
}

fn encrypt(how: &str, content: &[u8]) -> Value {
    json!({ "do": how, "content": hex::encode(content), "password": PASSWORD })
}
