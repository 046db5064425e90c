//! An account of which something cannot be read: what happened, and the two ways out.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_protocol::vault::{Damage, DamagedAccount};

use crate::sheet::Sheet;
use crate::store::Store;
use crate::{test_ids, words};

/// What happened to a damaged account, with what can be done about it.
#[component]
pub(crate) fn Damaged(account: DamagedAccount) -> impl IntoView {
    let store = expect_context::<Store>();
    let text = words::damage(&account);
    let DamagedAccount { address, damage, .. } = account;
    let can_be_mended = match damage {
        Damage::Record | Damage::Secret => true,
        Damage::Newer => false,
    };
    view! {
        <div class="alert alert-warning flex-wrap" data-testid=test_ids::ACCOUNT_DAMAGED data-address=address.to_string()>
            <p>{text}</p>
            {can_be_mended
                .then(|| {
                    view! {
                        <div class="flex basis-full flex-wrap gap-2">
                            <button
                                type="button"
                                class="btn"
                                data-testid=test_ids::DAMAGED_IMPORT
                                aria-haspopup="dialog"
                                on:click=move |_| store.open_sheet(Sheet::ImportAgain(address))
                            >
                                {say!(accounts.damaged.import_again)}
                            </button>
                            <button
                                type="button"
                                class="btn btn-outline btn-error"
                                data-testid=test_ids::DAMAGED_REMOVE
                                aria-haspopup="dialog"
                                on:click=move |_| store.open_sheet(Sheet::Remove(address))
                            >
                                {say!(accounts.damaged.remove)}
                            </button>
                        </div>
                    }
                })}
        </div>
    }
}
