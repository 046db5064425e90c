//! The way between the light client and its peers: counts what peers send, and can be made long.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

/// All links; they live as long as the process.
pub(crate) struct Links(Arc<Shared>);

#[derive(Default)]
struct Shared {
    /// Bytes that peers have sent.
    received: AtomicU64,
    /// Milliseconds that a byte takes from one end to the other.
    delay: AtomicU64,
}

impl Links {
    /// Links to every bootnode of a network, and the network with these in their place.
    pub(crate) fn before(network: &str) -> (String, Self) {
        let mut network: serde_json::Value = serde_json::from_str(network).unwrap();
        let shared = Arc::new(Shared::default());
        for bootnode in network["bootnodes"].as_array_mut().unwrap() {
            let address = bootnode.as_str().unwrap();
            let port = address.split('/').nth(4).unwrap();
            let near = listen(port.parse().unwrap(), &shared);
            *bootnode = address
                .replace(&format!("/tcp/{port}/"), &format!("/tcp/{near}/"))
                .into();
        }
        (network.to_string(), Self(shared))
    }

    /// Makes the links as long as that, one way.
    pub(crate) fn set_delay(&self, delay: Duration) {
        let delay = delay.as_millis().try_into().unwrap();
        self.0.delay.store(delay, Ordering::Relaxed);
    }

    /// Bytes that peers have sent so far.
    pub(crate) fn received(&self) -> u64 {
        self.0.received.load(Ordering::Relaxed)
    }
}

/// Listens for the light client. The port of the near end.
fn listen(far: u16, shared: &Arc<Shared>) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let shared = shared.clone();
    thread::spawn(move || {
        for near in listener.incoming().flatten() {
            let Ok(far) = TcpStream::connect(("127.0.0.1", far)) else {
                continue;
            };
            let (near_again, far_again) = (near.try_clone().unwrap(), far.try_clone().unwrap());
            forward(near, far, shared.clone(), false);
            forward(far_again, near_again, shared.clone(), true);
        }
    });
    port
}

/// Forwards bytes in one direction until either end closes.
fn forward(mut from: TcpStream, mut to: TcpStream, shared: Arc<Shared>, counted: bool) {
    let _ = to.set_nodelay(true);
    let (sender, chunks) = mpsc::channel::<(Instant, Vec<u8>)>();
    let reading = shared.clone();
    thread::spawn(move || {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            let delay = Duration::from_millis(reading.delay.load(Ordering::Relaxed));
            if sender
                .send((Instant::now() + delay, buffer[..length].to_vec()))
                .is_err()
            {
                break;
            }
        }
    });
    thread::spawn(move || {
        for (due, chunk) in chunks {
            thread::sleep(due.saturating_duration_since(Instant::now()));
            if to.write_all(&chunk).is_err() {
                break;
            }
            if counted {
                shared.received.fetch_add(chunk.len() as u64, Ordering::Relaxed);
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
}
