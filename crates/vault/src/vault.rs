//! What the vault decides: which keys it holds, what it would sign, and that it signs what was approved.

use std::{fmt, rc::Rc};

use taolight_codec::{Era, Parameters, Payload, Signature, describe_call, extrinsic_hash};
use taolight_primitives::{BlockHash, Bytes, ErrorCode, Failure};
use taolight_protocol::{
    engine::{MetadataRef, Mortality, RuntimeMetadata, Unsigned},
    vault::{
        Account, AddAccount, DescribeMessage, MessageSummary, RemoveAccount, Sign, SignMessage, Signed,
        SignedMessage, Summary,
    },
};

use crate::{
    Clock,
    accounts::Accounts,
    approvals::{self, Approvals, Content, Pending, Token},
    human,
    message::Message,
    runtimes::Runtimes,
    warnings,
};

/// Calls longer than this are refused unread; no block of the chain can hold one.
const MAX_CALL_BYTES: usize = 4 * 1024 * 1024;

/// Keys, runtimes and approvals. Everything is in memory and gone with the process.
pub struct Vault {
    clock: Rc<dyn Clock>,
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
    pub fn new(clock: Rc<dyn Clock>) -> Self {
        Self {
            clock,
            accounts: Accounts::default(),
            runtimes: Runtimes::default(),
            approvals: Approvals::default(),
        }
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
        let pending = Pending {
            account: unsigned.account,
            content: Content::Transaction {
                metadata: unsigned.metadata,
                payload,
            },
        };
        let (approval, payload_hash) = self.approvals.issue(pending, self.clock.monotonic())?;
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
        let Pending { account, content } = self.redeem(&request.approval, request.payload_hash)?;
        let Content::Transaction { metadata, payload } = content else {
            return Err(approvals::wrong());
        };
        let runtime = self.runtimes.get(&metadata)?;
        let signature = self.accounts.key(&account)?.sign(&payload.message())?;
        let signature = Signature::Sr25519(signature);
        let extrinsic = payload.signed(&runtime.metadata, &account, &signature)?;
        Ok(Signed {
            hash: extrinsic_hash(&extrinsic),
            extrinsic: extrinsic.into(),
        })
    }

    /// Wraps a message and keeps the bytes that [`Vault::sign_message`] would sign.
    pub fn describe_message(&mut self, request: &DescribeMessage) -> Result<MessageSummary, Failure> {
        self.accounts.key(&request.account)?;
        let message = Message::new(&request.message)?;
        let (signed, text) = (message.signed().to_vec().into(), message.text());
        let pending = Pending {
            account: request.account,
            content: Content::Message(message),
        };
        let (approval, payload_hash) = self.approvals.issue(pending, self.clock.monotonic())?;
        Ok(MessageSummary {
            approval,
            account: request.account,
            text,
            signed,
            payload_hash,
        })
    }

    /// Signs what an approval of [`Vault::describe_message`] is for, and uses the approval up.
    pub fn sign_message(&mut self, request: &SignMessage) -> Result<SignedMessage, Failure> {
        let Pending { account, content } = self.redeem(&request.approval, request.payload_hash)?;
        let Content::Message(message) = content else {
            return Err(approvals::wrong());
        };
        let signature = self.accounts.key(&account)?.sign(message.signed())?;
        Ok(SignedMessage {
            signature: signature.to_vec().into(),
        })
    }

    fn redeem(&mut self, approval: &Bytes, hash: BlockHash) -> Result<Pending, Failure> {
        let now = self.clock.monotonic();
        self.approvals.redeem(&Token { approval, hash }, now)
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
