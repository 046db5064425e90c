//! Moving a position to another subnet or validator.

use leptos::prelude::*;
use taolight_bittensor::reads::{StakePlace, Trade};
use taolight_locales::say;
use taolight_primitives::{AccountId, NetUid};

use crate::components::stake::form::TradeForm;
use crate::components::stake::subnet_choice::SubnetChoice;
use crate::components::stake::unstake::{Taken, TakenField};
use crate::components::stake::validator_choice::ValidatorChoice;
use crate::store::Store;

/// The form, for the position that the address names.
#[component]
pub(crate) fn MovePage() -> impl IntoView {
    let store = expect_context::<Store>();
    let place = Memo::new(move |_| store.route.get().stake_place());
    let taken = Taken::new(store, place.into());
    // Where it goes, as far as it was chosen; else it stays.
    let to_subnet = RwSignal::new(None::<NetUid>);
    let to_hotkey = RwSignal::new(None::<AccountId>);
    let netuid = Signal::derive(move || to_subnet.get().or_else(|| Some(place.get()?.netuid)));
    let hotkey = Signal::derive(move || to_hotkey.get().or_else(|| Some(place.get()?.hotkey)));
    store.use_subnet_names();
    store.use_chosen_portfolio();
    store.use_validators(netuid);
    store.use_hotkey_names(Memo::new(move |_| {
        let place = place.get();
        place.map(|place| place.hotkey).into_iter().collect()
    }));

    let destination = move || {
        Some(StakePlace {
            hotkey: hotkey.get()?,
            netuid: netuid.get()?,
        })
    };
    let trade = Memo::new(move |_| {
        let (from, to) = (place.get()?, destination()?);
        if from == to {
            return None;
        }
        Some(Trade::Move {
            coldkey: store.chosen.get()?,
            from,
            to,
            receiver: None,
            amount: taken.amount(store).ok()?,
        })
    });
    let missing = Signal::derive(move || {
        let problem = taken.amount(store).err();
        problem.or_else(|| {
            (destination() == place.get()).then(|| say!(quote.obstacle.nothing_changes).to_owned())
        })
    });
    view! {
        <TradeForm title=say!(shell.page.move_stake) trade missing>
            {move || place.get().map(|place| view! { <TakenField taken place /> })}
            <SubnetChoice
                chosen=netuid
                label=say!(stake.to_subnet)
                choose=move |netuid| to_subnet.set(Some(netuid))
            />
            <ValidatorChoice
                netuid
                chosen=hotkey
                legend=say!(stake.with_validator)
                choose=move |hotkey| to_hotkey.set(Some(hotkey))
            />
            <p class="hint">
                {say!(stake.move_about)}
            </p>
        </TradeForm>
    }
}
