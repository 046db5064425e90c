//! TypeScript declarations of everything that crosses a port, written out of the same types that Rust uses.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::{
    Frame,
    engine::{EngineCall, EngineTopic},
    vault::{VaultCall, VaultTopic},
};

const HEADER: &str =
    "// What app, engine and vault say to each other. Generated from crates/protocol: do not edit.\n";

/// The text of `pkg/types/protocol.d.ts`.
pub fn declarations() -> String {
    let mut engine = Interface::new("EngineMethods");
    let mut topics = Interface::new("EngineTopics");
    let mut vault = Interface::new("VaultMethods");
    let mut vault_topics = Interface::new("VaultTopics");
    let mut types = Types::default();
    types.visit::<Frame>();
    EngineCall::typescript(&mut engine, &mut types);
    EngineTopic::typescript(&mut topics, &mut types);
    VaultCall::typescript(&mut vault, &mut types);
    VaultTopic::typescript(&mut vault_topics, &mut types);
    let declared = types
        .declared
        .into_values()
        .map(|text| format!("export {text}\n"));
    let interfaces = [engine, topics, vault, vault_topics]
        .into_iter()
        .map(Interface::finish);
    [HEADER.to_owned()]
        .into_iter()
        .chain(declared)
        .chain(interfaces)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every type met so far, by name.
#[derive(Default)]
pub(crate) struct Types {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Built-in types have no declaration of their own.
        if T::output_path().is_none() {
            T::visit_generics(self);
            return;
        }
        let name = T::ident(&self.config);
        if self.declared.contains_key(&name) {
            T::visit_generics(self);
            return;
        }
        self.declared.insert(name, T::decl(&self.config));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// An interface with one member per method or topic.
pub(crate) struct Interface {
    text: String,
}

impl Interface {
    fn new(name: &str) -> Self {
        Self {
            text: format!("export interface {name} {{\n"),
        }
    }

    pub(crate) fn member<P: TS + 'static, R: TS + 'static>(
        &mut self,
        name: &str,
        answer: &str,
        types: &mut Types,
    ) {
        types.visit::<P>();
        types.visit::<R>();
        let (params, reply) = (P::name(&types.config), R::name(&types.config));
        self.text.push_str(&format!(
            "  \"{name}\": {{ params: {params}; {answer}: {reply} }};\n"
        ));
    }

    fn finish(self) -> String {
        format!("{}}}\n", self.text)
    }
}
