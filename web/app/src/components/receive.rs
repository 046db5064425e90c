//! Being sent TAO: the address as text and as a picture for cameras.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;

use crate::components::copy_button::CopyButton;
use crate::components::payer::Payer;
use crate::store::Store;
use crate::{qr, test_ids};

const TITLE: &str = "receive-title";
/// Letters of an address in a group: short enough to compare at a glance.
const GROUP: usize = 6;

/// The chosen account's address.
#[component]
pub(crate) fn ReceivePage() -> impl IntoView {
    let store = expect_context::<Store>();
    let shown = move || store.chosen.get().map(|account| view! { <Address account /> });
    view! {
        <section class="panel max-w-140" aria-labelledby=TITLE>
            <h2 id=TITLE>{say!(common.receive)}</h2>
            <Payer label=say!(send.receive_to) />
            {shown}
        </section>
    }
}

#[component]
fn Address(account: AccountId) -> impl IntoView {
    let address = account.to_string();
    let groups = groups(&address)
        .into_iter()
        .map(|group| view! { <span>{group}</span> })
        .collect_view();
    let picture = qr::picture(&address).map(|picture| {
        view! {
            <svg
                class="my-4 block w-[min(100%,264px)] rounded-box border border-line"
                viewBox=format!("0 0 {0} {0}", picture.size)
                role="img"
                aria-label=say!(send.qr)
                data-testid=test_ids::RECEIVE_QR
            >
                <rect width=picture.size height=picture.size class="fill-white" />
                <path d=picture.path class="fill-black" />
            </svg>
        }
    });
    view! {
        <p class="code my-3 flex flex-wrap gap-x-3 gap-y-1 text-base" data-testid=test_ids::RECEIVE_ADDRESS data-address=address.clone()>
            {groups}
        </p>
        <div class="buttons -ml-2 justify-start pt-1">
            <CopyButton text=address about=say!(common.copy_address) testid=test_ids::RECEIVE_COPY />
        </div>
        {picture}
        <p class="hint">
            {say!(send.compare)}
        </p>
    }
}

fn groups(address: &str) -> Vec<String> {
    let letters: Vec<char> = address.chars().collect();
    letters
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_the_address() {
        let address = AccountId([7; 32]).to_string();
        let groups = groups(&address);
        assert_eq!(groups.concat(), address);
        assert!(groups.iter().all(|group| group.len() <= GROUP));
    }
}
