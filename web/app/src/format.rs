//! Numbers, amounts, times and addresses as people read them. Whole numbers only; nothing here rounds money.
//!
//! Amounts, prices and percentages have a point and thin spaces in every language. They can be pasted back then, and they
//! are never misread by a factor of a thousand, as they could be if the point were that of decimals here and that of
//! thousands there. Numbers without decimals, and how long ago something was, follow the language.

mod intl;

use taolight_locales::say;
use taolight_primitives::{AccountId, Alpha, Price, Rao};

/// The unit of TAO.
pub(crate) const TAU: &str = "τ";

/// Narrow space that never breaks a line. Amounts that hold it can be pasted back.
const THIN: char = '\u{202f}';

const SECOND_MS: u64 = 1_000;
const MINUTE_MS: u64 = 60 * SECOND_MS;
const HOUR_MS: u64 = 60 * MINUTE_MS;
const DAY_MS: u64 = 24 * HOUR_MS;

/// An amount of TAO in the pieces that are drawn differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AmountParts {
    /// Whole TAO in groups of three.
    pub(crate) whole: String,
    /// The first three decimals.
    pub(crate) coarse: String,
    /// The last six decimals in groups of three.
    pub(crate) fine: String,
}

/// All nine decimals, for amounts that stand below each other.
pub(crate) fn amount_parts(amount: Rao) -> AmountParts {
    let (whole, decimals) = amount.parts();
    let (coarse, fine) = decimals.split_at(3);
    let (middle, last) = fine.split_at(3);
    AmountParts {
        whole: grouped(whole, THIN),
        coarse: coarse.to_owned(),
        fine: format!("{middle}{THIN}{last}"),
    }
}

/// No more decimals than the amount has, for sentences: `1 204.5`.
pub(crate) fn amount(amount: Rao) -> String {
    exact(amount.parts())
}

/// The same of alpha, without its symbol.
pub(crate) fn alpha(amount: Alpha) -> String {
    exact(amount.parts())
}

/// TAO for one alpha, without the unit.
pub(crate) fn price(price: Price) -> String {
    exact(price.parts())
}

/// A whole part and nine decimals, without idle ones.
pub(crate) fn exact((whole, decimals): (u64, String)) -> String {
    let whole = grouped(whole, THIN);
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() {
        return whole;
    }
    let mut text = whole + ".";
    for (position, digit) in decimals.chars().enumerate() {
        if position > 0 && position % 3 == 0 {
            text.push(THIN);
        }
        text.push(digit);
    }
    text
}

/// The first decimals of a number of billionths, for tables that have the exact one beside it: three, or six below one.
/// What is cut off is never rounded up.
pub(crate) fn coarse(billionths: u64) -> String {
    let (whole, decimals) = Rao(billionths).parts();
    if whole > 0 {
        return format!("{}.{}", grouped(whole, THIN), &decimals[..3]);
    }
    match &decimals[..6] {
        "000000" if billionths > 0 => "<0.000001".to_owned(),
        "000000" => "0".to_owned(),
        decimals => format!("0.{decimals}"),
    }
}

/// A part in millionths as a percentage with two decimals, cut off: `0.12 %`.
pub(crate) fn percent(millionths: u32) -> String {
    match millionths {
        1..100 => "<0.01 %".to_owned(),
        _ => format!("{}.{:02} %", millionths / 10_000, millionths % 10_000 / 100),
    }
}

/// A number in groups, as the language has them: `8,912,334`.
pub(crate) fn number(value: impl Into<u64>) -> String {
    let value = value.into();
    match intl::number(value) {
        // A point is always that of decimals here; German takes thin spaces as well.
        Some(text) => text.replace('.', &THIN.to_string()),
        None => grouped(value, ','),
    }
}

/// A block by its number: `#8,912,334`.
pub(crate) fn block(number: u32) -> String {
    format!("#{}", self::number(number))
}

