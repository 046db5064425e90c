//! What can be asked of a subnet's miners, and the question that is made of what was typed.

use taolight_locales::say;
use taolight_protocol::engine::miners::{
    About, CallForm, HttpMethod, MinerCall, MinerPresets, Question, StreamFormat, SynapseForm,
};

use super::field::{Field, Of, Problems, Typed, quoted};

/// Field of a free synapse: its name.
pub(super) const NAME: &str = "name";
/// Field of a free synapse: the JSON of its fields.
pub(super) const FIELDS: &str = "fields";
/// Field of a call: `GET` or `POST`.
pub(super) const METHOD: &str = "method";
/// Field of a call: path and query.
pub(super) const TARGET: &str = "target";
/// Field of a call: its JSON.
pub(super) const BODY: &str = "body";
/// How the answer is streamed.
pub(super) const STREAM: &str = "stream";

/// Which kind of question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum What {
    /// Nothing, to see whether the way there and back works.
    #[default]
    Ping,
    /// A synapse of the subnet's published software, by its name.
    Preset(String),
    /// A call of Epistula 2 of the subnet's published software, by its position.
    Call(usize),
    /// A synapse by name.
    Free,
    /// A call of `btauth/1`.
    BtAuth,
    /// A call of Epistula 2 that the subnet's published software does not name.
    Epistula,
}

