//! One calm line until the chosen account is backed up.

use leptos::prelude::*;
use taolight_locales::say;

use crate::sheet::Sheet;
use crate::store::Store;
use crate::test_ids;

/// Says that the account exists only here, and offers the backup.
#[component]
pub(crate) fn BackupReminder() -> impl IntoView {
    let store = expect_context::<Store>();
    let due = Memo::new(move |_| {
        let account = store.account(store.chosen.get()?)?;
        (account.can_sign() && !account.backed_up).then_some((account.address, account.label))
    });
    move || {
        due.get().map(|(address, label)| {
            view! {
                <div class="alert" role="note" data-testid=test_ids::BACKUP_REMINDER>
                    <p>{say!(backup.reminder, name = label)}</p>
                    <button
                        type="button"
                        class="btn btn-ghost btn-sm -my-1 -mr-2"
                        data-testid=test_ids::BACKUP_REMINDER_START
                        aria-haspopup="dialog"
                        on:click=move |_| store.open_sheet(Sheet::Backup(address))
                    >
                        {say!(backup.start)}
                    </button>
                </div>
            }
        })
    }
}
