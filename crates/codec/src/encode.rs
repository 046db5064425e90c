//! [`Value`]s to SCALE bytes. A value has to fit its type exactly: nothing is cut, guessed or filled in.

use parity_scale_codec::{Compact, Encode};
use scale_info::{PortableRegistry, TypeDef, TypeDefPrimitive, form::PortableForm};

use crate::{
    CodecError, Field, Value,
    types::{self, MAX_DEPTH},
};

/// Appends the encoding of a value. `what` names the value in errors.
pub(crate) fn encode(
    types: &PortableRegistry,
    ty: u32,
    what: &str,
    value: &Value<'_>,
    out: &mut Vec<u8>,
) -> Result<(), CodecError> {
    Encoder { types, what, out }.value(ty, value, MAX_DEPTH)
}

/// Appends a compact number.
pub(crate) fn compact(number: u128, out: &mut Vec<u8>) {
    Compact(number).encode_to(out);
}

struct Encoder<'a, 'o> {
    types: &'a PortableRegistry,
    what: &'a str,
    out: &'o mut Vec<u8>,
}

impl Encoder<'_, '_> {
    fn wants(&self, want: impl Into<String>) -> CodecError {
        CodecError::wants(self.what, want)
    }

    fn value(&mut self, id: u32, value: &Value<'_>, depth: u32) -> Result<(), CodecError> {
        let depth = depth.checked_sub(1).ok_or(CodecError::TooDeep)?;
        if let Value::Encoded(bytes) = value {
            self.out.extend_from_slice(bytes);
            return Ok(());
        }
        let ty = types::resolve(self.types, id)?;
        if let Some(field) = types::wrapped(ty) {
            return self.value(field.ty.id, value, depth);
        }
        match (&ty.type_def, value) {
            (TypeDef::Composite(composite), Value::Fields(fields)) => {
                self.fields(&composite.fields, fields, depth)
            }
            // A struct of one field may be given as that field.
            (TypeDef::Composite(composite), _) => match composite.fields.as_slice() {
                [field] => self.value(field.ty.id, value, depth),
                _ => Err(self.wants("a struct")),
            },
            (TypeDef::Variant(definition), Value::Variant(name, fields)) => {
                let variant = definition.variants.iter().find(|variant| variant.name == *name);
                let variant =
                    variant.ok_or_else(|| self.wants(format!("an enum that has the variant {name}")))?;
                self.out.push(variant.index);
                self.fields(&variant.fields, fields, depth)
            }
            // An account where a `MultiAddress` is wanted.
            (TypeDef::Variant(_), Value::Bytes(_)) if types::name(ty) == "MultiAddress" => {
                let account = Field {
                    name: None,
                    value: value.clone(),
                };
                self.value(id, &Value::Variant("Id", vec![account]), depth)
            }
            (TypeDef::Variant(_), _) => Err(self.wants("an enum")),
            (TypeDef::Sequence(sequence), _) => match value {
                Value::Bytes(bytes) if types::is_byte(self.types, sequence.type_param.id)? => {
                    bytes.encode_to(self.out);
                    Ok(())
                }
                Value::List(items) => {
                    compact(items.len() as u128, self.out);
                    self.items(sequence.type_param.id, items, depth)
                }
                _ => Err(self.wants("a list")),
            },
            (TypeDef::Array(array), _) => match value {
                Value::Bytes(bytes)
                    if bytes.len() as u128 == array.len.into()
                        && types::is_byte(self.types, array.type_param.id)? =>
                {
                    self.out.extend_from_slice(bytes);
                    Ok(())
                }
                Value::List(items) if items.len() as u128 == array.len.into() => {
                    self.items(array.type_param.id, items, depth)
                }
                _ => Err(self.wants(format!("an array of {}", array.len))),
            },
            (TypeDef::Tuple(tuple), Value::List(items)) if tuple.fields.len() == items.len() => tuple
                .fields
                .iter()
                .zip(items)
                .try_for_each(|(field, item)| self.value(field.id, item, depth)),
            (TypeDef::Tuple(tuple), _) => Err(self.wants(format!("a tuple of {}", tuple.fields.len()))),
            (TypeDef::Primitive(primitive), _) => self.primitive(primitive, value),
            (TypeDef::Compact(inner), Value::Unsigned(number)) => {
                let bits = types::compact_bits(self.types, inner.type_param.id)?;
                if bits == 0 || number.checked_shr(bits).is_some_and(|above| above != 0) {
                    return Err(self.wants(format!("a number of {bits} bits")));
                }
                compact(*number, self.out);
                Ok(())
            }
            (TypeDef::Compact(_), _) => Err(self.wants("an unsigned number")),
            (TypeDef::BitSequence(_), _) => Err(self.wants("a bit sequence, which is read only")),
        }
    }

