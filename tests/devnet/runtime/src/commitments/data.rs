//! One field of a commitment. On the wire every length of raw bytes up to 128
//! is a variant of its own, which is why the codec and the type description are
//! written out by hand.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, Output};
use frame_support::{BoundedVec, traits::ConstU32};
use scale_info::{
    Path, Type, TypeInfo,
    build::{Fields, Variants},
};

/// The longest raw data that is described by a variant per length.
const MAX_RAW: u32 = 128;
/// The longest raw data of [`Data::BigRaw`].
const MAX_BIG_RAW: u32 = 512;
/// The longest ciphertext of [`Data::TimelockEncrypted`].
const MAX_TIMELOCKED: u32 = 1_024;

/// The variant of no raw bytes at all; the others follow by length.
const RAW: u8 = 1;
const RAW_END: u8 = RAW + MAX_RAW as u8;
const BLAKE_TWO_256: u8 = 130;
const SHA_256: u8 = 131;
const KECCAK_256: u8 = 132;
const SHA_THREE_256: u8 = 133;
const TIMELOCK_ENCRYPTED: u8 = 134;
const RESET_BONDS_FLAG: u8 = 135;
const BIG_RAW: u8 = 136;

/// A piece of data that a hotkey commits to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Data {
    None,
    Raw(BoundedVec<u8, ConstU32<MAX_RAW>>),
    BlakeTwo256([u8; 32]),
    Sha256([u8; 32]),
    Keccak256([u8; 32]),
    ShaThree256([u8; 32]),
    /// To be revealed by the randomness beacon's round, which nobody does here.
    TimelockEncrypted {
        encrypted: BoundedVec<u8, ConstU32<MAX_TIMELOCKED>>,
        reveal_round: u64,
    },
    ResetBondsFlag,
    BigRaw(BoundedVec<u8, ConstU32<MAX_BIG_RAW>>),
}

impl Data {
    /// How many bytes it takes of a hotkey's space.
    pub fn space(&self) -> u64 {
        let bytes = match self {
            Self::None | Self::ResetBondsFlag => 0,
            Self::Raw(bytes) => bytes.len(),
            Self::BlakeTwo256(hash)
            | Self::Sha256(hash)
            | Self::Keccak256(hash)
            | Self::ShaThree256(hash) => hash.len(),
            Self::TimelockEncrypted { encrypted, .. } => encrypted.len(),
            Self::BigRaw(bytes) => bytes.len(),
        };
        bytes as u64
    }
}

impl Encode for Data {
    fn encode_to<O: Output + ?Sized>(&self, output: &mut O) {
        match self {
            Self::None => output.push_byte(0),
            Self::Raw(bytes) => {
                output.push_byte(RAW + bytes.len() as u8);
                output.write(bytes);
            }
            Self::BlakeTwo256(hash) => (BLAKE_TWO_256, hash).encode_to(output),
            Self::Sha256(hash) => (SHA_256, hash).encode_to(output),
            Self::Keccak256(hash) => (KECCAK_256, hash).encode_to(output),
            Self::ShaThree256(hash) => (SHA_THREE_256, hash).encode_to(output),
            Self::TimelockEncrypted {
                encrypted,
                reveal_round,
            } => (TIMELOCK_ENCRYPTED, encrypted, reveal_round).encode_to(output),
            Self::ResetBondsFlag => output.push_byte(RESET_BONDS_FLAG),
            Self::BigRaw(bytes) => (BIG_RAW, bytes).encode_to(output),
        }
    }
}

impl codec::EncodeLike for Data {}

