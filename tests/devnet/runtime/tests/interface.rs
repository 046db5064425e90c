//! The interface of the development network is the real chain's: every call, storage item and runtime API method in
//! `interface.json` has the hash that subxt computes of it on the real chain, at spec version 425. It covers all that
//! the wallet uses, so that the two cannot drift apart.
//!
//! A call that carries another call cannot have the same hash, because the two chains do not have all the same calls;
//! neither can an API that is asked about a whole transaction. Of these the names and types of the arguments are
//! compared, and what is inside is left open. Two storage items are left out for the same reason: `System.Events` and
//! `Balances.Holds`.
//!
//! With `TAOLIGHT_REFERENCE_DIR` the list itself is compared with the real chain's metadata, and so are events and
//! errors. A new line in the list may have any hash at first: the test then tells the right one.

use std::{collections::BTreeMap, fs, path::PathBuf};

use scale_info::{Field, PortableRegistry, TypeDef, Variant, form::PortableForm};
use serde::Deserialize;
use subxt_metadata::{Metadata, PalletMetadata};
use taolight_devnet_runtime::Runtime;

/// Names the folder with the real chain's metadata. What needs it passes without it, and says so.
const REFERENCE: &str = "TAOLIGHT_REFERENCE_DIR";

/// Hashes in hex by name.
type Hashes = BTreeMap<String, String>;
/// The types of arguments by name.
type Arguments = BTreeMap<String, String>;
/// What tells the arguments of something by its two names.
type ArgumentsOf<'a> = dyn Fn(&str, &str) -> Option<Arguments> + 'a;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Interface {
    /// By pallet and call.
    calls: Hashes,
    /// By pallet and call: those that carry another call.
    nested_calls: BTreeMap<String, Arguments>,
    /// By pallet and storage item.
    storage: Hashes,
    /// By trait and method.
    runtime_apis: Hashes,
    /// By trait and method: those that are asked about a transaction. `->` is the answer.
    nested_runtime_apis: BTreeMap<String, Arguments>,
}

impl Interface {
    fn read() -> Self {
        serde_json::from_str(include_str!("interface.json")).expect("the list is well-formed")
    }
}

fn devnet() -> Metadata {
    let metadata = Runtime::metadata_at_version(15).expect("version 15 is there");
    Metadata::decode_from(&metadata).expect("it is metadata")
}

fn real_chain() -> Option<Metadata> {
    let Some(folder) = std::env::var_os(REFERENCE) else {
        eprintln!("skipped: {REFERENCE} is not set");
        return None;
    };
    let file = PathBuf::from(folder).join("reference/metadata-425-v15.scale");
    let bytes = fs::read(file).expect("the reference folder has the metadata");
    Some(Metadata::decode_from(&bytes).expect("it is metadata"))
}

#[test]
fn the_devnet_has_the_interface() {
    assert_same(&devnet());
}

#[test]
fn the_list_is_the_real_chains() {
    if let Some(metadata) = real_chain() {
        assert_same(&metadata);
    }
}

fn assert_same(metadata: &Metadata) {
    let interface = Interface::read();
    let mut different = Vec::new();
    let mut compare = |kind, expected: &Hashes, hash: &dyn Fn(&str, &str) -> Option<[u8; 32]>| {
        for (name, expected) in expected {
            let (outer, inner) = name.split_once('.').expect("a name has two parts");
            match hash(outer, inner).map(hex) {
                Some(found) if found == *expected => {}
                Some(found) => different.push(format!("{kind} {name} has the hash {found}")),
                None => different.push(format!("{kind} {name} is not there")),
            }
        }
    };
    let pallet = |name: &str| metadata.pallet_by_name(name);
    compare("call", &interface.calls, &|name, call| {
        pallet(name)?.call_hash(call)
    });
    compare("storage item", &interface.storage, &|name, item| {
        pallet(name)?.storage_hash(item)
    });
    compare("runtime API", &interface.runtime_apis, &|name, method| {
        let api = metadata.runtime_api_trait_by_name(name)?;
        Some(api.method_by_name(method)?.hash())
    });
    let mut compare_arguments =
        |kind, expected: &BTreeMap<String, Arguments>, arguments: &ArgumentsOf<'_>| {
            for (name, expected) in expected {
                let (outer, inner) = name.split_once('.').expect("a name has two parts");
                let found = arguments(outer, inner);
                if found.as_ref() != Some(expected) {
                    different.push(format!("{kind} {name} has the arguments {found:?}"));
                }
            }
        };
    compare_arguments("call", &interface.nested_calls, &|name, call| {
        call_arguments(metadata, pallet(name)?, call)
    });
    compare_arguments("runtime API", &interface.nested_runtime_apis, &|name, method| {
        api_arguments(metadata, name, method)
    });
    assert!(different.is_empty(), "{}", different.join("\n"));
}

