//! Crowdloans, and who gave to them.

use taolight_bittensor::reads::{Contribution, Crowdloan};
use taolight_primitives::Rao;
use taolight_protocol::engine::{ReadContributions, ReadCrowdloans};

use crate::{engine::ask, node::Node, seed, told::Told};

#[test]
fn crowdloans_are_the_nodes() {
    let Some(read) = ask(ReadCrowdloans {}) else {
        return;
    };
    let node = Node::at(read.block);
    let stored = node.items("Crowdloan", "Crowdloans", vec![]);
    let mut expected: Vec<_> = stored
        .iter()
        .map(|(keys, told)| {
            let limit = node.item("Crowdloan", "MaxContributions", keys.clone());
            Crowdloan {
                id: keys[0].number(),
                creator: told.field("creator").account(),
                deposit: told.field("deposit").rao(),
                min_contribution: told.field("min_contribution").rao(),
                max_contribution: limit.as_ref().map(Told::rao),
                end: told.field("end").number(),
                cap: told.field("cap").rao(),
                funds: told.field("funds_account").account(),
                raised: told.field("raised").rao(),
                target: told.field("target_address").option().map(Told::account),
                has_call: told.field("call").option().is_some(),
                finalized: told.field("finalized").flag(),
                contributors: told.field("contributors_count").number(),
            }
        })
        .collect();
    expected.sort_by_key(|loan| loan.id);
    assert_eq!(read.value, expected);
    let [for_account, for_call] = &read.value[..] else {
        panic!("the seed has two");
    };
    assert!(for_account.target.is_some() && !for_account.has_call && for_account.contributors == 3);
    assert!(for_call.target.is_none() && for_call.has_call && for_call.max_contribution.is_some());
}

#[test]
fn contributions_are_the_nodes() {
    for (path, given) in [("holder", 2), ("locker", 1), ("nobody", 0)] {
        let account = seed::account(path);
        let crowdloans = vec![0, 1, 7];
        let Some(read) = ask(ReadContributions {
            account,
            crowdloans: crowdloans.clone(),
        }) else {
            return;
        };
        let node = Node::at(read.block);
        let expected = crowdloans.into_iter().filter_map(|crowdloan| {
            let keys = vec![seed::number(crowdloan), seed::of(account)];
            let amount = node.item("Crowdloan", "Contributions", keys)?.rao();
            Some(Contribution { crowdloan, amount })
        });
        assert_eq!(read.value, expected.collect::<Vec<_>>(), "{path}");
        assert_eq!(read.value.len(), given, "{path}");
        assert!(
            read.value
                .iter()
                .all(|contribution| contribution.amount > Rao::ZERO)
        );
    }
}
