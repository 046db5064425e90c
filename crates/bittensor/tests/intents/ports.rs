//! Any intent and any JSON, as they may come over a port.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use taolight_bittensor::intents::*;
use taolight_primitives::{AccountId, Alpha, NetUid, Price, Rao};

use crate::world::*;

fn account() -> impl Strategy<Value = AccountId> {
    any::<[u8; 32]>().prop_map(AccountId)
}

fn simple() -> impl Strategy<Value = Intent> {
    let netuid = any::<u16>().prop_map(NetUid);
    prop_oneof![
        (account(), any::<u64>(), any::<bool>()).prop_map(|(destination, amount, keep_alive)| {
            Transfer {
                destination,
                amount: Rao(amount),
                keep_alive,
            }
            .into()
        }),
        (
            account(),
            netuid.clone(),
            any::<u64>(),
            any::<Option<(u64, bool)>>()
        )
            .prop_map(|(hotkey, netuid, amount, limit)| {
                let limit = limit.map(|(price, allow_partial)| PriceLimit {
                    price: Price(price),
                    allow_partial,
                });
                RemoveStake {
                    hotkey,
                    netuid,
                    amount: Alpha(amount),
                    limit,
                }
                .into()
            }),
        (
            account(),
            netuid.clone(),
            prop::collection::vec((account(), any::<u64>()), 0..6)
        )
            .prop_map(|(hotkey, netuid, children)| {
                let children = children
                    .into_iter()
                    .map(|(hotkey, proportion)| Child { hotkey, proportion });
                SetChildren {
                    hotkey,
                    netuid,
                    children: children.collect(),
                }
                .into()
            }),
        (netuid, any::<[u8; 16]>(), any::<u16>(), any::<u32>()).prop_map(|(netuid, ip, port, version)| {
            ServeAxon {
                netuid,
                version,
                ip: std::net::Ipv6Addr::from(ip).into(),
                port,
                certificate: None,
            }
            .into()
        }),
    ]
}

fn any_intent() -> impl Strategy<Value = Intent> {
    simple().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(|intents| Batch { intents }.into()),
            (account(), inner.clone()).prop_map(|(real, inner)| {
                ActAs {
                    real,
                    kind: None,
                    inner: Box::new(inner),
                }
                .into()
            }),
            (prop::collection::vec(account(), 0..4), any::<u16>(), inner).prop_map(
                |(others, threshold, inner)| {
                    ActAsMultisig {
                        multisig: Signatories { threshold, others },
                        timepoint: Some(Timepoint { height: 1, index: 2 }),
                        inner: Box::new(inner),
                        max_weight: Weight {
                            ref_time: 3,
                            proof_size: 4,
                        },
                    }
                    .into()
                }
            ),
        ]
    })
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        "0x[0-9a-f]{0,80}|[0-9]{1,40}|Id|\\PC{0,12}".prop_map(Json::from),
        account().prop_map(|account| json!(account)),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map("Id|call|real|calls|Balances|System|[a-z]{1,4}", inner, 0..4)
                .prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn intents_survive_ports(intent in any_intent()) {
        let json = serde_json::to_value(&intent).unwrap();
        prop_assert_eq!(serde_json::from_value::<Intent>(json).unwrap(), intent);
    }

    #[test]
    fn every_intent_can_be_described(intent in any_intent(), who in account()) {
        prop_assert!(!intent.summary().is_empty());
        prop_assert!(intent.effects(who).len() < 100);
        for failure in intent.unmet(who, &Facts::default()) {
            prop_assert!(!failure.message.is_empty());
        }
    }

    #[test]
    fn arguments_of_any_kind_are_taken_or_refused(dest in any_json(), value in any_json(), calls in any_json()) {
        let metadata = plain_metadata();
        for (pallet, call, arguments) in [
            ("Balances", "transfer_keep_alive", json!({ "dest": dest, "value": value })),
            ("Utility", "batch_all", json!({ "calls": calls })),
            ("System", "remark", json!({ "remark": value })),
        ] {
            let raw = RawCall {
                pallet: pallet.to_owned(),
                call: call.to_owned(),
                arguments: arguments.as_object().cloned().unwrap(),
            };
            // What is taken is a whole call: it decodes to the last byte.
            if let Ok(bytes) = Intent::from(raw).build(&metadata) {
                prop_assert!(taolight_codec::describe_call(&metadata, &bytes).is_ok());
            }
        }
    }
}
