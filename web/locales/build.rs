//! Makes the module of translations out of `locales/`. A sentence that a language lacks, or has too much, ends the build.
//!
//! It does what `leptos_i18n_build` does, without that crate's generator of ICU data, of which nothing here needs any.

use std::{env, error::Error, fs, path::PathBuf};

use leptos_i18n_parser::parse_locales::{
    cfg_file::ConfigFile,
    options::{Config, ParseOptions},
    parse_locales,
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=Cargo.toml");
    println!("cargo::rerun-if-changed=locales");
    let mut folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut config: Config = ConfigFile::new(&mut folder).map_err(said)?.into();
    config.options = ParseOptions::new().interpolate_display(true);
    let locales = parse_locales(Some(folder), config).map_err(said)?;
    for warning in locales.diag.warnings().iter() {
        println!("cargo::error={warning}");
    }
    for error in locales.diag.errors().iter() {
        println!("cargo::error={error}");
    }
    let module = leptos_i18n_codegen::gen_code(&locales, None, false, None, false).map_err(said)?;
    let file = PathBuf::from(env::var("OUT_DIR")?).join("i18n.rs");
    // In lines: the compiler counts columns from the start of a line for all that it looks at, and in a single line of
    // megabytes that took most of its time.
    fs::write(file, prettyplease::unparse(&syn::parse2(module)?))?;
    Ok(())
}

fn said(error: impl ToString) -> String {
    error.to_string()
}
