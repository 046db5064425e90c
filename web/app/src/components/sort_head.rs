//! The head of a column that a table can be sorted by.

use leptos::prelude::*;

use crate::sort::{Sort, Sorted};

/// A button that says how the table is sorted.
#[component]
pub(crate) fn SortHead<C: Sorted + Send + Sync + 'static>(
    /// The column.
    column: C,
    /// Its name for tests.
    id: &'static str,
    /// What it is called.
    name: &'static str,
    /// What it is, on hover.
    title: &'static str,
    /// How its cells are drawn.
    #[prop(default = "")]
    class: &'static str,
    /// How the table is sorted.
    #[prop(into)]
    sort: Signal<Sort<C>>,
    /// Sorts by this column.
    #[prop(into)]
    choose: Callback<C>,
    /// Name of the button for tests.
    testid: &'static str,
) -> impl IntoView {
    let order = move || match sort.get() {
        sort if sort.column != column => None,
        sort if sort.descending => Some("descending"),
        _ => Some("ascending"),
    };
    let arrow = move || match order() {
        Some("descending") => "▾",
        Some(_) => "▴",
        None => "",
    };
    view! {
        <th scope="col" class=class aria-sort=order>
            <button
                type="button"
                class="quiet"
                title=title
                data-testid=testid
                data-column=id
                on:click=move |_| choose.run(column)
            >
                {name}
                <span class="arrow" aria-hidden="true">
                    {arrow}
                </span>
            </button>
        </th>
    }
}
