//! What can be done, by what it belongs to; searched by its words.

use leptos::prelude::*;
use taolight_locales::say;

use crate::acts::{Act, Group};
use crate::route::Route;
use crate::search::folded;
use crate::test_ids;

/// The list.
#[component]
pub(crate) fn ActsPage() -> impl IntoView {
    let search = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| folded(&search.read()));
    let is_wanted = move |act: &Act| {
        let wanted = wanted.read();
        let (title, about) = (folded((act.title)()), folded((act.about)()));
        wanted
            .split_whitespace()
            .all(|word| title.contains(word) || about.contains(word))
    };
    let finds_none = move || !Group::ALL.iter().any(|group| group.acts().any(is_wanted));
    let item = move |act: &'static Act| {
        let route = Route::Act {
            act,
            netuid: None,
            hotkey: None,
        };
        view! {
            <li hidden=move || !is_wanted(act)>
                <a class="option block hover:*:first:text-primary" href=route.hash() data-testid=test_ids::ACT_OPTION data-act=act.kind>
                    <span class="option-name block">{(act.title)()}</span>
                    <span class="option-about block">{(act.about)()}</span>
                </a>
            </li>
        }
    };
    let group = move |group: Group| {
        view! {
            <section class="panel" hidden=move || !group.acts().any(is_wanted)>
                <h2>{group.title()}</h2>
                <ul class="act-list">{group.acts().map(item).collect_view()}</ul>
            </section>
        }
    };
    view! {
        <div class="toolbar">
            <label class="sr-only" for=test_ids::ACTS_SEARCH>
                {say!(common.search)}
            </label>
            <input
                id=test_ids::ACTS_SEARCH
                class="input"
                type="text"
                autocomplete="off"
                placeholder=say!(acts.search_placeholder)
                data-testid=test_ids::ACTS_SEARCH
                prop:value=search
                on:input:target=move |event| search.set(event.target().value())
            />
        </div>
        <p class="hint" role="status">
            {move || finds_none().then(|| say!(acts.finds_none))}
        </p>
        {Group::ALL.map(group).collect_view()}
    }
}
