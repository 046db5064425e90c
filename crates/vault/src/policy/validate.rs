//! Which limits can be set. A limit that is misspelt would silently never apply, or never be met, so it is refused.

use taolight_primitives::{ErrorCode, Failure};
use taolight_protocol::vault::PolicyEntry;

use super::calls::ANY;

/// Patterns and subnets in one policy. More than the chain has of either.
const MAX_ITEMS: usize = 4_096;
/// Characters of a pattern, or of an origin. No runtime has longer names, and no browser longer host names.
const MAX_CHARACTERS: usize = 256;

/// Whether limits are well formed. An empty list is: with it, no call may be signed, or none that names a subnet.
///
/// # Errors
///
/// `invalid_policy`; the data is the field.
pub(crate) fn validate(entry: &PolicyEntry) -> Result<(), Failure> {
    if let Some(origin) = &entry.origin
        && !is_origin(origin)
    {
        return Err(invalid(
            "origin",
            format!("{origin:?} is not how a browser writes a website; write it like https://example.com"),
        ));
    }
    let patterns = entry.policy.calls.as_deref().unwrap_or_default();
    if let Some(pattern) = patterns.iter().find(|pattern| !is_pattern(pattern)) {
        return Err(invalid(
            "calls",
            format!("{pattern:?} is no call; write it like Balances.transfer_keep_alive or Balances.*"),
        ));
    }
    let netuids = entry.policy.netuids.as_deref().unwrap_or_default();
    for (field, length) in [("calls", patterns.len()), ("netuids", netuids.len())] {
        if length > MAX_ITEMS {
            return Err(invalid(
                field,
                format!("a list of more than {MAX_ITEMS} is no limit"),
            ));
        }
    }
    Ok(())
}

fn invalid(field: &str, message: String) -> Failure {
    Failure::new(ErrorCode::InvalidPolicy, message).with_data(field)
}

/// `Pallet.call` or `Pallet.*`.
fn is_pattern(text: &str) -> bool {
    let Some((pallet, call)) = text.split_once('.') else {
        return false;
    };
    text.len() <= MAX_CHARACTERS && is_name(pallet) && (call == ANY || is_name(call))
}

/// A name as Rust has them.
fn is_name(text: &str) -> bool {
    let starts_well = text.starts_with(|first: char| first.is_ascii_alphabetic());
    starts_well && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A scheme and a host, and a port unless it is the scheme's own: what browsers say that a page is from.
pub(crate) fn is_origin(text: &str) -> bool {
    let Some((scheme, host)) = text.split_once("://") else {
        return false;
    };
    let default_port = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => "",
    };
    let belongs = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '.' | ':' | '[' | ']' | '_');
    let has_port_to_leave_out = !default_port.is_empty() && host.ends_with(default_port);
    text.len() <= MAX_CHARACTERS
        && scheme.starts_with(|first: char| first.is_ascii_lowercase())
        && scheme
            .chars()
            .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-' | '+' | '.'))
        && host.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[')
        && host.chars().all(belongs)
        && !has_port_to_leave_out
}

#[cfg(test)]
mod tests;
