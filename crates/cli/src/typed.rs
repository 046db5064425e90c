//! Numbers, places and names as they are typed.

use serde_json::Value;
use taolight_bittensor::{
    Tolerance,
    reads::{Column, StakePlace},
};
use taolight_primitives::{AccountId, ErrorCode, Failure, NetUid, Rao};

/// The number of a subnet.
pub(crate) fn netuid(text: &str) -> Result<NetUid, std::num::ParseIntError> {
    text.parse().map(NetUid)
}

/// A column by the name that JSON has for it.
pub(crate) fn column(name: &str) -> Result<Column, serde_json::Error> {
    serde_json::from_value(Value::from(name))
}

/// A hotkey on a subnet, as `5…/1`.
pub(crate) fn place(text: &str) -> Result<StakePlace, Failure> {
    let wrong = |why: &dyn std::fmt::Display| {
        let message = format!("`{text}` is no hotkey on a subnet, such as 5…/1: {why}");
        Failure::new(ErrorCode::InvalidAddress, message)
    };
    let (hotkey, number) = text.split_once('/').ok_or_else(|| wrong(&"there is no /"))?;
    Ok(StakePlace {
        hotkey: AccountId::from_ss58(hotkey).map_err(|error| wrong(&error))?,
        netuid: netuid(number).map_err(|error| wrong(&error))?,
    })
}

/// A tolerance in percent, with up to four decimals.
pub(crate) fn tolerance(percent: &str) -> Result<Tolerance, Failure> {
    /// Of the nine decimals of an amount, the last five are too fine.
    const TOO_FINE: u64 = 100_000;
    let wrong = || {
        let message =
            format!("`{percent}` is no tolerance; write percent from 0 to 100 with up to four decimals");
        Failure::new(ErrorCode::InvalidAmount, message)
    };
    let Rao(parts) = Rao::parse_tao(percent).map_err(|_| wrong())?;
    let millionths = u32::try_from(parts / TOO_FINE).map_err(|_| wrong())?;
    match parts % TOO_FINE {
        0 => Tolerance::new(millionths).map_err(|_| wrong()),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_json() {
        assert!(column("hotkeys").is_ok());
        assert!(column("noSuchColumn").is_err());
    }

    #[test]
    fn tolerances_are_exact() {
        let millionths = |percent| tolerance(percent).map(Tolerance::millionths).ok();
        assert_eq!(millionths("5"), Some(50_000));
        assert_eq!(millionths("0.0001"), Some(1));
        assert_eq!(millionths("0.00001"), None);
        assert_eq!(millionths("100"), Some(1_000_000));
        assert_eq!(millionths("100.0001"), None);
        assert_eq!(millionths("-1"), None);
    }

    #[test]
    fn places_are_hotkeys_on_subnets() {
        let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
        assert_eq!(place(&format!("{alice}/3")).unwrap().netuid, NetUid(3));
        for wrong in [alice.to_owned(), format!("{alice}/x"), "5/1".to_owned()] {
            assert_eq!(place(&wrong).unwrap_err().code, ErrorCode::InvalidAddress);
        }
    }
}
