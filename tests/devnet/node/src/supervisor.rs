//! Starts the two validators, says when they are ready, obeys commands, and
//! takes everything down again.

use crate::{
    authorities::NAMES,
    chain::Chain,
    chain_spec::{self, Variety},
    cli::UpOptions,
    commands::{Command, answer},
    configuration::{node_key, p2p_address},
    export::Export,
    transactions,
};
use anyhow::{Context, bail};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    future,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Stdin},
    process::{self, Child},
    signal::unix::{SignalKind, signal},
};

/// How long the network may take to finalize its first block.
const READY_TIMEOUT: Duration = Duration::from_secs(60);

/// One validator, as its process will be or is.
struct Plan {
    name: &'static str,
    base: PathBuf,
    p2p_port: u16,
    rpc_port: u16,
    address: String,
}

struct Node {
    plan: Plan,
    child: Child,
    pid: Pid,
}

struct Network {
    dir: PathBuf,
    nodes: Vec<Node>,
    /// Removed when the network is dropped.
    _temporary: Option<TempDir>,
}

pub async fn run(options: UpOptions) -> anyhow::Result<()> {
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    let mut network = Network::start(&options)?;
    let served = tokio::select! {
        served = network.serve(options.no_stdin) => served,
        _ = interrupted.recv() => Ok(()),
        _ = terminated.recv() => Ok(()),
    };
    network.stop().await?;
    served
}

impl Network {
    fn start(options: &UpOptions) -> anyhow::Result<Self> {
        let (dir, temporary) = match &options.dir {
            Some(dir) => (std::path::absolute(dir)?, None),
            None => {
                let temporary = tempfile::Builder::new().prefix("taolight-devnet-").tempdir()?;
                (temporary.path().to_owned(), Some(temporary))
            }
        };
        let plans = NAMES
            .iter()
            .map(|name| Plan::new(&dir, name))
            .collect::<anyhow::Result<Vec<_>>>()?;
        let addresses: Vec<_> = plans.iter().map(|plan| plan.address.clone()).collect();
        let spec = dir.join("spec.json");
        let variety = Variety {
            salt: options.salt.as_bytes().to_vec(),
            seed: options.seed.then_some(options.subnets),
        };
        fs::write(&spec, chain_spec::raw(&variety, &addresses)?.to_string())?;
        // Reversed, the two addresses are each one's peer.
        let nodes = plans
            .into_iter()
            .zip(addresses.iter().rev())
            .map(|(plan, peer)| plan.start(&spec, peer))
            .collect::<anyhow::Result<_>>()?;
        Ok(Self {
            dir,
            nodes,
            _temporary: temporary,
        })
    }

    /// Reports that the network is ready, and then obeys commands.
    async fn serve(&mut self, no_stdin: bool) -> anyhow::Result<()> {
        let started = Instant::now();
        eprintln!(
            "starting {} validators in {}",
            self.nodes.len(),
            self.dir.display()
        );
        tokio::select! {
            ready = tokio::time::timeout(READY_TIMEOUT, ready(self.urls())) => {
                ready.context("the network does not finalize")??;
            }
            died = first_death(&mut self.nodes) => bail!(died),
        }
        eprintln!("ready after {:.1} s", started.elapsed().as_secs_f32());
        println!("{}", self.report());
        if no_stdin {
            return future::pending().await;
        }
        self.obey(BufReader::new(tokio::io::stdin())).await
    }

    /// Obeys until stdin ends or `stop` is said.
    async fn obey(&self, stdin: BufReader<Stdin>) -> anyhow::Result<()> {
        let mut lines = stdin.lines();
        while let Some(line) = lines.next_line().await? {
            if line.trim().is_empty() {
                continue;
            }
            let command = serde_json::from_str(&line).context("not a command");
            let stop = matches!(command, Ok(Command::Stop));
            let result = match command {
                Ok(command) => self.execute(command).await,
                Err(error) => Err(error),
            };
            println!("{}", answer(result));
            if stop {
                break;
            }
        }
        Ok(())
    }

