//! Sending TAO.

use serde::{Deserialize, Serialize};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, Failure, Rao};

use super::{Effect, Flaw, Funds, Need, Quantity, Warning, call::Call, flaw, operation::Operation};

/// TAO moves to another account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Transfer {
    /// Who receives.
    pub destination: AccountId,
    /// How much arrives.
    pub amount: Rao,
    /// Refuse to leave the sender's account below the existential deposit.
    pub keep_alive: bool,
}

/// All TAO that can be spent moves to another account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct TransferAll {
    /// Who receives.
    pub destination: AccountId,
    /// Leave the existential deposit, so that the account stays.
    pub keep_alive: bool,
}

impl Operation for Transfer {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let name = match self.keep_alive {
            true => "transfer_keep_alive",
            false => "transfer_allow_death",
        };
        Call::of("Balances", name)
            .with("dest", self.destination)
            .with("value", self.amount)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Send {} TAO to {}", self.amount, self.destination)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::TaoOut {
            amount: Quantity::Exactly(self.amount),
            to: Some(self.destination),
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        let closes = (!self.keep_alive).then_some(Warning::ClosesAccount);
        [Warning::Irreversible].into_iter().chain(closes).collect()
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let funds = Funds {
            keep_alive: self.keep_alive,
            ..Funds::of(who, self.amount)
        };
        let receives = Need::Receives {
            account: self.destination,
            amount: self.amount,
        };
        flaw(self.amount == Rao::ZERO, Flaw::ZeroAmount)
            .into_iter()
            .chain([Need::Funds(funds), receives])
            .collect()
    }
}

impl Operation for TransferAll {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::of("Balances", "transfer_all")
            .with("dest", self.destination)
            .with("keep_alive", self.keep_alive)
            .encode(metadata)
    }

    fn summary(&self) -> String {
        match self.keep_alive {
            true => format!(
                "Send all TAO except the existential deposit to {}",
                self.destination
            ),
            false => format!("Send all TAO to {} and close this account", self.destination),
        }
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::TaoOut {
            amount: Quantity::Everything,
            to: Some(self.destination),
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        let closes = (!self.keep_alive).then_some(Warning::ClosesAccount);
        [Warning::Irreversible].into_iter().chain(closes).collect()
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Funds(Funds::of(who, Rao::ZERO))]
    }
}
