//! `SubnetInfoRuntimeApi`: subnets, their parameters and their metagraphs. Of the
//! real one, what a light client can afford to ask.

use super::{dynamic_info::DynamicInfo, hyperparameters::HyperparamEntry, metagraph::SelectiveMetagraph};
use crate::{
    AccountId, Runtime, SubtensorModule,
    subtensor::{LastEpochBlock, PendingEpochAt, Tempo, types::NetUid},
};
use alloc::vec::Vec;

sp_api::decl_runtime_apis! {
    pub trait SubnetInfoRuntimeApi {
        fn get_dynamic_info(netuid: NetUid) -> Option<DynamicInfo>;
        fn get_all_dynamic_info() -> Vec<Option<DynamicInfo>>;
        fn get_selective_metagraph(netuid: NetUid, metagraph_indexes: Vec<u16>) -> Option<SelectiveMetagraph>;
        fn get_selective_mechagraph(
            netuid: NetUid,
            subid: u8,
            metagraph_indexes: Vec<u16>
        ) -> Option<SelectiveMetagraph>;
        fn get_coldkey_auto_stake_hotkey(coldkey: AccountId, netuid: NetUid) -> Option<AccountId>;
        fn get_subnet_to_prune() -> Option<NetUid>;
        fn get_subnet_account_id(netuid: NetUid) -> Option<AccountId>;
        fn get_next_epoch_start_block(netuid: NetUid) -> Option<u64>;
        fn get_subnet_hyperparams_v3(netuid: NetUid) -> Option<Vec<HyperparamEntry>>;
    }
}

/// The block of the next epoch: a tempo after the last one, or when the owner asked for it.
pub fn next_epoch(netuid: NetUid) -> Option<u64> {
    if !SubtensorModule::subnet_exists(netuid) {
        return None;
    }
    let regular = LastEpochBlock::<Runtime>::get(netuid) + u64::from(Tempo::<Runtime>::get(netuid));
    Some(match PendingEpochAt::<Runtime>::get(netuid) {
        0 => regular,
        asked => regular.min(asked),
    })
}
