//! Accounts that act for others, at once or after announcing it, and accounts without a key.

use taolight_bittensor::intents::{
    ActAs, AddProxy, AddStake, AnnounceProxied, CreatePure, ExecuteAnnounced, Intent, KillPure,
    RejectAnnouncement, RemoveAllProxies, RemoveAnnouncement, RemoveProxy, Transfer,
    outcome::{Achieved, Happened},
};
use taolight_primitives::{AccountId, NetUid, Rao};

use crate::stage::{ONE, play, validator};

fn send(destination: AccountId, amount: u64) -> Intent {
    Intent::from(Transfer {
        destination,
        amount: Rao(amount),
        keep_alive: true,
    })
}

fn proxy(delegate: AccountId, kind: &str, delay: u32) -> AddProxy {
    AddProxy {
        delegate,
        kind: kind.to_owned(),
        delay,
    }
}

#[test]
fn proxies_act_within_their_kind() {
    play(async |stage| {
        let giver = stage.seeded("owner//10").await;
        let real = stage.newcomer("real", &giver, 30).await;
        let agent = stage.newcomer("agent", &giver, 5).await;
        let act = |inner: Intent| ActAs {
            real: real.account,
            kind: None,
            inner: Box::new(inner),
        };
        let stake = || {
            Intent::from(AddStake {
                hotkey: validator(1),
                netuid: NetUid(1),
                amount: Rao(2 * ONE),
                limit: None,
            })
        };
        agent.fails(act(stake()), "proxy_present", "Proxy.NotProxy").await;
        real.cannot(proxy(real.account, "Any", 0), "delegate").await;
        real.does(proxy(agent.account, "Staking", 0)).await;
        real.fails(
            proxy(agent.account, "Staking", 0),
            "proxy_absent",
            "Proxy.Duplicate",
        )
        .await;
        agent.does(act(stake())).await;
        // The transaction succeeds; what was to be done is not: a proxy for staking sends no TAO.
        let outcome = agent.tries(act(send(agent.account, ONE))).await;
        assert!(outcome.error.is_none());
        assert!(
            matches!(outcome.achieved(), Achieved::Nothing { .. }),
            "{outcome:?}"
        );
        let remove = |kind: &str| RemoveProxy {
            delegate: agent.account,
            kind: kind.to_owned(),
            delay: 0,
        };
        real.fails(remove("Transfer"), "proxy_present", "Proxy.NotFound")
            .await;
        real.does(remove("Staking")).await;
        real.does(proxy(agent.account, "Any", 0)).await;
        real.does(RemoveAllProxies {}).await;
        agent.cannot(act(stake()), "proxy_present").await;
    });
}

#[test]
fn what_is_announced_can_be_done_later_or_not_at_all() {
    play(async |stage| {
        let giver = stage.seeded("owner//11").await;
        let real = stage.newcomer("announced", &giver, 20).await;
        let agent = stage.newcomer("announcer", &giver, 5).await;
        real.does(proxy(agent.account, "Transfer", 3)).await;
        let payment = |amount| send(agent.account, amount);
        let hash = |amount: u64| payment(amount).call_hash(stage.metadata()).unwrap();
        let announce = |amount| AnnounceProxied {
            real: real.account,
            call_hash: hash(amount),
        };
        let execute = |amount| ExecuteAnnounced {
            delegate: agent.account,
            real: real.account,
            kind: None,
            inner: Box::new(payment(amount)),
        };
        let at_once = ActAs {
            real: real.account,
            kind: None,
            inner: Box::new(payment(ONE)),
        };
        agent
            .fails(at_once, "proxy_without_delay", "Proxy.Unannounced")
            .await;
        for amount in [ONE, 2 * ONE, 3 * ONE] {
            agent.does(announce(amount)).await;
        }
        stage.wait_for(stage.height().await + 4).await;
        agent.does(execute(ONE)).await;
        agent.forces(execute(ONE), "Proxy.Unannounced").await;
        let take_back = || RemoveAnnouncement {
            real: real.account,
            call_hash: hash(2 * ONE),
        };
        agent.does(take_back()).await;
        agent
            .fails(take_back(), "proxy_announced", "Proxy.NotFound")
            .await;
        let reject = || RejectAnnouncement {
            delegate: agent.account,
            call_hash: hash(3 * ONE),
        };
        real.does(reject()).await;
        real.fails(reject(), "proxy_announced", "Proxy.NotFound").await;
        giver
            .fails(announce(ONE), "proxy_present", "Proxy.NotProxy")
            .await;
    });
}

#[test]
fn accounts_without_a_key_live_and_die() {
    play(async |stage| {
        let giver = stage.seeded("owner//3").await;
        let spawner = stage.newcomer("spawner", &giver, 10).await;
        let create = CreatePure {
            kind: "Any".to_owned(),
            delay: 0,
            index: 0,
        };
        let outcome = spawner.does(create).await;
        let found = outcome.happened.iter().find_map(|happened| match happened {
            Happened::PureCreated { account, at, .. } => Some((*account, *at)),
            _ => None,
        });
        let (pure, at) = found.unwrap();
        spawner.does(send(pure, 3 * ONE)).await;
        let act = |inner: Intent| ActAs {
            real: pure,
            kind: None,
            inner: Box::new(inner),
        };
        spawner.does(act(send(spawner.account, ONE))).await;
        let kill = |ext_index| {
            Intent::from(KillPure {
                spawner: spawner.account,
                kind: "Any".to_owned(),
                index: 0,
                height: at.height,
                ext_index,
            })
        };
        let outcome = spawner.tries(act(kill(at.index + 7))).await;
        assert!(
            matches!(outcome.achieved(), Achieved::Nothing { .. }),
            "{outcome:?}"
        );
        spawner.does(act(kill(at.index))).await;
        spawner
            .cannot(act(send(spawner.account, ONE)), "proxy_present")
            .await;
    });
}
