//! Reading a QR code with the camera or out of a picture, as `scan.js` does it, and what of it is an address.

use taolight_locales::say;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, DomException, File, HtmlVideoElement};

/// Lengths that addresses of some chain have.
const LENGTHS: std::ops::RangeInclusive<usize> = 40..=60;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = taolightScan, js_name = camera, catch)]
    async fn look(video: &HtmlVideoElement, signal: &AbortSignal) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = taolightScan, js_name = picture, catch)]
    async fn read(file: &File) -> Result<JsValue, JsValue>;
}

/// Why nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScanFailure {
    /// Whoever asked has stopped it.
    Stopped,
    /// The person or the system does not let this page use the camera.
    NotAllowed,
    /// There is no camera, or this page is none that may ask for one.
    NoCamera,
    /// There is no code in the picture that can be read.
    NoCode,
    /// The code holds something else than an address.
    NoAddress,
    /// Anything else.
    Failed,
}

impl ScanFailure {
    /// What happened and what to do; nothing for what somebody wanted.
    pub(crate) fn sentence(self) -> Option<&'static str> {
        match self {
            Self::Stopped => None,
            Self::NotAllowed => Some(say!(send.scan_not_allowed)),
            Self::NoCamera => Some(say!(send.scan_no_camera)),
            Self::NoCode => Some(say!(send.scan_no_code)),
            Self::NoAddress => Some(say!(send.scan_no_address)),
            Self::Failed => Some(say!(send.scan_failed)),
        }
    }

    fn of(thrown: &JsValue) -> Self {
        let name = thrown.dyn_ref().map(DomException::name).unwrap_or_default();
        match name.as_str() {
            "AbortError" => Self::Stopped,
            "NotAllowedError" | "SecurityError" => Self::NotAllowed,
            "NotFoundError" | "OverconstrainedError" => Self::NoCamera,
            // Where a page may not ask, there is nothing to ask.
            _ if thrown.is_instance_of::<js_sys::TypeError>() => Self::NoCamera,
            _ => Self::Failed,
        }
    }
}

/// Shows the camera until it sees a code, or is told to stop. Gives the address in it.
pub(crate) async fn camera(video: &HtmlVideoElement, signal: &AbortSignal) -> Result<String, ScanFailure> {
    address(look(video, signal).await)
}

/// The address in the code of a picture.
pub(crate) async fn picture(file: &File) -> Result<String, ScanFailure> {
    match read(file).await {
        // Pictures that the browser cannot read hold no code either.
        Err(_) => Err(ScanFailure::NoCode),
        read => address(read),
    }
}

fn address(read: Result<JsValue, JsValue>) -> Result<String, ScanFailure> {
    let text = read.map_err(|thrown| ScanFailure::of(&thrown))?.as_string();
    let text = text.ok_or(ScanFailure::NoCode)?;
    address_in(&text).map(str::to_owned).ok_or(ScanFailure::NoAddress)
}

/// What looks like an address in the text of a code: the text itself, or what follows the scheme of a wallet's link, like
/// `substrate:5Grw…:0x…:name`. Whether it is one, and of this chain, is for whoever checks it. Never anything else that a
/// code may hold, like a mnemonic.
fn address_in(text: &str) -> Option<&str> {
    let text = text.trim();
    let text = match text.split_once(':') {
        Some((scheme, rest)) if scheme.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            rest.trim_start_matches('/')
        }
        _ => text,
    };
    let address = text.split([':', '?', '/', '#']).next()?;
    let is_base58 = address.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_base58 && LENGTHS.contains(&address.len())).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    #[test]
    fn addresses_are_found_in_what_wallets_draw() {
        for text in [
            ALICE.to_owned(),
            format!(" {ALICE}\n"),
            format!("substrate:{ALICE}:0x00:Alice in Wonderland"),
            format!("bittensor:{ALICE}?amount=1.5"),
            format!("bittensor://{ALICE}"),
        ] {
            assert_eq!(address_in(&text), Some(ALICE), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_taken_for_one() {
        let mnemonic = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
        let seed = "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89";
        for text in ["", "https://example.com/a", mnemonic, seed, "secret:aXBmcw=="] {
            assert_eq!(address_in(text), None, "{text}");
        }
    }
}
