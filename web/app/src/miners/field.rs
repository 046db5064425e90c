//! A field of a question, out of the description of a synapse: how it is typed, and the JSON that is made of it. Numbers
//! keep the spelling in which they were typed, because it is hashed.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use taolight_locales::say;
use taolight_protocol::engine::miners::{FormField, FormKind};

/// What is typed, by the names of fields.
pub(crate) type Typed = BTreeMap<String, String>;
/// What is wrong, by the names of fields.
pub(crate) type Problems = BTreeMap<String, String>;

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    /// Its name in JSON.
    pub(crate) name: String,
    /// What it is called on the page.
    pub(crate) label: String,
    /// What it is for, and what is taken if it is left out.
    pub(crate) hint: String,
    /// What is typed.
    pub(crate) of: Of,
    /// Whether it needs a value.
    pub(crate) required: bool,
    /// Whether nothing stands for `null`.
    pub(crate) nullable: bool,
}

/// What is typed into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Of {
    /// A text of one line.
    Line,
    /// The name of a synapse.
    Synapse,
    /// A text.
    Text,
    /// A whole number.
    Whole {
        /// The least.
        min: Option<i64>,
        /// The greatest.
        max: Option<i64>,
    },
    /// A number.
    Number,
    /// Any JSON.
    Json,
    /// One of several: the JSON of each, and how it is called.
    Choice(Vec<(String, String)>),
}

impl Field {
    /// A field of a synapse.
    pub(crate) fn of(field: &FormField) -> Self {
        let of = match &field.kind {
            FormKind::Text => Of::Text,
            FormKind::Integer => Of::Whole {
                min: field.min,
                max: field.max,
            },
            FormKind::Number => Of::Number,
            FormKind::Boolean => Of::Choice(
                [("true", say!(miners.typed.yes)), ("false", say!(miners.typed.no))]
                    .map(|(json, name)| (json.to_owned(), name.to_owned()))
                    .into(),
            ),
            FormKind::Choice { options } => Of::Choice(
                options
                    .iter()
                    .map(|option| (quoted(option), option.clone()))
                    .collect(),
            ),
            FormKind::Enumeration { members } => Of::Choice(
                members
                    .iter()
                    .map(|member| (member.value.clone(), member.name.clone()))
                    .collect(),
            ),
            FormKind::Any
            | FormKind::List { .. }
            | FormKind::Tuple { .. }
            | FormKind::Map { .. }
            | FormKind::Object { .. }
            | FormKind::Tensor => Of::Json,
        };
        let mut hints: Vec<String> = Vec::new();
        if !field.about.is_empty() {
            hints.push(field.about.clone());
        }
        if let Some(shape) = shape(&field.kind) {
            hints.push(shape);
        }
        match (&of, field.min, field.max) {
            (Of::Whole { .. } | Of::Number, Some(min), Some(max)) => {
                hints.push(say!(miners.typed.between, min = min, max = max));
            }
            (Of::Whole { .. } | Of::Number, Some(min), None) => {
                hints.push(say!(miners.typed.at_least, min = min))
            }
            (Of::Whole { .. } | Of::Number, None, Some(max)) => {
                hints.push(say!(miners.typed.at_most, max = max))
            }
            _ => {}
        }
        if let Some(default) = &field.default {
            hints.push(say!(miners.typed.left_out, default = default.as_str()));
        }
        Self {
            name: field.name.clone(),
            label: field.name.clone(),
            hint: hints.join(" "),
            of,
            required: field.required,
            nullable: field.nullable,
        }
    }

