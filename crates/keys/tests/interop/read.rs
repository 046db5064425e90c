//! What is read here of a third party's file.

use taolight_keys::{
    KeyError, Secret,
    formats::{Imported, Kind, Locked, detect},
};

/// The one secret of an import.
pub(crate) fn only(imported: Vec<Imported>) -> Secret {
    let [Imported::Secret(_)] = &imported[..] else {
        panic!("not one secret");
    };
    imported.into_iter().next().unwrap().into_secret(None).unwrap()
}

/// The secret of a file in clear.
pub(crate) fn clear(file: &[u8], kind: Kind) -> Secret {
    let detected = detect(file).unwrap();
    assert_eq!(detected.kind, kind);
    only(vec![detected.imported])
}

/// An encrypted file.
pub(crate) fn locked(file: &[u8], kind: Kind) -> Locked {
    let detected = detect(file).unwrap();
    assert_eq!(detected.kind, kind);
    match detected.imported {
        Imported::Locked(locked) => locked,
        _ => panic!("not locked"),
    }
}

/// That a file was opened with the wrong key, or was damaged.
pub(crate) fn is_wrong(opened: Result<Vec<Imported>, KeyError>) {
    assert_eq!(opened.err(), Some(KeyError::WrongPassword));
}

/// That two secrets are the same key.
pub(crate) fn same(found: &Secret, expected: &Secret) {
    assert_eq!(found.account().unwrap(), expected.account().unwrap());
    assert_eq!(found.scheme(), expected.scheme());
}
