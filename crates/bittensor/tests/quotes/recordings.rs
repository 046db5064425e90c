//! The recordings of a real runtime.

use std::{fs, path::PathBuf};

use serde_json::Value as Json;
use taolight_bittensor::{Mechanism, Pool, TaoWeight};
use taolight_primitives::{Alpha, Rao};

/// Names the folder of recordings. Tests that need them pass without it, and say so.
const REFERENCE: &str = "TAOLIGHT_REFERENCE_DIR";

/// `Swap.MinimumReserve` of that runtime.
const MINIMUM_RESERVE: u64 = 1_000_000;

pub(crate) fn recording(name: &str) -> Option<Json> {
    let Some(folder) = std::env::var_os(REFERENCE) else {
        eprintln!("skipped: {REFERENCE} is not set");
        return None;
    };
    let path = PathBuf::from(folder).join("recordings").join(name);
    Some(serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
}

pub(crate) fn list(json: &Json) -> &[Json] {
    json.as_array().expect("a list")
}

pub(crate) fn text(json: &Json) -> &str {
    json.as_str().expect("a text")
}

pub(crate) fn number(json: &Json) -> u64 {
    match json {
        Json::String(text) => text.parse().unwrap(),
        other => other.as_u64().expect("a number"),
    }
}

pub(crate) fn pool(json: &Json) -> Pool {
    Pool {
        mechanism: match number(&json["mechanism"]) {
            0 => Mechanism::Stable,
            1 => Mechanism::Dynamic,
            other => panic!("mechanism {other}"),
        },
        tao: Rao(number(&json["tao_reserve"])),
        alpha: Alpha(number(&json["alpha_reserve"])),
        tao_weight: TaoWeight::new(number(&json["quote_weight_perquintill"])).unwrap(),
        fee_rate: number(&json["fee_rate_u16"]).try_into().unwrap(),
        minimum_reserve: MINIMUM_RESERVE,
    }
}
