//! Five people do 500 things at random, many at once, and insist on some that are refused. Afterwards every position that
//! is computed here from shares is what the runtime says, and every rao that was made is explained.
//!
//! `TAOLIGHT_DEVNET_DIR` names the directory with the network files, `TAOLIGHT_DEVNET_RPC` a node's RPC; nobody else acts
//! on that network meanwhile. Without them the test says that it is skipped.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../../../light/tests/common/mod.rs"]
mod common;
mod crowd;
mod ends;
mod issuance;
#[path = "../transactions/journal.rs"]
mod journal;
#[path = "../devnet/node.rs"]
#[allow(dead_code, reason = "a node can be asked for more")]
mod node;
mod positions;
#[path = "../transactions/stage.rs"]
#[allow(dead_code, reason = "the people of the other tests can do more")]
mod stage;
mod things;
#[path = "../devnet/told.rs"]
#[allow(dead_code, reason = "a node can tell more")]
mod told;

use stage::play;

#[test]
fn nothing_is_made_or_lost() {
    play(async |stage| {
        let people = crowd::gather(&stage).await;
        let before = issuance::now(&stage).await;
        let ends = crowd::run(&people).await;
        println!("{ends:?}");
        assert_eq!(ends.all(), crowd::PEOPLE * crowd::THINGS_EACH);
        // Enough of each to mean something.
        assert!(
            ends.worked > 150 && ends.refused > 100 && ends.failed > 10,
            "{ends:?}"
        );
        let mut compared = 0;
        for person in &people {
            compared += positions::are_the_nodes(&stage, person).await;
        }
        assert!(compared > 50, "{compared} positions");
        issuance::explained(&stage, before, issuance::now(&stage).await).await;
    });
}
