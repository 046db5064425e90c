//! Requests to miners, taken apart: three forms, each in its one spelling, and nothing else. So nobody has other bytes
//! signed by calling them a request to a miner, and nothing is signed that the summary does not show.
//!
//! What is signed here is signed as it is, without the wrapping of a message, because that is what miners verify. It is
//! good for nothing else all the same:
//!
//! - No transaction. For one, either a hash of 32 bytes is signed, and every form is longer; or call and extensions
//!   themselves, and among these is the version of the runtime, four bytes with the highest last. Below 167,772,160 that
//!   byte is less than 10, which no form has: there are visible ASCII characters and line feeds, and a line feed is 10.
//! - No message: that begins with `<Bytes>`, and every form with a digit or a small letter.
//! - No request of another form: they differ in the number of their lines and parts, and no field holds a separator.

mod batch;

use taolight_primitives::{AccountId, BlockHash, ErrorCode, Failure};
use taolight_protocol::vault::{MinerAuth, Scheme};

pub(crate) use batch::Batch;

/// Longer messages are refused unread. All but a request's path and query are 300 bytes at most.
const LONGEST: usize = 2048;

/// The versions of UUID that the SDK 6 to 10 and programs beside it name their sessions with: of time, or random.
const SESSION: &[u8] = b"14";
/// The version that Epistula asks for: random.
const RANDOM: &[u8] = b"4";

/// Reads a message that an account is to sign by its scheme. Fails if the message is not exactly of one of the forms, or
/// not from that account; the failure's data names the field.
pub(crate) fn parse(message: &[u8], account: &AccountId, scheme: Scheme) -> Result<MinerAuth, Failure> {
    Ok(read(message, &Signer { account, scheme })?)
}

/// Who is to sign.
struct Signer<'a> {
    account: &'a AccountId,
    scheme: Scheme,
}

/// Why a message is not signed. Never quotes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Refused {
    #[error(
        "this is no request to a miner: it is neither of an axon of the SDK 6 to 10, btauth/1 nor Epistula 2"
    )]
    Unknown,
    #[error("this request to a miner is malformed: its {0} is not in the one form that is signed")]
    Field(&'static str),
    #[error("this request to a miner is from another account than the one that should sign it")]
    Sender,
    #[error("this request to a miner names another signature scheme than the account has")]
    Scheme,
    #[error("miners verify this request with sr25519, and the account has another scheme")]
    OnlySr25519,
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        let failure = Failure::new(ErrorCode::InvalidMinerMessage, refused);
        match refused {
            Refused::Unknown => failure,
            Refused::Field(field) => failure.with_data(field),
            Refused::Sender => failure.with_data("sender"),
            Refused::Scheme | Refused::OnlySr25519 => failure.with_data("scheme"),
        }
    }
}

/// What identifies each form, and the fields it consists of: a new form is a new arm. No message fits two of them.
fn read(message: &[u8], signer: &Signer<'_>) -> Result<MinerAuth, Refused> {
    let text = visible(message)?;
    let lines: Vec<_> = text.split('\n').collect();
    let parts: Vec<_> = text.split('.').collect();
    match (lines.as_slice(), parts.as_slice()) {
        (&[_], &[nonce, dendrite, axon, session, body]) => {
            signer.has_sr25519()?;
            signer.is(dendrite)?;
            Ok(MinerAuth::AxonV10 {
                nonce: number("nonce", nonce)?,
                receiver: account(axon)?,
                uuid: uuid(session, SESSION)?,
                body_hash: hash(body)?,
            })
        }
        (&["btauth/1", scheme, verb, path, body, nonce, sender, receiver], _) => {
            signer.has(scheme)?;
            signer.is(sender)?;
            Ok(MinerAuth::BtAuth1 {
                scheme: signer.scheme,
                method: method(verb)?,
                target: target(path)?,
                body_hash: hash(body)?,
                nonce: number("nonce", nonce)?,
                receiver: account_unless("-", receiver)?,
            })
        }
        (&[_], &[body, request, time, receiver]) => {
            signer.has_sr25519()?;
            Ok(MinerAuth::Epistula2 {
                body_hash: hash(body)?,
                uuid: uuid(request, RANDOM)?,
                timestamp: number("timestamp", time)?,
                receiver: account_unless("", receiver)?,
            })
        }
        _ => Err(Refused::Unknown),
    }
}

