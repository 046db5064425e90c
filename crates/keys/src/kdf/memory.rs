//! Large memory, asked for in a way that can be refused.

use crate::KeyError;

/// Room for so many items, none of them made yet. The allocator's refusal is an error, where a plain vector would end
/// the program.
pub(super) fn reserve<T>(items: usize) -> Result<Vec<T>, KeyError> {
    let mut room = Vec::new();
    room.try_reserve_exact(items).map_err(|_| {
        let bytes = items.saturating_mul(size_of::<T>());
        KeyError::Memory(bytes as u64)
    })?;
    Ok(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_device_has_is_an_error() {
        let bytes = isize::MAX as usize;
        assert_eq!(reserve::<u8>(bytes).err(), Some(KeyError::Memory(bytes as u64)));
        assert_eq!(
            reserve::<u64>(usize::MAX).err(),
            Some(KeyError::Memory(usize::MAX as u64))
        );
        assert!(reserve::<u8>(1000).unwrap().capacity() >= 1000);
    }
}
