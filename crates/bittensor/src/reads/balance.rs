//! TAO of accounts: what is free, reserved, frozen, and what can be sent.

use serde::{Deserialize, Serialize};
use taolight_codec::{AccountInfo, CodecError, decode_account};
use taolight_primitives::{AccountId, Failure, Rao, Verified};

use super::{Batch, batch::Later, read};
use crate::View;

/// What an account has in TAO.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Balance {
    /// Transactions that the account has made.
    pub nonce: u32,
    /// Not reserved.
    pub free: Rao,
    /// Set aside by deposits.
    pub reserved: Rao,
    /// Part of both together that must stay.
    pub frozen: Rao,
    /// Can be sent while the account goes on existing.
    pub transferable: Rao,
    /// Can be sent if the account need not go on existing.
    pub transferable_in_full: Rao,
}

impl Balance {
    fn of(account: &AccountInfo, existential_deposit: Rao) -> Self {
        let frozen = account.frozen.saturating_sub(account.reserved);
        Self {
            nonce: account.nonce,
            free: account.free,
            reserved: account.reserved,
            frozen: account.frozen,
            transferable: account.free.saturating_sub(frozen.max(existential_deposit)),
            transferable_in_full: account.free.saturating_sub(frozen),
        }
    }

    /// Free and reserved together.
    pub fn total(&self) -> Rao {
        Rao(self.free.0.saturating_add(self.reserved.0))
    }
}

/// Asks for the balances of accounts, in their order.
pub fn ask_balances<'m>(
    batch: &mut Batch<'m>,
    accounts: &[AccountId],
) -> Result<Later<'m, Vec<Balance>>, CodecError> {
    let metadata = batch.metadata();
    let existential_deposit = metadata.existential_deposit()?;
    let items = accounts
        .iter()
        .map(|account| batch.item("System", "Account", &[(*account).into()]));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    Ok(Box::new(move |answers| {
        let accounts = items
            .iter()
            .map(|item| decode_account(metadata, answers.bytes(item)));
        accounts
            .map(|account| Ok(Balance::of(&account?, existential_deposit)))
            .collect()
    }))
}

/// The balance of one account. All zero where the chain knows no such account.
pub async fn balance(view: &impl View, account: &AccountId) -> Result<Verified<Balance>, Failure> {
    read(view, |batch| {
        let balances = ask_balances(batch, std::slice::from_ref(account))?;
        Ok(Box::new(|answers| {
            Ok(balances(answers)?.pop().unwrap_or_default())
        }))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transferable(free: u64, reserved: u64, frozen: u64) -> (u64, u64) {
        let account = AccountInfo {
            nonce: 0,
            free: Rao(free),
            reserved: Rao(reserved),
            frozen: Rao(frozen),
        };
        let balance = Balance::of(&account, Rao(500));
        (balance.transferable.0, balance.transferable_in_full.0)
    }

    #[test]
    fn reserved_balance_covers_what_is_frozen() {
        assert_eq!(transferable(10_000, 0, 0), (9_500, 10_000));
        assert_eq!(transferable(10_000, 2_000, 3_000), (9_000, 9_000));
        assert_eq!(transferable(10_000, 3_000, 2_000), (9_500, 10_000));
        assert_eq!(transferable(10_000, 0, 20_000), (0, 0));
        assert_eq!(transferable(400, 0, 0), (0, 400));
    }

    #[test]
    fn totals_do_not_overflow() {
        let balance = Balance {
            free: Rao(u64::MAX),
            reserved: Rao(1),
            ..Balance::default()
        };
        assert_eq!(balance.total(), Rao(u64::MAX));
    }
}
