//! The sheet of settings. What belongs to the vault is there once it is unlocked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_protocol::vault::{Account, LockState};

use crate::components::settings::auto_lock::AutoLockChoice;
use crate::components::settings::change_password::PasswordChange;
use crate::components::settings::language::LanguageChoice;
use crate::components::settings::logos::LogosChoice;
use crate::components::settings::theme::ThemeChoice;
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::sheet::Sheet;
use crate::store::Store;
use crate::{format, test_ids};

/// Colours, lock, password, limits.
#[component]
pub(crate) fn SettingsSheet() -> impl IntoView {
    let store = expect_context::<Store>();
    let state = Memo::new(move |_| store.lock_state());
    let unlock = move |_| {
        spawn_local(async move {
            // Whoever closes the sheet leaves it locked.
            let _ = store.unlock().await;
        });
    };
    view! {
        <SheetTitle>{say!(settings.title)}</SheetTitle>
        <LanguageChoice />
        <ThemeChoice />
        <LogosChoice />
        {move || match state.get() {
            Some(LockState::Unlocked) => view! { <OfVault /> }.into_any(),
            Some(LockState::Empty) => {
                view! { <p class="hint mt-2">{say!(settings.with_account)}</p> }.into_any()
            }
            Some(LockState::Locked | LockState::Damaged) | None => {
                view! {
                    <section class="part">
                        <p class="hint">{say!(settings.when_unlocked)}</p>
                        <div class="buttons">
                            <button
                                type="button"
                                class="btn btn-primary"
                                data-testid=test_ids::SETTINGS_UNLOCK
                                on:click=unlock
                            >
                                {say!(common.unlock)}
                            </button>
                        </div>
                    </section>
                }
                    .into_any()
            }
        }}
        <Others />
        <div class="buttons">
            <SheetClose label=say!(common.close) />
        </div>
    }
}

/// What has a sheet of its own.
#[component]
fn Others() -> impl IntoView {
    let store = expect_context::<Store>();
    let network = move || {
        let Some(name) = store.network.read().as_ref().map(|network| network.name.clone()) else {
            return say!(settings.networks_about_none).to_owned();
        };
        let peers = store.lifecycle.read().peers;
        let count = format::number(peers);
        match peers {
            1 => say!(settings.networks_about_one, name = name, count = count),
            _ => say!(settings.networks_about_many, name = name, count = count),
        }
    };
    let choose_network = move |()| {
        store.sheet.set(None);
        store.choosing_network.set(true);
    };
    view! {
        <section class="part">
            <h3>{say!(common.more)}</h3>
            <ul class="mt-2">
                <Other
                    testid=test_ids::SETTINGS_NETWORKS
                    name=say!(settings.networks)
                    about=network
                    choose=choose_network
                />
                <Other
                    testid=test_ids::SETTINGS_AS_FILE
                    name=say!(settings.as_file)
                    about=|| say!(settings.as_file_about).to_owned()
                    choose=move |()| store.open_sheet(Sheet::SettingsFile { added: false })
                />
                <Other
                    testid=test_ids::SETTINGS_ABOUT
                    name=say!(settings.about.title)
                    about=|| say!(settings.about_hint).to_owned()
                    choose=move |()| store.open_sheet(Sheet::About)
                />
            </ul>
        </section>
    }
}

#[component]
fn Other(
    testid: &'static str,
    name: &'static str,
    about: impl Fn() -> String + Send + Sync + 'static,
    #[prop(into)] choose: Callback<()>,
) -> impl IntoView {
    view! {
        <li>
            <button
                type="button"
                class="option"
                data-testid=testid
                aria-haspopup="dialog"
                on:click=move |_| choose.run(())
            >
                <span class="option-name">{name}</span>
                <span class="hint" aria-hidden="true">
                    "›"
                </span>
                <span class="option-about">{about}</span>
            </button>
        </li>
    }
}

#[component]
fn OfVault() -> impl IntoView {
    let store = expect_context::<Store>();
    let limits = move |account: Account| {
        let Account { address, label, .. } = account;
        view! {
            <li>
                <button
                    type="button"
                    class="option"
                    data-testid=test_ids::SETTINGS_LIMITS
                    data-address=address.to_string()
                    on:click=move |_| store.open_sheet(Sheet::Limits(address))
                >
                    <span class="option-name">{label}</span>
                    <span class="hint" aria-hidden="true">
                        "›"
                    </span>
                </button>
            </li>
        }
    };
    let signers = move || {
        let accounts = store.accounts.get().unwrap_or_default();
        accounts.into_iter().filter(Account::can_sign)
    };
    view! {
        <section class="part">
            <h3>{say!(settings.lock.title)}</h3>
            <AutoLockChoice />
        </section>
        <section class="part">
            <h3>{say!(settings.limits.section)}</h3>
            <ul class="mt-2">{move || signers().map(limits).collect_view()}</ul>
        </section>
        <section class="part">
            <h3>{say!(settings.password.title)}</h3>
            <PasswordChange />
        </section>
    }
}
