//! The head of a column that a table can be sorted by.

use leptos::prelude::*;

use crate::sort::Sort;

/// A button that says how the table is sorted.
#[component]
pub(super) fn SortHead(
    /// The column's name for tests.
    id: &'static str,
    /// What it is called.
    name: &'static str,
    /// What it is, on hover.
    title: &'static str,
    /// How it is drawn.
    class: &'static str,
    /// Whether it is drawn only where there is room.
    is_wide: bool,
    /// How the table is sorted.
    sort: Signal<Sort>,
    /// Sorts by this column.
    #[prop(into)]
    choose: Callback<()>,
    /// Name of the button for tests.
    testid: &'static str,
) -> impl IntoView {
    let order = move || match sort.get() {
        sort if sort.column != id => None,
        sort if sort.descending => Some("descending"),
        _ => Some("ascending"),
    };
    let arrow = move || match order() {
        Some("descending") => "▾",
        Some(_) => "▴",
        None => "",
    };
    view! {
        <th scope="col" class=class class:wide=is_wide aria-sort=order>
            <button
                type="button"
                class="btn btn-ghost btn-sm -mx-1 min-h-6 gap-0.5 px-1 py-0.5 text-xs"
                title=title
                data-testid=testid
                data-column=id
                on:click=move |_| choose.run(())
            >
                {name}
                <span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
}
