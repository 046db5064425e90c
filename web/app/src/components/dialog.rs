//! A sheet over the page: the browser's own `<dialog>`, which keeps the focus inside and gives it back.

use leptos::html;
use leptos::prelude::*;

/// A modal sheet that is open while `open` says so. Escape closes it, unless it is `locked`.
#[component]
pub(crate) fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when the user closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// Whether it must stay open for now.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// Id of its title.
    title: &'static str,
    /// Name for tests.
    testid: &'static str,
    /// What it shows now, for tests.
    #[prop(optional, into)]
    shows: Signal<Option<&'static str>>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                // Fails only for a dialog that is open already or not in the page.
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="modal max-sm:modal-bottom"
            node_ref=node
            aria-labelledby=title
            data-testid=testid
            data-sheet=move || shows.get()
            on:cancel=move |event: leptos::ev::Event| {
                if locked.get_untracked() {
                    event.prevent_default();
                }
            }
            on:close=move |_| {
                match node.get_untracked() {
                    // It was opened again meanwhile.
                    Some(dialog) if dialog.open() => {}
                    // Browsers let a second Escape close any dialog.
                    Some(dialog) if locked.get_untracked() && open.get_untracked() => drop(dialog.show_modal()),
                    _ => on_close.run(()),
                }
            }
        >
            <div class="modal-box max-h-dvh max-sm:border-x-0 max-sm:border-b-0 max-sm:p-4 sm:w-full sm:max-w-140">{children()}</div>
        </dialog>
    }
}
