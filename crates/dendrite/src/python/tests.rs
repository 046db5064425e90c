use proptest::prelude::*;

use super::*;

fn str(json: &str) -> String {
    Value::untyped(&Json::parse(json).unwrap()).str()
}

#[test]
fn scalars() {
    assert_eq!(str("null"), "None");
    assert_eq!(str("true"), "True");
    assert_eq!(str("-7"), "-7");
    assert_eq!(str("-0"), "0");
    assert_eq!(str("100000000000000000000"), "100000000000000000000");
    assert_eq!(str(r#""a\n'b'""#), "a\n'b'");
}

#[test]
fn floats() {
    let cases = [
        ("1.0", "1.0"),
        ("-0.0", "-0.0"),
        ("0.0001", "0.0001"),
        ("0.00001", "1e-05"),
        ("1.5e-7", "1.5e-07"),
        ("1e15", "1000000000000000.0"),
        ("9999999999999998.0", "9999999999999998.0"),
        ("1e16", "1e+16"),
        ("123456789012345678.0", "1.2345678901234568e+17"),
        ("5e-324", "5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("1e999", "inf"),
        ("-1e999", "-inf"),
        ("0.30000000000000004", "0.30000000000000004"),
    ];
    for (json, python) in cases {
        assert_eq!(str(json), python, "{json}");
    }
    assert_eq!(float(f64::NAN), "nan");
}

#[test]
fn containers() {
    assert_eq!(
        str(r#"[1, 1.0, true, null, "x", [2], {"k": {}}]"#),
        "[1, 1.0, True, None, 'x', [2], {'k': {}}]"
    );
    assert_eq!(Value::Tuple(vec![Value::int("1")]).str(), "(1,)");
    assert_eq!(
        Value::Tuple(vec![Value::int("1"), Value::Text("a".into())]).str(),
        "(1, 'a')"
    );
}

#[test]
fn quotes_and_escapes() {
    let cases = [
        ("it's", r#""it's""#),
        ("q\"q", r#"'q"q'"#),
        ("both'\"", r#"'both\'"'"#),
        ("\n\r\t\\", r"'\n\r\t\\'"),
        ("\u{7}\u{7f}\u{85}\u{a0}\u{ad}", r"'\x07\x7f\x85\xa0\xad'"),
        ("\u{200b}\u{2028}\u{3000}\u{e000}", r"'\u200b\u2028\u3000\ue000'"),
        ("\u{e0041}\u{10ffff}", r"'\U000e0041\U0010ffff'"),
        ("é 😀 λ \u{301}", "'é 😀 λ \u{301}'"),
    ];
    for (text, quoted) in cases {
        assert_eq!(Value::Text(text.to_owned()).to_string(), quoted);
    }
}

#[test]
fn members_of_enumerations() {
    let member = Value::Member {
        path: "Role.user".into(),
        value: "user".into(),
    };
    assert_eq!(member.str(), "Role.user");
    assert_eq!(Value::List(vec![member]).str(), "[<Role.user: 'user'>]");
}

proptest! {
    #[test]
    fn a_float_names_itself(bits: u64) {
        let value = f64::from_bits(bits);
        prop_assume!(value.is_finite());
        let printed = float(value);
        prop_assert!(printed.contains(['.', 'e']), "{}", printed);
        prop_assert_eq!(printed.parse::<f64>().unwrap().to_bits(), bits);
    }
}
