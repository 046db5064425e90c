//! Money that several give for one purpose.

use taolight_bittensor::intents::{
    ContributeToCrowdloan, CreateCrowdloan, CrowdloanTerm, DissolveCrowdloan, FinalizeCrowdloan, Intent,
    RefundCrowdloan, UpdateCrowdloan, WithdrawFromCrowdloan,
    outcome::{Happened, TransactionOutcome},
};
use taolight_primitives::Rao;

use crate::stage::{ONE, account, play};

fn created(outcome: &TransactionOutcome) -> u32 {
    let id = outcome.happened.iter().find_map(|happened| match happened {
        Happened::CrowdloanCreated { id } => Some(*id),
        _ => None,
    });
    id.unwrap()
}

fn give(id: u32, amount: u64) -> Intent {
    Intent::from(ContributeToCrowdloan {
        id,
        amount: Rao(amount),
    })
}

#[test]
fn crowdloans_are_filled_refunded_and_ended() {
    play(async |stage| {
        let giver = stage.seeded("owner//1").await;
        let creator = stage.newcomer("creator", &giver, 60).await;
        let friend = stage.newcomer("contributor", &giver, 60).await;
        let target = account("//new//target");
        let end = stage.height().await + 60_000;
        let create = |cap| CreateCrowdloan {
            deposit: Rao(10 * ONE),
            min_contribution: Rao(ONE),
            cap: Rao(cap),
            end,
            inner: None,
            target: Some(target),
        };
        creator
            .fails(create(5 * ONE), "crowdloan", "Crowdloan.CapTooLow")
            .await;
        let id = created(&creator.does(create(30 * ONE)).await);
        friend.does(give(id, 5 * ONE)).await;
        friend
            .fails(
                give(id, ONE / 2),
                "crowdloan_minimum",
                "Crowdloan.ContributionTooLow",
            )
            .await;
        friend
            .fails(give(999, ONE), "crowdloan_exists", "Crowdloan.InvalidCrowdloanId")
            .await;
        friend.does(WithdrawFromCrowdloan { id }).await;
        friend
            .fails(
                WithdrawFromCrowdloan { id },
                "crowdloan_contribution",
                "Crowdloan.NoContribution",
            )
            .await;
        let change = |to| UpdateCrowdloan { id, to };
        creator
            .does(change(CrowdloanTerm::MinContribution { amount: Rao(2 * ONE) }))
            .await;
        creator
            .does(change(CrowdloanTerm::Cap {
                amount: Rao(25 * ONE),
            }))
            .await;
        creator.does(change(CrowdloanTerm::End { block: end + 10 })).await;
        creator
            .does(change(CrowdloanTerm::MaxContribution {
                amount: Some(Rao(20 * ONE)),
            }))
            .await;
        friend
            .fails(
                change(CrowdloanTerm::End { block: end }),
                "crowdloan_creator",
                "Crowdloan.InvalidOrigin",
            )
            .await;
        creator
            .fails(
                FinalizeCrowdloan { id },
                "crowdloan_raised",
                "Crowdloan.CapNotRaised",
            )
            .await;
        // More than what is missing is not taken.
        friend.does(give(id, 20 * ONE)).await;
        friend
            .fails(give(id, 2 * ONE), "crowdloan_room", "Crowdloan.CapRaised")
            .await;
        creator.does(FinalizeCrowdloan { id }).await;
        assert_eq!(stage.person("//new//target").await.free().await, Rao(25 * ONE));
        friend
            .fails(give(id, 2 * ONE), "crowdloan_open", "Crowdloan.CapRaised")
            .await;

        let second = created(&creator.does(create(30 * ONE)).await);
        friend.does(give(second, 3 * ONE)).await;
        creator
            .fails(
                DissolveCrowdloan { id: second },
                "crowdloan_refunded",
                "Crowdloan.NotReadyToDissolve",
            )
            .await;
        friend
            .fails(
                RefundCrowdloan { id: second },
                "crowdloan_creator",
                "Crowdloan.InvalidOrigin",
            )
            .await;
        creator.does(RefundCrowdloan { id: second }).await;
        creator.does(DissolveCrowdloan { id: second }).await;
        creator
            .cannot(DissolveCrowdloan { id: second }, "crowdloan_exists")
            .await;
    });
}
