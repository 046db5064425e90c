//! Two crowdloans: one for an account, one for a call and with a limit for each.

use super::{path, signed};
use crate::{AccountId, Balance, Runtime, RuntimeCall, TAO, crowdloan::Call};
use sp_runtime::DispatchResult;

const DEPOSIT: Balance = 10 * TAO;
const CAP: Balance = 100 * TAO;
/// The most that an account can give to the second one.
pub const LIMIT: Balance = 20 * TAO;
const END: u32 = 100_000;

/// Who gives how much to which.
pub const GIFTS: [(&str, u32, Balance); 3] = [
    (path::HOLDER, 0, 5 * TAO),
    (path::HOLDER, 1, 7 * TAO),
    (path::LOCKER, 0, 3 * TAO),
];

pub fn plant() -> DispatchResult {
    let [first, second] = [1, 2].map(|netuid| path::account(&path::owner(netuid)));
    create(&first, None, Some(first.clone()))?;
    let remark = frame_system::Call::<Runtime>::remark {
        remark: b"thank you".to_vec(),
    };
    create(&second, Some(remark.into()), None)?;
    let limit = Call::<Runtime>::set_max_contribution {
        crowdloan_id: 1,
        new_max_contribution: Some(LIMIT),
    };
    signed(&second, limit)?;
    for (giver, crowdloan_id, amount) in GIFTS {
        let give = Call::<Runtime>::contribute { crowdloan_id, amount };
        signed(&path::account(giver), give)?;
    }
    Ok(())
}

fn create(
    creator: &AccountId,
    call: Option<RuntimeCall>,
    target_address: Option<AccountId>,
) -> DispatchResult {
    let create = Call::<Runtime>::create {
        deposit: DEPOSIT,
        min_contribution: TAO,
        cap: CAP,
        end: END,
        call: call.map(|call| Box::new(call.into())),
        target_address,
    };
    signed(creator, create)
}
