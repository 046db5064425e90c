//! A column: what it is called, where it is shown, how it sorts, and what stands in it.

use leptos::prelude::*;

use crate::columns::{Place, Standing};
use crate::components::data_table::Table;
use crate::components::data_table::head::SortHead;
use crate::sort::Order;
use crate::table_view::Row;

/// A column of a table.
pub(crate) struct Column<R: Row> {
    /// Its name for tests and for what is remembered.
    pub(super) id: &'static str,
    /// What it is called.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) about: &'static str,
    /// Whether it is always shown.
    pub(super) standing: Standing,
    /// How it sorts; it does not without.
    pub(super) order: Option<Order<R>>,
    class: &'static str,
    is_row_head: bool,
    is_nameless: bool,
    cell: Box<dyn Fn(Memo<R>) -> AnyView + Send + Sync>,
}

impl<R: Row> Column<R> {
    /// A column that always stays. `cell` draws what stands in it.
    pub(crate) fn new<V: IntoView + 'static>(
        id: &'static str,
        name: &'static str,
        about: &'static str,
        cell: impl Fn(Memo<R>) -> V + Send + Sync + 'static,
    ) -> Self {
        Self {
            id,
            name,
            about,
            standing: Standing::Fixed,
            order: None,
            class: "",
            is_row_head: false,
            is_nameless: false,
            cell: Box::new(move |row| cell(row).into_any()),
        }
    }

    /// The same where nothing but a text stands in it.
    pub(crate) fn text(
        id: &'static str,
        name: &'static str,
        about: &'static str,
        part: fn(&R) -> String,
    ) -> Self {
        Self::new(id, name, about, move |row| move || part(&row.read()))
    }

    /// It can be hidden. Until somebody chooses, it is shown there.
    pub(crate) fn usually(mut self, place: Place) -> Self {
        self.standing = Standing::Usually(place);
        self
    }

    /// It sorts, the smallest first.
    pub(crate) fn smallest_first<K: Ord>(self, tell: impl Fn(&R) -> K + Send + Sync + 'static) -> Self {
        self.ordered(Order::by(false, tell))
    }

    /// It sorts, the largest first.
    pub(crate) fn largest_first<K: Ord>(self, tell: impl Fn(&R) -> K + Send + Sync + 'static) -> Self {
        self.ordered(Order::by(true, tell))
    }

    /// Numbers stand in it.
    pub(crate) fn figure(self) -> Self {
        self.class("figure")
    }

    /// It is drawn as this class.
    pub(crate) fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// It says what a row is about.
    pub(crate) fn row_head(mut self) -> Self {
        self.is_row_head = true;
        self
    }

    /// What it is called is not seen, only heard.
    pub(crate) fn nameless(mut self) -> Self {
        self.is_nameless = true;
        self
    }

    fn ordered(mut self, order: Order<R>) -> Self {
        self.order = Some(order);
        self
    }

    /// Its head.
    pub(super) fn head(&self, table: Table<R>, place: Place) -> AnyView {
        let is_wide = place == Place::WhereWide;
        let (id, name, about, class) = (self.id, self.name, self.about, self.class);
        match &self.order {
            Some(order) => {
                let measures = order.measures;
                let sort = Signal::derive(move || table.view.read().sort);
                let choose = move |()| table.view.update(|view| view.sort_by(id, measures));
                let testid = table.kind.sort;
                view! { <SortHead id name title=about class is_wide sort choose testid /> }.into_any()
            }
            None if self.is_nameless => view! {
                <th scope="col" class=class class:wide=is_wide>
                    <span class="sr-only">{name}</span>
                </th>
            }
            .into_any(),
            None => view! { <th scope="col" class=class class:wide=is_wide>{name}</th> }.into_any(),
        }
    }

    /// Its cell in this row.
    pub(super) fn cell(&self, row: Memo<R>, place: Place) -> AnyView {
        let (class, is_wide) = (self.class, place == Place::WhereWide);
        let cell = (self.cell)(row);
        if self.is_row_head {
            view! { <th scope="row" class=class class:wide=is_wide>{cell}</th> }.into_any()
        } else {
            view! { <td class=class class:wide=is_wide>{cell}</td> }.into_any()
        }
    }
}
