//! Reads an address from a QR code in place of typing it: with the camera, or out of a picture.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use taolight_locales::say;
use web_sys::AbortController;

use crate::scanning::{self, ScanFailure};
use crate::test_ids;

/// Looks through the camera until it is removed, and gives the address that it sees.
#[component]
pub(crate) fn Scanner(
    /// Takes the address.
    #[prop(into)]
    found: Callback<String>,
    /// Ends it.
    #[prop(into)]
    close: Callback<()>,
) -> impl IntoView {
    let problem = RwSignal::new(None);
    let video: NodeRef<html::Video> = NodeRef::new();
    let take = move |read: Result<String, ScanFailure>| match read {
        Ok(address) => found.run(address),
        Err(failure) => problem.set(failure.sentence()),
    };
    Effect::new(move |_| {
        let Some(video) = video.get() else { return };
        let Ok(controller) = AbortController::new() else {
            return;
        };
        let signal = controller.signal();
        let controller = StoredValue::new_local(controller);
        on_cleanup(move || controller.with_value(AbortController::abort));
        spawn_local(async move {
            let read = scanning::camera(&video, &signal).await;
            if !signal.aborted() {
                take(read);
            }
        });
    });
    let choose = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlInputElement>| {
        let file = event.target().files().and_then(|files| files.get(0));
        if let Some(file) = file {
            spawn_local(async move { take(scanning::picture(&file).await) });
        }
    };
    view! {
        <div class="grid gap-2 rounded-box border border-line p-2" data-testid=test_ids::SCAN>
            <video class="max-h-80 w-full rounded-box bg-line object-cover" node_ref=video muted playsinline aria-label=say!(send.scan_camera) hidden=move || problem.read().is_some()></video>
            <p class="hint" hidden=move || problem.read().is_some()>{say!(send.scan_hint)}</p>
            <p class="field-error" role="alert" data-testid=test_ids::SCAN_ERROR>{problem}</p>
            <div class="buttons">
                <label class="btn file">
                    {say!(send.scan_picture)}
                    <input type="file" accept="image/*" data-testid=test_ids::SCAN_PICTURE on:change:target=choose />
                </label>
                <button type="button" class="btn" data-testid=test_ids::SCAN_CLOSE on:click=move |_| close.run(())>
                    {say!(common.close)}
                </button>
            </div>
        </div>
    }
}