fn grouped(value: u64, separator: char) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() * 2);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A size in bytes, rounded: `512 bytes`, `34 kB`, `1.2 MB`.
pub(crate) fn bytes(size: usize) -> String {
    match size {
        0..1_000 => say!(units.bytes, count = size),
        1_000..999_500 => format!("{} kB", (size + 500) / 1_000),
        _ => {
            let tenths = size.saturating_add(50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// How long ago something was. A clock that runs a little late never shows the future.
pub(crate) fn age(now_ms: u64, then_ms: u64) -> String {
    let passed = now_ms.saturating_sub(then_ms);
    let (count, unit) = match passed {
        0..SECOND_MS => return say!(units.now).to_owned(),
        SECOND_MS..MINUTE_MS => (passed / SECOND_MS, "second"),
        MINUTE_MS..HOUR_MS => (passed / MINUTE_MS, "minute"),
        HOUR_MS..DAY_MS => (passed / HOUR_MS, "hour"),
        _ => (passed / DAY_MS, "day"),
    };
    intl::ago(count, unit).unwrap_or_else(|| english_age(count, unit))
}

/// As short as it is understood, which is shorter than what browsers write.
fn english_age(count: u64, unit: &str) -> String {
    let unit = match (unit, count) {
        ("second", _) => "s",
        ("minute", _) => "min",
        ("hour", _) => "h",
        (_, 1) => "day",
        _ => "days",
    };
    format!("{} {unit} ago", grouped(count, ','))
}

/// The exact time in UTC: `2026-11-22 21:47:58 UTC`. The same in every language: it is what proofs and the table of the
/// activity carry, and a date with its year first cannot be misread for another day.
pub(crate) fn exact_time(time_ms: u64) -> String {
    let (year, month, day) = civil_date(time_ms / DAY_MS);
    let second = time_ms % DAY_MS / SECOND_MS;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC")
}

/// Year, month and day of a number of days since 1970, in the Gregorian calendar.
///
/// Years begin in March here, so that the day that leap years add is the last one.
fn civil_date(days: u64) -> (u64, u64, u64) {
    const DAYS_FROM_YEAR_0: u64 = 719_468;
    const DAYS_IN_400_YEARS: u64 = 146_097;
    let days = days + DAYS_FROM_YEAR_0;
    let era = days / DAYS_IN_400_YEARS;
    let day_of_era = days % DAYS_IN_400_YEARS;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
}

/// The ends of an address, for places where the whole one is a click away.
pub(crate) fn short_address(account: AccountId) -> String {
    let address = account.to_string();
    // Base58 is ASCII, and no address is this short.
    let (head, tail) = (&address[..6], &address[address.len() - 4..]);
    format!("{head}…{tail}")
}

/// Cuts an address where another one begins and ends to differ from it: what both begin with, what differs, what both
/// end with.
pub(crate) fn differing(address: &str, other: &str) -> (String, String, String) {
    let same = |(left, right): &(u8, u8)| left == right;
    // Base58 is ASCII, so that bytes are characters.
    let start = address.bytes().zip(other.bytes()).take_while(same).count();
    let longest_end = address.len().min(other.len()) - start;
    let ends = address.bytes().rev().zip(other.bytes().rev());
    let end = ends.take(longest_end).take_while(same).count();
    let (head, rest) = address.split_at(start);
    let (middle, tail) = rest.split_at(rest.len() - end);
    (head.to_owned(), middle.to_owned(), tail.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_sentences_have_no_idle_decimals() {
        assert_eq!(amount(Rao(1_500_000_000)), "1.5");
        assert_eq!(amount(Rao(12_000_000_000)), "12");
        assert_eq!(amount(Rao(0)), "0");
        assert_eq!(
            amount(Rao(1_204_118_203_500)),
            "1\u{202f}204.118\u{202f}203\u{202f}5"
        );
        assert_eq!(amount(Rao(1)), "0.000\u{202f}000\u{202f}001");
    }

    #[test]
    fn amounts_can_be_pasted_back() {
        for rao in [0, 1, 500, 999_999_999, 1_204_118_203_500, u64::MAX] {
            assert_eq!(Rao::parse_tao(&amount(Rao(rao))), Ok(Rao(rao)));
        }
    }

    #[test]
    fn amounts_in_columns_have_nine_decimals() {
        let parts = amount_parts(Rao(1_204_118_203_000));
        assert_eq!(parts.whole, "1\u{202f}204");
        assert_eq!(parts.coarse, "118");
        assert_eq!(parts.fine, "203\u{202f}000");
    }

    #[test]
    fn tables_show_what_matters_and_never_more_than_there_is() {
        assert_eq!(coarse(1_204_999_999_999), "1\u{202f}204.999");
        assert_eq!(coarse(1_000_000_000), "1.000");
        assert_eq!(coarse(12_345_678), "0.012345");
        assert_eq!(coarse(999), "<0.000001");
        assert_eq!(coarse(0), "0");
    }

    #[test]
    fn percentages_are_cut_off() {
        let sizes = [999, 1_499, 34_500, 999_499, 999_500, 8_388_608];
        let written = ["999 bytes", "1 kB", "35 kB", "999 kB", "1.0 MB", "8.4 MB"];
        assert_eq!(sizes.map(bytes), written);
        assert_eq!(percent(50_000), "5.00 %");
        assert_eq!(percent(1_299), "0.12 %");
        assert_eq!(percent(99), "<0.01 %");
        assert_eq!(percent(0), "0.00 %");
        assert_eq!(percent(1_000_000), "100.00 %");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(7_u32), "7");
        assert_eq!(number(999_u32), "999");
        assert_eq!(number(1_000_u32), "1,000");
        assert_eq!(block(8_912_334), "#8,912,334");
        assert_eq!(number(u64::MAX), "18,446,744,073,709,551,615");
    }

    #[test]
    fn ages_use_one_unit() {
        let now = 1_700_000_000_000;
        assert_eq!(age(now, now), "now");
        assert_eq!(age(now, now + 5_000), "now");
        assert_eq!(age(now, now - 4_200), "4 s ago");
        assert_eq!(age(now, now - 59_999), "59 s ago");
        assert_eq!(age(now, now - 60_000), "1 min ago");
        assert_eq!(age(now, now - 5 * HOUR_MS), "5 h ago");
        assert_eq!(age(now, now - DAY_MS), "1 day ago");
        assert_eq!(age(now, now - 12 * DAY_MS), "12 days ago");
    }

    #[test]
    fn exact_times_are_of_the_gregorian_calendar() {
        assert_eq!(exact_time(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(exact_time(951_782_400_000), "2000-02-29 00:00:00 UTC");
        assert_eq!(exact_time(951_868_800_000), "2000-03-01 00:00:00 UTC");
        assert_eq!(exact_time(1_767_225_599_000), "2025-12-31 23:59:59 UTC");
        assert_eq!(exact_time(4_107_542_400_000), "2100-03-01 00:00:00 UTC");
    }

    #[test]
    fn long_names_keep_their_ends() {
        let alice = AccountId::from_ss58("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY").unwrap();
        assert_eq!(short_address(alice), "5Grwva…utQY");
    }

    #[test]
    fn lookalikes_are_cut_where_they_differ() {
        let cut = |address, other| {
            let (head, middle, tail) = differing(address, other);
            format!("{head}|{middle}|{tail}")
        };
        assert_eq!(cut("5GrwXXXutQY", "5GrwYYutQY"), "5Grw|XXX|utQY");
        assert_eq!(cut("5Gaa", "5Gaaa"), "5Gaa||");
        assert_eq!(cut("5Gaaa", "5Gaa"), "5Gaa|a|");
        assert_eq!(cut("same", "same"), "same||");
    }
}
