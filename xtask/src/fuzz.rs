//! `cargo xtask fuzz [TARGET ...] [--seconds N]`: runs the targets of `tests/fuzz`, two at a time, and ends with one line
//! for each and `N passed, N failed`. What they find to be worth keeping stays in the cache folder, so that the next run
//! begins where this one ended.
//!
//! `cargo xtask fuzz TARGET --input FILE` runs one target on one input, such as one that made it fail.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    cache,
    install::{self, CARGO_FUZZ, CXX, Need},
    patches, process,
    report::{self, Steps, bold},
    workspace,
};

const FOLDER: &str = "tests/fuzz";
const TOOLCHAIN: &str = "nightly";
const SECONDS: u64 = 300;
/// As many targets run at the same time. Each takes one core.
const AT_ONCE: usize = 2;
/// What an input may take, in seconds and in MiB, before that counts as a failure.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=2048", "-malloc_limit_mb=512"];

/// Freed memory is kept back from use to find who still uses it; more of that than a run frees only fills the caches.
const SANITIZER: &str = "quarantine_size_mb=16";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
enum Request {
    /// Some targets, or all if none is named.
    Targets { names: Vec<String>, seconds: u64 },
    /// One target on one input.
    Input { name: String, file: PathBuf },
}

/// What a run of a target came to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    /// Inputs that were run.
    runs: u64,
    /// Branches that they reached.
    coverage: u64,
    /// The input that made the target fail.
    failing: Option<PathBuf>,
}

