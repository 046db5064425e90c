//! Answers side by side, as they come. They are strangers' words: kept as text, shown as text.

use leptos::prelude::*;
use taolight_primitives::Failure;
use taolight_protocol::engine::miners::{Agreement, AnswerMeta, AskFailure, AskUpdate, PrepareQuery};

use super::asking::Review;
use super::json::laid_out;
use super::tree::Json;

/// How far a miner is with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// It was asked.
    Waiting,
    /// Some of its answer is here.
    Coming,
    /// It has answered.
    Answered(AnswerMeta),
    /// It gave no answer, or not all of it.
    Failed(AskFailure),
    /// It was not waited for.
    Cancelled,
}

impl State {
    /// Whether more may come.
    pub(crate) fn is_open(&self) -> bool {
        match self {
            Self::Waiting | Self::Coming => true,
            Self::Answered(_) | Self::Failed(_) | Self::Cancelled => false,
        }
    }

    /// Its name for programs.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Coming => "coming",
            Self::Answered(_) => "answered",
            Self::Failed(_) => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What came of an answer so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// Text, or nothing yet.
    Text(String),
    /// JSON: one value, or several where they are streamed.
    Json(Vec<Json>),
}

impl Said {
    /// The text, if it is text.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Json(_) => "",
        }
    }

    /// The values, if it is JSON.
    pub(crate) fn values(&self) -> &[Json] {
        match self {
            Self::Text(_) => &[],
            Self::Json(values) => values,
        }
    }

    /// All of it, to be saved.
    pub(crate) fn whole(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Json(values) => {
                let values: Vec<_> = values.iter().map(|json| laid_out(json.as_written())).collect();
                values.join("\n")
            }
        }
    }

    fn add_text(&mut self, more: &str) {
        match self {
            Self::Text(text) => text.push_str(more),
            Self::Json(_) => *self = Self::Text(self.whole() + more),
        }
    }

    fn add_json(&mut self, json: String) {
        let json = Json::new(json.into());
        match self {
            Self::Text(_) => *self = Self::Json(vec![json]),
            Self::Json(values) => values.push(json),
        }
    }
}

/// What one miner answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// So far.
    pub(crate) said: Said,
    /// How far it is.
    pub(crate) state: State,
}

/// What the miners of one question answer. Clones share it.
#[derive(Clone)]
pub(crate) struct Answers {
    /// The question.
    pub(crate) wanted: PrepareQuery,
    /// When it was sent, in milliseconds since 1970.
    pub(crate) at_ms: u64,
    /// The answers, by neuron.
    pub(crate) miners: Vec<(u16, ArcRwSignal<Answer>)>,
    /// Which miners gave the same answer.
    pub(crate) groups: ArcRwSignal<Vec<Agreement>>,
    /// Why nothing came at all.
    pub(crate) failure: ArcRwSignal<Option<Failure>>,
}

impl Answers {
    /// Nothing came yet.
    pub(crate) fn new(review: &Review, at_ms: u64) -> Self {
        let waiting = || {
            ArcRwSignal::new(Answer {
                said: Said::Text(String::new()),
                state: State::Waiting,
            })
        };
        Self {
            wanted: review.wanted.clone(),
            at_ms,
            miners: review.receivers().map(|miner| (miner.uid, waiting())).collect(),
            groups: ArcRwSignal::new(Vec::new()),
            failure: ArcRwSignal::new(None),
        }
    }

    /// Takes in what came.
    pub(crate) fn take(&self, update: AskUpdate) {
        match update {
            AskUpdate::Text { uid, text } => self.change(uid, |answer| {
                answer.said.add_text(&text);
                answer.state = State::Coming;
            }),
            AskUpdate::Json { uid, json } => self.change(uid, |answer| {
                answer.said.add_json(json);
                answer.state = State::Coming;
            }),
            AskUpdate::Answered { uid, json, meta } => self.change(uid, |answer| {
                answer.said.add_json(json);
                answer.state = State::Answered(meta);
            }),
            AskUpdate::Ended { uid, meta } => self.change(uid, |answer| answer.state = State::Answered(meta)),
            AskUpdate::Failed { uid, failure } => {
                self.change(uid, |answer| answer.state = State::Failed(failure));
            }
            AskUpdate::Agreement { groups } => self.groups.set(groups),
        }
    }

    /// Nothing more comes.
    pub(crate) fn close(&self) {
        for (_, answer) in &self.miners {
            if answer.read_untracked().state.is_open() {
                answer.update(|answer| answer.state = State::Cancelled);
            }
        }
    }

    /// Whether more may come, tracked.
    pub(crate) fn is_open(&self) -> bool {
        // All of them, so that all are tracked.
        let open = self
            .miners
            .iter()
            .filter(|(_, answer)| answer.read().state.is_open());
        open.count() > 0
    }

    /// How many have answered.
    pub(crate) fn answered(&self) -> u32 {
        let answered = self
            .miners
            .iter()
            .filter(|(_, answer)| matches!(answer.read_untracked().state, State::Answered(_)));
        u32::try_from(answered.count()).unwrap_or(u32::MAX)
    }

    fn change(&self, uid: u16, change: impl FnOnce(&mut Answer)) {
        if let Some((_, answer)) = self.miners.iter().find(|(miner, _)| *miner == uid) {
            answer.update(change);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_kept_apart_and_saved_together() {
        let mut said = Said::Text(String::new());
        assert_eq!((said.values().len(), said.text()), (0, ""));
        said.add_json("{\"a\":1}".to_owned());
        said.add_json("[]".to_owned());
        assert_eq!((said.values().len(), said.text()), (2, ""));
        assert_eq!(said.whole(), "{\n  \"a\": 1\n}\n[]");
        let mut said = Said::Text("one".to_owned());
        said.add_text(" two");
        assert_eq!((said.text(), said.values().len()), ("one two", 0));
    }
}
