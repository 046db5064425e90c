//! From what is typed to an intent, or to what is wrong with each field.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::Deserialize;
use serde_json::{Map, Value};
use taolight_bittensor::intents::Intent;
use taolight_locales::say;
use taolight_primitives::{AccountId, Alpha, BlockHash, Rao};

use super::{Act, Field, Of};
use crate::transfer::{address_problem, amount_problem};

/// What stands in the fields, by their names.
pub(crate) type Typed = BTreeMap<&'static str, String>;
/// What is wrong with fields, by their names.
pub(crate) type Problems = BTreeMap<&'static str, String>;

/// Billionths of a percent in the whole.
const WHOLE: u128 = 100_000_000_000;

/// The intent that was typed, or everything that is wrong with it at once.
pub(crate) fn intent(act: &Act, typed: &Typed) -> Result<Intent, Problems> {
    let mut object = Map::from_iter([("intent".to_owned(), Value::from(act.kind))]);
    let mut problems = Problems::new();
    for field in act.fields {
        let text = typed.get(field.name).map(String::as_str).unwrap_or_default();
        match value(field, text.trim()) {
            Ok(value) => put(&mut object, field.name, value),
            Err(problem) => drop(problems.insert(field.name, problem)),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    // Each field is right by itself: what is left are parts of one thing, of which only some are there.
    serde_json::from_value(Value::Object(object)).map_err(|_| {
        let missing = act.fields.iter().filter(|field| {
            field.optional && typed.get(field.name).is_none_or(|text| text.trim().is_empty())
        });
        let together = || say!(acts.problems.together).to_owned();
        missing.map(|field| (field.name, together())).collect()
    })
}

/// Puts a value at its name, of which what stands before a point is an object.
fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    let Some((outer, inner)) = name.split_once('.') else {
        object.insert(name.to_owned(), value);
        return;
    };
    // Of an object that may be missing, nothing is there as long as no part of it is.
    if value.is_null() && object.get(outer).is_none_or(Value::is_null) {
        object.insert(outer.to_owned(), Value::Null);
        return;
    }
    let parts = object.entry(outer).or_insert(Value::Null);
    if parts.is_null() {
        *parts = Value::Object(Map::new());
    }
    if let Value::Object(parts) = parts {
        parts.insert(inner.to_owned(), value);
    }
}

fn value(field: &Field, text: &str) -> Result<Value, String> {
    if text.is_empty() {
        return empty(field);
    }
    Ok(match field.of {
        Of::Tao => Value::from(Rao::parse_tao(text).map_err(amount_problem)?.0.to_string()),
        Of::Alpha(_) => Value::from(Alpha::parse_alpha(text).map_err(amount_problem)?.0.to_string()),
        Of::Account | Of::Hotkey => Value::from(account(text)?.to_string()),
        Of::Accounts => lines(text)
            .map(|line| account(line).map(|account| Value::from(account.to_string())))
            .collect::<Result<_, _>>()?,
        Of::Children => lines(text).map(child).collect::<Result<_, _>>()?,
        Of::Subnet => Value::from(subnet(text)?),
        Of::Subnets => text
            .split([' ', ',', '\n'])
            .filter(|part| !part.is_empty())
            .map(|part| subnet(part).map(Value::from))
            .collect::<Result<_, _>>()?,
        Of::Switch => Value::from(text == YES),
        Of::Whole(most) => match text.parse::<u64>() {
            Ok(number) if number <= most => Value::from(number),
            Ok(_) | Err(_) => return Err(say!(acts.problems.whole_number, most = most)),
        },
        Of::Take => {
            let part = percent(text)? * u128::from(u16::MAX) / WHOLE;
            Value::from(u16::try_from(part).unwrap_or(u16::MAX))
        }
        Of::Line | Of::Text | Of::ProxyKind => Value::from(text),
        Of::Choice(_) => Value::from(text),
        Of::Hash => {
            let hash = Value::from(text);
            BlockHash::deserialize(&hash).map_err(|_| say!(acts.problems.hash).to_owned())?;
            hash
        }
        Of::Ip => {
            let ip: IpAddr = text.parse().map_err(|_| say!(acts.problems.ip).to_owned())?;
            Value::from(ip.to_string())
        }
        Of::Json => match serde_json::from_str(text) {
            Ok(object @ Value::Object(_)) => object,
            Ok(_) => return Err(say!(acts.problems.json_object).to_owned()),
            Err(error) => return Err(say!(acts.problems.no_json, error = error.to_string())),
        },
    })
}

/// What a switch that is on has typed.
pub(crate) const YES: &str = "yes";

fn empty(field: &Field) -> Result<Value, String> {
    let problem = match field.of {
        Of::Switch => return Ok(Value::from(false)),
        // Texts of an identity that say nothing.
        Of::Line | Of::Text if field.optional => return Ok(Value::from("")),
        Of::Children if field.optional => return Ok(Value::Array(Vec::new())),
        _ if field.optional => return Ok(Value::Null),
        Of::Tao | Of::Alpha(_) => say!(acts.problems.amount),
        Of::Account | Of::Hotkey => say!(acts.problems.address),
        Of::Accounts | Of::Children => say!(acts.problems.addresses),
        Of::Subnet => say!(acts.problems.subnet),
        Of::Subnets => say!(acts.problems.subnets),
        Of::Choice(_) => say!(acts.problems.choice),
        Of::Whole(_) => say!(acts.problems.number),
        Of::Take => say!(acts.problems.percentage),
        Of::Line | Of::Text | Of::ProxyKind | Of::Hash | Of::Ip => say!(acts.problems.empty),
        Of::Json => say!(acts.problems.empty_json),
    };
    Err(problem.to_owned())
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn account(text: &str) -> Result<AccountId, String> {
    AccountId::from_ss58(text).map_err(address_problem)
}

fn subnet(text: &str) -> Result<u16, String> {
    text.parse()
        .map_err(|_| say!(acts.problems.no_subnet, text = text))
}

/// Billionths of a percent.
fn percent(text: &str) -> Result<u128, String> {
    let Rao(part) = Rao::parse_tao(text.trim_end_matches('%').trim_end()).map_err(amount_problem)?;
    match u128::from(part) {
        part if part <= WHOLE => Ok(part),
        _ => Err(say!(acts.problems.percentage_range).to_owned()),
    }
}

fn child(line: &str) -> Result<Value, String> {
    let Some((hotkey, part)) = line.split_once(char::is_whitespace) else {
        return Err(say!(acts.problems.child).to_owned());
    };
    let hotkey = account(hotkey)?;
    let proportion = percent(part.trim())? * u128::from(u64::MAX) / WHOLE;
    let parts = [
        ("hotkey".to_owned(), Value::from(hotkey.to_string())),
        ("proportion".to_owned(), Value::from(proportion.to_string())),
    ];
    Ok(Value::Object(Map::from_iter(parts)))
}

#[cfg(test)]
mod tests {
    use taolight_bittensor::intents::{
        ApproveMultisig, CrowdloanTerm, Register, RootClaimType, SetRootClaimType, UpdateCrowdloan,
    };
    use taolight_primitives::NetUid;

    use super::*;

    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
    const HASH: &str = "0x1111111111111111111111111111111111111111111111111111111111111111";

    fn typed(kind: &str, fields: &[(&'static str, &str)]) -> Result<Intent, Problems> {
        let fields = fields.iter().map(|(name, text)| (*name, (*text).to_owned()));
        intent(Act::of(kind).unwrap(), &fields.collect())
    }

    /// Something that may be typed in a field.
    fn example(of: Of) -> &'static str {
        match of {
            Of::Tao | Of::Alpha(_) => "1.5",
            Of::Account | Of::Hotkey | Of::Accounts => ALICE,
            Of::Children => "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY 25",
            Of::Subnet | Of::Whole(_) => "7",
            Of::Subnets => "1 2, 3",
            Of::Switch => YES,
            Of::Take => "18",
            Of::Line | Of::Text => "text",
            Of::ProxyKind => "Staking",
            Of::Hash => HASH,
            Of::Ip => "203.0.113.7",
            Of::Json => "{\"x\": 1}",
            Of::Choice(choices) => choices[0].0,
        }
    }

    #[test]
    fn every_form_can_be_filled_in() {
        for act in super::super::CATALOGUE {
            let all: Typed = act
                .fields
                .iter()
                .map(|field| (field.name, example(field.of).to_owned()))
                .collect();
            if let Err(problems) = intent(act, &all) {
                panic!("{}: {problems:?}", act.kind);
            }
            let least: Typed = all
                .into_iter()
                .filter(|(name, _)| {
                    act.fields
                        .iter()
                        .any(|field| field.name == *name && !field.optional)
                })
                .collect();
            // Terms of a crowdloan need one of two.
            if act.kind != "updateCrowdloan" {
                assert!(
                    intent(act, &least).is_ok(),
                    "{}: {:?}",
                    act.kind,
                    intent(act, &least)
                );
            }
        }
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let problems = typed("register", &[("hotkey", "5x"), ("limit", "1,5")]).unwrap_err();
        assert_eq!(
            problems.keys().copied().collect::<Vec<_>>(),
            ["hotkey", "limit", "netuid"]
        );
    }

    #[test]
    fn parts_make_a_whole() {
        let alice = AccountId::from_ss58(ALICE).unwrap();
        let limited = typed(
            "register",
            &[("netuid", "7"), ("hotkey", ALICE), ("limit", "0.5")],
        );
        let expected = Register {
            netuid: NetUid(7),
            hotkey: alice,
            limit: Some(Rao(500_000_000)),
        };
        assert_eq!(limited, Ok(expected.into()));
        let first = typed(
            "approveMultisig",
            &[
                ("multisig.threshold", "2"),
                ("multisig.others", ALICE),
                ("callHash", HASH),
                ("maxWeight.refTime", "1"),
                ("maxWeight.proofSize", "2"),
            ],
        );
        let Ok(Intent::ApproveMultisig(ApproveMultisig {
            timepoint, multisig, ..
        })) = first
        else {
            panic!("{first:?}");
        };
        assert_eq!((timepoint, multisig.others), (None, vec![alice]));
    }

    #[test]
    fn choices_have_their_own_fields() {
        let kept = typed(
            "setRootClaimType",
            &[("kind.is", "keepSubnets"), ("kind.subnets", "3 5")],
        );
        let kind = RootClaimType::KeepSubnets {
            subnets: vec![NetUid(3), NetUid(5)],
        };
        assert_eq!(kept, Ok(SetRootClaimType { kind }.into()));
        let sold = typed("setRootClaimType", &[("kind.is", "swap")]);
        assert_eq!(
            sold,
            Ok(SetRootClaimType {
                kind: RootClaimType::Swap
            }
            .into())
        );
        let cap = typed(
            "updateCrowdloan",
            &[("id", "1"), ("to.term", "cap"), ("to.amount", "9")],
        );
        let to = CrowdloanTerm::Cap {
            amount: Rao(9_000_000_000),
        };
        assert_eq!(cap, Ok(UpdateCrowdloan { id: 1, to }.into()));
        let incomplete = typed("updateCrowdloan", &[("id", "1"), ("to.term", "cap")]).unwrap_err();
        assert!(incomplete.contains_key("to.amount"));
    }

    #[test]
    fn parts_are_percentages() {
        let Ok(Intent::DecreaseTake(take)) = typed("decreaseTake", &[("hotkey", ALICE), ("take", "18 %")])
        else {
            panic!("a take");
        };
        assert_eq!(take.take, 11_796);
        let Ok(Intent::SetChildren(children)) = typed(
            "setChildren",
            &[
                ("netuid", "1"),
                ("hotkey", ALICE),
                ("children", &format!("{ALICE} 100\n")),
            ],
        ) else {
            panic!("children");
        };
        assert_eq!(children.children[0].proportion, u64::MAX);
        assert!(typed("decreaseTake", &[("hotkey", ALICE), ("take", "101")]).is_err());
    }
}
