//! What was found, and whatever is needed to open and keep it.

use leptos::html;
use leptos::prelude::*;
use taolight_locales::say;
use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::{DetectedImport, ImportAccounts, ImportKind, Role, Scheme};

use crate::attempt::Attempt;
use crate::components::accounts::identicon::Identicon;
use crate::components::accounts::role::Roles;
use crate::components::accounts::watch::parse_address;
use crate::components::import::progress::{Progress, Step};
use crate::components::label_field::{LabelField, typed_label};
use crate::components::password_field::{PasswordField, PasswordNode, take};
use crate::components::sheets::{SheetClose, SheetTitle};
use crate::components::submit_button::SubmitButton;
use crate::components::trouble::Trouble;
use crate::store::Store;
use crate::{page, test_ids, words};

/// The format in words, the accounts that it names, and only the fields that it needs.
#[component]
pub(super) fn OpenStep(
    progress: Progress,
    unread: RwSignal<Option<Failure>>,
    detected: DetectedImport,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let attempt = Attempt::new(store.sheet_busy);
    let DetectedImport {
        import,
        kind,
        needs_password,
        needs_address,
        chooses_scheme,
        holds_secret,
        ..
    } = detected;
    let label = NodeRef::<html::Input>::new();
    let password = PasswordNode::new();
    let address = NodeRef::<html::Input>::new();
    let scheme = RwSignal::new(Scheme::Sr25519);
    let again = progress.again.get_value();
    let expected = again.as_ref().map(|again| again.address);
    let asks_address = needs_address && expected.is_none();
    let known_role = again.as_ref().and_then(|again| again.role.clone());
    let role = RwSignal::new(known_role.unwrap_or_else(|| usual_role(kind)));
    let claimed_label = match (again, detected.accounts.as_slice()) {
        (Some(again), _) if !again.label.is_empty() => again.label,
        (_, [only]) => only.label.clone().unwrap_or_default(),
        _ => String::new(),
    };

    let request = move || {
        let typed_address = address.get_untracked().map(|field| field.value());
        Ok(ImportAccounts {
            import,
            address: match typed_address {
                Some(typed) => Some(parse_address(&typed)?),
                None => expected,
            },
            password: needs_password.then(|| take(password)).transpose()?,
            scheme: chooses_scheme.then(|| scheme.get_untracked()),
            role: role.get_untracked(),
            label: typed_label(store, label),
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = match request() {
            Ok(request) => request,
            Err(failure) => return attempt.fail(failure),
        };
        attempt.run(async move {
            if holds_secret {
                store.unlock().await?;
            }
            match store.clients()?.vault.call(request).await {
                Ok(outcome) => {
                    match outcome.added.first() {
                        Some(first) => store.choose_new(first.address).await?,
                        None => store.list_accounts().await?,
                    }
                    progress.take(store, outcome);
                    Ok(())
                }
                // What is wrong with the secret itself is mended where it is typed.
                Err(failure) if is_of_source(failure.code) => {
                    unread.set(Some(failure));
                    progress.step.set(Step::Source);
                    Ok(())
                }
                Err(failure) => {
                    if needs_password {
                        page::focus_when_drawn(test_ids::IMPORT_PASSWORD);
                    }
                    Err(failure)
                }
            }
        });
    };
    let back = move |_| {
        if progress.is_part.get_untracked() {
            progress.skip(store);
        } else {
            progress.step.set(Step::Source);
        }
    };
    let (back_label, back_id) = if progress.is_part.get_untracked() {
        (say!(import.leave_out), test_ids::IMPORT_SKIP)
    } else {
        (say!(common.back), test_ids::IMPORT_BACK)
    };
    view! {
        <form on:submit=submit autocomplete="off" novalidate>
            <SheetTitle>{progress.title()}</SheetTitle>
            <Found detected />
            {needs_password
                .then(|| {
                    view! {
                        <PasswordField
                            id=test_ids::IMPORT_PASSWORD
                            label=say!(import.file_password)
                            node=password
                            described_by=test_ids::IMPORT_ERROR
                            autofocus=true
                        />
                    }
                })}
            {asks_address.then(|| view! { <AddressField node=address /> })}
            {chooses_scheme.then(|| view! { <SchemeField scheme /> })}
            <LabelField node=label value=claimed_label autofocus=!needs_password && !asks_address />
            {holds_secret
                .then(|| {
                    view! {
                        <Roles
                            current=Signal::derive(move || Some(words::role_name(&role.read())))
                            choose=Callback::new(move |chosen| role.set(chosen))
                            testid=test_ids::IMPORT_ROLE
                        />
                    }
                })}
            <Trouble id=test_ids::IMPORT_ERROR attempt say=words::import_failure />
            <div class="buttons">
                <SheetClose />
                <button type="button" class="btn" data-testid=back_id disabled=store.sheet_busy on:click=back>
                    {back_label}
                </button>
                <SubmitButton
                    testid=test_ids::IMPORT_SUBMIT
                    attempt
                    label=if holds_secret { say!(import.submit) } else { say!(import.watch) }
                    busy_label=say!(import.busy)
                />
            </div>
        </form>
    }
}

/// What it is, whom it names, and what to know before it is opened.
#[component]
fn Found(detected: DetectedImport) -> impl IntoView {
    let claims = detected.accounts.into_iter().map(|claimed| {
        view! {
            <li class="account-line" data-testid=test_ids::IMPORT_CLAIM data-address=claimed.address.to_string()>
                <Identicon account=claimed.address />
                <span>
                    {claimed.label} " "
                    <span class="code">{claimed.address.to_string()}</span>
                </span>
            </li>
        }
    });
    view! {
        <p class="font-semibold" data-testid=test_ids::IMPORT_KIND data-kind=words::kind_name(detected.kind)>
            {words::import_kind(detected.kind)}
        </p>
        <ul>{claims.collect_view()}</ul>
        {(!detected.holds_secret)
            .then(|| {
                view! {
                    <p class="hint" data-testid=test_ids::IMPORT_WATCH_ONLY>
                        {say!(import.no_secret)}
                    </p>
                }
            })}
        {words::memory(detected.memory_bytes)
            .map(|text| view! { <p class="hint" data-testid=test_ids::IMPORT_MEMORY>{text}</p> })}
    }
}

#[component]
fn AddressField(node: NodeRef<html::Input>) -> impl IntoView {
    view! {
        <label class="field-label" for=test_ids::IMPORT_ADDRESS>{say!(import.address)}</label>
        <p class="hint" id="import-address-hint">
            {say!(import.address_hint)}
        </p>
        <input
            id=test_ids::IMPORT_ADDRESS
            class="input code mt-2"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            placeholder="5…"
            autofocus=true
            data-testid=test_ids::IMPORT_ADDRESS
            aria-describedby=format!("import-address-hint {}", test_ids::IMPORT_ERROR)
            node_ref=node
        />
    }
}

#[component]
fn SchemeField(scheme: RwSignal<Scheme>) -> impl IntoView {
    let choose = move |value: String| {
        scheme.set(if value == "ed25519" {
            Scheme::Ed25519
        } else {
            Scheme::Sr25519
        });
    };
    view! {
        <label class="field-label" for=test_ids::IMPORT_SCHEME>{say!(import.scheme)}</label>
        <select
            id=test_ids::IMPORT_SCHEME
            class="select"
            data-testid=test_ids::IMPORT_SCHEME
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="sr25519">{say!(import.scheme_usual)}</option>
            <option value="ed25519">"ed25519"</option>
        </select>
    }
}

/// What a key in this format is used for, as a rule.
fn usual_role(kind: ImportKind) -> Role {
    match kind {
        ImportKind::BtcliSecret => Role::Hotkey,
        ImportKind::Mnemonic
        | ImportKind::SecretUri
        | ImportKind::Seed
        | ImportKind::ExpandedSecret
        | ImportKind::Address
        | ImportKind::BtcliPublic
        | ImportKind::BtcliNacl
        | ImportKind::BtcliAnsible
        | ImportKind::BtcliFernet
        | ImportKind::PolkadotJs
        | ImportKind::PolkadotJsBatch => Role::Coldkey { hotkeys: Vec::new() },
    }
}

/// Whether what was pasted or dropped is to blame, and not what was asked for it.
fn is_of_source(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::MnemonicWord
            | ErrorCode::MnemonicLength
            | ErrorCode::MnemonicChecksum
            | ErrorCode::InvalidSecretUri
            | ErrorCode::UnknownKeyFormat
            | ErrorCode::DamagedKeyFile
            | ErrorCode::UnsupportedKeyFile
            | ErrorCode::ImportGone
    )
}
