//! What the vault decides: which keys it holds, what it would sign, and that it signs what was approved.

use std::fmt;

use taolight_codec::{Era, Parameters, Payload, Signature, describe_call, extrinsic_hash};
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{
    engine::{MetadataRef, Mortality, RuntimeMetadata, Unsigned},
    vault::{Account, AddAccount, RemoveAccount, Sign, Signed, Summary},
};

use crate::{
    accounts::Accounts,
    approvals::{Approvals, Pending},
    human,
    runtimes::Runtimes,
    warnings,
};

/// Calls longer than this are refused unread; no block of the chain can hold one.
const MAX_CALL_BYTES: usize = 4 * 1024 * 1024;

/// Keys, runtimes and approvals. Everything is in memory and gone with the process.
#[derive(Default)]
pub struct Vault {
    accounts: Accounts,
    runtimes: Runtimes,
    approvals: Approvals,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(secret)")
    }
}

impl Vault {
    /// An empty vault.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an account from a mnemonic or secret URI, which is wiped. The same key again only changes the label.
    pub fn add_account(&mut self, request: AddAccount) -> Result<Account, Failure> {
        self.accounts.add(request)
    }

    /// The accounts, without their keys.
    pub fn accounts(&self) -> Vec<Account> {
        self.accounts.list()
    }

    /// Forgets an account, wipes its key and drops what waits for its signature.
    pub fn remove_account(&mut self, request: &RemoveAccount) -> Result<(), Failure> {
        self.accounts.remove(&request.address)?;
        self.approvals.forget(&request.address);
        Ok(())
    }

    /// Whether a runtime's metadata is here.
    pub fn has_metadata(&self, metadata: &MetadataRef) -> bool {
        self.runtimes.has(metadata)
    }

    /// Takes a runtime's metadata in. Computes its digest, which takes some tens of milliseconds.
    pub fn add_metadata(&mut self, metadata: RuntimeMetadata) -> Result<(), Failure> {
        self.runtimes.add(metadata)
    }

    /// Decodes a transaction and keeps the bytes that [`Vault::sign`] would sign.
    pub fn describe(&mut self, unsigned: &Unsigned) -> Result<Summary, Failure> {
        self.accounts.key(&unsigned.account)?;
        if unsigned.call.0.len() > MAX_CALL_BYTES {
            return Err(Failure::new(
                ErrorCode::TypeMismatch,
                "the call is longer than any block can hold",
            ));
        }
        let runtime = self.runtimes.get(&unsigned.metadata)?;
        runtime.must_be_of(unsigned)?;
        let call = human::call(describe_call(&runtime.metadata, &unsigned.call.0)?);
        let parameters = Parameters {
            nonce: unsigned.nonce,
            tip: unsigned.tip,
            era: era(&unsigned.mortality)?,
            birth_hash: unsigned.mortality.birth.hash,
            genesis: unsigned.genesis,
            spec_version: unsigned.spec_version,
            transaction_version: unsigned.transaction_version,
            metadata_digest: runtime.digest(),
        };
        let payload = Payload::new(&runtime.metadata, &unsigned.call.0, &parameters)?;
        let metadata_check = runtime.check();
        let payload_hash = payload.hash();
        let approval = self.approvals.issue(Pending {
            account: unsigned.account,
            metadata: unsigned.metadata,
            payload,
        })?;
        Ok(Summary {
            approval,
            account: unsigned.account,
            warnings: warnings::of(&call, &metadata_check),
            call,
            nonce: unsigned.nonce,
            tip: unsigned.tip,
            mortality: unsigned.mortality,
            genesis: unsigned.genesis,
            spec_version: unsigned.spec_version,
            metadata_check,
            payload_hash,
        })
    }

    /// Signs what an approval of [`Vault::describe`] is for, and uses the approval up.
    pub fn sign(&mut self, request: &Sign) -> Result<Signed, Failure> {
        let pending = self.approvals.redeem(request)?;
        let runtime = self.runtimes.get(&pending.metadata)?;
        let signature = self
            .accounts
            .key(&pending.account)?
            .sign(&pending.payload.message())?;
        let signature = Signature::Sr25519(signature);
        let extrinsic = pending
            .payload
            .signed(&runtime.metadata, &pending.account, &signature)?;
        Ok(Signed {
            hash: extrinsic_hash(&extrinsic),
            extrinsic: extrinsic.into(),
        })
    }
}

/// The era that begins with the block of birth. Refuses a mortality that no era has, because the chain would look for
/// the hash of another block.
fn era(mortality: &Mortality) -> Result<Era, Failure> {
    let era = Era::mortal(mortality.period, mortality.birth.number);
    match era {
        Era::Mortal { period, .. } if period == mortality.period => {}
        Era::Mortal { .. } | Era::Immortal => {
            return Err(Failure::new(
                ErrorCode::TypeMismatch,
                "a transaction's period is a power of two from 4 to 65,536 blocks",
            ));
        }
    }
    if era.birth(mortality.birth.number) != mortality.birth.number {
        return Err(Failure::new(
            ErrorCode::TypeMismatch,
            "a transaction of this period cannot begin with this block",
        ));
    }
    Ok(era)
}
