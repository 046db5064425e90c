//! SCALE bytes to [`Value`]s. The bytes may be anybody's: lengths are checked against what is left before anything is
//! allocated, and both nesting and the number of values are bounded.

use parity_scale_codec::{Compact, Decode};
use scale_info::{PortableRegistry, TypeDef, TypeDefPrimitive, form::PortableForm};

use crate::{
    CodecError, Field, Value,
    types::{self, MAX_DEPTH},
};

/// Values that no bytes stand for (units, wrappers) are counted too: this many are free, and so many per byte.
const FREE_VALUES: usize = 1024;
const VALUES_PER_BYTE: usize = 8;

/// Decodes one value from the start of `input`, which is left at the byte behind it.
pub(crate) fn decode<'a>(
    types: &'a PortableRegistry,
    ty: u32,
    input: &mut &[u8],
) -> Result<Value<'a>, CodecError> {
    let budget = input
        .len()
        .saturating_mul(VALUES_PER_BYTE)
        .saturating_add(FREE_VALUES);
    Decoder { types, input, budget }.value(ty, MAX_DEPTH)
}

/// Decodes one value that must take all of the bytes.
pub(crate) fn decode_all<'a>(
    types: &'a PortableRegistry,
    ty: u32,
    mut bytes: &[u8],
) -> Result<Value<'a>, CodecError> {
    let value = decode(types, ty, &mut bytes)?;
    match bytes.len() {
        0 => Ok(value),
        left => Err(CodecError::LeftOver(left)),
    }
}

/// Takes bytes off the start of the input.
pub(crate) fn take<'i>(input: &mut &'i [u8], count: usize) -> Result<&'i [u8], CodecError> {
    let (taken, rest) = input.split_at_checked(count).ok_or(CodecError::TooShort)?;
    *input = rest;
    Ok(taken)
}

/// Reads a compact number, which has to be in its shortest form.
pub(crate) fn compact(input: &mut &[u8]) -> Result<u128, CodecError> {
    Compact::<u128>::decode(input)
        .map(|number| number.0)
        .map_err(|_| CodecError::Malformed("not a compact number"))
}

struct Decoder<'a, 'i, 'b> {
    types: &'a PortableRegistry,
    input: &'b mut &'i [u8],
    budget: usize,
}

