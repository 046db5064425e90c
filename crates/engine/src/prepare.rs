//! From what the user wants to an unsigned transaction: built by name from the current runtime's metadata, checked
//! against the account's proven balance, priced by the runtime.

use taolight_codec::{self as codec, AccountInfo, Era, Metadata, Parameters, Payload};
use taolight_primitives::{AccountId, BlockRef, ErrorCode, Failure, Level, Rao, Verified};
use taolight_protocol::engine::{Balance, Intent, Mortality, Prepared, Unsigned};

use crate::{chain::Chain, failure::codec_failed, journal::Journal, runtime::Runtime};

/// Blocks for which a transaction stays valid: about 13 minutes on Finney. Long enough to read a review sheet, short
/// enough that a forgotten transaction cannot come back.
const PERIOD: u32 = 64;

/// Makes an unsigned transaction of an intent.
pub(crate) async fn prepare(
    chain: &Chain,
    journal: &Journal,
    from: AccountId,
    intent: &Intent,
) -> Result<Prepared, Failure> {
    let Intent::Transfer {
        destination,
        amount,
        keep_alive,
    } = intent;
    if *amount == Rao::ZERO {
        return Err(Failure::new(
            ErrorCode::ZeroAmount,
            "the amount is zero; type how much to send",
        ));
    }
    let runtime = chain.runtime().await?;
    let at = chain.best().await?;
    let sender = account(chain, &runtime, at, &from).await?;
    let call = codec::transfer(&runtime.metadata, destination, *amount, *keep_alive).map_err(codec_failed)?;
    let unsigned = Unsigned {
        account: from,
        call: call.into(),
        nonce: journal.next_nonce(&from, sender.nonce),
        tip: Rao::ZERO,
        mortality: mortality(chain.finalized().await?),
        genesis: chain.genesis(),
        spec_version: runtime.reference.spec_version,
        transaction_version: runtime.metadata.runtime().transaction_version,
        metadata: runtime.reference,
    };
    let fee = estimate(chain, &runtime, &unsigned).await?;
    let existential_deposit = runtime.metadata.existential_deposit().map_err(codec_failed)?;
    let receiver = account(chain, &runtime, at, destination).await?;
    Spend {
        sender: balance(&sender),
        receiver_total: total(&receiver),
        amount: *amount,
        fee: fee.value,
        existential_deposit,
        keep_alive: *keep_alive,
    }
    .check()?;
    Ok(Prepared {
        unsigned,
        fee,
        existential_deposit,
    })
}

/// What the runtime answers that a transaction will cost.
pub(crate) async fn estimate(
    chain: &Chain,
    runtime: &Runtime,
    unsigned: &Unsigned,
) -> Result<Verified<Rao>, Failure> {
    let at = chain.best().await?;
    let payload = payload(&runtime.metadata, unsigned)?;
    let call = codec::fee_call(&runtime.metadata, &unsigned.account, &payload).map_err(codec_failed)?;
    let answer = chain.call(at, &call.method, call.parameters).await?;
    Ok(Verified {
        value: codec::decode_fee(&runtime.metadata, &answer).map_err(codec_failed)?,
        block: at,
        level: Level::Best,
    })
}

fn payload(metadata: &Metadata, unsigned: &Unsigned) -> Result<Payload, Failure> {
    let parameters = Parameters {
        nonce: unsigned.nonce,
        tip: unsigned.tip,
        era: Era::mortal(unsigned.mortality.period, unsigned.mortality.birth.number),
        birth_hash: unsigned.mortality.birth.hash,
        genesis: unsigned.genesis,
        spec_version: unsigned.spec_version,
        transaction_version: unsigned.transaction_version,
        // The digest is not part of the bytes that are priced; only the mode byte is, whatever it says.
        metadata_digest: None,
    };
    Payload::new(metadata, &unsigned.call.0, &parameters).map_err(codec_failed)
}

fn mortality(finalized: BlockRef) -> Mortality {
    Mortality {
        period: PERIOD,
        birth: finalized,
    }
}

