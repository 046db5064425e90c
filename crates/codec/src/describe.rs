//! Calls for people: a tree of names, accounts and amounts, made of nothing but the bytes and what the metadata's digest
//! covers.

use scale_info::{PortableRegistry, TypeDef, Variant, form::PortableForm};
use taolight_primitives::{AccountId, Bytes, Rao};

use crate::{CodecError, Field, Metadata, Value, decode::decode_all, types};

/// Calls within calls that are still described.
const MAX_NESTED_CALLS: u32 = 8;

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallNode {
    /// Name of the pallet.
    pub pallet: String,
    /// Name of the call.
    pub name: String,
    /// Arguments in the call's own order.
    pub arguments: Vec<Argument>,
}

/// A value with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Name in the metadata, or its position.
    pub name: String,
    /// The value.
    pub value: HumanValue,
}

/// A value, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HumanValue {
    /// An account.
    Account(AccountId),
    /// An amount of TAO.
    Amount(Rao),
    /// A number, in decimal digits. Amounts of alpha too: they are not TAO.
    Number(String),
    /// Text, or the name of a variant without content.
    Text(String),
    /// Bytes that are not text.
    Bytes(Bytes),
    /// True or false.
    Flag(bool),
    /// Nothing.
    Empty,
    /// A list.
    List(Vec<HumanValue>),
    /// Named fields, or one variant with its content.
    Fields(Vec<Argument>),
    /// A call within a call.
    Call(CallNode),
}

/// Describes a call. All of the bytes have to be the call, and calls may nest eight deep.
pub fn describe_call(metadata: &Metadata, call: &[u8]) -> Result<CallNode, CodecError> {
    let describer = Describer {
        types: &metadata.parts.types,
        call: metadata.parts.extrinsic.call,
    };
    let value = decode_all(describer.types, describer.call, call)?;
    describer.call(value, MAX_NESTED_CALLS)
}

struct Describer<'a> {
    types: &'a PortableRegistry,
    /// The type of calls.
    call: u32,
}

impl<'a> Describer<'a> {
    fn call(&self, value: Value<'a>, nesting: u32) -> Result<CallNode, CodecError> {
        let shape = CodecError::Metadata("its calls are not calls of pallets");
        let Value::Variant(pallet, mut fields) = value else {
            return Err(shape);
        };
        let outer = find(types::variants(self.types, self.call)?, pallet)?;
        let (Some(inner), [definition]) = (fields.pop(), outer.fields.as_slice()) else {
            return Err(shape);
        };
        let Value::Variant(name, arguments) = inner.value else {
            return Err(shape);
        };
        let definition = find(types::variants(self.types, definition.ty.id)?, name)?;
        Ok(CallNode {
            pallet: pallet.to_owned(),
            name: name.to_owned(),
            arguments: self.fields(&definition.fields, arguments, nesting)?,
        })
    }

    /// Describes one value. `label` is what the runtime's source calls its type, from the closest place that says so.
    fn value(
        &self,
        id: u32,
        label: Option<&str>,
        value: Value<'a>,
        nesting: u32,
    ) -> Result<HumanValue, CodecError> {
        if id == self.call {
            let nesting = nesting.checked_sub(1).ok_or(CodecError::TooDeep)?;
            return self.call(value, nesting).map(HumanValue::Call);
        }
        let ty = types::resolve(self.types, id)?;
        let own_name = types::name(ty);
        if let Some(field) = types::wrapped(ty) {
            if let (Value::Bytes(bytes), "AccountId32") = (&value, own_name)
                && let Ok(account) = <[u8; 32]>::try_from(bytes.as_slice())
            {
                return Ok(HumanValue::Account(AccountId(account)));
            }
            let label = if names_a_unit(own_name) {
                Some(own_name)
            } else {
                label
            };
            return self.value(field.ty.id, label, value, nesting);
        }
        match (&ty.type_def, value) {
            (TypeDef::Composite(composite), Value::Fields(fields)) => self
                .fields(&composite.fields, fields, nesting)
                .map(HumanValue::Fields),
            (TypeDef::Variant(definition), Value::Variant(name, fields)) => {
                let variant = find(&definition.variants, name)?;
                self.variant(own_name, variant, label, fields, nesting)
            }
            (TypeDef::Sequence(sequence), Value::List(items)) => {
                self.items(sequence.type_param.id, label, items, nesting)
            }
            (TypeDef::Array(array), Value::List(items)) => {
                self.items(array.type_param.id, label, items, nesting)
            }
            (TypeDef::Tuple(tuple), Value::List(items)) => {
                if tuple.fields.is_empty() {
                    return Ok(HumanValue::Empty);
                }
                let items = tuple.fields.iter().zip(items);
                let items = items.map(|(field, item)| self.value(field.id, None, item, nesting));
                items.collect::<Result<_, _>>().map(HumanValue::List)
            }
            // `Compact<()>`.
            (TypeDef::Compact(_), Value::List(_)) => Ok(HumanValue::Empty),
            (TypeDef::Sequence(_), Value::Bytes(bytes)) => Ok(text_or_bytes(bytes)),
            (_, Value::Bytes(bytes)) => Ok(HumanValue::Bytes(Bytes(bytes))),
            (_, Value::Text(text)) => Ok(text_or_bytes(text.into_bytes())),
            (_, Value::Flag(flag)) => Ok(HumanValue::Flag(flag)),
            (_, Value::Signed(number)) => Ok(HumanValue::Number(number.to_string())),
            // The digest says how wide a compact number is and nothing else of its type, so its label is the field's.
            (_, Value::Unsigned(number)) => match u64::try_from(number) {
                Ok(rao) if label.is_some_and(is_tao) => Ok(HumanValue::Amount(Rao(rao))),
                _ => Ok(HumanValue::Number(number.to_string())),
            },
            (_, Value::List(_) | Value::Fields(_) | Value::Variant(..) | Value::Encoded(_)) => {
                Err(CodecError::Malformed("a value has another shape than its type"))
            }
        }
    }

