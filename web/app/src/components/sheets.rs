//! The one sheet in which things are done. What it shows is made anew for each opening, so that nothing typed stays.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::accounts::create::CreateSheet;
use crate::components::accounts::details::DetailsSheet;
use crate::components::accounts::remove::RemoveSheet;
use crate::components::accounts::watch::WatchSheet;
use crate::components::accounts::ways::AddSheet;
use crate::components::backup::sheet::BackupSheet;
use crate::components::dialog::Dialog;
use crate::components::export::sheet::ExportSheet;
use crate::components::import::sheet::ImportSheet;
use crate::components::settings::about::AboutSheet;
use crate::components::settings::file_sheet::FileSheet;
use crate::components::settings::limits::LimitsSheet;
use crate::components::settings::sheet::SettingsSheet;
use crate::sheet::Sheet;
use crate::store::Store;
use crate::{page, test_ids};

/// Id of the title of whatever is shown.
pub(crate) const TITLE: &str = "sheet-title";

/// Open while there is something to do.
#[component]
pub(crate) fn Sheets() -> impl IntoView {
    let store = expect_context::<Store>();
    let is_open = Memo::new(move |_| store.sheet.read().is_some());
    // The sheet stays open while what it shows changes, so nothing else moves the focus then.
    Effect::new(move |was_open: Option<bool>| {
        match (was_open, store.sheet.get()) {
            (_, Some(_)) => page::focus_sheet(),
            // What opened the sheet may be gone, such as the ways to a first account.
            (Some(true), None) => page::focus_if_lost(test_ids::ACCOUNT_ADD),
            (_, None) => {}
        }
        store.sheet.get_untracked().is_some()
    });
    view! {
        <Dialog
            open=is_open
            on_close=move |()| store.close_sheet()
            locked=store.sheet_busy
            title=TITLE
            testid=test_ids::SHEET
            shows=Signal::derive(move || store.sheet.get().map(Sheet::name))
        >
            {move || store.sheet.get().map(shown)}
        </Dialog>
    }
}

fn shown(sheet: Sheet) -> AnyView {
    match sheet {
        Sheet::Add => view! { <AddSheet /> }.into_any(),
        Sheet::Create => view! { <CreateSheet /> }.into_any(),
        Sheet::Import => view! { <ImportSheet again=None /> }.into_any(),
        Sheet::ImportAgain(address) => view! { <ImportSheet again=Some(address) /> }.into_any(),
        Sheet::Watch => view! { <WatchSheet /> }.into_any(),
        Sheet::Details(address) => view! { <DetailsSheet address /> }.into_any(),
        Sheet::Backup(address) => view! { <BackupSheet address /> }.into_any(),
        Sheet::Export(address) => view! { <ExportSheet address /> }.into_any(),
        Sheet::Limits(address) => view! { <LimitsSheet address /> }.into_any(),
        Sheet::Remove(address) => view! { <RemoveSheet address /> }.into_any(),
        Sheet::Settings => view! { <SettingsSheet /> }.into_any(),
        Sheet::SettingsFile { added } => view! { <FileSheet added /> }.into_any(),
        Sheet::About => view! { <AboutSheet /> }.into_any(),
    }
}

/// The title of what is shown; it takes the focus where no field does.
#[component]
pub(crate) fn SheetTitle(children: Children) -> impl IntoView {
    view! {
        <h2 id=TITLE tabindex="-1">
            {children()}
        </h2>
    }
}

/// Closes the sheet.
#[component]
pub(crate) fn SheetClose(
    /// What it is called.
    #[prop(default = say!(common.cancel))]
    label: &'static str,
) -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <button
            type="button"
            class="btn"
            data-testid=test_ids::SHEET_CLOSE
            disabled=store.sheet_busy
            on:click=move |_| store.close_sheet()
        >
            {label}
        </button>
    }
}
