//! What stands above a table: what is searched for, how much was found, which page, which columns.

use leptos::prelude::*;

use crate::components::data_table::Table;
use crate::components::data_table::choice::ColumnChoice;
use crate::components::data_table::pager::Pager;
use crate::table_view::Row;

/// How a table is searched.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    /// What can be typed.
    pub(crate) hint: &'static str,
    /// The same for people who do not see it.
    pub(crate) about: &'static str,
    /// Name of the field for tests.
    pub(crate) testid: &'static str,
}

/// How much was found.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    /// In a sentence, once it is known.
    pub(crate) says: Signal<Option<String>>,
    /// Its name for tests.
    pub(crate) testid: &'static str,
}

/// One line, more where it is narrow.
#[component]
pub(crate) fn Toolbar<R: Row>(
    /// The table below it.
    table: Table<R>,
    /// How that is searched.
    search: Search,
    /// How much was found, where that is said.
    #[prop(optional)]
    found: Option<Found>,
    /// What else is chosen.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let Table { view, page, .. } = table;
    let found = found.map(|found| {
        view! {
            <span class="hint" role="status" data-testid=found.testid>
                {found.says}
            </span>
        }
    });
    let columns = table
        .kind
        .choosable
        .map(|choosable| view! { <ColumnChoice table choosable /> });
    view! {
        <div class="toolbar">
            <input
                type="text"
                class="input"
                autocomplete="off"
                spellcheck="false"
                placeholder=search.hint
                aria-label=search.about
                data-testid=search.testid
                prop:value=move || view.read().search.clone()
                on:input:target=move |event| {
                    let typed = event.target().value();
                    view.update(|view| view.look_for(typed));
                }
            />
            {children.map(|children| children())}
            {found}
            <Pager
                number=Signal::derive(move || page.read().number)
                pages=Signal::derive(move || page.read().pages)
                turn=move |to| view.update(|view| view.page = to)
            />
            {columns}
        </div>
    }
}
