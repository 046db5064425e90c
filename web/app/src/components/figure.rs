//! Numbers in tables: their first decimals, with the exact number on hover and for programs.

use leptos::prelude::*;
use taolight_primitives::{Alpha, NetUid, Price, Rao};

use crate::format;
use crate::store::Store;

/// TAO, the unit first.
#[component]
pub(crate) fn TaoFigure(
    /// How much.
    #[prop(into)]
    value: Signal<Rao>,
) -> impl IntoView {
    view! {
        <span class="number" title=move || format!("{} {}", format::amount(value.get()), format::TAU)>
            <span class="unit">{format::TAU}</span>
            {move || format::coarse(value.get().0)}
        </span>
    }
}

/// Alpha, its symbol last. That of the root is TAO.
#[component]
pub(crate) fn AlphaFigure(
    /// How much.
    #[prop(into)]
    value: Signal<Alpha>,
    /// Of which subnet.
    netuid: NetUid,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let unit = Memo::new(move |_| store.unit(netuid));
    view! {
        <span class="number" title=move || format!("{} {}", format::alpha(value.get()), unit.get())>
            {move || format::coarse(value.get().0)}
            <bdi class="symbol">{unit}</bdi>
        </span>
    }
}

/// TAO for one alpha.
#[component]
pub(crate) fn PriceFigure(
    /// The price.
    #[prop(into)]
    value: Signal<Price>,
) -> impl IntoView {
    view! {
        <span class="number" title=move || format!("{} {}", format::price(value.get()), format::TAU)>
            <span class="unit">{format::TAU}</span>
            {move || format::coarse(value.get().0)}
        </span>
    }
}
