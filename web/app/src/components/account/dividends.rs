//! What stake on the root has earned, and what becomes of it.

use leptos::prelude::*;
use taolight_bittensor::intents::{ClaimRoot, Intent};
use taolight_bittensor::reads::{AlphaClaims, BasketClaims, RootClaims};
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
            title="Root dividends"
            testid=test_ids::SECTION_DIVIDENDS
            reading
            acts=&[("setRootClaimType", "What becomes of them")]
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
        "Swap" => "What is claimed is sold for TAO, which is staked on the root.".to_owned(),
        "Keep" => "What is claimed stays alpha.".to_owned(),
        other => format!("What is claimed follows the choice {other}."),
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
                <span class="item-name">"Subnets " {named.clone()}</span>
                <DoButton intent name="Claim" about=format!("subnets {named}") submission />
            </li>
        }
    });
    let buttons = buttons.collect_view();
    let rows = claims.claims.into_iter().map(|claim| {
        view! {
            <li class="item" data-testid=test_ids::CLAIM data-netuid=claim.netuid.to_string()>
                <span class="item-name">
                    <AlphaFigure value=claim.alpha netuid=claim.netuid />
                </span>
                <span class="item-about">
                    <SubnetLabel netuid=claim.netuid /> ", with " <HotkeyLabel hotkey=claim.hotkey />
                </span>
            </li>
        }
    });
    view! {
        <p hidden=!subnets.is_empty()>"Nothing is to be claimed. Stake on the root earns alpha of the subnets."</p>
        <ul class="items">{rows.collect_view()}</ul>
        <ul class="items">{buttons}</ul>
        <p class="hint">{becomes}</p>
    }
}

fn basket(claims: BasketClaims) -> impl IntoView {
    let owed = format!("{} {}", format::amount(claims.owed), format::TAU);
    view! {
        <p>{owed} " can be claimed. It becomes stake on the root."</p>
        {claims.unlock_blocks.map(|blocks| {
            view! {
                <p class="hint">
                    "Stake on the root cannot be taken out for " {format::number(blocks)} " blocks after it was put in."
                </p>
            }
        })}
    }
}
