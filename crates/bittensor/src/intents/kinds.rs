//! What intents there are and what each is made of, for whoever lets people type them.

use serde::{Deserialize, Deserializer, de::Visitor, forward_to_deserialize_any};

/// One kind of intent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntentKind {
    /// Its name in JSON, the field `intent`.
    pub name: String,
    /// The names of its other fields.
    pub fields: &'static [&'static str],
}

impl IntentKind {
    /// The kind of a type, by the type's name.
    pub(super) fn of<'de, T: Deserialize<'de>>(type_name: &str) -> Self {
        let mut characters = type_name.chars();
        let first = characters.next().map(|first| first.to_ascii_lowercase());
        let mut fields: &'static [&'static str] = &[];
        // Its error is not one: nothing is to be read but the names that the type asks for.
        let _ = T::deserialize(FieldNames(&mut fields));
        Self {
            name: first.into_iter().chain(characters).collect(),
            fields,
        }
    }
}

/// Hears which fields a struct asks for, and has none of them.
struct FieldNames<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for FieldNames<'_> {
    type Error = serde::de::value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Self::Error> {
        Err(serde::de::Error::custom("only the names were wanted"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::intents::Intent;

    #[test]
    fn every_kind_is_known_by_its_name() {
        let kinds = Intent::kinds();
        assert!(kinds.len() > 60);
        for kind in &kinds {
            let error = serde_json::from_value::<Intent>(json!({ "intent": kind.name }));
            let unknown = error.is_err_and(|error| error.to_string().contains("unknown variant"));
            assert!(!unknown, "{}", kind.name);
        }
        let transfer = kinds.iter().find(|kind| kind.name == "transfer").unwrap();
        assert_eq!(transfer.fields, ["destination", "amount", "keepAlive"]);
    }
}
