//! `System.Account`: the balance and nonce of an account.

use taolight_primitives::{AccountId, Rao};

use crate::{CodecError, Metadata};

/// What `System.Account` holds of an account. All zero where the chain knows no such account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AccountInfo {
    /// Transactions that the account has made.
    pub nonce: u32,
    /// Balance that is not reserved.
    pub free: Rao,
    /// Balance that deposits have set aside.
    pub reserved: Rao,
    /// Part of both together that must stay.
    pub frozen: Rao,
}

/// The storage key of an account.
pub fn account_key(metadata: &Metadata, account: &AccountId) -> Result<Vec<u8>, CodecError> {
    metadata.storage("System", "Account")?.key(&[(*account).into()])
}

/// Reads what is stored at [`account_key`]. Balances may be of any width if they fit into 64 bits.
pub fn decode_account(metadata: &Metadata, bytes: Option<&[u8]>) -> Result<AccountInfo, CodecError> {
    let Some(account) = metadata.storage("System", "Account")?.decode(bytes)? else {
        return Ok(AccountInfo::default());
    };
    let data = account.field("data")?;
    Ok(AccountInfo {
        nonce: account.field("nonce")?.unsigned()?,
        free: data.field("free")?.rao()?,
        reserved: data.field("reserved")?.rao()?,
        frozen: data.field("frozen")?.rao()?,
    })
}
