//! The whole app in real browsers, against a local network: `tests/e2e/*.test.mjs`.

use std::{fs, path::PathBuf};

use anyhow::{Result, ensure};

use super::{LIMIT, Suite, interop, with_references};
use crate::{
    axons, browser,
    build::{self, Mode},
    install::{self, Need},
    process, python,
    report::{Steps, Tally},
    workspace,
};

pub const SUITE: Suite = Suite {
    name: "e2e",
    about: "the app in browsers, on a local network",
    needs,
    run,
};

fn needs() -> Vec<Need> {
    [
        build::needs(),
        browser::needs(),
        browser::OTHERS.to_vec(),
        axons::NEEDS.to_vec(),
        vec![Need::PythonPackages(interop::FOLDER)],
    ]
    .concat()
}

fn run() -> Result<Tally> {
    let scripts = scripts()?;
    ensure!(!scripts.is_empty(), "there is no tests/e2e/*.test.mjs");
    let mut steps = Steps::new(build::STEPS);
    build::build(Mode::Dev, &mut steps)?;
    steps.finish();

    let mut node = install::command("node");
    // Two files at a time, each with a network of its own: a browser, two validators and a light client mostly wait for
    // blocks. A browser that a failed test left behind would keep node waiting for ever.
    node.args([
        "--test",
        "--test-concurrency=2",
        "--test-force-exit",
        "--test-reporter=spec",
    ])
    .args(scripts);
    browser::environment(&mut node)?;
    node.env("TAOLIGHT_MINER_PYTHON", python::program(axons::FOLDER)?);
    node.env("TAOLIGHT_INTEROP_PYTHON", python::program(interop::FOLDER)?);
    let mut tally = Tally::default();
    let status = process::lines(with_references(&mut node), Some(LIMIT), |line| {
        println!("{line}");
        tally += count(line);
    })?;
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

fn scripts() -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(workspace::root().join("tests/e2e"))?;
    let mut scripts: Vec<_> = files.flatten().map(|entry| entry.path()).collect();
    scripts.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    scripts.sort();
    Ok(scripts)
}

/// The numbers in a line of node's summary, like `ℹ pass 12`. A test that was cancelled did not pass.
fn count(line: &str) -> Tally {
    let words: Vec<_> = line.split_whitespace().collect();
    let number = |word: &str| word.parse().unwrap_or(0);
    match words[..] {
        ["ℹ", "pass", count] => Tally {
            passed: number(count),
            failed: 0,
        },
        ["ℹ", "fail" | "cancelled", count] => Tally {
            passed: 0,
            failed: number(count),
        },
        _ => Tally::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_node_says() {
        let mut tally = Tally::default();
        for line in [
            "ℹ tests 4",
            "ℹ pass 2",
            "ℹ fail 1",
            "ℹ cancelled 1",
            "ℹ skipped 0",
            "✔ pass 7 (1 ms)",
        ] {
            tally += count(line);
        }
        assert_eq!(tally, Tally { passed: 2, failed: 2 });
    }
}
