//! A call inside of another, with guards before it. The pool asks the guards about the call that was submitted; what
//! that call dispatches in the name of some account, through a proxy, a batch or a multisig, is asked about here.

use crate::{AccountId, Runtime, RuntimeCall, RuntimeOrigin, SubtensorModule, mev_shield, subtensor};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
    dispatch::{DispatchInfo, DispatchResultWithPostInfo, GetDispatchInfo, PostDispatchInfo},
    traits::{IsSubType, IsType, UnfilteredDispatchable},
};
use frame_system::ensure_signed;
use ref_cast::RefCast;
use scale_info::{Type, TypeInfo};
use sp_runtime::{DispatchError, traits::Dispatchable};
use subtensor::{Barred, Error};

/// Whether the guards let an account make a call.
pub fn check(who: &AccountId, call: &RuntimeCall) -> Result<(), Barred> {
    SubtensorModule::check_coldkey(who, leads_out_of_swap(call))?;
    match call {
        RuntimeCall::SubtensorModule(call) => SubtensorModule::check_call(who, call),
        _ => Ok(()),
    }
}

fn leads_out_of_swap(call: &RuntimeCall) -> bool {
    match call {
        RuntimeCall::SubtensorModule(call) => SubtensorModule::leads_out_of_swap(call),
        RuntimeCall::MevShield(mev_shield::Call::submit_encrypted { .. }) => true,
        _ => false,
    }
}

/// A call that another call dispatches. On the wire and in metadata it is the call itself.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, RefCast)]
#[repr(transparent)]
pub struct GuardedCall(pub RuntimeCall);

impl TypeInfo for GuardedCall {
    type Identity = <RuntimeCall as TypeInfo>::Identity;

    fn type_info() -> Type {
        RuntimeCall::type_info()
    }
}

impl From<RuntimeCall> for GuardedCall {
    fn from(call: RuntimeCall) -> Self {
        Self(call)
    }
}

impl From<GuardedCall> for RuntimeCall {
    fn from(GuardedCall(call): GuardedCall) -> Self {
        call
    }
}

impl From<frame_system::Call<Runtime>> for GuardedCall {
    fn from(call: frame_system::Call<Runtime>) -> Self {
        Self(call.into())
    }
}

impl IsType<RuntimeCall> for GuardedCall {
    fn from_ref(call: &RuntimeCall) -> &Self {
        Self::ref_cast(call)
    }

    fn into_ref(&self) -> &RuntimeCall {
        &self.0
    }

    fn from_mut(call: &mut RuntimeCall) -> &mut Self {
        Self::ref_cast_mut(call)
    }

    fn into_mut(&mut self) -> &mut RuntimeCall {
        &mut self.0
    }
}

impl<Inner> IsSubType<Inner> for GuardedCall
where
    RuntimeCall: IsSubType<Inner>,
{
    fn is_sub_type(&self) -> Option<&Inner> {
        self.0.is_sub_type()
    }
}

impl GetDispatchInfo for GuardedCall {
    fn get_dispatch_info(&self) -> DispatchInfo {
        self.0.get_dispatch_info()
    }
}

impl Dispatchable for GuardedCall {
    type Config = <RuntimeCall as Dispatchable>::Config;
    type Info = DispatchInfo;
    type PostInfo = PostDispatchInfo;
    type RuntimeOrigin = RuntimeOrigin;

    fn dispatch(self, origin: RuntimeOrigin) -> DispatchResultWithPostInfo {
        self.guard(&origin)?;
        self.0.dispatch(origin)
    }
}

impl UnfilteredDispatchable for GuardedCall {
    type RuntimeOrigin = RuntimeOrigin;

    fn dispatch_bypass_filter(self, origin: RuntimeOrigin) -> DispatchResultWithPostInfo {
        self.guard(&origin)?;
        self.0.dispatch_bypass_filter(origin)
    }
}

impl GuardedCall {
    /// Root and nobody are not guarded.
    fn guard(&self, origin: &RuntimeOrigin) -> Result<(), DispatchError> {
        match ensure_signed(origin.clone()) {
            Ok(who) => check(&who, &self.0).map_err(|barred| Error::<Runtime>::from(barred).into()),
            Err(_) => Ok(()),
        }
    }
}
