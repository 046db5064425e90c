//! Two sides that have the same key take each other's signatures, and nothing else.

use serde_json::json;
use taolight_keys::{Scheme, Secret};
use taolight_primitives::AccountId;

use crate::{
    keys::{ALICE, name, secret},
    party::Party,
};

/// What is signed: nothing, a text, what a browser extension makes of a text, and more than an extrinsic's payload has
/// before it is hashed.
const MESSAGES: [&[u8]; 4] = [b"", b"message", b"<Bytes>message</Bytes>", &[0xa5; 257]];

/// A signature that is offered for a message.
struct Offer<'a> {
    account: AccountId,
    message: &'a [u8],
    signature: [u8; 64],
}

/// Makes sure that a party, whose latest key is this one, agrees with us about its signatures.
pub(crate) fn agree(party: &mut Party, key: &Secret) {
    let pair = key.keypair().unwrap();
    let (account, scheme) = (pair.account(), pair.scheme());
    for message in MESSAGES {
        let ours = pair.sign(message).unwrap();
        let theirs = party.ask_bytes(json!({ "do": "sign", "message": hex::encode(message) }));
        let theirs: [u8; 64] = theirs.try_into().unwrap();
        // Only sr25519 signs the same message in more than one way.
        assert_eq!(ours == theirs, scheme == Scheme::Ed25519);
        let offer = |signature| Offer {
            account,
            message,
            signature,
        };
        takes_only(offer(ours), |offer| party_takes(party, scheme, offer));
        takes_only(offer(theirs), |offer| {
            scheme.verify(&offer.account, offer.message, &offer.signature)
        });
    }
}

/// Makes sure that this signature is taken, and none that differs from it in one thing.
fn takes_only(offer: Offer<'_>, mut takes: impl FnMut(&Offer<'_>) -> bool) {
    assert!(takes(&offer), "of {:?}", offer.message);
    let message = [offer.message, b"."].concat();
    assert!(!takes(&Offer {
        message: &message,
        ..offer
    }));
    let mut signature = offer.signature;
    signature[40] ^= 1;
    assert!(!takes(&Offer { signature, ..offer }));
    let account = someone_else(offer.account);
    assert!(!takes(&Offer { account, ..offer }));
}

fn party_takes(party: &mut Party, scheme: Scheme, offer: &Offer<'_>) -> bool {
    let question = json!({
        "do": "verify",
        "scheme": name(scheme),
        "address": offer.account,
        "public": hex::encode(offer.account.0),
        "message": hex::encode(offer.message),
        "signature": hex::encode(offer.signature),
    });
    party.ask(question).as_bool().unwrap()
}

/// An account, but not this one; of either scheme.
fn someone_else(account: AccountId) -> AccountId {
    let others = [ALICE, "//Bob"].map(|origin| secret(origin, Scheme::Sr25519).account().unwrap());
    others.into_iter().find(|other| *other != account).unwrap()
}
