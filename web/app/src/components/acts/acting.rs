//! In whose name an act is done, as it is typed.

use leptos::prelude::*;
use taolight_bittensor::intents::Signatories;
use taolight_locales::{say, show};
use taolight_primitives::AccountId;

use crate::acts::Acting;
use crate::components::address_field::AddressField;
use crate::components::field_error::FieldError;
use crate::store::Store;
use crate::test_ids;
use crate::transfer::address_problem;

/// Which of the fields count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Itself,
    Proxy,
    Multisig,
}

/// What stands in the fields. Copying it copies handles.
#[derive(Clone, Copy)]
pub(super) struct TypedActing {
    mode: RwSignal<Mode>,
    real: RwSignal<String>,
    threshold: RwSignal<String>,
    others: RwSignal<String>,
}

impl TypedActing {
    /// For the account itself.
    pub(super) fn new() -> Self {
        Self {
            mode: RwSignal::new(Mode::default()),
            real: RwSignal::new(String::new()),
            threshold: RwSignal::new("2".to_owned()),
            others: RwSignal::new(String::new()),
        }
    }

    /// Hears of every change.
    pub(super) fn track(self) {
        self.mode.track();
        self.real.track();
        self.threshold.track();
        self.others.track();
    }

    /// What was typed, or what is wrong with it. Tracked.
    pub(super) fn get(self) -> Result<Acting, String> {
        match self.mode.get() {
            Mode::Itself => Ok(Acting::Itself),
            Mode::Proxy => self.real().map(|real| Acting::Proxy { real }),
            Mode::Multisig => self.signatories().map(Acting::Multisig),
        }
    }

    /// The same, not tracked.
    pub(super) fn get_untracked(self) -> Result<Acting, String> {
        untrack(|| self.get())
    }

    fn real(self) -> Result<AccountId, String> {
        AccountId::from_ss58(&self.real.read()).map_err(address_problem)
    }

    fn signatories(self) -> Result<Signatories, String> {
        let threshold = self
            .threshold
            .read()
            .trim()
            .parse()
            .map_err(|_| say!(acts.acting.threshold_missing).to_owned())?;
        let others = self.others.read();
        let others = others.split_whitespace().map(AccountId::from_ss58);
        let others = others.collect::<Result<Vec<_>, _>>().map_err(address_problem)?;
        if others.is_empty() {
            return Err(say!(acts.acting.others_missing).to_owned());
        }
        Ok(Signatories { threshold, others })
    }
}

/// The fields.
#[component]
pub(super) fn ActingFields(acting: TypedActing) -> impl IntoView {
    let store = expect_context::<Store>();
    let TypedActing {
        mode,
        real,
        threshold,
        others,
    } = acting;
    let real_problem = Signal::derive(move || {
        let is_typed = !real.read().is_empty();
        is_typed.then(|| acting.real().err()).flatten()
    });
    let others_problem = Signal::derive(move || {
        let is_typed = !others.read().trim().is_empty();
        is_typed.then(|| acting.signatories().err()).flatten()
    });
    let shared = move || {
        let signer = store.chosen.get()?;
        let account = acting.signatories().ok()?.account(signer).to_string();
        let shown = move || {
            view! {
                <span class="code" data-testid=test_ids::ACTING_SHARED data-account=account.clone()>
                    {account.clone()}
                </span>
            }
        };
        Some(view! { <p class="hint mt-1">{show!(acts.acting.shared, account = shown)}</p> })
    };
    view! {
        <label class="field-label" for=test_ids::ACTING>{say!(acts.acting.title)}</label>
        <select
            id=test_ids::ACTING
            class="select"
            data-testid=test_ids::ACTING
            on:change:target=move |event| {
                mode.set(match event.target().value().as_str() {
                    "proxy" => Mode::Proxy,
                    "multisig" => Mode::Multisig,
                    _ => Mode::Itself,
                });
            }
        >
            <option value="itself">{say!(acts.acting.itself)}</option>
            <option value="proxy">{say!(acts.acting.proxy)}</option>
            <option value="multisig">{say!(acts.acting.multisig)}</option>
        </select>
        <div hidden=move || mode.get() != Mode::Proxy>
            <AddressField
                id=test_ids::ACTING_REAL
                label=say!(acts.acting.real)
                hint=say!(acts.acting.real_hint)
                value=real
                typed=move |text| real.set(text)
                problem=real_problem
                known=Signal::derive(move || store.known_accounts())
            />
        </div>
        <div hidden=move || mode.get() != Mode::Multisig>
            <label class="field-label" for=test_ids::ACTING_THRESHOLD>{say!(acts.acting.threshold)}</label>
            <div class="max-w-30">
                <input
                    id=test_ids::ACTING_THRESHOLD
                    class="input"
                    type="text"
                    inputmode="numeric"
                    data-testid=test_ids::ACTING_THRESHOLD
                    prop:value=threshold
                    on:input:target=move |event| threshold.set(event.target().value())
                />
            </div>
            <label class="field-label" for=test_ids::ACTING_OTHERS>{say!(acts.acting.others)}</label>
            <textarea
                id=test_ids::ACTING_OTHERS
                class="textarea code"
                rows="3"
                spellcheck="false"
                autocapitalize="none"
                data-testid=test_ids::ACTING_OTHERS
                aria-describedby=test_ids::ACTING_OTHERS_ERROR
                prop:value=others
                on:input:target=move |event| others.set(event.target().value())
            ></textarea>
            <FieldError id=test_ids::ACTING_OTHERS_ERROR error=others_problem />
            {shared}
            <p class="hint mt-1">{say!(acts.acting.opened_hint)}</p>
        </div>
    }
}
