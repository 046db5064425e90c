//! The form that figures of all benches have.

use serde_json::{Value, json};

/// Figures by their names.
pub(crate) type Figures = serde_json::Map<String, Value>;

/// Median and 95th percentile of some values.
pub(crate) fn figure(unit: &str, values: &[f64]) -> Value {
    json!({ "unit": unit, "n": values.len(), "median": at(values, 0.5), "p95": at(values, 0.95) })
}

/// The median of some values.
pub(crate) fn median(values: &[f64]) -> f64 {
    at(values, 0.5)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "there are some tens of values"
)]
fn at(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() as f64 * share).ceil() as usize;
    (sorted[place.max(1) - 1] * 1_000.0).round() / 1_000.0
}
