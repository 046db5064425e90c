//! The ways to an account: four where there is none yet, three later.

use leptos::prelude::*;
use taolight_locales::say;

use crate::components::sheets::{SheetClose, SheetTitle};
use crate::sheet::Sheet;
use crate::store::Store;
use crate::{memory, test_ids};

/// What a page without accounts offers.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let store = expect_context::<Store>();
    let look = move |()| {
        memory::set_looking();
        store.looking.set(true);
    };
    view! {
        <div data-testid=test_ids::WELCOME>
            <p class="hint">
                {say!(accounts.welcome)}
            </p>
            <ul class="mt-2">
                <Ways />
                <Way
                    testid=test_ids::WAY_LOOK
                    name=say!(accounts.way_look)
                    about=say!(accounts.way_look_about)
                    opens_sheet=false
                    choose=look
                />
            </ul>
        </div>
    }
}

/// The sheet that offers the ways again.
#[component]
pub(crate) fn AddSheet() -> impl IntoView {
    view! {
        <SheetTitle>{say!(accounts.add)}</SheetTitle>
        <ul class="mt-2">
            <Ways />
        </ul>
        <div class="buttons">
            <SheetClose />
        </div>
    }
}

#[component]
fn Ways() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <Way
            testid=test_ids::WAY_CREATE
            name=say!(accounts.way_create)
            about=say!(accounts.way_create_about)
            choose=move |()| store.open_sheet(Sheet::Create)
        />
        <Way
            testid=test_ids::WAY_IMPORT
            name=say!(accounts.way_import)
            about=say!(accounts.way_import_about)
            choose=move |()| store.open_sheet(Sheet::Import)
        />
        <Way
            testid=test_ids::WAY_WATCH
            name=say!(accounts.way_watch)
            about=say!(accounts.way_watch_about)
            choose=move |()| store.open_sheet(Sheet::Watch)
        />
    }
}

#[component]
fn Way(
    testid: &'static str,
    name: &'static str,
    about: &'static str,
    #[prop(default = true)] opens_sheet: bool,
    #[prop(into)] choose: Callback<()>,
) -> impl IntoView {
    view! {
        <li>
            <button
                type="button"
                class="option"
                data-testid=testid
                aria-haspopup=opens_sheet.then_some("dialog")
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
