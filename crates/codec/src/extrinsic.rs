//! Signed extrinsics of format version 4: the payload that is signed, the frame around the signature, and back again.

use taolight_primitives::{AccountId, BlockHash, Rao};

use crate::{
    CodecError, Era, Field, Metadata, Parameters, Value, blake2_256,
    decode::{compact, decode, decode_all, take},
    encode::{self, encode},
    extension,
};

/// The format version with the bit that says "signed".
const SIGNED_4: u8 = 0x84;
const VERSION: u8 = 4;

/// Payloads longer than this are hashed before they are signed.
const LONGEST_UNHASHED: usize = 256;

/// Everything that a signature is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    call: Vec<u8>,
    extra: Vec<u8>,
    implicit: Vec<u8>,
}

/// A signature, by the scheme that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// EdDSA over edwards25519.
    Ed25519([u8; 64]),
    /// Schnorr over Ristretto.
    Sr25519([u8; 64]),
    /// ECDSA over secp256k1, recoverable.
    Ecdsa([u8; 65]),
}

/// The parts of a signed extrinsic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedExtrinsic {
    /// Who signed and pays.
    pub account: AccountId,
    /// The signature, not checked.
    pub signature: Signature,
    /// Nonce of the account.
    pub nonce: u32,
    /// Paid on top of the fee.
    pub tip: Rao,
    /// How long the transaction stays valid.
    pub era: Era,
    /// Whether the chain checks the metadata's digest.
    pub checks_metadata: bool,
    /// SCALE bytes of the call.
    pub call: Vec<u8>,
}

impl Payload {
    /// Puts a payload together. The call has to be one of this runtime's, and the runtime's extensions have to be ones
    /// that are known here or empty.
    pub fn new(metadata: &Metadata, call: &[u8], parameters: &Parameters) -> Result<Self, CodecError> {
        let extrinsic = &metadata.parts.extrinsic;
        if !extrinsic.versions.contains(&VERSION) {
            return Err(CodecError::NotInRuntime {
                kind: "extrinsic format",
                name: VERSION.to_string(),
            });
        }
        decode_all(&metadata.parts.types, extrinsic.call, call)?;
        let (extra, implicit) = extension::write(metadata, parameters)?;
        Ok(Self {
            call: call.to_vec(),
            extra,
            implicit,
        })
    }

    /// Call, extra and implicit, one after the other.
    pub fn bytes(&self) -> Vec<u8> {
        [&self.call[..], &self.extra, &self.implicit].concat()
    }

    /// What is signed: [`Payload::bytes`], or their blake2b-256 if they are more than 256.
    pub fn message(&self) -> Vec<u8> {
        let bytes = self.bytes();
        if bytes.len() > LONGEST_UNHASHED {
            blake2_256(&bytes).to_vec()
        } else {
            bytes
        }
    }

    /// blake2b-256 of [`Payload::bytes`], whatever their number.
    pub fn hash(&self) -> BlockHash {
        BlockHash(blake2_256(&self.bytes()))
    }

    /// The signed extrinsic, with its length in front.
    pub fn signed(
        &self,
        metadata: &Metadata,
        account: &AccountId,
        signature: &Signature,
    ) -> Result<Vec<u8>, CodecError> {
        let (types, extrinsic) = (&metadata.parts.types, &metadata.parts.extrinsic);
        let mut body = vec![SIGNED_4];
        encode(
            types,
            extrinsic.address,
            "the address",
            &(*account).into(),
            &mut body,
        )?;
        encode(
            types,
            extrinsic.signature,
            "the signature",
            &signature.to_value(),
            &mut body,
        )?;
        body.extend_from_slice(&self.extra);
        body.extend_from_slice(&self.call);
        let mut framed = Vec::with_capacity(body.len() + 4);
        encode::compact(body.len() as u128, &mut framed);
        framed.extend(body);
        Ok(framed)
    }
}

impl Signature {
    fn to_value(self) -> Value<'static> {
        let (name, bytes) = match self {
            Self::Ed25519(bytes) => ("Ed25519", bytes.to_vec()),
            Self::Sr25519(bytes) => ("Sr25519", bytes.to_vec()),
            Self::Ecdsa(bytes) => ("Ecdsa", bytes.to_vec()),
        };
        Value::Variant(name, vec![Field::unnamed(Value::Bytes(bytes))])
    }

    fn from_value(value: &Value<'_>) -> Result<Self, CodecError> {
        let (name, fields) = value.variant()?;
        match (name, fields) {
            ("Ed25519", [field]) => field.value.bytes().map(Self::Ed25519),
            ("Sr25519", [field]) => field.value.bytes().map(Self::Sr25519),
            ("Ecdsa", [field]) => field.value.bytes().map(Self::Ecdsa),
            _ => Err(CodecError::wants("the signature", "of a known scheme")),
        }
    }
}

/// Takes a signed extrinsic with its length in front apart.
pub fn decode_extrinsic(metadata: &Metadata, bytes: &[u8]) -> Result<SignedExtrinsic, CodecError> {
    let (types, extrinsic) = (&metadata.parts.types, &metadata.parts.extrinsic);
    let mut input = bytes;
    let length = compact(&mut input)?;
    if length > input.len() as u128 {
        return Err(CodecError::TooShort);
    }
    if length < input.len() as u128 {
        return Err(CodecError::LeftOver(input.len() - length as usize));
    }
    if take(&mut input, 1)?[0] != SIGNED_4 {
        return Err(CodecError::Malformed("not a signed extrinsic of version 4"));
    }
    let account = account_of(&decode(types, extrinsic.address, &mut input)?)?;
    let signature = Signature::from_value(&decode(types, extrinsic.signature, &mut input)?)?;
    let extra = extension::read(metadata, &mut input)?;
    decode_all(types, extrinsic.call, input)?;
    Ok(SignedExtrinsic {
        account,
        signature,
        nonce: extra.nonce.unwrap_or_default(),
        tip: extra.tip.unwrap_or_default(),
        era: extra.era.unwrap_or(Era::Immortal),
        checks_metadata: extra.checks_metadata,
        call: input.to_vec(),
    })
}

/// The account that an address names: itself, or `MultiAddress::Id` of it.
fn account_of(address: &Value<'_>) -> Result<AccountId, CodecError> {
    match address {
        Value::Variant("Id", fields) => match fields.as_slice() {
            [field] => field.value.bytes().map(AccountId),
            _ => Err(CodecError::wants("the address", "an account")),
        },
        other => other.bytes().map(AccountId),
    }
}

/// blake2b-256 of an extrinsic with its length in front: what the network calls it by.
pub fn extrinsic_hash(bytes: &[u8]) -> BlockHash {
    BlockHash(blake2_256(bytes))
}
