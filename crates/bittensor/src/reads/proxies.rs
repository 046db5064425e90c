//! Who may act for an account, and what was announced.

use serde::{Deserialize, Serialize};
use taolight_codec::CodecError;
use taolight_primitives::{AccountId, BlockHash, Failure, Rao, Verified};

use super::{Batch, batch::Later, fields::Read, read};
use crate::View;

/// The proxies of an account, and what it announced as somebody's proxy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Proxies {
    /// Who may act for the account.
    pub proxies: Vec<Proxy>,
    /// Reserved for them.
    pub deposit: Rao,
    /// What the account announced that it will do for others.
    pub announcements: Vec<Announcement>,
    /// Reserved for these.
    pub announcement_deposit: Rao,
}

/// An account that may act for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Proxy {
    /// The account.
    pub delegate: AccountId,
    /// What it may do, by the runtime's own name, as `Staking`.
    pub kind: String,
    /// Blocks that have to pass between announcing something and doing it.
    pub delay: u32,
}

/// Something that will be done for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Announcement {
    /// For whom.
    pub real: AccountId,
    /// blake2b-256 of the call.
    pub call_hash: BlockHash,
    /// The block in which it was announced.
    pub announced_at: u32,
}

/// Asks for the proxies of an account.
pub fn ask_proxies<'m>(batch: &mut Batch<'m>, account: &AccountId) -> Result<Later<'m, Proxies>, CodecError> {
    let proxies = batch.item("Proxy", "Proxies", &[(*account).into()])?;
    let announcements = batch.item("Proxy", "Announcements", &[(*account).into()])?;
    Ok(Box::new(move |answers| {
        let proxies = answers.value(&proxies)?;
        let announcements = answers.value(&announcements)?;
        let (proxies, deposit) = proxies.pair()?;
        let (announcements, announcement_deposit) = announcements.pair()?;
        Ok(Proxies {
            proxies: proxies.list(|proxy| {
                Ok(Proxy {
                    delegate: proxy.field("delegate")?.account()?,
                    kind: proxy.field("proxy_type")?.variant()?.0.to_owned(),
                    delay: proxy.field("delay")?.unsigned()?,
                })
            })?,
            deposit: deposit.rao()?,
            announcements: announcements.list(|announcement| {
                Ok(Announcement {
                    real: announcement.field("real")?.account()?,
                    call_hash: announcement.field("call_hash")?.bytes().map(BlockHash)?,
                    announced_at: announcement.field("height")?.unsigned()?,
                })
            })?,
            announcement_deposit: announcement_deposit.rao()?,
        })
    }))
}

/// The proxies of an account.
pub async fn proxies(view: &impl View, account: &AccountId) -> Result<Verified<Proxies>, Failure> {
    read(view, |batch| ask_proxies(batch, account)).await
}
