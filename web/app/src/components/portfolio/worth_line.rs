//! How the worth has moved since the first look.

use leptos::prelude::*;
use taolight_locales::say;

use crate::store::Store;
use crate::worth_history::line;
use crate::{format, test_ids};

const WIDTH: u64 = 480;
const HEIGHT: u64 = 48;

/// The line, since when it is, and its ends as text.
#[component]
pub(super) fn WorthLine() -> impl IntoView {
    let store = expect_context::<Store>();
    let samples = store.use_worth_history();
    move || {
        let samples = samples.read();
        let (first, last) = (samples.first()?, samples.last()?);
        let points = line(&samples, WIDTH, HEIGHT)?;
        let since = format::exact_time(first.at_ms);
        let said = say!(
            portfolio.line,
            age = format::age(last.at_ms, first.at_ms),
            first = format::amount(first.worth),
            last = format::amount(last.worth),
            unit = format::TAU
        );
        Some(view! {
            <figure class="mt-1 mb-2 block" data-testid=test_ids::PORTFOLIO_LINE data-samples=samples.len().to_string()>
                <svg class="h-12 w-full" viewBox=format!("0 -2 {WIDTH} {}", HEIGHT + 4) preserveAspectRatio="none" aria-hidden="true">
                    <polyline class="fill-none stroke-primary [stroke-width:1.5] [vector-effect:non-scaling-stroke]" points=points />
                </svg>
                <figcaption class="hint" title=since>
                    {said}
                </figcaption>
            </figure>
        })
    }
}
