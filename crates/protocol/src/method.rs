//! What can be asked: a method has one answer, a topic has a stream of items. Each is a type whose fields are the
//! parameters, so that neither side can mistake one for another.

use serde::{Serialize, de::DeserializeOwned};

/// A call with one answer. The type's fields are the parameters.
pub trait Method: Serialize + DeserializeOwned {
    /// Name on the wire.
    const NAME: &'static str;
    /// The answer.
    type Reply: Serialize + DeserializeOwned + 'static;
}

/// A subscription. The type's fields are the parameters.
pub trait Topic: Serialize + DeserializeOwned {
    /// Name on the wire.
    const NAME: &'static str;
    /// Whether only the latest item matters, so that a slow reader skips the ones between.
    const LATEST_ONLY: bool;
    /// What arrives.
    type Item: Serialize + DeserializeOwned + 'static;
}

/// Declares the methods of one process: the traits, and one enum over them all for exhaustive dispatch.
macro_rules! methods {
    ($(#[$doc:meta])* $all:ident { $($name:literal $variant:ident -> $reply:ty,)* }) => {
        $(impl $crate::Method for $variant {
            const NAME: &'static str = $name;
            type Reply = $reply;
        })*

        $(#[$doc])*
        #[allow(clippy::large_enum_variant, reason = "one is parsed, matched and dropped; none is kept")]
        pub enum $all {
            $(#[doc = concat!("`", $name, "`")] $variant($variant),)*
        }

        impl $all {
            /// Every method's name.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// Writes every method's types.
            #[cfg(feature = "ts")]
            pub(crate) fn typescript(
                interface: &mut $crate::typescript::Interface,
                types: &mut $crate::typescript::Types,
            ) {
                $(interface.member::<$variant, $reply>($name, "reply", types);)*
            }

            /// Reads a call's name and parameters.
            pub fn parse(name: &str, params: serde_json::Value) -> Result<Self, taolight_primitives::Failure> {
                match name {
                    $($name => $crate::method::parse_params(params).map(Self::$variant),)*
                    _ => Err($crate::method::unknown(name)),
                }
            }
        }
    };
}

/// Declares the topics of one process, as [`methods!`] does for methods.
macro_rules! topics {
    ($(#[$doc:meta])* $all:ident { $($name:literal $variant:ident -> $item:ty, latest_only: $latest:literal;)* }) => {
        $(impl $crate::Topic for $variant {
            const NAME: &'static str = $name;
            const LATEST_ONLY: bool = $latest;
            type Item = $item;
        })*

        $(#[$doc])*
        pub enum $all {
            $(#[doc = concat!("`", $name, "`")] $variant($variant),)*
        }

        impl $all {
            /// Every topic's name.
            pub const NAMES: &'static [&'static str] = &[$($name),*];

            /// Writes every topic's types.
            #[cfg(feature = "ts")]
            pub(crate) fn typescript(
                interface: &mut $crate::typescript::Interface,
                types: &mut $crate::typescript::Types,
            ) {
                $(interface.member::<$variant, $item>($name, "item", types);)*
            }

            /// Reads a subscription's name and parameters.
            pub fn parse(name: &str, params: serde_json::Value) -> Result<Self, taolight_primitives::Failure> {
                match name {
                    $($name => $crate::method::parse_params(params).map(Self::$variant),)*
                    _ => Err($crate::method::unknown(name)),
                }
            }
        }
    };
}

pub(crate) use {methods, topics};

use taolight_primitives::{ErrorCode, Failure};

/// Reads parameters, without ever quoting them in the error: they may hold a secret.
pub(crate) fn parse_params<P: DeserializeOwned>(params: serde_json::Value) -> Result<P, Failure> {
    serde_json::from_value(params).map_err(|_| {
        Failure::new(
            ErrorCode::MalformedMessage,
            "the parameters are not those of this method",
        )
    })
}

pub(crate) fn unknown(name: &str) -> Failure {
    let shown: String = name.chars().take(64).collect();
    Failure::new(ErrorCode::UnknownMethod, "no such method or topic").with_data(shown)
}
