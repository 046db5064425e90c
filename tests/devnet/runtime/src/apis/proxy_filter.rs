//! `ProxyFilterRuntimeApi`: the types of proxies, and what each may call.

use crate::{
    AdminUtils, Balances, ProxyType, Runtime, SubtensorModule, Sudo, admin_utils,
    proxy_filter::{Condition, Filter, Rule},
    subtensor,
};
use alloc::{format, vec::Vec};
use codec::{Decode, Encode};
use frame_support::traits::{GetCallIndex, GetCallName, PalletInfoAccess};
use scale_info::TypeInfo;

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ProxyTypeInfo {
    pub name: Vec<u8>,
    pub index: u8,
    pub deprecated: bool,
}

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ProxyFilterInfo {
    pub proxy_type: u8,
    pub name: Vec<u8>,
    pub deprecated: bool,
    pub filter_mode: FilterMode,
    pub calls: Vec<CallInfo>,
    pub exceptions: Vec<CallInfo>,
}

/// What the listed calls mean.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum FilterMode {
    AllowAll,
    DenyAll,
    Allow,
    Deny,
}

/// A call; without a name, all of the pallet.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CallInfo {
    pub pallet_name: Vec<u8>,
    pub pallet_index: u8,
    pub call_name: Option<Vec<u8>>,
    pub call_index: Option<u8>,
    pub condition: Option<CallCondition>,
}

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum CallCondition {
    ParamLessThan {
        param_name: Vec<u8>,
        limit: u128,
    },
    NestedCallMustBe {
        pallet_name: Vec<u8>,
        call_name: Vec<u8>,
    },
}

sp_api::decl_runtime_apis! {
    pub trait ProxyFilterRuntimeApi {
        fn get_proxy_types() -> Vec<ProxyTypeInfo>;
        fn get_proxy_filter(proxy_type: Option<u8>) -> Vec<ProxyFilterInfo>;
    }
}

/// All types of proxies, by index.
pub fn types() -> Vec<ProxyTypeInfo> {
    let info = |(index, proxy_type)| ProxyTypeInfo {
        name: name(proxy_type),
        index,
        deprecated: is_deprecated(proxy_type),
    };
    all().map(info).collect()
}

/// The filter of one type, or those of all.
pub fn filters(wanted: Option<u8>) -> Vec<ProxyFilterInfo> {
    all()
        .filter(|(index, _)| wanted.is_none_or(|wanted| wanted == *index))
        .map(|(index, proxy_type)| filter(index, proxy_type))
        .collect()
}

fn all() -> impl Iterator<Item = (u8, ProxyType)> {
    (0..).map_while(|index| Some((index, ProxyType::decode(&mut [index].as_slice()).ok()?)))
}

fn name(proxy_type: ProxyType) -> Vec<u8> {
    format!("{proxy_type:?}").into_bytes()
}

/// The types that allow nothing are left over from the chain's past.
fn is_deprecated(proxy_type: ProxyType) -> bool {
    matches!(Filter::of(proxy_type), Filter::DenyAll)
}

fn filter(index: u8, proxy_type: ProxyType) -> ProxyFilterInfo {
    let (filter_mode, calls, exceptions): (_, &[Rule], &[Rule]) = match Filter::of(proxy_type) {
        Filter::AllowAll => (FilterMode::AllowAll, &[], &[]),
        Filter::DenyAll => (FilterMode::DenyAll, &[], &[]),
        Filter::Allow { calls, exceptions } => (FilterMode::Allow, calls, exceptions),
        Filter::Deny(calls) => (FilterMode::Deny, calls, &[]),
    };
    ProxyFilterInfo {
        proxy_type: index,
        name: name(proxy_type),
        deprecated: is_deprecated(proxy_type),
        filter_mode,
        calls: calls.iter().filter_map(call_info).collect(),
        exceptions: exceptions.iter().filter_map(call_info).collect(),
    }
}

/// A rule with the indices of its call, if this runtime has it.
fn call_info(rule: &Rule) -> Option<CallInfo> {
    let (pallet_index, names, indices) = pallet(rule.pallet)?;
    let call_index = match rule.call {
        None => None,
        Some(call) => {
            let position = names.iter().position(|name| *name == call)?;
            Some(*indices.get(position)?)
        }
    };
    Some(CallInfo {
        pallet_name: rule.pallet.as_bytes().to_vec(),
        pallet_index,
        call_name: rule.call.map(|call| call.as_bytes().to_vec()),
        call_index,
        condition: rule.condition.as_ref().map(condition),
    })
}

fn condition(condition: &Condition) -> CallCondition {
    match condition {
        Condition::LessThan { parameter, limit } => CallCondition::ParamLessThan {
            param_name: parameter.as_bytes().to_vec(),
            limit: u128::from(*limit),
        },
        Condition::Nested { pallet, call } => CallCondition::NestedCallMustBe {
            pallet_name: pallet.as_bytes().to_vec(),
            call_name: call.as_bytes().to_vec(),
        },
    }
}

/// A pallet's index, and the names and indices of its calls.
type Calls = (u8, &'static [&'static str], &'static [u8]);

fn pallet(name: &str) -> Option<Calls> {
    match name {
        "Balances" => calls::<Balances, pallet_balances::Call<Runtime>>(),
        "SubtensorModule" => calls::<SubtensorModule, subtensor::Call<Runtime>>(),
        "Sudo" => calls::<Sudo, pallet_sudo::Call<Runtime>>(),
        "AdminUtils" => calls::<AdminUtils, admin_utils::Call<Runtime>>(),
        _ => None,
    }
}

fn calls<P: PalletInfoAccess, C: GetCallName + GetCallIndex>() -> Option<Calls> {
    let index = u8::try_from(P::index()).ok()?;
    Some((index, C::get_call_names(), C::get_call_indices()))
}
