//! What a subnet is.

use leptos::prelude::*;
use taolight_bittensor::reads::{SafeText, Subnet, SubnetDetail};
use taolight_locales::{say, show};
use taolight_primitives::{Alpha, NetUid, Price, Rao};

use crate::acts::Act;
use crate::components::figure::{AlphaFigure, PriceFigure, TaoFigure};
use crate::components::name::NumberedName;
use crate::naming::ROOT;
use crate::route::Route;
use crate::store::Store;
use crate::words::subnet::switch;
use crate::{format, test_ids};

const TITLE: &str = "subnet-title";

/// Its name and its figures.
#[component]
pub(super) fn Facts(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    let subnet = Memo::new(move |_| {
        let detail = store
            .subnet_detail
            .with(|detail| detail.as_ref().map(|detail| detail.subnet.clone()));
        detail.flatten()
    });
    let name = Memo::new(move |_| match subnet.read().as_ref() {
        Some(subnet) => crate::naming::subnet_name(subnet),
        None => store.subnet_name(netuid),
    });
    let description = Memo::new(move |_| {
        let subnet = subnet.read();
        let identity = subnet.as_ref()?.identity.as_ref()?;
        (!identity.description.is_empty()).then(|| identity.description.clone())
    });
    let trades = Memo::new(move |_| {
        netuid == ROOT || subnet.read().as_ref().is_some_and(|subnet| subnet.open.trading)
    });
    let stake = Route::Stake {
        netuid: Some(netuid),
        hotkey: None,
    };
    let register = Act::of("register").filter(|_| netuid != ROOT).map(|act| {
        let route = Route::Act {
            act,
            netuid: Some(netuid),
            hotkey: None,
        };
        view! {
            <a class="quiet-link" href=route.hash() data-testid=test_ids::SUBNET_REGISTER>
                {say!(subnets.register)}
            </a>
        }
    });
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <div class="panel-head">
                <h2 id=TITLE data-testid=test_ids::SUBNET_NAME>
                    <NumberedName netuid name />
                </h2>
                <a class="btn btn-primary" href=stake.hash() data-testid=test_ids::SUBNET_STAKE hidden=move || !trades.get()>
                    {say!(subnets.stake_here)}
                </a>
                {register}
            </div>
            {move || description.get().map(|SafeText { text, .. }| view! { <p class="hint mt-1 max-w-[80ch] wrap-anywhere"><bdi>{text}</bdi></p> })}
            <Show when=move || subnet.read().is_some()>
                <Figures netuid subnet />
            </Show>
        </section>
    }
}

#[component]
fn Figures(netuid: NetUid, subnet: Memo<Option<Subnet>>) -> impl IntoView {
    let store = expect_context::<Store>();
    let tao = move |part: fn(&Subnet) -> Rao| {
        Signal::derive(move || subnet.read().as_ref().map_or(Rao::ZERO, part))
    };
    let alpha = move |part: fn(&Subnet) -> Alpha| {
        Signal::derive(move || subnet.read().as_ref().map_or(Alpha::ZERO, part))
    };
    let price = move |part: fn(&Subnet) -> Price| {
        Signal::derive(move || subnet.read().as_ref().map_or(Price(0), part))
    };
    let text = move |part: fn(&Subnet) -> String| move || subnet.read().as_ref().map(part);
    let costs = move || {
        let costs = store.subnet_detail.with(|detail: &Option<SubnetDetail>| {
            let detail = detail.as_ref()?;
            Some(say!(
                subnets.facts.registration_range,
                least = format::amount(detail.min_registration_cost),
                most = format::amount(detail.max_registration_cost),
                unit = format::TAU
            ))
        });
        costs.flatten()
    };
    let priced = (netuid != ROOT).then(|| {
        view! {
            <dt>{say!(subnets.facts.price)}</dt>
            <dd><PriceFigure value=price(|subnet| subnet.price) /></dd>
            <dt>{say!(subnets.facts.moving_price)}</dt>
            <dd><PriceFigure value=price(|subnet| subnet.moving_price) /></dd>
            <dt>{say!(subnets.facts.pool)}</dt>
            <dd>
                {both(tao(|subnet| subnet.tao_in_pool), alpha(|subnet| subnet.alpha_in_pool), netuid)}
            </dd>
            <dt>{say!(subnets.facts.outside)}</dt>
            <dd><AlphaFigure value=alpha(|subnet| subnet.alpha_outside) netuid /></dd>
            <dt>{say!(subnets.facts.into_pool)}</dt>
            <dd>
                {both(
                    tao(|subnet| subnet.emission.tao_in),
                    alpha(|subnet| subnet.emission.alpha_in),
                    netuid,
                )}
            </dd>
            <dt>{say!(subnets.facts.paid_out)}</dt>
            <dd><AlphaFigure value=alpha(|subnet| subnet.emission.alpha_out) netuid /></dd>
            <dt>{say!(subnets.facts.trading)}</dt>
            <dd>{text(|subnet| switch(subnet.open.trading).to_owned())}</dd>
            <dt>{say!(subnets.facts.transfers)}</dt>
            <dd>{text(|subnet| switch(subnet.open.transfers).to_owned())}</dd>
        }
    });
    view! {
        <dl class="rows mt-2">
            {priced}
            <dt>{say!(subnets.facts.neurons)}</dt>
            <dd>{text(|subnet| format::number(subnet.neurons))}</dd>
            <dt>{say!(subnets.facts.registration)}</dt>
            <dd>
                <TaoFigure value=tao(|subnet| subnet.registration_cost) />
                <span class="under">{costs}</span>
            </dd>
            <dt>{say!(subnets.facts.next_epoch)}</dt>
            <dd>
                {text(|subnet| {
                    say!(
                        subnets.facts.next_epoch_at,
                        block = format::number(subnet.next_epoch),
                        tempo = format::number(subnet.tempo)
                    )
                })}
            </dd>
            <dt>{say!(subnets.facts.registered)}</dt>
            <dd>{text(|subnet| say!(subnets.facts.registered_at, block = format::number(subnet.registered_at)))}</dd>
            {move || {
                let owner = subnet.read().as_ref().and_then(|subnet| subnet.owner);
                owner
                    .map(|owner| {
                        view! {
                            <dt>{say!(subnets.facts.owner)}</dt>
                            <dd>
                                <span class="code" title=owner.to_string()>
                                    {format::short_address(owner)}
                                </span>
                            </dd>
                        }
                    })
            }}
        </dl>
    }
}

/// TAO and alpha that are there together.
fn both(tao: Signal<Rao>, alpha: Signal<Alpha>, netuid: NetUid) -> impl IntoView {
    show!(
        subnets.facts.tao_and_alpha,
        tao = move || view! { <TaoFigure value=tao /> },
        alpha = move || view! { <AlphaFigure value=alpha netuid /> }
    )
}
