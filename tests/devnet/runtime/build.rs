//! Builds the runtime twice to wasm: the one of genesis, and the next spec
//! version that the `upgrade` command installs. Both carry the digest of their
//! own metadata, so that `CheckMetadataHash` is in force.

#[cfg(feature = "std")]
fn main() {
    // The builder looks for the lock file next to its output, which may be far away.
    let package = std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder of the package");
    let workspace = format!("{package}/..");
    // SAFETY: no other thread is running yet.
    unsafe {
        std::env::set_var("WASM_BUILD_WORKSPACE_HINT", workspace);
        // It links four times, and would optimise across all crates each time.
        std::env::set_var("CARGO_PROFILE_RELEASE_LTO", "off");
    }

    runtime("wasm_genesis.rs").build();
    runtime("wasm_next.rs").enable_feature("next").build();
}

#[cfg(feature = "std")]
fn runtime(file: &str) -> substrate_wasm_builder::WasmBuilder {
    substrate_wasm_builder::WasmBuilder::init_with_defaults()
        .enable_metadata_hash("TAO", 9)
        .set_file_name(file)
}

#[cfg(not(feature = "std"))]
fn main() {}
