//! What stands in columns of amounts.

use leptos::prelude::*;
use taolight_primitives::{Alpha, NetUid, Price, Rao};

use crate::components::figure::{AlphaFigure, PriceFigure, TaoFigure};
use crate::table_view::Row;

/// TAO.
pub(crate) fn tao<R: Row>(part: fn(&R) -> Rao) -> impl Fn(Memo<R>) -> AnyView {
    move |row| {
        let value = Signal::derive(move || part(&row.read()));
        view! { <TaoFigure value /> }.into_any()
    }
}

/// Alpha of the subnet that this tells of a row.
pub(crate) fn alpha<R: Row>(
    netuid: impl Fn(&R) -> NetUid,
    part: fn(&R) -> Alpha,
) -> impl Fn(Memo<R>) -> AnyView {
    move |row| {
        // A row stays on its subnet.
        let netuid = row.with_untracked(&netuid);
        let value = Signal::derive(move || part(&row.read()));
        view! { <AlphaFigure value netuid /> }.into_any()
    }
}

/// TAO for one alpha.
pub(crate) fn price<R: Row>(part: fn(&R) -> Price) -> impl Fn(Memo<R>) -> AnyView {
    move |row| {
        let value = Signal::derive(move || part(&row.read()));
        view! { <PriceFigure value /> }.into_any()
    }
}
