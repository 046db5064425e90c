//! A subnet's logo, for those who chose to see them.

use leptos::prelude::*;
use taolight_primitives::NetUid;

use crate::store::Store;
use crate::test_ids;

/// Room for a logo, and the logo once it is there. Nothing at all unless logos are shown.
#[component]
pub(crate) fn SubnetLogo(
    /// Whose.
    netuid: NetUid,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let address = Memo::new(move |_| store.logo(netuid));
    // Without a cookie, without saying from where; it decorates, so that a screen reader passes it by.
    let picture = move |address: String| {
        let failed = RwSignal::new(false);
        view! {
            <img
                src=address
                alt=""
                width="20"
                height="20"
                loading="lazy"
                decoding="async"
                crossorigin="anonymous"
                referrerpolicy="no-referrer"
                data-testid=test_ids::SUBNET_LOGO
                hidden=failed
                on:error=move |_| failed.set(true)
            />
        }
    };
    move || {
        store.logos.get().then(|| {
            view! { <span class="mr-2 inline-block size-5 overflow-hidden rounded-sm align-[-5px]">{move || address.get().map(picture)}</span> }
        })
    }
}
