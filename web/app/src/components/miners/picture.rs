//! A picture in an answer: shown only if somebody wants to see it, out of the answer's own bytes. Nothing is loaded for it.

use std::sync::Arc;

use leptos::prelude::*;
use taolight_locales::say;

use crate::miners::picture::{Found, MOST_BYTES, Unshown, read};
use crate::page::BlobAddress;
use crate::{format, test_ids};

/// A picture that is shown. Its address is good for as long as this is.
#[derive(Clone)]
struct Shown {
    address: Arc<BlobAddress>,
    width: u32,
    height: u32,
}

/// Shows the picture, or hides it again.
#[component]
pub(super) fn PictureButton(
    /// What was found.
    found: Found,
    /// The text that it is.
    text: String,
    /// Whose answer it is.
    uid: u16,
) -> impl IntoView {
    let shown = RwSignal::new(None::<Shown>);
    let problem = RwSignal::new(None::<String>);
    let what = format!("{}, {}", found.kind.name(), format::bytes(found.bytes));
    let label = move || {
        if shown.read().is_some() {
            say!(miners.image.hide, what = what.as_str())
        } else {
            say!(miners.image.show, what = what.as_str())
        }
    };
    let toggle = move |_| {
        if shown.read_untracked().is_some() {
            return shown.set(None);
        }
        match open(&text) {
            Ok(picture) => {
                problem.set(None);
                shown.set(Some(picture));
            }
            Err(why) => problem.set(Some(why)),
        }
    };
    let image = move || {
        let Shown {
            address,
            width,
            height,
        } = shown.get()?;
        Some(view! {
            <img
                class="my-1 rounded-box border border-line"
                data-testid=test_ids::PICTURE
                src=address.as_str().to_owned()
                alt=say!(miners.image.alt, uid = uid)
                width=width.to_string()
                height=height.to_string()
                on:error=move |_| {
                    shown.set(None);
                    problem.set(Some(say!(miners.image.broken).to_owned()));
                }
            />
        })
    };
    // The address ends with the page that shows it, not whenever the memory of it is tidied up.
    on_cleanup(move || shown.set(None));
    view! {
        <div>
            <button type="button" class="btn btn-ghost btn-sm -ml-2" data-testid=test_ids::PICTURE_SHOW on:click=toggle>
                {label}
            </button>
            {image}
            <p class="text-xs text-muted" role="status">
                {problem}
            </p>
        </div>
    }
}

fn open(text: &str) -> Result<Shown, String> {
    let picture = read(text).map_err(|why| match why {
        Unshown::Broken => say!(miners.image.broken).to_owned(),
        Unshown::TooLarge => say!(miners.image.too_large, most = format::bytes(MOST_BYTES)),
    })?;
    let address = BlobAddress::new(&picture.bytes, picture.kind.media_type());
    Ok(Shown {
        address: Arc::new(address.ok_or_else(|| say!(miners.image.unshown))?),
        width: picture.width,
        height: picture.height,
    })
}
