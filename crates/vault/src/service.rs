//! The vault as a service of the protocol. One call after the other; ports may share it.

use std::rc::Rc;

use futures::{
    FutureExt, StreamExt,
    future::{LocalBoxFuture, ready},
    lock::Mutex,
    stream,
};
use serde_json::Value;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::{
    Items, Method, Role, Service, Topic,
    vault::{
        AddMetadata, AnswerBackup, AskBackup, ChangePassword, CreateAccount, CreateVault, Describe,
        DescribeMessage, DescribeMinerAuth, DetectImport, ExportAccount, ForgetImport, HasMetadata,
        ImportAccounts, ListAccounts, ListPolicies, LockVault, RemoveAccount, RenameAccount, RevealSecret,
        SetAutoLock, SetPolicy, SetRole, Sign, SignMessage, SignMinerAuth, TouchVault, UnlockVault,
        VaultCall, VaultTopic, WatchAddress, WatchVault,
    },
};

use crate::Vault;

/// Answers the vault's half of the protocol.
#[derive(Debug)]
pub struct VaultService(Mutex<Vault>);

impl VaultService {
    /// Serves a vault.
    pub fn new(vault: Vault) -> Self {
        Self(Mutex::new(vault))
    }

    /// Locks the vault if nobody was here for too long. To be called about every second. Storage that cannot be read
    /// is reported by the next call that needs it.
    pub async fn tick(&self) {
        let _ = self.0.lock().await.tick().await;
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
        async move {
            let call = VaultCall::parse(&method, params)?;
            let mut vault = self.0.lock().await;
            vault.tick().await?;
            let answer = answer(&mut vault, call).await;
            // Another tab changed the password, or the browser cleared its storage: whoever follows has to hear of it.
            if answer.as_ref().is_err_and(is_of_state) {
                // What failed is told by the answer.
                drop(vault.look_again().await);
            }
            answer
        }
        .boxed_local()
    }

    fn subscribe(self: Rc<Self>, topic: String, params: Value) -> Result<Items, Failure> {
        let VaultTopic::WatchVault(WatchVault {}) = VaultTopic::parse(&topic, params)?;
        let follow = async move {
            let mut vault = self.0.lock().await;
            match vault.publish().await {
                Ok(()) => vault
                    .status()
                    .subscribe_reset()
                    .filter_map(ready)
                    .map(|status| json::<WatchVault>(&status))
                    .left_stream(),
                Err(failure) => stream::once(ready(Err(failure))).right_stream(),
            }
        };
        Ok(Items {
            stream: follow.into_stream().flatten().boxed_local(),
            latest_only: WatchVault::LATEST_ONLY,
        })
    }
}

async fn answer(vault: &mut Vault, call: VaultCall) -> Result<Value, Failure> {
    match call {
        VaultCall::CreateVault(request) => reply::<CreateVault>(&vault.create(&request.password).await?),
        VaultCall::UnlockVault(request) => reply::<UnlockVault>(&vault.unlock(&request.password).await?),
        VaultCall::LockVault(LockVault {}) => reply::<LockVault>(&vault.lock().await?),
        VaultCall::TouchVault(TouchVault {}) => {
            vault.touch();
            reply::<TouchVault>(&())
        }
        VaultCall::ChangePassword(request) => {
            reply::<ChangePassword>(&vault.change_password(&request).await?)
        }
        VaultCall::SetAutoLock(request) => {
            reply::<SetAutoLock>(&vault.set_auto_lock(request.auto_lock).await?)
        }
        VaultCall::ListAccounts(ListAccounts {}) => reply::<ListAccounts>(&vault.accounts().await?),
        VaultCall::CreateAccount(request) => reply::<CreateAccount>(&vault.create_account(&request).await?),
        VaultCall::WatchAddress(request) => reply::<WatchAddress>(&vault.watch(&request).await?),
        VaultCall::RenameAccount(request) => reply::<RenameAccount>(&vault.rename(&request).await?),
        VaultCall::SetRole(request) => reply::<SetRole>(&vault.set_role(request).await?),
        VaultCall::RemoveAccount(request) => reply::<RemoveAccount>(&vault.remove(&request).await?),
        VaultCall::DetectImport(request) => reply::<DetectImport>(&vault.detect_import(&request)?),
        VaultCall::ImportAccounts(request) => reply::<ImportAccounts>(&vault.import(&request).await?),
        VaultCall::ForgetImport(request) => {
            vault.forget_import(request.import);
            reply::<ForgetImport>(&())
        }
        VaultCall::RevealSecret(request) => reply::<RevealSecret>(&vault.reveal(&request).await?),
        VaultCall::AskBackup(request) => reply::<AskBackup>(&vault.ask_backup(&request.address).await?),
        VaultCall::AnswerBackup(request) => reply::<AnswerBackup>(&vault.answer_backup(&request).await?),
        VaultCall::ExportAccount(request) => reply::<ExportAccount>(&vault.export(&request).await?),
        VaultCall::ListPolicies(ListPolicies {}) => reply::<ListPolicies>(&vault.policies().await?),
        VaultCall::SetPolicy(request) => reply::<SetPolicy>(&vault.set_policy(&request).await?),
        VaultCall::HasMetadata(request) => reply::<HasMetadata>(&vault.has_metadata(&request.metadata)),
        VaultCall::AddMetadata(request) => reply::<AddMetadata>(&vault.add_metadata(request.metadata)?),
        VaultCall::Describe(request) => reply::<Describe>(&vault.describe(&request).await?),
        VaultCall::Sign(request) => reply::<Sign>(&vault.sign(&request).await?),
        VaultCall::DescribeMessage(request) => {
            reply::<DescribeMessage>(&vault.describe_message(&request).await?)
        }
        VaultCall::SignMessage(request) => reply::<SignMessage>(&vault.sign_message(&request).await?),
        VaultCall::DescribeMinerAuth(request) => {
            reply::<DescribeMinerAuth>(&vault.describe_miner_auth(&request).await?)
        }
        VaultCall::SignMinerAuth(request) => reply::<SignMinerAuth>(&vault.sign_miner_auth(&request).await?),
    }
}

fn is_of_state(failure: &Failure) -> bool {
    matches!(
        failure.code,
        ErrorCode::VaultLocked | ErrorCode::VaultEmpty | ErrorCode::UnknownAccount
    )
}

/// The answer as JSON; the method's type decides what an answer is.
fn reply<M: Method>(answer: &M::Reply) -> Result<Value, Failure> {
    serde_json::to_value(answer).map_err(|_| unwritable())
}

fn json<T: Topic>(item: &T::Item) -> Result<Value, Failure> {
    serde_json::to_value(item).map_err(|_| unwritable())
}

fn unwritable() -> Failure {
    Failure::new(ErrorCode::Internal, "the answer cannot be written as JSON")
}
