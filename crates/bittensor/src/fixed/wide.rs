//! Unsigned integers of 256 bits: the product of two numbers of 128, and what is left of it.

/// A number of 256 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wide {
    high: u128,
    low: u128,
}

const HALF: u32 = 64;
const LOW_HALF: u128 = u64::MAX as u128;

impl Wide {
    /// The exact product.
    pub(crate) fn product(a: u128, b: u128) -> Self {
        let (a_high, a_low) = (a >> HALF, a & LOW_HALF);
        let (b_high, b_low) = (b >> HALF, b & LOW_HALF);
        let bottom = a_low * b_low;
        let (cross, other) = (a_low * b_high, a_high * b_low);
        let middle = (bottom >> HALF) + (cross & LOW_HALF) + (other & LOW_HALF);
        Self {
            high: a_high * b_high + (cross >> HALF) + (other >> HALF) + (middle >> HALF),
            low: (middle << HALF) | (bottom & LOW_HALF),
        }
    }

    /// The quotient and the remainder, digit by binary digit; `None` for a divisor of zero.
    pub(crate) fn div_rem(self, divisor: u128) -> Option<(Self, u128)> {
        if divisor == 0 {
            return None;
        }
        let mut quotient = Self { high: 0, low: 0 };
        let mut remainder = 0_u128;
        for bit in (0..256).rev() {
            // A remainder below a divisor of 128 bits can outgrow 128 bits when doubled, but then only by one.
            let carry = remainder >> 127 == 1;
            remainder = (remainder << 1) | self.bit(bit);
            if carry || remainder >= divisor {
                remainder = remainder.wrapping_sub(divisor);
                quotient.set(bit);
            }
        }
        Some((quotient, remainder))
    }

    /// The number divided by 2^`bits` and rounded down, 2¹²⁸ - 1 if it is more.
    pub(crate) fn shifted_right(self, bits: u32) -> u128 {
        match bits {
            0 => self.saturated(),
            1..128 if self.high >> bits == 0 => (self.high << (128 - bits)) | (self.low >> bits),
            1..128 => u128::MAX,
            128..256 => self.high >> (bits - 128),
            256.. => 0,
        }
    }

    /// The number, or 2¹²⁸ - 1 if it is more.
    pub(crate) fn saturated(self) -> u128 {
        self.narrow().unwrap_or(u128::MAX)
    }

    /// The number, if it has no more than 128 bits.
    pub(crate) fn narrow(self) -> Option<u128> {
        (self.high == 0).then_some(self.low)
    }

    fn bit(self, bit: u32) -> u128 {
        match bit {
            0..128 => (self.low >> bit) & 1,
            _ => (self.high >> (bit - 128)) & 1,
        }
    }

    fn set(&mut self, bit: u32) {
        match bit {
            0..128 => self.low |= 1 << bit,
            _ => self.high |= 1 << (bit - 128),
        }
    }
}

/// `a · b / c` rounded down, 2¹²⁸ - 1 if it is more or if `c` is zero.
pub(crate) fn scaled(a: u128, b: u128, c: u128) -> u128 {
    match Wide::product(a, b).div_rem(c) {
        Some((quotient, _)) => quotient.saturated(),
        None => u128::MAX,
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    fn big(wide: Wide) -> BigUint {
        (BigUint::from(wide.high) << 128) + wide.low
    }

    proptest! {
        #[test]
        fn products_are_exact(a: u128, b: u128) {
            prop_assert_eq!(big(Wide::product(a, b)), BigUint::from(a) * b);
        }

        #[test]
        fn quotient_and_remainder_give_the_number_back(high: u128, low: u128, divisor in 1_u128.., small: u8) {
            let wide = Wide { high, low };
            let divisor = (divisor >> (small % 128)).max(1);
            let (quotient, remainder) = wide.div_rem(divisor).unwrap();
            prop_assert!(remainder < divisor);
            prop_assert_eq!(big(quotient) * divisor + remainder, big(wide));
            prop_assert_eq!(wide.div_rem(0), None);
        }

        #[test]
        fn shifts_round_down_and_saturate(high: u128, low: u128, bits in 0_u32..300) {
            let expected = big(Wide { high, low }) >> bits;
            let limit = BigUint::from(u128::MAX);
            prop_assert_eq!(BigUint::from(Wide { high, low }.shifted_right(bits)), expected.min(limit));
        }
    }
}
