//! Whether logos of subnets are shown.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::switch::Switch;
use crate::store::Store;
use crate::test_ids;

const ABOUT: &str = "logos-about";

/// Shows them or not, and says what that tells to whom.
#[component]
pub(super) fn LogosChoice() -> impl IntoView {
    let store = expect_context::<Store>();
    let change = move |show| store.show_logos(show);
    view! {
        <Switch
            testid=test_ids::LOGOS_TOGGLE
            label=say!(settings.logos)
            described_by=ABOUT
            checked=store.logos
            change
        />
        <p class="hint mt-1" id=ABOUT>
            {say!(settings.logos_about)}
        </p>
    }
}
