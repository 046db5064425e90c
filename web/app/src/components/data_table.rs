//! A table that is searched, sorted, turned over, and shown with the columns that somebody wants.

mod choice;
pub(crate) mod column;
pub(crate) mod figures;
mod head;
mod pager;
pub(crate) mod toolbar;

use leptos::prelude::*;

use crate::columns::{Choosable, Place, chosen};
use crate::components::data_table::column::Column;
use crate::paging::Page;
use crate::sort::Order;
use crate::store::Store;
use crate::table_view::{Row, View};

/// What tells a table from others.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    /// Its class.
    pub(crate) class: &'static str,
    /// Name of the heads that sort it, for tests.
    pub(crate) sort: &'static str,
    /// Which one it is, if its columns can be chosen.
    pub(crate) choosable: Option<Choosable>,
}

/// A table, and how somebody looks at it. Copying it copies handles.
pub(crate) struct Table<R: Row> {
    kind: Kind,
    view: RwSignal<View>,
    columns: StoredValue<Vec<Column<R>>>,
    /// What is seen of it.
    pub(crate) page: Memo<Page<R>>,
    /// The columns that are drawn, by their positions.
    drawn: Memo<Vec<(usize, Place)>>,
}

impl<R: Row> Clone for Table<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Row> Copy for Table<R> {}

impl<R: Row> Table<R> {
    /// A table of these columns. `look` finds the rows of a view, in the order of the column by which it is sorted.
    pub(crate) fn new(
        kind: Kind,
        view: RwSignal<View>,
        columns: Vec<Column<R>>,
        look: impl Fn(&View, Option<&Order<R>>) -> Page<R> + Send + Sync + 'static,
    ) -> Self {
        let store = expect_context::<Store>();
        let columns = StoredValue::new(columns);
        let page = Memo::new(move |_| {
            let view = view.read();
            columns.with_value(|columns| {
                let sorting = columns.iter().find(|column| column.id == view.sort.column);
                look(&view, sorting.and_then(|column| column.order.as_ref()))
            })
        });
        let drawn = Memo::new(move |_| {
            let place = |(position, column): (usize, &Column<R>)| {
                let place = column.standing.place(chosen_of(store, kind, column.id));
                (place != Place::Nowhere).then_some((position, place))
            };
            columns.with_value(|columns| columns.iter().enumerate().filter_map(place).collect())
        });
        Self {
            kind,
            view,
            columns,
            page,
            drawn,
        }
    }

    /// Whether a column is shown that has no room usually, tracked.
    fn is_widened(self, store: Store) -> bool {
        let is_widened = |column: &Column<R>| {
            let chosen = chosen_of(store, self.kind, column.id);
            column.standing.is_widened(chosen)
        };
        self.columns.with_value(|columns| columns.iter().any(is_widened))
    }

    /// Every column that is drawn, drawn like this; tracked.
    fn draw(self, draw: impl Fn(&Column<R>, Place) -> AnyView) -> Vec<AnyView> {
        let drawn = self.drawn.read();
        self.columns.with_value(|columns| {
            let drawn = drawn.iter();
            let drawn = drawn.filter_map(|(position, place)| Some((columns.get(*position)?, *place)));
            drawn.map(|(column, place)| draw(column, place)).collect()
        })
    }
}

/// Whether a column of this table was switched on or off, tracked.
fn chosen_of(store: Store, kind: Kind, column: &str) -> Option<bool> {
    let of = kind.choosable?;
    chosen(&store.columns.read(), of, column)
}

/// The table itself, nothing where it is empty. A row stays the same element while what stands in it changes.
#[component]
pub(crate) fn DataTable<R, D, V>(
    /// The table.
    table: Table<R>,
    /// Draws a row around its cells.
    row: D,
) -> impl IntoView
where
    R: Row,
    D: Fn(Memo<R>, AnyView) -> V + Clone + Send + 'static,
    V: IntoView + 'static,
{
    let store = expect_context::<Store>();
    let page = table.page;
    let draw = move |first: R| {
        let key = first.key();
        let live = Memo::new(move |before: Option<&R>| {
            let found = page.with(|page| page.rows.iter().find(|row| row.key() == key).cloned());
            // One that is no longer on the page is about to go.
            found.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        });
        let cells = move || table.draw(|column, place| column.cell(live, place));
        row(live, cells.into_any())
    };
    let heads = move || table.draw(|column, place| column.head(table, place));
    view! {
        <div
            class="table-frame"
            class:stale=move || store.stale_head().is_some()
            class:scrolls=move || table.is_widened(store)
            hidden=move || page.read().rows.is_empty()
        >
            <table class=format!("table {}", table.kind.class)>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>
                    <For each=move || page.get().rows key=R::key children=draw />
                </tbody>
            </table>
        </div>
    }
}
