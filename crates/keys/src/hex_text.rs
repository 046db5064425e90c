//! Hexadecimal text of secrets, in memory that is wiped.

use zeroize::Zeroizing;

/// `0x` and two lowercase digits for every byte. The room is taken at once, so that no part is left behind by growing.
pub(crate) fn hex_text(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(2 + 2 * bytes.len()));
    text.push_str("0x");
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 0xf));
    }
    text
}

fn digit(nibble: u8) -> char {
    char::from(match nibble {
        0..10 => b'0' + nibble,
        10.. => b'a' + (nibble - 10),
    })
}

#[cfg(test)]
mod tests {
    use super::hex_text;

    #[test]
    fn every_byte_is_as_the_hex_crate_writes_it() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(*hex_text(&bytes), format!("0x{}", hex::encode(&bytes)));
    }
}
