//! Eras: for how many blocks a transaction stays valid.

use crate::{CodecError, decode::take};

/// Periods of mortal transactions, in blocks.
const SHORTEST: u32 = 4;
const LONGEST: u32 = 1 << 16;

/// For how long a transaction stays valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    /// For ever.
    Immortal,
    /// From a block whose number is `phase` modulo `period`, for `period` blocks.
    Mortal {
        /// Blocks; a power of two from 4 to 65,536.
        period: u32,
        /// Less than the period; a multiple of a 4096th of it.
        phase: u32,
    },
}

impl Era {
    /// An era that contains the block `current`. The period is rounded up to a power of two from 4 to 65,536. With
    /// periods of more than 4,096 blocks, the era may begin some blocks before `current`: see [`Era::birth`].
    pub fn mortal(period: u32, current: u32) -> Self {
        let period = period.clamp(SHORTEST, LONGEST).next_power_of_two();
        let quantum = quantum(period);
        Self::Mortal {
            period,
            phase: current % period / quantum * quantum,
        }
    }

    /// The first block of the era that contains the block `current`. Its hash is part of what is signed. An immortal
    /// transaction begins with genesis.
    pub fn birth(&self, current: u32) -> u32 {
        match self {
            Self::Immortal => 0,
            Self::Mortal { period, phase } => {
                let current = current.max(*phase);
                (current - phase) / period * period + phase
            }
        }
    }

    /// The first block in which a transaction of the era that contains the block `current` is no longer valid.
    pub fn death(&self, current: u32) -> Option<u32> {
        match self {
            Self::Immortal => None,
            Self::Mortal { period, .. } => self.birth(current).checked_add(*period),
        }
    }

    /// One byte if immortal, else two: the low four bits are the period's exponent minus one, the rest is the phase.
    pub fn encode(&self) -> Vec<u8> {
        match self {
            Self::Immortal => vec![0],
            Self::Mortal { period, phase } => {
                let exponent = period.trailing_zeros().saturating_sub(1).clamp(1, 15);
                let phase = phase / quantum(*period);
                ((phase << 4 | exponent) as u16).to_le_bytes().to_vec()
            }
        }
    }

    /// Reads an era from the start of `input`.
    pub fn decode(input: &mut &[u8]) -> Result<Self, CodecError> {
        let first = take(input, 1)?[0];
        if first == 0 {
            return Ok(Self::Immortal);
        }
        let encoded = u32::from(u16::from_le_bytes([first, take(input, 1)?[0]]));
        let period = 2 << (encoded % 16);
        let phase = (encoded >> 4)
            .checked_mul(quantum(period))
            .filter(|phase| *phase < period);
        match phase {
            Some(phase) if period >= SHORTEST => Ok(Self::Mortal { period, phase }),
            _ => Err(CodecError::Malformed("not an era")),
        }
    }
}

/// The phase has twelve bits, so that of a long period is counted in larger steps.
fn quantum(period: u32) -> u32 {
    (period >> 12).max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_eras() {
        assert_eq!(Era::Immortal.encode(), [0]);
        assert_eq!(Era::mortal(64, 224).encode(), [0x05, 0x02]);
        assert_eq!(Era::mortal(32, 9_101_266).encode(), [0x24, 0x01]);
        assert_eq!(
            Era::mortal(100, 1),
            Era::Mortal {
                period: 128,
                phase: 1
            }
        );
        assert_eq!(Era::mortal(0, 7), Era::Mortal { period: 4, phase: 3 });
        assert_eq!(
            Era::decode(&mut &[0x01, 0xff][..]),
            Err(CodecError::Malformed("not an era"))
        );
    }

    proptest! {
        #[test]
        fn eras_round_trip_and_contain_their_block(period: u32, current in 0u32..u32::MAX - 0x2_0000) {
            let era = Era::mortal(period, current);
            prop_assert_eq!(Era::decode(&mut &era.encode()[..]), Ok(era));
            let (birth, death) = (era.birth(current), era.death(current).unwrap());
            prop_assert!(birth <= current && current < death);
            prop_assert_eq!(era.birth(birth), birth);
        }

        #[test]
        fn what_is_read_is_written_the_same(bytes: [u8; 2]) {
            let mut input = &bytes[..];
            if let Ok(era) = Era::decode(&mut input) {
                prop_assert_eq!(era.encode(), &bytes[..2 - input.len()]);
            }
        }
    }
}
