//! Writes btcli's JSON.

use taolight_primitives::AccountId;
use zeroize::Zeroizing;

use super::crypto_type;
use crate::{KeyError, Scheme, Secret, hex_text::hex_text};

/// Room for the longest file: 24 words, three keys, an address and the names of the fields.
const LONGEST: usize = 1024;

/// A key file in clear, as btcli has it for hotkeys: the account's own private key and seed, and the mnemonic if that
/// alone is the whole secret. A path or a password has no place in it; what they lead to does.
pub fn btcli_json(secret: &Secret) -> Result<Zeroizing<String>, KeyError> {
    let mut text = Zeroizing::new(String::with_capacity(LONGEST));
    text.push('{');
    let seed = secret.seed()?;
    let private = match (secret.expanded()?, &seed) {
        (Some(expanded), _) => hex_text(&*expanded.canonical()),
        // ed25519 has no expanded secret, and always a seed.
        (None, Some(seed)) => seed.to_hex(),
        (None, None) => return Err(KeyError::NoSecret),
    };
    push_field(&mut text, "privateKey", &private);
    if let Some(mnemonic) = secret.mnemonic().filter(|_| secret.is_bare_mnemonic()) {
        push_field(&mut text, "secretPhrase", &mnemonic.words());
    }
    if let Some(seed) = &seed {
        push_field(&mut text, "secretSeed", &seed.to_hex());
    }
    push_public(&mut text, &secret.account()?, secret.scheme());
    text.push('}');
    Ok(text)
}

/// A public key file, as btcli has it beside a coldkey.
pub fn btcli_public_json(account: &AccountId, scheme: Scheme) -> String {
    let mut text = "{".to_owned();
    push_public(&mut text, account, scheme);
    text.push('}');
    text
}

fn push_public(text: &mut String, account: &AccountId, scheme: Scheme) {
    let key = hex_text(&account.0);
    push_field(text, "accountId", &key);
    push_field(text, "publicKey", &key);
    push_field(text, "ss58Address", &account.to_string());
    text.push_str("\"cryptoType\":");
    text.push_str(&crypto_type(scheme).to_string());
}

/// A field and a comma. None of the values has a character that JSON would escape.
fn push_field(text: &mut String, name: &str, value: &str) {
    for piece in ["\"", name, "\":\"", value, "\","] {
        text.push_str(piece);
    }
}
