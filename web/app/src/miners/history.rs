//! What was asked from this device: the question and how many answered. Neither answers nor signatures are kept.

use serde::{Deserialize, Serialize};
use taolight_primitives::NetUid;
use taolight_protocol::engine::miners::Question;

use super::question::{content, name};

/// As many are kept.
pub(crate) const MOST: usize = 50;
/// Characters of a question that are kept.
const LONGEST: usize = 2_000;

/// A question that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    /// When, in milliseconds since 1970; names it.
    pub(crate) at_ms: u64,
    /// On which subnet.
    pub(crate) netuid: NetUid,
    /// What it is called.
    pub(crate) name: String,
    /// What it said.
    pub(crate) content: Option<String>,
    /// The question itself, to ask it again; none if it is long.
    #[serde(default)]
    pub(crate) question: Option<Question>,
    /// The miners that were asked.
    #[serde(default)]
    pub(crate) uids: Vec<u16>,
    /// How many miners were asked.
    pub(crate) asked: u32,
    /// How many answered.
    pub(crate) answered: u32,
}

impl Entry {
    /// A question that is being sent to so many.
    pub(crate) fn new(at_ms: u64, netuid: NetUid, question: &Question, uids: Vec<u16>) -> Self {
        let content = content(question);
        let is_short = content.as_ref().is_none_or(|content| content.len() <= LONGEST);
        Self {
            at_ms,
            netuid,
            name: name(question),
            content: content.map(|content| content.chars().take(LONGEST).collect()),
            question: is_short.then(|| question.clone()),
            asked: u32::try_from(uids.len()).unwrap_or(u32::MAX),
            uids,
            answered: 0,
        }
    }
}

/// Puts an entry in front, in the place of the one of the same time.
pub(crate) fn put(entries: &mut Vec<Entry>, entry: Entry) {
    entries.retain(|other| other.at_ms != entry.at_ms);
    entries.insert(0, entry);
    entries.truncate(MOST);
}

/// The entries of both, latest first; those of the first where both have one of the same time.
pub(crate) fn merged(mut entries: Vec<Entry>, more: Vec<Entry>) -> Vec<Entry> {
    for entry in more {
        if entries.iter().all(|other| other.at_ms != entry.at_ms) {
            entries.push(entry);
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at_ms));
    entries.truncate(MOST);
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_histories_become_one() {
        let entry = |at_ms, asked| Entry::new(at_ms, NetUid(1), &Question::Ping, vec![0; asked]);
        let all = merged(vec![entry(5, 1), entry(3, 1)], vec![entry(4, 2), entry(3, 2)]);
        let brief: Vec<_> = all.iter().map(|entry| (entry.at_ms, entry.asked)).collect();
        assert_eq!(brief, [(5, 1), (4, 2), (3, 1)]);
    }

    #[test]
    fn the_newest_stand_first_and_the_oldest_go() {
        let mut entries = Vec::new();
        for at_ms in 0..60 {
            put(
                &mut entries,
                Entry::new(at_ms, NetUid(1), &Question::Ping, vec![1, 2]),
            );
        }
        assert_eq!((entries.len(), entries[0].at_ms), (MOST, 59));
        let answered = Entry {
            answered: 2,
            ..entries[0].clone()
        };
        put(&mut entries, answered);
        assert_eq!((entries.len(), entries[0].answered), (MOST, 2));
    }

    #[test]
    fn a_long_question_is_shown_and_not_kept_whole() {
        let question = |length| Question::Preset {
            name: "EchoText".to_owned(),
            fields: "a".repeat(length),
        };
        let kept = Entry::new(1, NetUid(1), &question(LONGEST), vec![7]);
        assert_eq!(kept.question, Some(question(LONGEST)));
        let long = Entry::new(1, NetUid(1), &question(LONGEST + 1), vec![7]);
        assert_eq!((long.question, long.asked), (None, 1));
        assert_eq!(long.content.map(|content| content.len()), Some(LONGEST));
    }

    #[test]
    fn what_was_kept_before_is_still_read() {
        let kept = r#"{"atMs":1,"netuid":1,"name":"Ping","content":null,"asked":2,"answered":1}"#;
        let entry: Entry = serde_json::from_str(kept).unwrap();
        assert_eq!((entry.question, entry.asked), (None, 2));
    }
}
