//! polkadot-js' keystores: with polkadot-js both ways, and from us to btcli, which imports them.

use serde_json::{Value, json};
use taolight_keys::{
    KeyError, Scheme, Secret,
    formats::{KeystoreExport, Kind, detect},
};

use crate::{
    agree::agree,
    btcli::is,
    damage::flipped_keystore,
    keys::{ALICE, name, origins, secret},
    party::Party,
    passwords::{PASSWORD, WRONG},
    programs::{KEYRING, SDK, WALLET},
    read::{clear, is_wrong, locked, only, same},
};

const LABEL: &str = "a \"label\"";
/// polkadot-js takes this for two bytes.
const BYTES: &str = "0x00ff";
/// How polkadot-js says that a password is wrong.
const REFUSAL: &str = "unable to decode";

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn polkadot_js_opens_ours() {
    let mut party = Party::start(&KEYRING);
    for (origin, scheme) in origins() {
        let ours = secret(&origin, scheme);
        let text = export(&ours, PASSWORD);
        let description = party.ask(read("read", &text, PASSWORD));
        is(&description, &ours);
        assert_eq!(description["label"], LABEL);
        agree(&mut party, &ours);
    }
    let ours = secret(ALICE, Scheme::Sr25519);
    let text = export(&ours, PASSWORD);
    party.refuses(read("read", &text, WRONG), REFUSAL);
    party.refuses(read("read", &flipped_keystore(&text), PASSWORD), REFUSAL);
    is(&party.ask(read("read", &export(&ours, BYTES), BYTES)), &ours);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn ours_opens_polkadot_js() {
    let mut party = Party::start(&KEYRING);
    for (origin, scheme) in origins() {
        let text = writes(&mut party, &origin, scheme, Some(PASSWORD));
        let sealed = locked(text.as_bytes(), Kind::PolkadotJs);
        assert_eq!(sealed.accounts()[0].label.as_deref(), Some(LABEL));
        let theirs = only(sealed.unlock(PASSWORD).unwrap());
        same(&theirs, &secret(&origin, scheme));
        agree(&mut party, &theirs);
    }
    let text = writes(&mut party, ALICE, Scheme::Sr25519, Some(PASSWORD));
    is_wrong(locked(text.as_bytes(), Kind::PolkadotJs).unlock(WRONG));
    is_wrong(locked(flipped_keystore(&text).as_bytes(), Kind::PolkadotJs).unlock(PASSWORD));
    let text = writes(&mut party, ALICE, Scheme::Sr25519, Some(BYTES));
    assert!(locked(text.as_bytes(), Kind::PolkadotJs).unlock(BYTES).is_ok());
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn ours_reads_polkadot_js_in_clear() {
    let mut party = Party::start(&KEYRING);
    for scheme in [Scheme::Sr25519, Scheme::Ed25519] {
        let text = writes(&mut party, ALICE, scheme, None);
        let theirs = clear(text.as_bytes(), Kind::PolkadotJs);
        same(&theirs, &secret(ALICE, scheme));
        agree(&mut party, &theirs);
        let damaged = flipped_keystore(&text);
        assert_eq!(detect(damaged.as_bytes()).err(), Some(KeyError::AddressMismatch));
    }
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_imports_ours() {
    let mut party = Party::start(&SDK);
    for scheme in [Scheme::Sr25519, Scheme::Ed25519] {
        imports(&mut party, &secret(ALICE, scheme));
    }
}

/// Of sr25519 only: of ed25519 it misreads the secret, and panics.
#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_wallet_imports_ours() {
    let mut party = Party::start(&WALLET);
    imports(&mut party, &secret(ALICE, Scheme::Sr25519));
    let text = export(&secret(ALICE, Scheme::Ed25519), PASSWORD);
    party.refuses(read("read_keystore", &text, PASSWORD), "invalid secret");
}

fn imports(party: &mut Party, ours: &Secret) {
    let text = export(ours, PASSWORD);
    is(&party.ask(read("read_keystore", &text, PASSWORD)), ours);
    agree(party, ours);
    party.refuses(read("read_keystore", &text, WRONG), "failed to decrypt");
    party.refuses(
        read("read_keystore", &flipped_keystore(&text), PASSWORD),
        "failed to decrypt",
    );
}

fn export(secret: &Secret, password: &str) -> String {
    let export = KeystoreExport::new().unwrap();
    let key = export.kdf().derive(password).unwrap();
    export.write(secret, &key, Some(LABEL), None).unwrap()
}

fn read(how: &str, text: &str, password: &str) -> Value {
    json!({ "do": how, "text": text, "password": password })
}

fn writes(party: &mut Party, origin: &str, scheme: Scheme, password: Option<&str>) -> String {
    party.ask_text(json!({
        "do": "write", "origin": origin, "scheme": name(scheme), "password": password, "label": LABEL,
    }))
}
