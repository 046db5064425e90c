//! Mnemonics. The same words in any spelling are the same mnemonic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taolight_fuzz::says_nothing_of;
use taolight_keys::{KeyError, Mnemonic};

fuzz_target!(|input: &[u8]| {
    let Ok(text) = str::from_utf8(input) else {
        return;
    };
    match Mnemonic::parse(text) {
        Ok(mnemonic) => {
            let words = mnemonic.words();
            assert!([12, 15, 18, 21, 24].contains(&words.split(' ').count()));
            assert!(words.split(' ').eq(text.to_lowercase().split_whitespace()));
            let again = Mnemonic::parse(&words).expect("its own words");
            assert_eq!(*again.words(), *words);
        }
        Err(error) => {
            if let KeyError::Word(position) = error {
                assert!((1..=text.split_whitespace().count()).contains(&position));
            }
            says_nothing_of(&error.to_string(), input);
        }
    }
});
