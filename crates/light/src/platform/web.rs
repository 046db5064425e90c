//! The browser, from a window or a worker: WebSocket, timers, `crypto.getRandomValues` and the microtask queue.
//!
//! Everything runs on one thread, so values of the browser are wrapped to satisfy smoldot's `Send` and `Sync`; the
//! wrapper panics if that ever stopped being true.

mod socket;
mod timer;

use core::fmt::{self, Write as _};
use std::{
    borrow::Cow,
    convert::Infallible,
    io,
    net::{IpAddr, SocketAddr},
    pin::Pin,
    time::Duration,
};

use futures::future::{self, BoxFuture};
use send_wrapper::SendWrapper;
use smoldot::libp2p::with_buffers::{self, WithBuffers};
use smoldot_light::platform::{
    Address, ConnectionType, LogLevel, MultiStreamAddress, MultiStreamWebRtcConnection, PlatformRef,
    SubstreamDirection,
};
use web_time::{Instant, SystemTime};

use self::{socket::Socket, timer::Timer};

/// Where in the browser we are.
#[derive(Debug, Clone, Copy, Default)]
pub struct WebConfig {
    /// Whether the page came over https, which forbids plain WebSocket to other machines. Extensions whose policy
    /// allows `ws:` say no.
    pub secure_page: bool,
    /// Who gets smoldot's warnings and errors. They hold no payloads.
    pub log: Option<fn(&str)>,
}

/// smoldot's platform in a browser.
#[derive(Debug, Clone)]
pub struct WebPlatform(WebConfig);

/// A connection, with the buffers between it and smoldot.
pub struct Stream(Pin<Box<Buffered>>);

type Buffered = WithBuffers<BoxFuture<'static, io::Result<Socket>>, Socket, Instant>;

impl WebPlatform {
    /// A platform for that place.
    pub fn new(config: WebConfig) -> Self {
        Self(config)
    }
}

impl PlatformRef for WebPlatform {
    type Delay = Timer;
    type Instant = Instant;
    type MultiStream = Infallible;
    type Stream = Stream;
    type StreamConnectFuture = future::Ready<Stream>;
    type MultiStreamConnectFuture = future::Pending<MultiStreamWebRtcConnection<Infallible>>;
    type ReadWriteAccess<'a> = with_buffers::ReadWriteAccess<'a, Instant>;
    type StreamUpdateFuture<'a> = BoxFuture<'a, ()>;
    type StreamErrorRef<'a> = &'a io::Error;
    type NextSubstreamFuture<'a> = future::Pending<Option<(Stream, SubstreamDirection)>>;

    fn now_from_unix_epoch(&self) -> Duration {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default()
    }

    fn now(&self) -> Instant {
        Instant::now()
    }

    fn fill_random_bytes(&self, buffer: &mut [u8]) {
        // smoldot's contract: without randomness there must be no connection at all.
        if let Err(error) = getrandom::fill(buffer) {
            panic!("the browser gives no random bytes: {error}");
        }
    }

    fn sleep(&self, duration: Duration) -> Timer {
        Timer::at(Instant::now() + duration)
    }

    fn sleep_until(&self, when: Instant) -> Timer {
        Timer::at(when)
    }

    fn spawn_task(&self, _name: Cow<'_, str>, task: impl Future<Output = ()> + Send + 'static) {
        wasm_bindgen_futures::spawn_local(task);
    }

    fn log<'a>(
        &self,
        log_level: LogLevel,
        _log_target: &'a str,
        message: &'a str,
        key_values: impl Iterator<Item = (&'a str, &'a dyn fmt::Display)>,
    ) {
        let (LogLevel::Error | LogLevel::Warn, Some(log)) = (log_level, self.0.log) else {
            return;
        };
        let mut line = message.to_owned();
        for (key, value) in key_values {
            let _ = write!(line, "; {key}={value}");
        }
        log(&line);
    }

    fn client_name(&self) -> Cow<'_, str> {
        Cow::Borrowed(env!("CARGO_PKG_NAME"))
    }

    fn client_version(&self) -> Cow<'_, str> {
        Cow::Borrowed(env!("CARGO_PKG_VERSION"))
    }

    fn supports_connection_type(&self, connection_type: ConnectionType) -> bool {
        match connection_type {
            ConnectionType::WebSocketDns { secure: true, .. } => true,
            ConnectionType::WebSocketIpv4 { remote_is_localhost }
            | ConnectionType::WebSocketIpv6 { remote_is_localhost }
            | ConnectionType::WebSocketDns {
                remote_is_localhost, ..
            } => remote_is_localhost || !self.0.secure_page,
            _ => false,
        }
    }

    fn connect_stream(&self, address: Address<'_>) -> Self::StreamConnectFuture {
        let url = url_of(address);
        // Wrapped as a whole, because what it holds while it waits belongs to this thread.
        let connect = SendWrapper::new(async move {
            match url {
                Some(url) => Socket::connect(&url).await,
                None => Err(io::ErrorKind::Unsupported.into()),
            }
        });
        future::ready(Stream(Box::pin(WithBuffers::new(Box::pin(connect)))))
    }

    fn connect_multistream(&self, _address: MultiStreamAddress<'_>) -> Self::MultiStreamConnectFuture {
        // Never called: no such connection type is supported.
        future::pending()
    }

    fn open_out_substream(&self, connection: &mut Infallible) {
        match *connection {}
    }

    fn next_substream<'a>(&self, connection: &'a mut Infallible) -> Self::NextSubstreamFuture<'a> {
        match *connection {}
    }

    fn read_write_access<'a>(
        &self,
        stream: Pin<&'a mut Stream>,
    ) -> Result<Self::ReadWriteAccess<'a>, &'a io::Error> {
        stream.get_mut().0.as_mut().read_write_access(Instant::now())
    }

    fn wait_read_write_again<'a>(&self, stream: Pin<&'a mut Stream>) -> BoxFuture<'a, ()> {
        Box::pin(stream.get_mut().0.as_mut().wait_read_write_again(Timer::at))
    }
}

/// The URL of an address; none for one that is not a WebSocket.
fn url_of(address: Address<'_>) -> Option<String> {
    match address {
        Address::WebSocketDns {
            hostname,
            port,
            secure,
        } => {
            let scheme = if secure { "wss" } else { "ws" };
            Some(format!("{scheme}://{hostname}:{port}"))
        }
        Address::WebSocketIp { ip, port } => {
            let ip: IpAddr = ip;
            Some(format!("ws://{}", SocketAddr::from((ip, port))))
        }
        Address::TcpDns { .. } | Address::TcpIp { .. } => None,
    }
}
