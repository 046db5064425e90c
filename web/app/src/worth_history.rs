//! What the accounts were worth while the app looked: samples of its own, proven when they were taken. Nobody else is asked
//! for the past, so there is none before the first sample.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use taolight_bittensor::reads::Portfolio;
use taolight_primitives::{AccountId, Level, Rao};

use crate::holdings::Totals;
use crate::memory;
use crate::page;
use crate::store::Store;

/// Between two samples that are kept.
const SPACING_MS: u64 = 10 * 60 * 1_000;
/// Samples that are kept; of more, every other old one goes.
const MOST: usize = 512;

/// What everything was worth at the prices of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sample {
    /// When, in milliseconds since 1970.
    pub(crate) at_ms: u64,
    /// How much.
    pub(crate) worth: Rao,
}

/// Samples, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct History(Vec<Sample>);

impl History {
    /// Takes a sample, unless the last one is too near. Says whether it did.
    fn take(&mut self, sample: Sample) -> bool {
        let is_near = |last: &Sample| sample.at_ms < last.at_ms.saturating_add(SPACING_MS);
        if self.0.last().is_some_and(is_near) {
            return false;
        }
        self.0.push(sample);
        if self.0.len() > MOST {
            self.thin();
        }
        true
    }

    /// Whether they are in order, apart, and no more than are kept.
    pub(crate) fn is_sound(&self) -> bool {
        self.0.len() <= MOST && self.0.windows(2).all(|pair| pair[0].at_ms < pair[1].at_ms)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Without those of after this moment: nothing would be sampled until then.
    #[must_use]
    pub(crate) fn until_ms(mut self, now_ms: u64) -> Self {
        self.0.retain(|sample| sample.at_ms <= now_ms);
        self
    }

    /// Those of before all of these.
    #[must_use]
    pub(crate) fn before(mut self, others: &Self) -> Self {
        if let Some(first) = others.0.first() {
            self.0.retain(|sample| sample.at_ms < first.at_ms);
        }
        self
    }

    /// These, then those that are later than all of them; thinned to as many as are kept.
    #[must_use]
    pub(crate) fn followed_by(mut self, later: Self) -> Self {
        let last = self.0.last().map(|sample| sample.at_ms);
        self.0.extend(
            later
                .0
                .into_iter()
                .filter(|sample| last.is_none_or(|last| sample.at_ms > last)),
        );
        while self.0.len() > MOST {
            self.thin();
        }
        self
    }

    /// Of the older half, every other sample goes.
    fn thin(&mut self) {
        let old = self.0.len() / 2;
        let mut position = 0;
        self.0.retain(|_| {
            position += 1;
            position > old || position % 2 == 1
        });
    }

    /// The samples with what is so now as the last one.
    pub(crate) fn until(&self, now: Sample) -> Vec<Sample> {
        let before = self.0.iter().filter(|sample| sample.at_ms < now.at_ms);
        before.copied().chain([now]).collect()
    }
}

/// Points of a line through samples, in a box of this size, for SVG. None of fewer than two.
pub(crate) fn line(samples: &[Sample], width: u64, height: u64) -> Option<String> {
    let (first, last) = (samples.first()?, samples.last()?);
    let span = last.at_ms.checked_sub(first.at_ms).filter(|span| *span > 0)?;
    let worths = || samples.iter().map(|sample| sample.worth.0);
    let (least, most) = (worths().min()?, worths().max()?);
    let points = samples.iter().map(|sample| {
        let x = scaled(sample.at_ms - first.at_ms, span, width);
        // The largest stands at the top, where y is 0. What never changed stands in the middle.
        let y = match most - least {
            0 => height / 2,
            range => height - scaled(sample.worth.0 - least, range, height),
        };
        format!("{x},{y}")
    });
    Some(points.collect::<Vec<_>>().join(" "))
}

fn scaled(part: u64, whole: u64, size: u64) -> u64 {
    let scaled = u128::from(part) * u128::from(size) / u128::from(whole);
    u64::try_from(scaled).unwrap_or(size)
}

impl Store {
    /// Keeps samples of what is shown, for as long as the page is shown. Returns those of the accounts that it shows.
    pub(crate) fn use_worth_history(self) -> RwSignal<Vec<Sample>> {
        let samples = RwSignal::new(Vec::new());
        Effect::new(move |_| {
            let genesis = self.network.read().as_ref().map(|network| network.genesis);
            let (Some(read), Some(genesis)) = (self.portfolio.get(), genesis) else {
                return samples.set(Vec::new());
            };
            let now = Sample {
                at_ms: page::now_ms(),
                worth: Totals::of(&read.value).at_spot,
            };
            let whose = coldkeys(&read.value);
            let mut history = memory::worth(genesis, &whose);
            if read.level == Level::Finalized && history.take(now) {
                memory::set_worth(genesis, &whose, &history);
            }
            samples.set(history.until(now));
        });
        samples
    }
}

fn coldkeys(portfolio: &Portfolio) -> Vec<AccountId> {
    let mut coldkeys: Vec<_> = portfolio.holders.iter().map(|holder| holder.coldkey).collect();
    coldkeys.sort();
    coldkeys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(at: u64, worth: u64) -> Sample {
        Sample {
            at_ms: at,
            worth: Rao(worth),
        }
    }

    #[test]
    fn samples_are_apart_and_thinned() {
        let mut history = History::default();
        assert!(history.take(sample(0, 1)));
        assert!(!history.take(sample(SPACING_MS - 1, 2)), "too near");
        for number in 1..2_000 {
            assert!(history.take(sample(number * SPACING_MS, number)));
        }
        assert!(history.0.len() <= MOST);
        assert_eq!(history.0.first(), Some(&sample(0, 1)), "the first stays");
        assert_eq!(history.0.last(), Some(&sample(1_999 * SPACING_MS, 1_999)));
        assert!(history.0.is_sorted_by_key(|sample| sample.at_ms));
    }

    #[test]
    fn an_older_history_comes_first() {
        let of = |times: std::ops::Range<u64>| History(times.map(|at| sample(at, at)).collect());
        let here = of(400..700);
        let older = of(0..500).before(&here);
        assert_eq!(older, of(0..400));
        let all = older.followed_by(here);
        assert!(all.is_sound() && all.len() <= MOST);
        assert_eq!((all.0[0].at_ms, all.0[all.len() - 1].at_ms), (0, 699));
        assert_eq!(of(0..9).until_ms(3), of(0..4));
        assert!(!History(vec![sample(2, 0), sample(2, 0)]).is_sound());
    }

    #[test]
    fn a_line_fills_its_box() {
        let samples = [sample(0, 5), sample(50, 10), sample(100, 0)];
        assert_eq!(line(&samples, 200, 40).as_deref(), Some("0,20 100,0 200,40"));
        assert_eq!(
            line(&[sample(0, 7), sample(9, 7)], 90, 40).as_deref(),
            Some("0,20 90,20")
        );
        assert_eq!(line(&samples[..1], 200, 40), None);
        let most = [sample(0, 0), sample(u64::MAX, u64::MAX)];
        assert_eq!(line(&most, 10, 10).as_deref(), Some("0,10 10,0"));
    }

    #[test]
    fn now_is_the_last() {
        let mut history = History::default();
        history.take(sample(10, 1));
        assert_eq!(history.until(sample(12, 3)), [sample(10, 1), sample(12, 3)]);
        assert_eq!(history.until(sample(10, 3)), [sample(10, 3)]);
    }
}
