//! Which miners gave the same answer. That many agree makes an answer more likely, not true: they may be one operator.

use std::collections::HashMap;

/// Miners that gave the same answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The answer, as the first of them gave it.
    pub text: String,
    /// Which, by the places in the list.
    pub miners: Vec<usize>,
}

/// Puts equal answers together, the largest group first; of equals, the one that came first. Space around an answer does
/// not count.
pub fn group<'a>(answers: impl IntoIterator<Item = (usize, &'a str)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (miner, text) in answers {
        let place = *places.entry(text.trim()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.miners.push(miner),
            None => groups.push(Group {
                text: text.to_owned(),
                miners: vec![miner],
            }),
        }
    }
    groups.sort_by_key(|group| core::cmp::Reverse(group.miners.len()));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_answers_stand_together() {
        let groups = group([(0, "42"), (1, "41"), (2, " 42\n"), (5, "43"), (4, "42")]);
        let seen: Vec<_> = groups
            .iter()
            .map(|group| (group.text.as_str(), group.miners.as_slice()))
            .collect();
        assert_eq!(seen, [("42", &[0, 2, 4][..]), ("41", &[1]), ("43", &[5])]);
        assert_eq!(group([]), []);
    }
}
