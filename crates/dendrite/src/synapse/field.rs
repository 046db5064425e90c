//! A field of a synapse, and what its values are.

use serde::Deserialize;

use super::{SynapseError, check_name};
use crate::{Json, Tensor};

/// A field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in Python and in JSON.
    pub name: String,
    /// What its values are.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// What it is for, in words.
    #[serde(default)]
    pub about: String,
    /// Whether the class gives it no default. A required field is announced in a header.
    #[serde(default)]
    pub required: bool,
    /// Whether `None` is one of its values.
    #[serde(default)]
    pub nullable: bool,
    /// What the class sets if it is left out. `None` for fields that may be that.
    pub default: Option<Json>,
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// What the header of a required field holds. What fits its type, if left out.
    pub header: Option<InHeader>,
    /// Whether the miner fills it in.
    #[serde(default)]
    pub answer: bool,
}

/// What values of a field are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A float.
    Number,
    /// Yes or no.
    Boolean,
    /// Any JSON: a bare `dict` or `list`. The spelling of its numbers counts.
    Any,
    /// A list.
    List(Box<Kind>),
    /// As many values as kinds, in this order.
    Tuple(Vec<Kind>),
    /// A dict from texts to values.
    Map(Box<Kind>),
    /// A model with fields of its own.
    Object(Vec<Field>),
    /// One of several texts.
    Choice(Vec<String>),
    /// One of several members of an enumeration, which prints by its name.
    Enumeration {
        /// The class.
        class: String,
        /// Its members.
        members: Vec<Member>,
    },
    /// An array of numbers.
    Tensor,
}

/// A member of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// How Python prints it.
    pub name: String,
    /// What stands for it in JSON.
    pub value: String,
}

/// What the header of a required field holds, from which an axon builds the synapse before it reads the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InHeader {
    /// The zero of its type, as the SDK sends.
    Dummy,
    /// The value itself, for fields to which zero is no valid value.
    Value,
}

impl Field {
    /// A field of which only the name is known.
    pub(super) fn any(name: &str, required: bool) -> Self {
        Self {
            name: name.to_owned(),
            kind: Kind::Any,
            about: String::new(),
            required,
            nullable: true,
            default: None,
            min: None,
            max: None,
            header: None,
            answer: false,
        }
    }

    pub(super) fn check(&self) -> Result<(), SynapseError> {
        check_name(&self.name)?;
        self.kind.check()
    }

    /// What the header of this field holds, as JSON.
    pub(super) fn header(&self, value: &Json) -> Json {
        let fitting = if self.takes_zero() {
            InHeader::Dummy
        } else {
            InHeader::Value
        };
        match self.header.unwrap_or(fitting) {
            InHeader::Dummy => self.kind.dummy(value),
            InHeader::Value => value.clone(),
        }
    }

    /// What is sent for a field that the miner fills in but has to be given all the same.
    pub(super) fn place_for_answer(&self) -> Option<(String, Json)> {
        let empty = || self.kind.dummy(&Json::Null);
        let value = || self.default.clone().unwrap_or_else(empty);
        (self.required && self.answer).then(|| (self.name.clone(), value()))
    }

    fn takes_zero(&self) -> bool {
        match &self.kind {
            Kind::Choice(_) | Kind::Enumeration { .. } | Kind::Tensor => false,
            Kind::Tuple(kinds) => kinds.is_empty(),
            Kind::Object(fields) => fields.iter().all(|field| !field.required),
            Kind::Integer | Kind::Number => {
                self.min.is_none_or(|min| min <= 0) && self.max.is_none_or(|max| max >= 0)
            }
            Kind::Text | Kind::Boolean | Kind::Any | Kind::List(_) | Kind::Map(_) => true,
        }
    }

    /// What is wrong with a value, in words; none if it is one of this field.
    pub(super) fn wrong(&self, value: &Json) -> Option<String> {
        if *value == Json::Null && self.nullable {
            return None;
        }
        let wrong = self.kind.wrong(value);
        if wrong.is_some() {
            return wrong;
        }
        let Json::Number(number) = value else {
            return None;
        };
        let number = number.to_f64();
        // Bounds are small, so that they are the same as floats.
        let (below, above) = (
            self.min.filter(|min| number < *min as f64),
            self.max.filter(|max| number > *max as f64),
        );
        let least = below.map(|min| format!("{min} or more"));
        least.or(above.map(|max| format!("{max} or less")))
    }
}

