//! Installs what a command needs and this machine lacks, into the cache folder; names what it cannot install, with the
//! command that does it, and stops.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use nix::unistd::geteuid;

use crate::{cache, process, python, report, workspace};

/// Something a command needs.
#[derive(Clone, Copy)]
pub enum Need {
    /// A target of the Rust toolchain.
    Target(&'static str),
    /// A Rust toolchain beside the one that everything else is built by.
    Toolchain(&'static str),
    /// A tool that cargo builds.
    Tool(&'static Tool),
    /// A program, or one of its other names, and how it is called in Debian and elsewhere.
    Program {
        names: &'static [&'static str],
        debian: &'static str,
        elsewhere: &'static str,
    },
    /// The browser that tests drive.
    Chromium,
    /// A Node.js that is new enough, with npm.
    Node,
    /// The npm packages of a folder's lock file.
    Npm(&'static str),
    /// A Python that is new enough, with what makes environments.
    Python,
    /// The Python packages of a folder's `requirements.txt`, in an environment of their own.
    PythonPackages(&'static str),
}

/// A tool that cargo builds from the registry.
pub struct Tool {
    name: &'static str,
    version: &'static str,
    program: &'static str,
    arguments: &'static [&'static str],
    /// How far the compiler goes. Most of them run for seconds and build for minutes: what counts is the build.
    optimised: &'static str,
    /// How long that takes on two cores.
    takes: &'static str,
}

/// Must be the version of `wasm-bindgen` in the workspace. Its own lock file names a crate that is not to be had. It
/// rewrites every file of WebAssembly that is built, which takes a minute where it is not optimised.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    arguments: &[],
    optimised: "1",
    takes: "3 min",
};
pub const WASM_PACK: Tool = Tool {
    name: "wasm-pack",
    version: "0.15.1",
    program: "wasm-pack",
    arguments: &["--locked"],
    optimised: "0",
    takes: "2 min",
};
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    arguments: &["--locked", "--no-default-features"],
    optimised: "0",
    takes: "5 min",
};
pub const CARGO_DENY: Tool = Tool {
    name: "cargo-deny",
    version: "0.20.2",
    program: "cargo-deny",
    arguments: &["--locked"],
    optimised: "0",
    takes: "4 min",
};
pub const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: "0.13.2",
    program: "cargo-fuzz",
    arguments: &["--locked"],
    optimised: "0",
    takes: "1 min",
};
/// Drives Firefox. Debian has no package of it.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    arguments: &["--locked"],
    optimised: "0",
    takes: "2 min",
};

const TOOLS: [&Tool; 6] = [
    &WASM_BINDGEN,
    &WASM_PACK,
    &TRUNK,
    &CARGO_DENY,
    &CARGO_FUZZ,
    &GECKODRIVER,
];

pub const CHROMEDRIVER: Need = Need::Program {
    names: &["chromedriver"],
    debian: "chromium-driver",
    elsewhere: "install ChromeDriver of the same version as your Chromium",
};
pub const FIREFOX: Need = Need::Program {
    names: &["firefox"],
    debian: "firefox-esr",
    elsewhere: "install Firefox",
};
/// Comes with the browser that it drives.
pub const WEBKIT_DRIVER: Need = Need::Program {
    names: &["WebKitWebDriver"],
    debian: "webkit2gtk-driver",
    elsewhere: "install WebKitGTK with its WebKitWebDriver",
};
/// A screen that nobody sees.
pub const XVFB: Need = Need::Program {
    names: &["Xvfb"],
    debian: "xvfb",
    elsewhere: "install Xvfb, the X server without a screen",
};
pub const CXX: Need = Need::Program {
    names: &["c++"],
    debian: "g++",
    elsewhere: "install a C++ compiler that is called c++",
};
pub const GIT: Need = Need::Program {
    names: &["git"],
    debian: "git",
    elsewhere: "install git",
};

