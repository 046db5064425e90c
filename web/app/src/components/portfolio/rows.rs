//! The rows of the table of stake. A row stays the same element while its numbers change, so that it keeps the focus.

use leptos::prelude::*;
use taolight_bittensor::reads::Worth;
use taolight_locales::{say, show};
use taolight_primitives::{AccountId, Alpha, NetUid};

use crate::acts::Act;
use crate::components::certainty::Certainty;
use crate::components::figure::{AlphaFigure, TaoFigure};
use crate::components::name::{HotkeyLabel, SubnetLabel};
use crate::holdings::{holding, position};
use crate::route::Route;
use crate::store::Store;
use crate::test_ids;

/// All of an account on a subnet.
#[component]
pub(super) fn HoldingRow(coldkey: AccountId, netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    let figures = Memo::new(move |_| {
        let found = store.portfolio.with(|portfolio| {
            holding(portfolio, coldkey, netuid).map(|held| (held.total, held.locked, held.worth))
        });
        found
            .flatten()
            .unwrap_or((Alpha::ZERO, Alpha::ZERO, Worth::NOTHING))
    });
    let locked = Signal::derive(move || figures.get().1);
    let level = Signal::derive(move || store.portfolio.level());
    let account = move || {
        store
            .all_accounts
            .get()
            .then(|| store.label_of(coldkey))
            .flatten()
    };
    view! {
        <tr
            class="group"
            data-testid=test_ids::HOLDING
            data-netuid=netuid.to_string()
            data-alpha=move || figures.get().0.0.to_string()
            data-locked=move || locked.get().0.to_string()
        >
            <th scope="row">
                <a href=Route::subnet(netuid).hash()>
                    <SubnetLabel netuid />
                </a>
                <Certainty level />
                {move || account().map(|label| view! { <span class="text-muted">{label}</span> })}
            </th>
            <td class="figure">
                <AlphaFigure value=Signal::derive(move || figures.get().0) netuid />
                <span class="under" hidden=move || locked.get() == Alpha::ZERO>
                    {show!(portfolio.locked, amount = move || view! { <AlphaFigure value=locked netuid /> })}
                </span>
            </td>
            <td class="figure max-md:hidden">
                <TaoFigure value=Signal::derive(move || figures.get().2.at_spot) />
            </td>
            <td class="figure">
                <TaoFigure value=Signal::derive(move || figures.get().2.if_sold) />
                <span class="under text-care" hidden=move || figures.get().2.sellable>
                    {say!(portfolio.not_all_sellable)}
                </span>
            </td>
        </tr>
    }
}

/// What of that is with one validator.
#[component]
pub(super) fn PositionRow(coldkey: AccountId, netuid: NetUid, hotkey: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let figures = Memo::new(move |_| {
        let found = store.portfolio.with(|portfolio| {
            position(portfolio, coldkey, netuid, hotkey).map(|held| (held.alpha, held.worth, held.registered))
        });
        found.flatten().unwrap_or((Alpha::ZERO, Worth::NOTHING, true))
    });
    let can_sign = Memo::new(move |_| store.account(coldkey).is_some_and(|account| account.can_sign()));
    let act = move |route: Route, testid: &'static str, name: &'static str| {
        view! {
            // The page that opens is about the account whose stake this is.
            <a href=route.hash() data-testid=testid on:click=move |_| store.chosen.set(Some(coldkey))>
                {name}
            </a>
        }
    };
    let give = Act::of("transferStake").map(|act| Route::Act {
        act,
        netuid: Some(netuid),
        hotkey: Some(hotkey),
    });
    let acts = move || {
        can_sign.get().then(|| {
            view! {
                <span class="acts">
                    {act(Route::Unstake { netuid, hotkey }, test_ids::POSITION_UNSTAKE, say!(common.unstake))}
                    {act(Route::Move { netuid, hotkey }, test_ids::POSITION_MOVE, say!(portfolio.move_stake))}
                    {give.map(|route| act(route, test_ids::POSITION_GIVE, say!(portfolio.give_stake)))}
                </span>
            }
        })
    };
    view! {
        <tr
            data-testid=test_ids::POSITION
            data-netuid=netuid.to_string()
            data-hotkey=hotkey.to_string()
            data-alpha=move || figures.get().0.0.to_string()
        >
            <th scope="row" class="inner">
                <HotkeyLabel hotkey />
                <span class="under text-care" hidden=move || figures.get().2>
                    "△ " {say!(portfolio.not_registered)}
                </span>
                {acts}
            </th>
            <td class="figure">
                <AlphaFigure value=Signal::derive(move || figures.get().0) netuid />
            </td>
            <td class="figure max-md:hidden">
                <TaoFigure value=Signal::derive(move || figures.get().1.at_spot) />
            </td>
            <td class="figure">
                <TaoFigure value=Signal::derive(move || figures.get().1.if_sold) />
            </td>
        </tr>
    }
}
