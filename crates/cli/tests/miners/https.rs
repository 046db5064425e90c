//! The terminal's https, against a server of this process: who is believed to be at an address, and that nothing is sent to
//! anybody else.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use futures::{StreamExt, executor::LocalPool};
use futures_rustls::{
    pki_types::PrivatePkcs8KeyDer,
    rustls::{ServerConfig, ServerConnection, StreamOwned, crypto::ring},
};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use taolight_cli::{NativeHttp, Trust};
use taolight_dendrite::{HttpRequest, Method, Transport, TransportError};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// Somebody who vouches for servers.
type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority() -> Authority {
    named("Somebody")
}

fn named(name: &str) -> Authority {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    Authority::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// Trusts this authority and nobody else.
fn only(authority: &Authority) -> Trust {
    Trust::Only(authority.der().to_vec())
}

/// The certificate of a server at an address.
fn certificate(address: &str) -> CertificateParams {
    CertificateParams::new([address.to_owned()]).unwrap()
}

/// A server at 127.0.0.1.
struct Server {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
    requests: Arc<AtomicUsize>,
}

impl Server {
    /// One with a certificate for this address.
    fn of(authority: &Authority, address: &str) -> Self {
        Self::with(authority, &certificate(address))
    }

    fn with(authority: &Authority, certificate: &CertificateParams) -> Self {
        let key = KeyPair::generate().unwrap();
        let certificate = certificate.signed_by(&key, authority).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
            );
        let config = Arc::new(config.unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            connections: Arc::default(),
            requests: Arc::default(),
        };
        let (connections, requests) = (server.connections.clone(), server.requests.clone());
        thread::spawn(move || {
            for stream in listener.incoming() {
                connections.fetch_add(1, Ordering::SeqCst);
                serve(stream.unwrap(), config.clone(), &requests);
            }
        });
        server
    }

    fn url(&self, scheme: &str) -> String {
        format!("{scheme}://{}/x", self.address)
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

/// Answers every request on a connection.
fn serve(stream: TcpStream, config: Arc<ServerConfig>, requests: &AtomicUsize) {
    let mut stream = StreamOwned::new(ServerConnection::new(config).unwrap(), stream);
    while stream.read(&mut [0; 4096]).is_ok_and(|length| length > 0) {
        requests.fetch_add(1, Ordering::SeqCst);
        if stream.write_all(ANSWER).is_err() {
            return;
        }
    }
}

async fn ask(http: &NativeHttp, url: String) -> Result<Vec<u8>, TransportError> {
    let request = HttpRequest {
        method: Method::Get,
        url,
        headers: Vec::new(),
        body: Vec::new(),
    };
    let mut answer = http.send(request).await?;
    let mut body = Vec::new();
    while let Some(chunk) = answer.body.next().await {
        body.extend(chunk?);
    }
    Ok(body)
}

/// Asks once.
fn asked(trust: Trust, url: String) -> Result<Vec<u8>, TransportError> {
    let mut pool = LocalPool::new();
    let http = NativeHttp::trusting(trust, pool.spawner());
    pool.run_until(ask(&http, url))
}

/// Why a server's certificate is not accepted. It is sent nothing.
fn distrusted(trust: Trust, server: &Server) -> String {
    let why = match asked(trust, server.url("https")) {
        Err(TransportError::Untrusted(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(server.requests(), 0, "the request left");
    why
}

#[test]
fn who_is_vouched_for_is_asked_and_its_connection_used_again() {
    let authority = authority();
    let server = Server::of(&authority, "127.0.0.1");
    let mut pool = LocalPool::new();
    let http = NativeHttp::trusting(only(&authority), pool.spawner());
    for _ in 0..2 {
        let answer = pool.run_until(ask(&http, server.url("https")));
        assert_eq!(answer, Ok(b"ok".to_vec()));
        pool.run_until_stalled();
    }
    assert_eq!(server.requests(), 2);
    assert_eq!(server.connections.load(Ordering::SeqCst), 1);
}

#[test]
fn who_is_vouched_for_by_a_stranger_is_sent_nothing() {
    let authority = authority();
    for stranger in [named("Somebody else"), named("Somebody")] {
        let server = Server::of(&stranger, "127.0.0.1");
        let why = distrusted(only(&authority), &server);
        assert_eq!(why, "nobody who is trusted here has issued it");
    }
    let server = Server::of(&authority, "127.0.0.1");
    // What this system trusts is none of ours either; a system without a list trusts nobody.
    let refused = asked(Trust::System, server.url("https"));
    assert!(
        matches!(
            refused,
            Err(TransportError::Untrusted(_) | TransportError::Forbidden(_))
        ),
        "{refused:?}"
    );
    assert_eq!(server.requests(), 0);
}

#[test]
fn a_certificate_for_another_address_is_not_accepted() {
    let authority = authority();
    let neighbour = Server::of(&authority, "127.0.0.2");
    assert_eq!(
        distrusted(only(&authority), &neighbour),
        "it is for another address"
    );
    // A name is no address.
    let named = Server::of(&authority, "localhost");
    assert_eq!(distrusted(only(&authority), &named), "it is for another address");
}

#[test]
fn a_certificate_that_has_expired_is_not_accepted() {
    let authority = authority();
    let mut expired = certificate("127.0.0.1");
    expired.not_after = date_time_ymd(2020, 1, 1);
    let server = Server::with(&authority, &expired);
    assert_eq!(distrusted(only(&authority), &server), "it has expired");
}

#[test]
fn whoever_trusts_nobody_is_told_so() {
    let server = Server::of(&authority(), "127.0.0.1");
    let nobody = asked(Trust::Only(b"no certificate".to_vec()), server.url("https"));
    assert!(matches!(nobody, Err(TransportError::Forbidden(_))), "{nobody:?}");
}

#[test]
fn http_and_https_are_not_mixed_up() {
    let authority = authority();
    let server = Server::of(&authority, "127.0.0.1");
    let plain = asked(only(&authority), server.url("http"));
    assert!(plain.is_err(), "{plain:?}");
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(ANSWER);
    });
    let plain = asked(only(&authority), format!("https://{address}/x"));
    assert!(matches!(plain, Err(TransportError::Unreachable(_))), "{plain:?}");
}
