//! The transaction extensions: the identifiers of the real chain, in its order,
//! with its encodings. Four of them are Bittensor's own and add no byte to a
//! transaction; here [`SudoTransactionExtension`] and
//! [`SubtensorTransactionExtension`] check something.

use crate::{Runtime, RuntimeCall, RuntimeOrigin, guarded_call};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_system::ensure_signed;
use scale_info::TypeInfo;
use sp_runtime::{
    impl_tx_ext_default,
    traits::{DispatchInfoOf, Implication, TransactionExtension, ValidateResult},
    transaction_validity::{InvalidTransaction, TransactionSource, ValidTransaction},
};

/// Nested, because tuples implement the trait up to twelve elements only; the
/// metadata shows the list flat.
pub type TxExtension = (
    (
        frame_system::CheckNonZeroSender<Runtime>,
        frame_system::CheckSpecVersion<Runtime>,
        frame_system::CheckTxVersion<Runtime>,
        frame_system::CheckGenesis<Runtime>,
        frame_system::CheckMortality<Runtime>,
        frame_system::CheckNonce<Runtime>,
        frame_system::CheckWeight<Runtime>,
    ),
    (
        pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
        SudoTransactionExtension,
        CheckShieldedTxValidity,
        SubtensorTransactionExtension,
        DrandPriority,
        frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
    ),
);

/// Refuses a `Sudo` call of anyone but the sudo key before it costs a fee.
#[derive(Clone, Copy, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct SudoTransactionExtension;

impl TransactionExtension<RuntimeCall> for SudoTransactionExtension {
    const IDENTIFIER: &'static str = "SudoTransactionExtension";
    type Implicit = ();
    type Val = ();
    type Pre = ();

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        _info: &DispatchInfoOf<RuntimeCall>,
        _len: usize,
        _implicit: (),
        _inherited: &impl Implication,
        _source: TransactionSource,
    ) -> ValidateResult<(), RuntimeCall> {
        let signer = ensure_signed(origin.clone()).ok();
        if matches!(call, RuntimeCall::Sudo(_)) && signer != pallet_sudo::Key::<Runtime>::get() {
            return Err(InvalidTransaction::BadSigner.into());
        }
        Ok((ValidTransaction::default(), (), origin))
    }

    impl_tx_ext_default!(RuntimeCall; weight prepare);
}

/// Asks the guards about a call before it costs a fee.
#[derive(Clone, Copy, Debug, Decode, DecodeWithMemTracking, Default, Encode, Eq, PartialEq, TypeInfo)]
pub struct SubtensorTransactionExtension;

impl TransactionExtension<RuntimeCall> for SubtensorTransactionExtension {
    const IDENTIFIER: &'static str = "SubtensorTransactionExtension";
    type Implicit = ();
    type Val = ();
    type Pre = ();

    fn validate(
        &self,
        origin: RuntimeOrigin,
        call: &RuntimeCall,
        _info: &DispatchInfoOf<RuntimeCall>,
        _len: usize,
        _implicit: (),
        _inherited: &impl Implication,
        _source: TransactionSource,
    ) -> ValidateResult<(), RuntimeCall> {
        if let Ok(signer) = ensure_signed(origin.clone()) {
            guarded_call::check(&signer, call).map_err(|barred| InvalidTransaction::Custom(barred.code()))?;
        }
        Ok((ValidTransaction::default(), (), origin))
    }

    impl_tx_ext_default!(RuntimeCall; weight prepare);
}

/// An extension that is in the list and does nothing.
macro_rules! silent_extension {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone,
            Copy,
            Debug,
            Decode,
            DecodeWithMemTracking,
            Default,
            Encode,
            Eq,
            PartialEq,
            TypeInfo,
        )]
        pub struct $name;

        impl TransactionExtension<RuntimeCall> for $name {
            const IDENTIFIER: &'static str = stringify!($name);
            type Implicit = ();
            type Val = ();
            type Pre = ();

            impl_tx_ext_default!(RuntimeCall; weight validate prepare);
        }
    };
}

silent_extension!(
    /// Stands where the real chain checks shielded transactions.
    CheckShieldedTxValidity
);
silent_extension!(
    /// Stands where the real chain favours its randomness pulses.
    DrandPriority
);
