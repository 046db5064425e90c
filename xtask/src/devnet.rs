//! The local network: building its node, running it, and asking it for its network files.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{ChildStdin, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use serde_json::{Value, json};

use crate::{
    cache,
    install::{self, Need},
    process::{self, Running},
    report, times, workspace,
};

/// What building the node needs.
pub const NEEDS: [Need; 3] = [
    Need::Target("wasm32v1-none"),
    Need::Program {
        names: &["protoc"],
        debian: "protobuf-compiler",
        elsewhere: "install the Protocol Buffers compiler",
    },
    Need::Program {
        names: &["c++"],
        debian: "build-essential",
        elsewhere: "install a C and C++ toolchain",
    },
];

/// How long building the node takes the first time.
pub const FIRST: &str = "about 20 min the first time";

const MANIFEST: &str = "tests/devnet/Cargo.toml";
/// What the node is made of.
const SOURCES: [&str; 8] = [
    "rust-toolchain.toml",
    MANIFEST,
    "tests/devnet/Cargo.lock",
    "tests/devnet/node",
    "tests/devnet/runtime/Cargo.toml",
    "tests/devnet/runtime/build.rs",
    "tests/devnet/runtime/src",
    "tests/devnet/wasm-opt",
];
/// What else is built beside it.
const TESTS: &str = "tests/devnet/runtime/tests";
/// Starting takes seconds, an export waits for block 9.
const PATIENCE: Duration = Duration::from_secs(120);

/// `cargo xtask devnet [up [--seed]|down|export]`.
pub fn main(arguments: &[String]) -> Result<()> {
    let words: Vec<_> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] | ["up"] => up(Devnet::start),
        ["up", "--seed"] => up(Devnet::start_seeded),
        ["down"] => down(),
        ["export"] => export(None),
        ["export", folder] => export(Some(folder)),
        _ => bail!("cargo xtask devnet [up [--seed] | down | export [FOLDER]]"),
    }
}

/// The path of the node, built from these sources: in the cache, where every clone finds it. `TAOLIGHT_DEVNET` names
/// another one.
pub fn binary() -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("TAOLIGHT_DEVNET") {
        return Ok(chosen.into());
    }
    let folder = cache::path("devnet")?.join(cache::hash_files(&workspace::root(), &SOURCES)?);
    let binary = folder.join("taolight-devnet");
    if binary.is_file() {
        return Ok(binary);
    }
    install::ensure_all(&NEEDS)?;
    let _lock = cache::lock("devnet")?;
    if !binary.is_file() {
        eprintln!("      building the local network's node ({FIRST})");
        let target = target()?;
        process::run(&mut cargo("build", &target)).context("the local network's node does not build")?;
        fs::create_dir_all(&folder)?;
        // In one step, so that nobody ever starts half of it.
        let partial = folder.join(format!("partial-{}", std::process::id()));
        fs::copy(target.join("release/taolight-devnet"), &partial)?;
        fs::rename(partial, &binary)?;
    }
    Ok(binary)
}

/// The tests of the node's runtime, which need no network, in the folder where the node is built. What `run` does with
/// them happens while nobody else builds there.
pub fn test_runtime<T>(run: impl FnOnce(&mut Command) -> Result<T>) -> Result<T> {
    let _lock = cache::lock("devnet")?;
    let target = target()?;
    // With every package, as the node is built: by itself the runtime would want all its dependencies anew, with other
    // features.
    run(cargo("test", &target).args(["--workspace", "--lib", "--test", "interface", "--no-fail-fast"]))
}

/// A cargo command on the node.
fn cargo(command: &str, target: &Path) -> Command {
    let mut cargo = install::command("cargo");
    cargo
        .args([command, "--release", "--locked", "--manifest-path", MANIFEST])
        .env("CARGO_TARGET_DIR", target);
    // A crate of the network's would compile all of OpenSSL.
    let has_openssl = install::command("pkg-config")
        .args(["--exists", "openssl"])
        .status();
    if has_openssl.is_ok_and(|status| status.success()) {
        cargo.env("OPENSSL_NO_VENDOR", "1");
    }
    cargo
}

/// A folder in the cache, which one clone after the other builds the node in.
fn target() -> Result<PathBuf> {
    let target = cache::folder("devnet-target")?;
    let sources = [&SOURCES[..], &[TESTS]].concat();
    times::restore(&target.join("times"), &workspace::root(), &sources)?;
    Ok(target)
}

/// A running network. Dropping it stops it; so does our own end, whatever ends us, because its input ends then.
pub struct Devnet {
    // Dropped first: the end of its input is the gentlest way to stop it.
    input: ChildStdin,
    running: Running,
    answers: Receiver<Value>,
    /// What it said when it was ready.
    pub ready: Value,
}

impl Devnet {
    /// Starts a network and waits until it is ready.
    pub fn start() -> Result<Devnet> {
        Devnet::start_with(&[])
    }

