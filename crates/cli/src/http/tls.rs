//! https: who may vouch for a miner, and the handshake. A miner is asked by its address, so its certificate has to name that.

use std::{
    cell::OnceCell,
    io,
    net::{IpAddr, TcpStream},
    sync::Arc,
};

use async_io::Async;
use futures_rustls::{
    TlsConnector,
    client::TlsStream,
    pki_types::{CertificateDer, ServerName},
    rustls::{self, CertificateError, ClientConfig, RootCertStore, crypto::ring},
};
use taolight_dendrite::TransportError;

const NOBODY_VOUCHES: &str = "this system names nobody who may vouch for a server; install its list of them, often called ca-certificates";

/// Who may vouch for a miner.
#[derive(Debug, Clone)]
pub enum Trust {
    /// Those whom this system trusts. The environment variable `SSL_CERT_FILE` names a file of others in their place.
    System,
    /// One authority alone, by its certificate in DER.
    Only(Vec<u8>),
}

impl Trust {
    fn roots(&self) -> Result<RootCertStore, TransportError> {
        let certificates = match self {
            // What of the system's list cannot be read vouches for nobody.
            Self::System => rustls_native_certs::load_native_certs().certs,
            Self::Only(certificate) => vec![CertificateDer::from(certificate.clone())],
        };
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(certificates);
        match roots.is_empty() {
            true => Err(TransportError::Forbidden(NOBODY_VOUCHES.to_owned())),
            false => Ok(roots),
        }
    }
}

/// What makes a connection one of https. The system's list is read when it is first needed.
pub(super) struct Tls {
    trust: Trust,
    connector: OnceCell<TlsConnector>,
}

impl Tls {
    pub(super) fn new(trust: Trust) -> Self {
        Self {
            trust,
            connector: OnceCell::new(),
        }
    }

    /// Shakes hands over a connection to this address.
    pub(super) async fn over(
        &self,
        stream: Async<TcpStream>,
        address: IpAddr,
    ) -> Result<TlsStream<Async<TcpStream>>, TransportError> {
        let shaken = self.connector()?.connect(ServerName::from(address), stream);
        shaken.await.map_err(failed)
    }

    fn connector(&self) -> Result<&TlsConnector, TransportError> {
        if let Some(connector) = self.connector.get() {
            return Ok(connector);
        }
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| TransportError::Forbidden(error.to_string()))?;
        let roots = self.trust.roots()?;
        let mut config = builder.with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(self.connector.get_or_init(|| Arc::new(config).into()))
    }
}

fn failed(error: io::Error) -> TransportError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    match inner {
        Some(rustls::Error::InvalidCertificate(why)) => TransportError::Untrusted(words(why)),
        Some(other) => TransportError::Unreachable(format!("no https that is understood here: {other}")),
        None => TransportError::Unreachable(error.to_string()),
    }
}

/// Why a certificate is not accepted.
fn words(why: &CertificateError) -> String {
    let known = match why {
        // One with the name of somebody trusted, and the signature of somebody else.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            "nobody who is trusted here has issued it"
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => "it has expired",
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "it is for another address"
        }
        other => return other.to_string(),
    };
    known.to_owned()
}
