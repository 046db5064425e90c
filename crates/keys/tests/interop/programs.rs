//! Who the third parties are. Each has a script in `tests/interop`.

/// A script, and the packages that it drives.
pub(crate) struct Program {
    pub(crate) script: &'static str,
    /// Their names and versions.
    pub(crate) packages: &'static [(&'static str, &'static str)],
}

/// btcli's keys until bittensor had its own.
pub(crate) const WALLET: Program = Program {
    script: "wallet.py",
    packages: &[("bittensor-wallet", "4.1.1")],
};
/// btcli's keys today.
pub(crate) const SDK: Program = Program {
    script: "sdk.py",
    packages: &[("bittensor", "11.3.0"), ("bittensor-core", "0.1.5")],
};
/// What btcli once encrypted with.
pub(crate) const FORMER: Program = Program {
    script: "former.py",
    packages: &[("ansible-core", "2.19.14"), ("cryptography", "50.0.2")],
};
/// The keystores of polkadot-js.
pub(crate) const KEYRING: Program = Program {
    script: "keyring.mjs",
    packages: &[("@polkadot/keyring", "14.0.3")],
};
/// The signatures of polkadot-js.
pub(crate) const WASM_CRYPTO: Program = Program {
    script: "wasm_crypto.mjs",
    packages: &[("@polkadot/wasm-crypto", "7.5.4")],
};
/// sr25519 that has no code in common with ours.
pub(crate) const SCURE: Program = Program {
    script: "scure.mjs",
    packages: &[("@scure/sr25519", "2.3.0")],
};
/// ed25519 that has no code in common with ours.
pub(crate) const NOBLE: Program = Program {
    script: "noble.mjs",
    packages: &[("@noble/curves", "2.4.0")],
};
