//! What is described is what is signed: exact bytes, once, for the account and the website that asked, within the limits
//! that are set.

use taolight_codec::{
    CodecError, Era, Metadata, Parameters, Payload, Signature, describe_call, extrinsic_hash,
};
use taolight_keys::Keypair;
use taolight_primitives::{AccountId, BlockHash, Bytes, ErrorCode, Failure};
use taolight_protocol::{
    engine::{Mortality, Unsigned},
    vault::{
        Account, Describe, DescribeMessage, DescribeMinerAuth, MessageSummary, MinerAuthSummary, Scheme,
        ShownCall, Sign, SignMessage, SignMinerAuth, Signed, SignedMessage, SignedMinerAuth, Summary,
    },
};

use crate::{
    Vault,
    approvals::{self, Content, Pending, Token, Transaction},
    documents::{History, Settings},
    human,
    known::Known,
    message::Message,
    miner_auth::Batch,
    policy::{self, Outflow},
    strongbox::watched_only,
    warnings,
};

/// Calls longer than this are refused unread; no block of the chain can hold one.
const MAX_CALL_BYTES: usize = 4 * 1024 * 1024;

impl Vault {
    /// Decodes a transaction, checks it against the limits, and keeps the bytes that [`Vault::sign`] would sign.
    pub async fn describe(&mut self, request: &Describe) -> Result<Summary, Failure> {
        let unsigned = &request.unsigned;
        let origin = origin(request.origin.as_deref())?;
        let account = self.signer(&unsigned.account).await?;
        if unsigned.call.0.len() > MAX_CALL_BYTES {
            return Err(Failure::new(
                ErrorCode::TypeMismatch,
                "the call is longer than any block can hold",
            ));
        }
        let runtime = self.runtimes.get(&unsigned.metadata)?;
        runtime.must_be_of(unsigned)?;
        let as_intended = as_intended(request, &runtime.metadata);
        let call = shown(&runtime.metadata, &unsigned.call)?;
        let metadata_check = runtime.check();
        let payload = payload(&runtime.metadata, unsigned, runtime.digest())?;
        let payload_hash = payload.hash();
        let settings: Settings = self.strongbox.document().await?;
        let history: History = self.strongbox.document().await?;
        let wanted = policy::Request {
            account: account.address,
            role: &account.role,
            origin: origin.as_deref(),
            call: &call,
            metadata_check: &metadata_check,
            tip: unsigned.tip,
            now_ms: self.clock.now_ms(),
        };
        policy::check(&settings.policies, &history.ledger, &wanted)?;
        let accounts = self.strongbox.accounts().await?.accounts;
        let known = Known {
            accounts: &accounts,
            destinations: &history.destinations,
        };
        let warnings = warnings::of(&call, &metadata_check, &known);
        let pending = Pending {
            account: account.address,
            origin: origin.clone(),
            content: Content::Transaction(Box::new(Transaction {
                metadata: unsigned.metadata,
                payload,
                call: call.clone(),
                tip: unsigned.tip,
            })),
        };
        let approval = match as_intended {
            Some(false) => Bytes::default(),
            Some(true) | None => self.approvals.issue(pending, self.clock.monotonic())?.0,
        };
        Ok(Summary {
            approval,
            account: account.address,
            origin,
            call,
            as_intended,
            nonce: unsigned.nonce,
            tip: unsigned.tip,
            mortality: unsigned.mortality,
            genesis: unsigned.genesis,
            spec_version: unsigned.spec_version,
            metadata_check,
            payload_hash,
            warnings,
        })
    }

