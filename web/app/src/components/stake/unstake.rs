//! Taking stake out of a position.

use leptos::prelude::*;
use taolight_bittensor::reads::{StakePlace, Trade};
use taolight_locales::{say, show};
use taolight_primitives::Alpha;

use crate::components::amount_field::AmountField;
use crate::components::figure::AlphaFigure;
use crate::components::name::{HotkeyLabel, SubnetLabel};
use crate::components::proof::Proof;
use crate::components::stake::form::TradeForm;
use crate::format;
use crate::holdings::{holding, position};
use crate::naming::ROOT;
use crate::store::Store;
use crate::test_ids;
use crate::trading::typed_alpha;

/// How much of a position is to be taken: what was typed, or all of it as it grows.
#[derive(Clone, Copy)]
pub(crate) struct Taken {
    typed: RwSignal<String>,
    all: RwSignal<bool>,
    place: Signal<Option<StakePlace>>,
}

impl Taken {
    /// Nothing yet, of the chosen account's stake there.
    pub(super) fn new(store: Store, place: Signal<Option<StakePlace>>) -> Self {
        let taken = Self {
            typed: RwSignal::new(String::new()),
            all: RwSignal::new(false),
            place,
        };
        store.clear_when_sent(taken.typed);
        Effect::new(move |_| {
            if taken.typed.read().is_empty() {
                taken.all.set(false);
            }
        });
        taken
    }

    /// How much is there, and how much of it is not locked, tracked.
    pub(super) fn held(self, store: Store) -> Option<(Alpha, Alpha)> {
        let (place, coldkey) = (self.place.get()?, store.chosen.get()?);
        let held = store.portfolio.with(|portfolio| {
            let position = position(portfolio, coldkey, place.netuid, place.hotkey)?;
            let available = holding(portfolio, coldkey, place.netuid)?.available;
            Some((position.alpha, position.alpha.min(available)))
        });
        held.flatten()
    }

    /// How much is to be taken, `None` for all of it; what is wrong with what was typed otherwise. Tracked.
    pub(super) fn amount(self, store: Store) -> Result<Option<Alpha>, String> {
        if self.all.get() {
            return Ok(None);
        }
        let amount = typed_alpha(&self.typed.read())?;
        match self.held(store) {
            Some((held, _)) if amount > held => Err(say!(stake.more_than_held, held = format::alpha(held))),
            Some((held, _)) if amount == held => Ok(None),
            Some(_) | None => Ok(Some(amount)),
        }
    }

    fn type_in(self, text: String) {
        self.all.set(false);
        self.typed.set(text);
    }

    /// All that is not locked.
    fn fill(self, store: Store) {
        let Some((held, available)) = untrack(|| self.held(store)) else {
            return;
        };
        self.typed.set(format::alpha(available));
        self.all.set(available == held);
    }
}

/// What is there, and the field for how much of it.
#[component]
pub(super) fn TakenField(taken: Taken, place: StakePlace) -> impl IntoView {
    let store = expect_context::<Store>();
    let StakePlace { netuid, hotkey } = place;
    let held = Memo::new(move |_| taken.held(store));
    let figure =
        move |part: fn((Alpha, Alpha)) -> Alpha| Signal::derive(move || held.get().map_or(Alpha::ZERO, part));
    let available = figure(|(_, available)| available);
    let has_locked = move || held.get().is_some_and(|(held, available)| available < held);
    let is_gone = Memo::new(move |_| store.portfolio.is_known() && held.get().is_none());
    let problem = Signal::derive(move || taken.amount(store).err());
    let value = Signal::derive(move || match (taken.all.get(), held.get()) {
        (true, Some((held, _))) => format::alpha(held),
        (true, None) | (false, _) => taken.typed.get(),
    });
    view! {
        <dl class="rows stacked">
            <dt>{say!(stake.out_of)}</dt>
            <dd>
                {show!(
                    stake.place,
                    subnet = move || view! { <SubnetLabel netuid /> },
                    validator = move || view! { <HotkeyLabel hotkey /> }
                )}
            </dd>
            <dt>{say!(stake.there_is)}</dt>
            <dd>
                <AlphaFigure value=figure(|(held, _)| held) netuid />
                <span hidden=move || !has_locked()>
                    {show!(
                        stake.of_which_unlocked,
                        amount = move || view! { <AlphaFigure value=available netuid /> }
                    )}
                </span>
            </dd>
        </dl>
        <p class="alert alert-warning mt-4" hidden=move || !is_gone.get()>
            <span>{say!(stake.no_such_stake)}</span>
        </p>
        <Proof reading=store.portfolio testid=test_ids::PORTFOLIO_PROOF />
        <AmountField
            id=test_ids::STAKE_AMOUNT
            label=say!(common.amount).to_owned()
            unit=Signal::derive(move || store.unit(netuid))
            value
            typed=move |typed| taken.type_in(typed)
            error_id=test_ids::STAKE_AMOUNT_ERROR
            problem
            max=(test_ids::STAKE_MAX, Callback::new(move |()| taken.fill(store)))
        />
    }
}

/// The form, for the position that the address names.
#[component]
pub(crate) fn UnstakePage() -> impl IntoView {
    let store = expect_context::<Store>();
    let place = Signal::derive(move || store.route.get().stake_place());
    let taken = Taken::new(store, place);
    store.use_subnet_names();
    store.use_chosen_portfolio();
    store.use_hotkey_names(Memo::new(move |_| {
        let place = place.get();
        place.map(|place| place.hotkey).into_iter().collect()
    }));

    let trade = Memo::new(move |_| {
        Some(Trade::Sell {
            coldkey: store.chosen.get()?,
            from: place.get()?,
            amount: taken.amount(store).ok()?,
        })
    });
    let missing = Signal::derive(move || taken.amount(store).err());
    let shown = Memo::new(move |_| place.get());
    let on_root = move || shown.get().is_some_and(|place| place.netuid == ROOT);
    view! {
        <TradeForm title=say!(common.unstake) trade missing>
            {move || shown.get().map(|place| view! { <TakenField taken place /> })}
            <p class="hint" hidden=move || !on_root()>
                {say!(stake.root_dividends)}
            </p>
        </TradeForm>
    }
}

impl Store {
    /// Follows what the chosen account has, for as long as the page is shown.
    pub(crate) fn use_chosen_portfolio(self) {
        self.use_portfolio(Memo::new(move |_| self.chosen.get().into_iter().collect()));
    }
}