    fn items(&mut self, item: u32, values: &[Value<'_>], depth: u32) -> Result<(), CodecError> {
        values.iter().try_for_each(|value| self.value(item, value, depth))
    }

    fn fields(
        &mut self,
        definition: &[scale_info::Field<PortableForm>],
        fields: &[Field<'_>],
        depth: u32,
    ) -> Result<(), CodecError> {
        if definition.len() != fields.len() {
            return Err(self.wants(format!("a value with {} fields", definition.len())));
        }
        for (definition, field) in definition.iter().zip(fields) {
            if definition.name.as_deref() != field.name {
                let name = definition.name.as_deref().unwrap_or("(unnamed)");
                return Err(self.wants(format!("a value whose next field is {name}")));
            }
            self.value(definition.ty.id, &field.value, depth)?;
        }
        Ok(())
    }

    fn primitive(&mut self, primitive: &TypeDefPrimitive, value: &Value<'_>) -> Result<(), CodecError> {
        match (primitive, value) {
            (TypeDefPrimitive::Bool, Value::Flag(flag)) => {
                self.out.push(u8::from(*flag));
                Ok(())
            }
            (TypeDefPrimitive::Bool, _) => Err(self.wants("true or false")),
            (TypeDefPrimitive::Str, Value::Text(text)) => {
                text.encode_to(self.out);
                Ok(())
            }
            (TypeDefPrimitive::Str | TypeDefPrimitive::Char, _) => Err(self.wants("text")),
            (TypeDefPrimitive::U8, _) => self.unsigned::<1>(value),
            (TypeDefPrimitive::U16, _) => self.unsigned::<2>(value),
            (TypeDefPrimitive::U32, _) => self.unsigned::<4>(value),
            (TypeDefPrimitive::U64, _) => self.unsigned::<8>(value),
            (TypeDefPrimitive::U128, _) => self.unsigned::<16>(value),
            (TypeDefPrimitive::I8, _) => self.signed::<1>(value),
            (TypeDefPrimitive::I16, _) => self.signed::<2>(value),
            (TypeDefPrimitive::I32, _) => self.signed::<4>(value),
            (TypeDefPrimitive::I64, _) => self.signed::<8>(value),
            (TypeDefPrimitive::I128, _) => self.signed::<16>(value),
            (TypeDefPrimitive::U256 | TypeDefPrimitive::I256, Value::Bytes(bytes)) if bytes.len() == 32 => {
                self.out.extend_from_slice(bytes);
                Ok(())
            }
            (TypeDefPrimitive::U256 | TypeDefPrimitive::I256, _) => Err(self.wants("a number of 32 bytes")),
        }
    }

    fn unsigned<const N: usize>(&mut self, value: &Value<'_>) -> Result<(), CodecError> {
        let Value::Unsigned(number) = value else {
            return Err(self.wants("an unsigned number"));
        };
        let bytes = number.to_le_bytes();
        if bytes[N..].iter().any(|byte| *byte != 0) {
            return Err(self.wants(format!("a number of {} bits", 8 * N)));
        }
        self.out.extend_from_slice(&bytes[..N]);
        Ok(())
    }

    fn signed<const N: usize>(&mut self, value: &Value<'_>) -> Result<(), CodecError> {
        let Value::Signed(number) = value else {
            return Err(self.wants("a signed number"));
        };
        let unused = 128 - 8 * N as u32;
        if (number << unused) >> unused != *number {
            return Err(self.wants(format!("a signed number of {} bits", 8 * N)));
        }
        self.out.extend_from_slice(&number.to_le_bytes()[..N]);
        Ok(())
    }
}
