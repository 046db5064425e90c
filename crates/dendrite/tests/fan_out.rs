//! Several miners at once over real sockets: each on its own, bounded, and cancelled by dropping.

#![allow(clippy::unwrap_used)]

mod common;

use std::{
    io::Write as _,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use common::{
    client, echo, keys, miner,
    server::{STREAM, Server, chunk, dead, json},
    streamed,
};
use futures::{StreamExt as _, executor::block_on};
use taolight_dendrite::{Ask, AskError, Item, Miner, News, TransportError, fan_out, group};

fn miners(servers: &[Server]) -> Vec<Miner> {
    servers
        .iter()
        .map(|server| miner(server, &keys::miner()))
        .collect()
}

fn says(text: &str) -> Server {
    Server::of(json("200 OK", &format!("{{\"reply\":\"{text}\"}}")))
}

#[test]
fn eight_miners_with_one_dead_one_slow_and_one_lying() {
    let mut servers: Vec<_> = (0..5).map(|_| says("42")).collect();
    servers.push(says("41"));
    servers.push(dead());
    servers.push(Server::start(|_, _| thread::sleep(Duration::from_secs(30))));
    let client = client(keys::caller());
    let timeout = Duration::from_secs(3);
    let call = echo("6*7").with_timeout(timeout);
    let started = Instant::now();
    let updates = block_on(fan_out(&client, miners(&servers), Ask::Synapse(&call), 8).collect::<Vec<_>>());
    assert!(
        started.elapsed() < Duration::from_secs(20),
        "the slow one keeps nobody"
    );
    assert_eq!(updates.len(), 8);
    let mut replies = Vec::new();
    for update in &updates {
        match (&update.news, update.miner) {
            (News::Answered(answer), 0..=5) => {
                replies.push((update.miner, answer.json.get("reply").unwrap().as_text().unwrap()));
            }
            (News::Failed(AskError::Transport(TransportError::Unreachable(_))), 6) => {}
            (News::Failed(AskError::Late(after)), 7) => assert_eq!(*after, timeout),
            other => panic!("{other:?}"),
        }
    }
    let groups = group(replies);
    assert_eq!((groups[0].text.as_str(), groups[0].miners.len()), ("42", 5));
    assert_eq!(
        (groups[1].text.as_str(), groups[1].miners.as_slice()),
        ("41", &[5][..])
    );
    assert!(servers[..6].iter().all(|server| server.requests().len() == 1));
}

#[test]
fn no_more_than_so_many_at_once() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (running, highest) = (now.clone(), most.clone());
    let server = Server::start(move |_, stream| {
        let running_now = running.fetch_add(1, Ordering::SeqCst) + 1;
        highest.fetch_max(running_now, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(100));
        running.fetch_sub(1, Ordering::SeqCst);
        stream.write_all(&json("200 OK", "{}")).unwrap();
    });
    let client = client(keys::caller());
    let miners = vec![miner(&server, &keys::miner()); 9];
    let updates = block_on(fan_out(&client, miners, Ask::Synapse(&echo("a")), 3).collect::<Vec<_>>());
    assert!(
        updates
            .iter()
            .all(|update| matches!(update.news, News::Answered(_))),
        "{updates:?}"
    );
    assert_eq!((updates.len(), most.load(Ordering::SeqCst)), (9, 3));
}

#[test]
fn streams_come_side_by_side() {
    let answer = [STREAM, &chunk(b"a"), &chunk(b"b"), b"0\r\n\r\n"].concat();
    let broken = [STREAM, &chunk(b"a"), b"zz"].concat();
    let servers = [Server::of(answer.clone()), Server::of(broken), Server::of(answer)];
    let client = client(keys::caller());
    let call = streamed("text");
    let updates = block_on(fan_out(&client, miners(&servers), Ask::Synapse(&call), 3).collect::<Vec<_>>());
    let of = |miner: usize| updates.iter().filter(move |update| update.miner == miner);
    for miner in [0, 2] {
        let text: String = of(miner)
            .filter_map(|update| match &update.news {
                News::Item(Item::Text(text)) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(text, "ab");
        assert!(matches!(of(miner).next_back().unwrap().news, News::Ended(_)));
    }
    assert!(matches!(of(1).next_back().unwrap().news, News::Failed(_)));
    let lasts = updates
        .iter()
        .filter(|update| !matches!(update.news, News::Item(_)));
    assert_eq!(lasts.count(), 3, "one last word of each");
}

#[test]
fn dropping_cancels_what_is_out_and_what_has_not_begun() {
    let closed = Arc::new(AtomicUsize::new(0));
    let counted = closed.clone();
    let server = Server::start(move |_, stream| {
        stream.write_all(STREAM).unwrap();
        while stream.write_all(&chunk(b"a")).is_ok() {
            thread::sleep(Duration::from_millis(10));
        }
        counted.fetch_add(1, Ordering::SeqCst);
    });
    let client = client(keys::caller());
    let call = streamed("text");
    let miners = vec![miner(&server, &keys::miner()); 6];
    let mut updates = fan_out(&client, miners, Ask::Synapse(&call), 2);
    block_on(async {
        let mut seen = [false; 2];
        while seen != [true; 2] {
            let update = updates.next().await.unwrap();
            assert!(matches!(update.news, News::Item(_)), "{update:?}");
            seen[update.miner] = true;
        }
    });
    drop(updates);
    let started = Instant::now();
    while closed.load(Ordering::SeqCst) < 2 {
        assert!(
            started.elapsed() < Duration::from_secs(10),
            "the connections stay open"
        );
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(server.requests().len(), 2, "the other four were never asked");
}
