//! `cargo xtask bench [name]`: runs `tests/bench/<name>.mjs` or a native bench, adds what we measure ourselves, and prints
//! the figures.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    axons, browser,
    build::{self, Mode},
    cache,
    devnet::{self, Devnet},
    install::{self, Need},
    optimise, process, python,
    report::{self, Steps, bold},
    temporary::Temporary,
    workspace,
};

/// The crate of the keys' page.
const KEYS: &str = "tests/bench/keys";
/// The manifest of other people's keys.
const OTHERS: &str = "tests/interop";
/// The benches that need no script: native programs, one on the local network, one beside the SDK's dendrite.
const READS: &str = "reads";
const MINERS: &str = "miners";

pub fn main(arguments: &[String]) -> Result<()> {
    process::adopt_orphans();
    let names = if arguments.is_empty() {
        all()?
    } else {
        arguments.to_vec()
    };
    let stages: BTreeSet<_> = names.iter().map(|name| Stage::of(name)).collect();
    let needs: Vec<_> = stages.iter().flat_map(|stage| stage.needs()).collect();
    install::ensure_all(&needs)?;
    let building: usize = stages.iter().map(|stage| stage.steps()).sum();
    let mut steps = Steps::new(building + names.len());
    for stage in stages {
        stage.build(&mut steps)?;
    }
    let mut results = Vec::new();
    for name in &names {
        steps.begin(&format!("measuring {name}"), "");
        results.push(measure(name)?);
    }
    steps.finish();
    results.iter().for_each(print);
    Ok(())
}

/// What a bench measures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// The site, on the local network.
    Site,
    /// The keys, in a page of their own beside other people's.
    Keys,
    /// The light client of the terminal, on the local network.
    Reads,
    /// The terminal's way to miners, beside that of the SDK.
    Miners,
}

impl Stage {
    fn of(name: &str) -> Self {
        match name {
            "keys" => Self::Keys,
            READS => Self::Reads,
            MINERS => Self::Miners,
            _ => Self::Site,
        }
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Site => [build::needs(), browser::needs()].concat(),
            Self::Keys => [&build::beside_needs()[..], &browser::DRIVER, &[Need::Npm(OTHERS)]].concat(),
            Self::Reads => devnet::NEEDS.to_vec(),
            Self::Miners => axons::NEEDS.to_vec(),
        }
    }

    fn steps(self) -> usize {
        match self {
            Self::Site => build::STEPS,
            Self::Keys | Self::Reads | Self::Miners => 1,
        }
    }

    fn build(self, steps: &mut Steps) -> Result<()> {
        match self {
            Self::Site => build::build(Mode::Full, steps),
            Self::Keys => {
                steps.begin("compiling the keys to WebAssembly", "about 1 min the first time");
                build::beside(KEYS, "keys")
            }
            Self::Reads => {
                steps.begin("compiling the light client", "about 10 min the first time");
                devnet::binary()?;
                process::run(native(READS)?.arg("--no-run"))
            }
            Self::Miners => {
                steps.begin("compiling the way to miners", "about 10 min the first time");
                process::run(native(MINERS)?.arg("--no-run"))
            }
        }
    }

    /// Measures; what is measured ends up in the file.
    fn measure(self, name: &str, file: &Path) -> Result<()> {
        match self {
            Self::Site => {
                let mut node = script(name)?;
                browser::environment(&mut node)?;
                process::run(&mut node)
            }
            Self::Keys => {
                let mut node = script(name)?;
                node.env("TAOLIGHT_KEYS", build::web().join("keys"));
                node.env("TAOLIGHT_OTHERS", install::node_modules(OTHERS)?);
                browser::driver(&mut node)?;
                process::run(&mut node)
            }
            Self::Reads => {
                let folder = Temporary::new("bench")?;
                let mut network = Devnet::start_full()?;
                network.export(folder.path())?;
                let printed = process::capture(native(READS)?.env("TAOLIGHT_DEVNET_DIR", folder.path()))?;
                cache::write(file, printed.as_bytes())
            }
            Self::Miners => {
                let python = python::program(axons::FOLDER)?;
                let printed = process::capture(native(MINERS)?.env("TAOLIGHT_MINER_PYTHON", python))?;
                cache::write(file, printed.as_bytes())
            }
        }
    }
}

