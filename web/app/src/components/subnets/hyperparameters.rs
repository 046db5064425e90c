//! The parameters of a subnet, with what they mean.

use leptos::prelude::*;
use taolight_bittensor::reads::Hyperparameter;
use taolight_locales::say;

use crate::store::Store;
use crate::test_ids;
use crate::words::subnet::{parameter_meaning, parameter_name, parameter_value};

const TITLE: &str = "hyperparameters-title";

/// The list.
#[component]
pub(super) fn Hyperparameters() -> impl IntoView {
    let store = expect_context::<Store>();
    let parameters = Memo::new(move |_| {
        let detail = store
            .subnet_detail
            .with(|detail| detail.as_ref().map(|detail| detail.hyperparameters.clone()));
        detail.flatten().unwrap_or_default()
    });
    let row = |parameter: Hyperparameter| {
        let Hyperparameter { name, value, meaning } = parameter;
        view! {
            <div class="flex justify-between gap-4 border-t border-line py-2" data-testid=test_ids::HYPERPARAMETER data-name=name.clone()>
                <dt title=name.clone()>
                    {parameter_name(&name)}
                    {parameter_meaning(&name)
                        .map(str::to_owned)
                        .or(meaning)
                        .map(|meaning| view! { <span class="under">{meaning}</span> })}
                </dt>
                <dd class="max-w-1/2 flex-none text-right wrap-anywhere tabular-nums">{parameter_value(&value)}</dd>
            </div>
        }
    };
    view! {
        <section class="panel" aria-labelledby=TITLE hidden=move || parameters.read().is_empty()>
            <h2 id=TITLE>{say!(subnets.hyperparameters)}</h2>
            <dl class="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(100%,320px),1fr))] gap-x-8 text-sm">{move || parameters.get().into_iter().map(row).collect_view()}</dl>
        </section>
    }
}
