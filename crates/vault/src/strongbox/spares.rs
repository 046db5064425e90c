//! How an attempt is counted on a full device. Nothing can be written there, but records can still be removed: so some
//! records without content are laid by, and each attempt takes one.
//!
//! They are numbered. An attempt takes the last one before it is made, and a right password then takes as many first
//! ones: what more is gone at the end than at the beginning was wrong. One stays for good, so that spares that were used
//! up are not taken for spares that were never laid by.

use super::storage::{Records, Write};

/// Records of this prefix are spares; their number follows.
const PREFIX: &str = "spare/";
/// How many are laid by: a right password costs two where nothing can be written.
const COUNT: u8 = 32;

/// The spares that are there, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spares(Option<(u8, u8)>);

impl Spares {
    /// Those of the records.
    pub(super) fn of(records: &Records) -> Self {
        let is_there = |number: &u8| records.values.contains_key(&name(*number));
        let mut there = (1..=COUNT).filter(is_there);
        Self(
            there
                .next()
                .map(|first| (first, there.next_back().unwrap_or(first))),
        )
    }

    /// Wrong passwords that were counted here.
    pub(super) fn wrong(self) -> u32 {
        let Some((first, last)) = self.0 else {
            return 0;
        };
        u32::from((COUNT - last).saturating_sub(first - 1))
    }

    /// The record to take for one more attempt, and what is there without it. None if there is none to take.
    pub(super) fn attempt(self) -> Option<(String, Self)> {
        let (first, last) = self.0.filter(|(first, last)| first < last)?;
        Some((name(last), Self(Some((first, last - 1)))))
    }

    /// The records to take once the password was right, so that nothing counts as wrong any more.
    pub(super) fn forgive(self) -> Vec<String> {
        let Some((first, last)) = self.0 else {
            return Vec::new();
        };
        let numbers = first..last;
        let wrong = usize::try_from(self.wrong()).unwrap_or(usize::MAX);
        numbers.take(wrong).map(name).collect()
    }

    /// Lays by whatever is missing, which forgives everything too.
    pub(super) fn lay_by(self) -> Vec<Write> {
        let is_missing = |number: &u8| {
            self.0
                .is_none_or(|(first, last)| !(first..=last).contains(number))
        };
        let missing = (1..=COUNT).filter(is_missing);
        missing
            .map(|number| Write::Put(name(number), Vec::new()))
            .collect()
    }
}

fn name(number: u8) -> String {
    format!("{PREFIX}{number:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid_by() -> Records {
        let mut records = Records::default();
        for write in Spares::of(&records).lay_by() {
            if let Write::Put(name, bytes) = write {
                records.values.insert(name, bytes);
            }
        }
        records
    }

    #[test]
    fn wrong_ones_are_counted_until_a_right_one() {
        let mut records = laid_by();
        assert_eq!(records.values.len(), usize::from(COUNT));
        for wrong in 1..=3 {
            let (name, left) = Spares::of(&records).attempt().unwrap();
            records.values.remove(&name).unwrap();
            assert_eq!(Spares::of(&records), left);
            assert_eq!(left.wrong(), wrong);
        }
        for name in Spares::of(&records).forgive() {
            records.values.remove(&name).unwrap();
        }
        assert_eq!(Spares::of(&records).wrong(), 0);
        assert_eq!(records.values.len(), usize::from(COUNT) - 6);
        assert_eq!(Spares::of(&records).lay_by().len(), 6);
    }

    #[test]
    fn what_is_used_up_is_not_forgotten() {
        let mut records = laid_by();
        while let Some((name, _)) = Spares::of(&records).attempt() {
            records.values.remove(&name).unwrap();
        }
        let used_up = Spares::of(&records);
        assert_eq!(records.values.len(), 1);
        assert_eq!(used_up.wrong(), u32::from(COUNT) - 1);
        assert!(used_up.forgive().is_empty(), "the last one stays");
        assert_eq!(used_up.lay_by().len(), usize::from(COUNT) - 1);
        assert_eq!(Spares::of(&Records::default()).attempt(), None);
        assert_eq!(Spares::of(&Records::default()).wrong(), 0);
    }
}
