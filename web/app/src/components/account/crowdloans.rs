//! Crowdloans that are open or that belong to the account.

use leptos::prelude::*;
use taolight_bittensor::intents::{Intent, WithdrawFromCrowdloan};
use taolight_bittensor::reads::{Contribution, Crowdloan};
use taolight_locales::{say, show};
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
            title=say!(account.crowdloans.title)
            testid=test_ids::SECTION_CROWDLOANS
            reading
            acts=vec![
                ("contributeToCrowdloan", say!(account.crowdloans.contribute)),
                ("createCrowdloan", say!(account.crowdloans.begin)),
            ]
            draw
        />
    }
}

fn draw(all: Vec<Crowdloan>) -> AnyView {
    let open: Vec<_> = all.into_iter().filter(|one| !one.finalized).collect();
    view! {
        <p hidden=!open.is_empty()>{say!(account.crowdloans.none_open)}</p>
        <ul>{open.into_iter().map(crowdloan).collect_view()}</ul>
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
            let about = say!(account.crowdloans.withdraw_about, id = id);
            view! { <DoButton intent name=say!(account.crowdloans.withdraw) about submission /> }
        })
    };
    let (raised, cap) = (tao(one.raised), tao(one.cap));
    let name = if one.has_call {
        say!(account.crowdloans.for_call, id = id, raised = raised, cap = cap)
    } else {
        say!(
            account.crowdloans.for_account,
            id = id,
            raised = raised,
            cap = cap
        )
    };
    let (end, count) = (format::block(one.end), format::number(one.contributors));
    let creator = move || view! { <span class="code">{format::short_address(one.creator)}</span> };
    let about = if one.contributors == 1 {
        show!(
            account.crowdloans.about_one,
            end = end,
            creator = creator,
            count = count
        )
        .into_any()
    } else {
        show!(
            account.crowdloans.about_many,
            end = end,
            creator = creator,
            count = count
        )
        .into_any()
    };
    let of_it_mine = move || {
        (mine.get() > Rao::ZERO).then(|| say!(account.crowdloans.of_it_yours, amount = tao(mine.get())))
    };
    view! {
        <li class="item" data-testid=test_ids::CROWDLOAN data-id=id.to_string()>
            <span>{name}</span>
            <span class="item-about">{about} {of_it_mine}</span>
            {withdraw}
        </li>
    }
}
