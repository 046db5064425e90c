//! Reads a QR code out of a picture. Browsers that can do so themselves are asked instead; this is for all the others.

use rqrr::PreparedImage;
use wasm_bindgen::prelude::wasm_bindgen;

/// Bytes of a pixel: red, green, blue and how opaque it is.
const PIXEL: usize = 4;

/// The text of the first code in a picture that can be read, out of its pixels row by row as a canvas gives them; none if
/// there is none, or if they are not as many as the width says.
#[wasm_bindgen]
#[must_use]
pub fn read(width: u32, pixels: &[u8]) -> Option<String> {
    let width = usize::try_from(width).ok()?;
    let row = width.checked_mul(PIXEL).filter(|row| *row > 0)?;
    if !pixels.len().is_multiple_of(row) {
        return None;
    }
    let height = pixels.len() / row;
    let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        let start = y * row + x * PIXEL;
        pixels.get(start..start + PIXEL).map_or(u8::MAX, grey)
    });
    let grids = image.detect_grids();
    grids.iter().find_map(|grid| Some(grid.decode().ok()?.1))
}

/// How bright a pixel is, by the weights of Rec. 601 in 256ths.
fn grey(pixel: &[u8]) -> u8 {
    let weighed = pixel.iter().zip([77, 150, 29]);
    let sum: u32 = weighed.map(|(part, weight)| u32::from(*part) * weight).sum();
    u8::try_from(sum >> 8).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use qrcodegen::{QrCode, QrCodeEcc};

    use super::*;

    /// A code as a camera of this many pixels a module sees it, with a border around it.
    fn picture(text: &str, scale: usize) -> (u32, Vec<u8>) {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let size = usize::try_from(code.size()).unwrap();
        let border = 4;
        let width = (size + 2 * border) * scale;
        let module = |at: usize| i32::try_from(at / scale).unwrap() - i32::try_from(border).unwrap();
        let pixels = (0..width * width).flat_map(|at| {
            let is_dark = code.get_module(module(at % width), module(at / width));
            let shade = if is_dark { 20 } else { 235 };
            [shade, shade, shade, 255]
        });
        (u32::try_from(width).unwrap(), pixels.collect())
    }

    #[test]
    fn reads_what_was_written() {
        for text in [
            "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
            "substrate:5Gr:0x00:Käse",
        ] {
            let (width, pixels) = picture(text, 4);
            assert_eq!(read(width, &pixels).as_deref(), Some(text));
        }
    }

    #[test]
    fn finds_nothing_where_there_is_nothing() {
        assert_eq!(read(64, &vec![255; 64 * 64 * 4]), None);
        assert_eq!(read(0, &[]), None);
        assert_eq!(read(3, &[0; 13]), None);
        assert_eq!(read(u32::MAX, &[0; 16]), None);
        let (width, pixels) = picture("cut off", 4);
        assert_eq!(read(width, &pixels[..pixels.len() / 2]), None);
    }
}
