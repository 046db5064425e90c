//! `cargo xtask test [suite ...]`: runs the suites and ends with one line, `N passed, N failed`.

use std::{process::ExitCode, time::Instant};

use anyhow::{Context, Result, bail};

use crate::{
    install, patches, process,
    report::{self, Tally, bold},
    suite::{self, Suite},
};

pub fn main(arguments: &[String]) -> Result<ExitCode> {
    let suites = chosen(arguments)?;
    process::adopt_orphans();
    let mut sum = Tally::default();
    let mut rows = Vec::new();
    for (index, suite) in suites.iter().enumerate() {
        eprintln!(
            "\n{}",
            bold(&format!(
                "[{}/{}] {}: {}",
                index + 1,
                suites.len(),
                suite.name,
                suite.about
            ))
        );
        let began = Instant::now();
        let tally = run(suite);
        let row = [
            suite.name.to_owned(),
            tally.passed.to_string(),
            tally.failed.to_string(),
            report::time(began.elapsed()),
        ];
        rows.push(row.to_vec());
        sum += tally;
    }
    println!();
    let heads = ["suite", "passed", "failed", "took"].map(str::to_owned);
    rows.insert(0, heads.to_vec());
    report::table(&rows);
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn chosen(names: &[String]) -> Result<Vec<&'static Suite>> {
    if names.is_empty() {
        return Ok(suite::ALL.iter().collect());
    }
    let find = |name: &String| {
        let known = suite::ALL.map(|suite| suite.name).join(", ");
        suite::ALL
            .iter()
            .find(|suite| suite.name == name)
            .with_context(|| format!("no suite {name}; there are: {known}"))
    };
    names.iter().map(find).collect()
}

/// The numbers of one suite. One that cannot run, or runs nothing, has failed.
fn run(suite: &Suite) -> Tally {
    let run = || {
        install::ensure_all(&(suite.needs)())?;
        patches::prepare()?;
        match (suite.run)()? {
            tally if tally == Tally::default() => bail!("it ran no test at all"),
            tally => Ok(tally),
        }
    };
    run().unwrap_or_else(|error: anyhow::Error| {
        process::hold_if_stopping();
        eprintln!("{}", bold(&format!("the suite {} failed: {error:#}", suite.name)));
        Tally { passed: 0, failed: 1 }
    })
}