    /// Signs what an approval of [`Vault::describe`] is for, and uses the approval up. What it moves is written down
    /// before the signature exists.
    pub async fn sign(&mut self, request: &Sign) -> Result<Signed, Failure> {
        let pending = self.redeem(&request.approval, request.payload_hash)?;
        let Content::Transaction(transaction) = pending.content else {
            return Err(approvals::wrong());
        };
        let account = self.signer(&pending.account).await?;
        let key = self.key(&account).await?;
        let origin = pending.origin.as_deref();
        self.record(&account, origin, &transaction).await?;
        let Transaction {
            metadata, payload, ..
        } = &*transaction;
        let signature = signature(&key, &payload.message())?;
        let runtime = self.runtimes.get(metadata)?;
        let extrinsic = payload.signed(&runtime.metadata, &account.address, &signature)?;
        Ok(Signed {
            hash: extrinsic_hash(&extrinsic),
            extrinsic: extrinsic.into(),
        })
    }

    /// Wraps a message and keeps the bytes that [`Vault::sign_message`] would sign.
    pub async fn describe_message(&mut self, request: &DescribeMessage) -> Result<MessageSummary, Failure> {
        let origin = origin(request.origin.as_deref())?;
        let account = self.signer(&request.account).await?.address;
        let message = Message::new(&request.message)?;
        let (signed, text) = (message.signed().to_vec().into(), message.text());
        let pending = Pending {
            account,
            origin,
            content: Content::Message(message),
        };
        let (approval, payload_hash) = self.approvals.issue(pending, self.clock.monotonic())?;
        Ok(MessageSummary {
            approval,
            account,
            text,
            signed,
            payload_hash,
        })
    }

    /// Signs what an approval of [`Vault::describe_message`] is for, and uses the approval up.
    pub async fn sign_message(&mut self, request: &SignMessage) -> Result<SignedMessage, Failure> {
        let pending = self.redeem(&request.approval, request.payload_hash)?;
        match &pending.content {
            Content::Message(message) => self.sign_bytes(&pending.account, message.signed()).await,
            Content::Transaction(_) | Content::MinerAuth(_) => Err(approvals::wrong()),
        }
    }

    /// Takes messages to miners apart and keeps what [`Vault::sign_miner_auth`] may sign.
    pub async fn describe_miner_auth(
        &mut self,
        request: &DescribeMinerAuth,
    ) -> Result<MinerAuthSummary, Failure> {
        let origin = origin(request.origin.as_deref())?;
        let signer = self.signer(&request.account).await?;
        let scheme = signer.scheme.ok_or_else(watched_only)?;
        let batch = Batch::read(&request.messages, &signer.address, scheme)?;
        let requests = batch.requests().to_vec();
        let pending = Pending {
            account: signer.address,
            origin,
            content: Content::MinerAuth(batch),
        };
        let (approval, payload_hash) = self.approvals.issue(pending, self.clock.monotonic())?;
        Ok(MinerAuthSummary {
            approval,
            account: signer.address,
            requests,
            payload_hash,
        })
    }

    /// Signs what an approval of [`Vault::describe_miner_auth`] is for, with the time of now, and uses the approval up.
    pub async fn sign_miner_auth(&mut self, request: &SignMinerAuth) -> Result<SignedMinerAuth, Failure> {
        let pending = self.redeem(&request.approval, request.payload_hash)?;
        let Content::MinerAuth(described) = pending.content else {
            return Err(approvals::wrong());
        };
        let account = self.signer(&pending.account).await?;
        let scheme = account.scheme.ok_or_else(watched_only)?;
        let batch = Batch::read(&request.messages, &account.address, scheme)?;
        batch.must_be_now(&described, self.clock.now_ms())?;
        let key = self.key(&account).await?;
        let signatures = request.messages.iter().map(|message| key.sign(&message.0));
        let signatures = signatures.map(|signature| Ok(signature?.to_vec().into()));
        Ok(SignedMinerAuth {
            signatures: signatures.collect::<Result<_, Failure>>()?,
        })
    }

