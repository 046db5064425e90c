//! Our side.

use std::{
    net::SocketAddr,
    rc::Rc,
    time::{Duration, Instant},
};

use futures::{FutureExt, StreamExt, executor::LocalSpawner, future::LocalBoxFuture, stream};
use taolight_cli::{NativeHttp, SystemClock};
use taolight_dendrite::{
    Ask, Call, Endpoint, Http, HttpRequest, Json, Limits, Link, Miner, Scheme, Sender, SignedHttp, Signer,
    Stamps, Synapse, Transport, signature_text,
};
use taolight_keys::{Keypair, SecretUri};
use taolight_primitives::{AccountId, Failure};

use crate::server;

/// An account of this process.
struct Key(Keypair);

impl Signer for Key {
    fn account(&self) -> AccountId {
        self.0.account()
    }

    fn scheme(&self) -> Scheme {
        Scheme::Sr25519
    }

    fn sign(&self, message: Vec<u8>) -> LocalBoxFuture<'_, Result<[u8; 64], Failure>> {
        async move { Ok(self.0.sign(&message)?) }.boxed_local()
    }
}

/// Who asks.
pub(crate) struct Asker {
    client: SignedHttp,
    transport: NativeHttp,
    stamps: Stamps,
    key: Key,
    miner: Miner,
    call: Call,
}

fn key() -> Key {
    Key(Keypair::from_uri(&SecretUri::parse("//Caller").unwrap()).unwrap())
}

impl Asker {
    pub(crate) fn new(server: SocketAddr, spawner: LocalSpawner) -> Self {
        let transport = NativeHttp::new(spawner);
        let clock = Rc::new(SystemClock::default());
        let http = Http::new(Rc::new(transport.clone()), clock.clone(), Limits::default());
        let description = r#"{"name": "Echo", "fields": [
            {"name": "text", "type": "text", "required": true}, {"name": "count", "type": "integer", "default": 1}
        ], "hash": ["text", "count"]}"#;
        let synapse = Synapse::parse(description).unwrap();
        let values = [
            ("text".to_owned(), Json::text("hello")),
            ("count".to_owned(), 3.into()),
        ];
        let (ip, port) = (server.ip(), server.port());
        Self {
            client: SignedHttp::new(http, Rc::new(key())),
            transport,
            stamps: Stamps::new(clock),
            key: key(),
            miner: Miner {
                hotkey: server::hotkey(),
                address: Endpoint { ip, port }.dial_with_consent(Link::Plain),
            },
            call: synapse.fill(values.to_vec()).unwrap(),
        }
    }

    async fn ask(&self) {
        let answer = self
            .client
            .ask(&self.miner, Ask::Synapse(&self.call))
            .await
            .unwrap();
        assert_eq!(answer.json.get("text"), Some(&Json::text("hello")));
    }

    /// A request that is signed already.
    fn ready(&self) -> HttpRequest {
        let sender = Sender {
            account: self.key.account(),
            scheme: Scheme::Sr25519,
            stamp: self.stamps.draw().unwrap(),
        };
        let request = Ask::Synapse(&self.call).unsigned(self.miner, sender);
        let signature = self.key.0.sign(&request.message()).unwrap();
        request.signed(&signature_text(&signature))
    }

    /// The same bytes there and back, and nothing around.
    async fn bare(&self, request: HttpRequest) {
        let mut response = self.transport.send(request).await.unwrap();
        assert_eq!(response.status, 200);
        while let Some(chunk) = response.body.next().await {
            chunk.unwrap();
        }
    }

    /// Milliseconds of single requests: ours, and by the bare client. One of each in turns.
    pub(crate) async fn singles(&self, count: usize) -> (Vec<f64>, Vec<f64>) {
        let (mut asked, mut bare) = (Vec::new(), Vec::new());
        for round in 0..count + 20 {
            let request = self.ready();
            let started = Instant::now();
            self.ask().await;
            let one = milliseconds(started.elapsed());
            let started = Instant::now();
            self.bare(request).await;
            let other = milliseconds(started.elapsed());
            // The first ones open connections.
            if round >= 20 {
                asked.push(one);
                bare.push(other);
            }
        }
        (asked, bare)
    }

    /// Requests per second.
    pub(crate) async fn per_second(&self, count: usize, at_once: usize) -> f64 {
        let started = Instant::now();
        stream::iter(0..count)
            .for_each_concurrent(at_once, async |_| self.ask().await)
            .await;
        count as f64 / started.elapsed().as_secs_f64()
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
