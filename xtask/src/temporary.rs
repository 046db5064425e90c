//! Folders that go away with whoever made them, even when Ctrl-C ends the program.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use anyhow::Result;

use crate::cache;

static FOLDERS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A folder for as long as this lives.
pub struct Temporary(PathBuf);

impl Temporary {
    pub fn new(name: &str) -> Result<Temporary> {
        let folder = cache::folder("run")?.join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        FOLDERS
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(folder.clone());
        Ok(Temporary(folder))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes them all, when nothing else runs any more.
pub fn remove_all() {
    for folder in FOLDERS.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        let _ = fs::remove_dir_all(folder);
    }
}
