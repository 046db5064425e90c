//! The reads that are measured.

use futures::StreamExt;
use taolight_bittensor::{
    Protection,
    reads::{Column, StakePlace, Trade},
};
use taolight_keys::{Keypair, SecretUri};
use taolight_primitives::{AccountId, NetUid, Rao};
use taolight_protocol::{
    Client,
    engine::{
        ReadHotkey, ReadLocks, ReadMetagraph, ReadNeurons, ReadPortfolio, ReadQuote, ReadRootClaims,
        ReadSubnet, ReadSubnets, ReadValidators, WatchBalance,
    },
};

/// The seed's subnet with 64 neurons.
const CROWDED: NetUid = NetUid(1);

/// How many coldkeys the portfolio has, and how many positions each.
const COLDKEYS: u16 = 10;
const POSITIONS: usize = 20;

/// A read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Read {
    /// TAO of one account.
    Balance,
    /// Ten coldkeys with 20 positions each.
    Portfolio,
    /// All 128 subnets.
    Subnets,
    /// A page of 32 neurons.
    MetagraphPage,
    /// What a purchase would give.
    Quote,
    /// All about one subnet.
    Subnet,
    /// Three columns of 64 neurons.
    Columns,
    /// The validators of a subnet, 64 of them.
    Validators,
    /// A hotkey that is on every subnet.
    Hotkey,
    /// Locks on three subnets.
    Locks,
    /// What root stake of one hotkey has earned.
    RootClaims,
}

impl Read {
    pub(crate) const ALL: [Self; 11] = [
        Self::Balance,
        Self::Portfolio,
        Self::Subnets,
        Self::MetagraphPage,
        Self::Quote,
        Self::Subnet,
        Self::Columns,
        Self::Validators,
        Self::Hotkey,
        Self::Locks,
        Self::RootClaims,
    ];

    /// The beginning of its figures' names.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Balance => "balance",
            Self::Portfolio => "portfolio",
            Self::Subnets => "subnets",
            Self::MetagraphPage => "metagraph_page",
            Self::Quote => "quote",
            Self::Subnet => "subnet",
            Self::Columns => "metagraph_columns",
            Self::Validators => "validators",
            Self::Hotkey => "hotkey",
            Self::Locks => "locks",
            Self::RootClaims => "root_claims",
        }
    }

    /// Reads it once, whole.
    pub(crate) async fn once(self, engine: &Client) {
        match self {
            Self::Balance => {
                let account = account("crowd//1");
                let balance = engine.subscribe(WatchBalance { account }).next().await;
                assert!(balance.unwrap().unwrap().value.free > Rao::ZERO);
            }
            Self::Portfolio => {
                let coldkeys: Vec<_> = (1..=COLDKEYS)
                    .map(|member| account(&format!("crowd//{member}")))
                    .collect();
                let portfolio = engine.call(ReadPortfolio { coldkeys }).await.unwrap();
                let holdings = portfolio.value.holders.iter().flat_map(|holder| &holder.holdings);
                let positions: usize = holdings.map(|holding| holding.positions.len()).sum();
                assert_eq!(positions, usize::from(COLDKEYS) * POSITIONS);
            }
            Self::Subnets => {
                let subnets = engine.call(ReadSubnets {}).await.unwrap();
                // The root is one more.
                assert_eq!(subnets.value.len(), 129);
            }
            Self::MetagraphPage => {
                let page = ReadNeurons {
                    netuid: CROWDED,
                    from: 0,
                    count: 32,
                };
                assert_eq!(engine.call(page).await.unwrap().value.len(), 32);
            }
            Self::Quote => {
                let trade = Trade::Buy {
                    coldkey: Some(account("crowd//1")),
                    to: StakePlace {
                        hotkey: account("validator//1//hotkey"),
                        netuid: CROWDED,
                    },
                    amount: Rao(1_000_000_000),
                };
                let protection = Protection::None;
                let quote = engine.call(ReadQuote { trade, protection }).await.unwrap();
                assert_eq!(quote.value.obstacle, None);
            }
            Self::Subnet => {
                let subnet = engine.call(ReadSubnet { netuid: CROWDED }).await.unwrap();
                assert!(subnet.value.is_some());
            }
            Self::Columns => {
                let wanted = ReadMetagraph {
                    netuid: CROWDED,
                    columns: vec![Column::Hotkeys, Column::Emissions, Column::TotalStakes],
                };
                assert!(engine.call(wanted).await.unwrap().value.is_some());
            }
            Self::Validators => {
                let validators = engine.call(ReadValidators { netuid: CROWDED }).await.unwrap();
                assert!(!validators.value.is_empty());
            }
            Self::Hotkey => {
                let hotkey = account("validator//1//hotkey");
                let hotkey = engine.call(ReadHotkey { hotkey }).await.unwrap();
                assert!(hotkey.value.subnets.len() > 100);
            }
            Self::Locks => {
                let coldkey = account("locker");
                let locks = engine.call(ReadLocks { coldkey }).await.unwrap();
                assert_eq!(locks.value.locks.len(), 3);
            }
            Self::RootClaims => {
                let coldkey = account("validator//1");
                engine.call(ReadRootClaims { coldkey }).await.unwrap();
            }
        }
    }
}

/// An account of the seed.
fn account(path: &str) -> AccountId {
    let uri = SecretUri::parse(&format!("//seed//{path}")).unwrap();
    Keypair::from_uri(&uri).unwrap().account()
}
