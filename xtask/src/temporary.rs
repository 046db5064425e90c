//! Folders that go away with whoever made them, even when Ctrl-C ends the program.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU32, Ordering},
    },
};

use anyhow::Result;

use crate::cache;

static FOLDERS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
/// How many were made, so that no two share a folder.
static MADE: AtomicU32 = AtomicU32::new(0);

/// A folder for as long as this lives.
pub struct Temporary(PathBuf);

impl Temporary {
    pub fn new(name: &str) -> Result<Temporary> {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = cache::folder("run")?.join(format!("{name}-{}-{number}", std::process::id()));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_one_name_are_two_folders() {
        let (one, other) = (Temporary::new("twice").unwrap(), Temporary::new("twice").unwrap());
        assert_ne!(one.path(), other.path());
        drop(one);
        assert!(other.path().is_dir());
    }
}
