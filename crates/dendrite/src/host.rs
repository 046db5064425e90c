//! What the place that this runs in lets a user reach.

use crate::endpoint::{Endpoint, Link, Scope};

/// Where the request would be sent from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A page at `http://localhost`.
    LocalPage,
    /// A page that came over https.
    SecurePage,
    /// An extension with permission for all hosts.
    Extension,
    /// A program, or an app that sends for its webview.
    Native,
}

/// Whether a miner lets pages read its answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cors {
    /// It does.
    Allowed,
    /// It does not, as every axon that is left as it was shipped.
    Refused,
    /// Nobody has asked yet.
    Unknown,
}

/// Why a miner is not reached from a host, or only perhaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// One of the ports that browsers refuse.
    #[error("every browser refuses this miner's port; ask from the app or the command line")]
    Port,
    /// A page over https, a miner over http.
    #[error(
        "this page came over https, and from there a browser asks only miners with TLS that allow CORS; use the extension or the app"
    )]
    MixedContent,
    /// A page over https, a miner in the user's own network.
    #[error("your browser will ask whether this page may reach your own network, and fails if it may not")]
    LocalNetwork,
    /// The miner is known to allow no page.
    #[error("this miner lets no web page read its answers (no CORS); use the extension or the app")]
    Cors,
    /// The miner may allow pages, which few do.
    #[error(
        "a web page reaches only miners that allow CORS, and few do; whether this one does shows when it is asked"
    )]
    PerhapsCors,
}

impl Obstacle {
    /// Whether nothing can arrive, rather than perhaps nothing.
    pub fn is_certain(self) -> bool {
        match self {
            Self::Port | Self::MixedContent | Self::Cors => true,
            Self::LocalNetwork | Self::PerhapsCors => false,
        }
    }
}

impl Host {
    /// What stands between this host and a miner; none if it is reached.
    pub fn obstacle(self, endpoint: Endpoint, link: Link, cors: Cors) -> Option<Obstacle> {
        let is_browser = match self {
            Self::LocalPage | Self::SecurePage | Self::Extension => true,
            Self::Native => false,
        };
        if is_browser && endpoint.is_blocked_by_browsers() {
            return Some(Obstacle::Port);
        }
        match self {
            Self::Extension | Self::Native => None,
            Self::LocalPage => of_page(cors),
            Self::SecurePage => match (link, endpoint.scope()) {
                (Link::Plain, Scope::Public) => Some(Obstacle::MixedContent),
                (Link::Plain, Scope::Special(_)) => of_page(cors)
                    .filter(|it| it.is_certain())
                    .or(Some(Obstacle::LocalNetwork)),
                (Link::Tls, _) => of_page(cors),
            },
        }
    }
}

fn of_page(cors: Cors) -> Option<Obstacle> {
    match cors {
        Cors::Allowed => None,
        Cors::Refused => Some(Obstacle::Cors),
        Cors::Unknown => Some(Obstacle::PerhapsCors),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn obstacle(host: Host, endpoint: &str, link: Link, cors: Cors) -> Option<Obstacle> {
        let address: std::net::SocketAddr = endpoint.parse().unwrap();
        let endpoint = Endpoint {
            ip: address.ip(),
            port: address.port(),
        };
        host.obstacle(endpoint, link, cors)
    }

    /// The table of what was seen in a browser.
    #[test]
    fn each_host_reaches_what_it_reaches() {
        use {Cors::*, Host::*, Link::*};
        let public = "8.8.8.8:8091";
        for (host, link, cors, want) in [
            (LocalPage, Plain, Refused, Some(Obstacle::Cors)),
            (LocalPage, Plain, Unknown, Some(Obstacle::PerhapsCors)),
            (LocalPage, Plain, Allowed, None),
            (SecurePage, Plain, Refused, Some(Obstacle::MixedContent)),
            (SecurePage, Plain, Allowed, Some(Obstacle::MixedContent)),
            (SecurePage, Tls, Refused, Some(Obstacle::Cors)),
            (SecurePage, Tls, Unknown, Some(Obstacle::PerhapsCors)),
            (SecurePage, Tls, Allowed, None),
            (Extension, Plain, Refused, None),
            (Extension, Plain, Unknown, None),
            (Native, Plain, Refused, None),
        ] {
            assert_eq!(
                obstacle(host, public, link, cors),
                want,
                "{host:?} {link:?} {cors:?}"
            );
        }
    }

    #[test]
    fn an_own_network_is_asked_for() {
        let own = "192.168.1.7:8091";
        let seen = |cors| obstacle(Host::SecurePage, own, Link::Plain, cors);
        assert_eq!(seen(Cors::Allowed), Some(Obstacle::LocalNetwork));
        assert_eq!(seen(Cors::Refused), Some(Obstacle::Cors));
        assert_eq!(obstacle(Host::LocalPage, own, Link::Plain, Cors::Allowed), None);
    }

    #[test]
    fn only_browsers_refuse_ports() {
        for (host, want) in [
            (Host::LocalPage, Some(Obstacle::Port)),
            (Host::SecurePage, Some(Obstacle::Port)),
            (Host::Extension, Some(Obstacle::Port)),
            (Host::Native, None),
        ] {
            assert_eq!(
                obstacle(host, "8.8.8.8:6000", Link::Plain, Cors::Allowed),
                want,
                "{host:?}"
            );
        }
    }
}
