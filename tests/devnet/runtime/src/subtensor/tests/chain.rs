//! The chain of the tests, and what they do with it.

use crate::{
    AccountId, Balances, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, SubtensorModule, System, TAO,
    subtensor::{types::*, *},
};
use frame_support::traits::{Hooks, fungible::Mutate};
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, DispatchResult, traits::Dispatchable};

/// The subnets.
pub const FIRST: NetUid = 1;
pub const SECOND: NetUid = 2;
/// Nobody has started this one.
pub const SLEEPING: NetUid = 3;

/// What everybody begins with.
pub const FUNDS: u64 = 10_000 * TAO;

/// The accounts. Each coldkey owns the hotkey below it.
pub const ALICE: AccountId = AccountId::new([1; 32]);
pub const ALICE_HOT: AccountId = AccountId::new([2; 32]);
pub const BOB: AccountId = AccountId::new([3; 32]);
pub const BOB_HOT: AccountId = AccountId::new([4; 32]);
/// Holders without hotkeys.
pub const CAROL: AccountId = AccountId::new([5; 32]);
pub const DAVE: AccountId = AccountId::new([6; 32]);

/// Runs a test on a fresh chain.
pub fn on_chain(test: impl FnOnce()) {
    let storage = frame_system::GenesisConfig::<Runtime>::default()
        .build_storage()
        .unwrap();
    TestExternalities::new(storage).execute_with(|| {
        System::set_block_number(1);
        build();
        test();
    });
}

fn build() {
    for who in [ALICE, BOB, CAROL, DAVE] {
        SubtensorModule::emit_tao(&who, FUNDS).unwrap();
    }
    NetworksAdded::<Runtime>::insert(ROOT, true);
    TotalNetworks::<Runtime>::put(1);
    SubtokenEnabled::<Runtime>::insert(ROOT, true);
    MaxAllowedUids::<Runtime>::insert(ROOT, 64);
    for (coldkey, hotkey) in [(ALICE, ALICE_HOT), (BOB, BOB_HOT)] {
        SubtensorModule::create_hotkey(&coldkey, &hotkey);
    }
    for netuid in [FIRST, SECOND, SLEEPING] {
        SubtensorModule::create_subnet(netuid, &ALICE, &ALICE_HOT);
        fill_pool(netuid, 1_000 * TAO, 2_000 * TAO);
    }
    for netuid in [FIRST, SECOND] {
        signed(ALICE, Call::start_call { netuid }).unwrap();
        Tempo::<Runtime>::insert(netuid, 10);
        SubnetMovingPrice::<Runtime>::insert(netuid, I96F32 { bits: 3 << 31 });
    }
    System::reset_events();
}

fn fill_pool(netuid: NetUid, tao: u64, alpha: u64) {
    SubtensorModule::emit_tao(&SubtensorModule::subnet_account(netuid), tao).unwrap();
    SubnetTAO::<Runtime>::insert(netuid, tao);
    SubnetAlphaIn::<Runtime>::insert(netuid, alpha);
    TotalStake::<Runtime>::mutate(|stake| *stake += tao);
}

/// Makes a call of this pallet in somebody's name.
pub fn signed(who: AccountId, call: Call<Runtime>) -> DispatchResult {
    dispatch(RuntimeOrigin::signed(who), call.into())
}

/// Makes a call of this pallet as root.
pub fn as_root(call: Call<Runtime>) -> DispatchResult {
    dispatch(RuntimeOrigin::root(), call.into())
}

/// Makes any call.
pub fn dispatch(origin: RuntimeOrigin, call: RuntimeCall) -> DispatchResult {
    call.dispatch(origin).map(drop).map_err(|failed| failed.error)
}

/// Begins new blocks until this one.
pub fn run_to(block: u32) {
    while System::block_number() < block {
        System::set_block_number(System::block_number() + 1);
        SubtensorModule::on_initialize(System::block_number());
    }
}

/// Goes to a block without anything happening on the way.
pub fn jump_to(block: u32) {
    System::set_block_number(block);
}

/// Whether this has happened.
pub fn happened(event: Event<Runtime>) -> bool {
    System::events()
        .iter()
        .any(|record| record.event == RuntimeEvent::SubtensorModule(event.clone()))
}

/// Registers a hotkey on a subnet, whatever it costs.
pub fn register(netuid: NetUid, coldkey: AccountId, hotkey: AccountId) {
    SubtensorModule::create_hotkey(&coldkey, &hotkey);
    let uid = SubnetworkN::<Runtime>::get(netuid);
    SubtensorModule::put_neuron(netuid, uid, &hotkey);
}

/// Stakes TAO, on root or on a subnet. Gives what is staked then.
pub fn stake(coldkey: AccountId, hotkey: AccountId, netuid: NetUid, tao: u64) -> u64 {
    let call = Call::add_stake {
        hotkey: hotkey.clone(),
        netuid,
        amount_staked: tao,
    };
    signed(coldkey.clone(), call).unwrap();
    SubtensorModule::stake_of(&hotkey, &coldkey, netuid)
}

/// What an account can spend.
pub fn free(who: &AccountId) -> u64 {
    Balances::free_balance(who)
}

/// Takes TAO away until this is left.
pub fn leave(who: &AccountId, amount: u64) {
    Balances::set_balance(who, amount);
    TotalIssuance::<Runtime>::put(Balances::total_issuance());
}

/// A fresh account.
pub fn account(index: u8) -> AccountId {
    AccountId::new([100 + index; 32])
}
