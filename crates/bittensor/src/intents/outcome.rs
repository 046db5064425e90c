//! What became of a transaction, by the events of its block: what moved, what it cost, and whether what was inside it
//! worked. A transaction can succeed although the call that a proxy or multisig account was to do has failed.

mod happened;
mod inner;

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Event, Metadata, extrinsic_events};
use taolight_primitives::{AccountId, Alpha, NetUid, Rao};

pub use happened::Happened;
pub use inner::Inner;

use super::Timepoint;
use crate::remedy;

/// What became of a transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct TransactionOutcome {
    /// Why the whole of it failed; none if it did not.
    pub error: Option<ChainError>,
    /// What was paid, tip included, where the events say it. In TAO, even where alpha was sold for it.
    pub fee: Option<Rao>,
    /// The alpha that was sold for the fee.
    pub alpha_fee: Option<AlphaFee>,
    /// What happened, in order.
    pub happened: Vec<Happened>,
    /// What became of calls within the call, in the order in which they ended.
    pub inner: Vec<Inner>,
}

/// An error of the chain, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct ChainError {
    /// Its name in the metadata, such as `SubtensorModule.AmountTooLow`.
    pub name: String,
    /// What happened and what to do.
    pub remedy: String,
}

/// Alpha that was sold to pay a fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct AlphaFee {
    /// Who paid.
    pub who: AccountId,
    /// The subnet.
    pub netuid: NetUid,
    /// How much of its alpha.
    pub alpha: Alpha,
    /// What it brought.
    pub tao: Rao,
}

/// Whether what was wanted has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "is", rename_all = "camelCase"))]
pub enum Achieved {
    /// All of it.
    Everything,
    /// Part of it; the rest failed.
    Part {
        /// The first error.
        error: ChainError,
    },
    /// Not yet: others have to approve.
    Waiting,
    /// Nothing.
    Nothing {
        /// Why.
        error: ChainError,
    },
}

impl ChainError {
    pub(super) fn of(error: taolight_codec::DispatchError) -> Self {
        Self {
            remedy: remedy::dispatch_error(&error.name),
            name: error.name,
        }
    }
}

impl TransactionOutcome {
    /// Reads what became of the extrinsic at `index` of block number `height`, whose events these are. `None` if the
    /// events do not mention it.
    pub fn read(
        metadata: &Metadata,
        events: &[u8],
        height: u32,
        index: u32,
    ) -> Result<Option<Self>, CodecError> {
        let events = extrinsic_events(metadata, events, index)?;
        let at = Timepoint { height, index };
        let mut outcome = Self {
            error: None,
            fee: None,
            alpha_fee: None,
            happened: Vec::new(),
            inner: Vec::new(),
        };
        let mut ended = false;
        for event in &events {
            ended |= outcome.add(metadata, event, at)?;
        }
        outcome.take_out_fee_sale();
        Ok(ended.then_some(outcome))
    }

    /// Whether what was wanted has happened, with what is inside.
    pub fn achieved(&self) -> Achieved {
        if let Some(error) = &self.error {
            return Achieved::Nothing { error: error.clone() };
        }
        let mut failed = self.inner.iter().filter_map(Inner::error);
        let worked = self.inner.iter().any(Inner::worked);
        match failed.next() {
            Some(error) if worked => Achieved::Part { error: error.clone() },
            Some(error) => Achieved::Nothing { error: error.clone() },
            None if self.happened.iter().any(Happened::waits) => Achieved::Waiting,
            None => Achieved::Everything,
        }
    }

    /// Adds an event. True for the one that ends an extrinsic's events.
    fn add(&mut self, metadata: &Metadata, event: &Event<'_>, at: Timepoint) -> Result<bool, CodecError> {
        let content = &event.content;
        match (event.pallet, event.name) {
            ("System", "ExtrinsicSuccess") => return Ok(true),
            ("System", "ExtrinsicFailed") => {
                let error = taolight_codec::DispatchError::read(metadata, content.field("dispatch_error")?)?;
                self.error = Some(ChainError::of(error));
                return Ok(true);
            }
            ("TransactionPayment", "TransactionFeePaid") => {
                self.fee = Some(content.field("actual_fee")?.rao()?);
            }
            ("SubtensorModule", "TransactionFeePaidWithAlpha") => {
                self.alpha_fee = Some(AlphaFee {
                    who: AccountId(content.field("who")?.bytes()?),
                    netuid: NetUid(content.field("netuid")?.unsigned()?),
                    alpha: Alpha(content.field("alpha_fee")?.unsigned()?),
                    tao: content.field("tao_amount")?.rao()?,
                });
            }
            _ => {
                self.inner.extend(Inner::read(metadata, event)?);
                self.happened.extend(Happened::read(event, at)?);
            }
        }
        Ok(false)
    }

    /// The sale that paid the fee is no trade that the user made.
    fn take_out_fee_sale(&mut self) {
        let Some(fee) = self.alpha_fee else {
            return;
        };
        let is_fee = |happened: &Happened| {
            matches!(happened, Happened::Unstaked { coldkey, netuid, alpha, tao, .. }
                if (*coldkey, *netuid, *alpha, *tao) == (fee.who, fee.netuid, fee.alpha, fee.tao))
        };
        if let Some(position) = self.happened.iter().position(is_fee) {
            self.happened.remove(position);
        }
    }
}
