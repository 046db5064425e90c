//! Reading what a node told: from its values to plain ones. Whatever is not of the wanted kind fails the test.

use scale_value::{At, Composite, Primitive, Value, ValueDef};
use taolight_bittensor::reads::{PerU16, SafeText};
use taolight_primitives::{AccountId, Alpha, BlockHash, NetUid, Rao};

/// The account that stands for none.
const NOBODY: AccountId = AccountId([0; 32]);

/// What a node told.
pub(crate) trait Told: Sized {
    /// A field of a struct.
    fn field(&self, name: &str) -> &Self;
    /// A number, compact or within a struct of its own or not.
    fn number<N: TryFrom<u128>>(&self) -> N;
    /// A number that may be negative.
    fn signed(&self) -> i128;
    /// Yes or no.
    fn flag(&self) -> bool;
    /// An array or list of bytes, within a struct of its own or not.
    fn bytes(&self) -> Vec<u8>;
    /// The items of a list or tuple.
    fn list(&self) -> Vec<&Self>;
    /// The entries of a map, or of a list with a limit.
    fn inner(&self) -> Vec<&Self>;
    /// What an option holds.
    fn option(&self) -> Option<&Self>;
    /// The name of an enum's variant.
    fn variant(&self) -> &str;

    fn account(&self) -> AccountId {
        AccountId(array(self))
    }
    /// None for the account that stands for none.
    fn somebody(&self) -> Option<AccountId> {
        Some(self.account()).filter(|account| *account != NOBODY)
    }
    fn hash(&self) -> BlockHash {
        BlockHash(array(self))
    }
    fn rao(&self) -> Rao {
        Rao(self.number())
    }
    fn alpha(&self) -> Alpha {
        Alpha(self.number())
    }
    fn netuid(&self) -> NetUid {
        NetUid(self.number())
    }
    fn per_u16(&self) -> PerU16 {
        PerU16(self.number())
    }
    /// What anybody wrote, as it may be shown.
    fn text(&self) -> SafeText {
        SafeText::from_bytes(&self.bytes())
    }
}

fn array(told: &impl Told) -> [u8; 32] {
    told.bytes().try_into().expect("32 bytes")
}

impl Told for Value {
    fn field(&self, name: &str) -> &Self {
        self.at(name).unwrap_or_else(|| panic!("no {name} in {self}"))
    }

    fn number<N: TryFrom<u128>>(&self) -> N {
        let number = match &self.value {
            ValueDef::Primitive(Primitive::U128(number)) => *number,
            _ => return wrapped(self).number(),
        };
        number
            .try_into()
            .unwrap_or_else(|_| panic!("{number} is too large"))
    }

    fn signed(&self) -> i128 {
        match &self.value {
            ValueDef::Primitive(Primitive::I128(number)) => *number,
            _ => wrapped(self).signed(),
        }
    }

    fn flag(&self) -> bool {
        self.as_bool().unwrap_or_else(|| panic!("{self} is no flag"))
    }

    fn bytes(&self) -> Vec<u8> {
        let items = self.list();
        match items[..] {
            [inner] if inner.as_u128().is_none() => inner.bytes(),
            _ => items.into_iter().map(Told::number).collect(),
        }
    }

    fn list(&self) -> Vec<&Self> {
        match &self.value {
            ValueDef::Composite(Composite::Unnamed(items)) => items.iter().collect(),
            _ => panic!("{self} is no list"),
        }
    }

    fn inner(&self) -> Vec<&Self> {
        wrapped(self).list()
    }

    fn option(&self) -> Option<&Self> {
        match self.variant() {
            "None" => None,
            _ => Some(self.at(0).expect("it holds something")),
        }
    }

    fn variant(&self) -> &str {
        match &self.value {
            ValueDef::Variant(variant) => &variant.name,
            _ => panic!("{self} is no variant"),
        }
    }
}

/// What a struct of one field holds.
fn wrapped(value: &Value) -> &Value {
    match &value.value {
        ValueDef::Composite(fields) if fields.len() == 1 => fields.values().next().expect("there is one"),
        _ => panic!("{value} is something else"),
    }
}
