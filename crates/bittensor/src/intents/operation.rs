//! What every intent can do.

use serde::{Deserialize, Serialize};
use taolight_codec::Metadata;
use taolight_primitives::{AccountId, Failure};

use super::{Effect, Need, Warning};

/// One thing that a holder does. `who` is the account in whose name it is done: the signer, or the account behind a
/// proxy or multisig.
pub(crate) trait Operation {
    /// SCALE bytes of the call.
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure>;

    /// One sentence that says what happens, without its full stop.
    fn summary(&self) -> String;

    /// What changes if it succeeds, except the fee.
    fn effects(&self, who: AccountId) -> Vec<Effect>;

    /// What one should know before signing.
    fn warnings(&self) -> Vec<Warning> {
        Vec::new()
    }

    /// What has to be so for it to succeed.
    fn needs(&self, who: AccountId) -> Vec<Need>;

    /// Which of a holder's keys signs it.
    fn signer(&self) -> Signer {
        Signer::Coldkey
    }

    /// Whether the runtime may sell alpha to pay the fee, where TAO is short.
    fn may_pay_in_alpha(&self) -> bool {
        false
    }
}

/// A key of a holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub enum Signer {
    /// The key that holds the funds.
    Coldkey,
    /// The key of a miner or validator.
    Hotkey,
    /// Whichever the call asks for; nobody can tell.
    Either,
}