pub fn main(arguments: &[String]) -> Result<ExitCode> {
    let request = parse(arguments)?;
    patches::prepare()?;
    install::ensure_all(&[Need::Toolchain(TOOLCHAIN), CXX, Need::Tool(&CARGO_FUZZ)])?;
    let known = known()?;
    match request {
        Request::Targets { names, seconds } => {
            let names = if names.is_empty() { known.clone() } else { names };
            names.iter().try_for_each(|name| must_be_known(name, &known))?;
            let mut steps = Steps::new(2);
            build(&names, &mut steps)?;
            steps.begin(
                &format!("fuzzing {} targets", names.len()),
                &takes(names.len(), seconds),
            );
            let results = run_all(&names, seconds);
            steps.finish();
            conclude(&names, results)
        }
        Request::Input { name, file } => {
            must_be_known(&name, &known)?;
            let file = std::path::absolute(file)?;
            build(std::slice::from_ref(&name), &mut Steps::new(1))?;
            process::run(program(&name).args(LIMITS).arg(file))?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn parse(arguments: &[String]) -> Result<Request> {
    let (mut names, mut seconds, mut input) = (Vec::new(), SECONDS, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().with_context(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--seconds" => seconds = value()?.parse().context("--seconds needs a number")?,
            "--input" => input = Some(PathBuf::from(value()?)),
            option if option.starts_with('-') => bail!("there is no option {option}"),
            name => names.push(name.to_owned()),
        }
    }
    ensure!(seconds > 0, "--seconds needs a number above zero");
    let Some(file) = input else {
        return Ok(Request::Targets { names, seconds });
    };
    let [name] = names.as_slice() else {
        bail!("--input goes with one target");
    };
    Ok(Request::Input {
        name: name.clone(),
        file,
    })
}

/// The names of the targets there are.
fn known() -> Result<Vec<String>> {
    let entries = fs::read_dir(workspace::root().join(FOLDER).join("targets"))?;
    let names = entries.flatten().map(|entry| entry.path());
    let mut names: Vec<_> = names
        .filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

fn must_be_known(name: &String, known: &[String]) -> Result<()> {
    ensure!(
        known.contains(name),
        "there is no target {name}; there are: {}",
        known.join(", ")
    );
    Ok(())
}

fn build(names: &[String], steps: &mut Steps) -> Result<()> {
    steps.begin("building the fuzz targets", "10 min when nothing is built yet");
    let mut cargo = install::command("cargo");
    cargo
        .args(["fuzz", "build", "--fuzz-dir", FOLDER, "--target-dir"])
        .arg(target_folder())
        .env("RUSTUP_TOOLCHAIN", TOOLCHAIN);
    if let [name] = names {
        cargo.arg(name);
    }
    process::run(&mut cargo)
}

fn target_folder() -> PathBuf {
    workspace::root().join(FOLDER).join("target")
}

/// A target's program.
fn program(name: &str) -> Command {
    let triple = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    install::command(target_folder().join(triple).join("release").join(name))
}

/// Runs the targets, and returns what each came to, in their order.
fn run_all(names: &[String], seconds: u64) -> Vec<Result<(Outcome, Duration)>> {
    let waiting = Mutex::new(names.iter().enumerate());
    let done = Mutex::new(Vec::new());
    let lock = |error: PoisonError<_>| error.into_inner();
    let work = || {
        loop {
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((index, name)) = next else { break };
            let began = Instant::now();
            let result = run(name, seconds).map(|outcome| (outcome, began.elapsed()));
            eprintln!("      {name}: {}", said(&result));
            done.lock().unwrap_or_else(lock).push((index, result));
        }
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(work);
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

fn run(name: &str, seconds: u64) -> Result<Outcome> {
    let crashes = cache::folder(format!("fuzz/failing/{name}"))?;
    let log = cache::folder("fuzz/logs")?.join(name);
    let output = File::create(&log)?;
    let mut program = program(name);
    program
        .args(LIMITS)
        .arg(format!("-max_total_time={seconds}"))
        .arg("-print_final_stats=1")
        .arg(format!("-artifact_prefix={}/", crashes.display()))
        // New inputs go to the first folder.
        .arg(cache::folder(format!("fuzz/corpus/{name}"))?)
        .arg(workspace::root().join(FOLDER).join("seeds").join(name))
        .env("ASAN_OPTIONS", SANITIZER)
        .stdout(output.try_clone()?)
        .stderr(output);
    let ended = process::run(&mut program);
    let outcome = read(&String::from_utf8_lossy(&fs::read(&log)?));
    match ended {
        Err(_) if outcome.failing.is_none() => bail!("it broke off; see {}", log.display()),
        _ => Ok(outcome),
    }
}

/// Reads what libFuzzer wrote.
fn read(log: &str) -> Outcome {
    let mut outcome = Outcome::default();
    for line in log.lines() {
        let mut words = line.split_whitespace();
        if let Some(runs) = line.strip_prefix("stat::number_of_executed_units:") {
            outcome.runs = runs.trim().parse().unwrap_or_default();
        } else if let Some((_, path)) = line.split_once("Test unit written to ") {
            outcome.failing = Some(PathBuf::from(path.trim()));
        } else if line.starts_with('#') && words.any(|word| word == "cov:") {
            outcome.coverage = words
                .next()
                .and_then(|word| word.parse().ok())
                .unwrap_or_default();
        }
    }
    outcome
}

fn said(result: &Result<(Outcome, Duration)>) -> String {
    match result {
        Ok((outcome, _)) => match &outcome.failing {
            None => format!("{} runs", outcome.runs),
            Some(input) => bold(&format!("FAILED on {}", input.display())),
        },
        Err(error) => bold(&format!("FAILED: {error:#}")),
    }
}

fn takes(targets: usize, seconds: u64) -> String {
    let rounds = targets.div_ceil(AT_ONCE) as u64;
    report::time(Duration::from_secs(rounds * seconds))
}

/// One line for each target, how to see each failure again, and the numbers.
fn conclude(names: &[String], results: Vec<Result<(Outcome, Duration)>>) -> Result<ExitCode> {
    let mut rows = vec![
        ["target", "", "runs", "coverage", "took"]
            .map(str::to_owned)
            .to_vec(),
    ];
    let mut failures = Vec::new();
    for (name, result) in names.iter().zip(results) {
        let (verdict, outcome, took) = match result {
            Ok((outcome, took)) => {
                let failing = outcome.failing.as_deref();
                failures.extend(failing.map(|input| failure(name, input)));
                (if failing.is_some() { "FAILED" } else { "ok" }, outcome, took)
            }
            Err(error) => {
                failures.push(format!("{name}: {error:#}"));
                ("FAILED", Outcome::default(), Duration::ZERO)
            }
        };
        let numbers = [
            outcome.runs.to_string(),
            outcome.coverage.to_string(),
            report::time(took),
        ];
        rows.push([&[name.clone(), verdict.to_owned()][..], &numbers].concat());
    }
    println!();
    report::table(&rows);
    for failure in &failures {
        println!("\n{failure}");
    }
    println!(
        "\n{} passed, {} failed",
        names.len() - failures.len(),
        failures.len()
    );
    Ok(if failures.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn failure(name: &str, input: &Path) -> String {
    let input = input.display();
    format!("{name} fails on {input}\nsee it with: cargo xtask fuzz {name} --input {input}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Request> {
        parse(
            &arguments
                .iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn arguments() {
        let targets = |names: &[&str], seconds| Request::Targets {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            seconds,
        };
        assert_eq!(parsed(&[]).unwrap(), targets(&[], 300));
        assert_eq!(
            parsed(&["a", "--seconds", "20", "b"]).unwrap(),
            targets(&["a", "b"], 20)
        );
        let input = Request::Input {
            name: "a".to_owned(),
            file: "x".into(),
        };
        assert_eq!(parsed(&["a", "--input", "x"]).unwrap(), input);
        for wrong in [
            &["--input", "x"][..],
            &["--seconds", "0"],
            &["--seconds"],
            &["-x"],
        ] {
            assert!(parsed(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn reads_what_libfuzzer_writes() {
        let good = "#2\tINITED cov: 9 ft: 10 corp: 1/1b exec/s: 0 rss: 50Mb\n\
            #500\tDONE   cov: 123 ft: 456 corp: 12/345b lim: 4096 exec/s: 61 rss: 50Mb\n\
            Done 500 runs in 20 second(s)\nstat::number_of_executed_units: 500\n";
        let outcome = Outcome {
            runs: 500,
            coverage: 123,
            failing: None,
        };
        assert_eq!(read(good), outcome);
        let bad = "#2\tINITED cov: 9 ft: 10\n==1== ERROR: libFuzzer: deadly signal\n\
            artifact_prefix='/c/'; Test unit written to /c/crash-0a\nstat::number_of_executed_units: 7\n";
        let outcome = Outcome {
            runs: 7,
            coverage: 9,
            failing: Some("/c/crash-0a".into()),
        };
        assert_eq!(read(bad), outcome);
    }
}
