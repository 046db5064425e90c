//! Real axons, of the SDK 10.5.0, at the local network's first miners: `tests/miner/miner.py`.

use std::{
    io::{BufRead, BufReader},
    process::{ChildStdin, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

use crate::{install::Need, process::Running, python, workspace};

/// Where the script is, and what pins the SDK.
pub const FOLDER: &str = "tests/miner";

/// What they need.
pub const NEEDS: [Need; 2] = [Need::Python, Need::PythonPackages(FOLDER)];

/// The miners that have one, with their ports: one lets web pages ask it, the others are as they are shipped.
const MINERS: [&str; 5] = ["1:9101", "2:9102:cors", "3:9103", "4:9104", "5:9105"];
/// The SDK takes its time to be imported.
const PATIENCE: Duration = Duration::from_secs(120);

/// Running axons. Dropping them stops them; so does our own end, whatever ends us, because their input ends then.
pub struct Axons {
    // Dropped first: the end of its input is the gentlest way to stop it.
    _input: ChildStdin,
    _running: Running,
}

impl Axons {
    /// Starts them on a seeded network, by where one of its nodes answers JSON-RPC, and waits until they listen.
    pub fn start(rpc: &str) -> Result<Self> {
        let mut command = Command::new(python::program(FOLDER)?);
        command
            .arg(workspace::root().join(FOLDER).join("miner.py"))
            .args(["--rpc", rpc]);
        for miner in MINERS {
            command.args(["--miner", miner]);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut running = Running::start(&mut command)?;
        let input = running.child.stdin.take().context("no input")?;
        let output = BufReader::new(running.child.stdout.take().context("no output")?);
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            // Read to its end, lest they wait for a reader.
            for line in output.lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let deadline = std::time::Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(std::time::Instant::now());
            let line = said
                .recv_timeout(left)
                .context("the axons do not start; ports 9101 to 9105 have to be free")?;
            if line.contains("\"ready\"") {
                break;
            }
        }
        Ok(Self {
            _input: input,
            _running: running,
        })
    }
}
