//! Eight miners at once: five real axons, one dead, one slow, one lying.

use std::{
    io::Write,
    net::TcpStream,
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use futures::StreamExt;
use serde_json::json;
use taolight_keys::{Keypair, SecretUri};
use taolight_protocol::engine::miners::{AskUpdate, MinerIdentity, ProbeMiners};

use crate::{
    people,
    server::{self, Request, Server},
    stage::{NETUID, play, preset},
};

/// How long the slow one takes.
const SLOW: Duration = Duration::from_secs(4);

/// Requests of [`slow`] whose connections ended while it was still answering.
static LEFT: AtomicUsize = AtomicUsize::new(0);

static SERVERS: LazyLock<[Server; 2]> = LazyLock::new(|| {
    [
        Server::start_at("127.0.0.2:9107", slow),
        Server::start_at("127.0.0.2:9108", lying),
    ]
});

fn echoed(reply: &str) -> Vec<u8> {
    let body =
        json!({"name": "EchoText", "text": "a", "repeat": 1, "temperature": 1.0, "tags": [], "reply": reply});
    server::json("200 OK", &body.to_string())
}

/// Answers late, and streams without end.
fn slow(request: &Request, stream: &mut TcpStream) {
    if request.target == "/StreamText" {
        drop(stream.write_all(server::STREAM));
        while stream.write_all(&server::chunk(b"on and on ")).is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
        LEFT.fetch_add(1, Ordering::SeqCst);
        return;
    }
    thread::sleep(SLOW);
    drop(stream.write_all(&echoed("a")));
}

/// Signs with a hotkey that is not the one on chain, and answers something else.
fn lying(request: &Request, stream: &mut TcpStream) {
    if request.method == "POST" {
        return drop(stream.write_all(&echoed("b")));
    }
    let key = Keypair::from_uri(&SecretUri::parse("//Liar").unwrap()).unwrap();
    let (dendrite, axon) = (
        request.header("bt_header_dendrite_hotkey"),
        request.header("bt_header_axon_hotkey"),
    );
    let signature = key.sign(format!("1.{dendrite}.{axon}.u").as_bytes()).unwrap();
    let signature = format!("0x{}", hex::encode(signature));
    let headers = [
        ("Content-Type", "application/json"),
        ("bt_header_axon_status_code", "401"),
        ("bt_header_axon_nonce", "1"),
        ("bt_header_axon_uuid", "u"),
        ("bt_header_axon_signature", signature.as_str()),
    ];
    let body = br#"{"message":"Not Verified with error: Missing Nonce"}"#;
    drop(stream.write_all(&server::response("401 Unauthorized", &headers, body)));
}

#[test]
fn none_of_eight_keeps_the_others() {
    LazyLock::force(&SERVERS);
    play(people::validator(), async |mut person| {
        let uids = person.uids(&[1, 2, 3, 4, 5, 6, 7, 8]).await;
        let [dead, slow, lying] = [uids[5], uids[6], uids[7]];
        let echo = preset("EchoText", json!({"text": "a"}));
        let approvable = person.prepares(&uids, echo, true).await.unwrap();
        assert_eq!(approvable.summary.requests.len(), 8);
        let started = Instant::now();
        let mut updates = person.sends(&approvable).await;
        let (mut order, mut failed, mut groups) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(update) = updates.next().await {
            match update.unwrap() {
                AskUpdate::Answered { uid, .. } => order.push((uid, started.elapsed())),
                AskUpdate::Failed { uid, failure } => failed.push((uid, failure.code)),
                AskUpdate::Agreement { groups: seen } => groups = seen,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(failed, [(dead, "unreachable".to_owned())]);
        assert_eq!(order.len(), 7);
        let (last, late) = order[6];
        assert!(last == slow && late >= SLOW, "{order:?}");
        assert!(order[..6].iter().all(|(_, after)| *after < SLOW), "{order:?}");
        let groups: Vec<_> = groups.into_iter().map(|group| group.uids).collect();
        assert_eq!(groups.len(), 2);
        assert_eq!(groups[1], [lying]);
        let mut honest = groups[0].clone();
        honest.sort_unstable();
        let mut others: Vec<_> = uids
            .iter()
            .copied()
            .filter(|uid| ![dead, lying].contains(uid))
            .collect();
        others.sort_unstable();
        assert_eq!(honest, others);
    });
}

#[test]
fn a_lie_about_who_answers_is_found_out() {
    LazyLock::force(&SERVERS);
    play(people::validator(), async |person| {
        let uids = person.uids(&[8, 6]).await;
        let probes = person.engine().subscribe(ProbeMiners {
            netuid: NETUID,
            uids: uids.clone(),
            special: true,
            tls: false,
        });
        let mut probes: Vec<_> = probes.map(Result::unwrap).collect().await;
        probes.sort_by_key(|probed| probed.uid != uids[0]);
        assert_eq!(probes[0].identity, Some(MinerIdentity::Another));
        assert_eq!(probes[1].identity, None);
        assert_eq!(probes[1].failure.as_ref().unwrap().code, "unreachable");
    });
}

#[test]
fn who_cancels_is_gone() {
    LazyLock::force(&SERVERS);
    play(people::validator(), async |mut person| {
        let uids = person.uids(&[7]).await;
        let stream = preset("StreamText", json!({"text": "a"}));
        let approvable = person.prepares(&uids, stream, true).await.unwrap();
        let mut updates = person.sends(&approvable).await;
        let first = updates.next().await.unwrap().unwrap();
        assert!(matches!(first, AskUpdate::Text { .. }), "{first:?}");
        assert_eq!(LEFT.load(Ordering::SeqCst), 0);
        drop(updates);
        // Other tests go on beside, and so does the engine that is to notice.
        let (sender, left) = futures::channel::oneshot::channel();
        thread::spawn(move || {
            let started = Instant::now();
            while LEFT.load(Ordering::SeqCst) == 0 && started.elapsed() < Duration::from_secs(5) {
                thread::sleep(Duration::from_millis(10));
            }
            let _ = sender.send(LEFT.load(Ordering::SeqCst));
        });
        assert_eq!(left.await.unwrap(), 1, "the connection stays open");
    });
}
