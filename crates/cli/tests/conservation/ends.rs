//! What became of all the things that people did.

use std::ops::AddAssign;

use taolight_bittensor::intents::{
    Intent,
    outcome::{Achieved, TransactionOutcome},
};
use taolight_protocol::engine::TransactionState;

use crate::stage::Person;

/// What became of one.
#[derive(Debug, Clone, Copy)]
pub(crate) enum End {
    /// It was done.
    Worked,
    /// It is in a block and was not done.
    Failed,
    /// It was sent, and never got into a block.
    ThrownOut,
}

/// How many ended in which way.
#[derive(Debug, Default)]
pub(crate) struct Ends {
    /// By the wallet, before signing.
    pub(crate) refused: usize,
    pub(crate) worked: usize,
    pub(crate) failed: usize,
    pub(crate) thrown_out: usize,
}

impl Ends {
    pub(crate) fn count(&mut self, end: End) {
        match end {
            End::Worked => self.worked += 1,
            End::Failed => self.failed += 1,
            End::ThrownOut => self.thrown_out += 1,
        }
    }

    pub(crate) fn all(&self) -> usize {
        self.refused + self.worked + self.failed + self.thrown_out
    }
}

impl AddAssign for Ends {
    fn add_assign(&mut self, other: Self) {
        self.refused += other.refused;
        self.worked += other.worked;
        self.failed += other.failed;
        self.thrown_out += other.thrown_out;
    }
}

/// Does it as anybody would; gives it back if the wallet refuses.
pub(crate) async fn attempt(person: &Person, thing: Intent) -> Result<End, Intent> {
    match person.attempts(thing.clone()).await {
        Ok(outcome) => Ok(end_of(&outcome)),
        Err(_) => Err(thing),
    }
}

/// Sends it although the wallet refused it.
pub(crate) async fn insist(person: &Person, thing: &Intent) -> End {
    match person.sends_unchecked(thing).await {
        TransactionState::Finalized { outcome, .. } => end_of(&outcome),
        TransactionState::Invalid { .. } => End::ThrownOut,
        other => panic!("{}: {other:?}", thing.summary()),
    }
}

fn end_of(outcome: &TransactionOutcome) -> End {
    match outcome.achieved() {
        Achieved::Everything => End::Worked,
        Achieved::Nothing { .. } => End::Failed,
        Achieved::Part { .. } | Achieved::Waiting => panic!("half of a thing: {outcome:?}"),
    }
}
