//! Asks Bittensor's miners directly, with requests that the user's own hotkey signs: no gateway, no key of a service.
//!
//! Nothing here opens a connection, holds a key or reads a chain. [`Transport`] carries requests, [`Signer`] signs them,
//! [`Clock`] tells the time, and what the chain proves comes in as [`Facts`]. What comes back is a stranger's: it is
//! bounded in size, time and depth, and none of it is signed by the miner.
//!
//! 1. [`Facts::verdict`] says what to expect, before anything is sent.
//! 2. [`Synapse::fill`] checks what the user typed into a form; [`PlainCall`] is its counterpart for miners without axons.
//! 3. [`SignedHttp`] asks one miner, [`fan_out`] several.

mod agreement;
mod axon;
mod btauth;
mod clock;
mod discovery;
mod endpoint;
mod epistula;
mod error;
mod fan_out;
mod gate;
mod host;
mod identity;
mod json;
pub mod limits;
mod plain_call;
mod presets;
mod protocol;
pub mod python;
mod refusal;
mod reply;
mod signed_http;
mod signer;
mod skew;
mod sr25519;
mod stamp;
mod stream;
mod synapse;
mod tensor;
mod transport;
mod verdict;
mod words;

pub use agreement::{Group, group};
pub use axon::{AxonHeaders, AxonRequest, AxonSignature, VERSION};
pub use btauth::BtAuthRequest;
pub use clock::Clock;
pub use discovery::Discovery;
pub use endpoint::{Address, AxonRecord, Endpoint, Link, Miner, Scope, Speaks, Special};
pub use epistula::EpistulaRequest;
pub use error::AskError;
pub use fan_out::{Candidate, News, Update, best, fan_out, follow_all};
pub use gate::{Gate, Threshold};
pub use host::{Cors, Host, Obstacle};
pub use identity::{Identity, Probe};
pub use json::{Json, JsonError, MAX_JSON_DEPTH, MAX_JSON_VALUES, Number};
pub use limits::Limits;
pub use plain_call::{MAX_TARGET, PlainCall, TargetError};
pub use presets::{AxonPreset, EpistulaCall, EpistulaPreset, Presets};
pub use protocol::{Protocol, Sender, Unsigned};
pub use refusal::{Reason, Refusal, Unverified};
pub use reply::Meta;
pub use signed_http::{Answer, Ask, Begun, Http, NO_SIGNATURE, SignedHttp, signature_text};
pub use signer::{Scheme, Signer};
pub use skew::Skew;
pub use sr25519::verify;
pub use stamp::{Stamp, Stamps};
pub use stream::{Item, StreamFormat, Streaming};
pub use synapse::{
    Call, Field, FillError, InHeader, Kind, Member, NO_FIELDS_HASH, Synapse, SynapseError, Unhashable,
    own_fields,
};
pub use tensor::{Dtype, MAX_TENSOR_BYTES, Tensor, TensorError};
pub use transport::{HttpRequest, HttpResponse, Method, Transport, TransportError};
pub use verdict::{
    Caller, Facts, Finding, Key, NO_PROMISES, Outcome, Owner, Question, Standing, Verdict, Weight,
};
