//! Putting TAO into a subnet: which, with whom, how much.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_bittensor::intents::{AddStake, Intent};
use taolight_bittensor::reads::{StakePlace, Trade};
use taolight_locales::say;

use crate::components::amount_field::AmountField;
use crate::components::field_error::FieldError;
use crate::components::stake::form::TradeForm;
use crate::components::stake::subnet_choice::SubnetChoice;
use crate::components::stake::validator_choice::ValidatorChoice;
use crate::format::{self, TAU};
use crate::naming::ROOT;
use crate::route::Route;
use crate::store::Store;
use crate::trading::typed_tao;
use crate::{sending, test_ids, words};

/// The form. The subnet and the validator stand in the address, so that they can be linked to.
#[component]
pub(crate) fn StakePage() -> impl IntoView {
    let store = expect_context::<Store>();
    let netuid = Signal::derive(move || store.route.get().place().0);
    let hotkey = Signal::derive(move || store.route.get().place().1);
    let amount = RwSignal::new(String::new());
    store.use_subnet_names();
    store.use_validators(netuid);
    store.clear_when_sent(amount);

    let trade = Memo::new(move |_| {
        Some(Trade::Buy {
            coldkey: store.chosen.get(),
            to: StakePlace {
                hotkey: hotkey.get()?,
                netuid: netuid.get()?,
            },
            amount: typed_tao(&amount.read()).ok()?,
        })
    });
    let problem = Memo::new(move |_| typed_tao(&amount.read()).err());
    // Why the largest amount is not known.
    let unknown = RwSignal::new(None::<String>);
    let fill = move |()| {
        let (from, balance) = (store.chosen.get_untracked(), untrack(|| store.means().balance));
        let (Some(netuid), Some(hotkey)) = (netuid.get_untracked(), hotkey.get_untracked()) else {
            return unknown.set(Some(say!(stake.choose_both_first).to_owned()));
        };
        let (Some(from), Some(balance)) = (from, balance) else {
            return unknown.set(Some(say!(send.max_needs_balance).to_owned()));
        };
        spawn_local(async move {
            let found = async {
                let spent = |amount| {
                    Intent::from(AddStake {
                        hotkey,
                        netuid,
                        amount,
                        limit: None,
                    })
                };
                sending::largest_amount(&store.clients()?, from, balance, true, spent).await
            };
            match found.await {
                Ok((largest, _)) => amount.set(format::amount(largest)),
                Err(failure) => unknown.set(Some(words::review_failure(&failure))),
            }
        });
    };
    Effect::new(move |_| {
        amount.track();
        unknown.set(None);
    });
    let missing = Signal::derive(move || match (netuid.get(), hotkey.get()) {
        (None, _) => Some(say!(stake.choose_subnet_first).to_owned()),
        (Some(_), None) => Some(say!(stake.choose_validator_first).to_owned()),
        (Some(_), Some(_)) => problem.get(),
    });
    let on_root = move || netuid.get() == Some(ROOT);
    view! {
        <TradeForm title=say!(common.stake) trade missing>
            <SubnetChoice
                chosen=netuid
                label=say!(common.subnet)
                choose=move |netuid| {
                    store
                        .go(Route::Stake {
                            netuid: Some(netuid),
                            hotkey: None,
                        });
                }
            />
            <p class="hint" hidden=move || !on_root()>
                {say!(stake.root_stays_tao)}
            </p>
            <ValidatorChoice
                netuid
                chosen=hotkey
                legend=say!(common.validator)
                choose=move |hotkey| {
                    store
                        .go(Route::Stake {
                            netuid: netuid.get_untracked(),
                            hotkey: Some(hotkey),
                        });
                }
            />
            <AmountField
                id=test_ids::STAKE_AMOUNT
                label=say!(common.amount).to_owned()
                unit=TAU.to_owned()
                value=amount
                typed=move |typed| amount.set(typed)
                error_id=test_ids::STAKE_AMOUNT_ERROR
                problem
                max=(test_ids::STAKE_MAX, Callback::new(fill))
            />
            <FieldError id=test_ids::STAKE_MAX_ERROR error=unknown />
        </TradeForm>
    }
}

impl Store {
    /// Empties a field once the transaction that it was for is handed over.
    pub(crate) fn clear_when_sent(self, amount: RwSignal<String>) {
        Effect::new(move |before: Option<u32>| {
            let sent = self.sent.get();
            if before.is_some_and(|before| before != sent) {
                amount.set(String::new());
            }
            sent
        });
    }
}
