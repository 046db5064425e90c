//! A terminal's way to miners: http/1.1 and https over this machine's sockets. Connections that a miner keeps open are used
//! again for the next request to it.

mod idle;
mod tls;

use std::{net::TcpStream, rc::Rc};

use async_io::Async;
use futures::{
    AsyncRead, AsyncWrite, FutureExt, StreamExt,
    executor::LocalSpawner,
    future::LocalBoxFuture,
    stream::{self, LocalBoxStream},
    task::LocalSpawnExt,
};
use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    client::conn::http1,
    header::{HOST, HeaderMap},
};
use smol_hyper::rt::FuturesIo;
use taolight_dendrite::{HttpRequest, HttpResponse, Link, Transport, TransportError};

pub use tls::Trust;

use idle::{Connection, Idle, Place};
use tls::Tls;

/// This machine's sockets.
#[derive(Clone)]
pub struct NativeHttp {
    spawner: LocalSpawner,
    tls: Rc<Tls>,
    idle: Rc<Idle>,
}

impl NativeHttp {
    /// Connections live as tasks of this pool. Over https this system says who may vouch for a miner.
    pub fn new(spawner: LocalSpawner) -> Self {
        Self::trusting(Trust::System, spawner)
    }

    /// The same, with others who may vouch for a miner.
    pub fn trusting(trust: Trust, spawner: LocalSpawner) -> Self {
        Self {
            spawner,
            tls: Rc::new(Tls::new(trust)),
            idle: Rc::default(),
        }
    }

    async fn connect(&self, place: Place) -> Result<Connection, TransportError> {
        let stream = Async::<TcpStream>::connect(place.address)
            .await
            .map_err(unreachable)?;
        // Requests are written in one piece, and nobody should wait for a second one.
        let _ = stream.get_ref().set_nodelay(true);
        match place.link {
            Link::Plain => self.begin(stream).await,
            Link::Tls => self.begin(self.tls.over(stream, place.address.ip()).await?).await,
        }
    }

    /// Begins to speak http over what carries it.
    async fn begin(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + 'static,
    ) -> Result<Connection, TransportError> {
        let shaken = http1::handshake(FuturesIo::new(stream)).await;
        let (connection, driver) = shaken.map_err(unreachable)?;
        self.spawner.spawn_local(driver.map(drop)).map_err(unreachable)?;
        Ok(connection)
    }

    /// Sends over a connection that is open, or over a new one. A request is sent anew only if it never left: the miner had
    /// closed the connection before.
    async fn exchange(
        &self,
        place: Place,
        request: Request<Full<Bytes>>,
    ) -> Result<(Connection, Response<Incoming>), TransportError> {
        let mut request = request;
        if let Some(mut connection) = self.idle.take(place) {
            match connection.try_send_request(request).await {
                Ok(response) => return Ok((connection, response)),
                Err(mut error) => match error.take_message() {
                    Some(unsent) => request = unsent,
                    None => return Err(failed(&error.into_error())),
                },
            }
        }
        let mut connection = self.connect(place).await?;
        let response = connection.send_request(request).await;
        Ok((connection, response.map_err(|error| failed(&error))?))
    }
}

impl Transport for NativeHttp {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpResponse, TransportError>> {
        let this = self.clone();
        async move {
            let (place, request) = written(request)?;
            let (connection, response) = this.exchange(place, request).await?;
            let (head, body) = response.into_parts();
            Ok(HttpResponse {
                status: head.status.as_u16(),
                headers: pairs(&head.headers),
                body: chunks(
                    body,
                    Kept {
                        connection,
                        place,
                        idle: this.idle,
                    },
                ),
            })
        }
        .boxed_local()
    }
}

/// The request as hyper writes it, and where it goes.
fn written(request: HttpRequest) -> Result<(Place, Request<Full<Bytes>>), TransportError> {
    let HttpRequest {
        method,
        url,
        headers,
        body,
    } = request;
    let forbidden = |why: &str| TransportError::Forbidden(why.to_owned());
    let (link, rest) = match url.split_once("://") {
        Some(("http", rest)) => (Link::Plain, rest),
        Some(("https", rest)) => (Link::Tls, rest),
        Some(_) | None => return Err(forbidden("a terminal asks miners over http or https")),
    };
    let (host, target) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let address = host
        .parse()
        .map_err(|_| forbidden("a miner is asked by its address"))?;
    let mut builder = Request::builder()
        .method(method.to_string().as_str())
        .uri(target)
        .header(HOST, host);
    for (name, value) in headers {
        builder = builder.header(name, value);
    }
    let request = builder.body(Full::from(body));
    Ok((
        Place { address, link },
        request.map_err(|why| TransportError::Forbidden(why.to_string()))?,
    ))
}

fn pairs(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let headers = headers.iter();
    headers
        .map(|(name, value)| (name.to_string(), text(value.as_bytes())))
        .collect()
}

/// A connection that goes back once its answer was read to the end.
struct Kept {
    connection: Connection,
    place: Place,
    idle: Rc<Idle>,
}

fn chunks(body: Incoming, kept: Kept) -> LocalBoxStream<'static, Result<Vec<u8>, TransportError>> {
    let reading = stream::unfold(Some((body, kept)), |reading| async {
        let (mut body, kept) = reading?;
        loop {
            match body.frame().await {
                None => {
                    kept.idle.put(kept.place, kept.connection);
                    return None;
                }
                Some(Err(error)) => return Some((Err(TransportError::BrokenOff(error.to_string())), None)),
                // What is no data is a trailer, which no miner sends.
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        return Some((Ok(data.to_vec()), Some((body, kept))));
                    }
                }
            }
        }
    });
    reading.boxed_local()
}

fn unreachable(error: impl core::fmt::Display) -> TransportError {
    TransportError::Unreachable(error.to_string())
}

fn failed(error: &hyper::Error) -> TransportError {
    if error.is_parse() {
        return TransportError::BrokenOff(error.to_string());
    }
    TransportError::ClosedEarly
}
