//! The published TypeScript declarations are those of the Rust types. `TAOLIGHT_UPDATE=1` writes them anew.
#![cfg(feature = "ts")]

use std::{fs, path::Path};

#[test]
fn declarations_are_up_to_date() {
    let file = Path::new("../../pkg/types/protocol.d.ts");
    let wanted = taolight_protocol::typescript::declarations();
    if std::env::var_os("TAOLIGHT_UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, &wanted).unwrap();
    }
    let published = fs::read_to_string(file).unwrap();
    assert!(
        published == wanted,
        "pkg/types/protocol.d.ts is out of date: run TAOLIGHT_UPDATE=1 cargo test -p taolight-protocol --features ts"
    );
}
