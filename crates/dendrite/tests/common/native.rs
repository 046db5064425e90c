//! A transport over a real HTTP client, on a thread per request.

use std::{
    io::{ErrorKind, Read as _},
    thread,
    time::Duration,
};

use futures::{
    SinkExt as _, StreamExt as _,
    channel::{mpsc, oneshot},
    executor::block_on,
    future::{FutureExt as _, LocalBoxFuture},
};
use taolight_dendrite::{HttpRequest, HttpResponse, Method, Transport, TransportError};
use ureq::{Agent, http};

pub struct Native;

/// Nothing of the tests takes longer.
const TIMEOUT: Duration = Duration::from_secs(20);

type Head = Result<http::response::Parts, TransportError>;
type Chunk = Result<Vec<u8>, TransportError>;

impl Transport for Native {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpResponse, TransportError>> {
        let (head_sender, head) = oneshot::channel();
        let (body_sender, body) = mpsc::channel(0);
        thread::spawn(move || run(request, head_sender, body_sender));
        async move {
            let head = head.await.expect("the thread says how it went")?;
            let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
            let headers = head.headers.iter();
            Ok(HttpResponse {
                status: head.status.as_u16(),
                headers: headers
                    .map(|(name, value)| (name.to_string(), text(value)))
                    .collect(),
                body: body.boxed_local(),
            })
        }
        .boxed_local()
    }
}

fn run(request: HttpRequest, head: oneshot::Sender<Head>, mut body: mpsc::Sender<Chunk>) {
    let response = match exchange(request) {
        Ok(response) => response,
        Err(error) => return drop(head.send(Err(error))),
    };
    let (parts, content) = response.into_parts();
    if head.send(Ok(parts)).is_err() {
        return;
    }
    let mut reader = content.into_reader();
    let mut buffer = [0; 16 * 1024];
    loop {
        let chunk = match reader.read(&mut buffer) {
            Ok(0) => return,
            Ok(length) => Ok(buffer[..length].to_vec()),
            Err(error) => Err(TransportError::BrokenOff(error.to_string())),
        };
        let is_last = chunk.is_err();
        // Nobody reads any more: the connection is closed with the reader.
        if block_on(body.send(chunk)).is_err() || is_last {
            return;
        }
    }
}

fn exchange(request: HttpRequest) -> Result<http::Response<ureq::Body>, TransportError> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .max_idle_connections(0)
        .proxy(None)
        .user_agent("")
        .accept("")
        .timeout_global(Some(TIMEOUT))
        .build()
        .into();
    let mut builder = http::Request::builder().uri(&request.url);
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let answer = match request.method {
        Method::Get => agent.run(builder.method("GET").body(()).unwrap()),
        Method::Post => agent.run(builder.method("POST").body(request.body).unwrap()),
    };
    answer.map_err(error)
}

fn error(error: ureq::Error) -> TransportError {
    let text = error.to_string();
    match error {
        ureq::Error::Io(io) => match io.kind() {
            ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => {
                TransportError::ClosedEarly
            }
            _ => TransportError::Unreachable(text),
        },
        ureq::Error::ConnectionFailed | ureq::Error::HostNotFound => TransportError::Unreachable(text),
        _ => TransportError::BrokenOff(text),
    }
}
