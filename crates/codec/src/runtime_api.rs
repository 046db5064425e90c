//! Runtime APIs: functions of the runtime that are asked through `state_call`.

use scale_info::PortableRegistry;

use crate::{CodecError, Value, decode::decode_all, encode::encode, metadata::ApiMethod};

/// One method of a runtime API.
#[derive(Debug, Clone, Copy)]
pub struct RuntimeApi<'a> {
    types: &'a PortableRegistry,
    api: &'a str,
    method: &'a ApiMethod,
}

/// What `state_call` takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateCall {
    /// API and method with an underscore between.
    pub method: String,
    /// SCALE bytes of the arguments.
    pub parameters: Vec<u8>,
}

impl<'a> RuntimeApi<'a> {
    pub(crate) fn new(types: &'a PortableRegistry, api: &'a str, method: &'a ApiMethod) -> Self {
        Self { types, api, method }
    }

    /// The call with these arguments, all of them in their order.
    pub fn call(&self, arguments: &[Value<'_>]) -> Result<StateCall, CodecError> {
        let method = format!("{}_{}", self.api, self.method.name);
        if arguments.len() != self.method.inputs.len() {
            return Err(CodecError::wants(
                method,
                format!("given {} arguments", self.method.inputs.len()),
            ));
        }
        let mut parameters = Vec::new();
        for ((name, ty), value) in self.method.inputs.iter().zip(arguments) {
            encode(self.types, *ty, name, value, &mut parameters)?;
        }
        Ok(StateCall { method, parameters })
    }

    /// Reads the answer.
    pub fn decode(&self, bytes: &[u8]) -> Result<Value<'a>, CodecError> {
        decode_all(self.types, self.method.output, bytes)
    }
}
