//! The transactions that the supervisor signs itself.

use crate::{
    chain::{Chain, Version},
    chain_spec,
};
use anyhow::{Context, ensure};
use codec::Encode;
use sp_core::{Pair, sr25519};
use sp_runtime::{MultiAddress, generic::Era};
use taolight_devnet_runtime::{
    AccountId, Balance, Hash, Nonce, Runtime, RuntimeCall, SignedPayload, UncheckedExtrinsic,
    extensions::{
        CheckShieldedTxValidity, DrandPriority, SubtensorTransactionExtension, SudoTransactionExtension,
        TxExtension,
    },
    wasm,
};

/// Installs the next runtime, and returns its spec version.
pub async fn upgrade(chain: &Chain) -> anyhow::Result<u32> {
    let code = wasm::next::WASM_BINARY
        .context("built without the runtime's wasm")?
        .to_vec();
    let set_code = frame_system::Call::<Runtime>::set_code { code };
    let sudo = pallet_sudo::Call::<Runtime>::sudo_unchecked_weight {
        call: Box::new(set_code.into()),
        weight: Default::default(),
    };
    let before = chain.version(None).await?.spec_version;
    let block = sign_and_include(chain, chain_spec::SUDO, sudo.into()).await?;
    let after = chain.version(Some(block)).await?.spec_version;
    ensure!(after > before, "spec version {before} was not upgraded");
    Ok(after)
}

/// Sends `amount` rao, and returns the block that includes the transfer.
pub async fn transfer(chain: &Chain, from: &str, to: AccountId, amount: Balance) -> anyhow::Result<Hash> {
    let transfer = pallet_balances::Call::<Runtime>::transfer_keep_alive {
        dest: MultiAddress::Id(to),
        value: amount,
    };
    sign_and_include(chain, from, transfer.into()).await
}

async fn sign_and_include(chain: &Chain, suri: &str, call: RuntimeCall) -> anyhow::Result<Hash> {
    let pair = sr25519::Pair::from_string(suri, None).context("not a secret key URI")?;
    let nonce = chain.next_nonce(&pair.public().into()).await?;
    let genesis = chain.block_hash(0).await?;
    let version = chain.version(None).await?;
    let extrinsic = sign(call, &pair, nonce, genesis, &version);
    chain.include(extrinsic.encode()).await
}

/// Signs a call for good: an immortal era, no tip, no metadata hash.
fn sign(
    call: RuntimeCall,
    pair: &sr25519::Pair,
    nonce: Nonce,
    genesis: Hash,
    version: &Version,
) -> UncheckedExtrinsic {
    let extension = extension(nonce);
    let implicit = (
        (
            (),
            version.spec_version,
            version.transaction_version,
            genesis,
            genesis,
            (),
            (),
        ),
        ((), (), (), (), (), None),
    );
    let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
    let signature = payload.using_encoded(|bytes| pair.sign(bytes));
    let signer = AccountId::from(pair.public());
    UncheckedExtrinsic::new_signed(call, MultiAddress::Id(signer), signature.into(), extension)
}

fn extension(nonce: Nonce) -> TxExtension {
    (
        (
            frame_system::CheckNonZeroSender::new(),
            frame_system::CheckSpecVersion::new(),
            frame_system::CheckTxVersion::new(),
            frame_system::CheckGenesis::new(),
            frame_system::CheckMortality::from(Era::Immortal),
            frame_system::CheckNonce::from(nonce),
            frame_system::CheckWeight::new(),
        ),
        (
            pallet_transaction_payment::ChargeTransactionPayment::from(0),
            SudoTransactionExtension,
            CheckShieldedTxValidity,
            SubtensorTransactionExtension,
            DrandPriority,
            frame_metadata_hash_extension::CheckMetadataHash::new(false),
        ),
    )
}
