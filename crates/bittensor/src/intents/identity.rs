//! What coldkeys and subnets say of themselves, for everybody to read.

use serde::{Deserialize, Serialize};
use taolight_codec::{Field, Metadata, Value};
use taolight_primitives::{AccountId, Failure, NetUid};

use super::{
    Effect, Flaw, Need, Setting, StakeNeed, SubnetNeed, Warning,
    call::{Call, text},
    flaw,
    operation::Operation,
    words,
};

/// A text with the name that the chain has for it, and the most bytes that it takes.
type Text<'a> = (&'static str, &'a str, usize);

/// What this coldkey says of itself, in place of what it said before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetIdentity {
    /// A name.
    pub name: String,
    /// A website.
    pub url: String,
    /// Where its code is.
    pub github_repo: String,
    /// Address of a picture.
    pub image: String,
    /// A name on Discord.
    pub discord: String,
    /// A description.
    pub description: String,
    /// Anything else.
    pub additional: String,
}

/// What a subnet says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SubnetIdentity {
    /// Its name.
    pub name: String,
    /// Where its code is.
    pub github_repo: String,
    /// How to reach its owner.
    pub contact: String,
    /// A website.
    pub url: String,
    /// A name on Discord.
    pub discord: String,
    /// A description.
    pub description: String,
    /// Address of a picture.
    pub logo_url: String,
    /// Anything else.
    pub additional: String,
}

/// What a subnet says of itself, in place of what it said before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct SetSubnetIdentity {
    /// The subnet.
    pub netuid: NetUid,
    /// What it says.
    pub identity: SubnetIdentity,
}

/// A subnet gets another symbol, one of those that the chain knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct UpdateSymbol {
    /// The subnet.
    pub netuid: NetUid,
    /// The symbol.
    pub symbol: String,
}

fn too_long(texts: &[Text<'_>]) -> Vec<Need> {
    let flaws = texts.iter().filter_map(|(field, text, most)| {
        let field = *field;
        flaw(text.len() > *most, Flaw::TooLong { field, most: *most })
    });
    flaws.collect()
}

impl SetIdentity {
    fn texts(&self) -> [Text<'_>; 7] {
        [
            ("name", &self.name, 256),
            ("url", &self.url, 256),
            ("github_repo", &self.github_repo, 256),
            ("image", &self.image, 1024),
            ("discord", &self.discord, 256),
            ("description", &self.description, 1024),
            ("additional", &self.additional, 1024),
        ]
    }
}

impl SubnetIdentity {
    fn texts(&self) -> [Text<'_>; 8] {
        [
            ("subnet_name", &self.name, 256),
            ("github_repo", &self.github_repo, 1024),
            ("subnet_contact", &self.contact, 1024),
            ("subnet_url", &self.url, 1024),
            ("discord", &self.discord, 256),
            ("description", &self.description, 1024),
            ("logo_url", &self.logo_url, 1024),
            ("additional", &self.additional, 1024),
        ]
    }

    /// As the chain's struct has it.
    pub(super) fn fields(&self) -> Vec<Field<'static>> {
        let fields = self
            .texts()
            .map(|(name, content, _)| Field::named(name, text(content)));
        fields.into()
    }

    pub(super) fn flaws(&self) -> Vec<Need> {
        too_long(&self.texts())
    }
}

impl Operation for SetIdentity {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = Call::subtensor("set_identity");
        let with_text = |call: Call<'static>, (name, content, _): Text<'_>| call.with(name, text(content));
        self.texts().into_iter().fold(call, with_text).encode(metadata)
    }

    fn summary(&self) -> String {
        format!("Publish {:?} as the name of this account", self.name)
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::Identity,
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::Public]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let mut needs = too_long(&self.texts());
        needs.push(Need::Stake(who, StakeNeed::RegisteredHotkey));
        needs
    }
}

impl Operation for SetSubnetIdentity {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        let call = Call::subtensor("set_subnet_identity").with("netuid", self.netuid);
        let with_text = |call: Call<'static>, (name, content, _): Text<'_>| call.with(name, text(content));
        let texts = self.identity.texts();
        texts.into_iter().fold(call, with_text).encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Publish {:?} as the name of {}",
            self.identity.name,
            words::subnet(self.netuid)
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::SubnetIdentity,
        }]
    }

    fn warnings(&self) -> Vec<Warning> {
        vec![Warning::Public]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        let mut needs = self.identity.flaws();
        needs.push(Need::Subnet(self.netuid, SubnetNeed::OwnedBy(who)));
        needs
    }
}

impl Operation for UpdateSymbol {
    fn build(&self, metadata: &Metadata) -> Result<Vec<u8>, Failure> {
        Call::subtensor("update_symbol")
            .with("netuid", self.netuid)
            .with("symbol", Value::Bytes(self.symbol.as_bytes().to_vec()))
            .encode(metadata)
    }

    fn summary(&self) -> String {
        format!(
            "Make {:?} the symbol of {}",
            self.symbol,
            words::subnet(self.netuid)
        )
    }

    fn effects(&self, _who: AccountId) -> Vec<Effect> {
        vec![Effect::Set {
            setting: Setting::SubnetSymbol,
        }]
    }

    fn needs(&self, who: AccountId) -> Vec<Need> {
        vec![Need::Subnet(self.netuid, SubnetNeed::OwnedBy(who))]
    }
}
