//! `cargo xtask shots [folder]`: pictures of every page and sheet at two widths in both colours, for people to look at.

use std::{fs, path::PathBuf};

use anyhow::{Result, bail, ensure};

use crate::{
    browser,
    build::{self, Mode},
    install, process,
    report::Steps,
    workspace,
};

/// The suites that look at everything.
const SCRIPT: &str = "tests/e2e/shots.mjs";

pub fn main(arguments: &[String]) -> Result<()> {
    let folder = match arguments {
        [] => workspace::root().join("target/shots"),
        [folder] => std::path::absolute(folder)?,
        _ => bail!("cargo xtask shots [folder]"),
    };
    process::adopt_orphans();
    install::ensure_all(&[build::needs(), browser::needs()].concat())?;
    let mut steps = Steps::new(build::STEPS + 1);
    build::build(Mode::Dev, &mut steps)?;

    steps.begin("looking at every page", "about 5 min");
    let mut node = install::command("node");
    node.args(["--test", "--test-force-exit", "--test-reporter=spec"])
        .arg(workspace::root().join(SCRIPT))
        .env("TAOLIGHT_SHOTS", &folder);
    browser::environment(&mut node)?;
    process::run(&mut node)?;
    steps.finish();
    let count = pictures(&folder)?;
    ensure!(count > 0, "no picture was taken");
    println!("{count} pictures are in {}", folder.display());
    Ok(())
}

fn pictures(folder: &PathBuf) -> Result<usize> {
    let files = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    Ok(files
        .filter(|file| file.extension().is_some_and(|extension| extension == "png"))
        .count())
}
