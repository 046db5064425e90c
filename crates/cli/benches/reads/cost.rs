//! What each read costs once everything is known that a device keeps: time, bytes and round trips.

use std::{
    rc::Rc,
    time::{Duration, Instant, SystemTime},
};

use futures::executor::LocalSpawner;
use taolight_light::{LightClient, MemoryStore, Network, platform};

use crate::{
    figure::{Figures, figure, median},
    link::Links,
    reads::Read,
    start::{milliseconds, open},
};

/// How long the links are made for counting round trips, one way. Everything else has to be short beside it.
const LONG: Duration = Duration::from_millis(150);
/// So often is each read measured over long links.
const LONG_RUNS: usize = 5;

/// twox128("System") ‖ twox128("Number").
const SYSTEM_NUMBER: [u8; 32] = [
    0x26, 0xaa, 0x39, 0x4e, 0xea, 0x56, 0x30, 0xe0, 0x7c, 0x48, 0xae, 0x0c, 0x95, 0x58, 0xce, 0xf7, 0x02,
    0xa5, 0xc1, 0xb1, 0x9a, 0xb7, 0xa0, 0x4f, 0x53, 0x6c, 0x51, 0x9a, 0xca, 0x49, 0x83, 0xac,
];

pub(crate) async fn measure(network: &str, links: &Links, spawner: &LocalSpawner, runs: usize) -> Figures {
    let session = open(network, &Rc::new(MemoryStore::default()), spawner).await;
    let engine = session.engine();
    let mut figures = Figures::new();
    let mut short = Vec::new();
    for read in Read::ALL {
        // Once for what is only needed the first time.
        read.once(engine).await;
        let (mut taken, mut bytes) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            let (began, before) = (Instant::now(), links.received());
            read.once(engine).await;
            taken.push(milliseconds(began));
            bytes.push(f64::from(u32::try_from(links.received() - before).unwrap()));
        }
        figures.insert(format!("{}_ms", read.name()), figure("ms", &taken));
        figures.insert(format!("{}_proof_bytes", read.name()), figure("bytes", &bytes));
        short.push(median(&taken));
    }

    let unit = round_trip(network, links).await;
    links.set_delay(LONG);
    for (read, short) in Read::ALL.into_iter().zip(short) {
        let mut trips = Vec::new();
        for _ in 0..LONG_RUNS {
            let began = Instant::now();
            read.once(engine).await;
            trips.push((milliseconds(began) - short) / unit);
        }
        figures.insert(
            format!("{}_round_trips", read.name()),
            figure("round trips", &trips),
        );
    }
    links.set_delay(Duration::ZERO);
    figures
}

/// How much longer one proven storage value takes over long links.
async fn round_trip(network: &str, links: &Links) -> f64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    let network = Network::parse(network, now.as_millis().try_into().unwrap()).unwrap();
    let client = LightClient::start(&network, platform::native(), None).unwrap();
    let mut taken = [Vec::new(), Vec::new()];
    for (delay, taken) in [Duration::ZERO, LONG].into_iter().zip(&mut taken) {
        let head = client.finalized_head().await.unwrap();
        links.set_delay(delay);
        for _ in 0..=LONG_RUNS {
            let began = Instant::now();
            client
                .storage_value(head.block.hash, &SYSTEM_NUMBER)
                .await
                .unwrap();
            taken.push(milliseconds(began));
        }
    }
    client.close();
    links.set_delay(Duration::ZERO);
    let [short, long] = taken.map(|taken| median(&taken));
    long - short
}