impl Kind {
    fn check(&self) -> Result<(), SynapseError> {
        match self {
            Self::Text
            | Self::Integer
            | Self::Number
            | Self::Boolean
            | Self::Any
            | Self::Choice(_)
            | Self::Tensor => Ok(()),
            Self::List(kind) | Self::Map(kind) => kind.check(),
            Self::Tuple(kinds) => kinds.iter().try_for_each(Self::check),
            Self::Object(fields) => fields.iter().try_for_each(Field::check),
            Self::Enumeration { class, members } => {
                check_name(class)?;
                members.iter().try_for_each(|member| check_name(&member.name))
            }
        }
    }

    /// The zero of the type; of any JSON, that of the value's own type.
    fn dummy(&self, value: &Json) -> Json {
        match self {
            Self::Text | Self::Choice(_) | Self::Enumeration { .. } => Json::text(""),
            Self::Integer => 0.into(),
            Self::Number => float_zero(),
            Self::Boolean => Json::Bool(false),
            Self::List(_) | Self::Tuple(_) => Json::List(Vec::new()),
            Self::Map(_) | Self::Object(_) | Self::Tensor => Json::Object(Vec::new()),
            Self::Any => match value {
                Json::Null => Json::Null,
                Json::Bool(_) => Json::Bool(false),
                Json::Number(number) if number.is_whole() => 0.into(),
                Json::Number(_) => float_zero(),
                Json::Text(_) => Json::text(""),
                Json::List(_) => Json::List(Vec::new()),
                Json::Object(_) => Json::Object(Vec::new()),
            },
        }
    }

    /// What would be right instead of a value, in words; none if it is one of this kind.
    fn wrong(&self, value: &Json) -> Option<String> {
        let unless = |is_right: bool, right: &str| (!is_right).then(|| right.to_owned());
        match (self, value) {
            (Self::Any, _) => None,
            (Self::Text, _) => unless(matches!(value, Json::Text(_)), "a text"),
            (Self::Integer, _) => unless(
                matches!(value, Json::Number(number) if number.is_whole()),
                "a whole number",
            ),
            (Self::Number, _) => unless(
                matches!(value, Json::Number(number) if number.to_f64().is_finite()),
                "a number",
            ),
            (Self::Boolean, _) => unless(matches!(value, Json::Bool(_)), "true or false"),
            (Self::List(kind), Json::List(items)) => first(items.iter().map(|item| kind.wrong(item))),
            (Self::List(_), _) => Some("a list".to_owned()),
            (Self::Tuple(kinds), Json::List(items)) if kinds.len() == items.len() => {
                first(kinds.iter().zip(items).map(|(kind, item)| kind.wrong(item)))
            }
            (Self::Tuple(kinds), _) => Some(format!("a list of {}", kinds.len())),
            (Self::Map(kind), Json::Object(members)) => {
                first(members.iter().map(|(_, value)| kind.wrong(value)))
            }
            (Self::Map(_), _) => Some("an object".to_owned()),
            (Self::Object(fields), Json::Object(members)) => wrong_member(fields, members),
            (Self::Object(_), _) => Some("an object".to_owned()),
            (Self::Choice(options), _) => {
                let is_option = value
                    .as_text()
                    .is_some_and(|text| options.iter().any(|it| it == text));
                unless(is_option, &format!("one of {}", options.join(", ")))
            }
            (Self::Enumeration { members, .. }, _) => {
                let values: Vec<_> = members.iter().map(|member| member.value.as_str()).collect();
                let is_member = value.as_text().is_some_and(|text| values.contains(&text));
                unless(is_member, &format!("one of {}", values.join(", ")))
            }
            (Self::Tensor, _) => unless(Tensor::from_json(value).is_ok(), "a tensor"),
        }
    }
}

fn float_zero() -> Json {
    crate::Number::float(0.0).map_or(Json::Null, Json::Number)
}

fn first(wrongs: impl Iterator<Item = Option<String>>) -> Option<String> {
    let first = wrongs.flatten().next();
    first.map(|right| format!("{right} in each place"))
}

fn wrong_member(fields: &[Field], members: &[(String, Json)]) -> Option<String> {
    let unknown = members
        .iter()
        .find(|(key, _)| fields.iter().all(|field| field.name != *key));
    if let Some((key, _)) = unknown {
        return Some(format!("an object without {key}"));
    }
    fields.iter().find_map(|field| {
        let value = members.iter().find(|(key, _)| *key == field.name);
        match value {
            Some((_, value)) => field
                .wrong(value)
                .map(|right| format!("an object whose {} is {right}", field.name)),
            None => field.required.then(|| format!("an object with {}", field.name)),
        }
    })
}
