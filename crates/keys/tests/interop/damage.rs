//! Files with one wrong character, which still have the form of their format.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;

/// The same bytes, but for one bit at the end.
pub(crate) fn flipped(file: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    *file.last_mut().unwrap() ^= 1;
    file
}

/// The same Ansible vault, but for the last digit of its ciphertext. The digits are written as hexadecimal once more, in
/// lines.
pub(crate) fn flipped_vault(file: &[u8]) -> Vec<u8> {
    let (header, body) = str::from_utf8(file).unwrap().split_once('\n').unwrap();
    let mut digits = hex::decode(body.replace('\n', "")).unwrap();
    let last = digits.last_mut().unwrap();
    *last = another(*last);
    let mut damaged = format!("{header}\n").into_bytes();
    for line in hex::encode(digits).as_bytes().chunks(80) {
        damaged.extend_from_slice(line);
        damaged.push(b'\n');
    }
    damaged
}

/// The same Fernet token, but for a character in the middle.
pub(crate) fn flipped_token(file: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    let at = file.len() / 2;
    file[at] = another(file[at]);
    file
}

/// Another character of hexadecimal and of base64.
fn another(character: u8) -> u8 {
    if character == b'0' { b'1' } else { b'0' }
}

/// The same keystore, but for one bit at the end of what is encoded.
pub(crate) fn flipped_keystore(text: &str) -> String {
    let mut json: Value = serde_json::from_str(text).unwrap();
    let encoded = BASE64_STANDARD.decode(json["encoded"].as_str().unwrap()).unwrap();
    json["encoded"] = BASE64_STANDARD.encode(flipped(&encoded)).into();
    json.to_string()
}
