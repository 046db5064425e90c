//! The one way out. A page's `fetch`, an extension's worker, a program's sockets and a webview's host each implement it.

use core::fmt::{self, Write as _};

use futures::{future::LocalBoxFuture, stream::LocalBoxStream};
use serde::Deserialize;

/// The HTTP methods that miners are asked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Without body.
    Get,
    /// With body.
    Post,
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Get => "GET",
            Self::Post => "POST",
        })
    }
}

/// A request, ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The method.
    pub method: Method,
    /// The whole URL. Its path and query are signed as they stand, so nothing may be changed in them.
    pub url: String,
    /// Names and values. Visible ASCII and spaces only.
    pub headers: Vec<(String, String)>,
    /// The body; empty for [`Method::Get`].
    pub body: Vec<u8>,
}

impl HttpRequest {
    /// As a command for a terminal.
    pub fn curl(&self) -> String {
        let mut command = format!("curl -X {} {}", self.method, quoted(&self.url));
        for (name, value) in &self.headers {
            // Writing to a text never fails.
            let _ = write!(command, " \\\n  -H {}", quoted(&format!("{name}: {value}")));
        }
        if !self.body.is_empty() {
            let body = String::from_utf8_lossy(&self.body);
            let _ = write!(command, " \\\n  --data-binary {}", quoted(&body));
        }
        command
    }
}

/// As one word of a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// An answer whose body has not been read.
pub struct HttpResponse {
    /// The status.
    pub status: u16,
    /// Names and values; a browser may show only some.
    pub headers: Vec<(String, String)>,
    /// The body in the pieces in which it comes, decompressed. Dropping it closes the connection.
    pub body: LocalBoxStream<'static, Result<Vec<u8>, TransportError>>,
}

/// Why no answer came, or only a part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// No connection.
    #[error("no connection to this miner: {0}")]
    Unreachable(String),
    /// Somebody answers there over https, who cannot show to be at that address. Nothing was sent.
    #[error("this miner's certificate is not accepted: {0}")]
    Untrusted(String),
    /// The host does not allow the request, such as a browser that misses CORS.
    #[error("this request is not allowed from here: {0}")]
    Forbidden(String),
    /// Connected, and closed before an answer came.
    #[error(
        "the miner closed the connection without an answer; often that is because its software failed to send its own error text"
    )]
    ClosedEarly,
    /// The answer stops in the middle, or is no HTTP.
    #[error("the miner's answer broke off: {0}")]
    BrokenOff(String),
}

/// Sends requests.
pub trait Transport {
    /// Sends a request and waits for the head of its answer. Sends it once and no second time, follows no redirect, adds
    /// no header that says more about the user than it has to, and keeps neither cookies nor answers. Dropping the future
    /// cancels.
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpResponse, TransportError>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curl_survives_a_shell() {
        let request = HttpRequest {
            method: Method::Post,
            url: "http://8.8.8.8:1/A".to_owned(),
            headers: vec![("name".to_owned(), "it's".to_owned())],
            body: b"{\"a\":\"$(rm)\"}".to_vec(),
        };
        assert_eq!(
            request.curl(),
            "curl -X POST 'http://8.8.8.8:1/A' \\\n  -H 'name: it'\\''s' \\\n  --data-binary '{\"a\":\"$(rm)\"}'"
        );
    }
}
