//! What can be done in a sheet over the page, one at a time.

use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_primitives::AccountId;

use crate::store::Store;

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// Choosing how to add an account.
    Add,
    /// Making an account.
    Create,
    /// Bringing an account.
    Import,
    /// Bringing the secret of a damaged account again.
    ImportAgain(AccountId),
    /// Watching an address.
    Watch,
    /// Everything about an account.
    Details(AccountId),
    /// Writing the secret of an account down.
    Backup(AccountId),
    /// Taking an account out as a file.
    Export(AccountId),
    /// Limits of what an account may sign.
    Limits(AccountId),
    /// Removing an account.
    Remove(AccountId),
    /// The settings of this device.
    Settings,
    /// Everything but keys as a file.
    SettingsFile {
        /// Whether what a file brought was added a moment ago.
        added: bool,
    },
    /// Version, hashes, licences.
    About,
}

impl Sheet {
    /// Its name for programs.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Create => "create",
            Self::Import => "import",
            Self::ImportAgain(_) => "import-again",
            Self::Watch => "watch",
            Self::Details(_) => "details",
            Self::Backup(_) => "backup",
            Self::Export(_) => "export",
            Self::Limits(_) => "limits",
            Self::Remove(_) => "remove",
            Self::Settings => "settings",
            Self::SettingsFile { .. } => "settings-file",
            Self::About => "about",
        }
    }

    /// Whether nothing can be done in it while the vault is locked.
    fn needs_unlocked(self) -> bool {
        match self {
            Self::Backup(_) | Self::Export(_) | Self::Limits(_) => true,
            Self::Add
            | Self::Create
            | Self::Import
            | Self::ImportAgain(_)
            | Self::Watch
            | Self::Details(_)
            | Self::Remove(_)
            | Self::Settings
            | Self::SettingsFile { .. }
            | Self::About => false,
        }
    }

    /// Whether it may show a secret, so that it closes when the vault locks.
    pub(crate) fn shows_secret(self) -> bool {
        matches!(self, Self::Backup(_))
    }
}

impl Store {
    /// Opens a sheet in place of any other, once the vault is unlocked where that is needed.
    pub(crate) fn open_sheet(self, sheet: Sheet) {
        if !sheet.needs_unlocked() || self.is_unlocked_now() {
            self.sheet.set(Some(sheet));
            return;
        }
        spawn_local(async move {
            // Whoever does not unlock stays where they are.
            if self.unlock().await.is_ok() {
                self.sheet.set(Some(sheet));
            }
        });
    }

    /// Closes the sheet that is open, unless it is busy.
    pub(crate) fn close_sheet(self) {
        if !self.sheet_busy.get_untracked() {
            self.sheet.set(None);
        }
    }
}
