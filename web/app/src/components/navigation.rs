//! The pages: a rail at the left where there is room, a bar at the bottom where there is not.

use leptos::prelude::*;

use crate::route::Route;
use crate::store::Store;
use crate::test_ids;

/// A page of the navigation: where it leads, and its sign in a square of 16.
struct Item {
    route: Route,
    sign: &'static str,
}

/// Bars, a paper plane, a pile, a grid, a list.
const ITEMS: [Item; 5] = [
    Item {
        route: Route::Portfolio,
        sign: "M2 13.5V9h3v4.5zM6.5 13.5v-11h3v11zM11 13.5V6h3v7.5z",
    },
    Item {
        route: Route::Send,
        sign: "M13.8 2.2 9.6 14 7.4 8.6 2 6.4zM8.4 7.6l3-3.3-6 2.2z",
    },
    Item {
        route: Route::STAKE,
        sign: "M8 1.5 14.5 5 8 8.5 1.5 5zM3.3 7.2 8 9.7l4.7-2.5 1.8 1L8 11.7 1.5 8.2zM3.3 10.4 8 12.9l4.7-2.5 1.8 1L8 14.9l-6.5-3.5z",
    },
    Item {
        route: Route::Subnets,
        sign: "M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z",
    },
    Item {
        route: Route::Activity,
        sign: "M2 3h12v1.6H2zM2 7.2h12v1.6H2zM2 11.4h8V13H2z",
    },
];

/// Links to the pages; the one that is shown is marked.
#[component]
pub(crate) fn Navigation() -> impl IntoView {
    let store = expect_context::<Store>();
    let section = Memo::new(move |_| store.route.get().section());
    let link = move |Item { route, sign }: Item| {
        let name = route.name();
        view! {
            <li>
                <a
                    href=route.hash()
                    data-testid=test_ids::NAV
                    data-page=name
                    aria-current=move || (section.get() == name).then_some("page")
                >
                    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                        <path fill-rule="evenodd" d=sign />
                    </svg>
                    <span>{route.title()}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="rail" aria-label="Pages">
            <ul>{ITEMS.map(link).collect_view()}</ul>
        </nav>
    }
}
