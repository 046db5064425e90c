//! Answers as tables for people. Numbers stand as JSON has them, amounts in rao: an answer does not say which of its
//! decimal digits are money, and a table must not guess.

use std::fmt::Write;

use comfy_table::{Table, presets::UTF8_HORIZONTAL_ONLY};
use serde_json::{Map, Value};

/// An answer with its block, as text.
pub(crate) fn text(answer: &Value) -> String {
    let mut out = String::new();
    let (value, proof) = match (answer.get("value"), answer.get("block"), answer.get("level")) {
        (Some(value), Some(block), Some(level)) => (value, Some((block, level))),
        _ => (answer, None),
    };
    section(&mut out, None, value);
    if let Some((block, level)) = proof {
        let _ = writeln!(out, "block {} ({}); amounts in rao", block["number"], cell(level));
    }
    out
}

/// A value below its name: lists of structs as one table, a struct as a table of names and values, each with what is
/// nested in it below.
fn section(out: &mut String, name: Option<&str>, value: &Value) {
    if let Some(name) = name {
        let _ = writeln!(out, "\n{name}");
    }
    match value {
        Value::Array(rows) if rows.iter().any(Value::is_object) => list(out, rows),
        Value::Object(fields) => fields_of(out, fields),
        other => {
            let _ = writeln!(out, "{}", cell(other));
        }
    }
}

fn list(out: &mut String, rows: &[Value]) {
    let rows: Vec<_> = rows.iter().filter_map(Value::as_object).collect();
    let mut columns: Vec<&String> = Vec::new();
    for name in rows.iter().flat_map(|row| row.keys()) {
        if !columns.contains(&name) {
            columns.push(name);
        }
    }
    let mut table = table();
    table.set_header(&columns);
    for row in rows {
        table.add_row(
            columns
                .iter()
                .map(|name| row.get(*name).map(cell).unwrap_or_default()),
        );
    }
    let _ = writeln!(out, "{table}");
}

fn fields_of(out: &mut String, fields: &Map<String, Value>) {
    let is_nested = |value: &Value| match value {
        Value::Object(_) => true,
        Value::Array(items) => items.iter().any(Value::is_object),
        _ => false,
    };
    let (nested, flat): (Vec<_>, Vec<_>) = fields.iter().partition(|(_, value)| is_nested(value));
    if !flat.is_empty() {
        let mut table = table();
        for (name, value) in flat {
            table.add_row([name.clone(), cell(value)]);
        }
        let _ = writeln!(out, "{table}");
    }
    for (name, value) in nested {
        section(out, Some(name), value);
    }
}

fn table() -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table
}

/// A value in one cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("{name} {}", cell(value)));
            fields.collect::<Vec<_>>().join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_struct_is_a_table_with_its_block() {
        let answer = json!({
            "value": { "free": "1500000000", "exists": true },
            "block": { "number": 7, "hash": "0x00" },
            "level": "finalized",
        });
        let text = text(&answer);
        assert!(text.contains("free"), "{text}");
        assert!(text.contains("1500000000"), "{text}");
        assert!(text.ends_with("block 7 (finalized); amounts in rao\n"), "{text}");
    }

    #[test]
    fn a_list_has_one_row_each() {
        let text = text(&json!([{ "netuid": 1, "name": "42" }, { "netuid": 2, "name": "Two" }]));
        assert!(text.contains("netuid"), "{text}");
        assert!(text.contains(" 42 "), "{text}");
        assert!(text.contains("Two"), "{text}");
    }
}