impl Decode for Data {
    fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
        Ok(match input.read_byte()? {
            0 => Self::None,
            variant @ RAW..=RAW_END => {
                let mut bytes = Vec::from_iter(core::iter::repeat_n(0, usize::from(variant - RAW)));
                input.read(&mut bytes)?;
                Self::Raw(BoundedVec::truncate_from(bytes))
            }
            BLAKE_TWO_256 => Self::BlakeTwo256(Decode::decode(input)?),
            SHA_256 => Self::Sha256(Decode::decode(input)?),
            KECCAK_256 => Self::Keccak256(Decode::decode(input)?),
            SHA_THREE_256 => Self::ShaThree256(Decode::decode(input)?),
            TIMELOCK_ENCRYPTED => Self::TimelockEncrypted {
                encrypted: Decode::decode(input)?,
                reveal_round: Decode::decode(input)?,
            },
            RESET_BONDS_FLAG => Self::ResetBondsFlag,
            BIG_RAW => Self::BigRaw(Decode::decode(input)?),
            _ => return Err("not a kind of committed data".into()),
        })
    }
}

impl DecodeWithMemTracking for Data {}

/// Adds the variants of raw bytes, one per length.
macro_rules! raw_variants {
    ($variants:expr, $($length:literal)*) => {
        $variants$(.variant(concat!("Raw", $length), |variant| {
            variant
                .index(RAW + $length)
                .fields(Fields::unnamed().field(|field| field.ty::<[u8; $length]>()))
        }))*
    };
}

impl TypeInfo for Data {
    type Identity = Self;

    fn type_info() -> Type {
        let hash = || Fields::unnamed().field(|field| field.ty::<[u8; 32]>());
        let variants = Variants::new().variant("None", |variant| variant.index(0));
        let variants = raw_variants!(
            variants,
            0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36
            37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70
            71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 100 101 102 103
            104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119 120 121 122 123 124 125 126 127 128
        );
        let variants = variants
            .variant("BlakeTwo256", |variant| {
                variant.index(BLAKE_TWO_256).fields(hash())
            })
            .variant("Sha256", |variant| variant.index(SHA_256).fields(hash()))
            .variant("Keccak256", |variant| variant.index(KECCAK_256).fields(hash()))
            .variant("ShaThree256", |variant| {
                variant.index(SHA_THREE_256).fields(hash())
            })
            .variant("TimelockEncrypted", |variant| {
                variant.index(TIMELOCK_ENCRYPTED).fields(
                    Fields::named()
                        .field(|field| {
                            field
                                .name("encrypted")
                                .ty::<BoundedVec<u8, ConstU32<MAX_TIMELOCKED>>>()
                        })
                        .field(|field| field.name("reveal_round").ty::<u64>()),
                )
            })
            .variant("ResetBondsFlag", |variant| variant.index(RESET_BONDS_FLAG))
            .variant("BigRaw", |variant| {
                variant.index(BIG_RAW).fields(
                    Fields::unnamed().field(|field| field.ty::<BoundedVec<u8, ConstU32<MAX_BIG_RAW>>>()),
                )
            });
        Type::builder()
            .path(Path::new("Data", module_path!()))
            .variant(variants)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_survives_the_wire() {
        let kinds = (0..=MAX_RAW)
            .map(|length| Data::Raw(BoundedVec::truncate_from(vec![7; length as usize])))
            .chain([
                Data::None,
                Data::BlakeTwo256([1; 32]),
                Data::Sha256([2; 32]),
                Data::Keccak256([3; 32]),
                Data::ShaThree256([4; 32]),
                Data::TimelockEncrypted {
                    encrypted: BoundedVec::truncate_from(vec![5; 300]),
                    reveal_round: 6,
                },
                Data::ResetBondsFlag,
                Data::BigRaw(BoundedVec::truncate_from(vec![7; 512])),
            ]);
        for data in kinds {
            let bytes = data.encode();
            assert_eq!(Data::decode(&mut bytes.as_slice()), Ok(data));
        }
    }

    #[test]
    fn a_raw_length_is_its_variant() {
        let three = Data::Raw(BoundedVec::truncate_from(b"abc".to_vec()));
        assert_eq!(three.encode(), b"\x04abc");
        assert!(Data::decode(&mut [137u8].as_slice()).is_err());
    }
}
