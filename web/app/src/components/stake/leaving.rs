//! Taking several positions out at once: what each brings now and what stays, which of them leave, and what all that leave
//! bring at least, in one transaction that does all of it or nothing.

use std::future::ready;
use std::time::Duration;

use leptos::prelude::*;
use taolight_bittensor::reads::{Exit, Leaving, StakePlace};
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
            return submission.refuse("This is not quoted yet. Review as soon as it is shown.");
        };
        if sum(&exits.value).count > MOST {
            return submission.refuse(format!(
                "At most {MOST} positions leave at once. Leave some for the next time."
            ));
        }
        match signed(from, &exits) {
            Some((intent, promise)) => submission.review(store, from, Some(promise), ready(Ok(intent))),
            None => submission.refuse("Choose at least one position that can leave."),
        }
    };
    view! {
        <form class="column" on:submit=submit autocomplete="off" novalidate>
            <section class="panel fields" aria-labelledby=TITLE>
                <h2 id=TITLE>"Unstake several positions"</h2>
                <p class="hint">
                    "Each position is sold on its own, within its own limit, and all of them in one transaction: either every \
                     one that you choose leaves, or none does."
                </p>
                <Payer />
                <ToleranceField />
            </section>
            <Each plan />
            <section class="panel" aria-labelledby=TOGETHER_TITLE>
                <h2 id=TOGETHER_TITLE>"All together"</h2>
                <Together plan />
                <SubmissionButtons
                    submission
                    testid=test_ids::LEAVING_REVIEW
                    error_id=test_ids::LEAVING_ERROR
                    limits_id=test_ids::LEAVING_LIMITS
                />
                <p class="hint">"The network's own fee is shown in the review. Nothing is signed before that."</p>
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
                <h2 id=EACH_TITLE>"Which positions"</h2>
                <span class="segments" hidden=is_empty>
                    <button type="button" data-testid=test_ids::LEAVING_ALL on:click=choose_all>
                        "All"
                    </button>
                    <button type="button" data-testid=test_ids::LEAVING_NONE on:click=choose_none>
                        "None"
                    </button>
                </span>
            </div>
            <p class="hint" hidden=move || !(is_known.get() && is_empty.get())>
                "The chosen account has no stake. Choose another one above."
            </p>
            <div class="table-frame" class:stale=move || store.stale_head().is_some() hidden=is_empty>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"Subnet and validator"</th>
                            <th scope="col" class="figure wide">
                                "At spot"
                            </th>
                            <th scope="col" class="figure">
                                "Comes back now"
                            </th>
                            <th scope="col" class="figure">
                                "At least"
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
                "Dividends of the root that were not claimed stay where they are. Claim them first if you want them."
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
                <label class="check-label">
                    <input
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
            <td class="figure wide">
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
        let said = move || obstacle(&why, netuid, unit);
        view! { <span class="under care">"Stays. " {said}</span> }
    });
    let is_sold = netuid != ROOT;
    let cost = (exit.quote.obstacle.is_none() && is_sold).then(|| {
        let fee = move || amount(exit.quote.fee, unit);
        view! {
            <span class="under" data-testid=test_ids::LEAVING_COST data-impact=exit.quote.price_impact.0.to_string()>
                "price impact " {format::percent(exit.quote.price_impact.0)} ", fee " {fee}
            </span>
        }
    });
    let locked = exit.amount.map(|amount| {
        let rest: Alpha = exit.stake.saturating_sub(amount);
        view! {
            <span class="under care" data-testid=test_ids::LEAVING_LOCKED data-alpha=rest.0.to_string()>
                <AlphaFigure value=rest netuid />
                " are locked and stay"
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
        format!("{leave} of {}", plan.places.read().len())
    };
    let stuck = move || {
        let staying = staying.get();
        (staying > 0).then(|| {
            format!(
                "{} that you chose cannot leave as it is, and stays: see why beside it.",
                format::count(
                    u32::try_from(staying).unwrap_or(u32::MAX),
                    "position",
                    "positions"
                )
            )
        })
    };
    view! {
        <div data-testid=test_ids::LEAVING_SUM data-current=move || sums.read().is_some().to_string()>
            <Show
                when=move || sums.read().is_some()
                fallback=move || {
                    view! {
                        <p class="hint">
                            {move || if chosen.get() == 0 { "Choose what is to leave." } else { "Asking the pools." }}
                        </p>
                    }
                }
            >
                <dl class="rows main-rows">
                    <dt>"Positions that leave"</dt>
                    <dd class="amount">{count}</dd>
                    <dt>"You receive, if nobody trades before"</dt>
                    <dd>
                        <Amount value=part(|sum| sum.out) testid=test_ids::LEAVING_OUT />
                    </dd>
                    <dt class="strong">"You receive at least"</dt>
                    <dd class="strong">
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
