//! Which addresses the whole internet reaches. Everything that IANA has set aside is not fetched without asking the user:
//! a record on chain could name a device in their own network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Who can reach an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole internet.
    Public,
    /// Not the whole internet.
    Special(Special),
}

/// Why an address is not reached by the whole internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Special {
    /// The device itself.
    #[error("this address is your own device")]
    Loopback,
    /// A home's or a company's network.
    #[error("this address is of a private network, so it is somebody's own or yours")]
    Private,
    /// Behind a provider's translation of addresses.
    #[error("this address is inside a provider's network")]
    Shared,
    /// The same cable.
    #[error("this address is of the same local network only")]
    LinkLocal,
    /// Many receivers at once.
    #[error("this address is of many receivers at once")]
    Multicast,
    /// Examples in documents and measurements.
    #[error("this address is set aside for examples and tests")]
    Example,
    /// Set aside for something else, or for nothing yet.
    #[error("this address is reserved")]
    Reserved,
}

pub(super) fn of(ip: IpAddr) -> Scope {
    let special = match ip {
        IpAddr::V4(ip) => v4(ip),
        IpAddr::V6(ip) => v6(ip),
    };
    special.map_or(Scope::Public, Scope::Special)
}

fn v4(ip: Ipv4Addr) -> Option<Special> {
    match ip.octets() {
        [127, ..] => Some(Special::Loopback),
        [10, ..] | [192, 168, ..] | [172, 16..=31, ..] => Some(Special::Private),
        [100, 64..=127, ..] => Some(Special::Shared),
        [169, 254, ..] => Some(Special::LinkLocal),
        [224..=239, ..] => Some(Special::Multicast),
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] | [198, 18 | 19, ..] => Some(Special::Example),
        [0 | 240..=255, ..] | [192, 0, 0, _] | [192, 88, 99, _] => Some(Special::Reserved),
        _ => None,
    }
}

fn v6(ip: Ipv6Addr) -> Option<Special> {
    match ip.segments() {
        [0, 0, 0, 0, 0, 0, 0, 1] => Some(Special::Loopback),
        // Version 4 in version 6: as it stands, by translation, and by tunnel.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => embedded(high, low),
        [0x2002, high, low, ..] => embedded(high, low),
        [0xfc00..=0xfdff, ..] => Some(Special::Private),
        [0xfe80..=0xfebf, ..] => Some(Special::LinkLocal),
        [0xff00..=0xffff, ..] => Some(Special::Multicast),
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0x0fff, ..] => Some(Special::Example),
        [0x2001, 0..=0x01ff, ..] => Some(Special::Reserved),
        [0x2000..=0x3fff, ..] => None,
        _ => Some(Special::Reserved),
    }
}

fn embedded(high: u16, low: u16) -> Option<Special> {
    let [a, b] = high.to_be_bytes();
    let [c, d] = low.to_be_bytes();
    v4(Ipv4Addr::new(a, b, c, d))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn special(text: &str) -> Option<Special> {
        match of(text.parse().unwrap()) {
            Scope::Public => None,
            Scope::Special(special) => Some(special),
        }
    }

    #[test]
    fn what_is_set_aside_is_named() {
        let cases = [
            (
                Special::Loopback,
                "127.0.0.1 127.255.255.254 ::1 ::ffff:127.0.0.1",
            ),
            (
                Special::Private,
                "10.0.0.0 10.255.255.255 172.16.0.1 172.31.255.255 192.168.1.1 fc00::1 fdff::1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:c0a8:101::",
            ),
            (Special::Shared, "100.64.0.1 100.127.255.255"),
            (Special::LinkLocal, "169.254.169.254 fe80::1 febf::1"),
            (Special::Multicast, "224.0.0.1 239.255.255.255 ff02::1"),
            (
                Special::Example,
                "192.0.2.1 198.51.100.7 203.0.113.9 198.18.0.1 198.19.255.255 2001:db8::1 3fff::1",
            ),
            (
                Special::Reserved,
                "0.0.0.0 0.1.2.3 240.0.0.1 255.255.255.255 192.0.0.1 192.88.99.1 :: 100::1 2001::1 fec0::1 5f00::1 4000::1",
            ),
        ];
        for (want, addresses) in cases {
            for address in addresses.split(' ') {
                assert_eq!(special(address), Some(want), "{address}");
            }
        }
    }

    #[test]
    fn what_is_public_is_public() {
        for address in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "198.17.255.255",
            "223.255.255.255",
            "2a01:4f8::1",
            "2001:200::1",
            "::ffff:8.8.8.8",
        ] {
            assert_eq!(special(address), None, "{address}");
        }
    }
}
