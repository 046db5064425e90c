//! Stands in for the crate of this name, as far as the builder of the runtime calls it, and hands a file on as it is.
//!
//! The real one compiles Binaryen from C++, which took a good part of the time that the node takes to build, to take out
//! debug information and one instruction. The runtime here has neither: cargo strips what has no debug information of its
//! own, and the target `wasm32v1-none` has no sign extension.

use std::{fs, io, path::Path};

/// What the builder asks to have done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// Without debug information.
    StripDwarf,
    /// Without instructions that extend a sign.
    SignextLowering,
}

/// What is to be done with a file: nothing, whatever was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptimizationOptions;

impl OptimizationOptions {
    /// Nothing yet.
    pub fn new_opt_level_0() -> Self {
        Self
    }

    /// Only what every executor knows; the target has no more.
    pub fn mvp_features_only(&mut self) -> &mut Self {
        self
    }

    /// Names stay in either case.
    pub fn debug_info(&mut self, _keep: bool) -> &mut Self {
        self
    }

    /// Notes a pass that has nothing to do.
    pub fn add_pass(&mut self, _pass: Pass) -> &mut Self {
        self
    }

    /// Puts the file there.
    pub fn run(&self, from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
        let (from, to) = (from.as_ref(), to.as_ref());
        if from == to {
            return Ok(());
        }
        fs::copy(from, to).map(drop)
    }
}
