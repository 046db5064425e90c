//! What a subnet list shows of one subnet.

use super::text::{Text, subnet_name, text};
use crate::{
    AccountId, Runtime, SubtensorModule,
    subtensor::{
        BlocksSinceLastStep, LastMechansimStepBlock, NetworkRegisteredAt, PendingServerEmission,
        PendingValidatorEmission, SubnetAlphaIn, SubnetAlphaInEmission, SubnetAlphaOut,
        SubnetAlphaOutEmission, SubnetIdentitiesV3, SubnetMovingPrice, SubnetOwner, SubnetOwnerHotkey,
        SubnetTAO, SubnetTaoInEmission, SubnetVolume, Tempo, TokenSymbol,
        types::{I96F32, NetUid, SubnetIdentityV3},
    },
};
use codec::{Compact, Decode, Encode};
use scale_info::TypeInfo;

/// A subnet's pool, emission and identity.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct DynamicInfo {
    pub netuid: Compact<NetUid>,
    pub owner_hotkey: AccountId,
    pub owner_coldkey: AccountId,
    pub subnet_name: Text,
    pub token_symbol: Text,
    pub tempo: Compact<u16>,
    pub last_step: Compact<u64>,
    pub blocks_since_last_step: Compact<u64>,
    /// Always 0, as `pending_root_emission`.
    pub emission: Compact<u64>,
    pub alpha_in: Compact<u64>,
    pub alpha_out: Compact<u64>,
    pub tao_in: Compact<u64>,
    pub alpha_out_emission: Compact<u64>,
    pub alpha_in_emission: Compact<u64>,
    pub tao_in_emission: Compact<u64>,
    pub pending_alpha_emission: Compact<u64>,
    pub pending_root_emission: Compact<u64>,
    pub subnet_volume: Compact<u128>,
    pub network_registered_at: Compact<u64>,
    pub subnet_identity: Option<SubnetIdentityV3>,
    pub moving_price: I96F32,
}

impl DynamicInfo {
    /// What there is to say of a subnet.
    pub fn of(netuid: NetUid) -> Option<Self> {
        SubtensorModule::subnet_exists(netuid).then(|| Self {
            netuid: Compact(netuid),
            owner_hotkey: SubnetOwnerHotkey::<Runtime>::get(netuid),
            owner_coldkey: SubnetOwner::<Runtime>::get(netuid),
            subnet_name: subnet_name(netuid),
            token_symbol: text(&TokenSymbol::<Runtime>::get(netuid)),
            tempo: Compact(Tempo::<Runtime>::get(netuid)),
            last_step: Compact(LastMechansimStepBlock::<Runtime>::get(netuid)),
            blocks_since_last_step: Compact(BlocksSinceLastStep::<Runtime>::get(netuid)),
            emission: Compact(0),
            alpha_in: Compact(SubnetAlphaIn::<Runtime>::get(netuid)),
            alpha_out: Compact(SubnetAlphaOut::<Runtime>::get(netuid)),
            tao_in: Compact(SubnetTAO::<Runtime>::get(netuid)),
            alpha_out_emission: Compact(SubnetAlphaOutEmission::<Runtime>::get(netuid)),
            alpha_in_emission: Compact(SubnetAlphaInEmission::<Runtime>::get(netuid)),
            tao_in_emission: Compact(SubnetTaoInEmission::<Runtime>::get(netuid)),
            pending_alpha_emission: Compact(pending_alpha(netuid)),
            pending_root_emission: Compact(0),
            subnet_volume: Compact(SubnetVolume::<Runtime>::get(netuid)),
            network_registered_at: Compact(NetworkRegisteredAt::<Runtime>::get(netuid)),
            subnet_identity: SubnetIdentitiesV3::<Runtime>::get(netuid),
            moving_price: SubnetMovingPrice::<Runtime>::get(netuid),
        })
    }
}

/// The alpha that waits for miners, validators and alpha's stakers.
pub fn pending_alpha(netuid: NetUid) -> u64 {
    PendingServerEmission::<Runtime>::get(netuid)
        .saturating_add(PendingValidatorEmission::<Runtime>::get(netuid))
}
