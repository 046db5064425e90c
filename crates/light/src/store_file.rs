//! A store in a directory: one file per value. A value is written beside the old one and renamed over it, so that a
//! crash leaves the old or the new value and never half of one.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use async_trait::async_trait;

use crate::store::{Store, StoreError};

/// A store in a directory of a native program.
#[derive(Debug)]
pub struct FileStore {
    directory: PathBuf,
    writes: AtomicU64,
}

impl FileStore {
    /// A store in that directory, which is made when something is written.
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self {
            directory: directory.into(),
            writes: AtomicU64::new(0),
        }
    }

    fn file(&self, space: &str, key: &str) -> PathBuf {
        self.directory.join(file_name(space)).join(file_name(key))
    }

    fn write(&self, file: &Path, value: &[u8]) -> io::Result<()> {
        use io::Write;

        if let Some(directory) = file.parent() {
            fs::create_dir_all(directory)?;
        }
        let write = self.writes.fetch_add(1, Ordering::Relaxed);
        let beside = file.with_extension(format!("{}-{write}.new", std::process::id()));
        let mut new = fs::File::create(&beside)?;
        let written = new
            .write_all(value)
            .and_then(|()| new.sync_all())
            .and_then(|()| fs::rename(&beside, file));
        if written.is_err() {
            let _ = fs::remove_file(&beside);
        }
        written
    }
}

/// A name that every file system takes: what is not a lower-case letter, a digit or `-` becomes `_` and its code.
/// [`key_of`] reads it back.
fn file_name(key: &str) -> String {
    key.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
            other => format!("_{other:02x}"),
        })
        .collect()
}

/// The key of a file, or none if it is not one of ours (a write that was cut short).
fn key_of(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => bytes.push(*first),
            b'_' => {
                let code = std::str::from_utf8(rest.get(..2)?).ok()?;
                bytes.push(u8::from_str_radix(code, 16).ok()?);
                rest = &rest[2..];
            }
            _ => return None,
        }
    }
    String::from_utf8(bytes).ok()
}

fn failed(error: io::Error) -> StoreError {
    StoreError(error.to_string())
}

fn missing_is_none<T>(result: io::Result<T>) -> Result<Option<T>, StoreError> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

#[async_trait]
impl Store for FileStore {
    async fn get(&self, space: &str, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        missing_is_none(fs::read(self.file(space, key)))
    }

    async fn put(&self, space: &str, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.write(&self.file(space, key), value).map_err(failed)
    }

    async fn delete(&self, space: &str, key: &str) -> Result<(), StoreError> {
        missing_is_none(fs::remove_file(self.file(space, key))).map(drop)
    }

    async fn keys(&self, space: &str) -> Result<Vec<String>, StoreError> {
        let directory = self.directory.join(file_name(space));
        let Some(files) = missing_is_none(fs::read_dir(directory))? else {
            return Ok(Vec::new());
        };
        let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
        Ok(names.filter_map(|name| key_of(&name)).collect())
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;

    #[test]
    fn values_are_written_read_and_deleted() {
        let directory = std::env::temp_dir().join(format!("taolight-store-{}", std::process::id()));
        let store = FileStore::new(&directory);
        block_on(async {
            assert_eq!(store.get("chain", "a/../b").await, Ok(None));
            store.put("chain", "a/../b", b"one").await.unwrap();
            store.put("chain", "a/../b", b"two").await.unwrap();
            assert_eq!(store.get("chain", "a/../b").await, Ok(Some(b"two".to_vec())));
            assert_eq!(store.get("code", "a/../b").await, Ok(None));
            assert_eq!(fs::read_dir(directory.join("chain")).unwrap().count(), 1);
            assert_eq!(store.keys("chain").await, Ok(vec!["a/../b".to_owned()]));
            assert_eq!(store.keys("code").await, Ok(vec![]));
            store.delete("chain", "a/../b").await.unwrap();
            store.delete("chain", "a/../b").await.unwrap();
            assert_eq!(store.get("chain", "a/../b").await, Ok(None));
        });
        fs::remove_dir_all(directory).unwrap();
    }
}
