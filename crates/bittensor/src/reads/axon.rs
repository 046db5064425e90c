//! Where a neuron can be reached.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};

use super::fields::Read;

/// Where a neuron says that it can be reached. Nobody checks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Axon {
    /// The block in which it said so.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub block: u64,
    /// Version of its software.
    pub version: u32,
    /// Its address.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub ip: IpAddr,
    /// Its port.
    pub port: u16,
    /// What it speaks, by a number that the chain does not explain.
    pub protocol: u8,
}

impl Axon {
    /// Reads one. `None` for a neuron that has not said anything, or no address: all zero.
    pub(super) fn read(value: &Value<'_>) -> Result<Option<Self>, CodecError> {
        let ip: u128 = value.field("ip")?.unsigned()?;
        let port = value.field("port")?.unsigned()?;
        let axon = Self {
            block: value.field("block")?.block()?,
            version: value.field("version")?.unsigned()?,
            ip: address(ip, value.field("ip_type")?.unsigned()?),
            port,
            protocol: value.field("protocol")?.unsigned()?,
        };
        Ok((ip != 0 && port != 0).then_some(axon))
    }
}

/// An address by its number; those of version 4 are numbers of 32 bits.
fn address(ip: u128, version: u8) -> IpAddr {
    match (version, u32::try_from(ip)) {
        (4, Ok(ip)) => Ipv4Addr::from_bits(ip).into(),
        _ => Ipv6Addr::from_bits(ip).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_numbers() {
        assert_eq!(address(3_221_225_999, 4).to_string(), "192.0.2.15");
        assert_eq!(address(1, 6).to_string(), "::1");
        assert_eq!(address(1 << 64, 4).to_string(), "0:0:0:1::");
    }
}