    /// Starts a network that begins with subnets, validators and holders.
    pub fn start_seeded() -> Result<Devnet> {
        Devnet::start_with(&["--seed"])
    }

    /// The same with some subnets more: with fewer of them the root earns nothing.
    pub fn start_earning() -> Result<Devnet> {
        Devnet::start_with(&["--seed", "--subnets", "32"])
    }

    /// The same with as many subnets as there can be.
    pub fn start_full() -> Result<Devnet> {
        Devnet::start_with(&["--seed", "--subnets", "128"])
    }

    fn start_with(options: &[&str]) -> Result<Devnet> {
        let mut command = Command::new(binary()?);
        command
            .arg("up")
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut running = Running::start(&mut command)?;
        let input = running.child.stdin.take().context("no input")?;
        let output = BufReader::new(running.child.stdout.take().context("no output")?);
        let (sender, answers) = mpsc::channel();
        thread::spawn(move || {
            let values = output
                .lines()
                .map_while(Result::ok)
                .filter_map(|line| serde_json::from_str(&line).ok());
            let _ = values
                .map(|value| sender.send(value))
                .take_while(Result::is_ok)
                .count();
        });
        let ready: Value = answers
            .recv_timeout(PATIENCE)
            .context("the local network does not start")?;
        ensure!(ready["ready"] == true, "the local network is not ready: {ready}");
        Ok(Devnet {
            running,
            input,
            answers,
            ready,
        })
    }

    /// Where its first node answers JSON-RPC.
    pub fn rpc(&self) -> &str {
        self.ready["nodes"][0]["rpc"].as_str().unwrap_or_default()
    }

    /// Writes the network files, `network.json` among them.
    pub fn export(&mut self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        writeln!(self.input, "{}", json!({ "cmd": "export", "dir": folder }))?;
        let answer = self
            .answers
            .recv_timeout(PATIENCE)
            .context("the local network does not answer")?;
        ensure!(
            answer["ok"] == true,
            "the local network cannot export its files: {answer}"
        );
        Ok(())
    }
}

fn up(start: fn() -> Result<Devnet>) -> Result<()> {
    if let Ok(state) = state() {
        bail!(
            "a local network is running already (process {}); `cargo xtask devnet down` stops it",
            state["pid"]
        );
    }
    let mut devnet = start()?;
    let folder = cache::folder("run/devnet")?;
    let state = json!({ "pid": std::process::id(), "nodes": devnet.ready["nodes"], "export": folder });
    cache::write(&state_file()?, state.to_string().as_bytes())?;
    for node in devnet.ready["nodes"].as_array().into_iter().flatten() {
        println!(
            "{}: {}",
            node["name"].as_str().unwrap_or_default(),
            node["rpc"].as_str().unwrap_or_default()
        );
    }
    devnet.export(&folder)?;
    println!("network files: {}", folder.display());
    println!(
        "{}",
        report::bold("running until Ctrl-C, or `cargo xtask devnet down` elsewhere")
    );
    let Devnet { running, input, .. } = devnet;
    let _ = running.wait();
    drop(input);
    let _ = fs::remove_file(state_file()?);
    Ok(())
}

fn down() -> Result<()> {
    let state = state().context("no local network is running")?;
    let pid = Pid::from_raw(i32::try_from(state["pid"].as_i64().unwrap_or_default())?);
    kill(pid, Signal::SIGTERM)?;
    let deadline = Instant::now() + PATIENCE;
    while is_ours(pid) {
        ensure!(Instant::now() < deadline, "process {pid} does not stop");
        thread::sleep(Duration::from_millis(100));
    }
    let _ = fs::remove_file(state_file()?);
    println!("the local network has stopped");
    Ok(())
}

fn export(folder: Option<&str>) -> Result<()> {
    let state = state().context("no local network is running; `cargo xtask devnet up` starts one")?;
    let folder = folder
        .or(state["export"].as_str())
        .context("no folder to export to")?;
    let mut command = Command::new(binary()?);
    command.args(["export", "--out", folder]);
    for node in state["nodes"].as_array().into_iter().flatten() {
        command.args(["--rpc", node["rpc"].as_str().unwrap_or_default()]);
    }
    process::run(&mut command)?;
    println!("network files: {folder}");
    Ok(())
}

fn state_file() -> Result<PathBuf> {
    Ok(cache::folder("run")?.join("devnet.json"))
}

/// What `devnet up` left in its file, if what it started still runs.
fn state() -> Result<Value> {
    let state: Value = serde_json::from_slice(&fs::read(state_file()?)?)?;
    let pid = i32::try_from(state["pid"].as_i64().unwrap_or_default())?;
    ensure!(pid > 0 && is_ours(Pid::from_raw(pid)), "it has ended");
    Ok(state)
}

/// Whether a process is a `cargo xtask devnet up`, and not another that has the same number by now.
fn is_ours(pid: Pid) -> bool {
    let output = Command::new("ps")
        .args(["-o", "args=", "-p", &pid.to_string()])
        .output();
    output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("xtask devnet"))
}