impl<'a> Decoder<'a, '_, '_> {
    fn value(&mut self, id: u32, depth: u32) -> Result<Value<'a>, CodecError> {
        let depth = depth.checked_sub(1).ok_or(CodecError::TooDeep)?;
        self.budget = self.budget.checked_sub(1).ok_or(CodecError::TooMany)?;
        let ty = types::resolve(self.types, id)?;
        if let Some(field) = types::wrapped(ty) {
            return self.value(field.ty.id, depth);
        }
        match &ty.type_def {
            TypeDef::Composite(composite) => self.fields(&composite.fields, depth).map(Value::Fields),
            TypeDef::Variant(definition) => {
                let index = take(self.input, 1)?[0];
                let variant = definition
                    .variants
                    .iter()
                    .find(|variant| variant.index == index)
                    .ok_or(CodecError::Malformed("an enum has no such variant"))?;
                Ok(Value::Variant(
                    &variant.name,
                    self.fields(&variant.fields, depth)?,
                ))
            }
            TypeDef::Sequence(sequence) => {
                let length = self.length()?;
                self.list(sequence.type_param.id, length, depth)
            }
            TypeDef::Array(array) => {
                let length = usize::try_from(array.len).map_err(|_| CodecError::TooMany)?;
                self.list(array.type_param.id, length, depth)
            }
            TypeDef::Tuple(tuple) => {
                let items = tuple.fields.iter().map(|field| self.value(field.id, depth));
                items.collect::<Result<_, _>>().map(Value::List)
            }
            TypeDef::Primitive(primitive) => self.primitive(primitive),
            TypeDef::Compact(inner) => {
                let bits = types::compact_bits(self.types, inner.type_param.id)?;
                match bits {
                    // `Compact<()>` takes no bytes.
                    0 => Ok(Value::List(Vec::new())),
                    _ => {
                        let number = compact(self.input)?;
                        match number.checked_shr(bits) {
                            None | Some(0) => Ok(Value::Unsigned(number)),
                            Some(_) => Err(CodecError::Malformed("a compact number is larger than its type")),
                        }
                    }
                }
            }
            TypeDef::BitSequence(sequence) => {
                let store = types::compact_bits(self.types, sequence.bit_store_type.id)? as usize;
                if store == 0 {
                    return Err(CodecError::Metadata("it has bit sequences of nothing"));
                }
                let words = self.length()?.div_ceil(store);
                let bytes = words.checked_mul(store / 8).ok_or(CodecError::TooShort)?;
                Ok(Value::Bytes(take(self.input, bytes)?.to_vec()))
            }
        }
    }

    fn fields(
        &mut self,
        fields: &'a [scale_info::Field<PortableForm>],
        depth: u32,
    ) -> Result<Vec<Field<'a>>, CodecError> {
        fields
            .iter()
            .map(|field| {
                Ok(Field {
                    name: field.name.as_deref(),
                    value: self.value(field.ty.id, depth)?,
                })
            })
            .collect()
    }

    fn list(&mut self, item: u32, length: usize, depth: u32) -> Result<Value<'a>, CodecError> {
        if types::is_byte(self.types, item)? {
            return Ok(Value::Bytes(take(self.input, length)?.to_vec()));
        }
        let mut items = Vec::new();
        for _ in 0..length {
            items.push(self.value(item, depth)?);
        }
        Ok(Value::List(items))
    }

    fn length(&mut self) -> Result<usize, CodecError> {
        // A length is a compact u32 whatever follows.
        let length = u32::try_from(compact(self.input)?).map_err(|_| CodecError::TooMany)?;
        usize::try_from(length).map_err(|_| CodecError::TooMany)
    }

    fn primitive(&mut self, primitive: &TypeDefPrimitive) -> Result<Value<'a>, CodecError> {
        match primitive {
            TypeDefPrimitive::Bool => match take(self.input, 1)?[0] {
                0 => Ok(Value::Flag(false)),
                1 => Ok(Value::Flag(true)),
                _ => Err(CodecError::Malformed("a flag is neither 0 nor 1")),
            },
            TypeDefPrimitive::Char => {
                let code = self.unsigned::<4>()?;
                let character = u32::try_from(code).ok().and_then(char::from_u32);
                let character = character.ok_or(CodecError::Malformed("not a character"))?;
                Ok(Value::Text(character.to_string()))
            }
            TypeDefPrimitive::Str => {
                let length = self.length()?;
                let text = core::str::from_utf8(take(self.input, length)?);
                let text = text.map_err(|_| CodecError::Malformed("a text is not UTF-8"))?;
                Ok(Value::Text(text.to_owned()))
            }
            TypeDefPrimitive::U8 => self.unsigned::<1>().map(Value::Unsigned),
            TypeDefPrimitive::U16 => self.unsigned::<2>().map(Value::Unsigned),
            TypeDefPrimitive::U32 => self.unsigned::<4>().map(Value::Unsigned),
            TypeDefPrimitive::U64 => self.unsigned::<8>().map(Value::Unsigned),
            TypeDefPrimitive::U128 => self.unsigned::<16>().map(Value::Unsigned),
            TypeDefPrimitive::I8 => self.signed::<1>().map(Value::Signed),
            TypeDefPrimitive::I16 => self.signed::<2>().map(Value::Signed),
            TypeDefPrimitive::I32 => self.signed::<4>().map(Value::Signed),
            TypeDefPrimitive::I64 => self.signed::<8>().map(Value::Signed),
            TypeDefPrimitive::I128 => self.signed::<16>().map(Value::Signed),
            TypeDefPrimitive::U256 | TypeDefPrimitive::I256 => {
                Ok(Value::Bytes(take(self.input, 32)?.to_vec()))
            }
        }
    }

    /// A little-endian number of `N` bytes.
    fn unsigned<const N: usize>(&mut self) -> Result<u128, CodecError> {
        let mut wide = [0; 16];
        wide[..N].copy_from_slice(take(self.input, N)?);
        Ok(u128::from_le_bytes(wide))
    }

    /// A little-endian number of `N` bytes in two's complement.
    fn signed<const N: usize>(&mut self) -> Result<i128, CodecError> {
        let unused = 128 - 8 * N as u32;
        Ok((self.unsigned::<N>()? << unused).cast_signed() >> unused)
    }
}
