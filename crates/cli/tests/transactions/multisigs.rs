//! Accounts that several keys hold together.

use taolight_bittensor::intents::{
    ActAsMultisig, ApproveMultisig, CancelMultisig, Intent, Signatories, Timepoint, Transfer, Weight,
    outcome::{Achieved, Happened, TransactionOutcome},
};
use taolight_primitives::{AccountId, Rao};
use taolight_protocol::engine::WeighIntent;

use crate::stage::{ONE, Person, play};

fn opened(outcome: &TransactionOutcome) -> Timepoint {
    let at = outcome.happened.iter().find_map(|happened| match happened {
        Happened::MultisigOpened { at, .. } => Some(*at),
        _ => None,
    });
    at.unwrap()
}

fn send(destination: AccountId, amount: u64) -> Intent {
    Intent::from(Transfer {
        destination,
        amount: Rao(amount),
        keep_alive: true,
    })
}

/// The account of two of these three, as one of them names it.
fn two_of(all: &[&Person; 3], who: usize) -> Signatories {
    let others = all.iter().enumerate().filter(|(place, _)| *place != who);
    Signatories {
        threshold: 2,
        others: others.map(|(_, person)| person.account).collect(),
    }
}

#[test]
fn two_of_three_send_and_cancel() {
    play(async |stage| {
        let giver = stage.seeded("owner//2").await;
        let first = stage.newcomer("signatory//1", &giver, 5).await;
        let second = stage.newcomer("signatory//2", &giver, 5).await;
        let third = stage.newcomer("signatory//3", &giver, 5).await;
        let all = [&first, &second, &third];
        let account = two_of(&all, 0).account(first.account);
        assert_eq!(account, two_of(&all, 2).account(third.account));
        giver.does(send(account, 4 * ONE)).await;
        let payment = send(third.account, ONE);
        let weighed = WeighIntent {
            from: account,
            intent: payment.clone(),
        };
        let max_weight = stage.engine().call(weighed).await.unwrap().weight.value;
        assert!(max_weight.ref_time > 0);
        let act = |who, timepoint, inner: &Intent, max_weight: Weight| ActAsMultisig {
            multisig: two_of(&all, who),
            timepoint,
            inner: Box::new(inner.clone()),
            max_weight,
        };

        let outcome = first.tries(act(0, None, &payment, max_weight)).await;
        assert_eq!(outcome.achieved(), Achieved::Waiting);
        let when = opened(&outcome);
        let too_light = Weight {
            ref_time: 1,
            proof_size: 0,
        };
        second
            .forces(
                act(1, Some(when), &payment, too_light),
                "Multisig.MaxWeightTooLow",
            )
            .await;
        let wrong = Timepoint {
            height: when.height + 1,
            ..when
        };
        second
            .forces(
                act(1, Some(wrong), &payment, max_weight),
                "Multisig.WrongTimepoint",
            )
            .await;
        second.does(act(1, Some(when), &payment, max_weight)).await;

        // What the account cannot do fails inside a transaction that succeeds.
        let too_much = send(third.account, 1_000 * ONE);
        let hash = too_much.call_hash(stage.metadata()).unwrap();
        let approve = |who, timepoint| ApproveMultisig {
            multisig: two_of(&all, who),
            timepoint,
            call_hash: hash,
            max_weight,
        };
        let outcome = third.tries(approve(2, None)).await;
        let when = opened(&outcome);
        third
            .fails(
                approve(2, Some(when)),
                "multisig_not_approved",
                "Multisig.AlreadyApproved",
            )
            .await;
        let cancel = |who| CancelMultisig {
            multisig: two_of(&all, who),
            timepoint: when,
            call_hash: hash,
        };
        first
            .fails(cancel(0), "multisig_depositor", "Multisig.NotOwner")
            .await;
        third.does(cancel(2)).await;
        third.fails(cancel(2), "multisig_open", "Multisig.NotFound").await;
        let twice = ActAsMultisig {
            multisig: Signatories {
                threshold: 2,
                others: vec![first.account, second.account],
            },
            timepoint: None,
            inner: Box::new(send(third.account, ONE)),
            max_weight,
        };
        first.cannot(twice, "signatories").await;
    });
}