/// The script of a bench, to be run.
fn script(name: &str) -> Result<Command> {
    let script = Path::new("tests/bench").join(format!("{name}.mjs"));
    ensure!(
        workspace::root().join(&script).is_file(),
        "there is no bench {name}"
    );
    let mut node = install::command("node");
    node.arg(script);
    Ok(node)
}

/// A native bench.
fn native(name: &str) -> Result<Command> {
    let mut cargo = workspace::cargo("bench")?;
    cargo.args(["--package", "taolight-cli", "--bench", name]);
    Ok(cargo)
}

/// The names of all benches.
fn all() -> Result<Vec<String>> {
    let entries = fs::read_dir(workspace::root().join("tests/bench")).context("there is no bench yet")?;
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    let scripts = names.filter_map(|name| Some(name.strip_suffix(".mjs")?.to_owned()));
    // The form of figures is a file there, too.
    let scripts = scripts.filter(|name| name != "figures");
    let mut names: Vec<_> = scripts.chain([READS, MINERS].map(str::to_owned)).collect();
    names.sort();
    Ok(names)
}

fn measure(name: &str) -> Result<Value> {
    let folder = workspace::root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.json"));
    // What an earlier run wrote must not pass for ours.
    let _ = fs::remove_file(&file);

    Stage::of(name).measure(name, &file)?;

    let text =
        fs::read(&file).with_context(|| format!("the bench did not write target/bench/{name}.json"))?;
    let mut result: Value = serde_json::from_slice(&text).context("what the bench wrote is no JSON")?;
    check(name, &result)?;
    if name == "startup"
        && let Some(figures) = result["figures"].as_object_mut()
    {
        figures.extend(sizes()?);
    }
    cache::write(&file, &serde_json::to_vec_pretty(&result)?)?;
    Ok(result)
}

/// Whether a result has the form that all have.
fn check(name: &str, result: &Value) -> Result<()> {
    ensure!(result["name"] == name, "the result is not called {name}");
    let figures = result["figures"]
        .as_object()
        .context("the result has no figures")?;
    ensure!(!figures.is_empty(), "the result has no figures");
    for (figure, value) in figures {
        let numbers = ["n", "median", "p95"].iter().all(|key| value[key].is_number());
        ensure!(
            value["unit"].is_string() && numbers,
            "{figure} needs unit, n, median and p95"
        );
    }
    Ok(())
}

/// What a browser downloads of each program.
fn sizes() -> Result<Vec<(String, Value)>> {
    let dist = build::dist();
    let programs = [
        ("engine", dist.join("wasm/engine")),
        ("vault", dist.join("wasm/vault")),
        ("app", dist),
    ];
    let size = |(name, folder): (&str, PathBuf)| {
        let mut files = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
        let program = files
            .find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
            .with_context(|| format!("no {name}"))?;
        let bytes = optimise::brotli(&fs::read(program)?)?.len();
        let figure = json!({ "unit": "bytes", "n": 1, "median": bytes, "p95": bytes });
        Ok((format!("{name}_wasm_br_bytes"), figure))
    };
    programs.into_iter().map(size).collect()
}

fn print(result: &Value) {
    let mut rows = vec![
        ["figure", "unit", "n", "median", "p95"]
            .map(str::to_owned)
            .to_vec(),
    ];
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for (name, value) in result["figures"].as_object().into_iter().flatten() {
        let cells = ["unit", "n", "median", "p95"].map(|key| text(&value[key]));
        rows.push([std::slice::from_ref(name), &cells].concat());
    }
    println!("\n{}", bold(&text(&result["name"])));
    report::table(&rows);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_have_one_form() {
        let good =
            json!({ "name": "a", "figures": { "x": { "unit": "ms", "n": 3, "median": 1.5, "p95": 2 } } });
        assert!(check("a", &good).is_ok());
        assert!(check("b", &good).is_err());
        assert!(
            check(
                "a",
                &json!({ "name": "a", "figures": { "x": { "unit": "ms", "n": 3 } } })
            )
            .is_err()
        );
    }
}
