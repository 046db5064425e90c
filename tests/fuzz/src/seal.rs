//! Encrypts anything as each wallet encrypts its key files, under one known key: what is inside a file is foreign as
//! well, and no fuzzer gets past an authentication code.

use aes::{
    Aes128, Aes256,
    cipher::{BlockEncryptMut, KeyIvInit, StreamCipher, block_padding::Pkcs7},
};
use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE},
};
use crypto_secretbox::{KeyInit, XSalsa20Poly1305, aead::Aead};
use hmac::{Hmac, Mac};
use serde_json::json;
use sha2::Sha256;
use taolight_keys::DerivedKey;
use zeroize::Zeroizing;

/// Stands for every derived key, nonce and salt.
const BYTE: u8 = 7;

/// A key file and the key that opens it.
pub struct Sealed {
    /// The file.
    pub file: Vec<u8>,
    /// The key.
    pub key: DerivedKey,
    /// Another key of the same length.
    pub wrong: DerivedKey,
}

/// The content in one of the encrypted forms, chosen by a number; a batch of polkadot-js lists these addresses.
pub fn seal(form: u8, content: &[u8], addresses: &[&str]) -> Sealed {
    let (file, key_bytes) = match form % 5 {
        0 => (nacl(content), 32),
        1 => (ansible(content), 80),
        2 => (fernet(content), 32),
        3 => (polkadot_js(&["pkcs8", "sr25519"], content, addresses), 32),
        _ => (polkadot_js(&["batch-pkcs8"], content, addresses), 32),
    };
    let key = |byte| DerivedKey::from_bytes(Zeroizing::new(vec![byte; key_bytes]));
    Sealed {
        file,
        key: key(BYTE),
        wrong: key(BYTE + 1),
    }
}

fn secretbox(content: &[u8]) -> Vec<u8> {
    let nonce = [BYTE; 24];
    let sealed = XSalsa20Poly1305::new(&[BYTE; 32].into()).encrypt(&nonce.into(), content);
    [&nonce, sealed.expect("it fits").as_slice()].concat()
}

fn nacl(content: &[u8]) -> Vec<u8> {
    [b"$NACL", secretbox(content).as_slice()].concat()
}

fn code(parts: &[&[u8]], key: &[u8]) -> Vec<u8> {
    let mut code = <Hmac<Sha256> as Mac>::new_from_slice(key).expect("any length will do");
    parts.iter().for_each(|part| code.update(part));
    code.finalize().into_bytes().to_vec()
}

fn ansible(content: &[u8]) -> Vec<u8> {
    let padding = 16 - content.len() % 16;
    let mut message = [content, &vec![padding as u8; padding]].concat();
    let mut cipher = ctr::Ctr128BE::<Aes256>::new(&[BYTE; 32].into(), &[BYTE; 16].into());
    cipher.apply_keystream(&mut message);
    let code = code(&[&message], &[BYTE; 32]);
    let lines = [&[BYTE; 32], code.as_slice(), &message]
        .map(hex::encode)
        .join("\n");
    format!("$ANSIBLE_VAULT;1.1;AES256\n{}\n", hex::encode(lines)).into_bytes()
}

fn fernet(content: &[u8]) -> Vec<u8> {
    let vector = [BYTE; 16];
    let cipher = cbc::Encryptor::<Aes128>::new(&[BYTE; 16].into(), &vector.into());
    let sealed = cipher.encrypt_padded_vec_mut::<Pkcs7>(content);
    let signed = [&[0x80, 0, 0, 0, 0, 0, 0, 0, 0], vector.as_slice(), &sealed].concat();
    let code = code(&[&signed], &[BYTE; 16]);
    BASE64_URL_SAFE.encode([signed, code].concat()).into_bytes()
}

fn polkadot_js(content: &[&str], bytes: &[u8], addresses: &[&str]) -> Vec<u8> {
    let numbers = [1_u32 << 15, 1, 8].map(u32::to_le_bytes).concat();
    let encoded = [&[BYTE; 32], numbers.as_slice(), &secretbox(bytes)].concat();
    let accounts: Vec<_> = addresses
        .iter()
        .map(|address| json!({ "address": address }))
        .collect();
    let keystore = json!({
        "encoded": BASE64_STANDARD.encode(encoded),
        "encoding": { "content": content, "type": ["scrypt", "xsalsa20-poly1305"], "version": "3" },
        "accounts": accounts,
    });
    keystore.to_string().into_bytes()
}
