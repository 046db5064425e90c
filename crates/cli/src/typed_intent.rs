//! Intents as they are typed: `addStake hotkey=5… netuid=1 amount=1.5tao`, or one JSON object.

use serde_json::{Map, Value};
use taolight_bittensor::intents::Intent;
use taolight_primitives::{Alpha, ErrorCode, Failure, Rao};

/// Every intent with its fields, one a line.
pub(crate) fn kinds() -> String {
    let lines = Intent::kinds().into_iter().map(|kind| {
        let fields: String = kind.fields.iter().map(|field| format!(" {field}=")).collect();
        format!("  {}{fields}\n", kind.name)
    });
    format!(
        "Intents and their fields:\n{}\n\
         Amounts have their unit: 1.5tao or 2alpha. A field that is itself made of parts is JSON, as limit='{{\"price\":\
         \"50000000\",\"allowPartial\":false}}', in which amounts are in rao. A field without a value is null.",
        lines.collect::<String>()
    )
}

/// The intent that was typed.
pub(crate) fn parse(words: &[String]) -> Result<Intent, Failure> {
    let value = match words {
        [object] if object.trim_start().starts_with('{') => {
            serde_json::from_str(object).map_err(|error| malformed(&error))?
        }
        [kind, fields @ ..] => {
            let mut object = Map::from_iter([("intent".to_owned(), Value::from(kind.as_str()))]);
            for field in fields {
                let (name, value) = field.split_once('=').ok_or_else(|| {
                    Failure::new(
                        ErrorCode::MalformedMessage,
                        format!("`{field}` is no field; write name=value"),
                    )
                })?;
                object.insert(name.to_owned(), field_value(value)?);
            }
            Value::Object(object)
        }
        [] => {
            return Err(Failure::new(
                ErrorCode::MalformedMessage,
                "name an intent; --help lists them",
            ));
        }
    };
    serde_json::from_value(value).map_err(|error| malformed(&error))
}

fn field_value(text: &str) -> Result<Value, Failure> {
    // A name may end like a unit; an amount begins with a digit.
    let is_amount = text.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    if let Some(amount) = text.strip_suffix("tao").filter(|_| is_amount) {
        let amount = Rao::parse_tao(amount).map_err(|error| Failure::new(ErrorCode::InvalidAmount, error))?;
        return Ok(Value::from(amount.0.to_string()));
    }
    if let Some(amount) = text.strip_suffix("alpha").filter(|_| is_amount) {
        let amount =
            Alpha::parse_alpha(amount).map_err(|error| Failure::new(ErrorCode::InvalidAmount, error))?;
        return Ok(Value::from(amount.0.to_string()));
    }
    Ok(match text {
        "" => Value::Null,
        // Whatever is no JSON is a text: an address, a name.
        text => serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)),
    })
}

fn malformed(error: &serde_json::Error) -> Failure {
    Failure::new(
        ErrorCode::MalformedMessage,
        format!("this is no intent: {error}; --help lists the intents and their fields"),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";

    fn typed(line: &str) -> Result<Intent, Failure> {
        parse(&line.split(' ').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn amounts_have_units_and_addresses_are_texts() {
        let intent = typed(&format!("addStake hotkey={ALICE} netuid=1 amount=1.5tao limit=")).unwrap();
        let expected = json!({
            "intent": "addStake", "hotkey": ALICE, "netuid": 1, "amount": "1500000000", "limit": null,
        });
        assert_eq!(serde_json::to_value(intent).unwrap(), expected);
    }

    #[test]
    fn a_name_that_ends_like_a_unit_is_a_name() {
        let symbol = |typed_as: &str| {
            let intent = typed(&format!("updateSymbol netuid=1 symbol={typed_as}")).unwrap();
            serde_json::to_value(intent).unwrap()["symbol"].clone()
        };
        assert_eq!(symbol("Bigtao"), "Bigtao");
        assert_eq!(symbol("alpha"), "alpha");
        assert_eq!(symbol("\"5tao\""), "5tao");
    }

    #[test]
    fn json_is_taken_as_it_is() {
        let object = json!({"intent": "transfer", "destination": ALICE, "amount": "7", "keepAlive": true});
        let intent = parse(&[object.to_string()]).unwrap();
        assert_eq!(serde_json::to_value(intent).unwrap(), object);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let message = |line: &str| typed(line).unwrap_err().message;
        assert!(message("fly").contains("unknown variant `fly`"));
        assert!(message("transfer destination").contains("`destination` is no field"));
        assert!(message(&format!("transfer destination={ALICE}")).contains("missing field `amount`"));
        let failure = typed(&format!(
            "transfer destination={ALICE} amount=1,5tao keepAlive=true"
        ))
        .unwrap_err();
        assert_eq!(failure.code, ErrorCode::InvalidAmount);
    }

    #[test]
    fn help_names_every_intent() {
        let help = kinds();
        for kind in Intent::kinds() {
            assert!(help.contains(&format!("  {}", kind.name)), "{}", kind.name);
        }
    }
}
