//! What is left to say before the review: whom it goes to, and what somebody has to agree to.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::field_error::FieldError;
use crate::components::switch::Switch;
use crate::miners::Desk;
use crate::{test_ids, words};

/// The switches and the buttons.
#[component]
pub(super) fn Ask(desk: Desk) -> impl IntoView {
    let special = Memo::new(move |_| desk.special_ones());
    let needs_tls = Memo::new(move |_| desk.may_need_tls() || desk.tls.get());
    let reasons = move || {
        let lines = special.get().into_iter().map(|(why, addresses)| {
            view! {
                <li>
                    <span class="code">{addresses.join(", ")}</span>
                    ": "
                    {words::miners::engine_says(&why)}
                </li>
            }
        });
        lines.collect_view()
    };
    view! {
        <div hidden=move || special.read().is_empty() class="text-sm">
            <Switch
                testid=test_ids::MINERS_SPECIAL
                label=say!(miners.ask_special)
                checked=desk.special
                change=move |on| desk.special.set(on)
            />
            <p class="hint mt-1">{say!(miners.special_about)}</p>
            <ul>{reasons}</ul>
        </div>
        <div hidden=move || !needs_tls.get() class="text-sm">
            <Switch
                testid=test_ids::MINERS_TLS
                label=say!(miners.ask_tls)
                checked=desk.tls
                change=move |on| desk.tls.set(on)
            />
        </div>
        <div class="sticky bottom-0 mt-3 border-t border-line bg-surface pb-1 max-md:bottom-[calc(57px+env(safe-area-inset-bottom))]">
            <FieldError id=test_ids::MINERS_ERROR error=desk.refused />
            <div class="buttons pt-2">
                <button
                    type="button"
                    class="btn"
                    data-testid=test_ids::MINERS_PROBE
                    title=say!(miners.probe_about)
                    aria-disabled=move || desk.probing.get().to_string()
                    on:click=move |_| {
                        if !desk.probing.get_untracked() {
                            desk.probe();
                        }
                    }
                >
                    {move || if desk.probing.get() { say!(miners.probing) } else { say!(miners.probe) }}
                </button>
                <button
                    type="button"
                    class="btn btn-primary"
                    data-testid=test_ids::MINERS_REVIEW
                    aria-disabled=move || desk.busy.get().to_string()
                    on:click=move |_| desk.submit()
                >
                    {move || if desk.busy.get() { say!(common.preparing) } else { say!(common.review) }}
                </button>
            </div>
        </div>
    }
}
