//! Arguments of a call as JSON, read by the types that the metadata gives them. What a person or a script writes is
//! taken only if it can mean one thing.

use scale_info::{PortableRegistry, TypeDef, TypeDefPrimitive, Variant, form::PortableForm};
use serde_json::{Map, Value as Json};
use taolight_primitives::{AccountId, Bytes};

use crate::{
    CodecError, Field, Metadata, Value,
    call::{encode_call, find},
    decode::decode_all,
    types::{self, MAX_DEPTH},
};

/// Encodes a call whose arguments are JSON, by name.
///
/// | type | JSON |
/// |---|---|
/// | number | a number, or its decimal digits as text |
/// | account, address | an SS58 address, or 32 bytes |
/// | bytes | hexadecimal digits behind `0x`; of a list of bytes any other text too, which stands for its UTF-8 |
/// | list, array, tuple | a list |
/// | struct | an object with exactly its fields |
/// | enum | the name of a variant, or an object with that one name and its content |
/// | option | `null`, or what it holds |
/// | call within the call | an enum of enums, or the call's own bytes |
pub fn encode_json_call(
    metadata: &Metadata,
    pallet: &str,
    call: &str,
    arguments: &Map<String, Json>,
) -> Result<Vec<u8>, CodecError> {
    let (_, definition) = find(metadata, pallet, call)?;
    let reader = Reader {
        types: &metadata.parts.types,
        call: metadata.parts.extrinsic.call,
    };
    let mut values = Vec::new();
    for (name, json) in arguments {
        let field = definition
            .fields
            .iter()
            .find(|field| field.name.as_ref() == Some(name));
        let missing = || CodecError::missing("argument", &format!("{pallet}.{call}"), name);
        let field = field.ok_or_else(missing)?;
        values.push((name.as_str(), reader.value(field.ty.id, name, json, MAX_DEPTH)?));
    }
    encode_call(metadata, pallet, call, &values)
}

struct Reader<'a> {
    types: &'a PortableRegistry,
    /// The type of calls.
    call: u32,
}

