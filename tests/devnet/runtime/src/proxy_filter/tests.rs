//! The lists name calls that exist, and mean what they say.

use super::*;
use crate::{AccountId, GuardedCall, Runtime, apis::proxy_filter::filters, subtensor::Call};
use frame_support::traits::InstanceFilter;

const SOMEBODY: AccountId = AccountId::new([7; 32]);

fn may(proxy_type: ProxyType, call: impl Into<RuntimeCall>) -> bool {
    proxy_type.filter(&GuardedCall(call.into()))
}

fn transfer(value: u64) -> pallet_balances::Call<Runtime> {
    pallet_balances::Call::transfer_keep_alive {
        dest: SOMEBODY.into(),
        value,
    }
}

fn transfer_stake(alpha_amount: u64) -> Call<Runtime> {
    Call::transfer_stake {
        destination_coldkey: SOMEBODY,
        hotkey: SOMEBODY,
        origin_netuid: 1,
        destination_netuid: 1,
        alpha_amount,
    }
}

#[test]
fn this_runtime_has_every_listed_call() {
    let told = filters(None);
    assert_eq!(told.len(), 18);
    for (told, index) in told.iter().zip(0u8..) {
        assert_eq!(told.proxy_type, index);
        let proxy_type = codec::Decode::decode(&mut [index].as_slice()).expect("it is a type");
        let (calls, exceptions) = match Filter::of(proxy_type) {
            Filter::AllowAll | Filter::DenyAll => (0, 0),
            Filter::Allow { calls, exceptions } => (calls.len(), exceptions.len()),
            Filter::Deny(calls) => (calls.len(), 0),
        };
        assert_eq!(
            (told.calls.len(), told.exceptions.len()),
            (calls, exceptions),
            "{index}"
        );
    }
}

#[test]
fn transfers_need_the_right_type() {
    let half = TAO / 2;
    assert!(may(ProxyType::Transfer, transfer(half)));
    assert!(may(ProxyType::SmallTransfer, transfer(half - 1)));
    assert!(!may(ProxyType::SmallTransfer, transfer(half)));
    assert!(may(ProxyType::SmallTransfer, transfer_stake(half - 1)));
    assert!(!may(ProxyType::SmallTransfer, transfer_stake(half)));
    assert!(!may(ProxyType::NonTransfer, transfer(1)));
    assert!(!may(ProxyType::Staking, transfer_stake(1)));
}

#[test]
fn owners_do_not_change_the_owners_hotkey() {
    use crate::admin_utils::Call;
    let netuid = 1;
    assert!(may(
        ProxyType::Owner,
        Call::sudo_set_min_burn::<Runtime> { netuid, min_burn: 1 }
    ));
    let hotkey = SOMEBODY;
    assert!(!may(
        ProxyType::Owner,
        Call::sudo_set_sn_owner_hotkey::<Runtime> { netuid, hotkey }
    ));
}

#[test]
fn types_of_the_past_allow_nothing() {
    let remark = || frame_system::Call::<Runtime>::remark { remark: vec![] };
    assert!(may(ProxyType::Any, remark()));
    assert!(may(ProxyType::NonTransfer, remark()));
    for proxy_type in [
        ProxyType::Senate,
        ProxyType::Triumvirate,
        ProxyType::Governance,
        ProxyType::RootWeights,
    ] {
        assert!(!may(proxy_type, remark()));
    }
}
