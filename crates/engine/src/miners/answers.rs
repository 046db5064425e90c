//! Who of several miners gave the same answer. Of each answer only a hash is kept.

use sha2::{Digest, Sha256};
use taolight_dendrite::{Item, Json, group};

/// The answers so far, by the places of their miners.
pub(super) struct Answers(Vec<Answer>);

#[derive(Clone, Default)]
struct Answer {
    hash: Sha256,
    /// The hash, once the answer is whole.
    whole: Option<String>,
}

impl Answers {
    /// Of so many miners.
    pub(super) fn of(miners: usize) -> Self {
        Self(vec![Answer::default(); miners])
    }

    /// A piece of a streamed answer.
    pub(super) fn piece(&mut self, miner: usize, item: &Item) {
        match item {
            Item::Text(text) => self.put(miner, text),
            // A value is a line, lest two of them are taken for one.
            Item::Json(json) => self.put(miner, &format!("{}\n", in_order(json))),
        }
    }

    /// A whole answer.
    pub(super) fn answer(&mut self, miner: usize, json: &Json) {
        self.put(miner, &in_order(json).to_string());
        self.end(miner);
    }

    /// A streamed answer ended well.
    pub(super) fn end(&mut self, miner: usize) {
        if let Some(answer) = self.0.get_mut(miner) {
            answer.whole = Some(hex::encode(answer.hash.clone().finalize()));
        }
    }

    /// The places of miners that agree, the largest group first. Empty if only one was asked.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        if self.0.len() < 2 {
            return Vec::new();
        }
        let whole = self.0.iter().enumerate();
        let whole = whole.filter_map(|(place, answer)| Some((place, answer.whole.as_deref()?)));
        group(whole).into_iter().map(|group| group.miners).collect()
    }

    fn put(&mut self, miner: usize, text: &str) {
        if let Some(answer) = self.0.get_mut(miner) {
            answer.hash.update(text);
        }
    }
}

/// The same value with the keys of its objects in order: who writes them otherwise says the same.
fn in_order(json: &Json) -> Json {
    match json {
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => json.clone(),
        Json::List(items) => Json::List(items.iter().map(in_order).collect()),
        Json::Object(members) => {
            let members = members.iter().map(|(key, value)| (key.clone(), in_order(value)));
            let mut members: Vec<_> = members.collect();
            members.sort_by(|(one, _), (other, _)| one.cmp(other));
            Json::Object(members)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn equal_answers_agree_however_they_were_cut() {
        let mut answers = Answers::of(4);
        let text = |text: &str| Item::Text(text.to_owned());
        answers.piece(0, &text("he"));
        answers.piece(0, &text("llo"));
        answers.piece(2, &text("hello"));
        answers.piece(1, &text("hello"));
        answers.end(0);
        answers.end(2);
        assert_eq!(answers.groups(), [vec![0, 2]], "the second one goes on");
        answers.piece(1, &text("!"));
        answers.end(1);
        answers.answer(3, &Json::text("x"));
        assert_eq!(answers.groups(), [vec![0, 2], vec![1], vec![3]]);
        let mut pair = Answers::of(2);
        for (miner, text) in [r#"{"a":1,"b":[{"c":2,"d":3}]}"#, r#"{"b":[{"d":3,"c":2}],"a":1}"#]
            .into_iter()
            .enumerate()
        {
            pair.answer(miner, &Json::parse(text).unwrap());
        }
        assert_eq!(pair.groups(), [vec![0, 1]]);
        let mut alone = Answers::of(1);
        alone.end(0);
        assert!(alone.groups().is_empty());
    }
}
