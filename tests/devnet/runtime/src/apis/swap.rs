//! `SwapRuntimeApi`: prices, and what a trade would give.

use crate::{
    SubtensorModule, Swap,
    subtensor::types::{AlphaBalance, NetUid, TaoBalance},
    swap::SimSwapResult,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// The price of a subnet's alpha, in rao of TAO for 1 alpha.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct SubnetPrice {
    pub netuid: NetUid,
    pub price: u64,
}

sp_api::decl_runtime_apis! {
    pub trait SwapRuntimeApi {
        fn current_alpha_price(netuid: NetUid) -> u64;
        fn current_alpha_price_all() -> Vec<SubnetPrice>;
        fn sim_swap_tao_for_alpha(netuid: NetUid, tao: TaoBalance) -> SimSwapResult;
        fn sim_swap_alpha_for_tao(netuid: NetUid, alpha: AlphaBalance) -> SimSwapResult;
    }
}

pub fn prices() -> Vec<SubnetPrice> {
    let price = |netuid| SubnetPrice {
        netuid,
        price: Swap::current_alpha_price(netuid),
    };
    SubtensorModule::subnets().into_iter().map(price).collect()
}
