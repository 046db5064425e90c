//! Which columns of a table are shown: what everybody sees at first, and what somebody chose instead.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memory;
use crate::store::Store;

/// Columns that a table may have in a file of settings.
const MOST: usize = 64;
/// Letters of a column's name there.
const LONGEST: usize = 32;

/// A table whose columns can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Choosable {
    /// All subnets.
    Subnets,
    /// The neurons of a subnet.
    Metagraph,
}

/// What was chosen of each table: whether a column is shown, by its name. Nothing of one that is as usual.
pub(crate) type Choices = BTreeMap<Choosable, BTreeMap<String, bool>>;

/// Where a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// At any width.
    Everywhere,
    /// Where there is room.
    WhereWide,
    /// Not at all.
    Nowhere,
}

/// Whether a column can be hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It always stays.
    Fixed,
    /// It can. Until somebody chooses, this is its place.
    Usually(Place),
}

impl Standing {
    /// Where it is shown after that choice, if there was one.
    pub(crate) fn place(self, chosen: Option<bool>) -> Place {
        match (self, chosen) {
            (Self::Fixed, _) | (Self::Usually(_), Some(true)) => Place::Everywhere,
            (Self::Usually(_), Some(false)) => Place::Nowhere,
            (Self::Usually(place), None) => place,
        }
    }

    /// Whether it takes room that the table has not usually.
    pub(crate) fn is_widened(self, chosen: Option<bool>) -> bool {
        let usual = self.place(None);
        usual != Place::Everywhere && self.place(chosen) == Place::Everywhere
    }
}

/// Whether a column was switched on or off.
pub(crate) fn chosen(choices: &Choices, of: Choosable, column: &str) -> Option<bool> {
    choices.get(&of)?.get(column).copied()
}

/// Whether these can be choices: a name that no column has does nothing.
pub(crate) fn are_sound(choices: &Choices) -> bool {
    let is_name = |name: &String| {
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter == '_';
        (1..=LONGEST).contains(&name.len()) && name.chars().all(is_plain)
    };
    let is_sound = |columns: &BTreeMap<String, bool>| columns.len() <= MOST && columns.keys().all(is_name);
    choices.values().all(is_sound)
}

impl Store {
    /// Shows or hides a column from now on.
    pub(crate) fn choose_column(self, of: Choosable, column: &str, is_shown: bool) {
        self.columns.update(|choices| {
            choices.entry(of).or_default().insert(column.to_owned(), is_shown);
        });
        memory::set_columns(&self.columns.read_untracked());
    }

    /// Shows the columns of a table as usual from now on.
    pub(crate) fn forget_columns(self, of: Choosable) {
        self.columns.update(|choices| drop(choices.remove(&of)));
        memory::set_columns(&self.columns.read_untracked());
    }

    /// Takes these choices over those that were made here.
    pub(crate) fn add_columns(self, added: Choices) {
        self.columns.update(|choices| {
            for (of, columns) in added {
                choices.entry(of).or_default().extend(columns);
            }
        });
        memory::set_columns(&self.columns.read_untracked());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(name: &str) -> Choices {
        [(Choosable::Subnets, [(name.to_owned(), true)].into())].into()
    }

    #[test]
    fn a_choice_holds_at_any_width() {
        let wide = Standing::Usually(Place::WhereWide);
        assert_eq!(wide.place(None), Place::WhereWide);
        assert_eq!(wide.place(Some(true)), Place::Everywhere);
        assert_eq!(wide.place(Some(false)), Place::Nowhere);
        assert!(wide.is_widened(Some(true)) && !wide.is_widened(None));
        let shown = Standing::Usually(Place::Everywhere);
        assert!(!shown.is_widened(Some(true)), "it is as wide as ever");
        assert!(Standing::Usually(Place::Nowhere).is_widened(Some(true)));
    }

    #[test]
    fn some_columns_stay_whatever_was_chosen() {
        assert_eq!(Standing::Fixed.place(Some(false)), Place::Everywhere);
        assert!(!Standing::Fixed.is_widened(Some(true)));
    }

    #[test]
    fn choices_are_kept_by_table_and_name() {
        let text = serde_json::to_string(&choices("alpha_in_pool")).unwrap();
        assert_eq!(text, r#"{"subnets":{"alpha_in_pool":true}}"#);
        let read: Choices = serde_json::from_str(&text).unwrap();
        assert_eq!(chosen(&read, Choosable::Subnets, "alpha_in_pool"), Some(true));
        assert_eq!(chosen(&read, Choosable::Subnets, "tempo"), None);
        assert_eq!(chosen(&read, Choosable::Metagraph, "alpha_in_pool"), None);
        assert!(serde_json::from_str::<Choices>(r#"{"miners":{}}"#).is_err());
    }

    #[test]
    fn names_are_names() {
        assert!(are_sound(&choices("moving_price")));
        for name in ["", "Price", "a b", "<b>", "x".repeat(33).as_str()] {
            assert!(!are_sound(&choices(name)), "{name}");
        }
        let many = (0..65).map(|number| ("x".repeat(number % 16 + 1) + &"y".repeat(number / 16), true));
        assert!(!are_sound(&[(Choosable::Metagraph, many.collect())].into()));
    }
}
