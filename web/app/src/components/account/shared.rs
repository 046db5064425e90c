//! What waits for signatures, where the account is one that several keys hold.

use leptos::prelude::*;
use taolight_bittensor::reads::MultisigOperation;
use taolight_locales::{say, show};
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
            title=say!(account.shared.title)
            testid=test_ids::SECTION_SHARED
            reading
            acts=vec![("approveMultisig", say!(account.shared.approve)), ("cancelMultisig", say!(common.cancel))]
            draw
        />
    }
}

fn draw(operations: Vec<MultisigOperation>) -> AnyView {
    let row = |operation: MultisigOperation| {
        let (block, index) = (format::block(operation.height), operation.index);
        let depositor =
            move || view! { <span class="code">{format::short_address(operation.depositor)}</span> };
        let about = match operation.approvals.len() {
            1 => show!(
                account.shared.about_one,
                count = 1,
                block = block,
                index = index,
                depositor = depositor
            )
            .into_any(),
            count => show!(
                account.shared.about_many,
                count = count,
                block = block,
                index = index,
                depositor = depositor
            )
            .into_any(),
        };
        view! {
            <li class="item" data-testid=test_ids::OPERATION data-hash=operation.call_hash.to_string()>
                <span class="code">{operation.call_hash.to_string()}</span>
                <span class="item-about">{about}</span>
            </li>
        }
    };
    view! {
        <p hidden=!operations.is_empty()>
            {say!(account.shared.none)}
        </p>
        <ul>{operations.into_iter().map(row).collect_view()}</ul>
    }
    .into_any()
}
