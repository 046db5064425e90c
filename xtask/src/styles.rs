//! Makes the styles that the page links: Tailwind reads `web/styles`, and out of the code which classes there are.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::{build, install, workspace};

/// What is read.
const SOURCE: &str = "web/styles/app.css";
/// What `index.html` links.
const MADE: &str = "target/styles/app.css";
/// The packages whose styles end up in ours.
const PACKAGES: [&str; 2] = ["tailwindcss", "daisyui"];

/// Writes the styles, as small as they get. What a build needs must be installed.
pub fn write() -> Result<()> {
    let modules = install::node_modules(build::NPM)?;
    // It says a lot that matters only if it fails.
    let said = install::command("node")
        .arg(modules.join("@tailwindcss/cli/dist/index.mjs"))
        .args(["--minify", "--input", SOURCE, "--output", MADE])
        // Where the styles find what they import.
        .env("NODE_PATH", modules)
        .current_dir(workspace::root())
        .output()?;
    let why = String::from_utf8_lossy(&said.stderr);
    ensure!(said.status.success(), "the styles cannot be made: {why}");
    Ok(())
}

/// The packages whose text is served: name, version and licence of each, and the licence itself.
pub fn licences() -> Result<String> {
    let modules = install::node_modules(build::NPM)?;
    let licence = |name: &str| {
        let folder = modules.join(name);
        let package: Value = serde_json::from_str(&fs::read_to_string(folder.join("package.json"))?)?;
        let text = |key: &str| package[key].as_str().unwrap_or("not said").to_owned();
        let whole = fs::read_to_string(folder.join("LICENSE"))?;
        anyhow::Ok(format!(
            "{name} {}: {}\n\n{whole}\n",
            text("version"),
            text("license")
        ))
    };
    PACKAGES.map(licence).into_iter().collect()
}
