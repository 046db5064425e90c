//! What people and subnets say of themselves.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, NetUid};

use super::{
    Batch, SafeText,
    batch::{Item, Later},
    fields::{Read, SUBTENSOR},
};

/// What a coldkey says of itself. Nobody checks it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Identity {
    /// Its name.
    pub name: SafeText,
    /// A web page.
    pub url: SafeText,
    /// A repository.
    pub github: SafeText,
    /// Address of an image.
    pub image: SafeText,
    /// A Discord handle or server.
    pub discord: SafeText,
    /// A description.
    pub description: SafeText,
    /// Anything else.
    pub additional: SafeText,
}

/// What a subnet's owner says of it. Nobody checks it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SubnetIdentity {
    /// Its name.
    pub name: SafeText,
    /// A repository.
    pub github: SafeText,
    /// How to reach the owner.
    pub contact: SafeText,
    /// A web page.
    pub url: SafeText,
    /// A Discord handle or server.
    pub discord: SafeText,
    /// A description.
    pub description: SafeText,
    /// Address of a logo.
    pub logo: SafeText,
    /// Anything else.
    pub additional: SafeText,
}

impl Identity {
    pub(super) fn read(value: &Value<'_>) -> Result<Self, CodecError> {
        let text = |name| value.field(name)?.safe_text();
        Ok(Self {
            name: text("name")?,
            url: text("url")?,
            github: text("github_repo")?,
            image: text("image")?,
            discord: text("discord")?,
            description: text("description")?,
            additional: text("additional")?,
        })
    }

    /// Where the identity of a coldkey is.
    pub(super) fn item<'m>(batch: &mut Batch<'m>, coldkey: &AccountId) -> Result<Item<'m>, CodecError> {
        batch.item(SUBTENSOR, "IdentitiesV2", &[(*coldkey).into()])
    }
}

impl SubnetIdentity {
    pub(super) fn read(value: &Value<'_>) -> Result<Self, CodecError> {
        let text = |name| value.field(name)?.safe_text();
        Ok(Self {
            name: text("subnet_name")?,
            github: text("github_repo")?,
            contact: text("subnet_contact")?,
            url: text("subnet_url")?,
            discord: text("discord")?,
            description: text("description")?,
            logo: text("logo_url")?,
            additional: text("additional")?,
        })
    }

    /// Where the identity of a subnet is.
    pub(super) fn item<'m>(batch: &mut Batch<'m>, netuid: NetUid) -> Result<Item<'m>, CodecError> {
        batch.item(SUBTENSOR, "SubnetIdentitiesV3", &[netuid.into()])
    }
}

/// Asks for the identities of coldkeys, in their order. `None` for those that have none.
pub fn ask_identities<'m>(
    batch: &mut Batch<'m>,
    coldkeys: &[AccountId],
) -> Result<Later<'m, Vec<Option<Identity>>>, CodecError> {
    let items = coldkeys.iter().map(|coldkey| Identity::item(batch, coldkey));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    Ok(Box::new(move |answers| {
        let values = items.iter().map(|item| answers.get(item));
        values
            .map(|value| value?.as_ref().map(Identity::read).transpose())
            .collect()
    }))
}
