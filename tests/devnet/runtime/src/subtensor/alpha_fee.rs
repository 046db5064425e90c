//! Who pays for a transaction, and in what: in TAO, or, if there is not enough of it, in alpha of the position that the
//! call is about. Fees go to the block's author.

use super::{
    pallet::*,
    trade::{Fee, PAR},
    types::*,
};
use crate::{
    Balances, Runtime, RuntimeCall,
    swap::{Fill, Side, mul_div},
};
use frame_support::traits::{
    Imbalance, NoDrop, OnUnbalanced,
    fungible::{Balanced, Credit},
};
use pallet_transaction_payment::{FungibleAdapter, OnChargeTransaction, TxCreditHold};
use sp_runtime::{
    traits::{DispatchInfoOf, PostDispatchInfoOf},
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};

/// A stake that can pay a fee.
struct Position {
    hotkey: AccountId,
    netuid: NetUid,
}

/// Alpha that pays a fee, and the TAO that it is sold for.
struct AlphaFee {
    position: Position,
    sale: Fill,
}

impl<T: Config> Pallet<T> {
    /// The one position that a call takes alpha from. `None` for calls that cannot be paid in alpha.
    fn position_of(who: &AccountId, call: &Call<T>) -> Option<Position> {
        let (hotkey, netuid) = match call {
            Call::remove_stake { hotkey, netuid, .. }
            | Call::remove_stake_limit { hotkey, netuid, .. }
            | Call::remove_stake_full_limit { hotkey, netuid, .. }
            | Call::recycle_alpha { hotkey, netuid, .. }
            | Call::burn_alpha { hotkey, netuid, .. } => (hotkey, *netuid),
            Call::move_stake {
                origin_hotkey,
                origin_netuid,
                ..
            } => (origin_hotkey, *origin_netuid),
            Call::transfer_stake {
                hotkey,
                origin_netuid,
                ..
            }
            | Call::swap_stake {
                hotkey,
                origin_netuid,
                ..
            }
            | Call::swap_stake_limit {
                hotkey,
                origin_netuid,
                ..
            } => (hotkey, *origin_netuid),
            Call::unstake_all { hotkey } => (hotkey, Self::only_position(who, hotkey, true)?),
            Call::unstake_all_alpha { hotkey } => (hotkey, Self::only_position(who, hotkey, false)?),
            _ => return None,
        };
        Some(Position {
            hotkey: hotkey.clone(),
            netuid,
        })
    }

    /// The subnet where a coldkey has stake with a hotkey, if there is just one.
    fn only_position(who: &AccountId, hotkey: &AccountId, with_root: bool) -> Option<NetUid> {
        let counts =
            |netuid: &NetUid| (with_root || *netuid != ROOT) && Self::stake_of(hotkey, who, *netuid) > 0;
        let mut positions = Self::subnets().into_iter().filter(counts);
        let first = positions.next()?;
        positions.next().is_none().then_some(first)
    }

    /// How a fee can be paid in alpha.
    fn fee_in_alpha(who: &AccountId, call: &Call<T>, fee: TaoBalance) -> Option<AlphaFee> {
        let position = Self::position_of(who, call)?;
        let Position { hotkey, netuid } = &position;
        let alpha = mul_div(fee, PAR, Self::price(*netuid));
        let enough = alpha > 0
            && alpha <= Self::stake_of(hotkey, who, *netuid)
            && Self::ensure_available(who, *netuid, alpha).is_ok();
        let sale = enough
            .then(|| Self::quote(*netuid, Side::Sell, alpha, Fee::Free).ok())
            .flatten()?;
        Some(AlphaFee { position, sale })
    }

    /// Sells alpha for the block's author.
    fn charge_alpha(who: &AccountId, fee: &AlphaFee) -> Result<(), InvalidTransaction> {
        let AlphaFee {
            position: Position { hotkey, netuid },
            sale,
        } = fee;
        Self::decrease_stake(hotkey, who, *netuid, sale.paid).map_err(|_| InvalidTransaction::Payment)?;
        Self::settle_sale(*netuid, *sale);
        Self::pay_author(*netuid, sale.received);
        Self::deposit_event(Event::StakeRemoved(
            who.clone(),
            hotkey.clone(),
            sale.received,
            sale.paid,
            *netuid,
            0,
        ));
        Ok(())
    }

    /// Takes TAO out of the count of what was emitted, as it is destroyed.
    fn uncount(credit: Credit<AccountId, pallet_balances::Pallet<T>>) {
        TotalIssuance::<T>::mutate(|issuance| *issuance = issuance.saturating_sub(credit.peek()));
    }
}

/// Pays the block's author. What nobody can take is recycled, and so is what is left of accounts that hold too little
/// to stay.
pub struct AuthorOrNobody;

