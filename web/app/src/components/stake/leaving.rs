//! Taking several positions out at once: what each brings now and what stays, which of them leave, and what all that leave
//! bring at least, in one transaction that does all of it or nothing.

use std::future::ready;
use std::time::Duration;

use leptos::prelude::*;
use taolight_bittensor::PriceImpact;
use taolight_bittensor::reads::{Exit, Leaving, StakePlace};
use taolight_locales::{say, show};
use taolight_primitives::{Alpha, NetUid, Rao};
use taolight_protocol::engine::WatchExits;

use crate::components::activity::Latest;
use crate::components::amount::Amount;
use crate::components::figure::{AlphaFigure, TaoFigure};
use crate::components::name::{HotkeyLabel, SubnetLabel};
use crate::components::payer::Payer;
use crate::components::proof::Proof;
use crate::components::stake::tolerance::ToleranceField;
use crate::components::submission::{Submission, SubmissionButtons};
use crate::holdings::position;
use crate::leaving::{self, MOST, Sum, leaves, signed, sum};
use crate::naming::ROOT;
use crate::reading::Reading;
use crate::store::Store;
use crate::words::quote::{amount, obstacle};
use crate::{format, test_ids};

const TITLE: &str = "leaving-title";
const EACH_TITLE: &str = "leaving-each-title";
const TOGETHER_TITLE: &str = "leaving-together-title";
/// How long nothing was chosen before it is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// What is chosen, and what it brings. Copying it copies handles.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    store: Store,
    /// The positions of the chosen account.
    places: Memo<Vec<StakePlace>>,
    /// Those that stay.
    stay: RwSignal<Vec<StakePlace>>,
    /// What each brings.
    exits: Reading<Vec<Exit>>,
}

impl Plan {
    fn open(store: Store) -> Self {
        let places = Memo::new(move |_| {
            let coldkey = store.chosen.get()?;
            store
                .portfolio
                .with(|portfolio| leaving::places(portfolio, coldkey))
        });
        let plan = Self {
            store,
            places: Memo::new(move |_| places.get().unwrap_or_default()),
            stay: RwSignal::new(Vec::new()),
            exits: Reading::new(),
        };
        Effect::new(move |_| {
            store.chosen.track();
            plan.stay.set(Vec::new());
            plan.exits.clear();
        });
        Effect::new(move |_| {
            let (opened, coldkey, tolerance) =
                (store.opened.get(), store.chosen.get(), store.tolerance.get());
            let asked = plan.asked();
            match coldkey {
                Some(coldkey) if opened > 0 && !asked.is_empty() => {
                    plan.exits.follow_after(store, PAUSE, move || WatchExits {
                        coldkey,
                        leaving: asked.clone(),
                        tolerance,
                    });
                }
                Some(_) | None => plan.exits.clear(),
            }
        });
        on_cleanup(move || plan.exits.clear());
        plan
    }

    /// What is asked about, tracked.
    fn asked(self) -> Vec<Leaving> {
        let stay = self.stay.read();
        let places = self.places.read();
        let leaving = |from: &StakePlace| Leaving {
            from: *from,
            together: !stay.contains(from),
        };
        places.iter().map(leaving).collect()
    }

    /// Whether what was read is about what is chosen now, tracked.
    fn is_current(self) -> bool {
        let (asked, tolerance) = (self.asked(), self.store.tolerance.get());
        let is_current = self
            .exits
            .with(|exits| leaving::answers(exits, &asked, tolerance));
        is_current.unwrap_or(false)
    }

    /// What a position brings, tracked.
    fn exit(self, place: StakePlace) -> Option<Exit> {
        let found = self
            .exits
            .with(|exits| exits.iter().find(|exit| exit.leaving.from == place).copied());
        found.flatten()
    }

    fn choose(self, place: StakePlace, leaves: bool) {
        self.stay.update(|stay| {
            stay.retain(|other| *other != place);
            if !leaves {
                stay.push(place);
            }
        });
    }
}