    /// The JSON of what is typed; none if it is left out, or what is wrong with it.
    pub(crate) fn json(&self, typed: &str) -> Result<Option<String>, String> {
        if typed.trim().is_empty() {
            return match (self.required, self.nullable) {
                (true, true) => Ok(Some("null".to_owned())),
                (true, false) => Err(say!(miners.typed.needed).to_owned()),
                (false, _) => Ok(None),
            };
        }
        let trimmed = typed.trim();
        let json = match &self.of {
            Of::Line | Of::Synapse => quoted(trimmed),
            Of::Text => quoted(typed),
            Of::Whole { min, max } => whole(trimmed, *min, *max)?,
            Of::Number => {
                let number = serde_json::from_str::<serde_json::Number>(trimmed);
                number.map_err(|_| say!(miners.typed.not_a_number).to_owned())?;
                trimmed.to_owned()
            }
            Of::Json => {
                let read = serde_json::from_str::<IgnoredAny>(trimmed);
                read.map_err(|error| say!(miners.typed.not_json, error = error.to_string()))?;
                trimmed.to_owned()
            }
            Of::Choice(options) => {
                let known = options.iter().any(|(json, _)| json == trimmed);
                let known = known.then(|| trimmed.to_owned());
                known.ok_or_else(|| say!(miners.typed.not_of_list).to_owned())?
            }
        };
        Ok(Some(json))
    }
}

/// The JSON of a text.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn whole(typed: &str, min: Option<i64>, max: Option<i64>) -> Result<String, String> {
    let number: i128 = typed
        .parse()
        .map_err(|_| say!(miners.typed.not_whole).to_owned())?;
    if let Some(min) = min.filter(|min| number < i128::from(*min)) {
        return Err(say!(miners.typed.too_small, min = min));
    }
    if let Some(max) = max.filter(|max| number > i128::from(*max)) {
        return Err(say!(miners.typed.too_large, max = max));
    }
    Ok(number.to_string())
}

/// What JSON is wanted, where it is typed as such.
fn shape(kind: &FormKind) -> Option<String> {
    match kind {
        FormKind::Text
        | FormKind::Integer
        | FormKind::Number
        | FormKind::Boolean
        | FormKind::Choice { .. }
        | FormKind::Enumeration { .. } => None,
        FormKind::Any => Some(say!(miners.typed.any).to_owned()),
        FormKind::List { of } if **of == FormKind::Text => Some(say!(miners.typed.texts).to_owned()),
        FormKind::List { .. } => Some(say!(miners.typed.list).to_owned()),
        FormKind::Tuple { of } => Some(say!(miners.typed.tuple, count = of.len())),
        FormKind::Map { .. } => Some(say!(miners.typed.map).to_owned()),
        FormKind::Object { fields } => {
            let names: Vec<_> = fields.iter().map(|field| field.name.as_str()).collect();
            Some(say!(
                miners.typed.object,
                names = names.join(say!(common.list_separator))
            ))
        }
        FormKind::Tensor => Some(say!(miners.typed.tensor).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FormKind, required: bool) -> Field {
        Field::of(&FormField {
            name: "it".to_owned(),
            kind,
            about: String::new(),
            required,
            nullable: false,
            default: Some("1.0".to_owned()),
            min: Some(1),
            max: Some(9),
        })
    }

    #[test]
    fn numbers_keep_their_spelling_and_texts_are_quoted() {
        let number = field(FormKind::Number, false);
        assert_eq!(number.json(" 1.50 "), Ok(Some("1.50".to_owned())));
        assert!(number.json("1,5").is_err());
        assert!(number.hint.contains("takes 1.0"));
        let text = field(FormKind::Text, true);
        assert_eq!(text.json("a \"b\""), Ok(Some(r#""a \"b\"""#.to_owned())));
        assert!(text.json("").is_err());
    }

    #[test]
    fn whole_numbers_stay_within_their_bounds() {
        let whole = field(FormKind::Integer, false);
        assert_eq!(whole.json("9"), Ok(Some("9".to_owned())));
        assert_eq!(whole.json(""), Ok(None));
        assert!(whole.json("10").unwrap_err().contains("9 or less"));
        assert!(whole.json("0").unwrap_err().contains("1 or more"));
        assert!(whole.json("1.5").is_err());
    }

    #[test]
    fn json_is_read_before_it_is_sent() {
        let of = Box::new(FormKind::Text);
        let list = field(FormKind::List { of }, false);
        assert_eq!(list.json("[\"a\"]"), Ok(Some("[\"a\"]".to_owned())));
        assert!(list.json("[a]").unwrap_err().contains("not JSON"));
        let options = vec!["one".to_owned()];
        let choice = field(FormKind::Choice { options }, true);
        assert_eq!(choice.json("\"one\""), Ok(Some("\"one\"".to_owned())));
        assert!(choice.json("two").is_err());
    }
}
