//! From a question that was asked back to the form that it came from, so that it can be asked again.

use taolight_protocol::engine::miners::{MinerCall, MinerPresets, Question, StreamFormat};

use super::field::{Field, Of, Typed};
use super::question::{BODY, FIELDS, METHOD, NAME, STREAM, TARGET, What, form, method};
use super::tree::{Json, Shape};

/// The form of a question, filled in as it was; none where this subnet has no such form, or no longer.
pub(crate) fn form_of(question: &Question, presets: &MinerPresets) -> Option<(What, Typed)> {
    match question {
        Question::Ping => Some((What::Ping, Typed::new())),
        Question::Preset { name, fields } => {
            presets.synapses.iter().find(|synapse| synapse.name == *name)?;
            let what = What::Preset(name.clone());
            let typed = typed_fields(&form(&what, presets), fields)?;
            Some((what, typed))
        }
        Question::Free { name, fields, stream } => {
            let typed = [
                (NAME, name.as_str()),
                (FIELDS, fields),
                (STREAM, streamed(*stream)),
            ];
            Some((What::Free, typed_pairs(&typed)))
        }
        Question::Epistula { call } => {
            let is_of = |known: &taolight_protocol::engine::miners::CallForm| {
                known.method == call.method && fits(&known.path, &call.target)
            };
            let Some(position) = presets.calls.iter().position(is_of) else {
                return Some((What::Epistula, typed_call(call)));
            };
            let body = call.body.as_deref().unwrap_or_default();
            let typed = [(TARGET, call.target.as_str()), (BODY, body)];
            Some((What::Call(position), typed_pairs(&typed)))
        }
        Question::BtAuth { call } => Some((What::BtAuth, typed_call(call))),
        // The page has no form for these.
        Question::Described { .. } => None,
    }
}

/// What was typed into the fields of a synapse, by the JSON that was made of it.
fn typed_fields(form: &[Field], json: &str) -> Option<Typed> {
    let Shape::Object(members) = Json::new(json.into()).shape() else {
        return None;
    };
    if members.count > members.shown.len() {
        return None;
    }
    let mut typed = Typed::new();
    for (name, value) in members.shown {
        let field = form.iter().find(|field| field.name == name)?;
        let text = match (&field.of, value.shape()) {
            (Of::Line | Of::Text | Of::Synapse, Shape::Text(text)) => text,
            (_, Shape::Word(word)) if word == "null" && field.nullable => continue,
            _ => value.as_written().to_owned(),
        };
        typed.insert(name, text);
    }
    Some(typed)
}

/// What was typed into the form of a call that nothing is known of.
fn typed_call(call: &MinerCall) -> Typed {
    let MinerCall {
        target, body, stream, ..
    } = call;
    typed_pairs(&[
        (METHOD, method(call.method)),
        (TARGET, target),
        (BODY, body.as_deref().unwrap_or_default()),
        (STREAM, streamed(*stream)),
    ])
}

fn typed_pairs(pairs: &[(&str, &str)]) -> Typed {
    let filled = pairs.iter().filter(|(_, text)| !text.is_empty());
    filled
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect()
}

fn streamed(stream: Option<StreamFormat>) -> &'static str {
    match stream {
        None => "",
        Some(StreamFormat::Text) => "text",
        Some(StreamFormat::Objects) => "objects",
        Some(StreamFormat::Events) => "events",
    }
}

/// Whether a path was made of one with parts in braces.
fn fits(path: &str, target: &str) -> bool {
    let target = target.split('?').next().unwrap_or_default();
    let (parts, filled): (Vec<_>, Vec<_>) = (path.split('/').collect(), target.split('/').collect());
    let is_same = |(part, filled): (&&str, &&str)| part.starts_with('{') || part == filled;
    parts.len() == filled.len() && parts.iter().zip(&filled).all(is_same)
}

#[cfg(test)]
mod tests {
    use taolight_protocol::engine::miners::{CallForm, FormField, FormKind, HttpMethod, SynapseForm};

    use super::*;

    fn presets() -> MinerPresets {
        let field = |name: &str, kind, nullable| FormField {
            name: name.to_owned(),
            kind,
            about: String::new(),
            required: true,
            nullable,
            default: None,
            min: None,
            max: None,
        };
        let options = vec!["a".to_owned(), "b".to_owned()];
        let call = |method, path: &str| CallForm {
            method,
            path: path.to_owned(),
            about: String::new(),
            body: (method == HttpMethod::Post).then(|| "{}".to_owned()),
            stream: None,
        };
        MinerPresets {
            synapses: vec![SynapseForm {
                name: "Known".to_owned(),
                about: String::new(),
                timeout_ms: 1,
                stream: None,
                questions: vec![
                    field("text", FormKind::Text, false),
                    field("number", FormKind::Number, false),
                    field("choice", FormKind::Choice { options }, false),
                    field("any", FormKind::Any, true),
                ],
                answers: Vec::new(),
            }],
            calls: vec![
                call(HttpMethod::Get, "/status/{task}"),
                call(HttpMethod::Post, "/make"),
            ],
            ..MinerPresets::default()
        }
    }

    #[test]
    fn a_form_makes_the_same_question_again() {
        let presets = presets();
        let typed = |pairs: &[(&str, &str)]| typed_pairs(pairs);
        let known = What::Preset("Known".to_owned());
        let fields = [("text", "a \"b\"\n1"), ("number", "1.0"), ("choice", "\"b\"")];
        let with = |more| [&fields[..], &[more]].concat();
        for (what, typed) in [
            (What::Ping, Typed::new()),
            (known.clone(), typed(&with(("any", "{\"c\": [1, null]}")))),
            (known, typed(&fields)),
            (
                What::Free,
                typed(&[("name", "Some"), ("fields", "{}"), ("stream", "events")]),
            ),
            (What::Call(0), typed(&[("target", "/status/7?all=1")])),
            (
                What::Call(1),
                typed(&[("target", "/make"), ("body", "{\"a\": 1}")]),
            ),
            (
                What::BtAuth,
                typed(&[("method", "POST"), ("target", "/v1"), ("body", "[1]")]),
            ),
            (
                What::Epistula,
                typed(&[("method", "GET"), ("target", "/other"), ("stream", "text")]),
            ),
        ] {
            let question = what.question(&presets, &typed).unwrap();
            assert_eq!(form_of(&question, &presets), Some((what, typed)));
        }
    }

    #[test]
    fn what_has_no_form_any_more_is_not_offered() {
        let gone = |name: &str, fields: &str| Question::Preset {
            name: name.to_owned(),
            fields: fields.to_owned(),
        };
        for question in [
            gone("Unknown", "{}"),
            gone("Known", "{\"other\": 1}"),
            gone("Known", "[]"),
        ] {
            assert_eq!(form_of(&question, &presets()), None, "{question:?}");
        }
    }
}
