//! What the subnets and validators of a transaction call themselves. The signing core decodes numbers and addresses, which
//! stand below; the names are what the chain says of them.

use std::collections::BTreeSet;

use leptos::prelude::*;
use taolight_bittensor::intents::Effect;
use taolight_locales::say;
use taolight_primitives::{AccountId, NetUid};

use crate::components::name::{HotkeyLabel, SubnetLabel};
use crate::test_ids;

/// A row for each subnet and each validator, in a list of such rows.
#[component]
pub(super) fn Names(
    /// What the transaction changes.
    effects: Vec<Effect>,
) -> impl IntoView {
    let positions: Vec<_> = effects.iter().flat_map(Effect::positions).collect();
    let subnets: BTreeSet<NetUid> = positions.iter().map(|(netuid, _)| *netuid).collect();
    let hotkeys: BTreeSet<AccountId> = positions.iter().map(|(_, hotkey)| *hotkey).collect();
    let subnet = |netuid| {
        view! {
            <dt>{say!(common.subnet)}</dt>
            <dd data-testid=test_ids::REVIEW_SUBNET>
                <SubnetLabel netuid />
            </dd>
        }
    };
    let validator = |hotkey| {
        view! {
            <dt>{say!(common.validator)}</dt>
            <dd data-testid=test_ids::REVIEW_VALIDATOR>
                <HotkeyLabel hotkey />
            </dd>
        }
    };
    view! {
        {subnets.into_iter().map(subnet).collect_view()}
        {hotkeys.into_iter().map(validator).collect_view()}
    }
}