/// Makes sure that all of this is there.
pub fn ensure_all(needs: &[Need]) -> Result<()> {
    if needs.iter().all(Need::is_there) {
        return Ok(());
    }
    let _lock = cache::lock("install")?;
    let missing: Vec<_> = needs.iter().filter(|need| !need.is_there()).collect();
    for (index, need) in missing.iter().enumerate() {
        let (what, takes) = need.describe();
        let what = report::bold(&format!("installing {} of {}: {what}", index + 1, missing.len()));
        eprintln!("{what} (about {takes})");
        need.install()?;
        ensure!(
            need.is_there(),
            "{} was installed, but is not to be found",
            need.describe().0
        );
    }
    // The tools share much of what they are built from; nobody needs it afterwards.
    let _ = fs::remove_dir_all(cache::path("tools/build")?);
    Ok(())
}

/// A program with every tool of ours on its PATH.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env("PATH", search_path()).current_dir(workspace::root());
    // `cargo run` described this program to us; that description would be wrong for whatever we start.
    for (name, _) in env::vars_os() {
        let described = ["CARGO_PKG_", "CARGO_MANIFEST_"];
        if described
            .iter()
            .any(|prefix| name.as_encoded_bytes().starts_with(prefix.as_bytes()))
        {
            command.env_remove(name);
        }
    }
    command
}

/// Where the program with one of these names is.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = search_path();
    let folders: Vec<_> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// The Chromium that tests drive.
pub fn chromium() -> Result<PathBuf> {
    let chosen = env::var_os("TAOLIGHT_CHROMIUM").map(PathBuf::from);
    let mac = PathBuf::from("/Applications/Chromium.app/Contents/MacOS/Chromium");
    let installed = || find(&["chromium", "chromium-browser", "google-chrome"]);
    chosen
        .or_else(installed)
        .or_else(|| mac.is_file().then_some(mac))
        .context("no Chromium found")
}

/// The `node_modules` folder of a lock file, as installed.
pub fn node_modules(manifest: &str) -> Result<PathBuf> {
    let lock = workspace::root().join(manifest).join("package-lock.json");
    let bytes = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    Ok(cache::path("npm")?
        .join(cache::hash([bytes.as_slice()]))
        .join("node_modules"))
}

/// Puts links to the packages of a lock file where the scripts in a folder find them.
pub fn link_packages(manifest: &str, scripts: &str) -> Result<()> {
    let folder = workspace::root().join(scripts).join("node_modules");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(node_modules(manifest)?)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let link = folder.join(name);
        let _ = fs::remove_file(&link);
        symlink(entry.path(), link)?;
    }
    Ok(())
}

fn search_path() -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let ours = TOOLS
        .iter()
        .filter_map(|tool| Some(tool.folder().ok()?.join("bin")));
    let all = ours.chain(env::split_paths(&old));
    env::join_paths(all).unwrap_or(old)
}

impl Tool {
    fn folder(&self) -> Result<PathBuf> {
        cache::path(format!("tools/{}-{}", self.name, self.version))
    }

    fn is_there(&self) -> bool {
        self.folder().is_ok_and(|folder| folder.join("bin").join(self.program).is_file())
            // Anyone who has the same version already may keep it.
            || output(self.program, &["--version"]).is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self) -> Result<()> {
        let mut cargo = command("cargo");
        cargo.args([
            "install",
            "--quiet",
            self.name,
            "--version",
            &format!("={}", self.version),
            "--root",
        ]);
        cargo.arg(self.folder()?).args(self.arguments);
        cargo.env("CARGO_TARGET_DIR", cache::folder("tools/build")?);
        cargo
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimised)
            .env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        process::run(&mut cargo)
    }
}

