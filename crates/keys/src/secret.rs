//! A secret as it is kept: the least from which everything else follows, so that nothing is lost by storing it.

use taolight_primitives::AccountId;
use zeroize::Zeroizing;

use crate::{
    Expanded, KeyError, Keypair, Mnemonic, Scheme, SecretUri, Seed, ed25519, path::Path, sr25519, uri::Root,
};

/// A mnemonic with its path and password, a seed with its path, or an expanded secret; and the scheme it signs by.
/// Wiped when it is dropped.
pub struct Secret(pub(crate) Origin);

/// What the secret began as. A path with soft junctions is never one of ed25519, and only sr25519 has expanded secrets.
pub(crate) enum Origin {
    Uri { uri: SecretUri, scheme: Scheme },
    Expanded(Expanded),
}

impl Secret {
    /// A secret URI. A soft junction in it is an error for ed25519.
    pub fn from_uri(uri: SecretUri, scheme: Scheme) -> Result<Self, KeyError> {
        if scheme == Scheme::Ed25519 && !uri.path().is_hard() {
            return Err(KeyError::SoftEd25519);
        }
        Ok(Self(Origin::Uri { uri, scheme }))
    }

    /// A mnemonic without path and password.
    pub fn from_mnemonic(mnemonic: Mnemonic, scheme: Scheme) -> Self {
        let password = Zeroizing::default();
        Self::from_root(Root::Mnemonic { mnemonic, password }, scheme)
    }

    /// A seed without path.
    pub fn from_seed(seed: Seed, scheme: Scheme) -> Self {
        Self::from_root(Root::Seed(seed), scheme)
    }

    /// An expanded sr25519 secret.
    pub fn from_expanded(expanded: Expanded) -> Self {
        Self(Origin::Expanded(expanded))
    }

    fn from_root(root: Root, scheme: Scheme) -> Self {
        Self(Origin::Uri {
            uri: SecretUri::new(root, Path::empty()),
            scheme,
        })
    }

    /// The same mnemonic or seed by another scheme, which is another account. An expanded secret is of sr25519 only.
    pub fn with_scheme(self, scheme: Scheme) -> Result<Self, KeyError> {
        match self.0 {
            Origin::Uri { uri, .. } => Self::from_uri(uri, scheme),
            Origin::Expanded(expanded) if scheme == Scheme::Sr25519 => Ok(Self::from_expanded(expanded)),
            Origin::Expanded(_) => Err(KeyError::Unsupported(
                "an expanded sr25519 secret is no ed25519 key",
            )),
        }
    }

    /// The scheme it signs by.
    pub fn scheme(&self) -> Scheme {
        match &self.0 {
            Origin::Uri { scheme, .. } => *scheme,
            Origin::Expanded(_) => Scheme::Sr25519,
        }
    }

    /// The key that signs. Takes some milliseconds for a mnemonic.
    pub fn keypair(&self) -> Result<Keypair, KeyError> {
        match &self.0 {
            Origin::Uri { uri, scheme } => Keypair::derive(uri, *scheme),
            Origin::Expanded(expanded) => Ok(Keypair::from_expanded(expanded)),
        }
    }

    /// The account of the key.
    pub fn account(&self) -> Result<AccountId, KeyError> {
        Ok(self.keypair()?.account())
    }

    /// The mnemonic, if that is what the secret began as. Together with a path or a password it is not the whole
    /// secret; [`Self::uri`] is.
    pub fn mnemonic(&self) -> Option<&Mnemonic> {
        match &self.0 {
            Origin::Uri { uri, .. } => match uri.root() {
                Root::Mnemonic { mnemonic, .. } => Some(mnemonic),
                Root::Seed(_) => None,
            },
            Origin::Expanded(_) => None,
        }
    }

    /// Whether the mnemonic alone is the whole secret: no path, no password.
    pub fn is_bare_mnemonic(&self) -> bool {
        match &self.0 {
            Origin::Uri { uri, .. } => match uri.root() {
                Root::Mnemonic { password, .. } => password.is_empty() && uri.path().is_empty(),
                Root::Seed(_) => false,
            },
            Origin::Expanded(_) => false,
        }
    }

    /// The whole secret as one line of text: mnemonic or seed, path and password. None of an expanded secret.
    pub fn uri(&self) -> Option<Zeroizing<String>> {
        match &self.0 {
            Origin::Uri { uri, .. } => Some(uri.text()),
            Origin::Expanded(_) => None,
        }
    }

    /// The 32 bytes from which the account's own key is made, derivation done. None of an expanded secret and where a
    /// soft junction comes last.
    pub fn seed(&self) -> Result<Option<Seed>, KeyError> {
        match &self.0 {
            Origin::Uri { uri, scheme } => match scheme {
                Scheme::Sr25519 => Ok(sr25519::derive(uri.root_seed(), uri.path())?.seed),
                Scheme::Ed25519 => ed25519::derive(uri.root_seed(), uri.path()).map(Some),
            },
            Origin::Expanded(_) => Ok(None),
        }
    }

    /// The account's own expanded secret. None of ed25519. After a soft junction its second half is fresh every time,
    /// which does not change the account.
    pub fn expanded(&self) -> Result<Option<Expanded>, KeyError> {
        match &self.0 {
            Origin::Uri { uri, scheme } => match scheme {
                Scheme::Sr25519 => {
                    let derived = sr25519::derive(uri.root_seed(), uri.path())?;
                    Ok(Some(Expanded::of(&derived.pair)))
                }
                Scheme::Ed25519 => Ok(None),
            },
            Origin::Expanded(expanded) => Ok(Some(Expanded::of(&expanded.pair()))),
        }
    }
}
