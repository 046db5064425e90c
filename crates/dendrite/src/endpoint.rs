//! Where a miner says on chain that it listens, and whether that may be dialled.

mod scope;

use core::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use taolight_primitives::AccountId;

pub use scope::{Scope, Special};

/// Ports that every browser refuses, because other protocols listen there.
const BLOCKED_PORTS: [u16; 80] = [
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
    109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
    526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
    3659, 4045, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 10080,
];

/// What the chain holds of an axon, as far as it says where and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AxonRecord {
    /// The version that the miner's software gave; anything.
    pub version: u32,
    /// The address as a number.
    pub ip: u128,
    /// The port.
    pub port: u16,
    /// 4 or 6; anything else on a record that was never set.
    pub ip_type: u8,
}

/// What a miner probably speaks, guessed from the version in its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// Synapses, as the SDK 7.2 to 10 has them.
    Synapses,
    /// Perhaps `btauth/1`: the SDK 11 writes this version unless told otherwise.
    PerhapsBtAuth,
    /// Nothing can be said.
    Unknown,
}

impl AxonRecord {
    /// Where it listens; none if it does not serve.
    pub fn endpoint(&self) -> Option<Endpoint> {
        if self.ip == 0 || self.port == 0 {
            return None;
        }
        let ip = match u32::try_from(self.ip) {
            Ok(ip) if self.ip_type != 6 => IpAddr::V4(Ipv4Addr::from_bits(ip)),
            _ => IpAddr::V6(Ipv6Addr::from_bits(self.ip)),
        };
        Some(Endpoint { ip, port: self.port })
    }

    /// What it probably speaks.
    pub fn speaks(&self) -> Speaks {
        match self.version {
            7_002_000..11_000_000 => Speaks::Synapses,
            1 => Speaks::PerhapsBtAuth,
            _ => Speaks::Unknown,
        }
    }
}

/// An address and a port, of which nobody has said yet that they may be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Endpoint {
    /// The address.
    pub ip: IpAddr,
    /// The port.
    pub port: u16,
}

impl Endpoint {
    /// Whether the whole internet reaches it.
    pub fn scope(&self) -> Scope {
        scope::of(self.ip)
    }

    /// Whether every browser refuses its port.
    pub fn is_blocked_by_browsers(&self) -> bool {
        BLOCKED_PORTS.contains(&self.port)
    }

    /// Allows it to be dialled, if the whole internet reaches it. A record on chain can name any address, also one of
    /// the user's own network, and no page may make a browser ask there unseen.
    pub fn dial(self, link: Link) -> Result<Address, Special> {
        match self.scope() {
            Scope::Public => Ok(Address { endpoint: self, link }),
            Scope::Special(special) => Err(special),
        }
    }

    /// Allows it to be dialled wherever it is. Only after the user has seen the address and agreed.
    pub fn dial_with_consent(self, link: Link) -> Address {
        Address { endpoint: self, link }
    }
}

/// As in a URL.
impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ip {
            IpAddr::V4(ip) => write!(f, "{ip}:{}", self.port),
            IpAddr::V6(ip) => write!(f, "[{ip}]:{}", self.port),
        }
    }
}

/// How the bytes travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Link {
    /// `http`: what every axon of the SDK speaks. Everybody on the way reads it.
    Plain,
    /// `https`: what a miner has to put in front by itself.
    Tls,
}

/// An endpoint that may be dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Address {
    endpoint: Endpoint,
    link: Link,
}

impl Address {
    /// The address and the port.
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint
    }

    /// How the bytes travel.
    pub fn link(&self) -> Link {
        self.link
    }

    /// The URL of a path with its query, which begins with a slash.
    pub(crate) fn url(&self, target: &str) -> String {
        let scheme = match self.link {
            Link::Plain => "http",
            Link::Tls => "https",
        };
        format!("{scheme}://{}{target}", self.endpoint)
    }
}

/// A miner that may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Miner {
    /// Its hotkey, as the chain has it.
    pub hotkey: AccountId,
    /// Where it listens.
    pub address: Address,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(ip: u128, port: u16, ip_type: u8) -> AxonRecord {
        AxonRecord {
            version: 10_005_000,
            ip,
            port,
            ip_type,
        }
    }

    fn shown(record: AxonRecord) -> Option<String> {
        record.endpoint().map(|endpoint| endpoint.to_string())
    }

    #[test]
    fn addresses_are_numbers_on_chain() {
        assert_eq!(
            shown(record(3_325_256_711, 8091, 4)).as_deref(),
            Some("198.51.100.7:8091")
        );
        let six = 42_540_766_411_282_592_856_903_984_951_653_826_561;
        assert_eq!(shown(record(six, 9001, 6)).as_deref(), Some("[2001:db8::1]:9001"));
        // The type is wrong, the size is not.
        assert_eq!(shown(record(six, 9001, 4)).as_deref(), Some("[2001:db8::1]:9001"));
        assert_eq!(
            shown(record(3_325_256_711, 80, 0)).as_deref(),
            Some("198.51.100.7:80")
        );
        assert_eq!(shown(record(1, 80, 6)).as_deref(), Some("[::1]:80"));
    }

    #[test]
    fn what_does_not_serve_has_no_endpoint() {
        assert_eq!(shown(record(0, 1, 4)), None);
        assert_eq!(shown(record(3_325_256_711, 0, 4)), None);
        assert_eq!(shown(record(0, 0, 0)), None);
    }

    #[test]
    fn versions_hint_at_protocols() {
        let speaks = |version| {
            AxonRecord {
                version,
                ..record(1, 1, 4)
            }
            .speaks()
        };
        assert_eq!(speaks(10_005_000), Speaks::Synapses);
        assert_eq!(speaks(7_002_000), Speaks::Synapses);
        assert_eq!(speaks(7_001_002), Speaks::Unknown);
        assert_eq!(speaks(11_000_000), Speaks::Unknown);
        assert_eq!(speaks(1), Speaks::PerhapsBtAuth);
    }

    #[test]
    fn only_public_addresses_are_dialled_unasked() {
        let public = record(0x0808_0808, 8091, 4).endpoint().unwrap();
        let address = public.dial(Link::Tls).unwrap();
        assert_eq!(address.url("/Synapse"), "https://8.8.8.8:8091/Synapse");
        let private = record(0x0a00_0001, 8091, 4).endpoint().unwrap();
        assert_eq!(private.dial(Link::Plain), Err(Special::Private));
        assert_eq!(
            private.dial_with_consent(Link::Plain).url("/x"),
            "http://10.0.0.1:8091/x"
        );
    }

    #[test]
    fn some_ports_are_refused_by_every_browser() {
        let blocked = |port| {
            record(0x0808_0808, port, 4)
                .endpoint()
                .unwrap()
                .is_blocked_by_browsers()
        };
        assert!(blocked(22) && blocked(6000) && blocked(6667) && blocked(10080));
        assert!(!blocked(80) && !blocked(443) && !blocked(8091) && !blocked(6670));
    }
}
