//! Intents: one plain type for each thing that a holder does. An intent crosses ports as JSON, becomes a call by the
//! runtime's metadata, and says what it does before anybody signs it.
//!
//! Amounts have the unit that the chain's call has: TAO where TAO is paid, otherwise alpha of the subnet that it leaves.

mod announcement;
mod batch;
mod call;
mod coldkey_swap;
mod cost;
mod crowdloan;
mod delegation;
mod derived;
mod effect;
mod facts;
mod gather;
mod identity;
mod keys;
mod kinds;
mod limit;
mod lock;
mod moving;
mod multisig;
mod need;
mod operation;
pub mod outcome;
mod position;
mod proxy;
mod pure;
mod quantity;
mod raw;
mod registration;
mod root;
mod serving;
mod spend;
mod stake;
mod transfer;
mod unstake;
mod warning;
mod words;

pub use announcement::{AnnounceProxied, ExecuteAnnounced, RejectAnnouncement, RemoveAnnouncement};
pub use batch::Batch;
pub use coldkey_swap::{AnnounceColdkeySwap, ClearColdkeySwap, DisputeColdkeySwap, ExecuteColdkeySwap};
pub use cost::Cost;
pub use crowdloan::{
    ContributeToCrowdloan, CreateCrowdloan, CrowdloanTerm, DissolveCrowdloan, FinalizeCrowdloan,
    RefundCrowdloan, UpdateCrowdloan, WithdrawFromCrowdloan,
};
pub use delegation::{Child, DecreaseTake, IncreaseTake, SetChildkeyTake, SetChildren};
pub use derived::{multisig_account, pure_account};
pub use effect::{Effect, Setting};
pub use facts::{AccountFacts, Availability, Facts, HotkeyFacts, SubnetFacts};
pub use gather::gather;
pub use identity::{SetIdentity, SetSubnetIdentity, SubnetIdentity, UpdateSymbol};
pub use keys::{AssociateHotkey, SwapHotkey};
pub use kinds::IntentKind;
pub use limit::{PriceLimit, RateLimited};
pub use lock::{AcceptLockedAlpha, LockStake, MoveLock, SetPerpetualLock};
pub use moving::{MoveStake, SwapStake, TransferStake};
pub use multisig::{ActAsMultisig, ApproveMultisig, CancelMultisig, Signatories, Timepoint, Weight};
pub use need::{
    ColdkeySwapNeed, CrowdloanNeed, Flaw, Funds, HotkeyNeed, MultisigNeed, Need, ProxyNeed, RateLimit,
    StakeNeed, SubnetNeed,
};
pub use operation::Signer;
pub use proxy::{ActAs, AddProxy, RemoveAllProxies, RemoveProxy};
pub use pure::{CreatePure, KillPure};
pub use quantity::Quantity;
pub use raw::RawCall;
pub use registration::{Register, RegisterOnRoot, RegisterSubnet, StartSubnet};
pub use root::{ClaimRoot, ClaimRootWithHotkey, RootClaimType, SetRootClaimType, StakeIntoBasket};
pub use serving::{ResetAxon, ServeAxon};
pub use spend::{AlphaSpend, Spend};
pub use stake::{AddStake, SetAutoStake};
pub use transfer::{Transfer, TransferAll};
pub use unstake::{BurnAlpha, RecycleAlpha, RemoveAllStake, RemoveStake, UnstakeAll, UnstakeAllAlpha};
pub use warning::Warning;

use need::flaw;
use operation::Operation;
use serde::{Deserialize, Serialize};
use taolight_codec::{Metadata, blake2_256};
use taolight_primitives::{AccountId, BlockHash, Failure, Rao};

/// Defines the enum of all intents, and which type says what each does.
macro_rules! intents {
    ($($name:ident),* $(,)?) => {
        /// One thing that a holder does. Each variant is documented at the type that it holds.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "intent", rename_all = "camelCase")]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(tag = "intent", rename_all = "camelCase"))]
        #[expect(missing_docs, reason = "the types that the variants hold have the docs")]
        pub enum Intent {
            $($name($name),)*
        }

        impl Intent {
            /// Every kind of intent, in the order in which they are declared.
            pub fn kinds() -> Vec<IntentKind> {
                vec![$(IntentKind::of::<$name>(stringify!($name)),)*]
            }

            fn operation(&self) -> &dyn Operation {
                match self {
                    $(Self::$name(operation) => operation,)*
                }
            }
        }

        $(impl From<$name> for Intent {
            fn from(operation: $name) -> Self {
                Self::$name(operation)
            }
        })*
    };
}

