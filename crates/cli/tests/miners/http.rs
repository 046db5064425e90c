//! The terminal's own way to miners, which needs no network: what it keeps open, and what it makes of those who hang up.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use futures::{StreamExt, executor::LocalPool};
use taolight_cli::NativeHttp;
use taolight_dendrite::{HttpRequest, Method, Transport, TransportError};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

/// A server whose connections are counted.
struct Counted {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
}

impl Counted {
    fn start(serve: impl Fn(&mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            connections: Arc::default(),
        };
        let (connections, serve) = (server.connections.clone(), Arc::new(serve));
        thread::spawn(move || {
            for stream in listener.incoming() {
                connections.fetch_add(1, Ordering::SeqCst);
                let (mut stream, serve) = (stream.unwrap(), serve.clone());
                thread::spawn(move || serve(&mut stream));
            }
        });
        server
    }
}

/// Reads something; whether there was anything.
fn read(stream: &mut TcpStream) -> bool {
    stream.read(&mut [0; 4096]).is_ok_and(|length| length > 0)
}

async fn ask(http: &NativeHttp, url: String) -> Result<Vec<u8>, TransportError> {
    let request = HttpRequest {
        method: Method::Post,
        url,
        headers: Vec::new(),
        body: b"{}".to_vec(),
    };
    let mut answer = http.send(request).await?;
    let mut body = Vec::new();
    while let Some(chunk) = answer.body.next().await {
        body.extend(chunk?);
    }
    Ok(body)
}

/// Asks the same place twice, with a pause between.
fn twice(server: &Counted) -> [Result<Vec<u8>, TransportError>; 2] {
    let mut pool = LocalPool::new();
    let http = NativeHttp::new(pool.spawner());
    let url = format!("http://{}/x", server.address);
    let first = pool.run_until(ask(&http, url.clone()));
    thread::sleep(Duration::from_millis(200));
    // What happened to the connection meanwhile.
    pool.run_until_stalled();
    let second = pool.run_until(ask(&http, url));
    [first, second]
}

#[test]
fn a_connection_is_used_again() {
    let server = Counted::start(|stream| {
        while read(stream) {
            stream.write_all(ANSWER).unwrap();
        }
    });
    assert_eq!(twice(&server), [Ok(b"ok".to_vec()), Ok(b"ok".to_vec())]);
    assert_eq!(server.connections.load(Ordering::SeqCst), 1);
}

#[test]
fn who_hung_up_between_two_requests_is_called_again() {
    let server = Counted::start(|stream| {
        read(stream);
        stream.write_all(ANSWER).unwrap();
    });
    assert_eq!(twice(&server), [Ok(b"ok".to_vec()), Ok(b"ok".to_vec())]);
    assert_eq!(server.connections.load(Ordering::SeqCst), 2);
}

#[test]
fn who_hangs_up_on_a_request_is_not_called_again() {
    let server = Counted::start(|stream| {
        read(stream);
    });
    let mut pool = LocalPool::new();
    let http = NativeHttp::new(pool.spawner());
    let gone = pool.run_until(ask(&http, format!("http://{}/x", server.address)));
    assert_eq!(gone, Err(TransportError::ClosedEarly));
    assert_eq!(server.connections.load(Ordering::SeqCst), 1);
    let half = Counted::start(|stream| {
        read(stream);
        stream.write_all(&ANSWER[..ANSWER.len() - 1]).unwrap();
    });
    let gone = pool.run_until(ask(&http, format!("http://{}/x", half.address)));
    assert!(matches!(gone, Err(TransportError::BrokenOff(_))), "{gone:?}");
}

#[test]
fn what_it_cannot_ask_it_says() {
    let mut pool = LocalPool::new();
    let http = NativeHttp::new(pool.spawner());
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let unreachable = pool.run_until(ask(&http, format!("http://{nobody}/x")));
    assert!(
        matches!(unreachable, Err(TransportError::Unreachable(_))),
        "{unreachable:?}"
    );
    for url in [
        "ftp://127.0.0.1:1/x",
        "http://example.org/x",
        "https://example.org/x",
    ] {
        let forbidden = pool.run_until(ask(&http, url.to_owned()));
        assert!(
            matches!(forbidden, Err(TransportError::Forbidden(_))),
            "{forbidden:?}"
        );
    }
}
