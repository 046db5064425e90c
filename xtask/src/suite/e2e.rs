//! The whole app in a real browser, against a local network: `tests/e2e/*.test.mjs`.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};

use super::{LIMIT, Suite, with_references};
use crate::{
    browser,
    build::{self, Mode},
    install::{self, Need},
    process,
    report::{Steps, Tally},
    temporary::Temporary,
    workspace,
};

pub const SUITE: Suite = Suite {
    name: "e2e",
    about: "the app in a browser, on a local network",
    needs,
    run,
};

fn needs() -> Vec<Need> {
    [build::needs(Mode::Dev), browser::needs()].concat()
}

fn run() -> Result<Tally> {
    let scripts = scripts()?;
    ensure!(!scripts.is_empty(), "there is no tests/e2e/*.test.mjs");
    let mut steps = Steps::new(build::STEPS);
    build::build(Mode::Dev, &mut steps)?;
    steps.finish();

    let folder = Temporary::new("e2e")?;
    let report = folder.path().join("report.tap");
    let mut node = install::command("node");
    // One after the other: a browser, two validators and a light client are enough for a small machine.
    node.args(["--test", "--test-concurrency=1"]);
    node.args([
        "--test-reporter=spec",
        "--test-reporter-destination=stdout",
        "--test-reporter=tap",
    ]);
    node.arg(format!("--test-reporter-destination={}", report.display()))
        .args(scripts);
    browser::environment(&mut node)?;
    let status = process::lines(with_references(&mut node), Some(LIMIT), |line| println!("{line}"))?;
    let mut tally = count(&fs::read_to_string(report).context("node wrote no report")?);
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

/// The numbers at the end of a TAP report. A test that was cancelled did not pass.
fn count(report: &str) -> Tally {
    let number = |label: &str| -> usize {
        let lines = report
            .lines()
            .filter_map(|line| line.strip_prefix("# ")?.strip_prefix(label));
        lines.filter_map(|rest| rest.trim().parse::<usize>().ok()).sum()
    };
    Tally {
        passed: number("pass "),
        failed: number("fail ") + number("cancelled "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_node_says() {
        let report =
            "ok 1 - a\n1..3\n# tests 4\n# suites 0\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n";
        assert_eq!(count(report), Tally { passed: 2, failed: 2 });
    }
}