intents! {
    Transfer, TransferAll,
    AddStake, RemoveStake, RemoveAllStake, UnstakeAll, UnstakeAllAlpha,
    MoveStake, SwapStake, TransferStake, RecycleAlpha, BurnAlpha, SetAutoStake,
    ClaimRoot, ClaimRootWithHotkey, SetRootClaimType, StakeIntoBasket,
    LockStake, MoveLock, SetPerpetualLock, AcceptLockedAlpha,
    AssociateHotkey, SwapHotkey,
    Register, RegisterOnRoot, RegisterSubnet, StartSubnet,
    IncreaseTake, DecreaseTake, SetChildren, SetChildkeyTake,
    SetIdentity, SetSubnetIdentity, UpdateSymbol,
    ServeAxon, ResetAxon,
    AnnounceColdkeySwap, ExecuteColdkeySwap, ClearColdkeySwap, DisputeColdkeySwap,
    AddProxy, RemoveProxy, RemoveAllProxies, CreatePure, KillPure,
    AnnounceProxied, RemoveAnnouncement, RejectAnnouncement, ExecuteAnnounced, ActAs,
    ActAsMultisig, ApproveMultisig, CancelMultisig,
    CreateCrowdloan, ContributeToCrowdloan, WithdrawFromCrowdloan, FinalizeCrowdloan, RefundCrowdloan,
    DissolveCrowdloan, UpdateCrowdloan,
    Batch, RawCall,
}

impl Intent {
    /// SCALE bytes of the call. Fails with `NotInRuntime` where the runtime does not have what it takes.
    pub fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        self.operation().build(metadata)
    }

    /// blake2b-256 of the call: its name in announcements and in operations of multisig accounts.
    pub fn call_hash(&self, metadata: &Metadata) -> Result<BlockHash, Failure> {
        Ok(BlockHash(blake2_256(&self.build(metadata)?)))
    }

    /// One sentence that says what happens, without its full stop.
    pub fn summary(&self) -> String {
        self.operation().summary()
    }

    /// What changes if `who` does it and it succeeds, except the fee.
    pub fn effects(&self, who: AccountId) -> Vec<Effect> {
        self.operation().effects(who)
    }

    /// What one should know before signing.
    pub fn warnings(&self) -> Vec<Warning> {
        self.operation().warnings()
    }

    /// What it takes at most, without the fee, if `who` does it.
    pub fn spend(&self, who: AccountId) -> Spend {
        Spend::of(&self.effects(who))
    }

    /// Which of a holder's keys signs it.
    pub fn signer(&self) -> Signer {
        self.operation().signer()
    }

    /// Whether the runtime may sell alpha of the position to pay the fee, where TAO is short.
    pub fn may_pay_in_alpha(&self) -> bool {
        self.operation().may_pay_in_alpha()
    }

    /// What has to be so for it to succeed if `who` does it. Says what to read for [`Intent::unmet`].
    pub fn needs(&self, who: AccountId) -> Vec<Need> {
        let mut needs = Vec::new();
        if !self.works_in_safe_mode() {
            needs.push(Need::NoSafeMode);
        }
        if !self.works_while_swapping() {
            needs.push(Need::ColdkeySwap(who, ColdkeySwapNeed::NotPending));
        }
        needs.extend(self.operation().needs(who));
        Need::together(needs)
    }

    /// Everything that is known to be in the way if `signer` signs it, in the chain's order as far as there is one. Each
    /// failure says what to do. Empty if nothing is.
    pub fn unmet(&self, signer: AccountId, facts: &Facts) -> Vec<Failure> {
        let mut needs = self.needs(signer);
        let pays = |needs: &[Need], payer| {
            let mut needs = needs.iter();
            needs.any(|need| matches!(need, Need::Funds(funds) if funds.account == payer))
        };
        // Where nothing else is paid, the fee alone has to be there.
        if let Some((payer, _)) = facts.fee
            && !self.may_pay_in_alpha()
            && !pays(&needs, payer)
        {
            needs.push(Need::Funds(Funds::of(payer, Rao::ZERO)));
        }
        needs.iter().filter_map(|need| need.check(facts).err()).collect()
    }

    /// Whether the chain takes it for a batch, which may not be in another one.
    fn is_batch(&self) -> bool {
        if let Self::RawCall(call) = self {
            return call.is_batch();
        }
        matches!(self, Self::Batch(_))
    }

    /// Safe mode lets hotkeys serve and multisig accounts be approved for.
    fn works_in_safe_mode(&self) -> bool {
        matches!(
            self,
            Self::ServeAxon(_)
                | Self::ResetAxon(_)
                | Self::ApproveMultisig(_)
                | Self::CancelMultisig(_)
                | Self::RawCall(_)
        )
    }

    /// A coldkey that is about to be replaced can only do what is about that.
    fn works_while_swapping(&self) -> bool {
        matches!(
            self,
            Self::AnnounceColdkeySwap(_)
                | Self::ExecuteColdkeySwap(_)
                | Self::ClearColdkeySwap(_)
                | Self::DisputeColdkeySwap(_)
                | Self::RawCall(_)
        )
    }
}

/// The zero account as a hotkey is a mistake: the chain reads it as "none".
fn nobody(hotkey: &AccountId) -> Option<Need> {
    flaw(hotkey.0 == [0; 32], Flaw::NobodysHotkey)
}
