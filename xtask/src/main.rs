//! `cargo xtask`: the one entry to building, running, testing and measuring Taolight, for people and for CI alike.

mod about;
mod arrows;
mod axons;
mod bench;
mod browser;
mod build;
mod cache;
mod demo;
mod devnet;
mod fingerprint;
mod fuzz;
mod install;
mod optimise;
mod patches;
mod process;
mod python;
mod report;
mod seal;
mod serve;
mod shell;
mod shots;
mod styles;
mod suite;
mod temporary;
mod test;
mod times;
mod vectors;
mod workspace;

use std::{env, process::ExitCode};

use anyhow::{Result, bail};

use crate::{build::Mode, report::Steps};

const USAGE: &str = "\
cargo xtask <command>

  demo [--network local|finney] [--port N]   the app in your browser, on a local network or on Finney
  test [SUITE ...]                           all tests, or: lint, unit, interop, wasm, devnet, e2e
  fuzz [TARGET ...] [--seconds N]            the fuzz targets of tests/fuzz, 300 seconds each
  bench [NAME]                               measures, and writes target/bench/<NAME>.json
  shots [FOLDER]                             pictures of every page at two widths in both colours
  build [--dev]                              the site, in target/dist
  devnet [up [--seed]|down|export [FOLDER]]  a local network
  vectors                                    makes tests/vectors/reads anew, on a local network
  patches                                    puts the patched crates in place, for cargo and editors

Every command first installs what it needs, into ~/.cache/taolight or what TAOLIGHT_CACHE says.";

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let outcome = run(&arguments);
    process::hold_if_stopping();
    outcome.unwrap_or_else(|error| {
        eprintln!("{}: {error:#}", report::bold("error"));
        ExitCode::FAILURE
    })
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    process::stop_on_signal()?;
    let Some((command, rest)) = arguments.split_first() else {
        bail!("which command?\n\n{USAGE}")
    };
    match command.as_str() {
        "demo" => demo::main(rest)?,
        "test" => return test::main(rest),
        "fuzz" => return fuzz::main(rest),
        "bench" => bench::main(rest)?,
        "shots" => shots::main(rest)?,
        "build" => build(rest)?,
        "devnet" => devnet::main(rest)?,
        "vectors" => vectors::main()?,
        "patches" => patches::prepare()?,
        "help" | "--help" | "-h" => println!("{USAGE}"),
        other => bail!("there is no command {other}\n\n{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

fn build(arguments: &[String]) -> Result<()> {
    let mode = match arguments {
        [] => Mode::Full,
        [only] if only == "--dev" => Mode::Dev,
        _ => bail!("cargo xtask build [--dev]"),
    };
    install::ensure_all(&build::needs())?;
    let mut steps = Steps::new(build::STEPS);
    build::build(mode, &mut steps)?;
    steps.finish();
    println!("the site is in {}", build::dist().display());
    Ok(())
}
