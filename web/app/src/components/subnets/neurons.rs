//! What the metagraph can show of a neuron.

use leptos::prelude::*;
use taolight_bittensor::reads::Neuron;
use taolight_locales::say;
use taolight_primitives::NetUid;

use crate::columns::Place::{Everywhere, Nowhere, WhereWide};
use crate::components::data_table::column::Column;
use crate::components::data_table::figures::{alpha, tao};
use crate::components::name::HotkeyLabel;
use crate::format;

/// The columns, in their order.
pub(super) fn columns(netuid: NetUid) -> Vec<Column<Neuron>> {
    let mut columns = vec![
        Column::text(
            "uid",
            say!(subnets.metagraph.uid),
            say!(subnets.metagraph.uid_about),
            |neuron: &Neuron| neuron.uid.to_string(),
        )
        .class("netuid-cell")
        .smallest_first(|neuron| neuron.uid),
        Column::new("hotkey", say!(common.hotkey), "", hotkey).row_head(),
    ];
    columns.extend(figures(netuid).map(Column::figure));
    columns.push(
        Column::new(
            "owner",
            say!(common.coldkey),
            say!(subnets.metagraph.owner_about),
            owner,
        )
        .smallest_first(|neuron| neuron.owner)
        .usually(Nowhere),
    );
    columns
}

fn figures(netuid: NetUid) -> [Column<Neuron>; 10] {
    let here = move |_: &Neuron| netuid;
    [
        Column::new(
            "stake",
            say!(subnets.metagraph.stake),
            say!(subnets.metagraph.stake_about),
            alpha(here, |neuron: &Neuron| neuron.stake),
        )
        .largest_first(|neuron| neuron.stake)
        .usually(Everywhere),
        Column::new(
            "root",
            say!(validators.root),
            say!(validators.root_about),
            tao(|neuron: &Neuron| neuron.root_stake),
        )
        .largest_first(|neuron| neuron.root_stake)
        .usually(Nowhere),
        Column::text(
            "take",
            say!(validators.take),
            say!(validators.take_about),
            |neuron: &Neuron| neuron.take.to_string(),
        )
        .smallest_first(|neuron| neuron.take)
        .usually(Nowhere),
        Column::text(
            "incentive",
            say!(subnets.metagraph.incentive),
            say!(subnets.metagraph.incentive_about),
            |neuron: &Neuron| neuron.incentive.to_string(),
        )
        .largest_first(|neuron| neuron.incentive)
        .usually(Everywhere),
        Column::text(
            "dividends",
            say!(subnets.metagraph.dividends),
            say!(subnets.metagraph.dividends_about),
            |neuron: &Neuron| neuron.dividends.to_string(),
        )
        .largest_first(|neuron| neuron.dividends)
        .usually(WhereWide),
        Column::new(
            "emission",
            say!(subnets.metagraph.emission),
            say!(subnets.metagraph.emission_about),
            alpha(here, |neuron: &Neuron| neuron.emission),
        )
        .largest_first(|neuron| neuron.emission)
        .usually(WhereWide),
        Column::new(
            "paid",
            say!(subnets.metagraph.paid),
            say!(subnets.metagraph.paid_about),
            alpha(here, |neuron: &Neuron| neuron.dividends_paid),
        )
        .largest_first(|neuron| neuron.dividends_paid)
        .usually(Nowhere),
        Column::text(
            "consensus",
            say!(subnets.metagraph.consensus),
            say!(subnets.metagraph.consensus_about),
            |neuron: &Neuron| neuron.consensus.to_string(),
        )
        .largest_first(|neuron| neuron.consensus)
        .usually(Nowhere),
        Column::text(
            "trust",
            say!(subnets.metagraph.trust),
            say!(subnets.metagraph.trust_about),
            |neuron: &Neuron| neuron.validator_trust.to_string(),
        )
        .largest_first(|neuron| neuron.validator_trust)
        .usually(WhereWide),
        Column::text(
            "updated",
            say!(subnets.metagraph.weights),
            say!(subnets.metagraph.weights_about),
            updated,
        )
        .largest_first(|neuron| neuron.last_update)
        .usually(WhereWide),
    ]
}

/// Nothing of one that never set weights.
fn updated(neuron: &Neuron) -> String {
    match neuron.last_update {
        0 => String::new(),
        block => format::number(block),
    }
}

fn hotkey(neuron: Memo<Neuron>) -> impl IntoView {
    let hotkey = neuron.with_untracked(|neuron| neuron.hotkey);
    let permit = Memo::new(move |_| neuron.read().validator_permit);
    let permit = move || {
        permit
            .get()
            .then(|| view! { <span class="under">{say!(subnets.metagraph.is_validator)}</span> })
    };
    let axon = Memo::new(move |_| neuron.read().axon);
    let axon = move || {
        axon.get().map(|axon| {
            let address = format!("{}:{}", axon.ip, axon.port);
            let answers = say!(subnets.metagraph.answers_at, address = address);
            view! { <span class="under code wide">{answers}</span> }
        })
    };
    view! {
        <HotkeyLabel hotkey />
        {permit}
        {axon}
    }
}

fn owner(neuron: Memo<Neuron>) -> impl IntoView {
    let owner = Memo::new(move |_| neuron.read().owner);
    move || {
        let coldkey = owner.get()?;
        Some(view! {
            <span class="code" title=coldkey.to_string()>
                {format::short_address(coldkey)}
            </span>
        })
    }
}
