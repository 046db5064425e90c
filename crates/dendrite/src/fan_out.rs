//! Asks several miners at once. Each is asked once and on its own clock: a dead one, a slow one or a lying one keeps none
//! of the others. Dropping the stream cancels whatever is still out.

use futures::{
    FutureExt as _, StreamExt as _,
    future::LocalBoxFuture,
    stream::{self, LocalBoxStream},
};

use crate::{Answer, Ask, AskError, Begun, Item, Meta, Miner, SignedHttp, Streaming, limits::MAX_AT_ONCE};

/// A miner that could be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Its number on the subnet.
    pub uid: u16,
    /// Its share of the subnet's incentive, of 65535.
    pub incentive: u16,
    /// Where it is.
    pub miner: Miner,
}

/// The miners with the most incentive, best first; of equals, the lower number.
pub fn best(mut candidates: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    candidates.sort_by_key(|candidate| (core::cmp::Reverse(candidate.incentive), candidate.uid));
    candidates.truncate(most);
    candidates
}

/// Something that one of the miners did.
#[derive(Debug, PartialEq)]
pub struct Update {
    /// Which, by its place in the list.
    pub miner: usize,
    /// What.
    pub news: News,
}

/// What a miner did. Whatever is no [`News::Item`] is the last of that miner.
#[derive(Debug, PartialEq)]
pub enum News {
    /// A piece of a streamed answer.
    Item(Item),
    /// The whole answer, of a call that is not streamed.
    Answered(Answer),
    /// A streamed answer ended well.
    Ended(Meta),
    /// No answer, or not all of it.
    Failed(AskError),
}

/// Asks these miners, at most `at_once` of them at the same time and never more than [`MAX_AT_ONCE`].
pub fn fan_out<'a>(
    client: &'a SignedHttp,
    miners: Vec<Miner>,
    ask: Ask<'a>,
    at_once: usize,
) -> LocalBoxStream<'a, Update> {
    let asking = miners
        .into_iter()
        .map(|miner| async move { client.begin(&miner, ask).await });
    follow_all(asking.collect(), at_once)
}

/// Follows answers, each begun by a future, in the same way.
pub fn follow_all<'a>(
    asking: Vec<impl Future<Output = Result<Begun, AskError>> + 'a>,
    at_once: usize,
) -> LocalBoxStream<'a, Update> {
    let at_once = at_once.clamp(1, MAX_AT_ONCE);
    let numbered = stream::iter(asking.into_iter().enumerate());
    let updates = numbered.flat_map_unordered(at_once, |(place, asking)| {
        let news = stream::unfold(Stage::Asking(asking.boxed_local()), Stage::next);
        news.map(move |news| Update { miner: place, news }).boxed_local()
    });
    updates.boxed_local()
}

/// How far one miner is.
enum Stage<'a> {
    Asking(LocalBoxFuture<'a, Result<Begun, AskError>>),
    Running(Box<Streaming>),
    Over,
}

impl Stage<'_> {
    async fn next(self) -> Option<(News, Self)> {
        let mut streaming = match self {
            Self::Over => return None,
            Self::Running(streaming) => streaming,
            Self::Asking(asking) => match asking.await {
                Ok(Begun::Answered(answer)) => return Some((News::Answered(answer), Self::Over)),
                Ok(Begun::Streaming(streaming)) => Box::new(streaming),
                Err(error) => return Some((News::Failed(error), Self::Over)),
            },
        };
        Some(match streaming.items.next().await {
            Some(Ok(item)) => (News::Item(item), Self::Running(streaming)),
            Some(Err(error)) => (News::Failed(error), Self::Over),
            None => (News::Ended(streaming.meta), Self::Over),
        })
    }
}

#[cfg(test)]
mod tests {
    use taolight_primitives::AccountId;

    use super::*;
    use crate::{Endpoint, Link};

    #[test]
    fn the_best_have_the_most_incentive() {
        let candidate = |uid, incentive| Candidate {
            uid,
            incentive,
            miner: Miner {
                hotkey: AccountId([0; 32]),
                address: Endpoint {
                    ip: [8, 8, 8, 8].into(),
                    port: 1,
                }
                .dial_with_consent(Link::Plain),
            },
        };
        let all = vec![candidate(1, 5), candidate(2, 9), candidate(4, 7), candidate(3, 7)];
        let uids = |most| {
            let chosen = best(all.clone(), most);
            chosen.iter().map(|candidate| candidate.uid).collect::<Vec<_>>()
        };
        assert_eq!(uids(3), [2, 3, 4]);
        assert_eq!(uids(9), [2, 3, 4, 1]);
        assert!(uids(0).is_empty());
    }
}