impl<'a> Reader<'a> {
    fn value(&self, id: u32, what: &str, json: &Json, depth: u32) -> Result<Value<'a>, CodecError> {
        let depth = depth.checked_sub(1).ok_or(CodecError::TooDeep)?;
        if id == self.call
            && let Json::String(text) = json
        {
            return self.encoded_call(what, text);
        }
        let ty = types::resolve(self.types, id)?;
        if types::name(ty) == "AccountId32" {
            return account(what, json);
        }
        if let Some(field) = types::wrapped(ty) {
            return self.value(field.ty.id, what, json, depth);
        }
        match &ty.type_def {
            TypeDef::Composite(composite) => self
                .fields(&composite.fields, what, json, depth)
                .map(Value::Fields),
            TypeDef::Variant(definition) => match types::name(ty) {
                "Option" => self.option(&definition.variants, what, json, depth),
                "MultiAddress" if json.is_string() => account(what, json),
                _ => self.variant(&definition.variants, what, json, depth),
            },
            TypeDef::Sequence(sequence) => match json {
                Json::String(text) if types::is_byte(self.types, sequence.type_param.id)? => {
                    bytes_or_text(what, text)
                }
                _ => self.list(sequence.type_param.id, what, json, depth),
            },
            TypeDef::Array(array) => match json {
                Json::String(text) if types::is_byte(self.types, array.type_param.id)? => hex(what, text),
                _ => self.list(array.type_param.id, what, json, depth),
            },
            TypeDef::Tuple(tuple) => {
                let items = array_of(tuple.fields.len(), what, json)?;
                let pairs = tuple.fields.iter().zip(items).enumerate();
                pairs
                    .map(|(position, (field, item))| {
                        self.value(field.id, &format!("{what}[{position}]"), item, depth)
                    })
                    .collect::<Result<_, _>>()
                    .map(Value::List)
            }
            TypeDef::Primitive(primitive) => primitive_value(primitive, what, json),
            TypeDef::Compact(_) => unsigned(what, json),
            TypeDef::BitSequence(_) => Err(CodecError::wants(what, "a bit sequence, which is read only")),
        }
    }

    /// A call by its bytes, all of which have to be the call.
    fn encoded_call(&self, what: &str, text: &str) -> Result<Value<'a>, CodecError> {
        let bytes = Bytes::from_hex(text).map_err(|_| CodecError::wants(what, "a call or its bytes"))?;
        decode_all(self.types, self.call, &bytes.0)?;
        Ok(Value::Encoded(bytes.0))
    }

    fn list(&self, item: u32, what: &str, json: &Json, depth: u32) -> Result<Value<'a>, CodecError> {
        let Json::Array(items) = json else {
            return Err(CodecError::wants(what, "a list"));
        };
        let items = items.iter().enumerate();
        items
            .map(|(position, json)| self.value(item, &format!("{what}[{position}]"), json, depth))
            .collect::<Result<_, _>>()
            .map(Value::List)
    }

    fn option(
        &self,
        variants: &'a [Variant<PortableForm>],
        what: &str,
        json: &Json,
        depth: u32,
    ) -> Result<Value<'a>, CodecError> {
        if json.is_null() {
            return Ok(Value::unit("None"));
        }
        let content = variants.iter().flat_map(|variant| &variant.fields).next();
        let content = content.ok_or(CodecError::Metadata("it has an option of nothing"))?;
        self.value(content.ty.id, what, json, depth)
            .map(|value| Value::option(Some(value)))
    }

    fn variant(
        &self,
        variants: &'a [Variant<PortableForm>],
        what: &str,
        json: &Json,
        depth: u32,
    ) -> Result<Value<'a>, CodecError> {
        let (name, content) = match json {
            Json::String(name) => (name, &Json::Null),
            Json::Object(object) => match object.iter().next() {
                Some(entry) if object.len() == 1 => entry,
                _ => {
                    return Err(CodecError::wants(
                        what,
                        "the name of one variant, with its content",
                    ));
                }
            },
            _ => return Err(CodecError::wants(what, "the name of a variant")),
        };
        let variant = variants.iter().find(|variant| variant.name == *name);
        let variant =
            variant.ok_or_else(|| CodecError::wants(what, format!("an enum that has the variant {name}")))?;
        let fields = self.fields(&variant.fields, &format!("{what}.{name}"), content, depth)?;
        Ok(Value::Variant(&variant.name, fields))
    }

    /// The fields of a struct or variant: none, one without a name, several without names, or named ones.
    fn fields(
        &self,
        definitions: &'a [scale_info::Field<PortableForm>],
        what: &str,
        json: &Json,
        depth: u32,
    ) -> Result<Vec<Field<'a>>, CodecError> {
        match definitions {
            [] if is_nothing(json) => Ok(Vec::new()),
            [] => Err(CodecError::wants(what, "without content")),
            [only] if only.name.is_none() => {
                Ok(vec![Field::unnamed(self.value(only.ty.id, what, json, depth)?)])
            }
            [first, ..] if first.name.is_none() => {
                let items = array_of(definitions.len(), what, json)?;
                let pairs = definitions.iter().zip(items).enumerate();
                pairs
                    .map(|(position, (field, item))| {
                        let what = format!("{what}[{position}]");
                        Ok(Field::unnamed(self.value(field.ty.id, &what, item, depth)?))
                    })
                    .collect()
            }
            _ => self.named(definitions, what, json, depth),
        }
    }

    fn named(
        &self,
        definitions: &'a [scale_info::Field<PortableForm>],
        what: &str,
        json: &Json,
        depth: u32,
    ) -> Result<Vec<Field<'a>>, CodecError> {
        let Json::Object(object) = json else {
            return Err(CodecError::wants(what, "an object with its fields"));
        };
        let known = |name: &String| definitions.iter().any(|field| field.name.as_ref() == Some(name));
        if let Some(unknown) = object.keys().find(|name| !known(name)) {
            return Err(CodecError::wants(what, format!("an object without {unknown}")));
        }
        definitions
            .iter()
            .map(|field| {
                let name = field.name.as_deref().unwrap_or_default();
                let what = format!("{what}.{name}");
                // What is left out is nothing, which only an option can be.
                let json = object.get(name).unwrap_or(&Json::Null);
                Ok(Field::named(name, self.value(field.ty.id, &what, json, depth)?))
            })
            .collect()
    }
}

