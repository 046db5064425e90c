//! The vault as a service of the protocol. One call after the other; ports may share it.

use std::{cell::RefCell, rc::Rc};

use futures::{
    FutureExt,
    future::{LocalBoxFuture, ready},
};
use serde_json::Value;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{
    Items, Method, Role, Service,
    vault::{
        AddAccount, AddMetadata, Describe, DescribeMessage, HasMetadata, ListAccounts, RemoveAccount, Sign,
        SignMessage, VaultCall,
    },
};

use crate::Vault;

/// Answers the vault's half of the protocol.
#[derive(Debug)]
pub struct VaultService(RefCell<Vault>);

impl VaultService {
    /// Serves a vault.
    pub fn new(vault: Vault) -> Self {
        Self(RefCell::new(vault))
    }
}

impl Service for VaultService {
    fn role(&self) -> Role {
        Role::Vault
    }

    fn call(
        self: Rc<Self>,
        method: String,
        params: Value,
    ) -> LocalBoxFuture<'static, Result<Value, Failure>> {
        // Nothing in the vault waits, so it is borrowed for the length of one answer only.
        let answer =
            VaultCall::parse(&method, params).and_then(|call| answer(&mut self.0.borrow_mut(), call));
        ready(answer).boxed_local()
    }

    fn subscribe(self: Rc<Self>, _topic: String, _params: Value) -> Result<Items, Failure> {
        Err(Failure::new(
            ErrorCode::UnknownMethod,
            "the vault has no subscriptions",
        ))
    }
}

fn answer(vault: &mut Vault, call: VaultCall) -> Result<Value, Failure> {
    match call {
        VaultCall::AddAccount(request) => reply::<AddAccount>(&vault.add_account(request)?),
        VaultCall::ListAccounts(ListAccounts {}) => reply::<ListAccounts>(&vault.accounts()),
        VaultCall::RemoveAccount(request) => {
            vault.remove_account(&request)?;
            reply::<RemoveAccount>(&())
        }
        VaultCall::HasMetadata(request) => reply::<HasMetadata>(&vault.has_metadata(&request.metadata)),
        VaultCall::AddMetadata(request) => {
            vault.add_metadata(request.metadata)?;
            reply::<AddMetadata>(&())
        }
        VaultCall::Describe(request) => reply::<Describe>(&vault.describe(&request.unsigned)?),
        VaultCall::Sign(request) => reply::<Sign>(&vault.sign(&request)?),
        VaultCall::DescribeMessage(request) => reply::<DescribeMessage>(&vault.describe_message(&request)?),
        VaultCall::SignMessage(request) => reply::<SignMessage>(&vault.sign_message(&request)?),
    }
}

/// The answer as JSON; the method's type decides what an answer is.
fn reply<M: Method>(answer: &M::Reply) -> Result<Value, Failure> {
    serde_json::to_value(answer)
        .map_err(|_| Failure::new(ErrorCode::Internal, "the answer cannot be written as JSON"))
}