async fn account(
    chain: &Chain,
    runtime: &Runtime,
    at: BlockRef,
    account: &AccountId,
) -> Result<AccountInfo, Failure> {
    let key = codec::account_key(&runtime.metadata, account).map_err(codec_failed)?;
    let value = chain.storage(at, key).await?;
    codec::decode_account(&runtime.metadata, value.as_deref()).map_err(codec_failed)
}

/// An account's balance as the protocol has it.
pub(crate) fn balance(account: &AccountInfo) -> Balance {
    Balance {
        free: account.free,
        reserved: account.reserved,
        frozen: account.frozen,
    }
}

fn total(account: &AccountInfo) -> Rao {
    // Both are parts of the total issuance, which is a u64.
    account
        .free
        .checked_add(account.reserved)
        .unwrap_or(Rao(u64::MAX))
}

/// A transfer against what the two accounts hold.
struct Spend {
    sender: Balance,
    receiver_total: Rao,
    amount: Rao,
    fee: Rao,
    existential_deposit: Rao,
    keep_alive: bool,
}

impl Spend {
    fn check(&self) -> Result<(), Failure> {
        let spendable = self.sender.spendable();
        let arrives = self.receiver_total.checked_add(self.amount);
        if arrives.is_some_and(|total| total < self.existential_deposit) {
            return Err(Failure::new(
                ErrorCode::BelowExistentialDeposit,
                format!(
                    "the receiver's account would hold less than {} TAO, which the chain does not keep; send more",
                    self.existential_deposit
                ),
            )
            .with_data("amount"));
        }
        let cost = self.amount.checked_add(self.fee);
        let Some(cost) = cost.filter(|cost| *cost <= spendable) else {
            let most = spendable.saturating_sub(self.fee);
            return Err(Failure::new(
                ErrorCode::InsufficientBalance,
                format!(
                    "this account can send at most {most} TAO: it holds {spendable} TAO that can be spent, and the fee is {} TAO",
                    self.fee
                ),
            )
            .with_data("amount"));
        };
        let left = self.sender.free.saturating_sub(cost);
        if self.keep_alive && left < self.existential_deposit {
            let most = self
                .sender
                .free
                .saturating_sub(self.existential_deposit)
                .saturating_sub(self.fee);
            return Err(Failure::new(
                ErrorCode::WouldReapAccount,
                format!(
                    "this would leave less than {} TAO and the account would be removed; send at most {most} TAO, or allow the account to be emptied",
                    self.existential_deposit
                ),
            )
            .with_data("amount"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spend() -> Spend {
        Spend {
            sender: Balance {
                free: Rao(10_000),
                reserved: Rao(300),
                frozen: Rao(1_000),
            },
            receiver_total: Rao::ZERO,
            amount: Rao(5_000),
            fee: Rao(100),
            existential_deposit: Rao(500),
            keep_alive: true,
        }
    }

    fn code(spend: &Spend) -> Option<ErrorCode> {
        spend.check().err().map(|failure| failure.code)
    }

    #[test]
    fn what_fits_passes() {
        assert_eq!(code(&spend()), None);
    }

    #[test]
    fn frozen_funds_cannot_leave() {
        let mut spend = spend();
        // 10,000 free, of which 1,000 - 300 are frozen beyond the reserve: 9,300 can be spent.
        spend.amount = Rao(9_200);
        assert_eq!(code(&spend), None);
        spend.amount = Rao(9_201);
        assert_eq!(code(&spend), Some(ErrorCode::InsufficientBalance));
        spend.amount = Rao(u64::MAX);
        assert_eq!(code(&spend), Some(ErrorCode::InsufficientBalance));
    }

    #[test]
    fn dust_is_refused_only_where_it_would_be_lost() {
        let mut spend = spend();
        spend.amount = Rao(499);
        assert_eq!(code(&spend), Some(ErrorCode::BelowExistentialDeposit));
        spend.receiver_total = Rao(1);
        assert_eq!(code(&spend), None);
    }

    #[test]
    fn the_account_is_kept_alive_if_asked() {
        let mut spend = spend();
        spend.sender.frozen = Rao::ZERO;
        spend.amount = Rao(9_401);
        assert_eq!(code(&spend), Some(ErrorCode::WouldReapAccount));
        spend.keep_alive = false;
        assert_eq!(code(&spend), None);
    }
}
