//! Secret URIs: a mnemonic or seed, then junctions, then a password: `word … word//hard/soft///password`.

use zeroize::Zeroizing;

use crate::{KeyError, Mnemonic, Seed, path::Path};

/// The mnemonic that Substrate's tools assume where a URI has none, as in `//Alice`. Known to everyone.
const DEVELOPMENT: &str = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";

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
    /// Parses a secret URI.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        let (rest, password) = match text.split_once("///") {
            Some((rest, password)) => (rest, Some(password)),
            None => (text, None),
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
        let parts = [root.as_str(), self.path.text(), "///", password];
        let used = if password.is_empty() { 2 } else { 4 };
        let mut text = Zeroizing::new(String::with_capacity(parts.iter().map(|part| part.len()).sum()));
        parts[..used].iter().for_each(|part| text.push_str(part));
        text
    }
}

fn parse_root(secret: &str, password: Option<&str>, path: &str) -> Result<Root, KeyError> {
    if secret.starts_with("0x") {
        return match password {
            Some(_) => Err(KeyError::SeedPassword),
            None => Ok(Root::Seed(Seed::from_hex(secret)?)),
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