/// Visible ASCII and line feeds: what the first paragraph promises of every form, before any of them is looked at.
fn visible(message: &[u8]) -> Result<&str, Refused> {
    let is_visible = |byte: &u8| byte.is_ascii_graphic() || *byte == b'\n';
    if message.len() > LONGEST || !message.iter().all(is_visible) {
        return Err(Refused::Unknown);
    }
    str::from_utf8(message).map_err(|_| Refused::Unknown)
}

impl Signer<'_> {
    fn is(&self, sender: &str) -> Result<(), Refused> {
        if sender == self.account.to_string() {
            return Ok(());
        }
        Err(Refused::Sender)
    }

    fn has(&self, scheme: &str) -> Result<(), Refused> {
        let own = match self.scheme {
            Scheme::Sr25519 => "sr25519",
            Scheme::Ed25519 => "ed25519",
        };
        if scheme == own {
            return Ok(());
        }
        Err(Refused::Scheme)
    }

    fn has_sr25519(&self) -> Result<(), Refused> {
        match self.scheme {
            Scheme::Sr25519 => Ok(()),
            Scheme::Ed25519 => Err(Refused::OnlySr25519),
        }
    }
}

/// A field as it stands, if it is well formed.
fn field(name: &'static str, text: &str, is_well_formed: bool) -> Result<String, Refused> {
    is_well_formed
        .then(|| text.to_owned())
        .ok_or(Refused::Field(name))
}

/// A time: up to 20 decimal digits, as many as 64 bits take, and no zero in front.
fn number(name: &'static str, text: &str) -> Result<String, Refused> {
    let is_number = text.parse::<u64>().is_ok_and(|number| number.to_string() == text);
    field(name, text, is_number)
}

/// Hexadecimal digits in lower case, in groups of 8, 4, 4, 4 and 12, of one of these versions.
fn uuid(text: &str, versions: &[u8]) -> Result<String, Refused> {
    let is_right = |(index, byte): (usize, u8)| match index {
        8 | 13 | 18 | 23 => byte == b'-',
        14 => versions.contains(&byte),
        19 => b"89ab".contains(&byte),
        _ => is_digit(byte),
    };
    field(
        "uuid",
        text,
        text.len() == 36 && text.bytes().enumerate().all(is_right),
    )
}

/// 64 hexadecimal digits in lower case.
fn hash(text: &str) -> Result<BlockHash, Refused> {
    let hash = BlockHash::from_hex(&format!("0x{text}")).ok();
    hash.filter(|_| text.bytes().all(is_digit))
        .ok_or(Refused::Field("hash"))
}

fn is_digit(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

/// An address with Bittensor's prefix, as it is printed.
fn account(text: &str) -> Result<AccountId, Refused> {
    let account = AccountId::from_ss58(text).ok();
    account
        .filter(|account| account.to_string() == text)
        .ok_or(Refused::Field("receiver"))
}

fn account_unless(nobody: &str, text: &str) -> Result<Option<AccountId>, Refused> {
    if text == nobody {
        return Ok(None);
    }
    account(text).map(Some)
}

/// Up to 20 capital letters.
fn method(text: &str) -> Result<String, Refused> {
    let is_method = matches!(text.len(), 1..=20) && text.bytes().all(|byte| byte.is_ascii_uppercase());
    field("method", text, is_method)
}

/// A path with its query: it begins at the root of the host, and like all of the message it has visible ASCII only.
fn target(text: &str) -> Result<String, Refused> {
    field("target", text, text.starts_with('/'))
}

#[cfg(test)]
mod tests;
