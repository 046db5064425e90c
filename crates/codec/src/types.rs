//! Small questions about the types of a runtime.

use scale_info::{Field, PortableRegistry, Type, TypeDef, TypeDefPrimitive, Variant, form::PortableForm};

use crate::CodecError;

/// Types within types, deeper than any honest runtime has them. A runtime's own calls may nest, and each level of that
/// takes about four of these.
pub(crate) const MAX_DEPTH: u32 = 96;

/// A type by its id.
pub(crate) fn resolve(types: &PortableRegistry, id: u32) -> Result<&Type<PortableForm>, CodecError> {
    types
        .resolve(id)
        .ok_or(CodecError::Metadata("it names a type that it does not have"))
}

/// The last segment of a type's path, empty if it has none.
pub(crate) fn name(ty: &Type<PortableForm>) -> &str {
    ty.path.segments.last().map_or("", String::as_str)
}

/// The single field of a wrapper: a composite with one unnamed field, which is encoded as that field alone. Values
/// never show wrappers.
pub(crate) fn wrapped(ty: &Type<PortableForm>) -> Option<&Field<PortableForm>> {
    match &ty.type_def {
        TypeDef::Composite(composite) => match composite.fields.as_slice() {
            [field] if field.name.is_none() => Some(field),
            _ => None,
        },
        _ => None,
    }
}

/// The type inside all wrappers.
pub(crate) fn unwrap(types: &PortableRegistry, mut id: u32) -> Result<&Type<PortableForm>, CodecError> {
    for _ in 0..MAX_DEPTH {
        let ty = resolve(types, id)?;
        match wrapped(ty) {
            Some(field) => id = field.ty.id,
            None => return Ok(ty),
        }
    }
    Err(CodecError::TooDeep)
}

/// Whether the type is `u8` itself, so that a list of it is bytes.
pub(crate) fn is_byte(types: &PortableRegistry, id: u32) -> Result<bool, CodecError> {
    Ok(matches!(
        resolve(types, id)?.type_def,
        TypeDef::Primitive(TypeDefPrimitive::U8)
    ))
}

/// Bits of the unsigned integer inside a `Compact`; 0 for `Compact<()>`.
pub(crate) fn compact_bits(types: &PortableRegistry, id: u32) -> Result<u32, CodecError> {
    let ty = unwrap(types, id)?;
    match &ty.type_def {
        TypeDef::Primitive(TypeDefPrimitive::U8) => Ok(8),
        TypeDef::Primitive(TypeDefPrimitive::U16) => Ok(16),
        TypeDef::Primitive(TypeDefPrimitive::U32) => Ok(32),
        TypeDef::Primitive(TypeDefPrimitive::U64) => Ok(64),
        TypeDef::Primitive(TypeDefPrimitive::U128) => Ok(128),
        TypeDef::Tuple(tuple) if tuple.fields.is_empty() => Ok(0),
        TypeDef::Composite(composite) if composite.fields.is_empty() => Ok(0),
        _ => Err(CodecError::Metadata("it has a compact form of what has none")),
    }
}

/// The variants of an enum.
pub(crate) fn variants(types: &PortableRegistry, id: u32) -> Result<&[Variant<PortableForm>], CodecError> {
    match &unwrap(types, id)?.type_def {
        TypeDef::Variant(variant) => Ok(&variant.variants),
        _ => Err(CodecError::Metadata(
            "it has another type where an enum should be",
        )),
    }
}

/// Whether values of the type take no bytes.
pub(crate) fn is_empty(types: &PortableRegistry, id: u32) -> Result<bool, CodecError> {
    fn check(types: &PortableRegistry, id: u32, depth: u32) -> Result<bool, CodecError> {
        let depth = depth.checked_sub(1).ok_or(CodecError::TooDeep)?;
        match &resolve(types, id)?.type_def {
            TypeDef::Composite(composite) => {
                for field in &composite.fields {
                    if !check(types, field.ty.id, depth)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            TypeDef::Tuple(tuple) => {
                for field in &tuple.fields {
                    if !check(types, field.id, depth)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            TypeDef::Array(array) => Ok(array.len == 0 || check(types, array.type_param.id, depth)?),
            TypeDef::Variant(_)
            | TypeDef::Sequence(_)
            | TypeDef::Primitive(_)
            | TypeDef::Compact(_)
            | TypeDef::BitSequence(_) => Ok(false),
        }
    }
    check(types, id, MAX_DEPTH)
}