fn is_nothing(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::Array(items) => items.is_empty(),
        Json::Object(fields) => fields.is_empty(),
        Json::Bool(_) | Json::Number(_) | Json::String(_) => false,
    }
}

fn array_of<'j>(length: usize, what: &str, json: &'j Json) -> Result<&'j [Json], CodecError> {
    match json {
        Json::Array(items) if items.len() == length => Ok(items),
        _ => Err(CodecError::wants(what, format!("a list of {length}"))),
    }
}

fn account(what: &str, json: &Json) -> Result<Value<'static>, CodecError> {
    let Json::String(text) = json else {
        return Err(CodecError::wants(what, "an address"));
    };
    if text.starts_with("0x") {
        let bytes = hex(what, text)?;
        return bytes.bytes().map(|account| AccountId(account).into());
    }
    AccountId::from_ss58(text)
        .map(Value::from)
        .map_err(|error| CodecError::wants(what, format!("an address ({error})")))
}

fn hex(what: &str, text: &str) -> Result<Value<'static>, CodecError> {
    let bytes = Bytes::from_hex(text);
    let bytes = bytes.map_err(|error| CodecError::wants(what, format!("bytes ({error})")))?;
    Ok(Value::Bytes(bytes.0))
}

fn bytes_or_text(what: &str, text: &str) -> Result<Value<'static>, CodecError> {
    match text.starts_with("0x") {
        true => hex(what, text),
        false => Ok(Value::Bytes(text.as_bytes().to_vec())),
    }
}

fn primitive_value(
    primitive: &TypeDefPrimitive,
    what: &str,
    json: &Json,
) -> Result<Value<'static>, CodecError> {
    match (primitive, json) {
        (TypeDefPrimitive::Bool, Json::Bool(flag)) => Ok(Value::Flag(*flag)),
        (TypeDefPrimitive::Bool, _) => Err(CodecError::wants(what, "true or false")),
        (TypeDefPrimitive::Str, Json::String(text)) => Ok(Value::Text(text.clone())),
        (TypeDefPrimitive::Str | TypeDefPrimitive::Char, _) => Err(CodecError::wants(what, "text")),
        (TypeDefPrimitive::U256 | TypeDefPrimitive::I256, Json::String(text)) => hex(what, text),
        (TypeDefPrimitive::U256 | TypeDefPrimitive::I256, _) => {
            Err(CodecError::wants(what, "32 bytes, the lowest first"))
        }
        (
            TypeDefPrimitive::I8
            | TypeDefPrimitive::I16
            | TypeDefPrimitive::I32
            | TypeDefPrimitive::I64
            | TypeDefPrimitive::I128,
            _,
        ) => digits(json)
            .and_then(|digits| digits.parse().ok())
            .map(Value::Signed)
            .ok_or_else(|| CodecError::wants(what, "a whole number")),
        (
            TypeDefPrimitive::U8
            | TypeDefPrimitive::U16
            | TypeDefPrimitive::U32
            | TypeDefPrimitive::U64
            | TypeDefPrimitive::U128,
            _,
        ) => unsigned(what, json),
    }
}

fn unsigned(what: &str, json: &Json) -> Result<Value<'static>, CodecError> {
    digits(json)
        .and_then(|digits| digits.parse().ok())
        .map(Value::Unsigned)
        .ok_or_else(|| CodecError::wants(what, "a whole number that is not negative"))
}

/// The digits of a number. A number with a point or an exponent has none that can be parsed as a whole one.
fn digits(json: &Json) -> Option<String> {
    match json {
        Json::Number(number) => Some(number.to_string()),
        Json::String(text) => Some(text.clone()),
        Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
    }
}
