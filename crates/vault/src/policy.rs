//! What may be signed. The limits of an account are checked here, on what the vault itself decoded, and nowhere else; a
//! violation names its rule.
//!
//! All limits that apply have to allow a transaction: those of its signer, and those of every account in whose name the
//! signer acts as a proxy. What cannot be read or proven is refused as soon as there is a limit that it could break.

mod calls;
mod hotkey;
mod moved;
mod netuids;
mod validate;
mod violation;

use taolight_primitives::{AccountId, Failure, Rao};
use taolight_protocol::vault::{CallNode, MetadataCheck, Policy, PolicyEntry, Role, ShownCall};

use crate::{call_table::principal, call_tree, ledger::Ledger};

use self::{moved::Moved, violation::Violation};

pub(crate) use validate::{is_origin, validate};

/// A transaction that is to be signed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request<'a> {
    /// Who signs.
    pub(crate) account: AccountId,
    /// What that account is used for.
    pub(crate) role: &'a Role,
    /// The website that asks; none for the wallet itself.
    pub(crate) origin: Option<&'a str>,
    /// The call, as the vault decoded it.
    pub(crate) call: &'a ShownCall,
    /// What makes the decoding trustworthy.
    pub(crate) metadata_check: &'a MetadataCheck,
    /// Paid on top of the fee.
    pub(crate) tip: Rao,
    /// The time, in milliseconds since 1970.
    pub(crate) now_ms: u64,
}

/// What a signed transaction moves, for [`Ledger::record`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outflow {
    /// Whose funds: the signer's, and those of the accounts that it acts for and that have limits.
    pub(crate) accounts: Vec<AccountId>,
    /// The TAO that is known to move, with the tip and without the fee. Counted in full for each account.
    pub(crate) amount: Rao,
}

/// Whether the limits that are set allow a transaction. To be asked before it is described, and again before it is
/// signed.
///
/// # Errors
///
/// `policy_violation`, with the rule as its data: `hotkey`, `undecodable`, `unproven`, `calls`, `netuids`,
/// `unknown_amount`, `per_transaction` or `per_day`.
pub(crate) fn check(
    entries: &[PolicyEntry],
    ledger: &Ledger,
    request: &Request<'_>,
) -> Result<Outflow, Failure> {
    let accounts = accounts(entries, request);
    let limits: Vec<_> = entries
        .iter()
        .filter(|entry| accounts.contains(&entry.account) && applies(entry, request))
        .collect();
    let moved = match request.call {
        ShownCall::Decoded { call } => Moved::by(call, request.tip),
        ShownCall::Raw { .. } => Moved::tip(request.tip),
    };
    if is_hotkey(request.role) {
        let call = proven(request).map_err(Violation::into_failure)?;
        hotkey::check(call, request.tip).map_err(Violation::into_failure)?;
    }
    for entry in limits {
        allow(entry, request, &moved, ledger).map_err(|violation| violation.of(entry))?;
    }
    Ok(Outflow {
        accounts,
        amount: moved.known(),
    })
}

/// The signer, and the accounts in whose name it acts and that have limits here.
fn accounts(entries: &[PolicyEntry], request: &Request<'_>) -> Vec<AccountId> {
    let mut accounts = vec![request.account];
    for call in request.call.decoded().into_iter().flat_map(call_tree::calls) {
        let Some(account) = principal(call) else { continue };
        let is_limited = entries.iter().any(|entry| entry.account == account);
        if is_limited && !accounts.contains(&account) {
            accounts.push(account);
        }
    }
    accounts
}

fn applies(entry: &PolicyEntry, request: &Request<'_>) -> bool {
    let is_asked_by = entry.origin.is_none() || entry.origin.as_deref() == request.origin;
    is_asked_by && entry.policy != Policy::default()
}

fn is_hotkey(role: &Role) -> bool {
    match role {
        Role::Hotkey => true,
        Role::Coldkey { .. } | Role::WatchOnly => false,
    }
}

/// The call, if it is sure to be what would be signed. Without the digest in the signature, whoever brings the metadata
/// can give a transfer another name.
fn proven<'a>(request: &Request<'a>) -> Result<&'a CallNode, Violation> {
    match (request.call, request.metadata_check) {
        (ShownCall::Decoded { call }, MetadataCheck::Enabled { .. }) => Ok(call),
        (ShownCall::Decoded { .. }, MetadataCheck::Unsupported) => Err(Violation::Unproven),
        (ShownCall::Raw { .. }, _) => Err(Violation::Undecodable),
    }
}

fn allow(
    entry: &PolicyEntry,
    request: &Request<'_>,
    moved: &Moved,
    ledger: &Ledger,
) -> Result<(), Violation> {
    let call = proven(request)?;
    calls::check(&entry.policy, call)?;
    netuids::check(&entry.policy, call)?;
    amounts(entry, moved, ledger, request.now_ms)
}

fn amounts(entry: &PolicyEntry, moved: &Moved, ledger: &Ledger, now_ms: u64) -> Result<(), Violation> {
    let (per_transaction, per_day) = (entry.policy.per_transaction, entry.policy.per_day);
    if per_transaction.is_none() && per_day.is_none() {
        return Ok(());
    }
    let amount = moved.amount()?;
    if let Some(limit) = per_transaction
        && amount > limit
    {
        return Err(Violation::PerTransaction { amount, limit });
    }
    let Some(limit) = per_day else { return Ok(()) };
    let spent = ledger.spent(&entry.account, entry.origin.as_deref(), now_ms);
    match spent.checked_add(amount) {
        Some(sum) if sum <= limit => Ok(()),
        Some(_) | None => Err(Violation::PerDay { amount, spent, limit }),
    }
}

#[cfg(test)]
mod tests;
