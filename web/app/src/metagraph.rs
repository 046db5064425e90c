//! A subnet's neurons as somebody wants to see them.

use taolight_bittensor::reads::Neuron;
use taolight_primitives::AccountId;

use crate::paging::Page;
use crate::sort::Order;
use crate::table_view::{Row, View};

impl Row for Neuron {
    /// Another hotkey with the same number is another neuron.
    type Key = (u16, AccountId);
    /// As many as are drawn at once without a stutter.
    const PAGE: usize = 64;

    fn key(&self) -> Self::Key {
        (self.uid, self.hotkey)
    }
}

/// The page of these neurons. `name` says what a hotkey is called.
pub(crate) fn found(
    view: &View,
    order: Option<&Order<Neuron>>,
    neurons: &[Neuron],
    name: impl Fn(AccountId) -> String,
) -> Page<Neuron> {
    view.of(neurons, order, |Neuron { uid, hotkey, .. }| {
        format!("{uid} {hotkey} {}", name(*hotkey))
    })
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::reads::PerU16;
    use taolight_primitives::{Alpha, Rao};

    use super::*;
    use crate::sort::Sort;

    fn neuron(uid: u16, stake: u64) -> Neuron {
        Neuron {
            uid,
            hotkey: AccountId([u8::try_from(uid % 256).unwrap(); 32]),
            owner: None,
            identity: None,
            take: PerU16::ZERO,
            stake: Alpha(stake),
            root_stake: Rao(0),
            validator_permit: false,
            active: true,
            emission: Alpha(0),
            dividends_paid: Alpha(0),
            dividends: PerU16::ZERO,
            incentive: PerU16::ZERO,
            consensus: PerU16::ZERO,
            validator_trust: PerU16::ZERO,
            last_update: 0,
            axon: None,
        }
    }

    fn uids(page: &Page<Neuron>) -> Vec<u16> {
        page.rows.iter().map(|neuron| neuron.uid).collect()
    }

    #[test]
    fn most_stake_first_and_names_are_found() {
        let neurons = [neuron(0, 5), neuron(1, 9), neuron(2, 7)];
        let by_stake = Order::by(true, |neuron: &Neuron| neuron.stake);
        let view = View::new(Sort::down("stake"));
        let unnamed = |_| String::new();
        assert_eq!(uids(&found(&view, Some(&by_stake), &neurons, unnamed)), [1, 2, 0]);
        let named = |hotkey: AccountId| {
            if hotkey.0[0] == 2 {
                "Αlpha".to_owned()
            } else {
                String::new()
            }
        };
        let mut view = View::new(Sort::up("uid"));
        view.look_for("alpha".to_owned());
        assert_eq!(uids(&found(&view, None, &neurons, named)), [2]);
        assert_eq!(found(&view, None, &[], named).pages, 1);
    }
}
