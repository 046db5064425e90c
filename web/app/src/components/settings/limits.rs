//! What an account may sign.

use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::AccountId;
use taolight_protocol::vault::{ListPolicies, Policy, PolicyEntry, SetPolicy};

use crate::attempt::Attempt;
use crate::components::field_error::FieldError;
use crate::components::password_field::{PasswordField, PasswordNode, take};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::limits::{Problems, Typed};
use crate::store::Store;
use crate::test_ids;

/// Limits of one account, for the wallet itself and every website. Nothing in a field is no limit.
#[component]
pub(crate) fn LimitsSheet(address: AccountId) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let typed = RwSignal::new(Typed::default());
    let problems = RwSignal::new(Problems::default());
    let saved = RwSignal::new(false);
    let password = PasswordNode::new();
    let label = untrack(|| store.label_of(address)).unwrap_or_default();
    attempt.run(async move {
        let policies = store.ask_vault(ListPolicies {}).await?;
        let own = policies
            .iter()
            .find(|entry| entry.account == address && entry.origin.is_none());
        typed.set(own.map(|entry| Typed::of(&entry.policy)).unwrap_or_default());
        Ok(())
    });
    let save = move |policy: Policy| {
        let password = match take(password) {
            Ok(password) => password,
            Err(failure) => return attempt.fail(failure),
        };
        let entry = PolicyEntry {
            account: address,
            origin: None,
            policy,
        };
        attempt.run(async move {
            store.ask_vault(SetPolicy { password, entry }).await?;
            saved.set(true);
            Ok(())
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        saved.set(false);
        problems.set(Problems::default());
        match typed.read_untracked().policy() {
            Ok(policy) => save(policy),
            Err(found) => problems.set(found),
        }
    };
    view! {
        <form on:submit=submit autocomplete="off" novalidate>
            <SheetTitle>{say!(settings.limits.title, name = label)}</SheetTitle>
            <p class="hint">{say!(settings.limits.hint)}</p>
            <AmountLimit
                id=test_ids::LIMITS_PER_TRANSACTION
                error_id=test_ids::LIMITS_PER_TRANSACTION_ERROR
                label=say!(settings.limits.per_transaction)
                value=Signal::derive(move || typed.read().per_transaction.clone())
                change=Callback::new(move |value| typed.update(|typed| typed.per_transaction = value))
                error=Signal::derive(move || problems.read().per_transaction.clone())
            />
            <AmountLimit
                id=test_ids::LIMITS_PER_DAY
                error_id=test_ids::LIMITS_PER_DAY_ERROR
                label=say!(settings.limits.per_day)
                value=Signal::derive(move || typed.read().per_day.clone())
                change=Callback::new(move |value| typed.update(|typed| typed.per_day = value))
                error=Signal::derive(move || problems.read().per_day.clone())
            />
            <label class="field-label" for=test_ids::LIMITS_CALLS>{say!(settings.limits.calls)}</label>
            <p class="hint" id="limits-calls-hint">
                {say!(settings.limits.calls_hint)}
            </p>
            <textarea
                id=test_ids::LIMITS_CALLS
                class="textarea code mt-2"
                rows="3"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                data-testid=test_ids::LIMITS_CALLS
                aria-describedby=format!("limits-calls-hint {}", test_ids::LIMITS_ERROR)
                prop:value=move || typed.read().calls.clone()
                on:input:target=move |event| typed.update(|typed| typed.calls = event.target().value())
            ></textarea>
            <label class="field-label" for=test_ids::LIMITS_SUBNETS>{say!(settings.limits.subnets)}</label>
            <input
                id=test_ids::LIMITS_SUBNETS
                class="input"
                type="text"
                autocomplete="off"
                placeholder="1, 64"
                data-testid=test_ids::LIMITS_SUBNETS
                aria-describedby=test_ids::LIMITS_SUBNETS_ERROR
                aria-invalid=move || problems.read().netuids.is_some().then_some("true")
                prop:value=move || typed.read().netuids.clone()
                on:input:target=move |event| typed.update(|typed| typed.netuids = event.target().value())
            />
            <FieldError
                id=test_ids::LIMITS_SUBNETS_ERROR
                error=Signal::derive(move || problems.read().netuids.clone())
            />
            <PasswordField
                id=test_ids::LIMITS_PASSWORD
                label=say!(vault.password_of_wallet)
                node=password
                described_by=test_ids::LIMITS_ERROR
            />
            <Trouble id=test_ids::LIMITS_ERROR attempt />
            <div role="status">
                {move || {
                    saved
                        .get()
                        .then(|| view! { <p class="hint text-good" data-testid=test_ids::LIMITS_SAVED>{say!(settings.limits.saved)}</p> })
                }}
            </div>
            <div class="buttons">
                <SheetClose label=say!(common.close) />
                <SubmitButton
                    testid=test_ids::LIMITS_SAVE
                    attempt
                    label=say!(settings.limits.save)
                    busy_label=say!(common.saving)
                />
            </div>
        </form>
    }
}

#[component]
fn AmountLimit(
    id: &'static str,
    error_id: &'static str,
    label: &'static str,
    value: Signal<String>,
    change: Callback<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <label class="field-label" for=id>{label}</label>
        <input
            id=id
            class="input"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            placeholder=say!(settings.limits.no_limit)
            data-testid=id
            aria-describedby=error_id
            aria-invalid=move || error.read().is_some().then_some("true")
            prop:value=move || value.get()
            on:input:target=move |event| change.run(event.target().value())
        />
        <FieldError id=error_id error />
    }
}