impl What {
    /// Its name for forms.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Ping => "ping".to_owned(),
            Self::Preset(name) => format!("preset:{name}"),
            Self::Call(position) => format!("call:{position}"),
            Self::Free => "free".to_owned(),
            Self::BtAuth => "btauth".to_owned(),
            Self::Epistula => "epistula".to_owned(),
        }
    }

    /// The one of that name.
    pub(crate) fn parse(key: &str) -> Option<Self> {
        match (key, key.split_once(':')) {
            ("ping", _) => Some(Self::Ping),
            ("free", _) => Some(Self::Free),
            ("btauth", _) => Some(Self::BtAuth),
            ("epistula", _) => Some(Self::Epistula),
            (_, Some(("preset", name))) => Some(Self::Preset(name.to_owned())),
            (_, Some(("call", position))) => position.parse().ok().map(Self::Call),
            _ => None,
        }
    }

    /// Everything that can be asked, with what it is called.
    pub(crate) fn all(presets: &MinerPresets) -> Vec<(Self, String)> {
        let synapses = presets
            .synapses
            .iter()
            .map(|synapse| (Self::Preset(synapse.name.clone()), synapse.name.clone()));
        let calls = presets.calls.iter().enumerate().map(|(position, call)| {
            let name = format!("{} {}", method(call.method), call.path);
            (Self::Call(position), name)
        });
        let mut all = vec![(Self::Ping, say!(miners.kinds.ping).to_owned())];
        all.extend(synapses);
        all.extend(calls);
        all.push((Self::Free, say!(miners.kinds.free).to_owned()));
        all.push((Self::BtAuth, say!(miners.kinds.btauth).to_owned()));
        all.push((Self::Epistula, say!(miners.kinds.epistula).to_owned()));
        all
    }

    /// What it is for.
    pub(crate) fn about(&self, presets: &MinerPresets) -> String {
        match self {
            Self::Ping => say!(miners.kinds.ping_about).to_owned(),
            Self::Preset(name) => {
                synapse(presets, name).map_or_else(String::new, |synapse| synapse.about.clone())
            }
            Self::Call(position) => {
                call(presets, *position).map_or_else(String::new, |call| call.about.clone())
            }
            Self::Free => say!(miners.kinds.free_about).to_owned(),
            Self::BtAuth => say!(miners.kinds.btauth_about).to_owned(),
            Self::Epistula => say!(miners.kinds.epistula_about).to_owned(),
        }
    }

    /// What stands in its form at first.
    pub(crate) fn start(&self, presets: &MinerPresets) -> Typed {
        let given: Vec<(&str, String)> = match self {
            Self::Ping | Self::Preset(_) => Vec::new(),
            Self::Call(position) => call(presets, *position).map_or_else(Vec::new, |call| {
                vec![
                    (TARGET, call.path.clone()),
                    (BODY, call.body.clone().unwrap_or_default()),
                ]
            }),
            Self::Free => vec![(FIELDS, "{}".to_owned())],
            Self::BtAuth | Self::Epistula => {
                vec![(METHOD, "GET".to_owned()), (TARGET, "/".to_owned())]
            }
        };
        given
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text))
            .collect()
    }

    /// What a verdict on it is about.
    pub(crate) fn verdict(&self, typed: &Typed) -> About {
        match self {
            Self::Ping => About::Ping,
            Self::Preset(name) => About::Synapse { name: name.clone() },
            Self::Free => About::Synapse {
                name: text(typed, NAME).trim().to_owned(),
            },
            Self::Call(_) | Self::Epistula => About::Epistula,
            Self::BtAuth => About::BtAuth,
        }
    }

    /// The question, or everything that is wrong with what was typed.
    pub(crate) fn question(&self, presets: &MinerPresets, typed: &Typed) -> Result<Question, Problems> {
        let form = form(self, presets);
        let mut problems = Problems::new();
        let mut pairs = Vec::new();
        for field in &form {
            match field.json(text(typed, &field.name)) {
                Ok(Some(json)) => pairs.push(format!("{}: {json}", quoted(&field.name))),
                Ok(None) => {}
                Err(problem) => drop(problems.insert(field.name.clone(), problem)),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(match self {
            Self::Ping => Question::Ping,
            Self::Preset(name) => Question::Preset {
                name: name.clone(),
                fields: format!("{{{}}}", pairs.join(", ")),
            },
            Self::Free => Question::Free {
                name: text(typed, NAME).trim().to_owned(),
                fields: text(typed, FIELDS).trim().to_owned(),
                stream: stream(typed),
            },
            Self::Call(position) => {
                let known = call(presets, *position);
                Question::Epistula {
                    call: typed_call(
                        typed,
                        known.map_or(HttpMethod::Get, |call| call.method),
                        known.and_then(|call| call.stream),
                    ),
                }
            }
            Self::BtAuth => Question::BtAuth {
                call: free_call(typed),
            },
            Self::Epistula => Question::Epistula {
                call: free_call(typed),
            },
        })
    }
}

/// The fields of a question's form.
pub(crate) fn form(what: &What, presets: &MinerPresets) -> Vec<Field> {
    match what {
        What::Ping => Vec::new(),
        What::Preset(name) => synapse(presets, name).map_or_else(Vec::new, |synapse| {
            synapse.questions.iter().map(Field::of).collect()
        }),
        What::Call(position) => {
            let has_body = call(presets, *position).is_some_and(|call| call.method == HttpMethod::Post);
            let mut fields = vec![field(
                TARGET,
                say!(miners.form.path),
                say!(miners.form.path_about),
                Of::Line,
                true,
            )];
            if has_body {
                fields.push(field(
                    BODY,
                    say!(miners.form.body),
                    say!(miners.form.body_about),
                    Of::Json,
                    true,
                ));
            }
            fields
        }
        What::Free => vec![
            field(NAME, say!(miners.form.name), "", Of::Synapse, true),
            field(
                FIELDS,
                say!(miners.form.fields),
                say!(miners.form.fields_about),
                Of::Json,
                true,
            ),
            streams(),
        ],
        What::BtAuth | What::Epistula => vec![
            field(
                METHOD,
                say!(miners.form.method),
                "",
                Of::Choice(same(&["GET", "POST"])),
                true,
            ),
            field(
                TARGET,
                say!(miners.form.path_and_query),
                say!(miners.form.path_and_query_about),
                Of::Line,
                true,
            ),
            field(
                BODY,
                say!(miners.form.body),
                say!(miners.form.body_of_post),
                Of::Json,
                false,
            ),
            streams(),
        ],
    }
}

/// What a question is called, in lists.
pub(crate) fn name(question: &Question) -> String {
    match question {
        Question::Ping => "Ping".to_owned(),
        Question::Preset { name, .. } | Question::Free { name, .. } => name.clone(),
        Question::Described { .. } => say!(miners.kinds.described).to_owned(),
        Question::BtAuth { call } | Question::Epistula { call } => {
            format!("{} {}", method(call.method), call.target)
        }
    }
}

/// What a question says; nothing if it says nothing.
pub(crate) fn content(question: &Question) -> Option<String> {
    match question {
        Question::Ping => None,
        Question::Preset { fields, .. }
        | Question::Described { fields, .. }
        | Question::Free { fields, .. } => Some(fields.clone()),
        Question::BtAuth { call } | Question::Epistula { call } => call.body.clone(),
    }
}

/// A call of which everything was typed.
fn free_call(typed: &Typed) -> MinerCall {
    let method = match text(typed, METHOD) {
        "POST" => HttpMethod::Post,
        _ => HttpMethod::Get,
    };
    typed_call(typed, method, stream(typed))
}

fn typed_call(typed: &Typed, method: HttpMethod, stream: Option<StreamFormat>) -> MinerCall {
    let body = text(typed, BODY).trim();
    MinerCall {
        method,
        target: text(typed, TARGET).trim().to_owned(),
        body: (method == HttpMethod::Post && !body.is_empty()).then(|| body.to_owned()),
        stream,
        for_any_miner: false,
    }
}

fn stream(typed: &Typed) -> Option<StreamFormat> {
    match text(typed, STREAM) {
        "text" => Some(StreamFormat::Text),
        "objects" => Some(StreamFormat::Objects),
        "events" => Some(StreamFormat::Events),
        _ => None,
    }
}

fn streams() -> Field {
    let options = [
        ("text", say!(miners.form.as_text)),
        ("objects", say!(miners.form.as_objects)),
        ("events", say!(miners.form.as_events)),
    ];
    let options = options.map(|(key, name)| (key.to_owned(), name.to_owned()));
    field(
        STREAM,
        say!(miners.form.answer),
        say!(miners.form.answer_about),
        Of::Choice(options.into()),
        false,
    )
}

fn same(options: &[&str]) -> Vec<(String, String)> {
    let both = |option: &&str| ((*option).to_owned(), (*option).to_owned());
    options.iter().map(both).collect()
}

fn field(name: &str, label: &str, hint: &str, of: Of, required: bool) -> Field {
    Field {
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        of,
        required,
        nullable: false,
    }
}

fn text<'a>(typed: &'a Typed, name: &str) -> &'a str {
    typed.get(name).map_or("", String::as_str)
}

