//! The pages that have no place in a narrow navigation.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::navigation::BEHIND_MORE;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::test_ids;

/// Links to them, and the settings.
#[component]
pub(crate) fn MorePage() -> impl IntoView {
    let store = expect_context::<Store>();
    let links = BEHIND_MORE.map(|(route, about)| {
        view! {
            <li>
                <a class="option block hover:*:first:text-primary" href=route.hash() data-testid=test_ids::MORE data-page=route.name()>
                    <span class="option-name block">{route.title()}</span>
                    <span class="option-about block">{about()}</span>
                </a>
            </li>
        }
    });
    view! {
        <section class="panel" aria-label=say!(common.more_pages)>
            <ul class="act-list">
                {links.into_iter().collect_view()}
                <li>
                    <button
                        type="button"
                        class="option block hover:*:first:text-primary"
                        data-testid=test_ids::MORE
                        data-page="settings"
                        aria-haspopup="dialog"
                        on:click=move |_| store.open_sheet(Sheet::Settings)
                    >
                        <span class="option-name block">{say!(common.settings)}</span>
                        <span class="option-about block">{say!(common.settings_about)}</span>
                    </button>
                </li>
            </ul>
        </section>
    }
}
