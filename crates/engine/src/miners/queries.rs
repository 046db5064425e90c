//! Questions between being shown and being sent. Each is sent once.

use std::{cell::RefCell, time::Duration};

use taolight_dendrite::{Miner, Scheme, Sender, Stamp};
use taolight_primitives::{AccountId, Bytes, ErrorCode, Failure};

use super::question::Asked;

/// Questions that wait at the same time. The oldest makes room for a new one.
const MOST: usize = 32;
/// How long a question waits: longer ago, its miners may be elsewhere.
const GOOD_FOR: Duration = Duration::from_secs(600);

/// A question, to whom it goes, and who signs it.
pub(super) struct Query {
    pub(super) asked: Asked,
    pub(super) account: AccountId,
    pub(super) scheme: Scheme,
    /// Whether the account is registered on the miners' subnet.
    pub(super) registered: bool,
    pub(super) targets: Vec<Target>,
}

/// A miner that will be asked.
pub(super) struct Target {
    pub(super) uid: u16,
    pub(super) miner: Miner,
    /// Of the message that was given out last.
    pub(super) stamp: Stamp,
}

impl Query {
    /// What is signed, message by message.
    pub(super) fn messages(&self) -> Vec<Bytes> {
        let messages = self.targets.iter().map(|target| {
            let request = self
                .asked
                .ask()
                .unsigned(target.miner, self.sender(&target.stamp));
            Bytes(request.message())
        });
        messages.collect()
    }

    /// Who asks with this stamp.
    pub(super) fn sender(&self, stamp: &Stamp) -> Sender {
        Sender {
            account: self.account,
            scheme: self.scheme,
            stamp: stamp.clone(),
        }
    }
}

/// Questions that wait.
#[derive(Default)]
pub(super) struct Queries(RefCell<Vec<Waiting>>);

struct Waiting {
    name: String,
    since: Duration,
    query: Query,
}

impl Queries {
    /// Keeps a question; returns its name, which nobody can guess.
    pub(super) fn keep(&self, query: Query, now: Duration) -> Result<String, Failure> {
        let name = random_name()?;
        let mut waiting = self.0.borrow_mut();
        if waiting.len() == MOST {
            waiting.remove(0);
        }
        waiting.push(Waiting {
            name: name.clone(),
            since: now,
            query,
        });
        Ok(name)
    }

    /// Does something with a question that waits.
    pub(super) fn with<T>(
        &self,
        name: &str,
        now: Duration,
        what: impl FnOnce(&mut Query) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut waiting = self.0.borrow_mut();
        let found = waiting.iter_mut().find(|waiting| waiting.is(name, now));
        what(&mut found.ok_or_else(unknown)?.query)
    }

    /// Takes a question out, to be sent.
    pub(super) fn take(&self, name: &str, now: Duration) -> Result<Query, Failure> {
        let mut waiting = self.0.borrow_mut();
        let place = waiting.iter().position(|waiting| waiting.is(name, now));
        Ok(waiting.remove(place.ok_or_else(unknown)?).query)
    }
}

impl Waiting {
    fn is(&self, name: &str, now: Duration) -> bool {
        self.name == name && now.saturating_sub(self.since) <= GOOD_FOR
    }
}

fn random_name() -> Result<String, Failure> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|_| Failure::new(ErrorCode::Internal, "this device gives no random numbers"))?;
    Ok(hex::encode(bytes))
}

fn unknown() -> Failure {
    Failure::new(
        ErrorCode::UnknownQuery,
        "this question was sent already, or it waited too long; prepare it again",
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use taolight_dendrite::Synapse;

    use super::*;

    fn query() -> Query {
        Query {
            asked: Asked::Synapse(Synapse::ping().fill(Vec::new()).unwrap()),
            account: AccountId([1; 32]),
            scheme: Scheme::Sr25519,
            registered: true,
            targets: Vec::new(),
        }
    }

    #[test]
    fn a_question_is_sent_once_and_soon() {
        let (queries, now) = (Queries::default(), Duration::from_secs(1000));
        let code = |outcome: Result<Query, Failure>| outcome.err().map(|failure| failure.code);
        let name = queries.keep(query(), now).unwrap();
        assert_eq!(queries.with(&name, now, |query| Ok(query.registered)), Ok(true));
        assert_eq!(code(queries.take("another", now)), Some(ErrorCode::UnknownQuery));
        assert_eq!(code(queries.take(&name, now + GOOD_FOR)), None);
        assert_eq!(code(queries.take(&name, now)), Some(ErrorCode::UnknownQuery));
        let late = queries.keep(query(), now).unwrap();
        let after = now + GOOD_FOR + Duration::from_secs(1);
        assert_eq!(code(queries.take(&late, after)), Some(ErrorCode::UnknownQuery));
        let names: Vec<_> = (0..=MOST).map(|_| queries.keep(query(), now).unwrap()).collect();
        assert_eq!(code(queries.take(&names[0], now)), Some(ErrorCode::UnknownQuery));
        assert_eq!(code(queries.take(&names[1], now)), None);
    }
}
