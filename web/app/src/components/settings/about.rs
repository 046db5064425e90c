//! What this is: version, the WebAssembly that runs, licences.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;
use taolight_locales::say;

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
        <SheetTitle>{say!(settings.about.title)}</SheetTitle>
        <p data-testid=test_ids::ABOUT_VERSION>{concat!("Taolight ", env!("CARGO_PKG_VERSION"))}</p>
        <p class="hint">{say!(settings.about.what_it_is)}</p>
        <section class="part">
            <h3>{say!(settings.about.what_runs)}</h3>
            <p class="hint">{say!(settings.about.what_runs_hint)}</p>
            {move || match built.get() {
                None => view! { <p class="hint">{say!(settings.about.reading)}</p> }.into_any(),
                Some(files) if files.is_empty() => {
                    view! { <p class="hint">{say!(settings.about.no_list)}</p> }.into_any()
                }
                Some(files) => {
                    view! { <dl class="rows stacked">{files.into_iter().map(file).collect_view()}</dl> }.into_any()
                }
            }}
        </section>
        <section class="part">
            <h3>{say!(settings.about.licences)}</h3>
            <p>{say!(settings.about.licence)}</p>
            <p>
                <a href=LICENCES target="_blank" rel="noopener" data-testid=test_ids::ABOUT_LICENCES>
                    {say!(settings.about.libraries)}
                </a>
            </p>
        </section>
        <div class="buttons">
            <SheetClose label=say!(common.close) />
        </div>
    }
}