/// The form.
#[component]
pub(crate) fn LeavingPage() -> impl IntoView {
    let store = expect_context::<Store>();
    store.use_subnet_names();
    store.use_chosen_portfolio();
    let plan = Plan::open(store);
    store.use_hotkey_names(Memo::new(move |_| {
        let mut hotkeys: Vec<_> = plan.places.read().iter().map(|place| place.hotkey).collect();
        hotkeys.sort();
        hotkeys.dedup();
        hotkeys
    }));
    let submission = Submission::new();
    // What was refused is about another choice.
    Effect::new(move |_| {
        plan.stay.track();
        submission.clear();
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if submission.is_busy() {
            return;
        }
        submission.clear();
        let Some(from) = submission.signer(store) else {
            return;
        };
        let exits = untrack(|| plan.exits.get().filter(|_| plan.is_current()));
        let Some(exits) = exits else {
            return submission.refuse(say!(stake.leaving.not_quoted));
        };
        if sum(&exits.value).count > MOST {
            return submission.refuse(say!(stake.leaving.most, most = MOST));
        }
        match signed(from, &exits) {
            Some((intent, promise)) => submission.review(store, from, Some(promise), ready(Ok(intent))),
            None => submission.refuse(say!(stake.leaving.choose_one)),
        }
    };
    view! {
        <form class="column" on:submit=submit autocomplete="off" novalidate>
            <section class="panel" aria-labelledby=TITLE>
                <h2 id=TITLE>{say!(stake.leaving.title)}</h2>
                <p class="hint">
                    {say!(stake.leaving.about)}
                </p>
                <Payer />
                <ToleranceField />
            </section>
            <Each plan />
            <section class="panel" aria-labelledby=TOGETHER_TITLE>
                <h2 id=TOGETHER_TITLE>{say!(stake.leaving.together)}</h2>
                <Together plan />
                <SubmissionButtons
                    submission
                    testid=test_ids::LEAVING_REVIEW
                    error_id=test_ids::LEAVING_ERROR
                    limits_id=test_ids::LEAVING_LIMITS
                />
                <p class="hint mt-1">{say!(stake.fee_in_review)}</p>
            </section>
        </form>
        <Latest />
    }
}

/// The positions, and what each brings.
#[component]
fn Each(plan: Plan) -> impl IntoView {
    let store = plan.store;
    let is_empty = Memo::new(move |_| plan.places.read().is_empty());
    let is_known = Memo::new(move |_| store.portfolio.is_known());
    let choose_all = move |_| plan.stay.set(Vec::new());
    let choose_none = move |_| plan.stay.set(plan.places.get_untracked());
    let root_too = Memo::new(move |_| plan.places.read().iter().any(|place| place.netuid == ROOT));
    view! {
        <section class="panel" aria-labelledby=EACH_TITLE>
            <div class="panel-head">
                <h2 id=EACH_TITLE>{say!(stake.leaving.which)}</h2>
                <span class="join" hidden=is_empty>
                    <button type="button" class="btn btn-sm join-item" data-testid=test_ids::LEAVING_ALL on:click=choose_all>
                        {say!(stake.leaving.all)}
                    </button>
                    <button type="button" class="btn btn-sm join-item" data-testid=test_ids::LEAVING_NONE on:click=choose_none>
                        {say!(stake.leaving.none)}
                    </button>
                </span>
            </div>
            <p class="hint mt-2" hidden=move || !(is_known.get() && is_empty.get())>
                {say!(stake.leaving.no_stake)}
            </p>
            <div class="table-frame" class:stale=move || store.stale_head().is_some() hidden=is_empty>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{say!(portfolio.subnet_and_validator)}</th>
                            <th scope="col" class="figure max-md:hidden">
                                {say!(portfolio.at_spot)}
                            </th>
                            <th scope="col" class="figure">
                                {say!(stake.leaving.comes_back_now)}
                            </th>
                            <th scope="col" class="figure">
                                {say!(stake.leaving.at_least)}
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || plan.places.get()
                            key=|place| (place.netuid, place.hotkey)
                            children=move |place: StakePlace| view! { <Row plan place /> }
                        />
                    </tbody>
                </table>
            </div>
            <p class="hint" hidden=move || !root_too.get()>
                {say!(stake.root_dividends)}
            </p>
            <Proof reading=plan.exits testid=test_ids::LEAVING_PROOF />
        </section>
    }
}

#[component]
fn Row(plan: Plan, place: StakePlace) -> impl IntoView {
    let store = plan.store;
    let StakePlace { netuid, hotkey } = place;
    let exit = Memo::new(move |_| plan.exit(place));
    let at_spot = Memo::new(move |_| {
        let coldkey = store.chosen.get();
        let found = store.portfolio.with(|portfolio| {
            position(portfolio, coldkey?, netuid, hotkey).map(|position| position.worth.at_spot)
        });
        found.flatten().unwrap_or(Rao::ZERO)
    });
    let goes = Memo::new(move |_| exit.get().is_some_and(|exit| exit.quote.obstacle.is_none()));
    let figure = move |of: fn(&Exit) -> Rao| {
        move || match exit.get() {
            Some(exit) if exit.quote.obstacle.is_none() => view! { <TaoFigure value=of(&exit) /> }.into_any(),
            Some(_) => "—".into_any(),
            None => "…".into_any(),
        }
    };
    let is_checked = move || !plan.stay.read().contains(&place);
    view! {
        <tr
            data-testid=test_ids::LEAVING
            data-netuid=netuid.to_string()
            data-hotkey=hotkey.to_string()
            data-out=move || exit.get().filter(|_| goes.get()).map(|exit| leaving::out(&exit).0.to_string())
            data-least=move || exit.get().filter(|_| goes.get()).map(|exit| leaving::least(&exit).0.to_string())
            data-obstacle=move || exit.get().and_then(|exit| exit.quote.obstacle).map(|obstacle| obstacle.error_name())
        >
            <th scope="row">
                <label class="flex items-baseline gap-2">
                    <input
                        class="checkbox checkbox-primary checkbox-xs"
                        type="checkbox"
                        data-testid=test_ids::LEAVING_CHOOSE
                        prop:checked=is_checked
                        on:change:target=move |event| plan.choose(place, event.target().checked())
                    />
                    <span>
                        <SubnetLabel netuid />
                        " "
                        <HotkeyLabel hotkey />
                    </span>
                </label>
                {move || exit.get().map(|exit| view! { <About plan exit /> })}
            </th>
            <td class="figure max-md:hidden">
                <TaoFigure value=at_spot />
            </td>
            <td class="figure">{figure(leaving::out)}</td>
            <td class="figure">{figure(leaving::least)}</td>
        </tr>
    }
}

/// How much of a position leaves, at which cost, and what stays and why.
#[component]
fn About(plan: Plan, exit: Exit) -> impl IntoView {
    let store = plan.store;
    let netuid: NetUid = exit.leaving.from.netuid;
    let unit = move |netuid: NetUid| store.unit(netuid);
    let why = exit.quote.obstacle.map(|why| {
        let said = move || say!(stake.leaving.stays, why = obstacle(&why, netuid, unit));
        view! { <span class="under text-care">{said}</span> }
    });
    let is_sold = netuid != ROOT;
    let cost = (exit.quote.obstacle.is_none() && is_sold).then(|| {
        let PriceImpact(impact) = exit.quote.price_impact;
        let said = move || {
            let (impact, fee) = (format::percent(impact), amount(exit.quote.fee, unit));
            say!(stake.leaving.cost, impact = impact, fee = fee)
        };
        view! {
            <span class="under" data-testid=test_ids::LEAVING_COST data-impact=impact.to_string()>
                {said}
            </span>
        }
    });
    let locked = exit.amount.map(|amount| {
        let rest: Alpha = exit.stake.saturating_sub(amount);
        view! {
            <span class="under text-care" data-testid=test_ids::LEAVING_LOCKED data-alpha=rest.0.to_string()>
                {show!(stake.leaving.locked, amount = move || view! { <AlphaFigure value=rest netuid /> })}
            </span>
        }
    });
    view! {
        <span class="under">
            <AlphaFigure value=exit.stake netuid />
        </span>
        {cost}
        {locked}
        {why}
    }
}

/// What all that leave bring.
#[component]
fn Together(plan: Plan) -> impl IntoView {
    let sums = Memo::new(move |_| {
        let sums = plan.exits.with(|exits| sum(exits));
        sums.filter(|_| plan.is_current())
    });
    let chosen = Memo::new(move |_| plan.asked().iter().filter(|leaving| leaving.together).count());
    let staying = Memo::new(move |_| {
        let staying = plan.exits.with(|exits| {
            let stuck = exits.iter().filter(|exit| exit.leaving.together && !leaves(exit));
            stuck.count()
        });
        staying.unwrap_or_default()
    });
    let part = move |of: fn(&Sum) -> Rao| Signal::derive(move || sums.get().as_ref().map_or(Rao::ZERO, of));
    let count = move || {
        let leave = sums.get().map_or(0, |sum| sum.count);
        say!(
            stake.leaving.positions_of,
            leave = leave,
            all = plan.places.read().len()
        )
    };
    let stuck = move || match staying.get() {
        0 => None,
        1 => Some(say!(stake.leaving.stuck_one, count = 1)),
        staying => Some(say!(stake.leaving.stuck_many, count = staying)),
    };
    view! {
        <div data-testid=test_ids::LEAVING_SUM data-current=move || sums.read().is_some().to_string()>
            <Show
                when=move || sums.read().is_some()
                fallback=move || {
                    view! {
                        <p class="hint">
                            {move || if chosen.get() == 0 { say!(stake.leaving.choose) } else { say!(stake.leaving.asking_pools) }}
                        </p>
                    }
                }
            >
                <dl class="rows mt-2 pb-4 text-base">
                    <dt>{say!(stake.leaving.positions)}</dt>
                    <dd class="number">{count}</dd>
                    <dt>{say!(quote.receive_unless_traded)}</dt>
                    <dd>
                        <Amount value=part(|sum| sum.out) testid=test_ids::LEAVING_OUT />
                    </dd>
                    <dt class="font-semibold">{say!(quote.receive_at_least)}</dt>
                    <dd class="font-semibold">
                        <Amount value=part(|sum| sum.least) testid=test_ids::LEAVING_LEAST />
                    </dd>
                </dl>
            </Show>
            <p class="hint" role="status">
                {stuck}
            </p>
        </div>
    }
}
