//! The runtime APIs. `BabeApi` is advertised next to `AuraApi` and answers
//! nothing of use, exactly as on the real chain: a client that takes the list
//! of APIs for the consensus engine goes wrong here.

pub mod delegate_info;
pub mod dynamic_info;
pub mod hyperparameters;
pub mod metagraph;
pub mod neuron_info;
pub mod proxy_filter;
pub mod stake_info;
pub mod subnet_info;
pub mod subnet_registration;
pub mod swap;
#[cfg(test)]
mod tests;
pub mod text;

use crate::{
    AccountId, Aura, AuraId, Balance, Block, Executive, Grandpa, InherentDataExt, Nonce, Runtime,
    RuntimeCall, RuntimeGenesisConfig, SessionKeys, SubtensorModule, Swap, System, TransactionPayment,
    VERSION,
    subtensor::{
        AutoStakeDestination,
        types::{AlphaBalance, LockState, NetUid, TaoBalance, U64F64},
    },
    swap::SimSwapResult,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::genesis_builder_helper::{build_state, get_preset};
use pallet_transaction_payment_rpc_runtime_api::{FeeDetails, RuntimeDispatchInfo};
use sp_api::impl_runtime_apis;
use sp_consensus_babe::{AllowedSlots, BabeConfiguration, BabeEpochConfiguration, Epoch, Slot};
use sp_core::{OpaqueMetadata, crypto::KeyTypeId};
use sp_genesis_builder::PresetId;
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
    ApplyExtrinsicResult, ExtrinsicInclusionMode,
    traits::{Block as BlockT, NumberFor},
    transaction_validity::{TransactionSource, TransactionValidity},
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

const BABE_C: (u64, u64) = (1, 4);
const BABE_SLOTS: AllowedSlots = AllowedSlots::PrimaryAndSecondaryVRFSlots;

fn empty_epoch() -> Epoch {
    Epoch {
        epoch_index: 0,
        start_slot: Slot::from(0),
        duration: 0,
        authorities: Vec::new(),
        randomness: [0; 32],
        config: BabeEpochConfiguration {
            c: BABE_C,
            allowed_slots: BABE_SLOTS,
        },
    }
}

impl_runtime_apis! {
    impl sp_api::Core<Block> for Runtime {
        fn version() -> RuntimeVersion {
            VERSION
        }

        fn execute_block(block: <Block as BlockT>::LazyBlock) {
            Executive::execute_block(block)
        }

        fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
            Executive::initialize_block(header)
        }
    }

    impl sp_api::Metadata<Block> for Runtime {
        fn metadata() -> OpaqueMetadata {
            OpaqueMetadata::new(Runtime::metadata().into())
        }

        fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
            Runtime::metadata_at_version(version)
        }

        fn metadata_versions() -> Vec<u32> {
            Runtime::metadata_versions()
        }
    }

    impl sp_block_builder::BlockBuilder<Block> for Runtime {
        fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
            Executive::apply_extrinsic(extrinsic)
        }

        fn finalize_block() -> <Block as BlockT>::Header {
            Executive::finalize_block()
        }

        fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
            data.create_extrinsics()
        }

        fn check_inherents(
            block: <Block as BlockT>::LazyBlock,
            data: InherentData,
        ) -> CheckInherentsResult {
            data.check_extrinsics(&block)
        }
    }

    impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
        fn build_state(config: Vec<u8>) -> sp_genesis_builder::Result {
            build_state::<RuntimeGenesisConfig>(config)
        }

        fn get_preset(id: &Option<PresetId>) -> Option<Vec<u8>> {
            get_preset::<RuntimeGenesisConfig>(id, |_| None)
        }

        fn preset_names() -> Vec<PresetId> {
            Vec::new()
        }
    }

    impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
        fn validate_transaction(
            source: TransactionSource,
            transaction: <Block as BlockT>::Extrinsic,
            block_hash: <Block as BlockT>::Hash,
        ) -> TransactionValidity {
            Executive::validate_transaction(source, transaction, block_hash)
        }
    }

    impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
        fn offchain_worker(header: &<Block as BlockT>::Header) {
            Executive::offchain_worker(header)
        }
    }

    impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
        fn slot_duration() -> sp_consensus_aura::SlotDuration {
            sp_consensus_aura::SlotDuration::from_millis(Aura::slot_duration())
        }

        fn authorities() -> Vec<AuraId> {
            pallet_aura::Authorities::<Runtime>::get().into_inner()
        }
    }

    impl sp_session::SessionKeys<Block> for Runtime {
        fn generate_session_keys(
            owner: Vec<u8>,
            seed: Option<Vec<u8>>,
        ) -> OpaqueGeneratedSessionKeys {
            SessionKeys::generate(&owner, seed).into()
        }

        fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
            SessionKeys::decode_into_raw_public_keys(&encoded)
        }
    }

    impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
        fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
            Grandpa::grandpa_authorities()
        }

        fn current_set_id() -> sp_consensus_grandpa::SetId {
            pallet_grandpa::CurrentSetId::<Runtime>::get()
        }

        fn submit_report_equivocation_unsigned_extrinsic(
            _proof: sp_consensus_grandpa::EquivocationProof<
                <Block as BlockT>::Hash,
                NumberFor<Block>,
            >,
            _key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
        ) -> Option<()> {
            None
        }

        fn generate_key_ownership_proof(
            _set_id: sp_consensus_grandpa::SetId,
            _authority: sp_consensus_grandpa::AuthorityId,
        ) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
            None
        }
    }

    impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
        fn account_nonce(account: AccountId) -> Nonce {
            System::account_nonce(account)
        }
    }

    impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
        for Runtime
    {
        fn query_info(
            extrinsic: <Block as BlockT>::Extrinsic,
            length: u32,
        ) -> RuntimeDispatchInfo<Balance> {
            TransactionPayment::query_info(extrinsic, length)
        }

        fn query_fee_details(
            extrinsic: <Block as BlockT>::Extrinsic,
            length: u32,
        ) -> FeeDetails<Balance> {
            TransactionPayment::query_fee_details(extrinsic, length)
        }

        fn query_weight_to_fee(weight: frame_support::weights::Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl
        pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
            Block,
            Balance,
            RuntimeCall,
        > for Runtime
    {
        fn query_call_info(call: RuntimeCall, length: u32) -> RuntimeDispatchInfo<Balance> {
            TransactionPayment::query_call_info(call, length)
        }

        fn query_call_fee_details(call: RuntimeCall, length: u32) -> FeeDetails<Balance> {
            TransactionPayment::query_call_fee_details(call, length)
        }

        fn query_weight_to_fee(weight: frame_support::weights::Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl delegate_info::DelegateInfoRuntimeApi<Block> for Runtime {
        fn get_delegate(delegate_account: AccountId) -> Option<delegate_info::DelegateInfo> {
            delegate_info::of(delegate_account)
        }
    }

    impl neuron_info::NeuronInfoRuntimeApi<Block> for Runtime {
        fn get_neurons_lite(netuid: NetUid) -> Vec<neuron_info::NeuronInfoLite> {
            neuron_info::all(netuid)
        }

        fn get_neuron_lite(netuid: NetUid, uid: u16) -> Option<neuron_info::NeuronInfoLite> {
            neuron_info::of(netuid, uid)
        }
    }

    impl subnet_info::SubnetInfoRuntimeApi<Block> for Runtime {
        fn get_dynamic_info(netuid: NetUid) -> Option<dynamic_info::DynamicInfo> {
            dynamic_info::DynamicInfo::of(netuid)
        }

        fn get_all_dynamic_info() -> Vec<Option<dynamic_info::DynamicInfo>> {
            SubtensorModule::subnets().into_iter().map(dynamic_info::DynamicInfo::of).collect()
        }

        fn get_selective_metagraph(
            netuid: NetUid,
            metagraph_indexes: Vec<u16>,
        ) -> Option<metagraph::SelectiveMetagraph> {
            metagraph::SelectiveMetagraph::of(netuid, 0, &metagraph_indexes)
        }

        fn get_selective_mechagraph(
            netuid: NetUid,
            subid: u8,
            metagraph_indexes: Vec<u16>,
        ) -> Option<metagraph::SelectiveMetagraph> {
            metagraph::SelectiveMetagraph::of(netuid, subid, &metagraph_indexes)
        }

        fn get_coldkey_auto_stake_hotkey(coldkey: AccountId, netuid: NetUid) -> Option<AccountId> {
            AutoStakeDestination::<Runtime>::get(coldkey, netuid)
        }

        fn get_subnet_to_prune() -> Option<NetUid> {
            SubtensorModule::subnet_to_prune()
        }

        fn get_subnet_account_id(netuid: NetUid) -> Option<AccountId> {
            SubtensorModule::subnet_exists(netuid).then(|| SubtensorModule::subnet_account(netuid))
        }

        fn get_next_epoch_start_block(netuid: NetUid) -> Option<u64> {
            subnet_info::next_epoch(netuid)
        }

        fn get_subnet_hyperparams_v3(netuid: NetUid) -> Option<Vec<hyperparameters::HyperparamEntry>> {
            hyperparameters::of(netuid)
        }
    }

    impl stake_info::StakeInfoRuntimeApi<Block> for Runtime {
        fn get_stake_info_for_coldkey(coldkey_account: AccountId) -> Vec<stake_info::StakeInfo> {
            stake_info::of_coldkey(&coldkey_account)
        }

        fn get_stake_info_for_coldkeys(
            coldkey_accounts: Vec<AccountId>,
        ) -> Vec<(AccountId, Vec<stake_info::StakeInfo>)> {
            let with_stake = |coldkey: AccountId| {
                let stake = stake_info::of_coldkey(&coldkey);
                (coldkey, stake)
            };
            coldkey_accounts.into_iter().map(with_stake).collect()
        }

        fn get_stake_info_for_hotkey_coldkey_netuid(
            hotkey_account: AccountId,
            coldkey_account: AccountId,
            netuid: NetUid,
        ) -> Option<stake_info::StakeInfo> {
            stake_info::of_position(&hotkey_account, &coldkey_account, netuid)
        }

        fn get_stake_availability_for_coldkeys(
            coldkey_accounts: Vec<AccountId>,
            netuids: Option<Vec<NetUid>>,
        ) -> BTreeMap<AccountId, BTreeMap<NetUid, stake_info::StakeAvailability>> {
            let with_availability = |coldkey: AccountId| {
                let availability = stake_info::availability(&coldkey, netuids.as_ref());
                (coldkey, availability)
            };
            coldkey_accounts.into_iter().map(with_availability).collect()
        }

        fn get_stake_fee(
            origin: Option<(AccountId, NetUid)>,
            origin_coldkey_account: AccountId,
            destination: Option<(AccountId, NetUid)>,
            destination_coldkey_account: AccountId,
            amount: u64,
        ) -> u64 {
            stake_info::fee(origin, &origin_coldkey_account, destination, &destination_coldkey_account, amount)
        }

        fn get_coldkey_lock(coldkey: AccountId, netuid: NetUid) -> Option<LockState> {
            SubtensorModule::lock_of(&coldkey, netuid).map(|(_, lock)| lock)
        }

        fn get_hotkey_conviction(hotkey: AccountId, netuid: NetUid) -> U64F64 {
            SubtensorModule::conviction_of(&hotkey, netuid)
        }

        fn get_most_convicted_hotkey_on_subnet(netuid: NetUid) -> Option<AccountId> {
            SubtensorModule::most_convicted_hotkey(netuid)
        }
    }

    impl subnet_registration::SubnetRegistrationRuntimeApi<Block> for Runtime {
        fn get_network_registration_cost() -> TaoBalance {
            SubtensorModule::network_lock_cost()
        }
    }

    impl proxy_filter::ProxyFilterRuntimeApi<Block> for Runtime {
        fn get_proxy_types() -> Vec<proxy_filter::ProxyTypeInfo> {
            proxy_filter::types()
        }

        fn get_proxy_filter(proxy_type: Option<u8>) -> Vec<proxy_filter::ProxyFilterInfo> {
            proxy_filter::filters(proxy_type)
        }
    }

    impl swap::SwapRuntimeApi<Block> for Runtime {
        fn current_alpha_price(netuid: NetUid) -> u64 {
            Swap::current_alpha_price(netuid)
        }

        fn current_alpha_price_all() -> Vec<swap::SubnetPrice> {
            swap::prices()
        }

        fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> SimSwapResult {
            Swap::sim_swap_tao_for_alpha(netuid, tao)
        }

        fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult {
            Swap::sim_swap_alpha_for_tao(netuid, alpha)
        }
    }

    impl sp_consensus_babe::BabeApi<Block> for Runtime {
        fn configuration() -> BabeConfiguration {
            BabeConfiguration {
                slot_duration: 0,
                epoch_length: 0,
                c: BABE_C,
                authorities: Vec::new(),
                randomness: [0; 32],
                allowed_slots: BABE_SLOTS,
            }
        }

        fn current_epoch_start() -> Slot {
            Slot::from(0)
        }

        fn current_epoch() -> Epoch {
            empty_epoch()
        }

        fn next_epoch() -> Epoch {
            empty_epoch()
        }

        fn generate_key_ownership_proof(
            _slot: Slot,
            _authority: sp_consensus_babe::AuthorityId,
        ) -> Option<sp_consensus_babe::OpaqueKeyOwnershipProof> {
            None
        }

        fn submit_report_equivocation_unsigned_extrinsic(
            _proof: sp_consensus_babe::EquivocationProof<<Block as BlockT>::Header>,
            _key_owner_proof: sp_consensus_babe::OpaqueKeyOwnershipProof,
        ) -> Option<()> {
            None
        }
    }
}