fn synapse<'a>(presets: &'a MinerPresets, name: &str) -> Option<&'a SynapseForm> {
    presets.synapses.iter().find(|synapse| synapse.name == name)
}

fn call(presets: &MinerPresets, position: usize) -> Option<&CallForm> {
    presets.calls.get(position)
}

/// Its name.
pub(super) fn method(method: HttpMethod) -> &'static str {
    match method {
        HttpMethod::Get => "GET",
        HttpMethod::Post => "POST",
    }
}

#[cfg(test)]
mod tests {
    use taolight_protocol::engine::miners::{FormField, FormKind};

    use super::*;

    fn presets() -> MinerPresets {
        let field = |name: &str, kind, required| FormField {
            name: name.to_owned(),
            kind,
            about: String::new(),
            required,
            nullable: false,
            default: None,
            min: None,
            max: None,
        };
        MinerPresets {
            synapses: vec![SynapseForm {
                name: "EchoText".to_owned(),
                about: String::new(),
                timeout_ms: 1_000,
                stream: None,
                questions: vec![
                    field("text", FormKind::Text, true),
                    field("temperature", FormKind::Number, false),
                ],
                answers: Vec::new(),
            }],
            ..MinerPresets::default()
        }
    }

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn a_form_makes_the_json_of_its_synapse() {
        let what = What::Preset("EchoText".to_owned());
        let asked = what.question(&presets(), &typed(&[("text", "hi"), ("temperature", "1.0")]));
        let fields = r#"{"text": "hi", "temperature": 1.0}"#.to_owned();
        let name = "EchoText".to_owned();
        assert_eq!(asked, Ok(Question::Preset { name, fields }));
        let wrong = what.question(&presets(), &typed(&[("temperature", "warm")]));
        let wrong: Vec<_> = wrong.unwrap_err().into_keys().collect();
        assert_eq!(wrong, ["temperature", "text"]);
    }

    #[test]
    fn every_kind_is_found_again_by_its_name() {
        for (what, _) in What::all(&presets()) {
            assert_eq!(What::parse(&what.key()), Some(what));
        }
        assert_eq!(What::parse("nothing"), None);
    }

    #[test]
    fn a_call_of_epistula_is_typed_as_one_of_btauth() {
        let typed = typed(&[
            ("method", "POST"),
            ("target", "/v1"),
            ("body", "{}"),
            ("stream", "events"),
        ]);
        let [one, other] = [What::BtAuth, What::Epistula].map(|what| what.question(&presets(), &typed));
        let (Ok(Question::BtAuth { call: one }), Ok(Question::Epistula { call: other })) = (one, other)
        else {
            panic!("two other questions");
        };
        assert_eq!(one, other);
        assert_eq!((one.method, one.body.as_deref()), (HttpMethod::Post, Some("{}")));
        assert_eq!(one.stream, Some(StreamFormat::Events));
    }

    #[test]
    fn a_get_has_no_body() {
        let asked = What::BtAuth.question(
            &presets(),
            &typed(&[("method", "GET"), ("target", "/v1"), ("body", "{}")]),
        );
        let Ok(Question::BtAuth { call }) = asked else {
            panic!("{asked:?}");
        };
        assert_eq!((call.method, call.body), (HttpMethod::Get, None));
    }
}