    /// Checks the limits once more, since others may have signed meanwhile, and writes down what moves and where to.
    async fn record(
        &mut self,
        account: &Account,
        origin: Option<&str>,
        transaction: &Transaction,
    ) -> Result<(), Failure> {
        let settings: Settings = self.strongbox.document().await?;
        let metadata_check = self.runtimes.get(&transaction.metadata)?.check();
        let wanted = policy::Request {
            account: account.address,
            role: &account.role,
            origin,
            call: &transaction.call,
            metadata_check: &metadata_check,
            tip: transaction.tip,
            now_ms: self.clock.now_ms(),
        };
        let record = |history: &mut History| {
            let outflow: Outflow = policy::check(&settings.policies, &history.ledger, &wanted)?;
            history.ledger.record(&outflow, origin, wanted.now_ms);
            for receiver in warnings::receivers(&transaction.call) {
                history.destinations.add(receiver);
            }
            Ok(())
        };
        self.strongbox.change_document(record).await
    }

    async fn sign_bytes(&mut self, account: &AccountId, bytes: &[u8]) -> Result<SignedMessage, Failure> {
        let account = self.signer(account).await?;
        let signature = self.key(&account).await?.sign(bytes)?;
        Ok(SignedMessage {
            signature: signature.to_vec().into(),
        })
    }

    /// An account that the unlocked vault can sign with.
    async fn signer(&mut self, address: &AccountId) -> Result<Account, Failure> {
        let account = self.strongbox.account(address).await?;
        if !account.can_sign() {
            return Err(watched_only());
        }
        self.strongbox.must_be_unlocked().await?;
        Ok(account)
    }

    async fn key(&mut self, account: &Account) -> Result<Keypair, Failure> {
        Ok(self.strongbox.secret(&account.address).await?.keypair()?)
    }

    fn redeem(&mut self, approval: &Bytes, hash: BlockHash) -> Result<Pending, Failure> {
        let now = self.clock.monotonic();
        self.approvals.redeem(&Token { approval, hash }, now)
    }
}

/// The call as far as it can be shown: one that nests too deep can only be signed blindly. What is not exactly one call of
/// the metadata is refused later, by [`Payload::new`], since it could be taken for another one with what follows it.
fn shown(metadata: &Metadata, call: &Bytes) -> Result<ShownCall, Failure> {
    match describe_call(metadata, &call.0) {
        Ok(node) => Ok(ShownCall::Decoded {
            call: human::call(node),
        }),
        Err(CodecError::Metadata(why)) => Err(CodecError::Metadata(why).into()),
        Err(why) => Ok(ShownCall::Raw {
            bytes: call.clone(),
            why: why.to_string(),
        }),
    }
}

fn payload(metadata: &Metadata, unsigned: &Unsigned, digest: Option<[u8; 32]>) -> Result<Payload, Failure> {
    let parameters = Parameters {
        nonce: unsigned.nonce,
        tip: unsigned.tip,
        era: era(&unsigned.mortality)?,
        birth_hash: unsigned.mortality.birth.hash,
        genesis: unsigned.genesis,
        spec_version: unsigned.spec_version,
        transaction_version: unsigned.transaction_version,
        metadata_digest: digest,
    };
    Ok(Payload::new(metadata, &unsigned.call.0, &parameters)?)
}

fn signature(key: &Keypair, message: &[u8]) -> Result<Signature, Failure> {
    let signature = key.sign(message)?;
    Ok(match crate::scheme::scheme(key.scheme()) {
        Scheme::Sr25519 => Signature::Sr25519(signature),
        Scheme::Ed25519 => Signature::Ed25519(signature),
    })
}

/// The website that asks, as a browser writes it: another spelling would escape the limits that are set for it.
/// Whether the call is that of the intent, byte for byte.
fn as_intended(request: &Describe, metadata: &Metadata) -> Option<bool> {
    let intent = request.intent.as_ref()?;
    // What cannot be built cannot be the same.
    Some(
        intent
            .build(metadata)
            .is_ok_and(|call| call == request.unsigned.call.0),
    )
}

fn origin(given: Option<&str>) -> Result<Option<String>, Failure> {
    match given {
        Some(origin) if !policy::is_origin(origin) => Err(Failure::new(
            ErrorCode::TypeMismatch,
            "the name of the website that asks is not one that a browser gives",
        )),
        origin => Ok(origin.map(str::to_owned)),
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