    async fn execute(&self, command: Command) -> anyhow::Result<Value> {
        match command {
            Command::Pause { node } => self.signal(&node, Signal::SIGSTOP),
            Command::Resume { node } => self.signal(&node, Signal::SIGCONT),
            Command::Upgrade => {
                let spec_version = transactions::upgrade(&self.chain().await?).await?;
                Ok(json!({ "specVersion": spec_version }))
            }
            Command::Export { dir, old_block } => {
                Export::connect(&self.urls())
                    .await?
                    .write(&dir, old_block)
                    .await?;
                Ok(json!({ "dir": dir }))
            }
            Command::Transfer { from, to, amount } => {
                let block = transactions::transfer(&self.chain().await?, &from, to, amount).await?;
                Ok(json!({ "block": block }))
            }
            Command::Stop => Ok(Value::Null),
        }
    }

    fn signal(&self, name: &str, signal: Signal) -> anyhow::Result<Value> {
        let node = self.nodes.iter().find(|node| node.plan.name == name);
        kill(
            node.with_context(|| format!("there is no node {name}"))?.pid,
            signal,
        )?;
        Ok(Value::Null)
    }

    async fn chain(&self) -> anyhow::Result<Chain> {
        let node = self.nodes.first().context("no node")?;
        Chain::connect(&node.plan.rpc()).await
    }

    fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(|node| node.plan.rpc()).collect()
    }

    fn report(&self) -> Value {
        let nodes = self.nodes.iter().map(Node::report).collect::<Vec<_>>();
        json!({ "ready": true, "dir": self.dir, "nodes": nodes })
    }

    /// Kills the validators, frozen or not.
    async fn stop(mut self) -> anyhow::Result<()> {
        for node in &mut self.nodes {
            node.child.kill().await?;
        }
        eprintln!("stopped");
        Ok(())
    }
}

impl Plan {
    fn new(dir: &Path, name: &'static str) -> anyhow::Result<Self> {
        let base = dir.join(name);
        fs::create_dir_all(&base)?;
        let [p2p_port, rpc_port] = free_ports()?;
        let peer_id = node_key(&base).into_keypair()?.public().to_peer_id();
        let address = format!("{}/p2p/{peer_id}", p2p_address(p2p_port));
        Ok(Self {
            name,
            base,
            p2p_port,
            rpc_port,
            address,
        })
    }

    fn start(self, spec: &Path, peer: &str) -> anyhow::Result<Node> {
        let log = File::create(self.base.with_extension("log"))?;
        let child = process::Command::new(std::env::current_exe()?)
            .args(["node", "--name", self.name, "--peer", peer])
            .args(["--p2p-port", &self.p2p_port.to_string()])
            .args(["--rpc-port", &self.rpc_port.to_string()])
            .arg("--spec")
            .arg(spec)
            .arg("--base")
            .arg(&self.base)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .kill_on_drop(true)
            .spawn()?;
        let pid = child.id().context("the process has just been started")?;
        Ok(Node {
            plan: self,
            child,
            pid: Pid::from_raw(pid.try_into()?),
        })
    }

    fn rpc(&self) -> String {
        format!("ws://127.0.0.1:{}", self.rpc_port)
    }
}

impl Node {
    fn report(&self) -> Value {
        json!({
            "name": self.plan.name,
            "pid": self.pid.as_raw(),
            "rpc": self.plan.rpc(),
            "p2p": self.plan.address,
        })
    }
}

/// Waits until the validators are peers and have finalized a block.
async fn ready(urls: Vec<String>) -> anyhow::Result<()> {
    for url in urls {
        let chain = patiently_connect(&url).await;
        chain.peered().await?;
        chain.finalized_from(1).await?;
    }
    Ok(())
}

/// Connects as soon as the node accepts connections.
async fn patiently_connect(url: &str) -> Chain {
    loop {
        if let Ok(chain) = Chain::connect(url).await {
            return chain;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Two ports that nothing listens on now.
fn free_ports() -> anyhow::Result<[u16; 2]> {
    let listen = || TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let [first, second] = [listen()?, listen()?];
    Ok([first.local_addr()?.port(), second.local_addr()?.port()])
}

/// Waits until a validator ends by itself, which it should not.
async fn first_death(nodes: &mut [Node]) -> String {
    let deaths = nodes.iter_mut().map(|node| {
        Box::pin(async move {
            let status = node.child.wait().await;
            format!("{} has ended: {status:?}; see its log", node.plan.name)
        })
    });
    futures::future::select_all(deaths).await.0
}
