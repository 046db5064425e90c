//! Floats as Python prints them: the fewest digits that name the same float, with a point or an exponent always.

/// The exponents of ten between which no exponent is written.
const PLAIN: core::ops::Range<i32> = -4..16;

/// What Python's `str()` and `repr()` give.
pub fn float(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let size = value.abs();
    if size.is_infinite() {
        return format!("{sign}inf");
    }
    // Digits with a point behind the first, an `e`, and the exponent of ten.
    let scientific = format!("{size:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if PLAIN.contains(&exponent) {
        let plain = format!("{size}");
        let point = if plain.contains('.') { "" } else { ".0" };
        return format!("{sign}{plain}{point}");
    }
    let direction = if exponent < 0 { '-' } else { '+' };
    format!("{sign}{digits}e{direction}{:02}", exponent.unsigned_abs())
}
