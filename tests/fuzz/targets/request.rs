//! The parameters of every call and subscription of both processes. Those of the vault hold secrets, so that no error may
//! quote any.
//!
//! The first line is the name, the rest are the parameters.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_fuzz::says_nothing_of;
use taolight_primitives::ErrorCode;
use taolight_protocol::{
    engine::{EngineCall, EngineTopic},
    vault::{VaultCall, VaultTopic},
};

fuzz_target!(|input: &[u8]| {
    let Some((name, text)) = str::from_utf8(input)
        .ok()
        .and_then(|input| input.split_once('\n'))
    else {
        return;
    };
    let Ok(parameters) = serde_json::from_str::<serde_json::Value>(text) else {
        return;
    };
    let answers = [
        (
            EngineCall::NAMES,
            EngineCall::parse(name, parameters.clone()).err(),
        ),
        (
            EngineTopic::NAMES,
            EngineTopic::parse(name, parameters.clone()).err(),
        ),
        (VaultCall::NAMES, VaultCall::parse(name, parameters.clone()).err()),
        (VaultTopic::NAMES, VaultTopic::parse(name, parameters).err()),
    ];
    for (names, failure) in answers {
        let Some(failure) = failure else { continue };
        let code = if names.contains(&name) {
            ErrorCode::MalformedMessage
        } else {
            ErrorCode::UnknownMethod
        };
        assert_eq!((failure.code, failure.retryable), (code, false));
        assert!(failure.data.is_none_or(|data| data.chars().count() <= 64));
        says_nothing_of(&failure.message, text.as_bytes());
    }
});
