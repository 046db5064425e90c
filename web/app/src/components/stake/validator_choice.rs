//! Choosing a validator of a subnet, most stake first.

use leptos::prelude::*;
use taolight_bittensor::reads::{Neuron, PerU16};
use taolight_locales::{say, show};
use taolight_primitives::{AccountId, Alpha, NetUid};

use crate::components::figure::AlphaFigure;
use crate::components::name::HotkeyLabel;
use crate::naming::ROOT;
use crate::store::Store;
use crate::{test_ids, words};

/// A list of the subnet's validators.
#[component]
pub(super) fn ValidatorChoice(
    /// The subnet.
    #[prop(into)]
    netuid: Signal<Option<NetUid>>,
    /// The one that is chosen.
    #[prop(into)]
    chosen: Signal<Option<AccountId>>,
    /// Takes another one.
    #[prop(into)]
    choose: Callback<AccountId>,
    /// What it is called.
    legend: &'static str,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let is_known = Memo::new(move |_| store.validators.is_known());
    let hotkeys = Memo::new(move |_| {
        let validators = store.validators_by_stake();
        validators
            .into_iter()
            .map(|validator| validator.hotkey)
            .collect::<Vec<_>>()
    });
    let hint = move || match (netuid.get(), is_known.get()) {
        (None, _) => Some(say!(stake.choose_subnet_first).to_owned()),
        (Some(_), false) => match store.validators.failure() {
            Some(failure) => Some(words::failure(&failure)),
            None => Some(say!(stake.reading_validators).to_owned()),
        },
        (Some(_), true) if hotkeys.read().is_empty() => Some(say!(stake.no_validator_here).to_owned()),
        (Some(_), true) => None,
    };
    let elsewhere = move || {
        let hotkey = chosen.get()?;
        (is_known.get() && !hotkeys.read().contains(&hotkey)).then(|| {
            view! {
                <p class="alert alert-warning my-1">
                    <span>
                        {show!(
                            stake.chosen_is_elsewhere,
                            validator = move || view! { <HotkeyLabel hotkey /> }
                        )}
                    </span>
                </p>
            }
        })
    };
    let option = move |hotkey: AccountId| {
        netuid
            .get_untracked()
            .map(|netuid| view! { <Choice netuid hotkey chosen choose /> })
    };
    view! {
        <fieldset class="mt-4">
            <legend>{legend}</legend>
            {move || hint().map(|hint| view! { <p class="hint">{hint}</p> })}
            {elsewhere}
            <div class="scroll mt-1 max-h-80 overflow-y-auto rounded-box border border-line px-3" hidden=move || hotkeys.read().is_empty()>
                <For each=move || hotkeys.get() key=move |hotkey| (netuid.get_untracked(), *hotkey) children=option />
            </div>
        </fieldset>
    }
}

#[component]
fn Choice(
    netuid: NetUid,
    hotkey: AccountId,
    chosen: Signal<Option<AccountId>>,
    choose: Callback<AccountId>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let figures = Memo::new(move |_| {
        let of = |validator: &Neuron| (validator.take, validator.stake, validator.active);
        let found = store
            .validators
            .with(|all| all.iter().find(|validator| validator.hotkey == hotkey).map(of));
        found.flatten().unwrap_or((PerU16::ZERO, Alpha::ZERO, true))
    });
    let stake = Signal::derive(move || figures.get().1);
    view! {
        <label class="option grid-cols-[auto_1fr_auto]">
            <input
                class="radio radio-primary radio-xs row-span-2"
                type="radio"
                name="validator"
                data-testid=test_ids::STAKE_VALIDATOR
                data-hotkey=hotkey.to_string()
                prop:checked=move || chosen.get() == Some(hotkey)
                on:change=move |_| choose.run(hotkey)
            />
            <span class="option-name text-sm">
                <HotkeyLabel hotkey />
            </span>
            <span class="hint">{move || say!(stake.takes, take = figures.get().0)}</span>
            <span class="option-about col-start-2">
                {show!(stake.staked_here, amount = move || view! { <AlphaFigure value=stake netuid /> })}
                <span class="text-care" hidden=move || figures.get().2 || netuid == ROOT>
                    " · "
                    {say!(validators.no_weights_lately)}
                </span>
            </span>
        </label>
    }
}
