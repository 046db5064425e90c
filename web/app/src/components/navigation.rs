//! The pages: a rail at the left where there is room, a bar at the bottom where there is not.

use leptos::prelude::*;
use taolight_locales::{Said, say};

use crate::route::Route;
use crate::store::Store;
use crate::test_ids;

/// A page of the navigation: where it leads, and its sign in a square of 16.
struct Item {
    route: Route,
    sign: &'static str,
    place: Place,
}

/// Where an item is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Both,
    /// Where there is room.
    Rail,
    /// Where there is not.
    Bar,
}

impl Place {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Both => None,
            Self::Rail => Some("max-md:hidden"),
            Self::Bar => Some("md:hidden"),
        }
    }
}

/// Bars, a paper plane, an arrow into a tray, a pile, a grid, a tick, a head, a flash, a list, three dots.
const ITEMS: [Item; 10] = [
    Item {
        route: Route::Portfolio,
        sign: "M2 13.5V9h3v4.5zM6.5 13.5v-11h3v11zM11 13.5V6h3v7.5z",
        place: Place::Both,
    },
    Item {
        route: Route::Send,
        sign: "M13.8 2.2 9.6 14 7.4 8.6 2 6.4zM8.4 7.6l3-3.3-6 2.2z",
        place: Place::Both,
    },
    Item {
        route: Route::Receive,
        sign: "M7.2 2h1.6v5.6l2.1-2 1 1.1L8 10.6 4.1 6.7l1-1.1 2.1 2zM2 9.5h1.6v3h8.8v-3H14V14H2z",
        place: Place::Rail,
    },
    Item {
        route: Route::STAKE,
        sign: "M8 1.5 14.5 5 8 8.5 1.5 5zM3.3 7.2 8 9.7l4.7-2.5 1.8 1L8 11.7 1.5 8.2zM3.3 10.4 8 12.9l4.7-2.5 1.8 1L8 14.9l-6.5-3.5z",
        place: Place::Both,
    },
    Item {
        route: Route::Subnets,
        sign: "M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z",
        place: Place::Both,
    },
    Item {
        route: Route::VALIDATORS,
        sign: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM4.9 8.2 6 7.1l1.4 1.4 2.8-2.9 1.1 1.1-3.9 4z",
        place: Place::Rail,
    },
    Item {
        route: Route::Account,
        sign: "M8 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM2.5 14c0-3 2.2-4.8 5.5-4.8s5.5 1.8 5.5 4.8z",
        place: Place::Rail,
    },
    Item {
        route: Route::Acts,
        sign: "M9.3 1.5 3 9.2h4.2L6.3 14.5 13 6.6H8.6z",
        place: Place::Rail,
    },
    Item {
        route: Route::Activity,
        sign: "M2 3h12v1.6H2zM2 7.2h12v1.6H2zM2 11.4h8V13H2z",
        place: Place::Rail,
    },
    Item {
        route: Route::More,
        sign: "M2 6.7h2.6v2.6H2zM6.7 6.7h2.6v2.6H6.7zM11.4 6.7H14v2.6h-2.6z",
        place: Place::Bar,
    },
];

/// The pages that a narrow navigation leaves out, and what each is for.
pub(super) const BEHIND_MORE: [(Route, Said); 5] = [
    (Route::Receive, || say!(shell.behind_more.receive)),
    (Route::VALIDATORS, || say!(shell.behind_more.validators)),
    (Route::Account, || say!(shell.behind_more.account)),
    (Route::Acts, || say!(shell.behind_more.acts)),
    (Route::Activity, || say!(shell.behind_more.activity)),
];

/// Links to the pages; the one that is shown is marked.
#[component]
pub(crate) fn Navigation() -> impl IntoView {
    let store = expect_context::<Store>();
    let section = Memo::new(move |_| store.route.get().section());
    let link = move |Item { route, sign, place }: Item| {
        let name = route.name();
        // What is behind the last item is a part of it.
        let is_shown = move |name: &str, place: Place| {
            let section = section.get();
            let is_behind = BEHIND_MORE.iter().any(|(route, _)| route.name() == section);
            section == name || (place == Place::Bar && is_behind)
        };
        view! {
            <li class=place.class()>
                <a
                    href=route.hash()
                    data-testid=test_ids::NAV
                    data-page=name
                    aria-current=move || is_shown(name, place).then_some("page")
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
        <nav class="rail" aria-label=say!(shell.pages)>
            <ul>{ITEMS.map(link).collect_view()}</ul>
        </nav>
    }
}
