//! The order of a table: by which column, and which end first.

use std::cmp::Ordering;

type Compare<R> = dyn Fn(&R, &R) -> Ordering + Send + Sync;

/// How the rows stand by one column.
pub(crate) struct Order<R> {
    compare: Box<Compare<R>>,
    /// Whether it measures something, so that the largest matters most.
    pub(crate) measures: bool,
}

impl<R> Order<R> {
    /// By what this tells of a row.
    pub(crate) fn by<K: Ord>(measures: bool, tell: impl Fn(&R) -> K + Send + Sync + 'static) -> Self {
        Self {
            compare: Box::new(move |one, other| tell(one).cmp(&tell(other))),
            measures,
        }
    }
}

/// By which column a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sort {
    /// Which.
    pub(crate) column: &'static str,
    /// Whether the largest comes first.
    pub(crate) descending: bool,
}

impl Sort {
    /// From the smallest.
    pub(crate) fn up(column: &'static str) -> Self {
        Self {
            column,
            descending: false,
        }
    }

    /// From the largest.
    pub(crate) fn down(column: &'static str) -> Self {
        Self {
            column,
            descending: true,
        }
    }

    /// Another column, from the end that matters; or the same, the other way round.
    pub(crate) fn chosen(self, column: &'static str, measures: bool) -> Self {
        let descending = if column == self.column {
            !self.descending
        } else {
            measures
        };
        Self { column, descending }
    }

    /// The order of two rows.
    pub(crate) fn compare<R>(self, order: &Order<R>, one: &R, other: &R) -> Ordering {
        let ascending = (order.compare)(one, other);
        if self.descending {
            ascending.reverse()
        } else {
            ascending
        }
    }
}
