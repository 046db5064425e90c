//! A table as somebody wants to see it: searched, sorted, a page at a time.

use std::cmp::Ordering;
use std::hash::Hash;

use crate::paging::Page;
use crate::search::{finds, folded};
use crate::sort::{Order, Sort};

/// Something that stands in a row.
pub(crate) trait Row: Clone + PartialEq + Send + Sync + 'static {
    /// What tells it from others, and decides between rows that are alike.
    type Key: Copy + Ord + Hash + Send + Sync + 'static;
    /// Rows of a page.
    const PAGE: usize;

    /// What tells this one from others.
    fn key(&self) -> Self::Key;
}

/// What somebody wants to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct View {
    /// What is searched for, as typed.
    pub(crate) search: String,
    /// The order.
    pub(crate) sort: Sort,
    /// Which page, from 0.
    pub(crate) page: usize,
}

impl View {
    /// Everything in this order, from its beginning.
    pub(crate) fn new(sort: Sort) -> Self {
        Self {
            search: String::new(),
            sort,
            page: 0,
        }
    }

    /// Searches for something else.
    pub(crate) fn look_for(&mut self, search: String) {
        self.search = search;
        self.page = 0;
    }

    /// Sorts by a column, or by the same the other way round.
    pub(crate) fn sort_by(&mut self, column: &'static str, measures: bool) {
        self.sort = self.sort.chosen(column, measures);
        self.page = 0;
    }

    /// The page of these rows. `order` is that of the column by which they are sorted, `text` what is searched in.
    pub(crate) fn of<'r, R: Row>(
        &self,
        rows: impl IntoIterator<Item = &'r R>,
        order: Option<&Order<R>>,
        text: impl Fn(&R) -> String,
    ) -> Page<R> {
        let search = folded(self.search.trim());
        let is_wanted = |row: &&R| search.is_empty() || finds(&folded(&text(row)), &search);
        let mut found: Vec<_> = rows.into_iter().filter(is_wanted).collect();
        found.sort_by(|one, other| {
            let by_column = order.map_or(Ordering::Equal, |order| self.sort.compare(order, one, other));
            by_column.then_with(|| one.key().cmp(&other.key()))
        });
        Page::of(&found, self.page, R::PAGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Plant {
        number: u16,
        name: &'static str,
        height: u32,
    }

    impl Row for Plant {
        type Key = u16;
        const PAGE: usize = 2;

        fn key(&self) -> u16 {
            self.number
        }
    }

    const PLANTS: [(u16, &str, u32); 4] =
        [(1, "Oak", 30), (2, "Αlder", 20), (3, "Moss", 1), (4, "Alder", 20)];

    fn plants() -> Vec<Plant> {
        let plant = |(number, name, height)| Plant { number, name, height };
        PLANTS.map(plant).into()
    }

    fn shown(view: &View, order: Option<&Order<Plant>>) -> (Vec<u16>, usize) {
        let page = view.of(&plants(), order, |plant| plant.name.to_owned());
        (page.rows.iter().map(|plant| plant.number).collect(), page.found)
    }

    #[test]
    fn rows_that_are_alike_stay_in_the_order_of_their_keys() {
        let by_height = Order::by(true, |plant: &Plant| plant.height);
        let mut view = View::new(Sort::up("number"));
        view.sort_by("height", by_height.measures);
        assert_eq!(shown(&view, Some(&by_height)), (vec![1, 2], 4));
        view.page = 1;
        assert_eq!(shown(&view, Some(&by_height)).0, [4, 3]);
        view.sort_by("height", by_height.measures);
        assert_eq!(
            shown(&view, Some(&by_height)).0,
            [3, 2],
            "the other way, from the first page"
        );
        // A column that is there no longer, on a page that is there no longer.
        view.page = 7;
        assert_eq!(shown(&view, None).0, [3, 4]);
    }

    #[test]
    fn a_search_begins_at_the_first_page_and_reads_letters_as_they_look() {
        let mut view = View::new(Sort::up("number"));
        view.page = 1;
        view.look_for(" aLDER ".to_owned());
        assert_eq!(shown(&view, None), (vec![2, 4], 2));
        view.look_for("fern".to_owned());
        assert_eq!(shown(&view, None), (vec![], 0));
    }

    #[test]
    fn a_column_begins_at_the_end_that_matters() {
        let mut view = View::new(Sort::down("height"));
        view.sort_by("number", false);
        assert_eq!(view.sort, Sort::up("number"));
        view.sort_by("number", false);
        assert_eq!(view.sort, Sort::down("number"));
        view.sort_by("height", true);
        assert_eq!(view.sort, Sort::down("height"));
    }
}
