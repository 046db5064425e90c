//! Secret URIs: a mnemonic or seed, then junctions, then a password: `word … word//hard/soft///password`.

use zeroize::Zeroizing;

use crate::{KeyError, Mnemonic, Seed, path::Path};

/// The mnemonic that Substrate's tools assume where a URI has none, as in `//Alice`. Known to everyone.
const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

/// Stands before the password, which may be empty.
const PASSWORD_MARK: &str = "///";

/// A parsed secret URI.
pub struct SecretUri {
    root: Root,
    path: Path,
}

/// Where a derivation begins.
pub(crate) enum Root {
    Mnemonic {
        mnemonic: Mnemonic,
        /// Empty where there is none, which derives the same.
        password: Zeroizing<String>,
    },
    Seed(Seed),
}

impl SecretUri {
    /// Parses a secret URI. Spaces around it are none of it, but every character before and after the mark of a password
    /// counts, except how the line ends.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (rest, password) = match text.split_once(PASSWORD_MARK) {
            Some((rest, password)) => (rest, Some(password.trim_end_matches(['\r', '\n']))),
            None => (text.trim_end(), None),
        };
        let (secret, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let root = parse_root(secret.trim(), password, path)?;
        Ok(Self::new(root, Path::parse(path)?))
    }

    pub(crate) fn new(root: Root, path: Path) -> Self {
        Self { root, path }
    }

    pub(crate) fn root(&self) -> &Root {
        &self.root
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The seed before derivation; of a mnemonic, that takes some milliseconds.
    pub(crate) fn root_seed(&self) -> Seed {
        match &self.root {
            Root::Mnemonic { mnemonic, password } => mnemonic.seed(password),
            Root::Seed(seed) => Seed::from_bytes(seed.bytes()),
        }
    }

    /// The whole URI: what [`Self::parse`] reads as the same secret.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        let (root, password) = match &self.root {
            Root::Mnemonic { mnemonic, password } => (mnemonic.words(), password.as_str()),
            Root::Seed(seed) => (seed.to_hex(), ""),
        };
        let path = self.path.text();
        let parts = [root.as_str(), path, PASSWORD_MARK, password];
        // Without the mark, a space at the end would be none of the last junction.
        let is_marked = !password.is_empty() || path.ends_with(char::is_whitespace);
        let used = if is_marked { 4 } else { 2 };
        let mut text = Zeroizing::new(String::with_capacity(parts.iter().map(|part| part.len()).sum()));
        parts[..used].iter().for_each(|part| text.push_str(part));
        text
    }
}

fn parse_root(secret: &str, password: Option<&str>, path: &str) -> Result<Root, KeyError> {
    if secret.starts_with("0x") {
        return match password {
            Some("") | None => Ok(Root::Seed(Seed::from_hex(secret)?)),
            Some(_) => Err(KeyError::SeedPassword),
        };
    }
    // `//Alice` is short for the development mnemonic; an empty text is not.
    let words = if secret.is_empty() && !path.is_empty() {
        DEVELOPMENT
    } else {
        secret
    };
    Ok(Root::Mnemonic {
        mnemonic: Mnemonic::parse(words)?,
        password: Zeroizing::new(password.unwrap_or_default().to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(text: &str) -> String {
        SecretUri::parse(text).unwrap().text().to_string()
    }

    fn password(text: &str) -> String {
        match SecretUri::parse(text).unwrap().root {
            Root::Mnemonic { password, .. } => password.to_string(),
            Root::Seed(_) => panic!("{text} is no mnemonic"),
        }
    }

    #[test]
    fn spaces_at_the_end_are_kept_where_they_count() {
        let alice = format!("{DEVELOPMENT}//Alice");
        assert_eq!(again("  //Alice \n"), alice);
        assert_eq!(again("//Alice ///"), format!("{alice} ///"));
        assert_eq!(again("//Alice ///\r\n"), format!("{alice} ///"));
        assert_eq!(password("//Alice///pass \n"), "pass ");
        assert_eq!(again("//Alice///pass "), format!("{alice}///pass "));
        let seed = format!("0x{}", "ab".repeat(32));
        assert_eq!(again(&format!("{seed}//a ///")), format!("{seed}//a ///"));
    }

    #[test]
    fn a_seed_has_no_password() {
        let seed = format!("0x{}", "ab".repeat(32));
        assert!(matches!(
            SecretUri::parse(&format!("{seed}///pass")),
            Err(KeyError::SeedPassword)
        ));
    }
}
