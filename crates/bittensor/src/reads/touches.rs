//! What a block did to accounts, whoever wanted it, by the block's own events.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Event, Metadata, each_event, events_key};
use taolight_primitives::{AccountId, Failure, Verified};

use crate::{
    View,
    intents::{Timepoint, outcome::Happened},
};

/// The events of a block that has none, as SCALE.
const NO_EVENTS: &[u8] = &[0];

/// What one extrinsic of a block did to an account, or what the chain did to it by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Touch {
    /// Position of the extrinsic in its block; none for what the chain did by itself.
    pub extrinsic: Option<u32>,
    /// Whether the account paid for it. Then whoever has its key wanted it.
    pub own: bool,
    /// Whether the extrinsic failed.
    pub failed: bool,
    /// What happened to the account, in order.
    pub happened: Vec<Happened>,
}

/// What the block did to each of these accounts, in their order. Costs one proof of all its events.
pub async fn touches(view: &impl View, accounts: &[AccountId]) -> Result<Verified<Vec<Vec<Touch>>>, Failure> {
    let metadata = view.metadata();
    let events = view.values(&[events_key(metadata)?]).await?;
    let events = events
        .into_iter()
        .next()
        .flatten()
        .unwrap_or_else(|| NO_EVENTS.to_vec());
    let height = view.block().number;
    let each = accounts
        .iter()
        .map(|account| of_account(metadata, &events, height, account));
    Ok(view.verified(each.collect::<Result<_, _>>()?))
}

fn of_account(
    metadata: &Metadata,
    events: &[u8],
    height: u32,
    account: &AccountId,
) -> Result<Vec<Touch>, CodecError> {
    let mut touches: Vec<Touch> = Vec::new();
    each_event(metadata, events, |extrinsic, event| {
        let touch = match touches.pop() {
            Some(touch) if touch.extrinsic == extrinsic => touch,
            other => {
                touches.extend(other);
                Touch::new(extrinsic)
            }
        };
        let touch = touch.with(&event, height, account)?;
        touches.push(touch);
        Ok(())
    })?;
    touches.retain(|touch| touch.own || !touch.happened.is_empty());
    Ok(touches)
}

impl Touch {
    fn new(extrinsic: Option<u32>) -> Self {
        Self {
            extrinsic,
            own: false,
            failed: false,
            happened: Vec::new(),
        }
    }

    fn with(mut self, event: &Event<'_>, height: u32, account: &AccountId) -> Result<Self, CodecError> {
        let index = self.extrinsic.unwrap_or_default();
        match (event.pallet, event.name) {
            ("System", "ExtrinsicFailed") => self.failed = true,
            ("TransactionPayment", "TransactionFeePaid") => {
                self.own |= event.content.field("who")?.account()? == *account;
            }
            _ => {
                let happened = Happened::read(event, Timepoint { height, index })?;
                self.happened
                    .extend(happened.filter(|happened| happened.concerns(account)));
            }
        }
        Ok(self)
    }
}
