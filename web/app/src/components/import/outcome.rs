//! What an import did, where there is more to tell than one account.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::ErrorCode;
use taolight_protocol::vault::{Account, RefusedImport};

use crate::components::accounts::identicon::Identicon;
use crate::components::import::progress::Progress;
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::{format, test_ids, words};

/// The accounts that were kept, and those that were not, with the reason.
#[component]
pub(super) fn OutcomeStep(progress: Progress) -> impl IntoView {
    let added = progress.added.get_untracked();
    let refused = progress.refused.get_untracked();
    let count = u32::try_from(added.len()).unwrap_or(u32::MAX);
    view! {
        <SheetTitle>
            {match count {
                0 => say!(import.outcome.nothing).to_owned(),
                1 => say!(import.outcome.imported_one, count = 1),
                _ => say!(import.outcome.imported_many, count = format::number(count)),
            }}
        </SheetTitle>
        <ul>{added.into_iter().map(kept).collect_view()}</ul>
        <ul class="grid gap-2 not-empty:pb-3">{refused.into_iter().map(not_kept).collect_view()}</ul>
        <div class="buttons">
            <SheetClose label=say!(common.close) />
        </div>
    }
}

fn kept(account: Account) -> impl IntoView {
    view! {
        <li class="account-line" data-testid=test_ids::IMPORT_ADDED data-address=account.address.to_string()>
            <Identicon account=account.address />
            <span>
                {account.label} " "
                <span class="code">{format::short_address(account.address)}</span>
            </span>
        </li>
    }
}

fn not_kept(refused: RefusedImport) -> impl IntoView {
    let RefusedImport { label, why } = refused;
    let code = code_name(why.code);
    let why = words::failure(&why);
    let text = match label {
        Some(name) => say!(import.outcome.refused, name = name, why = why),
        None => why,
    };
    view! {
        <li class="alert alert-warning" data-testid=test_ids::IMPORT_REFUSED data-code=code>
            <p>{text}</p>
        </li>
    }
}

/// The code as it stands in messages.
fn code_name(code: ErrorCode) -> Option<String> {
    serde_json::to_value(code)
        .ok()
        .and_then(|name| name.as_str().map(str::to_owned))
}
