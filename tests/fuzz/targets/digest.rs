//! Whoever forges metadata may change what its digest does not cover, and only that. No call may be described in another
//! way then: the chain checks the digest and nothing else.
//!
//! The input is changes of small metadata; what is left over is a call.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use taolight_codec::{Field, Metadata, TokenInfo, Value, describe_call, encode_call, metadata_digest};
use taolight_fuzz::{alice, bob, edited, small_15};
use taolight_primitives::Rao;

fuzz_target!(|input: &[u8]| {
    let bytes = edited(small_15(), input);
    let Ok(forged) = Metadata::decode(&bytes) else {
        return;
    };
    if digest(&bytes, &forged) != Some(genuine_digest()) {
        return;
    }
    for call in calls().iter().map(Vec::as_slice).chain([input]) {
        if let Ok(shown) = describe_call(&forged, call) {
            assert_eq!(describe_call(genuine(), call), Ok(shown));
        }
    }
});

fn digest(bytes: &[u8], metadata: &Metadata) -> Option<[u8; 32]> {
    let token = TokenInfo {
        symbol: "TAO".to_owned(),
        decimals: 9,
        ss58: 42,
    };
    metadata_digest(bytes, metadata.runtime(), &token).ok()
}

fn genuine() -> &'static Metadata {
    static METADATA: OnceLock<Metadata> = OnceLock::new();
    METADATA.get_or_init(|| Metadata::decode(small_15()).expect("the devnet's metadata, made smaller"))
}

fn genuine_digest() -> [u8; 32] {
    static DIGEST: OnceLock<[u8; 32]> = OnceLock::new();
    *DIGEST.get_or_init(|| digest(small_15(), genuine()).expect("it is whole"))
}

/// Calls with everything that is shown: accounts, amounts, numbers, texts, options, lists, and calls within calls.
fn calls() -> &'static [Vec<u8>] {
    static CALLS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    CALLS.get_or_init(|| {
        let call = |pallet, name, arguments: &[(&str, Value<'_>)]| {
            encode_call(genuine(), pallet, name, arguments).expect("a call of the devnet")
        };
        let sent = [("dest", bob().into()), ("value", Rao(1_500_000_000).into())];
        let pay = call("Balances", "transfer_keep_alive", &sent);
        let inner = || Value::Encoded(pay.clone());
        let id = |account| Value::Variant("Id", vec![Field::unnamed(Value::from(account))]);
        let remark = Value::Bytes(b"hello".to_vec());
        vec![
            pay.clone(),
            call("System", "remark", &[("remark", remark)]),
            call(
                "Utility",
                "batch_all",
                &[("calls", Value::List(vec![inner(), inner()]))],
            ),
            call(
                "Proxy",
                "proxy",
                &[
                    ("real", id(alice())),
                    ("force_proxy_type", Value::unit("None")),
                    ("call", inner()),
                ],
            ),
        ]
    })
}
