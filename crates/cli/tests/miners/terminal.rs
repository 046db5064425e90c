//! The same from a terminal.

use std::{
    fs,
    process::{Command, Output},
};

use serde_json::Value;

use crate::{people, stage::directory};

/// Runs the terminal; none without a network.
fn taolight(name: &str, arguments: &[&str]) -> Option<Output> {
    let directory = directory()?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_taolight"));
    command.arg("--json").arg("--network");
    command.arg(directory.join("network.json")).arg("--state");
    command.arg(directory.join(name)).args(arguments);
    Some(command.output().unwrap())
}

fn printed(output: &Output) -> Value {
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{problem}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_table_a_probe_and_an_answer() {
    let hotkey = people::account(&people::unregistered()).to_string();
    let Some(output) = taolight(
        "miners",
        &["miners", "1", "--hotkey", &hotkey, "--synapse", "EchoText"],
    ) else {
        return;
    };
    let table = printed(&output);
    assert_eq!(table["level"], "finalized");
    let rows = table["value"].as_array().unwrap();
    let miner = people::miner(1).to_string();
    let row = rows.iter().find(|row| row["hotkey"] == miner).unwrap();
    assert_eq!(row["axon"], "127.0.0.2:9101");
    assert_eq!(row["version"], 10_005_000);
    assert_eq!(row["expect"], "a refusal, probably");
    assert!(row["why"].as_str().unwrap().contains("not registered"));
    let uid = row["uid"].to_string();

    let output = taolight("miners", &["probe", "1", "--uids", &uid, "--special"]).unwrap();
    assert_eq!(printed(&output)[0]["identity"], "proven");

    // An axon of the SDK has no https.
    let over_tls = ["probe", "1", "--uids", &uid, "--special", "--tls"];
    let probed = printed(&taolight("miners", &over_tls).unwrap());
    let failure = probed[0]["failure"].as_str().unwrap();
    assert!(failure.contains("no https"), "{failure}");

    let secret = directory().unwrap().join("validator");
    fs::write(&secret, people::validator()).unwrap();
    let secret = secret.to_str().unwrap();
    let ask = |more: &[&str]| {
        let asked = [&["ask", "1", "--uids", &uid, "--secret", secret, "--yes"], more].concat();
        taolight("miners", &asked).unwrap()
    };
    let echo = [
        "--special",
        "--synapse",
        "EchoText",
        r#"{"text":"hello","repeat":3}"#,
    ];
    let answer = printed(&ask(&echo))[0]["answer"].as_str().unwrap().to_owned();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["reply"], "hello hello hello");

    let output = ask(&["--special", "--synapse", "StreamText", r#"{"text":"one two"}"#]);
    assert_eq!(printed(&output)[0]["answer"], "streamed");
    let streamed = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(streamed.contains("one") && streamed.contains("two"), "{streamed}");

    // Never silently at an address of the device itself.
    let output = ask(&["--synapse", "EchoText", r#"{"text":"a"}"#]);
    assert!(!output.status.success());
    let problem = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(problem.contains("your own device"), "{problem}");
}
