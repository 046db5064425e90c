//! What a block's events say of one of its extrinsics.

use scale_info::TypeDef;

use crate::{
    CodecError, Field, Metadata, Value,
    decode::{compact, decode},
    types,
};

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event<'a> {
    /// Name of the pallet.
    pub pallet: &'a str,
    /// Name of the event.
    pub name: &'a str,
    /// The event with its content: always a variant of that name.
    pub content: Value<'a>,
}

/// Why an extrinsic, or a call within it, failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchError {
    /// Name of the error, such as `Balances.InsufficientBalance`, `Token.FundsUnavailable` or `BadOrigin`.
    pub name: String,
    /// The runtime's own explanation, if its metadata has one.
    pub explanation: Option<String>,
}

/// The storage key of a block's events.
pub fn events_key(metadata: &Metadata) -> Result<Vec<u8>, CodecError> {
    metadata.storage("System", "Events")?.key(&[])
}

/// The events of the extrinsic at `index` of the block whose events these are, in their order.
pub fn extrinsic_events<'m>(
    metadata: &'m Metadata,
    events: &[u8],
    index: u32,
) -> Result<Vec<Event<'m>>, CodecError> {
    let mut found = Vec::new();
    each_event(metadata, events, |extrinsic, event| {
        if extrinsic == Some(index) {
            found.push(event);
        }
        Ok(())
    })?;
    Ok(found)
}

/// Hands on every event of a block in order, with the position of the extrinsic that it is of; none for what the chain
/// did by itself. One at a time, so that a full block takes little more memory than what is kept of it.
pub fn each_event<'m>(
    metadata: &'m Metadata,
    events: &[u8],
    mut take: impl FnMut(Option<u32>, Event<'m>) -> Result<(), CodecError>,
) -> Result<(), CodecError> {
    let types = &metadata.parts.types;
    let events_type = types::unwrap(types, metadata.storage("System", "Events")?.value_type())?;
    let TypeDef::Sequence(sequence) = &events_type.type_def else {
        return Err(CodecError::Metadata("its events are not a list"));
    };
    let mut input = events;
    for _ in 0..compact(&mut input)? {
        let record = decode(types, sequence.type_param.id, &mut input)?;
        let extrinsic = extrinsic(record.field("phase")?)?;
        take(extrinsic, event(record)?)?;
    }
    match input.len() {
        0 => Ok(()),
        left => Err(CodecError::LeftOver(left)),
    }
}

/// Takes the event out of its record.
fn event(record: Value<'_>) -> Result<Event<'_>, CodecError> {
    let shape = || CodecError::wants("an event", "of a pallet");
    let Value::Fields(fields) = record else {
        return Err(shape());
    };
    let event = fields.into_iter().find(|field| field.name == Some("event"));
    let Some(Value::Variant(pallet, mut inner)) = event.map(|field| field.value) else {
        return Err(shape());
    };
    match (inner.pop(), inner.len()) {
        (Some(Field { value: content, .. }), 0) => Ok(Event {
            pallet,
            name: content.variant()?.0,
            content,
        }),
        _ => Err(shape()),
    }
}

fn extrinsic(phase: &Value<'_>) -> Result<Option<u32>, CodecError> {
    match phase.variant()? {
        ("ApplyExtrinsic", [field]) => field.value.unsigned().map(Some),
        _ => Ok(None),
    }
}

impl DispatchError {
    /// Names a value of the runtime's type `DispatchError`.
    pub fn read(metadata: &Metadata, error: &Value<'_>) -> Result<Self, CodecError> {
        let unexplained = |name: String| Self {
            name,
            explanation: None,
        };
        match error.variant()? {
            ("Module", [Field { value: module, .. }]) => {
                let pallet = module.field("index")?.unsigned()?;
                // Four bytes, of which the first is the error's index; one byte in older runtimes.
                let inner = module.field("error")?;
                let index = inner
                    .bytes::<4>()
                    .map(|bytes| bytes[0])
                    .or_else(|_| inner.unsigned())?;
                Ok(match metadata.pallet_error(pallet, index) {
                    Some((name, explanation)) => Self { name, explanation },
                    None => unexplained(format!("Module.{pallet}.{index}")),
                })
            }
            (name, [Field { value, .. }]) => {
                let detail = value.variant()?.0;
                Ok(unexplained(format!("{name}.{detail}")))
            }
            (name, _) => Ok(unexplained(name.to_owned())),
        }
    }

    /// Reads a `Result` whose error is a `DispatchError`; what it holds otherwise is left out.
    pub fn of_result(metadata: &Metadata, result: &Value<'_>) -> Result<Option<Self>, CodecError> {
        match result.variant()? {
            ("Ok", _) => Ok(None),
            ("Err", [Field { value, .. }]) => Self::read(metadata, value).map(Some),
            _ => Err(CodecError::wants("the value", "a result")),
        }
    }
}
