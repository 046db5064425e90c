//! A call whose path and body are the subnet's own business, for the protocols that sign any HTTP request.

use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::{Json, Method, StreamFormat};

/// The longest path with its query. With everything else in it, the message that is signed stays below what a wallet reads.
pub const MAX_TARGET: usize = 1024;
/// What is waited when nothing else is said.
const TIMEOUT: Duration = Duration::from_secs(12);

/// A call with a path and a body of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainCall {
    method: Method,
    target: String,
    body: Vec<u8>,
    pub(crate) bound: bool,
    pub(crate) timeout: Duration,
    pub(crate) stream: Option<StreamFormat>,
}

/// Why a path is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// Not from the root of the miner.
    #[error("a path begins with a slash")]
    NoSlash,
    /// More than [`MAX_TARGET`].
    #[error("a path with its query has {MAX_TARGET} characters at most")]
    TooLong,
    /// A character that browsers and servers spell differently, so that no signature would fit.
    #[error("{0:?} has to be percent-encoded in a path")]
    Character(char),
    /// A segment of dots, which browsers resolve, so that no signature would fit.
    #[error("a path must not have segments of dots")]
    Dots,
}

impl PlainCall {
    /// A call without body.
    pub fn get(target: impl Into<String>) -> Result<Self, TargetError> {
        Self::new(Method::Get, target.into(), Vec::new())
    }

    /// A call with a JSON body.
    pub fn post(target: impl Into<String>, body: &Json) -> Result<Self, TargetError> {
        Self::new(Method::Post, target.into(), body.to_string().into_bytes())
    }

    fn new(method: Method, target: String, body: Vec<u8>) -> Result<Self, TargetError> {
        check(&target)?;
        Ok(Self {
            method,
            target,
            body,
            bound: true,
            timeout: TIMEOUT,
            stream: None,
        })
    }

    /// Signs it for no miner in particular, which few miners accept: then whoever reads it can pass it on.
    #[must_use]
    pub fn for_any_miner(mut self) -> Self {
        self.bound = false;
        self
    }

    /// The same call with another waiting time.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The same call, whose answer is streamed.
    #[must_use]
    pub fn streamed(mut self, format: StreamFormat) -> Self {
        self.stream = Some(format);
        self
    }

    /// The method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The path with its query, exactly as it is sent.
    pub fn target(&self) -> &str {
        &self.target
    }

    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    /// SHA-256 of the exact bytes of the body, in lower-case hexadecimal digits.
    pub(crate) fn body_hash(&self) -> String {
        hex::encode(Sha256::digest(&self.body))
    }

    pub(crate) fn headers(&self) -> Vec<(String, String)> {
        match self.method {
            Method::Get => Vec::new(),
            Method::Post => vec![crate::protocol::header("Content-Type", "application/json")],
        }
    }
}

/// Only what every client and server spells alike.
fn check(target: &str) -> Result<(), TargetError> {
    if target.len() > MAX_TARGET {
        return Err(TargetError::TooLong);
    }
    if !target.starts_with('/') {
        return Err(TargetError::NoSlash);
    }
    let is_safe = |byte: char| byte.is_ascii_alphanumeric() || "-._~!$&()*+,;=:@%/?".contains(byte);
    if let Some(unsafe_) = target.chars().find(|byte| !is_safe(*byte)) {
        return Err(TargetError::Character(unsafe_));
    }
    let path = target.split('?').next().unwrap_or_default();
    let is_dots = |segment: &str| {
        let plain = segment.to_ascii_lowercase().replace("%2e", ".");
        plain == "." || plain == ".."
    };
    if path.split('/').any(is_dots) {
        return Err(TargetError::Dots);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_that_travel_unchanged() {
        let refused = |target: &str| PlainCall::get(target).err();
        for fine in [
            "/",
            "/a%20b?q=1",
            "/v1/chat/completions?stream=false&x=a.b",
            "/..a/b.",
        ] {
            assert_eq!(refused(fine), None, "{fine}");
        }
        assert_eq!(refused("a"), Some(TargetError::NoSlash));
        assert_eq!(refused("//host@evil/#x"), Some(TargetError::Character('#')));
        assert_eq!(refused("/a b"), Some(TargetError::Character(' ')));
        assert_eq!(refused("/a\r\nX: y"), Some(TargetError::Character('\r')));
        assert_eq!(refused("/é"), Some(TargetError::Character('é')));
        assert_eq!(refused("/a/../b"), Some(TargetError::Dots));
        assert_eq!(refused("/a/%2E."), Some(TargetError::Dots));
        assert_eq!(refused(&"/".repeat(MAX_TARGET + 1)), Some(TargetError::TooLong));
    }

    #[test]
    fn an_empty_body_has_the_hash_of_nothing() {
        let hash = PlainCall::get("/").unwrap().body_hash();
        assert_eq!(
            hash,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }
}
