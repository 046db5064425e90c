//! Miners that misbehave, over a real socket: each ends in an error that says what happened, in bounded time and memory.

#![allow(clippy::unwrap_used)]

mod common;

use std::{
    io::Write as _,
    net::TcpStream,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use common::{
    client_with,
    clock::SystemClock,
    echo, keys, miner,
    server::{STREAM, Server, chunk, dead, json, response},
    streamed,
};
use futures::{StreamExt as _, executor::block_on};
use taolight_dendrite::{
    Answer, Ask, AskError, Item, JsonError, Limits, MAX_JSON_DEPTH, SignedHttp, TransportError,
    limits::MAX_ITEMS,
};

/// For what never comes.
const SHORT: Duration = Duration::from_millis(300);
/// For what comes, on a machine that may be busy.
const LONG: Duration = Duration::from_secs(15);

fn limits() -> Limits {
    Limits {
        answer_bytes: 100_000,
        stream_bytes: 100_000,
        pause: LONG,
        stream_time: LONG,
    }
}

fn client(limits: Limits) -> SignedHttp {
    client_with(keys::caller(), limits, SystemClock::right())
}

fn ask(server: &Server) -> Result<Answer, AskError> {
    ask_within(server, LONG)
}

fn ask_within(server: &Server, timeout: Duration) -> Result<Answer, AskError> {
    let call = echo("a").with_timeout(timeout);
    block_on(client(limits()).ask(&miner(server, &keys::miner()), Ask::Synapse(&call)))
}

fn ask_fails(answer: Vec<u8>) -> AskError {
    ask(&Server::of(answer)).unwrap_err()
}

/// What came of a stream, and the error that it ended with.
fn stream_with(server: &Server, format: &str, limits: Limits) -> (Vec<Item>, Option<AskError>) {
    block_on(async {
        let call = streamed(format);
        let client = client(limits);
        let mut items = match client
            .stream(&miner(server, &keys::miner()), Ask::Synapse(&call))
            .await
        {
            Ok(streaming) => streaming.items,
            Err(error) => return (Vec::new(), Some(error)),
        };
        let mut seen = Vec::new();
        while let Some(item) = items.next().await {
            match item {
                Ok(item) => seen.push(item),
                Err(error) => {
                    assert_eq!(items.next().await, None, "nothing comes behind an error");
                    return (seen, Some(error));
                }
            }
        }
        (seen, None)
    })
}

fn stream(server: &Server) -> (Vec<Item>, Option<AskError>) {
    stream_with(server, "text", limits())
}

/// Sends the same bytes until nobody takes them any more, and counts how often.
fn endlessly(stream: &mut TcpStream, bytes: &[u8], sent: &AtomicUsize) {
    while stream.write_all(bytes).is_ok() {
        sent.fetch_add(1, Ordering::SeqCst);
    }
    sent.fetch_add(1_000_000, Ordering::SeqCst);
}

#[test]
fn a_miner_that_hangs_is_given_up() {
    let server = Server::start(|_, _| thread::sleep(Duration::from_secs(5)));
    let started = Instant::now();
    assert_eq!(ask_within(&server, SHORT), Err(AskError::Late(SHORT)));
    assert!(started.elapsed() < Duration::from_secs(4));
}

#[test]
fn a_miner_that_hangs_within_its_answer_is_given_up() {
    let server = Server::start(|_, stream| {
        let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        stream.write_all(head).unwrap();
        thread::sleep(Duration::from_secs(5));
    });
    assert_eq!(ask_within(&server, SHORT), Err(AskError::Late(SHORT)));
    let server = Server::start(|_, stream| {
        stream.write_all(STREAM).unwrap();
        stream.write_all(&chunk(b"a")).unwrap();
        thread::sleep(Duration::from_secs(5));
    });
    let impatient = Limits {
        pause: SHORT,
        ..limits()
    };
    assert_eq!(
        stream_with(&server, "text", impatient),
        (vec![Item::Text("a".into())], Some(AskError::Paused(SHORT)))
    );
}

#[test]
fn a_stream_without_end_ends() {
    let sent = Arc::new(AtomicUsize::new(0));
    let counted = sent.clone();
    let server = Server::start(move |_, stream| {
        stream.write_all(STREAM).unwrap();
        endlessly(stream, &chunk(&[b'a'; 1000]), &counted);
    });
    let (items, error) = stream(&server);
    assert_eq!(error, Some(AskError::TooLarge(100_000)));
    assert!(!items.is_empty());
    // The connection is closed: the server notices.
    wait_until(|| sent.load(Ordering::SeqCst) >= 1_000_000);
}

#[test]
fn a_stream_that_drips_without_end_ends() {
    let server = Server::start(|_, stream| {
        stream.write_all(STREAM).unwrap();
        while stream.write_all(&chunk(b"a")).is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    let short = Limits {
        stream_time: SHORT,
        ..limits()
    };
    let (items, error) = stream_with(&server, "text", short);
    assert_eq!(error, Some(AskError::Late(SHORT)));
    assert!(items.len() < 100);
}

#[test]
fn a_gigabyte_is_not_taken() {
    // Announced: nothing of it is read.
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n";
    assert_eq!(ask_fails(head.to_vec()), AskError::TooLarge(100_000));
    // Not announced: it is read up to the limit, and the connection closed.
    let sent = Arc::new(AtomicUsize::new(0));
    let counted = sent.clone();
    let server = Server::start(move |_, stream| {
        let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        stream.write_all(head).unwrap();
        endlessly(stream, &chunk(&[b' '; 10_000]), &counted);
    });
    assert_eq!(ask(&server), Err(AskError::TooLarge(100_000)));
    wait_until(|| sent.load(Ordering::SeqCst) >= 1_000_000);
    assert!(
        sent.load(Ordering::SeqCst) < 1_010_000,
        "far less than a gigabyte was sent"
    );
}

#[test]
fn a_gigabyte_of_an_error_is_not_taken() {
    let server = Server::start(|_, stream| {
        let head =
            b"HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
        stream.write_all(head).unwrap();
        endlessly(stream, &chunk(&[b'x'; 10_000]), &AtomicUsize::new(0));
    });
    match ask(&server) {
        Err(AskError::Refused(refusal)) => {
            assert_eq!((refusal.meta.status, refusal.message.as_str()), (403, ""))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_stream_of_countless_small_things_ends() {
    let server = Server::start(|_, stream| {
        stream.write_all(STREAM).unwrap();
        endlessly(
            stream,
            &chunk("{}".repeat(30_000).as_bytes()),
            &AtomicUsize::new(0),
        );
    });
    let large = Limits {
        stream_bytes: usize::MAX,
        ..limits()
    };
    let (items, error) = stream_with(&server, "objects", large);
    assert_eq!(error, Some(AskError::TooMany(MAX_ITEMS)));
    assert!(items.len() <= MAX_ITEMS);
}

#[test]
fn what_is_no_text_is_refused() {
    let answer = response(
        "200 OK",
        &[("Content-Type", "application/json")],
        b"{\"a\":\"\xff\"}",
    );
    assert_eq!(ask_fails(answer), AskError::NotUtf8 { at: 6 });
    let server = Server::of([STREAM, &chunk(b"ab\xff"), b"0\r\n\r\n"].concat());
    assert_eq!(stream(&server).1, Some(AskError::NotUtf8 { at: 2 }));
}

#[test]
fn deep_json_is_refused() {
    let deep = "[".repeat(MAX_JSON_DEPTH + 1) + &"]".repeat(MAX_JSON_DEPTH + 1);
    assert_eq!(ask_fails(json("200 OK", &deep)), JsonError::TooDeep.into());
    assert_eq!(
        ask_fails(json("200 OK", &"[".repeat(90_000))),
        JsonError::TooDeep.into()
    );
    let server = Server::of([STREAM, &chunk("{\"a\":".repeat(100).as_bytes()), b"0\r\n\r\n"].concat());
    assert_eq!(
        stream_with(&server, "objects", limits()).1,
        Some(JsonError::TooDeep.into())
    );
}

#[test]
fn a_page_is_no_answer() {
    let html = response(
        "200 OK",
        &[("Content-Type", "text/html; charset=utf-8")],
        b"<script>alert(1)</script>",
    );
    let wrong = |want| AskError::ContentType {
        got: "text/html".into(),
        want,
    };
    assert_eq!(ask_fails(html.clone()), wrong("JSON"));
    assert_eq!(stream(&Server::of(html)).1, Some(wrong("a stream of text")));
    // A page that calls itself JSON.
    let lie = json("200 OK", "<html>");
    assert_eq!(ask_fails(lie), JsonError::Malformed { at: 0 }.into());
    assert!(matches!(
        ask_fails(response("200 OK", &[], b"{}")),
        AskError::ContentType { .. }
    ));
}

#[test]
fn a_redirection_is_not_followed() {
    let elsewhere = Server::of(json("200 OK", "{}"));
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let location = format!("http://{}/Echo", elsewhere.address);
        let error = ask_fails(response(status, &[("Location", &location)], b""));
        let status = status[..3].parse().unwrap();
        assert_eq!(error, AskError::Redirected { status });
    }
    assert_eq!(elsewhere.requests().len(), 0);
}

#[test]
fn a_connection_that_closes_is_told_apart() {
    // Axons do this when the words of their error have a line break.
    assert_eq!(ask_fails(Vec::new()), TransportError::ClosedEarly.into());
    let half = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":";
    assert!(matches!(
        ask_fails(half.to_vec()),
        AskError::Transport(TransportError::BrokenOff(_))
    ));
    let server = Server::of([STREAM, &chunk(b"a"), b"5\r\nab"].concat());
    let (items, error) = stream(&server);
    assert!(!items.is_empty(), "what came before is not lost");
    assert!(
        matches!(error, Some(AskError::Transport(TransportError::BrokenOff(_)))),
        "{error:?}"
    );
    assert!(matches!(
        ask(&dead()),
        Err(AskError::Transport(TransportError::Unreachable(_)))
    ));
}

#[test]
fn what_is_no_http_is_refused() {
    for garbage in [
        "SSH-2.0-OpenSSH_9.9\r\n\r\n",
        "\0\u{1}\u{2}\r\n\r\n",
        "HTTP/1.1 99999 What\r\n\r\n",
    ] {
        let error = ask_fails(garbage.as_bytes().to_vec());
        assert!(
            matches!(error, AskError::Transport(_)),
            "{garbage:?} gave {error:?}"
        );
    }
}

#[test]
fn a_stream_that_ends_within_an_object_is_unfinished() {
    let server = Server::of([STREAM, &chunk(b"{\"a\":1}{\"b\""), b"0\r\n\r\n"].concat());
    let (items, error) = stream_with(&server, "objects", limits());
    assert_eq!((items.len(), error), (1, Some(AskError::Unfinished)));
}

#[test]
fn words_of_a_refusal_are_made_fit_to_be_shown() {
    let words = format!("Forbidden.\u{202e}\\n<b>{}", "x".repeat(10_000));
    let error = ask_fails(json("403 Forbidden", &format!("{{\"message\":\"{words}\"}}")));
    let AskError::Refused(refusal) = error else {
        panic!("{error:?}");
    };
    assert!(
        refusal.message.starts_with("Forbidden.  <b>xxx"),
        "{}",
        refusal.message
    );
    assert!(refusal.message.chars().count() <= 2001);
}

fn wait_until(is_done: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_done() {
        assert!(started.elapsed() < Duration::from_secs(10), "it never happened");
        thread::sleep(Duration::from_millis(10));
    }
}
