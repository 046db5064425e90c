//! `taolight quote`: what a trade would give.

use clap::Subcommand;
use taolight_bittensor::{
    Protection,
    reads::{StakePlace, Trade},
};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Rao};
use taolight_protocol::engine::ReadQuote;

use crate::typed::{netuid, place, tolerance};

/// A trade, and how far its price may go.
#[derive(clap::Args)]
pub(crate) struct Quote {
    /// How much worse than now the price may become, in percent; without it any price counts
    #[arg(long, global = true)]
    tolerance: Option<String>,
    /// Trade as much as the tolerance allows, rather than all or nothing
    #[arg(long, global = true, requires = "tolerance")]
    partial: bool,
    /// The trade
    #[command(subcommand)]
    trade: Typed,
}

/// A trade as it is typed.
#[derive(Subcommand)]
enum Typed {
    /// TAO into a subnet's alpha
    Buy {
        /// Number of the subnet
        #[arg(value_parser = netuid)]
        netuid: NetUid,
        /// The hotkey that is staked with
        #[arg(value_parser = AccountId::from_ss58)]
        hotkey: AccountId,
        /// How much TAO
        #[arg(value_parser = Rao::parse_tao)]
        amount: Rao,
        /// Who pays
        #[arg(long, value_parser = AccountId::from_ss58)]
        coldkey: Option<AccountId>,
    },
    /// A subnet's alpha into TAO
    Sell {
        /// Whose stake
        #[arg(value_parser = AccountId::from_ss58)]
        coldkey: AccountId,
        /// Where it is, as 5…/1: the hotkey and the number of the subnet
        #[arg(value_parser = place)]
        from: StakePlace,
        /// How much alpha; all of the position without it
        #[arg(value_parser = Alpha::parse_alpha)]
        amount: Option<Alpha>,
    },
    /// Stake to another subnet, hotkey or coldkey
    Move {
        /// Whose stake
        #[arg(value_parser = AccountId::from_ss58)]
        coldkey: AccountId,
        /// Where it is, as 5…/1
        #[arg(value_parser = place)]
        from: StakePlace,
        /// Where it goes, as 5…/1
        #[arg(value_parser = place)]
        to: StakePlace,
        /// How much alpha; all of the position without it
        #[arg(value_parser = Alpha::parse_alpha)]
        amount: Option<Alpha>,
        /// Whose it is then
        #[arg(long, value_parser = AccountId::from_ss58)]
        receiver: Option<AccountId>,
    },
}

impl Quote {
    /// The question for the engine.
    pub(crate) fn question(self) -> Result<ReadQuote, Failure> {
        Ok(ReadQuote {
            protection: self.protection()?,
            trade: self.trade.trade(),
        })
    }

    fn protection(&self) -> Result<Protection, Failure> {
        let Some(percent) = &self.tolerance else {
            return Ok(Protection::None);
        };
        let tolerance = tolerance(percent)?;
        Ok(match self.partial {
            true => Protection::Part { tolerance },
            false => Protection::Whole { tolerance },
        })
    }
}

impl Typed {
    fn trade(self) -> Trade {
        match self {
            Self::Buy {
                netuid,
                hotkey,
                amount,
                coldkey,
            } => Trade::Buy {
                coldkey,
                to: StakePlace { hotkey, netuid },
                amount,
            },
            Self::Sell {
                coldkey,
                from,
                amount,
            } => Trade::Sell {
                coldkey,
                from,
                amount,
            },
            Self::Move {
                coldkey,
                from,
                to,
                amount,
                receiver,
            } => Trade::Move {
                coldkey,
                from,
                to,
                receiver,
                amount,
            },
        }
    }
}