fn hex(hash: [u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn call_arguments(metadata: &Metadata, pallet: PalletMetadata<'_>, call: &str) -> Option<Arguments> {
    let fields = &pallet.call_variant_by_name(call)?.fields;
    let argument = |field: &Field<PortableForm>| {
        let name = field.name.clone().unwrap_or_default();
        (name, type_name(metadata.types(), field.ty.id))
    };
    Some(fields.iter().map(argument).collect())
}

fn api_arguments(metadata: &Metadata, name: &str, method: &str) -> Option<Arguments> {
    let method = metadata.runtime_api_trait_by_name(name)?.method_by_name(method)?;
    let types = metadata.types();
    let inputs = method
        .inputs()
        .map(|input| (input.name.to_string(), type_name(types, input.id)));
    let output = ("->".to_owned(), type_name(types, method.output_ty()));
    Some(inputs.chain([output]).collect())
}

/// A type as one would write it, without paths.
fn type_name(types: &PortableRegistry, id: u32) -> String {
    let name = |id| type_name(types, id);
    let ty = types.resolve(id).expect("the registry is whole");
    match &ty.type_def {
        TypeDef::Composite(_) | TypeDef::Variant(_) => {
            let path = ty.path.segments.last().expect("it has a name");
            match path.as_str() {
                "Option" => format!(
                    "Option<{}>",
                    name(ty.type_params[0].ty.expect("it has a type").id)
                ),
                _ => path.clone(),
            }
        }
        TypeDef::Sequence(items) => format!("Vec<{}>", name(items.type_param.id)),
        TypeDef::Array(items) => format!("[{}; {}]", name(items.type_param.id), items.len),
        TypeDef::Tuple(parts) => {
            let parts: Vec<_> = parts.fields.iter().map(|part| name(part.id)).collect();
            format!("({})", parts.join(", "))
        }
        TypeDef::Primitive(primitive) => format!("{primitive:?}").to_lowercase(),
        TypeDef::Compact(inner) => format!("Compact<{}>", name(inner.type_param.id)),
        TypeDef::BitSequence(_) => "bits".into(),
    }
}

/// Every event and error of the devnet is one of the real chain's: index, name, and names and hashes of its fields.
#[test]
fn events_and_errors_are_the_real_chains() {
    let Some(real) = real_chain() else {
        return;
    };
    let devnet = devnet();
    let mut different = Vec::new();
    for pallet in devnet.pallets() {
        let Some(real_pallet) = real.pallet_by_name(pallet.name()) else {
            continue;
        };
        let (events, real_events) = (pallet.event_variants(), real_pallet.event_variants());
        let (errors, real_errors) = (pallet.error_variants(), real_pallet.error_variants());
        for (ours, theirs) in [(events, real_events), (errors, real_errors)] {
            let theirs = described(theirs, &real);
            let strange = described(ours, &devnet)
                .into_iter()
                .filter(|variant| !theirs.contains(variant));
            different.extend(strange.map(|(index, name, _)| format!("{} {index} {name}", pallet.name())));
        }
    }
    different.retain(|variant| !OTHERWISE.contains(&variant.as_str()));
    assert!(different.is_empty(), "{}", different.join("\n"));
}

/// What the newer release of the SDK, which the devnet is built with, has otherwise than the real chain's.
const OTHERWISE: [&str; 21] = [
    "System 2 CodeUpdated",
    "Balances 11 MintedCredit",
    "Balances 12 Burned",
    "Balances 13 BurnedDebt",
    "Balances 14 Suspended",
    "Balances 15 Restored",
    "Balances 16 Upgraded",
    "Balances 17 Issued",
    "Balances 18 Rescinded",
    "Balances 19 Locked",
    "Balances 20 Unlocked",
    "Balances 21 Frozen",
    "Balances 22 Thawed",
    "Balances 23 TotalIssuanceForced",
    "Balances 24 Held",
    "Balances 25 BurnedHeld",
    "Balances 26 TransferOnHold",
    "Balances 27 TransferAndHold",
    "Balances 28 Released",
    "Balances 29 Unexpected",
    "Proxy 1 PureCreated",
];

/// The index and name of an event or error, and names and hashes of its fields.
type Described = (u8, String, Vec<(Option<String>, Option<[u8; 32]>)>);

fn described(variants: Option<&[Variant<PortableForm>]>, metadata: &Metadata) -> Vec<Described> {
    let field = |field: &Field<PortableForm>| (field.name.clone(), metadata.type_hash(field.ty.id));
    let variant = |variant: &Variant<PortableForm>| {
        let fields = variant.fields.iter().map(field).collect();
        (variant.index, variant.name.clone(), fields)
    };
    variants.unwrap_or_default().iter().map(variant).collect()
}
