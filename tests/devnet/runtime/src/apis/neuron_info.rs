//! `NeuronInfoRuntimeApi`: neurons without their weights and bonds.

use super::metagraph::NO_AXON;
use crate::{
    AccountId, Runtime, SubtensorModule,
    subtensor::{
        self,
        types::{AlphaBalance, AxonInfo, NetUid, PrometheusInfo},
    },
};
use alloc::vec::Vec;
use codec::{Compact, Decode, Encode};
use scale_info::TypeInfo;

const NO_PROMETHEUS: PrometheusInfo = PrometheusInfo {
    block: 0,
    version: 0,
    ip: 0,
    port: 0,
    ip_type: 0,
};

#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct NeuronInfoLite {
    pub hotkey: AccountId,
    pub coldkey: AccountId,
    pub uid: Compact<u16>,
    pub netuid: Compact<NetUid>,
    pub active: bool,
    pub axon_info: AxonInfo,
    pub prometheus_info: PrometheusInfo,
    pub stake: Vec<(AccountId, Compact<AlphaBalance>)>,
    /// Always 0, as `trust`.
    pub rank: Compact<u16>,
    pub emission: Compact<AlphaBalance>,
    pub incentive: Compact<u16>,
    pub consensus: Compact<u16>,
    pub trust: Compact<u16>,
    pub validator_trust: Compact<u16>,
    pub dividends: Compact<u16>,
    pub last_update: Compact<u64>,
    pub validator_permit: bool,
    /// Always the highest.
    pub pruning_score: Compact<u16>,
}

sp_api::decl_runtime_apis! {
    pub trait NeuronInfoRuntimeApi {
        fn get_neurons_lite(netuid: NetUid) -> Vec<NeuronInfoLite>;
        fn get_neuron_lite(netuid: NetUid, uid: u16) -> Option<NeuronInfoLite>;
    }
}

pub fn all(netuid: NetUid) -> Vec<NeuronInfoLite> {
    (0..subtensor::SubnetworkN::<Runtime>::get(netuid))
        .filter_map(|uid| of(netuid, uid))
        .collect()
}

pub fn of(netuid: NetUid, uid: u16) -> Option<NeuronInfoLite> {
    let hotkey = subtensor::Keys::<Runtime>::try_get(netuid, uid).ok()?;
    let coldkey = subtensor::Owner::<Runtime>::get(&hotkey);
    let (alpha, _) = SubtensorModule::neuron_stake(&hotkey, netuid);
    Some(NeuronInfoLite {
        uid: Compact(uid),
        netuid: Compact(netuid),
        active: at(subtensor::Active::<Runtime>::get(netuid), uid),
        axon_info: subtensor::Axons::<Runtime>::get(netuid, &hotkey).unwrap_or(NO_AXON),
        prometheus_info: subtensor::Prometheus::<Runtime>::get(netuid, &hotkey).unwrap_or(NO_PROMETHEUS),
        stake: alloc::vec![(coldkey.clone(), Compact(alpha))],
        rank: Compact(0),
        emission: Compact(at(subtensor::Emission::<Runtime>::get(netuid), uid)),
        incentive: Compact(at(subtensor::Incentive::<Runtime>::get(netuid), uid)),
        consensus: Compact(at(subtensor::Consensus::<Runtime>::get(netuid), uid)),
        trust: Compact(0),
        validator_trust: Compact(at(subtensor::ValidatorTrust::<Runtime>::get(netuid), uid)),
        dividends: Compact(at(subtensor::Dividends::<Runtime>::get(netuid), uid)),
        last_update: Compact(at(subtensor::LastUpdate::<Runtime>::get(netuid), uid)),
        validator_permit: at(subtensor::ValidatorPermit::<Runtime>::get(netuid), uid),
        pruning_score: Compact(u16::MAX),
        hotkey,
        coldkey,
    })
}

/// The value of a neuron in a list by uid.
fn at<T: Copy + Default>(values: Vec<T>, uid: u16) -> T {
    values.get(usize::from(uid)).copied().unwrap_or_default()
}
