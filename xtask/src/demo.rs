//! `cargo xtask demo`: from a fresh clone to the app in a browser.

use std::{
    env,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

use crate::{
    axons::{self, Axons},
    build::{self, Mode},
    devnet::{self, Devnet},
    install,
    report::{self, Steps},
    serve::{self, Site},
    temporary::Temporary,
};

/// The development phrase of every Substrate chain.
const MNEMONIC: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/// `cargo xtask demo [--network local|finney] [--port N]`.
pub fn main(arguments: &[String]) -> Result<()> {
    let (mut network, mut port) = ("local", 8080);
    let mut words = arguments.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match (word, words.next()) {
            ("--network", Some(name @ ("local" | "finney"))) => network = name,
            ("--port", Some(number)) => port = number.parse()?,
            _ => bail!("cargo xtask demo [--network local|finney] [--port N]"),
        }
    }
    // First of all: nobody wants to learn this after half an hour.
    let listener = serve::listen(port)?;
    let local = network == "local";

    let mut steps = Steps::new(build::STEPS + if local { 4 } else { 1 });
    steps.begin("installing what is missing", "about 10 min the first time");
    let mut needs = build::needs();
    if local {
        needs.extend(devnet::NEEDS);
        needs.extend(axons::NEEDS);
    }
    install::ensure_all(&needs)?;
    build::build(Mode::Dev, &mut steps)?;

    let mut running = None;
    if local {
        steps.begin("building the local network's node", devnet::FIRST);
        devnet::binary()?;
        steps.begin(
            "starting the local network and waiting for its block 9",
            "about half a minute",
        );
        let folder = Temporary::new("demo")?;
        let mut devnet = Devnet::start_seeded()?;
        devnet.export(folder.path())?;
        steps.begin("starting miners of the local network", "about ten seconds");
        let axons = Axons::start(devnet.rpc())?;
        running = Some((devnet, folder, axons));
    }
    steps.finish();

    let address = format!("http://127.0.0.1:{port}/?network={network}");
    println!("\n  Taolight is at  {}\n", report::bold(&address));
    if local {
        println!("  An account with 1000 TAO of the local network has this phrase:\n\n      {MNEMONIC}\n");
        println!("  One with stake has it with a path, and so has a hotkey that miners answer:\n");
        println!("      {MNEMONIC}//seed//holder");
        println!("      {MNEMONIC}//seed//validator//1//hotkey\n");
        println!(
            "  {}",
            report::bold(
                "IT IS A PUBLIC TEST PHRASE, KNOWN TO EVERYBODY. Never send anything of value to it."
            )
        );
    }
    println!("\n  Ctrl-C stops everything.");
    open(&address);
    let local_network = running
        .as_ref()
        .map(|(_, folder, _)| folder.path().join("network.json"));
    serve::serve(
        &listener,
        &Site {
            folder: build::dist(),
            local_network,
        },
    );
    Ok(())
}

/// Opens a browser where there is one. It is the user's, so we do not stop it with the rest.
fn open(address: &str) {
    let screen = env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some();
    let opener = match () {
        () if cfg!(target_os = "macos") => "open",
        () if screen => "xdg-open",
        () => return,
    };
    let mut command = Command::new(opener);
    let _ = command
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
