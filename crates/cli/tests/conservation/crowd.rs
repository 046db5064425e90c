//! The people, and how they come to do all of it.

use std::rc::Rc;

use futures::future::join_all;
use proptest::test_runner::{RngAlgorithm, TestRng};
use taolight_primitives::AccountId;

use crate::{
    ends::{self, Ends},
    stage::{Person, Stage},
    things,
};

pub(crate) const PEOPLE: usize = 5;
pub(crate) const THINGS_EACH: usize = 100;
/// As many of one person's transactions are under way at the same time.
const AT_ONCE: usize = 20;

/// The people, of whom the network's seed has many.
pub(crate) async fn gather(stage: &Rc<Stage>) -> Vec<Person> {
    let mut people = Vec::new();
    for number in 1..=PEOPLE {
        people.push(stage.seeded(&format!("crowd//{number}")).await);
    }
    people
}

/// All of them do all that they do, at the same time.
pub(crate) async fn run(people: &[Person]) -> Ends {
    let accounts: Vec<_> = people.iter().map(|person| person.account).collect();
    let runs = people.iter().zip(1..).map(|(person, number)| {
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[number; 32]);
        run_of(person, random, &accounts)
    });
    let mut ends = Ends::default();
    for of_person in join_all(runs).await {
        ends += of_person;
    }
    ends
}

async fn run_of(person: &Person, mut random: TestRng, people: &[AccountId]) -> Ends {
    let mut ends = Ends::default();
    for _ in 0..THINGS_EACH / AT_ONCE {
        let things: Vec<_> = (0..AT_ONCE)
            .map(|_| things::anything(&mut random, people))
            .collect();
        let refused = join_all(things.into_iter().map(|thing| ends::attempt(person, thing))).await;
        let mut insisted = false;
        for attempted in refused {
            match attempted {
                Ok(end) => ends.count(end),
                // Alone, because a transaction that the pool throws out leaves a gap before those that follow.
                Err(thing) if !insisted => {
                    insisted = true;
                    ends.count(ends::insist(person, &thing).await);
                }
                Err(_) => ends.refused += 1,
            }
        }
    }
    ends
}
