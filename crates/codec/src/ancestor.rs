//! `System.BlockHash`: the hashes of the blocks before one, as far back as its state knows them.

use taolight_primitives::BlockHash;

use crate::{CodecError, Metadata};

/// The storage key of the hash of the block of this number.
pub fn block_hash_key(metadata: &Metadata, number: u32) -> Result<Vec<u8>, CodecError> {
    metadata.storage("System", "BlockHash")?.key(&[number.into()])
}

/// Reads what is stored at [`block_hash_key`]. None of a block that the state does not know, or not any more.
pub fn decode_block_hash(metadata: &Metadata, bytes: Option<&[u8]>) -> Result<Option<BlockHash>, CodecError> {
    let hash = match metadata.storage("System", "BlockHash")?.decode(bytes)? {
        Some(hash) => BlockHash(hash.bytes()?),
        None => return Ok(None),
    };
    Ok((hash != BlockHash([0; 32])).then_some(hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_block_is_where_every_chain_has_it() {
        let metadata =
            Metadata::decode(include_bytes!("../tests/fixtures/devnet-metadata-v15.scale")).unwrap();
        let key = block_hash_key(&metadata, 0).unwrap();
        let place =
            "26aa394eea5630e07c48ae0c9558cef7a44704b568d21667356a5a050c118746b4def25cfda6ef3a00000000";
        assert_eq!(hex::encode(key), place);
        let read = |bytes: Option<&[u8]>| decode_block_hash(&metadata, bytes);
        assert_eq!(read(Some(&[7; 32])), Ok(Some(BlockHash([7; 32]))));
        assert_eq!(read(None), Ok(None));
        assert!(read(Some(&[7; 31])).is_err());
    }
}
