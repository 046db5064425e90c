//! The validators of a subnet.

use leptos::prelude::*;
use taolight_bittensor::reads::Neuron;
use taolight_primitives::NetUid;

use crate::components::figure::{AlphaFigure, TaoFigure};
use crate::components::name::HotkeyLabel;
use crate::components::proof::Proof;
use crate::naming::ROOT;
use crate::route::Route;
use crate::store::Store;
use crate::test_ids;

const TITLE: &str = "validators-title";

/// The table, most stake first.
#[component]
pub(super) fn Validators(netuid: NetUid) -> impl IntoView {
    let store = expect_context::<Store>();
    let validators = Memo::new(move |_| store.validators_by_stake());
    let is_empty = Memo::new(move |_| validators.read().is_empty());
    let is_known = Memo::new(move |_| store.validators.is_known());
    view! {
        <section class="panel" aria-labelledby=TITLE>
            <h2 id=TITLE>"Validators"</h2>
            <p class="hint" hidden=move || !(is_known.get() && is_empty.get())>
                "No neuron may set weights here yet."
            </p>
            <div class="table-frame" hidden=is_empty>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"Validator"</th>
                            <th scope="col" class="figure">
                                "Stake"
                            </th>
                            <th scope="col" class="figure wide">
                                "On the root"
                            </th>
                            <th scope="col" class="figure">
                                "Take"
                            </th>
                            <th scope="col" class="figure wide">
                                "To stakers, last epoch"
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || validators.get().into_iter().map(|validator| row(netuid, validator)).collect_view()}
                    </tbody>
                </table>
            </div>
            <Proof reading=store.validators testid=test_ids::VALIDATORS_PROOF />
        </section>
    }
}

fn row(netuid: NetUid, validator: Neuron) -> impl IntoView {
    let hotkey = validator.hotkey;
    let stake = Route::Stake {
        netuid: Some(netuid),
        hotkey: Some(hotkey),
    };
    let on_root = (netuid != ROOT).then(|| view! { <TaoFigure value=validator.root_stake /> });
    view! {
        <tr data-testid=test_ids::VALIDATOR data-hotkey=hotkey.to_string()>
            <th scope="row">
                <HotkeyLabel hotkey />
                <span class="under care" hidden=validator.active || netuid == ROOT>
                    "△ set no weights lately"
                </span>
                <span class="acts">
                    <a href=stake.hash()>"Stake"</a>
                </span>
            </th>
            <td class="figure">
                <AlphaFigure value=validator.stake netuid />
            </td>
            <td class="figure wide">{on_root}</td>
            <td class="figure">{validator.take.to_string()}</td>
            <td class="figure wide">
                <AlphaFigure value=validator.dividends_paid netuid />
            </td>
        </tr>
    }
}
