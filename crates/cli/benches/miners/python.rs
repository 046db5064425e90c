//! The dendrite of the SDK, in a process of its own: `tests/miner/dendrite.py`.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use serde_json::{Value, json};

use crate::server;

pub(crate) struct Dendrite {
    child: Child,
    answers: BufReader<ChildStdout>,
}

impl Dendrite {
    pub(crate) fn start(python: &OsStr, server: SocketAddr) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/miner/dendrite.py");
        let mut child = Command::new(python)
            .arg(script)
            .args([server.port().to_string(), server::hotkey().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap());
        Self { child, answers }
    }

    /// Requests per second.
    pub(crate) fn per_second(&mut self, count: usize, at_once: usize) -> f64 {
        let question = json!({ "count": count, "at_once": at_once });
        writeln!(self.child.stdin.as_mut().unwrap(), "{question}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["answered"], count, "every request is answered");
        count as f64 / answer["seconds"].as_f64().unwrap()
    }
}

impl Drop for Dendrite {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
