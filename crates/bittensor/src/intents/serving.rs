//! Where a miner or validator can be reached.

use std::net::{IpAddr, Ipv4Addr};

use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, Value};
use taolight_primitives::{AccountId, Bytes, Failure, NetUid};

use super::{
    Effect, Flaw, HotkeyNeed, Need, RateLimit, Setting, Signer, Warning, call::Call, flaw,
    operation::Operation, words,
};

/// The number by which the official libraries name their protocol.
const PROTOCOL: u8 = 4;
/// A port that is one, for an address that is none.
const ANY_PORT: u16 = 1;

/// A hotkey publishes where it can be reached on a subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ServeAxon {
    /// The subnet.
    pub netuid: NetUid,
    /// Version of the miner's software.
    pub version: u32,
    /// Its address.
    pub ip: IpAddr,
    /// Its port.
    pub port: u16,
    /// Its certificate, if it speaks TLS.
    pub certificate: Option<Bytes>,
}

/// A hotkey takes back where it can be reached on a subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ResetAxon {
    /// The subnet.
    pub netuid: NetUid,
}

impl Operation for ServeAxon {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let (ip, kind): (u128, u8) = match self.ip {
            IpAddr::V4(ip) => (u32::from(ip).into(), 4),
            IpAddr::V6(ip) => (ip.into(), 6),
        };
        let call = match &self.certificate {
            None => Call::subtensor("serve_axon"),
            Some(certificate) => {
                Call::subtensor("serve_axon_tls").with("certificate", Value::Bytes(certificate.0.clone()))
            }
        };
        call.with("netuid", self.netuid)
            .with("version", self.version)
            .with("ip", Value::Unsigned(ip))
            .with("port", self.port)
            .with("ip_type", kind)
            .with("protocol", PROTOCOL)
            .with("placeholder1", 0_u8)
            .with("placeholder2", 0_u8)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        let (ip, port) = (self.ip, self.port);
        let address = match ip {
            IpAddr::V4(_) => format!("{ip}:{port}"),
            IpAddr::V6(_) => format!("[{ip}]:{port}"),
        };
        format!(
            "Publish {address} as the address of this hotkey on {}",
            words::subnet(self.netuid)
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::Axon,
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::Public]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        flaw(self.port == 0, Flaw::Port)
            .into_iter()
            .chain([
                Need::Hotkey(who, HotkeyNeed::RegisteredOn(self.netuid)),
                Need::RateLimit(RateLimit::Serving(who, self.netuid)),
            ])
            .collect()
    }

    fn signer(&self) -> Signer {
        Signer::Hotkey
    }
}

impl ResetAxon {
    /// The chain takes nothing back: an address that is none takes its place.
    fn as_axon(&self) -> ServeAxon {
        ServeAxon {
            netuid: self.netuid,
            version: 0,
            ip: Ipv4Addr::UNSPECIFIED.into(),
            port: ANY_PORT,
            certificate: None,
        }
    }
}

impl Operation for ResetAxon {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        self.as_axon().build(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Take back the address of this hotkey on {}",
            words::subnet(self.netuid)
        )
    }

    fn effects(&self, who: AccountId) -> Vec<Effect> {
        self.as_axon().effects(who)
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        self.as_axon().needs(who)
    }

    fn signer(&self) -> Signer {
        Signer::Hotkey
    }
}
