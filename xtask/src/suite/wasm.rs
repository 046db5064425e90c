//! The browser crates' own tests, compiled to WebAssembly, in a headless Chromium.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{Suite, cargo_test};
use crate::{
    cache,
    install::{self, CHROMEDRIVER, Need, WASM_BINDGEN},
    report::Tally,
    workspace,
};

pub const SUITE: Suite = Suite {
    name: "wasm",
    about: "browser crates in a headless Chromium",
    needs,
    run,
};

const TARGET: &str = "wasm32-unknown-unknown";

fn needs() -> Vec<Need> {
    vec![
        Need::Target(TARGET),
        Need::Tool(&WASM_BINDGEN),
        Need::Chromium,
        CHROMEDRIVER,
    ]
}

fn run() -> Result<Tally> {
    let packages = workspace::packages()?;
    let tested: Vec<_> = packages
        .iter()
        .filter(|package| package.tests_in_browser())
        .collect();
    ensure!(!tested.is_empty(), "no crate depends on wasm-bindgen-test");

    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
    ];
    let options = json!({ "goog:chromeOptions": { "binary": install::chromium()?, "args": arguments } });
    let driver = cache::folder("run")?.join("webdriver.json");
    fs::write(&driver, options.to_string())?;

    let mut cargo = workspace::cargo("test")?;
    cargo.args(["--target", TARGET, "--tests", "--all-features", "--no-fail-fast"]);
    for package in tested {
        cargo.args(["--package", &package.name]);
    }
    cargo.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    );
    cargo.env(
        "CHROMEDRIVER",
        install::find(&["chromedriver"]).context("no chromedriver")?,
    );
    cargo
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", driver)
        // Like the site itself: an isolated one learns nothing of those who let no page read their answers.
        .env("WASM_BINDGEN_TEST_NO_ORIGIN_ISOLATION", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    cargo_test(&mut cargo)
}
