//! The parameters of a subnet, with what they mean.
//!
//! The runtime names them and says of which kind each is. Meanings are ours, in `meaning`; a parameter that is new to us
//! has none.

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{Failure, NetUid, Rao, Verified};

use super::{Batch, batch::Later, decimal, fields::Read, meaning::meaning, read};
use crate::View;

const API: &str = "SubnetInfoRuntimeApi";
const METHOD: &str = "get_subnet_hyperparams_v3";

/// One parameter of a subnet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Hyperparameter {
    /// Its name in the runtime.
    pub name: String,
    /// Its value.
    pub value: HyperparameterValue,
    /// What it means, if it is known here.
    pub meaning: Option<String>,
}

/// The value of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
#[cfg_attr(
    feature = "ts",
    derive(ts_rs::TS),
    ts(rename_all = "camelCase", tag = "kind", content = "value")
)]
pub enum HyperparameterValue {
    /// On or off.
    Flag(bool),
    /// A whole number.
    Number(
        #[serde(with = "decimal")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        u128,
    ),
    /// An amount of TAO.
    Amount(Rao),
    /// A number in parts of 2³², which may be negative.
    Fixed32(
        #[serde(with = "decimal")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        i128,
    ),
    /// A number in parts of 2⁶⁴.
    Fixed64(
        #[serde(with = "decimal")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        u128,
    ),
}

impl HyperparameterValue {
    fn read(value: &Value<'_>) -> Result<Self, CodecError> {
        let (kind, fields) = value.variant()?;
        let [field] = fields else {
            return Err(CodecError::Malformed("a hyperparameter has no value"));
        };
        let value = &field.value;
        match kind {
            "Bool" => value.flag().map(Self::Flag),
            "U16" | "U32" | "U64" | "U128" => value.unsigned().map(Self::Number),
            "TaoBalance" => value.rao().map(Self::Amount),
            "I32F32" => value.signed_bits().map(Self::Fixed32),
            "U64F64" => value.unsigned_bits().map(Self::Fixed64),
            _ => Err(CodecError::Malformed("a hyperparameter is of an unknown kind")),
        }
    }
}

/// Asks for the parameters of a subnet. `None` if there is no such subnet.
pub fn ask_hyperparameters<'m>(
    batch: &mut Batch<'m>,
    netuid: NetUid,
) -> Result<Later<'m, Option<Vec<Hyperparameter>>>, CodecError> {
    let answer = batch.call(API, METHOD, &[netuid.into()])?;
    Ok(Box::new(move |answers| {
        let answer = answers.answer(&answer)?;
        let Some(list) = answer.optional()? else {
            return Ok(None);
        };
        let list = list.list(|entry| {
            let name = entry.field("name")?.safe_text()?.text;
            Ok(Hyperparameter {
                value: HyperparameterValue::read(entry.field("value")?)?,
                meaning: meaning(&name).map(str::to_owned),
                name,
            })
        });
        list.map(Some)
    }))
}

/// The parameters of a subnet. `None` if there is no such subnet.
pub async fn hyperparameters(
    view: &impl View,
    netuid: NetUid,
) -> Result<Verified<Option<Vec<Hyperparameter>>>, Failure> {
    read(view, |batch| ask_hyperparameters(batch, netuid)).await
}
