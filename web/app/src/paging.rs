//! A long table, a page at a time.

/// A page of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page<T> {
    /// Its rows, in order.
    pub(crate) rows: Vec<T>,
    /// Its number, from 0: the last one where there are fewer.
    pub(crate) number: usize,
    /// How many pages there are, at least one.
    pub(crate) pages: usize,
    /// How many rows there are on all of them.
    pub(crate) found: usize,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            number: 0,
            pages: 1,
            found: 0,
        }
    }
}

impl<T: Clone> Page<T> {
    /// The page of that number, of so many rows each.
    pub(crate) fn of(found: &[&T], number: usize, size: usize) -> Self {
        let pages = found.len().div_ceil(size).max(1);
        let number = number.min(pages - 1);
        let shown = found.iter().skip(number * size).take(size);
        Self {
            rows: shown.map(|row| (*row).clone()).collect(),
            number,
            pages,
            found: found.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_everything_once() {
        let numbers: Vec<u16> = (0..150).collect();
        let found: Vec<_> = numbers.iter().collect();
        let all: Vec<u16> = (0..3).flat_map(|page| Page::of(&found, page, 64).rows).collect();
        assert_eq!(all, numbers);
        let last = Page::of(&found, 9, 64);
        assert_eq!((last.number, last.pages, last.found), (2, 3, 150));
        assert_eq!(last.rows.len(), 22);
        assert_eq!(Page::<u16>::of(&[], 4, 64), Page::default());
    }
}
