//! What this is: version, the WebAssembly that runs, licences.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;

use crate::components::sheets::{SheetClose, SheetTitle};
use crate::{format, page, test_ids};

/// What the build wrote about what it built.
const FILES: &str = "about.json";
/// The licences of every library.
const LICENCES: &str = "licences.txt";

#[derive(Debug, Clone, Deserialize)]
struct Built {
    files: Vec<File>,
}

#[derive(Debug, Clone, Deserialize)]
struct File {
    name: String,
    bytes: usize,
    sha256: String,
}

/// The sheet.
#[component]
pub(crate) fn AboutSheet() -> impl IntoView {
    let built = RwSignal::new(None::<Vec<File>>);
    spawn_local(async move {
        let text = page::fetch_json_text(FILES).await;
        let read: Option<Built> = text.and_then(|text| serde_json::from_str(&text).ok());
        // The sheet may be gone by now.
        let _ = built.try_set(Some(read.map(|built| built.files).unwrap_or_default()));
    });
    let file = |file: File| {
        view! {
            <dt>{file.name} ", " {format::bytes(file.bytes)}</dt>
            <dd class="code" data-testid=test_ids::ABOUT_FILE>
                {file.sha256}
            </dd>
        }
    };
    view! {
        <SheetTitle>"About"</SheetTitle>
        <p data-testid=test_ids::ABOUT_VERSION>{concat!("Taolight ", env!("CARGO_PKG_VERSION"))}</p>
        <p class="hint">"A light client and wallet for Bittensor that trusts no server."</p>
        <section class="custom">
            <h3>"What runs here"</h3>
            <p class="hint">
                "SHA-256 of each file as it was built. Whoever builds the same version gets the same; sha256sum of a saved \
                 file tells."
            </p>
            {move || match built.get() {
                None => view! { <p class="hint">"Reading what the build wrote."</p> }.into_any(),
                Some(files) if files.is_empty() => {
                    view! { <p class="hint">"This copy of the page came without its list of files."</p> }.into_any()
                }
                Some(files) => {
                    view! { <dl class="rows stacked">{files.into_iter().map(file).collect_view()}</dl> }.into_any()
                }
            }}
        </section>
        <section class="custom">
            <h3>"Licences"</h3>
            <p>
                "Taolight is under Apache-2.0. Its light client links smoldot under GPL-3.0-or-later WITH \
                 Classpath-exception-2.0, with the changes that are published beside it."
            </p>
            <p>
                <a href=LICENCES target="_blank" rel="noopener" data-testid=test_ids::ABOUT_LICENCES>
                    "Every library and its licence"
                </a>
            </p>
        </section>
        <div class="buttons">
            <SheetClose label="Close" />
        </div>
    }
}
