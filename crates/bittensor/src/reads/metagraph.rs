//! The neurons of a subnet in columns, as many as are asked for.
//!
//! The runtime collects the columns over all neurons, so that a call proof grows with neurons times columns: ask for the
//! few that are shown. A page of all that there is about some neurons comes from storage instead, in three round trips:
//! see [`neurons`](super::neurons).

use serde::{Deserialize, Serialize};
use taolight_codec::{CodecError, Value};
use taolight_primitives::{AccountId, Alpha, Failure, NetUid, Rao, Verified};

use super::{Axon, Column, Identity, PerU16, fields::Read, read};
use crate::View;

/// Columns of a subnet's neurons. Rows are in the order of their numbers; a column that was not asked for is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub struct Metagraph {
    /// See [`Column::Hotkeys`].
    pub hotkeys: Option<Vec<AccountId>>,
    /// See [`Column::Coldkeys`].
    pub coldkeys: Option<Vec<AccountId>>,
    /// See [`Column::Identities`].
    pub identities: Option<Vec<Option<Identity>>>,
    /// See [`Column::Axons`].
    pub axons: Option<Vec<Option<Axon>>>,
    /// See [`Column::Active`].
    pub active: Option<Vec<bool>>,
    /// See [`Column::ValidatorPermits`].
    pub validator_permits: Option<Vec<bool>>,
    /// See [`Column::LastUpdates`].
    #[cfg_attr(feature = "ts", ts(type = "number[] | null"))]
    pub last_updates: Option<Vec<u64>>,
    /// See [`Column::Emissions`].
    pub emissions: Option<Vec<Alpha>>,
    /// See [`Column::Dividends`].
    pub dividends: Option<Vec<PerU16>>,
    /// See [`Column::Incentives`].
    pub incentives: Option<Vec<PerU16>>,
    /// See [`Column::Consensus`].
    pub consensus: Option<Vec<PerU16>>,
    /// See [`Column::Registrations`].
    #[cfg_attr(feature = "ts", ts(type = "number[] | null"))]
    pub registrations: Option<Vec<u64>>,
    /// See [`Column::AlphaStakes`].
    pub alpha_stakes: Option<Vec<Alpha>>,
    /// See [`Column::TaoStakes`].
    pub tao_stakes: Option<Vec<Rao>>,
    /// See [`Column::TotalStakes`].
    pub total_stakes: Option<Vec<Alpha>>,
}

/// A column of the runtime's answer, `None` if it was not asked for.
fn column<T>(
    answer: &Value<'_>,
    column: Column,
    row: impl FnMut(&Value<'_>) -> Result<T, CodecError>,
) -> Result<Option<Vec<T>>, CodecError> {
    let column = answer.field(column.field())?.optional()?;
    column.map(|rows| rows.list(row)).transpose()
}

impl Metagraph {
    fn read(answer: &Value<'_>) -> Result<Self, CodecError> {
        Ok(Self {
            hotkeys: column(answer, Column::Hotkeys, |row| row.account())?,
            coldkeys: column(answer, Column::Coldkeys, |row| row.account())?,
            identities: column(answer, Column::Identities, |row| {
                row.optional()?.map(Identity::read).transpose()
            })?,
            axons: column(answer, Column::Axons, Axon::read)?,
            active: column(answer, Column::Active, |row| row.flag())?,
            validator_permits: column(answer, Column::ValidatorPermits, |row| row.flag())?,
            last_updates: column(answer, Column::LastUpdates, |row| row.block())?,
            emissions: column(answer, Column::Emissions, |row| row.alpha())?,
            dividends: column(answer, Column::Dividends, |row| row.per_u16())?,
            incentives: column(answer, Column::Incentives, |row| row.per_u16())?,
            consensus: column(answer, Column::Consensus, |row| row.per_u16())?,
            registrations: column(answer, Column::Registrations, |row| row.block())?,
            alpha_stakes: column(answer, Column::AlphaStakes, |row| row.alpha())?,
            tao_stakes: column(answer, Column::TaoStakes, |row| row.rao())?,
            total_stakes: column(answer, Column::TotalStakes, |row| row.alpha())?,
        })
    }

    fn has(&self, column: Column) -> bool {
        match column {
            Column::Hotkeys => self.hotkeys.is_some(),
            Column::Coldkeys => self.coldkeys.is_some(),
            Column::Identities => self.identities.is_some(),
            Column::Axons => self.axons.is_some(),
            Column::Active => self.active.is_some(),
            Column::ValidatorPermits => self.validator_permits.is_some(),
            Column::LastUpdates => self.last_updates.is_some(),
            Column::Emissions => self.emissions.is_some(),
            Column::Dividends => self.dividends.is_some(),
            Column::Incentives => self.incentives.is_some(),
            Column::Consensus => self.consensus.is_some(),
            Column::Registrations => self.registrations.is_some(),
            Column::AlphaStakes => self.alpha_stakes.is_some(),
            Column::TaoStakes => self.tao_stakes.is_some(),
            Column::TotalStakes => self.total_stakes.is_some(),
        }
    }
}

/// Columns of a subnet's neurons, `None` if there is no such subnet. One call.
pub async fn metagraph(
    view: &impl View,
    netuid: NetUid,
    columns: &[Column],
) -> Result<Verified<Option<Metagraph>>, Failure> {
    read(view, |batch| {
        // Number 0 is the subnet's own, without which the runtime answers for subnet 0.
        let indexes = columns.iter().map(|column| column.index());
        let indexes = core::iter::once(0).chain(indexes).map(Value::from);
        let arguments = [netuid.into(), Value::List(indexes.collect())];
        let answer = batch.call("SubnetInfoRuntimeApi", "get_selective_metagraph", &arguments)?;
        let columns = columns.to_vec();
        Ok(Box::new(move |answers| {
            let answer = answers.answer(&answer)?;
            let Some(answer) = answer.optional()? else {
                return Ok(None);
            };
            let metagraph = Metagraph::read(answer)?;
            if answer.field("netuid")?.netuid()? != netuid {
                return Err(CodecError::Malformed("the metagraph is of another subnet"));
            }
            match columns.iter().all(|column| metagraph.has(*column)) {
                true => Ok(Some(metagraph)),
                false => Err(CodecError::Malformed(
                    "the metagraph has other columns than were asked for",
                )),
            }
        }))
    })
    .await
}
