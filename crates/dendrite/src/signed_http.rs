//! The one layer over which miners are asked: unsigned questions that every axon answers, and signed ones by three
//! protocols. Every request goes out once. Nothing is tried again, least of all after a refusal.

use std::{rc::Rc, time::Duration};

use taolight_primitives::{ErrorCode, Failure};

use crate::{
    AskError, AxonRequest, BtAuthRequest, Call, Clock, Discovery, EpistulaRequest, HttpRequest, Json, Limits,
    Meta, Miner, PlainCall, Probe, Protocol, Sender, Signer, StreamFormat, Streaming, Synapse, Transport,
    Unsigned, discovery, identity,
    reply::{Exchange, Reply},
    stamp::Stamps,
};

/// What is asked, and how it is signed.
#[derive(Debug, Clone, Copy)]
pub enum Ask<'a> {
    /// A synapse.
    Synapse(&'a Call),
    /// A call of `btauth/1`.
    BtAuth(&'a PlainCall),
    /// A call of Epistula 2.
    Epistula(&'a PlainCall),
}

/// An answer that is one JSON value.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The value: of a synapse, all its fields and what every synapse has.
    pub json: Json,
    /// What is known of the answer.
    pub meta: Meta,
}

/// An answer that began: whole, or still coming.
pub enum Begun {
    /// The whole answer, of a call that is not streamed.
    Answered(Answer),
    /// A streamed answer, of which nothing was read yet.
    Streaming(Streaming),
}

/// Asks miners without signing anything, or with requests that were signed elsewhere.
#[derive(Clone)]
pub struct Http {
    exchange: Exchange,
    limits: Limits,
}

/// Asks miners with requests that an account signs.
#[derive(Clone)]
pub struct SignedHttp {
    http: Http,
    signer: Rc<dyn Signer>,
    stamps: Stamps,
}

/// What stands for the signature in a request that is only shown.
pub const NO_SIGNATURE: &str = "SIGNATURE";

impl Http {
    /// Over a transport, with the clocks of this device.
    pub fn new(transport: Rc<dyn Transport>, clock: Rc<dyn Clock>, limits: Limits) -> Self {
        let exchange = Exchange { transport, clock };
        Self { exchange, limits }
    }

    /// Which synapses an axon has.
    pub async fn discover(&self, miner: &Miner) -> Result<Discovery, AskError> {
        discovery::discover(&self.exchange, miner).await
    }

    /// Whether the miner's hotkey is at its endpoint.
    pub async fn probe(&self, miner: &Miner) -> Result<Probe, AskError> {
        identity::probe(&self.exchange, miner).await
    }

    /// Sends the signed request of a question, and gives the answer as the question says that it comes.
    pub async fn send(&self, request: HttpRequest, ask: Ask<'_>) -> Result<Begun, AskError> {
        let reply = self.exchange.send(request, ask.timeout()).await?;
        let reply = reply.accepted().await?;
        Ok(match ask.stream() {
            None => Begun::Answered(self.whole(reply).await?),
            Some(format) => Begun::Streaming(self.streaming(reply, format)?),
        })
    }

    async fn whole(&self, mut reply: Reply) -> Result<Answer, AskError> {
        let json = reply.json(self.limits.answer_bytes).await?;
        let meta = reply.meta;
        Ok(Answer { json, meta })
    }

    fn streaming(&self, reply: Reply, format: StreamFormat) -> Result<Streaming, AskError> {
        reply.is_streamed()?;
        let clock = self.exchange.clock.clone();
        Ok(Streaming::new(reply, format, clock, self.limits))
    }
}

impl SignedHttp {
    /// With an account that signs.
    pub fn new(http: Http, signer: Rc<dyn Signer>) -> Self {
        let stamps = Stamps::new(http.exchange.clock.clone());
        Self { http, signer, stamps }
    }

    /// The same without signatures.
    pub fn http(&self) -> &Http {
        &self.http
    }

    /// Asks, and waits for the whole answer.
    pub async fn ask(&self, miner: &Miner, ask: Ask<'_>) -> Result<Answer, AskError> {
        let reply = self.reply(miner, ask).await?;
        self.http.whole(reply).await
    }

    /// Asks, and gives the answer as it comes. A call that says of no format is read as text.
    pub async fn stream(&self, miner: &Miner, ask: Ask<'_>) -> Result<Streaming, AskError> {
        let reply = self.reply(miner, ask).await?;
        self.http
            .streaming(reply, ask.stream().unwrap_or(StreamFormat::Text))
    }

    /// Asks, and gives the answer as the question says that it comes.
    pub async fn begin(&self, miner: &Miner, ask: Ask<'_>) -> Result<Begun, AskError> {
        let request = self.signed(miner, ask).await?;
        self.http.send(request, ask).await
    }

    /// Asks for nothing, as every axon of the SDK answers to whoever signs. The best test of the way there and back.
    pub async fn ping(&self, miner: &Miner) -> Result<Meta, AskError> {
        let fill = Synapse::ping().fill(Vec::new());
        let internal = |error| AskError::NotSigned(Failure::new(ErrorCode::Internal, error));
        let call = fill.map_err(internal)?;
        let answer = self.ask(miner, Ask::Synapse(&call)).await?;
        Ok(answer.meta)
    }

    /// The request as a command for a terminal, without its signature.
    pub fn curl(&self, miner: &Miner, ask: Ask<'_>) -> Result<String, AskError> {
        let request = ask.unsigned(*miner, self.sender()?);
        Ok(request.signed(NO_SIGNATURE).curl())
    }

    async fn reply(&self, miner: &Miner, ask: Ask<'_>) -> Result<Reply, AskError> {
        let request = self.signed(miner, ask).await?;
        let reply = self.http.exchange.send(request, ask.timeout()).await?;
        reply.accepted().await
    }

    async fn signed(&self, miner: &Miner, ask: Ask<'_>) -> Result<HttpRequest, AskError> {
        if !ask.protocol().takes(self.signer.scheme()) {
            return Err(AskError::Scheme);
        }
        let request = ask.unsigned(*miner, self.sender()?);
        let signature = self.signer.sign(request.message()).await;
        Ok(request.signed(&signature_text(&signature.map_err(AskError::NotSigned)?)))
    }

    fn sender(&self) -> Result<Sender, AskError> {
        Ok(Sender {
            account: self.signer.account(),
            scheme: self.signer.scheme(),
            stamp: self.stamps.draw().map_err(AskError::NotSigned)?,
        })
    }
}

/// A signature as it stands in requests.
pub fn signature_text(signature: &[u8; 64]) -> String {
    format!("0x{}", hex::encode(signature))
}

impl<'a> Ask<'a> {
    /// How it is signed.
    pub fn protocol(self) -> Protocol {
        match self {
            Self::Synapse(_) => Protocol::Axon,
            Self::BtAuth(_) => Protocol::BtAuth,
            Self::Epistula(_) => Protocol::Epistula,
        }
    }

    /// How long the answer may take.
    pub fn timeout(self) -> Duration {
        match self {
            Self::Synapse(call) => call.timeout,
            Self::BtAuth(call) | Self::Epistula(call) => call.timeout,
        }
    }

    /// How the answer is streamed; none if it is one JSON value.
    pub fn stream(self) -> Option<StreamFormat> {
        match self {
            Self::Synapse(call) => call.stream,
            Self::BtAuth(call) | Self::Epistula(call) => call.stream,
        }
    }

    /// The request to one miner, which lacks only its signature.
    pub fn unsigned(self, miner: Miner, sender: Sender) -> Box<dyn Unsigned + 'a> {
        match self {
            Self::Synapse(call) => Box::new(AxonRequest { call, miner, sender }),
            Self::BtAuth(call) => Box::new(BtAuthRequest { call, miner, sender }),
            Self::Epistula(call) => Box::new(EpistulaRequest { call, miner, sender }),
        }
    }
}
