//! What stake on the root has earned, and what becomes of it.

use leptos::prelude::*;
use taolight_bittensor::intents::{ClaimRoot, Intent};
use taolight_bittensor::reads::{AlphaClaims, BasketClaims, RootClaims};
use taolight_locales::{say, show};
use taolight_primitives::{AccountId, NetUid};
use taolight_protocol::engine::ReadRootClaims;

use crate::components::account::section::{DoButton, Section, read};
use crate::components::figure::AlphaFigure;
use crate::components::name::{HotkeyLabel, SubnetLabel};
use crate::components::submission::Submission;
use crate::store::Store;
use crate::{format, test_ids};

/// The most subnets of one claim.
const AT_ONCE: usize = 5;

#[component]
pub(super) fn Dividends(account: AccountId, submission: Submission) -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = read(store, ReadRootClaims { coldkey: account });
    provide_context(submission);
    view! {
        <Section
            title=say!(account.dividends.title)
            testid=test_ids::SECTION_DIVIDENDS
            reading
            acts=vec![("setRootClaimType", say!(account.dividends.claim_type))]
            draw
        />
    }
}

fn draw(claims: RootClaims) -> AnyView {
    match claims {
        RootClaims::Alpha(claims) => alpha(claims).into_any(),
        RootClaims::Baskets(claims) => basket(claims).into_any(),
    }
}

fn alpha(claims: AlphaClaims) -> impl IntoView {
    let submission = expect_context::<Submission>();
    let becomes = match claims.claim_type.as_str() {
        "Swap" => say!(account.dividends.are_swapped).to_owned(),
        "Keep" => say!(account.dividends.are_kept).to_owned(),
        other => say!(account.dividends.follow, choice = other),
    };
    let mut subnets: Vec<NetUid> = claims.claims.iter().map(|claim| claim.netuid).collect();
    subnets.sort();
    subnets.dedup();
    let buttons = subnets.chunks(AT_ONCE).map(|subnets| {
        let named = subnets
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ");
        let intent = Intent::from(ClaimRoot {
            subnets: subnets.to_vec(),
        });
        view! {
            <li class="item">
                <span>{say!(account.dividends.subnets, subnets = named.clone())}</span>
                <DoButton
                    intent
                    name=say!(account.dividends.claim)
                    about=say!(account.dividends.claim_about, subnets = named)
                    submission
                />
            </li>
        }
    });
    let buttons = buttons.collect_view();
    let rows = claims.claims.into_iter().map(|claim| {
        let subnet = move || view! { <SubnetLabel netuid=claim.netuid /> };
        let hotkey = move || view! { <HotkeyLabel hotkey=claim.hotkey /> };
        view! {
            <li class="item" data-testid=test_ids::CLAIM data-netuid=claim.netuid.to_string()>
                <span>
                    <AlphaFigure value=claim.alpha netuid=claim.netuid />
                </span>
                <span class="item-about">
                    {show!(account.dividends.earned_with, subnet = subnet, hotkey = hotkey)}
                </span>
            </li>
        }
    });
    view! {
        <p hidden=!subnets.is_empty()>{say!(account.dividends.none)}</p>
        <ul>{rows.collect_view()}</ul>
        <ul>{buttons}</ul>
        <p class="hint">{becomes}</p>
    }
}

fn basket(claims: BasketClaims) -> impl IntoView {
    let owed = format!("{} {}", format::amount(claims.owed), format::TAU);
    view! {
        <p>{say!(account.dividends.owed, amount = owed)}</p>
        {claims.unlock_blocks.map(|blocks| {
            view! {
                <p class="hint">
                    {say!(account.dividends.unlock, blocks = format::number(blocks))}
                </p>
            }
        })}
    }
}
