//! Chain specs and network files that people paste. What is read is written as a network file that reads the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_light::Network;
use taolight_primitives::Failure;

/// November 2026.
const NOW_MS: u64 = 1_795_000_000_000;

fuzz_target!(|input: &[u8]| {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    match Network::parse(text, NOW_MS) {
        Ok(network) => {
            let file = network.to_file();
            assert_eq!(Network::from_file(&file).as_ref(), Ok(&network));
            assert_eq!(Network::parse(&file, NOW_MS).as_ref(), Ok(&network));
            // Dates and databases are made of any checkpoint.
            let _ = network.checkpoint.time_ms();
            let database = network.checkpoint.database(network.genesis.hash);
            assert!(serde_json::from_str::<serde_json::Value>(&database).is_ok());
        }
        Err(error) => assert!(Failure::from(error).data.is_none_or(|field| field.len() < 64)),
    }
});
