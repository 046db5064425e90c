//! What one should know before signing an intent.

use serde::{Deserialize, Serialize};
use taolight_primitives::AccountId;

/// A warning. The first ones of a list weigh no more than the last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "warning", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(tag = "warning", rename_all = "camelCase", rename_all_fields = "camelCase")
)]
pub enum Warning {
    /// What is sent is gone.
    Irreversible,
    /// The sender's account may be closed.
    ClosesAccount,
    /// The trade happens at any price.
    NoPriceLimit,
    /// Less than the amount may be traded.
    PartialFill,
    /// What is destroyed does not come back.
    Destroys,
    /// The stake cannot be taken out until the lock is gone.
    LocksStake,
    /// A lock that does not decay never ends by itself.
    NeverUnlocks,
    /// Conviction starts from nothing again.
    LosesConviction,
    /// Locked stake of others may come into the account.
    AcceptsLocked,
    /// Somebody gets full control over the account, with everything in it.
    GivesFullControl {
        /// Who.
        to: AccountId,
    },
    /// Somebody gets control over part of what the account does.
    GivesControl {
        /// Who.
        to: AccountId,
        /// In what, by the chain's name of the proxy type.
        kind: String,
    },
    /// An account without a key cannot be reached any more once its proxies are gone.
    MayLosePureAccount,
    /// The account is lost for ever, with everything in it.
    LosesPureAccount,
    /// The account can do next to nothing until the swap is done or cleared.
    BlocksAccount,
    /// The account can do nothing at all, and its holder cannot end that.
    FreezesAccount,
    /// Everything goes to another key.
    MovesEverything {
        /// The new coldkey.
        to: AccountId,
    },
    /// Registrations and stake of the hotkey go to the new one.
    MovesHotkey,
    /// The price may rise before this is done.
    NoCostLimit,
    /// Another subnet may be removed to make room.
    MayRemoveSubnet,
    /// Everybody can read it, for ever.
    Public,
    /// The creator's deposit can only be taken back by ending the crowdloan.
    DepositStays,
    /// The lease or transfer that was agreed on runs when the crowdloan ends.
    RunsAgreedCall,
    /// Nothing is known of what the call does.
    Unchecked,
    /// What is inside may fail although the transaction succeeds.
    InnerMayFail,
    /// Root dividends that were not claimed stay where they are.
    LeavesUnclaimed,
}

impl Warning {
    /// One sentence or two, for people.
    pub fn text(&self) -> String {
        match self {
            Self::Irreversible => "This cannot be undone: nobody can bring back what was sent.".to_owned(),
            Self::ClosesAccount => {
                "If less than the existential deposit is left, the account is closed and the rest is lost.".to_owned()
            }
            Self::NoPriceLimit => {
                "This trades at any price. Set a limit, so that nobody can move the price against you.".to_owned()
            }
            Self::PartialFill => {
                "If the price reaches your limit, only part of the amount is traded; the rest stays.".to_owned()
            }
            Self::Destroys => "What is destroyed is gone for everybody.".to_owned(),
            Self::LocksStake => {
                "Locked stake cannot be sold, moved or given away. It unlocks slowly: half of it takes about 90 days."
                    .to_owned()
            }
            Self::NeverUnlocks => "Without decay the stake stays locked until you switch the decay on again.".to_owned(),
            Self::LosesConviction => "The conviction that the lock has earned starts again from nothing.".to_owned(),
            Self::AcceptsLocked => {
                "Others can then send you stake that you cannot take out until it unlocks.".to_owned()
            }
            Self::GivesFullControl { to } => {
                format!("{to} gets full control: it can take everything in this account, and add or remove proxies.")
            }
            Self::GivesControl { to, kind } => {
                format!("{to} can do everything of the kind {kind} in the name of this account.")
            }
            Self::MayLosePureAccount => {
                "An account that has no key of its own is reached by its proxies alone: without them it is lost."
                    .to_owned()
            }
            Self::LosesPureAccount => {
                "The account is lost for ever, with all TAO and stake in it. Take everything out first.".to_owned()
            }
            Self::BlocksAccount => {
                "Until the swap is done or cleared, this account can do nothing else: no transfers, no staking."
                    .to_owned()
            }
            Self::FreezesAccount => {
                "The account is frozen completely. Only the chain's own council can end that; you cannot.".to_owned()
            }
            Self::MovesEverything { to } => {
                format!("Everything that this account has goes to {to}: TAO, stake, hotkeys, subnets.")
            }
            Self::MovesHotkey => {
                "Registrations go to the new hotkey, and so does its stake unless you keep it; services that run with the old one stop working."
                    .to_owned()
            }
            Self::NoCostLimit => "The price may rise before this is in a block. Set a limit to cap it.".to_owned(),
            Self::MayRemoveSubnet => {
                "The price falls from day to day, and where all places are taken, another subnet is removed to make room."
                    .to_owned()
            }
            Self::Public => "Everybody can read this, and it stays in the chain's history.".to_owned(),
            Self::DepositStays => "Your deposit comes back only when you end the crowdloan.".to_owned(),
            Self::RunsAgreedCall => {
                "This ends the crowdloan and does what was agreed on at its start with all the money.".to_owned()
            }
            Self::Unchecked => {
                "This wallet does not know what the call does. Sign it only if you do.".to_owned()
            }
            Self::InnerMayFail => {
                "The transaction can succeed although what is inside it fails; look at the result.".to_owned()
            }
            Self::LeavesUnclaimed => {
                "Root dividends that you have not claimed are not part of this; claim them first.".to_owned()
            }
        }
    }
}
