//! Addresses, as people type and paste them. An account has one address.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_primitives::AccountId;

/// Bytes of a long text.
const LONG: usize = 1 << 17;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    if let Ok(account) = AccountId::from_ss58(text) {
        assert_eq!(account.to_string(), text.trim());
    }
    // Base58 takes time by the square of its length, so that a long text has to be refused unread.
    let _ = AccountId::from_ss58(&text.repeat(LONG / text.len().max(1)));
    // Any 32 bytes are an account.
    if let Some(key) = input.first_chunk() {
        let account = AccountId(*key);
        assert_eq!(AccountId::from_ss58(&account.to_string()), Ok(account));
    }
});
