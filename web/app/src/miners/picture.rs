//! Pictures in answers: texts of base64, alone or in a `data:` address, whose first bytes are those of a picture that
//! browsers draw from pixels. What an answer calls it counts for nothing, and what can hold a script or an address, as SVG
//! can, is no picture here.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Bytes of a picture that is shown.
pub(crate) const MOST_BYTES: usize = 8 * 1024 * 1024;
/// Pixels of a picture that is shown: a small file can hold many.
const MOST_PIXELS: u64 = 50_000_000;
/// Characters of base64 by which a picture is recognised.
const MAGIC: usize = 16;

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Png,
    Jpeg,
    Gif,
    WebP,
}

/// A picture that was found, and not looked at yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// By its first bytes.
    pub(crate) kind: Kind,
    /// Its size in bytes.
    pub(crate) bytes: usize,
}

/// A picture that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// By its first bytes.
    pub(crate) kind: Kind,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// In pixels.
    pub(crate) width: u32,
    /// In pixels.
    pub(crate) height: u32,
}

/// Why a picture is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unshown {
    /// More than [`MOST_BYTES`] or too many pixels.
    TooLarge,
    /// Not all of it is there, or it does not say how large it is.
    Broken,
}

impl Kind {
    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Gif => "GIF",
            Self::WebP => "WebP",
        }
    }

    /// What it is called between programs.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::WebP => "image/webp",
        }
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            _ => None,
        }
    }

    /// Width and height, as the file says.
    fn pixels(self, bytes: &[u8]) -> Option<(u32, u32)> {
        match self {
            Self::Png => {
                let is_header = bytes.get(12..16)? == b"IHDR";
                let side = |at| Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
                is_header.then_some((side(16)?, side(20)?))
            }
            Self::Gif => Some((little(bytes, 6, 2)?, little(bytes, 8, 2)?)),
            Self::Jpeg => jpeg_pixels(bytes),
            Self::WebP => match bytes.get(12..16)? {
                b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
                b"VP8L" => {
                    let sides = little(bytes, 21, 4)?;
                    Some(((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1))
                }
                b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
                _ => None,
            },
        }
    }
}

/// A number of so many bytes, the lowest first.
fn little(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + count)?;
    Some(
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u32::from(*byte)),
    )
}

/// The sides that the first frame of a JPEG names.
fn jpeg_pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let two = |at: usize| Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            // Filling, and markers without anything behind them.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((two(at + 7)?.into(), two(at + 5)?.into()));
            }
            // Its pixels begin, or it ends.
            0xd9 | 0xda => return None,
            _ => at += 2 + usize::from(two(at + 2)?),
        }
    }
}

/// The picture that a text is, by its first bytes.
pub(crate) fn find(text: &str) -> Option<Found> {
    let base64 = base64_of(text)?;
    let first = BASE64.decode(base64.get(..MAGIC)?).ok()?;
    let kind = Kind::of(&first)?;
    let is_content = |byte: &u8| *byte != b'=' && !byte.is_ascii_whitespace();
    let content = base64.bytes().filter(is_content).count();
    Some(Found {
        kind,
        bytes: content / 4 * 3 + (content % 4).saturating_sub(1),
    })
}

/// The picture that a text is, whole.
pub(crate) fn read(text: &str) -> Result<Picture, Unshown> {
    let found = find(text).ok_or(Unshown::Broken)?;
    if found.bytes > MOST_BYTES {
        return Err(Unshown::TooLarge);
    }
    let mut base64 = base64_of(text).ok_or(Unshown::Broken)?.as_bytes().to_vec();
    base64.retain(|byte| !byte.is_ascii_whitespace());
    let bytes = BASE64.decode(base64).map_err(|_| Unshown::Broken)?;
    let kind = Kind::of(&bytes).ok_or(Unshown::Broken)?;
    match kind.pixels(&bytes) {
        Some((width, height)) if u64::from(width) * u64::from(height) > MOST_PIXELS => Err(Unshown::TooLarge),
        Some((width, height)) if width > 0 && height > 0 => Ok(Picture {
            kind,
            bytes,
            width,
            height,
        }),
        Some(_) | None => Err(Unshown::Broken),
    }
}

/// What may be base64 in a text: all of it, or what a `data:` address says that it is.
fn base64_of(text: &str) -> Option<&str> {
    let text = text.trim();
    match text.strip_prefix("data:") {
        Some(address) => Some(address.split_once(";base64,")?.1.trim_start()),
        None => Some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of a PNG of this size.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    fn written(bytes: &[u8]) -> String {
        BASE64.encode(bytes)
    }

    #[test]
    fn known_pictures_are_read_with_their_size() {
        let jpeg = [
            0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 0, 5, 0, 7, 0,
        ];
        let webp = |chunk: &[u8], rest: &[u8]| [b"RIFF\0\0\0\0WEBP", chunk, b"\0\0\0\0", rest].concat();
        let cases = [
            (Kind::Png, png(3, 4), (3, 4)),
            (Kind::Gif, b"GIF89a\x05\0\x06\0\0\0".to_vec(), (5, 6)),
            (Kind::Jpeg, jpeg.to_vec(), (7, 5)),
            (
                Kind::WebP,
                webp(b"VP8X", &[0, 0, 0, 0, 8, 0, 0, 9, 0, 0]),
                (9, 10),
            ),
            (Kind::WebP, webp(b"VP8L", &[0x2f, 0x02, 0xc0, 0, 0]), (3, 4)),
            (
                Kind::WebP,
                webp(b"VP8 ", &[0, 0, 0, 0x9d, 1, 0x2a, 3, 0, 4, 0]),
                (3, 4),
            ),
        ];
        for (kind, bytes, size) in cases {
            let picture = read(&written(&bytes)).unwrap();
            assert_eq!((picture.kind, (picture.width, picture.height)), (kind, size));
            assert_eq!(picture.bytes, bytes);
            let found = find(&written(&bytes)).unwrap();
            assert_eq!((found.kind, found.bytes), (kind, bytes.len()));
        }
    }

    #[test]
    fn a_data_address_counts_by_its_bytes() {
        let text = written(&png(3, 4));
        for address in [
            format!("data:image/png;base64,{text}"),
            format!("data:text/html;base64,\n{text}\n"),
            text.trim_end_matches('=').to_owned(),
        ] {
            assert_eq!(read(&address).unwrap().kind, Kind::Png, "{address}");
        }
    }

    #[test]
    fn nothing_else_is_a_picture() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        for text in [
            svg.to_owned(),
            written(svg.as_bytes()),
            format!("data:image/svg+xml;base64,{}", written(svg.as_bytes())),
            "data:image/png,abc".to_owned(),
            "https://example.com/picture.png".to_owned(),
            String::new(),
            "iVBORw0KGgo".to_owned(),
            "ÄÖÜ iVBORw0KGgo".repeat(4),
        ] {
            assert_eq!(find(&text), None, "{text}");
        }
    }

    #[test]
    fn what_is_broken_or_too_large_is_not_shown() {
        let text = written(&png(3, 4));
        assert_eq!(read(&text[..20]), Err(Unshown::Broken));
        assert_eq!(read(&format!("{text}<")), Err(Unshown::Broken));
        assert_eq!(read(&written(&png(0, 4))), Err(Unshown::Broken));
        assert_eq!(read(&written(&png(50_000, 50_000))), Err(Unshown::TooLarge));
        let large = [png(3, 4), vec![0; MOST_BYTES]].concat();
        assert_eq!(read(&written(&large)), Err(Unshown::TooLarge));
    }
}
