//! Errors of the parts below, as the protocol carries them.

use taolight_codec::CodecError;
use taolight_light::{LightError, NetworkError, StoreError};
use taolight_primitives::{ErrorCode, Failure};

pub(crate) fn codec_failed(error: CodecError) -> Failure {
    error.into()
}

pub(crate) fn light_failed(error: LightError) -> Failure {
    error.into()
}

pub(crate) fn network_failed(error: NetworkError) -> Failure {
    error.into()
}

pub(crate) fn storage_failed(error: StoreError) -> Failure {
    Failure::new(
        ErrorCode::Storage,
        format!("storage of this device failed, so nothing was sent: {error}"),
    )
    .retryable()
}

pub(crate) fn no_network() -> Failure {
    Failure::new(ErrorCode::NoNetwork, "no network is open; choose one first").retryable()
}

pub(crate) fn in_use_elsewhere() -> Failure {
    Failure::new(
        ErrorCode::InUseElsewhere,
        "the wallet is in use in another tab; nothing was sent from here",
    )
    .retryable()
}
