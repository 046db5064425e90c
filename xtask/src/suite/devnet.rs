//! Native tests of the local network's runtime, and against a running local network.

use std::{
    process::Command,
    sync::{Mutex, PoisonError},
    thread,
};

use anyhow::{Result, anyhow};

use super::{Suite, cargo_test, count_cargo_test};
use crate::{
    axons::{self, Axons},
    devnet::{self, Devnet},
    install::Need,
    process,
    report::Tally,
    temporary::Temporary,
    workspace,
};

pub const SUITE: Suite = Suite {
    name: "devnet",
    about: "the local network's runtime, and the light client on it",
    needs,
    run,
};

/// Tests of a crate that need a network. Those that act on it have one of their own.
struct OnNetwork {
    start: fn() -> Result<Devnet>,
    test: &'static str,
    crates: &'static [&'static str],
    /// Whether its first miners are to have axons.
    with_axons: bool,
}

const ON_NETWORKS: [OnNetwork; 4] = [
    OnNetwork {
        start: Devnet::start_full,
        test: "devnet",
        crates: &["light", "cli"],
        with_axons: false,
    },
    OnNetwork {
        start: Devnet::start_seeded,
        test: "transactions",
        crates: &["cli"],
        with_axons: false,
    },
    OnNetwork {
        start: Devnet::start_seeded,
        test: "miners",
        crates: &["cli"],
        with_axons: true,
    },
    OnNetwork {
        start: Devnet::start_seeded,
        test: "conservation",
        crates: &["cli"],
        with_axons: false,
    },
];

/// How many networks there are at a time: tests mostly wait for theirs.
const LANES: usize = 2;

fn needs() -> Vec<Need> {
    [&devnet::NEEDS[..], &axons::NEEDS].concat()
}

fn run() -> Result<Tally> {
    // First the node, with which most of what the tests are made of is built.
    devnet::binary()?;
    let mut tally = devnet::test_runtime(cargo_test)?;
    // Built before the networks start, which have better to do than to wait.
    for tests in &ON_NETWORKS {
        process::run(tests.cargo()?.arg("--no-run"))?;
    }
    let waiting = Mutex::new(ON_NETWORKS.iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let lane = || -> Result<Tally> {
        let mut tally = Tally::default();
        while let Some(tests) = next() {
            tally += tests.run()?;
        }
        Ok(tally)
    };
    thread::scope(|scope| {
        let lanes = [(); LANES].map(|()| scope.spawn(lane));
        for lane in lanes {
            tally += lane
                .join()
                .map_err(|_| anyhow!("the tests on a network broke off"))??;
        }
        Ok(tally)
    })
}

impl OnNetwork {
    fn run(&self) -> Result<Tally> {
        let folder = Temporary::new("test")?;
        let mut network = (self.start)()?;
        network.export(folder.path())?;
        let axons = self.with_axons.then(|| Axons::start(network.rpc()));
        let _axons = axons.transpose()?;
        let mut cargo = self.cargo()?;
        cargo
            .env("TAOLIGHT_DEVNET_DIR", folder.path())
            .env("TAOLIGHT_DEVNET_RPC", network.rpc());
        // Without a network these tests have nothing to do, so they may be marked as ignored.
        // They mostly wait for the network.
        cargo.args([
            "--no-fail-fast",
            "--",
            "--include-ignored",
            "--test-threads",
            "12",
        ]);
        // Told in one piece, since others run beside them.
        let mut told = String::new();
        let tally = count_cargo_test(&mut cargo, |line| {
            told.push_str(line);
            told.push('\n');
        });
        print!("{told}");
        tally
    }

    fn cargo(&self) -> Result<Command> {
        let mut cargo = workspace::cargo("test")?;
        cargo.args(["--test", self.test]);
        for name in self.crates {
            cargo.args(["--package", &format!("taolight-{name}")]);
        }
        Ok(cargo)
    }
}
