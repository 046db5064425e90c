//! One request and its answer, whose body is read within limits.

use std::{rc::Rc, time::Duration};

use futures::{StreamExt as _, stream::LocalBoxStream};

use crate::{
    AskError, AxonHeaders, Clock, HttpRequest, Json, Refusal, Skew, Transport, TransportError,
    clock::{Deadline, Late},
    limits::MAX_ERROR_BYTES,
    words,
};

/// Headers of an answer.
#[derive(Debug, Default)]
pub(crate) struct Headers(Vec<(String, String)>);

impl Headers {
    pub(crate) fn new(headers: Vec<(String, String)>) -> Self {
        Self(headers)
    }

    /// The value of the first header of that name, in whichever case.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self
            .0
            .iter()
            .find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    fn content_type(&self) -> String {
        let value = self.get("content-type").unwrap_or_default();
        let kind = value.split(';').next().unwrap_or_default();
        kind.trim().to_ascii_lowercase()
    }
}

/// What is known of an answer beside its content.
#[derive(Debug, Clone, PartialEq)]
pub struct Meta {
    /// The HTTP status.
    pub status: u16,
    /// From sending to the head of the answer.
    pub latency: Duration,
    /// How far the clocks are apart, if the answer tells.
    pub skew: Option<Skew>,
    /// What the axon says of itself; empty of other miners.
    pub axon: AxonHeaders,
}

/// Sends requests and reads answers. Asks nobody twice.
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(crate) transport: Rc<dyn Transport>,
    pub(crate) clock: Rc<dyn Clock>,
}

/// An answer whose body has not been read.
pub(crate) struct Reply {
    pub(crate) headers: Headers,
    pub(crate) meta: Meta,
    pub(crate) body: LocalBoxStream<'static, Result<Vec<u8>, TransportError>>,
    clock: Rc<dyn Clock>,
    deadline: Deadline,
}

impl Exchange {
    /// Sends a request once. The timeout is for the whole answer, unless it is streamed.
    pub(crate) async fn send(&self, request: HttpRequest, timeout: Duration) -> Result<Reply, AskError> {
        let clock = self.clock.as_ref();
        let deadline = Deadline::new(clock, timeout);
        let (sent, started) = (clock.now_ns(), clock.monotonic());
        let response = deadline.bound(clock, self.transport.send(request)).await;
        let response = response.map_err(|Late(after)| AskError::Late(after))??;
        let headers = Headers::new(response.headers);
        let meta = Meta {
            status: response.status,
            latency: clock.monotonic().saturating_sub(started),
            skew: Skew::read(&headers, sent, clock.now_ns()),
            axon: AxonHeaders::read(&headers),
        };
        Ok(Reply {
            headers,
            meta,
            body: response.body,
            clock: self.clock.clone(),
            deadline,
        })
    }
}

impl Reply {
    /// The answer, if it is none of an error.
    pub(crate) async fn accepted(mut self) -> Result<Self, AskError> {
        match self.meta.status {
            200..300 => Ok(self),
            // What browsers make of a redirection that is not to be followed.
            status @ (0 | 300..400) => Err(AskError::Redirected { status }),
            _ => Err(AskError::Refused(Box::new(self.refusal().await))),
        }
    }

    /// Reads the error. A body that is too long or breaks off is read as far as it goes: the status says enough.
    pub(crate) async fn refusal(&mut self) -> Refusal {
        let mut bytes = Vec::new();
        while let Ok(Some(Ok(chunk))) = self.next().await {
            bytes.extend(chunk);
            if bytes.len() > MAX_ERROR_BYTES {
                break;
            }
        }
        Refusal::read(&self.headers, &bytes, &self.meta)
    }

    /// Reads a JSON body.
    pub(crate) async fn json(&mut self, most: usize) -> Result<Json, AskError> {
        let kind = self.headers.content_type();
        if kind != "application/json" && !kind.ends_with("+json") {
            return Err(wrong_type(&kind, "JSON"));
        }
        let promised = self
            .headers
            .get("content-length")
            .and_then(|length| length.parse().ok());
        if promised.is_some_and(|length: usize| length > most) {
            return Err(AskError::TooLarge(most));
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = self.next().await.map_err(|Late(after)| AskError::Late(after))? {
            bytes.extend(chunk?);
            if bytes.len() > most {
                return Err(AskError::TooLarge(most));
            }
        }
        let text = str::from_utf8(&bytes).map_err(|error| AskError::NotUtf8 {
            at: error.valid_up_to(),
        })?;
        Ok(Json::parse(text)?)
    }

    /// Whether the answer says that it is of a kind that miners stream.
    pub(crate) fn is_streamed(&self) -> Result<(), AskError> {
        match self.headers.content_type().as_str() {
            "text/event-stream"
            | "text/plain"
            | "application/json"
            | "application/x-ndjson"
            | "application/octet-stream" => Ok(()),
            other => Err(wrong_type(other, "a stream of text")),
        }
    }

    async fn next(&mut self) -> Result<Option<Result<Vec<u8>, TransportError>>, Late> {
        self.deadline.bound(self.clock.as_ref(), self.body.next()).await
    }
}

fn wrong_type(got: &str, want: &'static str) -> AskError {
    let got = match got {
        "" => "something that does not say what it is".to_owned(),
        named => words::of_a_miner(named),
    };
    AskError::ContentType { got, want }
}
