//! Answers side by side, as they come. They are strangers' words: kept as text, shown as text.

use leptos::prelude::*;
use taolight_primitives::Failure;
use taolight_protocol::engine::miners::{Agreement, AnswerMeta, AskFailure, AskUpdate, PrepareQuery};

use super::asking::Review;
use super::json::laid_out;

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

/// What one miner answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// So far.
    pub(crate) text: String,
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
                text: String::new(),
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
                answer.text.push_str(&text);
                answer.state = State::Coming;
            }),
            AskUpdate::Json { uid, json } => self.change(uid, |answer| {
                answer.text.push_str(&laid_out(&json));
                answer.text.push('\n');
                answer.state = State::Coming;
            }),
            AskUpdate::Answered { uid, json, meta } => self.change(uid, |answer| {
                answer.text = laid_out(&json);
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
