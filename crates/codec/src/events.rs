//! What became of a transaction, by the events of the block that it is in.

use scale_info::TypeDef;
use taolight_primitives::Rao;

use crate::{
    CodecError, Field, Metadata, Value,
    decode::{compact, decode},
    types,
};

/// What a block's events say of one of its extrinsics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtrinsicOutcome {
    /// Why it failed; `None` if it did what it should.
    pub error: Option<DispatchError>,
    /// What was really paid, tip included, where the events say it.
    pub fee: Option<Rao>,
}

/// Why an extrinsic failed.
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

/// Finds what became of the extrinsic at `index` of the block whose events these are. `None` if there is none.
pub fn extrinsic_outcome(
    metadata: &Metadata,
    events: &[u8],
    index: u32,
) -> Result<Option<ExtrinsicOutcome>, CodecError> {
    let types = &metadata.parts.types;
    let events_type = types::unwrap(types, metadata.storage("System", "Events")?.value_type())?;
    let TypeDef::Sequence(sequence) = &events_type.type_def else {
        return Err(CodecError::Metadata("its events are not a list"));
    };
    let mut input = events;
    let mut fee = None;
    let mut result = None;
    // One event at a time, so that a full block takes no more memory than its largest event.
    for _ in 0..compact(&mut input)? {
        let record = decode(types, sequence.type_param.id, &mut input)?;
        if !is_of_extrinsic(record.field("phase")?, index)? {
            continue;
        }
        let (pallet, inner) = record.field("event")?.variant()?;
        let [Field { value: event, .. }] = inner else {
            return Err(CodecError::wants("an event", "of a pallet"));
        };
        match (pallet, event.variant()?.0) {
            ("System", "ExtrinsicSuccess") => result = Some(None),
            ("System", "ExtrinsicFailed") => {
                result = Some(Some(name_error(metadata, event.field("dispatch_error")?)?));
            }
            ("TransactionPayment", "TransactionFeePaid") => fee = Some(event.field("actual_fee")?.rao()?),
            _ => {}
        }
    }
    match input.len() {
        0 => Ok(result.map(|error| ExtrinsicOutcome { error, fee })),
        left => Err(CodecError::LeftOver(left)),
    }
}

fn is_of_extrinsic(phase: &Value<'_>, index: u32) -> Result<bool, CodecError> {
    match phase.variant()? {
        ("ApplyExtrinsic", [field]) => Ok(field.value.unsigned::<u32>()? == index),
        _ => Ok(false),
    }
}

/// Names a `DispatchError`.
fn name_error(metadata: &Metadata, error: &Value<'_>) -> Result<DispatchError, CodecError> {
    let unexplained = |name: String| DispatchError {
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
                Some((name, explanation)) => DispatchError { name, explanation },
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
