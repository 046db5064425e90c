//! btcli's key files, in clear and as `$NACL`.

use serde_json::{Value, json};
use taolight_keys::{
    KeyError, Scheme, Secret,
    formats::{Imported, Kind, NaclExport, btcli_json, btcli_public_json, detect},
};

use crate::{
    agree::agree,
    damage::flipped,
    keys::{ALICE, DEVELOPMENT, name, origins, secret},
    party::Party,
    passwords::{PASSWORD, WRONG, nacl_key, wrong_nacl_key},
    programs::{Program, SDK, WALLET},
    read::{clear, is_wrong, locked, only, same},
};

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_wallet_in_clear() {
    in_clear(&WALLET);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_in_clear() {
    in_clear(&SDK);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_wallet_public() {
    public(&WALLET);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_public() {
    public(&SDK);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_wallet_encrypted() {
    nacl(&WALLET);
}

#[test]
#[ignore = "needs third parties: cargo xtask test interop"]
fn bittensor_encrypted() {
    nacl(&SDK);
}

fn in_clear(program: &Program) {
    let mut party = Party::start(program);
    for (origin, scheme) in origins() {
        let ours = secret(&origin, scheme);
        let file = btcli_json(&ours).unwrap();
        reads(&mut party, file.as_bytes(), None, &ours);
        agree(&mut party, &ours);

        let file = writes(&mut party, &origin, scheme, None);
        let theirs = clear(&file, Kind::BtcliSecret);
        same(&theirs, &ours);
        assert_eq!(theirs.mnemonic().is_some(), origin == DEVELOPMENT);
        agree(&mut party, &theirs);
    }
    refuses_a_damaged_mnemonic(&mut party);
}

/// A word that is a word, so that only the checksum tells.
fn refuses_a_damaged_mnemonic(party: &mut Party) {
    let file = btcli_json(&secret(DEVELOPMENT, Scheme::Sr25519)).unwrap();
    let file = file.replace("walk", "lake");
    party.refuses(read(file.as_bytes(), None), "phrase");
    assert_eq!(detect(file.as_bytes()).err(), Some(KeyError::Checksum));
}

fn public(program: &Program) {
    let mut party = Party::start(program);
    for scheme in [Scheme::Sr25519, Scheme::Ed25519] {
        let ours = secret(ALICE, scheme);
        let account = ours.account().unwrap();
        let file = btcli_public_json(&account, scheme);
        reads(&mut party, file.as_bytes(), None, &ours);
        party.refuses(json!({ "do": "sign", "message": "" }), "no private key");

        let question = json!({ "do": "write_public", "address": account, "scheme": name(scheme) });
        let file = party.ask_bytes(question);
        let detected = detect(&file).unwrap();
        assert_eq!(detected.kind, Kind::BtcliPublic);
        assert!(matches!(detected.imported, Imported::Watch(known) if known.account == account));

        let damaged = String::from_utf8(file)
            .unwrap()
            .replace("Address\":\"5", "Address\":\"6");
        party.refuses(read(damaged.as_bytes(), None), "SS58");
        assert_eq!(
            detect(damaged.as_bytes()).err(),
            Some(KeyError::Damaged("ss58Address"))
        );
    }
}

fn nacl(program: &Program) {
    let mut party = Party::start(program);
    let ours = secret(DEVELOPMENT, Scheme::Sr25519);
    let file = NaclExport::write(&ours, nacl_key()).unwrap();
    reads(&mut party, &file, Some(PASSWORD), &ours);
    agree(&mut party, &ours);
    party.refuses(read(&file, Some(WRONG)), "wrong password");
    party.refuses(read(&flipped(&file), Some(PASSWORD)), "wrong password");

    let file = writes(&mut party, ALICE, Scheme::Ed25519, Some(PASSWORD));
    let sealed = locked(&file, Kind::BtcliNacl);
    let theirs = only(sealed.open(nacl_key()).unwrap());
    same(&theirs, &secret(ALICE, Scheme::Ed25519));
    agree(&mut party, &theirs);
    is_wrong(sealed.open(wrong_nacl_key()));
    is_wrong(locked(&flipped(&file), Kind::BtcliNacl).open(nacl_key()));
}

/// The command to read a key file.
pub(crate) fn read(file: &[u8], password: Option<&str>) -> Value {
    json!({ "do": "read", "file": hex::encode(file), "password": password })
}

/// Makes sure that a party reads a key file as this key.
pub(crate) fn reads(party: &mut Party, file: &[u8], password: Option<&str>, expected: &Secret) {
    is(&party.ask(read(file, password)), expected);
}

/// Makes sure that a party described this key.
pub(crate) fn is(description: &Value, expected: &Secret) {
    assert_eq!(description["address"], expected.account().unwrap().to_string());
    assert_eq!(description["scheme"], name(expected.scheme()));
}

/// A key file as a party writes it.
pub(crate) fn writes(party: &mut Party, origin: &str, scheme: Scheme, password: Option<&str>) -> Vec<u8> {
    let scheme = name(scheme);
    party.ask_bytes(json!({ "do": "write", "origin": origin, "scheme": scheme, "password": password }))
}
