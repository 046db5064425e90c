//! The names of the formats.

/// What was pasted or dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A mnemonic and nothing else.
    Mnemonic,
    /// A mnemonic or seed with a derivation path or a password.
    SecretUri,
    /// 64 hexadecimal digits.
    Seed,
    /// 128 hexadecimal digits: an expanded secret, whose form only an address tells.
    ExpandedSecret,
    /// An address, to watch.
    Address,
    /// btcli's key file in clear: a hotkey, as a rule.
    BtcliSecret,
    /// btcli's public key file, such as `coldkeypub.txt`, to watch.
    BtcliPublic,
    /// btcli's encrypted key file: `$NACL`.
    BtcliNacl,
    /// btcli's older encrypted key file: `$ANSIBLE_VAULT`.
    BtcliAnsible,
    /// btcli's first encrypted key file: a Fernet token.
    BtcliFernet,
    /// A polkadot-js keystore of one account.
    PolkadotJs,
    /// A polkadot-js keystore of several accounts, each of which may have a password of its own inside.
    PolkadotJsBatch,
}
