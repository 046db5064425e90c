//! The rules that keep the parts of Taolight apart: which crate may use which, and what must never stand under the
//! vault or the engine.

use anyhow::{Result, bail, ensure};

use crate::{process, report::Tally, workspace};

/// What each crate of ours may use of the others.
const ALLOWED: [(&str, &[&str]); 18] = [
    ("primitives", &[]),
    ("keys", &["primitives"]),
    ("codec", &["primitives"]),
    ("light", &["primitives"]),
    ("bittensor", &["primitives", "codec"]),
    ("dendrite", &["primitives"]),
    // The types of what is read and intended cross every port.
    ("protocol", &["primitives", "bittensor"]),
    (
        "engine",
        &[
            "primitives",
            "codec",
            "light",
            "bittensor",
            "dendrite",
            "protocol",
        ],
    ),
    ("vault", &["primitives", "keys", "codec", "protocol"]),
    ("keys-bench", &["primitives", "keys", "vault"]),
    ("browser", &["primitives", "protocol", "light", "dendrite"]),
    (
        "engine-wasm",
        &["primitives", "light", "dendrite", "protocol", "engine", "browser"],
    ),
    (
        "vault-wasm",
        &["primitives", "keys", "protocol", "vault", "browser"],
    ),
    ("scan-wasm", &[]),
    ("locales", &[]),
    ("sdk-wasm", &["primitives", "protocol", "browser"]),
    (
        "app",
        &["primitives", "bittensor", "protocol", "browser", "locales"],
    ),
    (
        "cli",
        &[
            "primitives",
            "keys",
            "codec",
            "light",
            "bittensor",
            "dendrite",
            "protocol",
            "engine",
            "vault",
        ],
    ),
];

/// Crates that can open a connection.
const NETWORK: [&str; 23] = [
    "async-net",
    "async-tungstenite",
    "attohttpc",
    "curl",
    "ehttp",
    "gloo-net",
    "hyper",
    "isahc",
    "jsonrpsee",
    "libp2p",
    "minreq",
    "quinn",
    "reqwest",
    "smoldot",
    "smoldot-light",
    "soketto",
    "subxt",
    "subxt-lightclient",
    "subxt-rpcs",
    "surf",
    "tokio-tungstenite",
    "tungstenite",
    "ureq",
];

/// Features that open a connection, of crates that do other things as well.
const NETWORK_FEATURES: [(&str, &[&str]); 3] = [
    ("tokio", &["net"]),
    ("mio", &["net"]),
    (
        "web-sys",
        &[
            "EventSource",
            "Request",
            "RtcPeerConnection",
            "WebSocket",
            "WebTransport",
            "XmlHttpRequest",
        ],
    ),
];

/// Crates that can hold a secret of the user.
const SECRETS: [&str; 3] = ["bip39", "taolight-keys", "taolight-vault"];

/// Smoldot uses these for validators' keys, which we never give it: (crate, user).
const HARMLESS: [(&str, &str); 1] = [("bip39", "smoldot")];

/// Checks all rules.
pub fn check() -> Result<Tally> {
    let packages = workspace::packages()?;
    let names: Vec<_> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut tally = Tally::default();
    for package in &packages {
        let uses = package
            .dependencies
            .iter()
            .filter(|dependency| !dependency.dev)
            .map(|dependency| dependency.name.as_str());
        let uses: Vec<_> = uses.filter(|name| names.contains(name)).collect();
        tally.check(
            &format!("arrows of {}", package.name),
            allowed(&package.name, &uses),
        );
    }
    for (top, forbidden) in [
        ("taolight-vault", &NETWORK[..]),
        ("taolight-vault-wasm", &NETWORK),
        ("taolight-engine", &SECRETS),
        ("taolight-engine-wasm", &SECRETS),
    ] {
        if names.contains(&top) {
            let what = if forbidden == NETWORK {
                "no network"
            } else {
                "no secret"
            };
            let features = top == "taolight-vault";
            let outcome = tree(top).and_then(|tree| absent(&tree, forbidden, features));
            tally.check(&format!("{what} under {top}"), outcome);
        }
    }
    Ok(tally)
}

