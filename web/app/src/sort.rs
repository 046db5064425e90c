//! The order of a table: by which column, and which end first.

use std::cmp::Ordering;

/// A column that a table can be sorted by.
pub(crate) trait Sorted: Copy + PartialEq {
    /// Whether it measures something, so that the largest matters most.
    fn measures(self) -> bool;
}

/// By which column a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sort<C> {
    /// Which.
    pub(crate) column: C,
    /// Whether the largest comes first.
    pub(crate) descending: bool,
}

impl<C: Sorted> Sort<C> {
    /// By a column, from the end that matters.
    pub(crate) fn by(column: C) -> Self {
        Self {
            column,
            descending: column.measures(),
        }
    }

    /// Another column, or the other way round.
    pub(crate) fn chosen(self, column: C) -> Self {
        if column == self.column {
            Self {
                column,
                descending: !self.descending,
            }
        } else {
            Self::by(column)
        }
    }

    /// The order of two rows, of which the column's own is this.
    pub(crate) fn ordered(self, order: Ordering) -> Ordering {
        if self.descending { order.reverse() } else { order }
    }
}