    fn variant(
        &self,
        owner: &str,
        variant: &'a Variant<PortableForm>,
        label: Option<&str>,
        mut fields: Vec<Field<'a>>,
        nesting: u32,
    ) -> Result<HumanValue, CodecError> {
        match (owner, variant.name.as_str(), variant.fields.as_slice()) {
            ("Option", "None", _) => Ok(HumanValue::Empty),
            // An address that is an account, and what an option holds, need no name of their own.
            ("Option", "Some", [definition]) | ("MultiAddress", "Id", [definition]) => match fields.pop() {
                Some(field) => self.value(definition.ty.id, label, field.value, nesting),
                None => Ok(HumanValue::Empty),
            },
            (_, name, []) => Ok(HumanValue::Text(name.to_owned())),
            (_, name, definitions) => {
                let mut content = self.fields(definitions, fields, nesting)?;
                let value = match (definitions, content.len()) {
                    ([definition], 1) if definition.name.is_none() => content.remove(0).value,
                    _ => HumanValue::Fields(content),
                };
                Ok(HumanValue::Fields(vec![Argument {
                    name: name.to_owned(),
                    value,
                }]))
            }
        }
    }

    fn fields(
        &self,
        definitions: &'a [scale_info::Field<PortableForm>],
        fields: Vec<Field<'a>>,
        nesting: u32,
    ) -> Result<Vec<Argument>, CodecError> {
        let fields = definitions.iter().zip(fields).enumerate();
        fields
            .map(|(position, (definition, field))| {
                Ok(Argument {
                    name: definition.name.clone().unwrap_or_else(|| position.to_string()),
                    value: self.value(
                        definition.ty.id,
                        definition.type_name.as_deref(),
                        field.value,
                        nesting,
                    )?,
                })
            })
            .collect()
    }

    fn items(
        &self,
        item: u32,
        label: Option<&str>,
        items: Vec<Value<'a>>,
        nesting: u32,
    ) -> Result<HumanValue, CodecError> {
        let items = items
            .into_iter()
            .map(|value| self.value(item, label, value, nesting));
        items.collect::<Result<_, _>>().map(HumanValue::List)
    }
}

fn find<'v>(
    variants: &'v [Variant<PortableForm>],
    name: &str,
) -> Result<&'v Variant<PortableForm>, CodecError> {
    let found = variants.iter().find(|variant| variant.name == name);
    found.ok_or(CodecError::Malformed("an enum has no such variant"))
}

/// Whether a type's name says what its numbers count.
fn names_a_unit(name: &str) -> bool {
    name.contains("Balance") || name.contains("Currency") || name.contains("Alpha")
}

/// Whether numbers of a type of this name are rao. `TaoBalance`, `T::Balance` and `BalanceOf<T>` are; alpha is not TAO.
fn is_tao(label: &str) -> bool {
    (label.contains("Balance") || label.contains("TaoCurrency")) && !label.contains("Alpha")
}

/// Bytes as text if every character shows as itself.
fn text_or_bytes(bytes: Vec<u8>) -> HumanValue {
    match String::from_utf8(bytes) {
        Ok(text) if text.chars().all(is_plain) => HumanValue::Text(text),
        Ok(text) => HumanValue::Bytes(Bytes(text.into_bytes())),
        Err(error) => HumanValue::Bytes(Bytes(error.into_bytes())),
    }
}

/// Whether a character shows as itself: it is neither invisible nor turns the direction of writing. A line break does.
pub fn is_plain(character: char) -> bool {
    let invisible = matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}');
    character == '\n' || !(character.is_control() || invisible)
}