impl OnUnbalanced<Credit<AccountId, Balances>> for AuthorOrNobody {
    fn on_nonzero_unbalanced(credit: Credit<AccountId, Balances>) {
        let Some(author) = Pallet::<Runtime>::block_author() else {
            return Pallet::<Runtime>::uncount(credit);
        };
        if let Err(credit) = Balances::resolve(&author, credit) {
            Pallet::<Runtime>::uncount(credit);
        }
    }
}

/// Recycles what is left of accounts that hold too little to stay.
pub struct RecycleDust;

impl OnUnbalanced<Credit<AccountId, Balances>> for RecycleDust {
    fn on_nonzero_unbalanced(dust: Credit<AccountId, Balances>) {
        Pallet::<Runtime>::uncount(dust);
    }
}

type FeeInTao = FungibleAdapter<Balances, AuthorOrNobody>;

/// The fee of a transaction, in TAO or in alpha.
pub struct TaoOrAlpha;

/// What was charged before a call, until it has run.
pub enum Charged {
    Tao(<FeeInTao as OnChargeTransaction<Runtime>>::LiquidityInfo),
    /// Alpha is not given back.
    Alpha {
        netuid: NetUid,
        alpha_fee: AlphaBalance,
        tao_amount: TaoBalance,
    },
}

impl Default for Charged {
    fn default() -> Self {
        Self::Tao(Default::default())
    }
}

/// The call, if it is one of this pallet.
fn ours(call: &RuntimeCall) -> Option<&Call<Runtime>> {
    match call {
        RuntimeCall::SubtensorModule(call) => Some(call),
        _ => None,
    }
}

impl TxCreditHold<Runtime> for TaoOrAlpha {
    type Credit = NoDrop<Credit<AccountId, Balances>>;
}

impl OnChargeTransaction<Runtime> for TaoOrAlpha {
    type Balance = TaoBalance;
    type LiquidityInfo = Charged;

    fn withdraw_fee(
        who: &AccountId,
        call: &RuntimeCall,
        info: &DispatchInfoOf<RuntimeCall>,
        fee_with_tip: TaoBalance,
        tip: TaoBalance,
    ) -> Result<Charged, TransactionValidityError> {
        let in_tao = <FeeInTao as OnChargeTransaction<Runtime>>::withdraw_fee;
        let unpaid = match in_tao(who, call, info, fee_with_tip, tip) {
            Ok(credit) => return Ok(Charged::Tao(credit)),
            Err(unpaid) => unpaid,
        };
        let in_alpha = ours(call).and_then(|call| Pallet::<Runtime>::fee_in_alpha(who, call, fee_with_tip));
        let fee = in_alpha.ok_or(unpaid)?;
        Pallet::<Runtime>::charge_alpha(who, &fee)?;
        let AlphaFee {
            position: Position { netuid, .. },
            sale,
        } = fee;
        Ok(Charged::Alpha {
            netuid,
            alpha_fee: sale.paid,
            tao_amount: sale.received,
        })
    }

    fn can_withdraw_fee(
        who: &AccountId,
        call: &RuntimeCall,
        info: &DispatchInfoOf<RuntimeCall>,
        fee_with_tip: TaoBalance,
        tip: TaoBalance,
    ) -> Result<(), TransactionValidityError> {
        let in_tao = <FeeInTao as OnChargeTransaction<Runtime>>::can_withdraw_fee;
        let Err(unpaid) = in_tao(who, call, info, fee_with_tip, tip) else {
            return Ok(());
        };
        let in_alpha = ours(call).and_then(|call| Pallet::<Runtime>::fee_in_alpha(who, call, fee_with_tip));
        in_alpha.map(drop).ok_or(unpaid)
    }

    fn correct_and_deposit_fee(
        who: &AccountId,
        info: &DispatchInfoOf<RuntimeCall>,
        post: &PostDispatchInfoOf<RuntimeCall>,
        corrected_fee_with_tip: TaoBalance,
        tip: TaoBalance,
        charged: Charged,
    ) -> Result<(), TransactionValidityError> {
        match charged {
            Charged::Tao(credit) => {
                let in_tao = <FeeInTao as OnChargeTransaction<Runtime>>::correct_and_deposit_fee;
                in_tao(who, info, post, corrected_fee_with_tip, tip, credit)
            }
            Charged::Alpha {
                netuid,
                alpha_fee,
                tao_amount,
            } => {
                let who = who.clone();
                let event = Event::TransactionFeePaidWithAlpha {
                    who,
                    netuid,
                    alpha_fee,
                    tao_amount,
                };
                Pallet::<Runtime>::deposit_event(event);
                Ok(())
            }
        }
    }
}
