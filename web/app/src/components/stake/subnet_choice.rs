//! Choosing a subnet.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::NetUid;

use crate::naming::{ROOT, subnet_name};
use crate::store::Store;
use crate::test_ids;

/// A list of all subnets. Those where nothing can be traded cannot be chosen.
#[component]
pub(crate) fn SubnetChoice(
    /// The one that is chosen.
    #[prop(into)]
    chosen: Signal<Option<NetUid>>,
    /// Takes another one.
    #[prop(into)]
    choose: Callback<NetUid>,
    /// What it is called.
    label: &'static str,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let choices = Memo::new(move |_| {
        let choices = store.subnets.with(|subnets| {
            let choice = |subnet| {
                let name = subnet_name(subnet);
                let mark = if name.mixed { "△ " } else { "" };
                let trades = subnet.netuid == ROOT || subnet.open.trading;
                let text = format!("{} · {mark}{}", subnet.netuid, name.text);
                if trades {
                    (subnet.netuid, text, true)
                } else {
                    (
                        subnet.netuid,
                        say!(stake.choice_not_started, subnet = text),
                        false,
                    )
                }
            };
            subnets.iter().map(choice).collect::<Vec<_>>()
        });
        choices.unwrap_or_default()
    });
    let options = move || {
        let option = |(netuid, text, trades): (NetUid, String, bool)| {
            view! {
                <option
                    value=netuid.to_string()
                    disabled=!trades
                    prop:selected=move || chosen.get() == Some(netuid)
                >
                    {text}
                </option>
            }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="field-label" for=test_ids::STAKE_SUBNET>{label}</label>
        <select
            id=test_ids::STAKE_SUBNET
            class="select"
            data-testid=test_ids::STAKE_SUBNET
            on:change:target=move |event| {
                if let Ok(number) = event.target().value().parse() {
                    choose.run(NetUid(number));
                }
            }
        >
            <option value="" prop:selected=move || chosen.get().is_none() disabled=true>
                {move || if choices.read().is_empty() { say!(stake.reading_subnets) } else { say!(stake.choose_subnet) }}
            </option>
            {options}
        </select>
    }
}
