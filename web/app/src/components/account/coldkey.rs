//! Whether another coldkey is to take the account's place.

use leptos::prelude::*;
use taolight_bittensor::intents::{ClearColdkeySwap, Intent};
use taolight_bittensor::reads::ColdkeySwap;
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
            title="Coldkey"
            testid=test_ids::SECTION_COLDKEY
            reading
            acts=&[("announceColdkeySwap", "Move to another coldkey"), ("setIdentity", "Set a name")]
            draw
        />
    }
}

fn draw(swap: ColdkeySwap) -> AnyView {
    let submission = expect_context::<Submission>();
    match swap {
        ColdkeySwap::None => view! { <p>"No other coldkey is to take its place."</p> }.into_any(),
        ColdkeySwap::Announced {
            new_coldkey_hash,
            executable_from,
            clearable_from,
        } => view! {
            <dl class="rows">
                <dt>"Announced coldkey, as a hash"</dt>
                <dd class="code">{new_coldkey_hash.to_string()}</dd>
                <dt>"Can be done from block"</dt>
                <dd>{format::block(executable_from)}</dd>
                <dt>"Can be taken back from block"</dt>
                <dd>{format::block(clearable_from)}</dd>
            </dl>
            <div class="buttons start">
                <DoButton
                    intent=Intent::from(ClearColdkeySwap {})
                    name="Take it back"
                    about="the announced coldkey"
                    submission
                />
            </div>
        }
        .into_any(),
        ColdkeySwap::Disputed { since } => view! {
            <p>
                "The announcement is disputed since block " {format::block(since)}
                ". The account is frozen until the chain's council decides."
            </p>
        }
        .into_any(),
    }
}
