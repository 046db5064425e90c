//! Arrays of numbers as synapses carry them: base64 of a MessagePack map in which numpy says type, shape and bytes.

mod msgpack;
#[cfg(test)]
mod tests;

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::Json;

/// Bytes of numbers that are still read.
pub const MAX_TENSOR_BYTES: usize = 16 * 1024 * 1024;
/// Dimensions that are still read.
const MAX_DIMENSIONS: usize = 32;

/// The types of numbers, by the name that a synapse gives, the name that numpy gives, and bytes of one number.
const TYPES: [(Dtype, &str, &str, u64); 9] = [
    (Dtype::Float16, "float16", "<f2", 2),
    (Dtype::Float32, "float32", "<f4", 4),
    (Dtype::Float64, "float64", "<f8", 8),
    (Dtype::Uint8, "uint8", "|u1", 1),
    (Dtype::Int8, "int8", "|i1", 1),
    (Dtype::Int16, "int16", "<i2", 2),
    (Dtype::Int32, "int32", "<i4", 4),
    (Dtype::Int64, "int64", "<i8", 8),
    (Dtype::Bool, "bool", "|b1", 1),
];

/// What the numbers of a tensor are.
#[expect(missing_docs, reason = "each is named as numpy names it")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dtype {
    Float16,
    Float32,
    Float64,
    Uint8,
    Int8,
    Int16,
    Int32,
    Int64,
    Bool,
}

/// An array of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tensor {
    dtype: Dtype,
    shape: Vec<u64>,
    data: Vec<u8>,
}

/// Why something is no tensor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TensorError {
    /// Not an object with buffer, dtype and shape.
    #[error("a tensor is an object with a buffer, a dtype and a shape")]
    Shape,
    /// A type of numbers that synapses do not have.
    #[error("this tensor has numbers of a type that synapses do not have")]
    Dtype,
    /// A buffer that is not base64 of numpy's MessagePack.
    #[error("the buffer of this tensor is damaged")]
    Buffer,
    /// More bytes or fewer than type and shape say.
    #[error("the numbers of this tensor do not fill its shape")]
    Length,
    /// More than [`MAX_TENSOR_BYTES`].
    #[error("this tensor is too large")]
    TooLarge,
}

impl Tensor {
    /// A tensor of little-endian numbers, the last dimension running fastest.
    pub fn new(dtype: Dtype, shape: Vec<u64>, data: Vec<u8>) -> Result<Self, TensorError> {
        if data.len() > MAX_TENSOR_BYTES || shape.len() > MAX_DIMENSIONS {
            return Err(TensorError::TooLarge);
        }
        let bytes = shape
            .iter()
            .try_fold(dtype.entry().3, |bytes, side| bytes.checked_mul(*side));
        if bytes != u64::try_from(data.len()).ok() {
            return Err(TensorError::Length);
        }
        Ok(Self { dtype, shape, data })
    }

    /// What the numbers are.
    pub fn dtype(&self) -> Dtype {
        self.dtype
    }

    /// How many there are in each dimension; none for a single number.
    pub fn shape(&self) -> &[u64] {
        &self.shape
    }

    /// The numbers, little-endian, the last dimension running fastest.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// Reads the object that a synapse carries.
    pub fn from_json(json: &Json) -> Result<Self, TensorError> {
        let text = |key| json.get(key).and_then(Json::as_text).ok_or(TensorError::Shape);
        let named = text("dtype")?;
        let named = named.strip_prefix("torch.").unwrap_or(named);
        let dtype = TYPES.iter().find(|entry| entry.1 == named).map(|entry| entry.0);
        let dtype = dtype.ok_or(TensorError::Dtype)?;
        let buffer = text("buffer")?;
        if buffer.len() / 4 * 3 > MAX_TENSOR_BYTES + 1024 {
            return Err(TensorError::TooLarge);
        }
        let buffer = STANDARD.decode(buffer).map_err(|_| TensorError::Buffer)?;
        let array = msgpack::read(&buffer).ok_or(TensorError::Buffer)?;
        if array.dtype != dtype.entry().2 {
            return Err(TensorError::Dtype);
        }
        let outer = shape(json.get("shape"))?;
        // A single number has no dimension inside and is written as `[0]` outside.
        let is_same = outer == array.shape || (array.shape.is_empty() && outer == [0]);
        if !is_same {
            return Err(TensorError::Length);
        }
        Self::new(dtype, array.shape, array.data)
    }

    /// The object that a synapse carries.
    pub fn to_json(&self) -> Json {
        let (_, named, numpy, _) = self.dtype.entry();
        let buffer = msgpack::write(numpy, &self.shape, &self.data);
        let outer = if self.shape.is_empty() {
            &[0]
        } else {
            self.shape.as_slice()
        };
        Json::Object(vec![
            ("buffer".to_owned(), Json::Text(STANDARD.encode(buffer))),
            ("dtype".to_owned(), Json::text(named)),
            (
                "shape".to_owned(),
                Json::List(outer.iter().map(|side| Json::from(*side)).collect()),
            ),
        ])
    }
}

impl Dtype {
    fn entry(self) -> (Self, &'static str, &'static str, u64) {
        let entry = TYPES.iter().find(|entry| entry.0 == self);
        entry.copied().unwrap_or(TYPES[0])
    }
}

fn shape(json: Option<&Json>) -> Result<Vec<u64>, TensorError> {
    let Some(Json::List(sides)) = json else {
        return Err(TensorError::Shape);
    };
    let side = |json: &Json| match json {
        Json::Number(number) => number.as_str().parse().map_err(|_| TensorError::Shape),
        Json::Null | Json::Bool(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => {
            Err(TensorError::Shape)
        }
    };
    sides.iter().map(side).collect()
}
