//! Whether another coldkey is to take the account's place.

use leptos::prelude::*;
use taolight_bittensor::intents::{ClearColdkeySwap, Intent};
use taolight_bittensor::reads::ColdkeySwap;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::engine::ReadColdkeySwap;

use crate::components::account::section::{DoButton, Section, read};
use crate::components::submission::Submission;
use crate::format;
use crate::store::Store;
use crate::test_ids;

#[component]
pub(super) fn Coldkey(account: AccountId, submission: Submission) -> impl IntoView {
    let store = expect_context::<Store>();
    let reading = read(store, ReadColdkeySwap { coldkey: account });
    provide_context(submission);
    view! {
        <Section
            title=say!(common.coldkey)
            testid=test_ids::SECTION_COLDKEY
            reading
            acts=vec![
                ("announceColdkeySwap", say!(account.coldkey.swap)),
                ("setIdentity", say!(account.coldkey.set_name)),
            ]
            draw
        />
    }
}

fn draw(swap: ColdkeySwap) -> AnyView {
    let submission = expect_context::<Submission>();
    match swap {
        ColdkeySwap::None => view! { <p>{say!(account.coldkey.stays)}</p> }.into_any(),
        ColdkeySwap::Announced {
            new_coldkey_hash,
            executable_from,
            clearable_from,
        } => view! {
            <dl class="rows mt-2">
                <dt>{say!(account.coldkey.announced_hash)}</dt>
                <dd class="code">{new_coldkey_hash.to_string()}</dd>
                <dt>{say!(account.coldkey.executable_from)}</dt>
                <dd>{format::block(executable_from)}</dd>
                <dt>{say!(account.coldkey.clearable_from)}</dt>
                <dd>{format::block(clearable_from)}</dd>
            </dl>
            <div class="buttons -ml-2 justify-start pt-1">
                <DoButton
                    intent=Intent::from(ClearColdkeySwap {})
                    name=say!(account.coldkey.take_back)
                    about=say!(account.coldkey.take_back_about)
                    submission
                />
            </div>
        }
        .into_any(),
        ColdkeySwap::Disputed { since } => view! {
            <p>{say!(account.coldkey.disputed, block = format::block(since))}</p>
        }
        .into_any(),
    }
}
