//! Another password for the vault.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{ChangePassword, Damage, DamagedAccount};

use crate::attempt::Attempt;
use crate::components::password_field::{PasswordField, PasswordNode, take, take_twice};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{test_ids, words};

/// The old password and the new one, twice.
#[component]
pub(super) fn PasswordChange() -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let changed = RwSignal::new(false);
    let (old, new, again) = (PasswordNode::new(), PasswordNode::new(), PasswordNode::new());
    // Those that somebody agreed to leave behind.
    let left = RwSignal::new(Vec::<AccountId>::new());
    let damaged = Memo::new(move |_| {
        let mut damaged = store.damaged.get();
        damaged.retain(|account| account.damage != Damage::Newer);
        damaged
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        changed.set(false);
        let leave = left.get_untracked();
        let request = take(old).and_then(|old| {
            Ok(ChangePassword {
                old,
                new: take_twice(new, again)?,
                leave,
            })
        });
        match request {
            Ok(request) => attempt.run(async move {
                let outcome = store.clients()?.vault.call(request).await;
                // It may have found damage.
                store.list_accounts().await?;
                outcome?;
                changed.set(true);
                Ok(())
            }),
            Err(failure) => attempt.fail(failure),
        }
    };
    view! {
        <form on:submit=submit autocomplete="off">
            <p class="hint mt-2" id="password-change-hint">
                {say!(vault.how_to_choose_password)}
            </p>
            <PasswordField
                id=test_ids::PASSWORD_OLD
                label=say!(settings.password.so_far)
                node=old
                described_by=test_ids::PASSWORD_ERROR
            />
            <PasswordField
                id=test_ids::PASSWORD_NEW
                label=say!(settings.password.new_one)
                node=new
                described_by="password-change-hint password-error"
                is_new=true
            />
            <PasswordField
                id=test_ids::PASSWORD_NEW_AGAIN
                label=say!(vault.password_again)
                node=again
                described_by=test_ids::PASSWORD_ERROR
                is_new=true
            />
            {move || {
                let damaged = damaged.get();
                left.set(Vec::new());
                (!damaged.is_empty()).then(|| view! { <LeaveBehind damaged left /> })
            }}
            <Trouble id=test_ids::PASSWORD_ERROR attempt say=words::password_failure />
            <div role="status">
                {move || {
                    changed
                        .get()
                        .then(|| {
                            view! {
                                <p class="hint text-good" data-testid=test_ids::PASSWORD_CHANGED>
                                    {say!(settings.password.changed)}
                                </p>
                            }
                        })
                }}
            </div>
            <div class="buttons">
                <SubmitButton
                    testid=test_ids::PASSWORD_CHANGE
                    attempt
                    label=say!(settings.password.change)
                    busy_label=say!(settings.password.changing)
                    is_minor=true
                />
            </div>
        </form>
    }
}

/// What another password does not reach, and whether to go on all the same.
#[component]
fn LeaveBehind(damaged: Vec<DamagedAccount>, left: RwSignal<Vec<AccountId>>) -> impl IntoView {
    let names: Vec<_> = damaged.iter().map(words::damaged_name).collect();
    let addresses: Vec<_> = damaged.iter().map(|account| account.address).collect();
    let choose = move |agreed: bool| {
        left.set(if agreed { addresses.clone() } else { Vec::new() });
    };
    view! {
        <div class="alert alert-warning mt-3" data-testid=test_ids::PASSWORD_LEAVES>
            <p>{words::leaves_behind(&names)}</p>
        </div>
        <label class="flex items-center gap-3 pt-3 text-sm">
            <input
                class="checkbox checkbox-primary checkbox-xs"
                type="checkbox"
                data-testid=test_ids::PASSWORD_LEAVE
                on:change:target=move |event| choose(event.target().checked())
            />
            {say!(settings.password.change_all_the_same)}
        </label>
    }
}
