//! Seals the pages of a built site: their content security policy names the hash of each inline script, so that no
//! other script runs in them, and each script of a file is named with the hash of that file.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384};

use crate::cache;

/// What stands in a page's policy where the hashes go.
const PLACEHOLDER: &str = "'inline-hashes'";

/// Seals every page below this folder.
pub fn pages(site: &Path) -> Result<()> {
    for file in cache::files(site)? {
        if file.extension().is_some_and(|extension| extension == "html") {
            let folder = file.parent().unwrap_or(site);
            let html = page(&fs::read_to_string(&file)?);
            fs::write(
                &file,
                with_integrity(&html, |script| fs::read(folder.join(script)).ok())?,
            )?;
        }
    }
    Ok(())
}

/// The page, with the hashes of its inline scripts instead of the placeholder.
fn page(html: &str) -> String {
    let hashes: Vec<_> = inline_scripts(html)
        .map(|script| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script))))
        .collect();
    html.replace(PLACEHOLDER, &hashes.join(" "))
}

/// The page, with the hash of what each script's file contains, where it is not there yet.
fn with_integrity(html: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Result<String> {
    let mut parts = html.split("<script");
    let mut sealed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        sealed.push_str("<script");
        let (attributes, _) = part.split_once('>').context("a script tag has no end")?;
        let source = attributes
            .split_once("src=\"")
            .and_then(|(_, rest)| rest.split_once('"'));
        if let Some((source, _)) = source.filter(|_| !attributes.contains("integrity=")) {
            let content =
                read(source).with_context(|| format!("a page names {source}, which is not there"))?;
            let hash = BASE64_STANDARD.encode(Sha384::digest(content));
            sealed.push_str(&format!(" integrity=\"sha384-{hash}\""));
        }
        sealed.push_str(part);
    }
    Ok(sealed)
}

/// The text of each script that stands in the page itself.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find("<script")? + "<script".len()..];
            let (attributes, inside) = rest.split_once('>')?;
            let (script, after) = inside.split_once("</script>")?;
            rest = after;
            let mut words = attributes.split_whitespace();
            if !words.any(|word| word == "src" || word.starts_with("src=")) {
                return Some(script);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_what_stands_in_the_page() {
        let html = "<meta content=\"script-src 'self' 'inline-hashes'\"><script src=\"a.js\"></script>\
                    <script type=\"module\">let a = 1;</script>";
        // printf 'let a = 1;' | openssl dgst -sha256 -binary | base64
        let sealed = page(html);
        assert!(
            sealed.contains("script-src 'self' 'sha256-xY6QKfH9PRsQnLz56nj6MBwiK5oHg+im1Jkpdp1x/Ck='"),
            "{sealed}"
        );
        assert_eq!(inline_scripts(html).collect::<Vec<_>>(), ["let a = 1;"]);
    }

    #[test]
    fn names_the_hash_of_each_file() {
        let html = "<script async src=\"a.js\"></script><script>src=1</script><script integrity=\"x\" src=\"b\"></script>";
        let read = |name: &str| (name == "a.js").then(|| b"let a = 1;".to_vec());
        let sealed = with_integrity(html, read).unwrap();
        assert!(sealed.starts_with("<script integrity=\"sha384-"), "{sealed}");
        assert_eq!(sealed.matches("integrity").count(), 2);
        assert!(with_integrity("<script src=\"gone.js\"></script>", read).is_err());
    }
}
