//! What waits for signatures, where the account is one that several keys hold.

use leptos::prelude::*;
use taolight_bittensor::reads::MultisigOperation;
use taolight_primitives::AccountId;
use taolight_protocol::engine::ReadMultisig;

use crate::components::account::section::{Section, read};
use crate::store::Store;
use crate::{format, test_ids};

#[component]
pub(super) fn Shared(account: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = read(store, ReadMultisig { account });
    view! {
        <Section
            title="Waiting for signatures"
            testid=test_ids::SECTION_SHARED
            reading
            acts=&[("approveMultisig", "Approve"), ("cancelMultisig", "Cancel")]
            draw
        />
    }
}

fn draw(operations: Vec<MultisigOperation>) -> AnyView {
    let row = |operation: MultisigOperation| {
        let approvals = u32::try_from(operation.approvals.len()).unwrap_or(u32::MAX);
        view! {
            <li class="item" data-testid=test_ids::OPERATION data-hash=operation.call_hash.to_string()>
                <span class="item-name code">{operation.call_hash.to_string()}</span>
                <span class="item-about">
                    {format::count(approvals, "approval", "approvals")} ", opened in block "
                    {format::block(operation.height)} ", transaction " {operation.index} ", by "
                    <span class="code">{format::short_address(operation.depositor)}</span>
                </span>
            </li>
        }
    };
    view! {
        <p hidden=!operations.is_empty()>
            "Nothing. An account that several keys hold can be watched by its address; what its keys have opened is listed here."
        </p>
        <ul class="items">{operations.into_iter().map(row).collect_view()}</ul>
    }
    .into_any()
}
