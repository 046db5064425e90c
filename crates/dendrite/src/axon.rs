//! Synapses to an axon of the SDK up to 10: what is sent, and what comes back in headers.

mod headers;
mod request;

pub use headers::{AxonHeaders, AxonSignature};
pub use request::{AxonRequest, VERSION};