fn allowed(package: &str, uses: &[&str]) -> Result<()> {
    let short = |name: &str| name.trim_start_matches("taolight-").to_owned();
    let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == short(package)) else {
        bail!("it has no line in the table of xtask/src/arrows.rs");
    };
    let wrong: Vec<_> = uses
        .iter()
        .map(|name| short(name))
        .filter(|name| !allowed.contains(&name.as_str()))
        .collect();
    ensure!(wrong.is_empty(), "it must not use {}", wrong.join(", "));
    Ok(())
}

/// A crate that ends up in a program, and its features.
struct Node {
    name: String,
    /// The crate that uses it.
    user: String,
    features: Vec<String>,
}

/// All that ends up in a program with this package, on any platform.
fn tree(package: &str) -> Result<Vec<Node>> {
    let mut cargo = workspace::cargo("tree")?;
    cargo.args([
        "--package",
        package,
        "--edges=normal",
        "--target=all",
        "--prefix=depth",
        "--format={p}|{f}",
    ]);
    Ok(nodes(&process::capture(&mut cargo)?))
}

fn nodes(text: &str) -> Vec<Node> {
    let mut users: Vec<String> = Vec::new();
    let node = |line: &str| {
        let (crate_, features) = line.split_once('|')?;
        let digits = crate_.find(|character: char| !character.is_ascii_digit())?;
        let (depth, crate_) = crate_.split_at(digits);
        let name = crate_.split(' ').next()?.to_owned();
        users.truncate(depth.parse().ok()?);
        let user = users.last().cloned().unwrap_or_default();
        users.push(name.clone());
        let features = features
            .trim_end_matches(" (*)")
            .split(',')
            .map(str::to_owned)
            .collect();
        Some(Node { name, user, features })
    };
    text.lines().filter_map(node).collect()
}

fn absent(tree: &[Node], forbidden: &[&str], features: bool) -> Result<()> {
    let is_forbidden = |node: &&Node| {
        forbidden.contains(&node.name.as_str())
            && !HARMLESS.contains(&(node.name.as_str(), node.user.as_str()))
    };
    let mut found: Vec<_> = tree
        .iter()
        .filter(is_forbidden)
        .map(|node| node.name.clone())
        .collect();
    for (name, wrong) in NETWORK_FEATURES.iter().filter(|_| features) {
        let nodes = tree.iter().filter(|node| node.name == *name);
        let features = nodes
            .flat_map(|node| &node.features)
            .filter(|feature| wrong.contains(&feature.as_str()));
        found.extend(features.map(|feature| format!("{name}/{feature}")));
    }
    found.sort();
    found.dedup();
    ensure!(found.is_empty(), "found {}", found.join(", "));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_run_one_way() {
        assert!(allowed("taolight-keys", &["taolight-primitives"]).is_ok());
        assert!(allowed("taolight-primitives", &["taolight-keys"]).is_err());
        assert!(allowed("taolight-unknown", &[]).is_err());
    }

    #[test]
    fn finds_what_must_not_be_there() {
        let vault =
            nodes("0taolight-vault v0.1.0 (/somewhere)|\n1hyper v1.0.0|http1\n1tokio v1.0.0|net,rt (*)\n");
        let error = absent(&vault, &NETWORK, true).unwrap_err().to_string();
        assert_eq!(error, "found hyper, tokio/net");
        assert!(absent(&vault[1..], &SECRETS, false).is_ok());
    }

    #[test]
    fn knows_who_uses_a_crate() {
        let light = "0taolight-light v0.1.0|\n1smoldot v5.0.0|std\n2bip39 v2.0.0|\n";
        assert!(absent(&nodes(light), &SECRETS, false).is_ok());
        assert!(absent(&nodes(&format!("{light}1bip39 v2.0.0|\n")), &SECRETS, false).is_err());
    }
}
