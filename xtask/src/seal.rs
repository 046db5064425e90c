//! Seals the pages of a built site: their content security policy names the hash of each inline script, so that no
//! other script runs in them.

use std::{fs, path::Path};

use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::cache;

/// What stands in a page's policy where the hashes go.
const PLACEHOLDER: &str = "'inline-hashes'";

/// Seals every page below this folder.
pub fn pages(site: &Path) -> Result<()> {
    for file in cache::files(site)? {
        if file.extension().is_some_and(|extension| extension == "html") {
            fs::write(&file, page(&fs::read_to_string(&file)?))?;
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
}
