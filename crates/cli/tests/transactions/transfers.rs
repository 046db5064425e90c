//! TAO from one account to another.

use taolight_bittensor::intents::{Batch, Intent, Transfer, TransferAll, outcome::Happened};
use taolight_primitives::{AccountId, ErrorCode, Rao};

use crate::stage::{ONE, account, play};

fn transfer(destination: AccountId, amount: u64, keep_alive: bool) -> Intent {
    Intent::from(Transfer {
        destination,
        amount: Rao(amount),
        keep_alive,
    })
}

#[test]
fn amounts_arrive_or_nothing_does() {
    play(async |stage| {
        let dave = stage.person("//Dave").await;
        let someone = account("//new//someone");
        let outcome = dave.does(transfer(someone, 3 * ONE, true)).await;
        let arrived = outcome.happened.iter().any(|happened| {
            matches!(happened, Happened::Transferred { to, amount, .. } if (*to, amount.0) == (someone, 3 * ONE))
        });
        assert!(arrived, "{outcome:?}");
        assert!(outcome.fee.is_some_and(|fee| fee > Rao::ZERO));
        let too_much = transfer(someone, 1_000_000 * ONE, true);
        dave.cannot_by(too_much.clone(), ErrorCode::InsufficientBalance)
            .await;
        dave.forces(too_much, "Arithmetic.Underflow").await;
        let dust = transfer(account("//new//dust"), 499, true);
        dave.cannot_by(dust.clone(), ErrorCode::BelowExistentialDeposit)
            .await;
        dave.forces(dust, "Token.BelowMinimum").await;
        dave.cannot_by(transfer(someone, 0, true), ErrorCode::ZeroAmount)
            .await;
    });
}

#[test]
fn accounts_are_emptied_only_where_that_is_allowed() {
    play(async |stage| {
        let charlie = stage.person("//Charlie").await;
        let leaver = stage.newcomer("leaver", &charlie, 3).await;
        let home = charlie.account;
        let nearly_all = 3 * ONE - 1_000;
        leaver
            .cannot_by(transfer(home, nearly_all, true), ErrorCode::InsufficientBalance)
            .await;
        leaver
            .forces(transfer(home, 3 * ONE - 100, true), "Token.FundsUnavailable")
            .await;
        leaver.does(transfer(home, ONE, false)).await;
        leaver
            .does(TransferAll {
                destination: home,
                keep_alive: true,
            })
            .await;
        assert_eq!(leaver.free().await, Rao(500));
        charlie.does(transfer(leaver.account, ONE, true)).await;
        leaver
            .does(TransferAll {
                destination: home,
                keep_alive: false,
            })
            .await;
        assert_eq!(leaver.holder().await.balance.total(), Rao::ZERO);
        // Nothing is left that could pay a fee.
        leaver
            .cannot_by(
                TransferAll {
                    destination: home,
                    keep_alive: false,
                },
                ErrorCode::InsufficientBalance,
            )
            .await;
    });
}

#[test]
fn batches_do_all_or_nothing() {
    play(async |stage| {
        let bob = stage.person("//Bob").await;
        let (first, second) = (account("//new//first"), account("//new//second"));
        let both = |amount| Batch {
            intents: vec![transfer(first, ONE, true), transfer(second, amount, true)],
        };
        bob.does(both(2 * ONE)).await;
        let free = bob.free().await;
        let too_much = both(free.0);
        bob.cannot_by(too_much.clone(), ErrorCode::InsufficientBalance)
            .await;
        bob.forces(too_much, "Token.FundsUnavailable").await;
        assert_eq!(stage.person("//new//first").await.free().await, Rao(ONE));
        bob.cannot(Batch { intents: Vec::new() }, "intents").await;
    });
}
