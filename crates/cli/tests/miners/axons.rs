//! The real axon: found, proven, asked; and its refusals, which the verdicts told before.

use std::time::Duration;

use futures::{FutureExt, Stream, StreamExt};
use serde_json::{Value, json};
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::engine::miners::{
    About, AskUpdate, FindingWeight, MinerIdentity, Outcome, ProbeMiners, Question,
};

use crate::{
    people,
    stage::{NETUID, Person, play, preset},
};

const SYNAPSES: [&str; 5] = ["Synapse", "EchoText", "StreamText", "StrictVerify", "DrawPicture"];

/// The answer of the only miner that was asked.
fn answer(updates: &[AskUpdate]) -> Value {
    match updates {
        [AskUpdate::Answered { json, meta, .. }] => {
            assert_eq!(meta.status, 200);
            serde_json::from_str(json).unwrap()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_axon_says_what_it_has_and_proves_who_it_is() {
    play(people::unregistered(), async |person| {
        let uids = person.uids(&[1, 2]).await;
        let probe = |special| ProbeMiners {
            netuid: NETUID,
            uids: uids.clone(),
            special,
            tls: false,
        };
        let probes = person.engine().subscribe(probe(true));
        let probes: Vec<_> = probes.map(Result::unwrap).collect().await;
        assert_eq!(probes.len(), 2);
        for probed in probes {
            assert!(uids.contains(&probed.uid));
            assert_eq!(probed.identity, Some(MinerIdentity::Proven));
            assert_eq!(probed.synapses.unwrap(), SYNAPSES);
            assert!(probed.latency_ms.is_some());
            assert_eq!((probed.skew, probed.failure), (None, None));
        }
        // An address of the device itself is not asked unless the user says so.
        let silent = person.engine().subscribe(probe(false));
        let silent: Vec<_> = silent.map(Result::unwrap).collect().await;
        for probed in silent {
            assert_eq!(probed.failure.unwrap().code, "special");
            assert_eq!(probed.identity, None);
        }
    });
}

#[test]
fn every_signer_is_answered_a_ping() {
    for secret in [people::validator(), people::unregistered()] {
        play(secret, async |mut person| {
            let uids = person.uids(&[1]).await;
            answer(&person.asks(&uids, Question::Ping).await);
        });
    }
}

#[test]
fn an_echo_of_hashed_fields() {
    play(people::validator(), async |mut person| {
        let uids = person.uids(&[1]).await;
        let fields = json!({"text": "ünï 'τ' \"x\"", "repeat": 2, "temperature": 0.5, "tags": ["a", "b'c"]});
        let echo = preset("EchoText", fields);
        let answer = answer(&person.asks(&uids, echo).await);
        assert_eq!(answer["reply"], "ünï 'τ' \"x\" ünï 'τ' \"x\"");
        assert_eq!(answer["tags"], json!(["a", "b'c"]));
        assert_eq!(answer.get("dendrite"), None, "only the synapse's own fields");
    });
}

#[test]
fn a_synapse_of_which_only_the_name_is_known() {
    play(people::validator(), async |mut person| {
        let uids = person.uids(&[2]).await;
        let free = Question::Free {
            name: "StreamText".to_owned(),
            fields: r#"{"text":"one two","pause_ms":0}"#.to_owned(),
            stream: Some(taolight_protocol::engine::miners::StreamFormat::Text),
        };
        let updates = person.asks(&uids, free).await;
        assert!(
            matches!(updates.last(), Some(AskUpdate::Ended { .. })),
            "{updates:?}"
        );
    });
}

#[test]
fn an_answer_streams_to_its_end() {
    play(people::validator(), async |mut person| {
        let mut updates = streams(&mut person, "eins zwei drei τέσσερα", 20).await;
        let mut text = String::new();
        while let Some(update) = updates.next().await {
            match update.unwrap() {
                AskUpdate::Text { text: piece, .. } => text += &piece,
                AskUpdate::Ended { meta, .. } => assert_eq!(meta.status, 200),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(text, "eins zwei drei τέσσερα ");
    });
}

#[test]
fn a_word_is_here_before_the_next_is_sent() {
    play(people::validator(), async |mut person| {
        let mut updates = streams(&mut person, "eins zwei", 5_000).await;
        let first = updates.next().await.unwrap().unwrap();
        assert!(
            matches!(&first, AskUpdate::Text { text, .. } if text == "eins "),
            "{first:?}"
        );
        assert!(updates.next().now_or_never().is_none());
    });
}

/// Asks the first axon for these words, with a pause after each.
async fn streams(
    person: &mut Person,
    text: &str,
    pause_ms: u32,
) -> impl Stream<Item = Result<AskUpdate, Failure>> + use<> {
    let uids = person.uids(&[1]).await;
    let question = preset("StreamText", json!({"text": text, "pause_ms": pause_ms}));
    let approvable = person.prepares(&uids, question, true).await.unwrap();
    person.sends(&approvable).await
}

#[test]
fn what_is_signed_is_of_the_moment() {
    play(people::validator(), async |mut person| {
        let uids = person.uids(&[1]).await;
        let strict = || preset("StrictVerify", json!({"text": "now"}));
        for _ in 0..2 {
            let answer = answer(&person.asks(&uids, strict()).await);
            assert_eq!(answer["caller"], person.account.to_string());
        }
        // However long a person looks at it: what is sent is stamped when it is sent.
        let approvable = person.prepares(&uids, strict(), true).await.unwrap();
        futures_sleep(Duration::from_secs(5)).await;
        let updates: Vec<_> = person
            .sends(&approvable)
            .await
            .map(Result::unwrap)
            .collect()
            .await;
        answer(&updates);
        // And nothing is sent twice.
        let again = person
            .engine()
            .call(taolight_protocol::engine::miners::StampQuery {
                query: approvable.prepared.query,
            });
        assert_eq!(again.await.unwrap_err().code, ErrorCode::UnknownQuery);
    });
}

/// Waits without keeping the other tests.
async fn futures_sleep(duration: Duration) {
    let (sender, woken) = futures::channel::oneshot::channel::<()>();
    std::thread::spawn(move || {
        std::thread::sleep(duration);
        let _ = sender.send(());
    });
    woken.await.unwrap();
}

/// What is refused is refused as the verdict told, and what it told nothing against is answered.
#[test]
fn verdicts_come_true() {
    let refused = [
        (people::unregistered(), "unregistered", "Unrecognized hotkey"),
        (people::unstaked(), "stake_weight", "Stake weight below 10"),
    ];
    for (secret, finding, words) in refused {
        play(secret, async move |mut person| {
            let uids = person.uids(&[1]).await;
            let about = About::Synapse {
                name: "EchoText".to_owned(),
            };
            let table = person.table(about).await;
            let row = &table.miners[usize::from(uids[0])];
            assert_eq!(row.verdict.outcome, Outcome::LikelyRefused);
            let approvable = person
                .prepares(&uids, preset("EchoText", json!({"text": "a"})), true)
                .await
                .unwrap();
            let verdict = &approvable.prepared.miners[0].verdict;
            // Computed at a later block, whose numbers may be others.
            assert_eq!(verdict.outcome, row.verdict.outcome);
            assert_eq!(verdict.findings[0].code, row.verdict.findings[0].code);
            assert_eq!(verdict.findings[0].code, finding);
            let updates: Vec<_> = person
                .sends(&approvable)
                .await
                .map(Result::unwrap)
                .collect()
                .await;
            let [AskUpdate::Failed { failure, .. }] = updates.as_slice() else {
                panic!("{updates:?}");
            };
            assert_eq!(failure.code, "blacklisted");
            assert_eq!(failure.meta.as_ref().unwrap().status, 403);
            assert!(failure.message.contains(words), "{}", failure.message);
            assert!(!failure.may_ask_again);
        });
    }
    play(people::validator(), async |mut person| {
        let uids = person.uids(&[1]).await;
        let approvable = person
            .prepares(&uids, preset("EchoText", json!({"text": "a"})), true)
            .await
            .unwrap();
        let verdict = &approvable.prepared.miners[0].verdict;
        let against = verdict
            .findings
            .iter()
            .filter(|finding| finding.weight >= FindingWeight::Refusal);
        assert_eq!(against.count(), 0, "{verdict:?}");
        let updates: Vec<_> = person
            .sends(&approvable)
            .await
            .map(Result::unwrap)
            .collect()
            .await;
        assert_eq!(answer(&updates)["reply"], "a");
    });
}

#[test]
fn what_cannot_be_asked_is_said_before() {
    play(people::validator(), async |mut person| {
        let uids = person.uids(&[1]).await;
        let refusal = async |person: &mut crate::stage::Person, uids: &[u16], question| {
            let failure = person.prepares(uids, question, true).await.unwrap_err();
            assert_eq!(failure.code, ErrorCode::InvalidQuestion, "{failure}");
            failure.data.unwrap_or_default()
        };
        let echo = |fields| preset("EchoText", fields);
        assert_eq!(refusal(&mut person, &uids, echo(json!({}))).await, "text");
        let wrong = json!({"text": "a", "repeat": 10});
        assert_eq!(refusal(&mut person, &uids, echo(wrong)).await, "repeat");
        assert_eq!(refusal(&mut person, &uids, echo(json!([]))).await, "fields");
        assert_eq!(
            refusal(&mut person, &uids, preset("Nothing", json!({}))).await,
            "name"
        );
        let fine = || echo(json!({"text": "a"}));
        assert_eq!(refusal(&mut person, &[uids[0], uids[0]], fine()).await, "uids");
        assert_eq!(refusal(&mut person, &[], fine()).await, "uids");
        assert_eq!(refusal(&mut person, &[9999], fine()).await, "uids");
        // The owner's hotkey has no axon.
        let failure = person.prepares(&[0], fine(), true).await.unwrap_err();
        assert!(failure.message.contains("does not say on chain"), "{failure}");
        let failure = person.prepares(&uids, fine(), false).await.unwrap_err();
        assert!(failure.message.contains("your own device"), "{failure}");
    });
}
