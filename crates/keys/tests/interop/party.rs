//! A running third party: a command goes in as one line of JSON, and its answer comes back as another.

use std::{
    env,
    ffi::OsString,
    fs::{self, File},
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, Receiver},
    },
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use crate::programs::Program;

/// Who has not answered by then is asking a person for something.
const LIMIT: Duration = Duration::from_secs(180);

/// A third party. It is stopped when it is dropped.
pub(crate) struct Party {
    child: Child,
    questions: ChildStdin,
    answers: Receiver<String>,
    /// Its home, where it may leave what it likes.
    folder: PathBuf,
}

impl Party {
    /// Starts one, which must be of the very versions that it is expected to be.
    pub(crate) fn start(program: &Program) -> Self {
        let folder = folder(program.script);
        let mut child = command(program.script)
            .env("HOME", &folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(File::create(folder.join("stderr")).unwrap())
            .spawn()
            .unwrap();
        let questions = child.stdin.take().unwrap();
        let stdout = child.stdout.take().unwrap();
        let (sender, answers) = mpsc::channel();
        thread::spawn(move || {
            let lines = BufReader::new(stdout).lines().map_while(Result::ok);
            lines.for_each(|line| sender.send(line).unwrap_or_default());
        });
        let mut party = Self {
            child,
            questions,
            answers,
            folder,
        };
        for (package, version) in program.packages {
            assert_eq!(
                party.ask(json!({ "do": "version", "package": package })),
                *version
            );
        }
        party
    }

    /// What it answers; an error of its own ends the test.
    pub(crate) fn ask(&mut self, question: Value) -> Value {
        self.try_ask(&question)
            .unwrap_or_else(|error| panic!("{question} gave: {error}"))
    }

    /// What it answers, where that is a text.
    pub(crate) fn ask_text(&mut self, question: Value) -> String {
        self.ask(question).as_str().unwrap().to_owned()
    }

    /// What it answers, where that is bytes.
    pub(crate) fn ask_bytes(&mut self, question: Value) -> Vec<u8> {
        hex::decode(self.ask_text(question)).unwrap()
    }

    /// Makes sure that it answers with an error that says this.
    pub(crate) fn refuses(&mut self, question: Value, why: &str) {
        match self.try_ask(&question) {
            Ok(answer) => panic!("{question} gave {answer}"),
            Err(error) => assert!(
                error.to_lowercase().contains(&why.to_lowercase()),
                "{question} gave: {error}"
            ),
        }
    }

    fn try_ask(&mut self, question: &Value) -> Result<Value, String> {
        writeln!(self.questions, "{question}").unwrap_or_else(|_| self.give_up("it has ended"));
        let answer = self.answers.recv_timeout(LIMIT);
        let answer = answer.unwrap_or_else(|error| self.give_up(&error.to_string()));
        let answer: Value = serde_json::from_str(&answer).unwrap();
        match &answer["error"] {
            Value::Null => Ok(answer["ok"].clone()),
            error => Err(error.as_str().unwrap().to_owned()),
        }
    }

    fn give_up(&self, why: &str) -> ! {
        let stderr = fs::read(self.folder.join("stderr")).unwrap_or_default();
        panic!("no answer: {why}\n{}", String::from_utf8_lossy(&stderr));
    }
}

impl Drop for Party {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A new folder for one party.
fn folder(script: &str) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("interop-{}-{count}-{script}", std::process::id());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn command(script: &str) -> Command {
    let runner = match script.rsplit_once('.').unwrap().1 {
        "py" => setting("TAOLIGHT_INTEROP_PYTHON"),
        _ => setting("TAOLIGHT_INTEROP_NODE"),
    };
    let scripts = Path::new("../../tests/interop");
    let mut command = Command::new(runner);
    command.arg(scripts.join(script));
    // Nothing is to be left in the clone.
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

fn setting(name: &str) -> OsString {
    env::var_os(name).unwrap_or_else(|| panic!("{name} is not set; run: cargo xtask test interop"))
}
