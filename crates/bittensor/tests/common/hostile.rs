//! A view that answers with anything.

use std::cell::RefCell;

use taolight_bittensor::View;
use taolight_codec::{Metadata, StateCall};
use taolight_primitives::{BlockHash, BlockRef, Failure, Level};

use super::recorded::Recorded;

/// A recorded block in which bytes are replaced at random.
pub struct Hostile<'a> {
    pub honest: &'a Recorded,
    pub random: RefCell<Random>,
}

/// A small generator of numbers: the tests want many of them, and the same ones again for a seed.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 11).unwrap() % end.max(1)
    }

    fn bytes(&mut self) -> Vec<u8> {
        let length = self.below(120);
        (0..length)
            .map(|_| u8::try_from(self.next() & 0xff).unwrap())
            .collect()
    }

    /// Mostly the same bytes with some of them replaced; sometimes cut, longer or entirely others.
    fn damage(&mut self, mut bytes: Vec<u8>) -> Vec<u8> {
        match self.below(8) {
            0 => return self.bytes(),
            1 => bytes.truncate(self.below(bytes.len() + 1)),
            2 => bytes.extend(self.bytes()),
            3 | 4 => {
                let place = self.below(bytes.len());
                if let Some(byte) = bytes.get_mut(place) {
                    *byte = u8::try_from(self.next() & 0xff).unwrap();
                }
            }
            _ => {}
        }
        bytes
    }
}

impl View for Hostile<'_> {
    fn block(&self) -> BlockRef {
        BlockRef {
            number: u32::try_from(self.random.borrow_mut().next() >> 32).unwrap(),
            hash: BlockHash([1; 32]),
        }
    }

    fn level(&self) -> Level {
        Level::Best
    }

    fn metadata(&self) -> &Metadata {
        &self.honest.metadata
    }

    async fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        let values = self.honest.values(keys).await?;
        let mut random = self.random.borrow_mut();
        let damaged = values.into_iter().map(|value| match (random.below(16), value) {
            (0, _) => Some(random.bytes()),
            (1, _) => None,
            (_, value) => value.map(|value| random.damage(value)),
        });
        Ok(damaged.collect())
    }

    async fn below(&self, prefixes: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Failure> {
        let found = self.honest.below(prefixes).await?;
        let mut random = self.random.borrow_mut();
        let mut damaged: Vec<_> = found
            .into_iter()
            .map(|(key, value)| {
                let key = if random.below(8) == 0 {
                    random.damage(key)
                } else {
                    key
                };
                (key, random.damage(value))
            })
            .collect();
        for prefix in prefixes {
            if random.below(4) == 0 {
                damaged.push(([prefix.clone(), random.bytes()].concat(), random.bytes()));
            }
        }
        Ok(damaged)
    }

    async fn call(&self, call: &StateCall) -> Result<Vec<u8>, Failure> {
        let answer = self.honest.call(call).await;
        let mut random = self.random.borrow_mut();
        Ok(match answer {
            Ok(answer) => random.damage(answer),
            Err(_) => random.bytes(),
        })
    }
}
