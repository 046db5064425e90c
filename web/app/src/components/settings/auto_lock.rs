//! When the vault locks itself.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use taolight_protocol::vault::{AutoLock, SetAutoLock};

use crate::attempt::Attempt;
use crate::components::switch::Switch;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{memory, presence, test_ids};

const CHOICES: [AutoLock; 6] = [
    AutoLock::After(1),
    AutoLock::After(5),
    AutoLock::After(15),
    AutoLock::After(30),
    AutoLock::After(60),
    AutoLock::OnClose,
];

/// After how many minutes, and whether with the device.
#[component]
pub(super) fn AutoLockChoice() -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let current = Memo::new(move |_| store.vault.read().and_then(|status| status.auto_lock));
    let choose = move |value: String| {
        let Some(auto_lock) = CHOICES.into_iter().find(|choice| value_of(*choice) == value) else {
            return;
        };
        attempt.run(async move { store.ask_vault(SetAutoLock { auto_lock }).await });
    };
    let option = move |choice: AutoLock| {
        view! {
            <option value=value_of(choice) prop:selected=move || current.get() == Some(choice)>
                {name_of(choice)}
            </option>
        }
    };
    view! {
        <label class="field-label" for=test_ids::SETTINGS_AUTO_LOCK>{say!(settings.lock.by_itself)}</label>
        <select
            id=test_ids::SETTINGS_AUTO_LOCK
            class="select"
            data-testid=test_ids::SETTINGS_AUTO_LOCK
            aria-describedby=test_ids::SETTINGS_ERROR
            on:change:target=move |event| choose(event.target().value())
        >
            {CHOICES.map(option).collect_view()}
        </select>
        <Trouble id=test_ids::SETTINGS_ERROR attempt />
        {presence::sees_device_lock().then(|| view! { <DeviceLock /> })}
    }
}

/// Locks with the device, where the browser can tell and the person allows it.
#[component]
fn DeviceLock() -> impl IntoView {
    let store = expect_context::<Store>();
    let on = RwSignal::new(memory::locks_with_device());
    let refused = RwSignal::new(false);
    let change = move |wanted: bool| {
        refused.set(false);
        on.set(wanted);
        if !wanted {
            return memory::set_locks_with_device(false);
        }
        spawn_local(async move {
            let watches = store.lock_with_device().await;
            // The sheet may be gone by now.
            let _ = on.try_set(watches);
            let _ = refused.try_set(!watches);
        });
    };
    view! {
        <Switch
            testid=test_ids::SETTINGS_LOCK_WITH_DEVICE
            label=say!(settings.lock.with_device)
            checked=on
            change
        />
        <div role="status">
            {move || {
                refused
                    .get()
                    .then(|| {
                        view! { <p class="hint">{say!(settings.lock.device_unseen)}</p> }
                    })
            }}
        </div>
    }
}

fn value_of(choice: AutoLock) -> String {
    match choice {
        AutoLock::After(minutes) => minutes.to_string(),
        AutoLock::OnClose => "close".to_owned(),
    }
}

fn name_of(choice: AutoLock) -> String {
    match choice {
        AutoLock::After(1) => say!(settings.lock.after_one, count = 1),
        AutoLock::After(minutes) => say!(settings.lock.after_many, count = minutes),
        AutoLock::OnClose => say!(settings.lock.on_close).to_owned(),
    }
}
