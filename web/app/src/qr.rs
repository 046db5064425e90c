//! Texts as QR codes.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light squares around the code, which cameras need.
const MARGIN: i32 = 4;

/// A code to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Its width and height, margin included.
    pub(crate) size: i32,
    /// Its dark squares, as an SVG path.
    pub(crate) path: String,
}

/// The code of a text; none of one that is too long for any.
pub(crate) fn picture(text: &str) -> Option<Picture> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let dark = (0..size)
        .flat_map(|y| (0..size).map(move |x| (x, y)))
        .filter(|(x, y)| code.get_module(*x, *y));
    Some(Picture {
        size: size + 2 * MARGIN,
        path: dark
            .map(|(x, y)| format!("M{} {}h1v1h-1z", x + MARGIN, y + MARGIN))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_square() {
        let picture = picture("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").unwrap();
        // Version 4, which has 33 squares a side, is the smallest that holds it.
        assert_eq!(picture.size, 33 + 8);
        // The corner of the finder pattern.
        assert!(picture.path.starts_with("M4 4h1v1h-1z"));
        assert!(super::picture(&"x".repeat(5_000)).is_none());
    }
}
