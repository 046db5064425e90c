//! The test suites.

mod devnet;
mod e2e;
mod interop;
mod lint;
mod unit;
mod wasm;

use std::{env, path::Path, process::Command, time::Duration};

use anyhow::Result;

use crate::{install::Need, process, report::Tally, workspace};

/// One suite of tests.
pub struct Suite {
    pub name: &'static str,
    pub about: &'static str,
    pub needs: fn() -> Vec<Need>,
    pub run: fn() -> Result<Tally>,
}

pub const ALL: [Suite; 6] = [
    lint::SUITE,
    unit::SUITE,
    interop::SUITE,
    wasm::SUITE,
    devnet::SUITE,
    e2e::SUITE,
];

/// Tests that have not ended by then never will.
const LIMIT: Duration = Duration::from_secs(45 * 60);

/// Runs a `cargo test`, shows what it says, and counts.
fn cargo_test(command: &mut Command) -> Result<Tally> {
    count_cargo_test(command, |line| println!("{line}"))
}

/// Runs a `cargo test`, hands over each line of what it says, and counts.
fn count_cargo_test(command: &mut Command, mut each: impl FnMut(&str)) -> Result<Tally> {
    with_references(command);
    let mut tally = Tally::default();
    let status = process::lines(command, Some(LIMIT), |line| {
        each(line);
        tally += count(line);
    })?;
    if !status.success() && tally.failed == 0 {
        eprintln!("   FAIL it did not build, or a test program broke off");
        tally.failed = 1;
    }
    Ok(tally)
}

/// Tells tests where the reference vectors are, if they stand beside the project.
fn with_references(command: &mut Command) -> &mut Command {
    let folder = workspace::root().join("../shared/facts");
    if env::var_os("TAOLIGHT_REFERENCE_DIR").is_none() && folder.is_dir() {
        command.env("TAOLIGHT_REFERENCE_DIR", folder.canonicalize().unwrap_or(folder));
    }
    command
}

/// The numbers in a line like `test result: ok. 5 passed; 0 failed; 1 ignored; …`.
fn count(line: &str) -> Tally {
    let Some(numbers) = line.trim_start().strip_prefix("test result: ") else {
        return Tally::default();
    };
    let number = |label: &str| {
        let mut words = numbers.split_whitespace();
        let mut last = "";
        words.find_map(|word| {
            if word.trim_end_matches(';') == label {
                last.parse().ok()
            } else {
                last = word;
                None
            }
        })
    };
    Tally {
        passed: number("passed").unwrap_or(0),
        failed: number("failed").unwrap_or(0),
    }
}

/// Whether a path below the top of the clone exists.
fn exists(path: impl AsRef<Path>) -> bool {
    workspace::root().join(path).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_cargo_says() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(
            count(line),
            Tally {
                passed: 12,
                failed: 3
            }
        );
        assert_eq!(count("running 3 tests"), Tally::default());
    }
}
