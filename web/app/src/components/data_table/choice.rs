//! Choosing the columns of a table: the browser's own popover, which Escape closes.

use leptos::prelude::*;
use taolight_locales::say;

use crate::columns::{Choosable, Place, Standing};
use crate::components::data_table::{Table, chosen_of};
use crate::store::Store;
use crate::table_view::Row;
use crate::{page, test_ids};

const TITLE: &str = "columns-title";

/// A button, and what it opens: every column that can be hidden.
#[component]
pub(super) fn ColumnChoice<R: Row>(
    /// The table.
    table: Table<R>,
    /// Which one that is.
    choosable: Choosable,
) -> impl IntoView {
    let store = expect_context::<Store>();
    // Nobody widens the page while this is open.
    let is_wide = RwSignal::new(page::is_wide());
    let options = table.columns.with_value(|columns| {
        let option = |column: &super::Column<R>| {
            let (id, name, about, standing) = (column.id, column.name, column.about, column.standing);
            let is_shown = move || match standing.place(chosen_of(store, table.kind, id)) {
                Place::Everywhere => true,
                Place::WhereWide => is_wide.get(),
                Place::Nowhere => false,
            };
            view! {
                <label class="switch font-normal" title=about>
                    <input
                        type="checkbox"
                        class="checkbox checkbox-xs"
                        data-testid=test_ids::TABLE_COLUMN
                        data-column=id
                        prop:checked=is_shown
                        on:change:target=move |event| {
                            store.choose_column(choosable, id, event.target().checked());
                        }
                    />
                    {name}
                </label>
            }
        };
        let columns = columns.iter();
        let columns = columns.filter(|column| column.standing != Standing::Fixed);
        columns.map(option).collect_view()
    });
    view! {
        <button
            type="button"
            class="columns-open btn btn-sm font-normal"
            popovertarget=test_ids::TABLE_COLUMNS
            data-testid=test_ids::TABLE_COLUMNS_OPEN
            on:click=move |_| is_wide.set(page::is_wide())
        >
            {say!(common.columns)}
        </button>
        <div
            id=test_ids::TABLE_COLUMNS
            class="column-choice"
            popover="auto"
            role="group"
            aria-labelledby=TITLE
            data-testid=test_ids::TABLE_COLUMNS
        >
            <p id=TITLE class="hint">
                {say!(common.columns_shown)}
            </p>
            {options}
            <button
                type="button"
                class="btn btn-ghost btn-sm"
                data-testid=test_ids::TABLE_COLUMNS_USUAL
                on:click=move |_| store.forget_columns(choosable)
            >
                {say!(common.columns_usual)}
            </button>
        </div>
    }
}
