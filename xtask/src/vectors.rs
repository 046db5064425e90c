//! `cargo xtask vectors`: makes the vectors of `tests/vectors/reads` anew, on a local network of its own.

use std::fs;

use anyhow::{Result, ensure};

use crate::{
    devnet::{self, Devnet},
    install, process,
    temporary::Temporary,
    workspace,
};

/// Where they are kept.
const FOLDER: &str = "tests/vectors/reads";

pub fn main() -> Result<()> {
    install::ensure_all(&devnet::NEEDS)?;
    // Built before the network starts, which has better to do than to wait.
    let test = || {
        let mut cargo = workspace::cargo("test")?;
        cargo.args(["--package", "taolight-cli", "--test", "devnet"]);
        anyhow::Ok(cargo)
    };
    process::run(test()?.arg("--no-run"))?;
    let files = Temporary::new("vectors")?;
    let made = files.path().join("reads");
    let mut network = Devnet::start_earning()?;
    network.export(files.path())?;
    process::run(
        test()?
            .env("TAOLIGHT_DEVNET_DIR", files.path())
            .env("TAOLIGHT_DEVNET_RPC", network.rpc())
            .env("TAOLIGHT_VECTORS", &made)
            .args(["--", "--include-ignored", "--test-threads", "12"]),
    )?;
    // All tests have passed: each answer is what the node says.
    let folder = workspace::root().join(FOLDER);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let mut kept = 0;
    for file in fs::read_dir(&made)?.flatten() {
        fs::copy(file.path(), folder.join(file.file_name()))?;
        kept += 1;
    }
    ensure!(kept > 0, "the tests left no vectors");
    println!("{kept} files in {FOLDER}");
    Ok(())
}
