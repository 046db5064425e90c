//! Crowdloans that are open or that belong to the account.

use leptos::prelude::*;
use taolight_bittensor::intents::{Intent, WithdrawFromCrowdloan};
use taolight_bittensor::reads::{Contribution, Crowdloan};
use taolight_primitives::{AccountId, Rao};
use taolight_protocol::engine::{ReadContributions, ReadCrowdloans};

use crate::components::account::section::{DoButton, Section, read};
use crate::components::submission::Submission;
use crate::reading::Reading;
use crate::store::Store;
use crate::{format, test_ids};

/// What the account gave.
#[derive(Clone, Copy)]
struct Given(Reading<Vec<Contribution>>);

#[component]
pub(super) fn Crowdloans(account: AccountId, submission: Submission) -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = read(store, ReadCrowdloans {});
    let given = Reading::new();
    Effect::new(move |_| {
        let crowdloans = reading.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>());
        if let Some(crowdloans) = crowdloans {
            given.ask(store, ReadContributions { account, crowdloans });
        }
    });
    on_cleanup(move || given.stop());
    provide_context(Given(given));
    provide_context(submission);
    view! {
        <Section
            title="Crowdloans"
            testid=test_ids::SECTION_CROWDLOANS
            reading
            acts=&[("contributeToCrowdloan", "Contribute"), ("createCrowdloan", "Begin one")]
            draw
        />
    }
}

fn draw(all: Vec<Crowdloan>) -> AnyView {
    let open: Vec<_> = all.into_iter().filter(|one| !one.finalized).collect();
    view! {
        <p hidden=!open.is_empty()>"None is open."</p>
        <ul class="items">{open.into_iter().map(crowdloan).collect_view()}</ul>
    }
    .into_any()
}

fn crowdloan(one: Crowdloan) -> impl IntoView {
    let submission = expect_context::<Submission>();
    let Given(given) = expect_context::<Given>();
    let id = one.id;
    let mine = Memo::new(move |_| {
        let found = given.with(|given| {
            given
                .iter()
                .find(|given| given.crowdloan == id)
                .map(|given| given.amount)
        });
        found.flatten().unwrap_or(Rao::ZERO)
    });
    let tao = |amount| format!("{} {}", format::amount(amount), format::TAU);
    let withdraw = move || {
        (mine.get() > Rao::ZERO).then(|| {
            let intent = Intent::from(WithdrawFromCrowdloan { id });
            view! { <DoButton intent name="Withdraw" about=format!("crowdloan {id}") submission /> }
        })
    };
    let purpose = if one.has_call {
        "for a call"
    } else {
        "for an account"
    };
    view! {
        <li class="item" data-testid=test_ids::CROWDLOAN data-id=id.to_string()>
            <span class="item-name">
                "No. " {id} ": " {tao(one.raised)} " of " {tao(one.cap)} ", " {purpose}
            </span>
            <span class="item-about">
                "until block " {format::block(one.end)} ", by "
                <span class="code">{format::short_address(one.creator)}</span> ", from "
                {format::count(one.contributors, "account", "accounts")}
                {move || (mine.get() > Rao::ZERO).then(|| format!(", {} of it yours", tao(mine.get())))}
            </span>
            {withdraw}
        </li>
    }
}
