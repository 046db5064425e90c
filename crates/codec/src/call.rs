//! Calls: what a transaction does, built from a pallet's and a call's name.

use scale_info::{Variant, form::PortableForm};

use crate::{CodecError, Metadata, Value, encode::encode, types};

/// The variants of the outer and inner enum that a call is. The outer one has a variant per pallet, and that is what the
/// digest of the metadata covers.
pub(crate) fn find<'a>(
    metadata: &'a Metadata,
    pallet: &str,
    call: &str,
) -> Result<(&'a Variant<PortableForm>, &'a Variant<PortableForm>), CodecError> {
    let parts = &metadata.parts;
    let missing = || CodecError::missing("call", pallet, call);
    let by_name = |variants: &'a [Variant<PortableForm>], name: &str| {
        variants
            .iter()
            .find(|variant| variant.name == name)
            .ok_or_else(missing)
    };
    let outer = by_name(types::variants(&parts.types, parts.extrinsic.call)?, pallet)?;
    let [calls] = outer.fields.as_slice() else {
        return Err(missing());
    };
    Ok((outer, by_name(types::variants(&parts.types, calls.ty.id)?, call)?))
}

/// Encodes a call with named arguments, which may come in any order.
pub fn encode_call(
    metadata: &Metadata,
    pallet: &str,
    call: &str,
    arguments: &[(&str, Value<'_>)],
) -> Result<Vec<u8>, CodecError> {
    let (outer, inner) = find(metadata, pallet, call)?;
    for (name, _) in arguments {
        if !inner
            .fields
            .iter()
            .any(|field| field.name.as_deref() == Some(name))
        {
            return Err(CodecError::missing("argument", &format!("{pallet}.{call}"), name));
        }
    }
    let mut bytes = vec![outer.index, inner.index];
    for field in &inner.fields {
        let name = field.name.as_deref().unwrap_or_default();
        let given = arguments.iter().find(|(candidate, _)| *candidate == name);
        let (_, value) = given.ok_or_else(|| CodecError::Argument(name.to_owned()))?;
        encode(&metadata.parts.types, field.ty.id, name, value, &mut bytes)?;
    }
    Ok(bytes)
}
