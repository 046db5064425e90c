//! Which addresses can be dialled from where. A browser speaks WebSocket only, and a page that came over https may not
//! open a plain one, except to its own machine.

use std::net::IpAddr;

use crate::{network::Network, notice::Notice};

/// Where the light client runs, as far as dialling goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// A native program: TCP and plain WebSocket.
    Native,
    /// A browser.
    Browser {
        /// Whether the page came over https, which forbids plain WebSocket to other machines. Extensions whose policy
        /// allows `ws:` say no.
        secure_page: bool,
    },
}

const RAW_TCP: &str = "a browser cannot open raw TCP connections";
const PLAIN_WS: &str =
    "a page that came over https may not open plain WebSocket connections to other machines";
const NATIVE_TLS: &str = "the native client does not speak WebSocket over TLS";
const UNKNOWN: &str = "this kind of address is not supported";

impl Reach {
    /// Why an address cannot be dialled from here; none if it can.
    pub fn obstacle(self, multiaddress: &str) -> Option<&'static str> {
        let Some(address) = Address::parse(multiaddress) else {
            return Some(UNKNOWN);
        };
        match (self, address.transport) {
            (Self::Native, Transport::Wss) => Some(NATIVE_TLS),
            (Self::Native, Transport::Tcp | Transport::Ws) | (Self::Browser { .. }, Transport::Wss) => None,
            (Self::Browser { .. }, Transport::Tcp) => Some(RAW_TCP),
            (Self::Browser { secure_page }, Transport::Ws) => {
                (secure_page && !address.local).then_some(PLAIN_WS)
            }
        }
    }
}

impl Network {
    /// Bootnodes that cannot be dialled from here, by reason.
    pub fn unreachable_bootnodes(&self, reach: Reach) -> Vec<Notice> {
        let mut notices: Vec<Notice> = Vec::new();
        for bootnode in &self.bootnodes {
            let Some(obstacle) = reach.obstacle(bootnode) else {
                continue;
            };
            let known = notices.iter_mut().find_map(|notice| match notice {
                Notice::BootnodesUnreachable { addresses, reason } if reason == obstacle => Some(addresses),
                _ => None,
            });
            match known {
                Some(addresses) => addresses.push(bootnode.clone()),
                None => notices.push(Notice::BootnodesUnreachable {
                    addresses: vec![bootnode.clone()],
                    reason: obstacle.to_owned(),
                }),
            }
        }
        notices
    }
}

#[derive(Clone, Copy)]
enum Transport {
    Tcp,
    Ws,
    Wss,
}

struct Address {
    transport: Transport,
    local: bool,
}

impl Address {
    fn parse(multiaddress: &str) -> Option<Self> {
        let mut parts = multiaddress.strip_prefix('/')?.split('/');
        let (kind, host) = (parts.next()?, parts.next()?);
        let local = match kind {
            "ip4" | "ip6" => host.parse::<IpAddr>().ok()?.is_loopback(),
            "dns" | "dns4" | "dns6" => host.eq_ignore_ascii_case("localhost"),
            _ => return None,
        };
        if parts.next()? != "tcp" {
            return None;
        }
        parts.next()?.parse::<u16>().ok()?;
        let rest: Vec<&str> = parts.take_while(|part| *part != "p2p").collect();
        let transport = match rest.as_slice() {
            [] => Transport::Tcp,
            ["ws"] => Transport::Ws,
            ["wss"] | ["tls", "ws"] => Transport::Wss,
            _ => return None,
        };
        Some(Self { transport, local })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Reach = Reach::Browser { secure_page: true };
    const LOCAL_PAGE: Reach = Reach::Browser { secure_page: false };

    #[test]
    fn mixed_content_is_known_before_it_fails() {
        let ws = "/dns/example.org/tcp/30333/ws/p2p/12D3KooW";
        assert_eq!(PAGE.obstacle(ws), Some(PLAIN_WS));
        assert_eq!(LOCAL_PAGE.obstacle(ws), None);
        assert_eq!(Reach::Native.obstacle(ws), None);
        assert_eq!(PAGE.obstacle("/ip4/127.0.0.1/tcp/30333/ws/p2p/12D3KooW"), None);
        assert_eq!(PAGE.obstacle("/dns4/localhost/tcp/30333/ws"), None);
        assert_eq!(PAGE.obstacle("/dns/example.org/tcp/443/wss/p2p/12D3KooW"), None);
        assert_eq!(
            PAGE.obstacle("/dns/example.org/tcp/443/tls/ws/p2p/12D3KooW"),
            None
        );
    }

    #[test]
    fn raw_tcp_is_for_native_programs() {
        let tcp = "/ip4/1.2.3.4/tcp/30333/p2p/12D3KooW";
        assert_eq!(LOCAL_PAGE.obstacle(tcp), Some(RAW_TCP));
        assert_eq!(Reach::Native.obstacle(tcp), None);
    }

    #[test]
    fn other_addresses_are_refused() {
        for address in [
            "",
            "/",
            "/ip4/1.2.3.4",
            "/ip4/1.2.3.4/udp/1/quic",
            "/ip4/x/tcp/1",
            "/dns/a/tcp/99999",
        ] {
            assert_eq!(PAGE.obstacle(address), Some(UNKNOWN), "{address}");
        }
    }
}
