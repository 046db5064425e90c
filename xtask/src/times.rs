//! The times of source files, as cargo sees them in a target folder that one clone after the other builds in.
//!
//! Cargo tells by its time whether a file changed since it was built. In a fresh clone all files are young; so each gets
//! the time at which its present content came to that folder, as if all clones were one that is edited.

use std::{
    collections::HashMap,
    fs,
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};

use crate::cache;

/// What is known of one file: the hash of its content, and since when, in nanoseconds of the Unix time.
struct Known {
    hash: String,
    since: u64,
}

/// Sets the times of all files below these paths of `top`, and keeps them in `record`, a file of the target folder that
/// belongs to these paths alone.
pub fn restore(record: &Path, top: &Path, paths: &[&str]) -> Result<()> {
    let recorded = fs::read_to_string(record).unwrap_or_default();
    let known: HashMap<_, _> = recorded.lines().filter_map(parse).collect();
    let now = u64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos())?;
    let mut lines = String::new();
    for path in paths {
        for file in cache::files(&top.join(path))? {
            let name = file.strip_prefix(top)?.to_string_lossy().into_owned();
            let hash = cache::hash([fs::read(&file)?.as_slice()]);
            let since = match known.get(name.as_str()) {
                Some(known) if known.hash == hash => known.since,
                _ => now,
            };
            set(&file, since)?;
            lines += &format!("{hash} {since} {name}\n");
        }
    }
    cache::write(record, lines.as_bytes())
}

fn parse(line: &str) -> Option<(&str, Known)> {
    let mut words = line.splitn(3, ' ');
    let known = Known {
        hash: words.next()?.to_owned(),
        since: words.next()?.parse().ok()?,
    };
    Some((words.next()?, known))
}

fn set(file: &Path, since: u64) -> Result<()> {
    let open = fs::File::options().append(true).open(file);
    open.and_then(|open| open.set_modified(UNIX_EPOCH + Duration::from_nanos(since)))
        .with_context(|| format!("cannot set the time of {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temporary::Temporary;

    #[test]
    fn a_file_is_as_old_as_its_content() -> Result<()> {
        let folder = Temporary::new("times")?;
        let record = folder.path().join("record");
        let clone = |name: &str, kept: &str, edited: &str| -> Result<[SystemTime; 2]> {
            let top = folder.path().join(name);
            fs::create_dir_all(top.join("src"))?;
            fs::write(top.join("src/kept"), kept)?;
            fs::write(top.join("src/edited"), edited)?;
            restore(&record, &top, &["src"])?;
            let time = |file| -> Result<_> { Ok(fs::metadata(top.join("src").join(file))?.modified()?) };
            Ok([time("kept")?, time("edited")?])
        };
        let first = clone("first", "as it is", "before")?;
        let second = clone("second", "as it is", "after")?;
        let third = clone("third", "as it is", "before")?;
        assert_eq!(first[0], second[0]);
        assert!(second[1] > first[1], "it changed");
        assert_eq!(second[0], third[0]);
        assert!(third[1] > second[1], "what was there once was built over since");
        Ok(())
    }
}