impl Need {
    fn is_there(&self) -> bool {
        match self {
            Need::Target(target) => output("rustc", &["--print", "target-libdir", "--target", target])
                .is_some_and(|folder| Path::new(folder.trim()).is_dir()),
            Need::Toolchain(name) => output("rustup", &["run", name, "rustc", "--version"]).is_some(),
            Need::Tool(tool) => tool.is_there(),
            Need::Chromium => chromium().is_ok(),
            Need::Program { names, .. } => find(names).is_some(),
            Need::Node => {
                let major = |text: String| {
                    text.trim()
                        .strip_prefix('v')?
                        .split('.')
                        .next()?
                        .parse::<u32>()
                        .ok()
                };
                output("node", &["--version"])
                    .and_then(major)
                    .is_some_and(|major| major >= 20)
                    && find(&["npm"]).is_some()
            }
            Need::Npm(manifest) => node_modules(manifest).is_ok_and(|folder| folder.is_dir()),
            Need::Python => python::is_there(),
            Need::PythonPackages(folder) => python::has_packages(folder),
        }
    }

    fn describe(&self) -> (String, &'static str) {
        match self {
            Need::Target(target) => (format!("the Rust target {target}"), "20 s"),
            Need::Toolchain(name) => (format!("the Rust toolchain {name}"), "1 min"),
            Need::Tool(tool) => (format!("{} {}", tool.name, tool.version), tool.takes),
            Need::Program { debian, .. } => ((*debian).to_owned(), "1 min"),
            Need::Chromium => ("Chromium".to_owned(), "1 min"),
            Need::Node => ("Node.js".to_owned(), "1 min"),
            Need::Npm(manifest) => (format!("the npm packages of {manifest}"), "1 min"),
            Need::Python => ("Python".to_owned(), "1 min"),
            Need::PythonPackages(folder) => (format!("the Python packages of {folder}"), "1 min"),
        }
    }

    fn install(&self) -> Result<()> {
        match self {
            Need::Target(target) => {
                let by_hand = format!("the Rust target {target} is missing; run: rustup target add {target}");
                ensure!(find(&["rustup"]).is_some(), by_hand.clone());
                process::run(command("rustup").args(["target", "add", target])).context(by_hand)
            }
            Need::Toolchain(name) => bail!(
                "the Rust toolchain {name} is missing; run: rustup toolchain install {name} --profile minimal"
            ),
            Need::Tool(tool) => tool.install(),
            Need::Program {
                debian, elsewhere, ..
            } => debian_package(debian, elsewhere),
            Need::Chromium => debian_package(
                "chromium",
                "install Chromium, or set TAOLIGHT_CHROMIUM to the path of one",
            ),
            Need::Node => {
                bail!("Node.js 20 or newer with npm is missing, or older; install it and run this again")
            }
            Need::Npm(manifest) => npm(manifest),
            Need::Python => python::install(),
            Need::PythonPackages(folder) => python::install_packages(folder),
        }
    }
}

/// Installs a package of Debian, or says what to do where that cannot be.
pub fn debian_package(package: &str, elsewhere: &str) -> Result<()> {
    if find(&["apt-get"]).is_none() {
        bail!("{package} is missing; {elsewhere}");
    }
    if !geteuid().is_root() {
        bail!("{package} is missing; run: sudo apt-get install {package}");
    }
    let apt = |arguments: &[&str]| {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive")
            .args(["--quiet=2", "-o", "Dpkg::Use-Pty=0"])
            .args(arguments);
        process::run(apt.stdout(Stdio::null()))
    };
    let install = ["install", "--yes", "--no-install-recommends", package];
    // The lists of packages may be missing, or old.
    apt(&install).or_else(|_| apt(&["update"]).and_then(|()| apt(&install)))
}

fn npm(manifest: &str) -> Result<()> {
    let installed = node_modules(manifest)?;
    let folder = installed.parent().context("no folder for npm packages")?;
    fs::create_dir_all(folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(workspace::root().join(manifest).join(file), folder.join(file))?;
    }
    let mut npm = command("npm");
    npm.args([
        "ci",
        "--include=dev",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ])
    .current_dir(folder);
    process::run(npm.stdout(Stdio::null()))
}

/// What a program writes, if it is there and all goes well.
pub fn output(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = command(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
