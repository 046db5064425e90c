//! An account that others may act for, and what one of them announced.

use super::{path, signed};
use crate::{AccountId, Balance, ProxyType, Runtime, RuntimeCall, SubtensorModule, TAO};
use sp_runtime::{
    DispatchResult,
    traits::{BlakeTwo256, Hash},
};

const FUNDS: Balance = 100 * TAO;

/// The proxies: what each may do, and how many blocks after it has announced it.
pub const PROXIES: [(ProxyType, u32); 2] = [(ProxyType::Staking, 0), (ProxyType::Transfer, 10)];

pub fn plant() -> DispatchResult {
    let principal = path::account(path::PRINCIPAL);
    SubtensorModule::emit_tao(&principal, FUNDS)?;
    for (number, (proxy_type, delay)) in (1..).zip(PROXIES) {
        let agent = path::account(&path::agent(number));
        SubtensorModule::emit_tao(&agent, FUNDS)?;
        let add = pallet_proxy::Call::<Runtime>::add_proxy {
            delegate: agent.into(),
            proxy_type,
            delay,
        };
        signed(&principal, add)?;
    }
    announce(&principal)
}

/// The second proxy has announced that it will send TAO back to itself.
fn announce(principal: &AccountId) -> DispatchResult {
    let agent = path::account(&path::agent(2));
    let send = pallet_balances::Call::<Runtime>::transfer_keep_alive {
        dest: agent.clone().into(),
        value: TAO,
    };
    let announce = pallet_proxy::Call::<Runtime>::announce {
        real: principal.clone().into(),
        call_hash: BlakeTwo256::hash_of(&RuntimeCall::from(send)),
    };
    signed(&agent, announce)
}
