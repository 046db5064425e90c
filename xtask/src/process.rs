//! Child processes that never outlive us: each stands in a process group of its own, which is stopped when its guard
//! is dropped, when its time is over, or when someone presses Ctrl-C.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use nix::{
    sys::signal::{Signal, kill},
    unistd::{Pid, getpid},
};

use crate::temporary;

/// How long a process may take to stop by itself before it is killed.
const GRACE: Duration = Duration::from_secs(5);

static RUNNING: Mutex<Vec<i32>> = Mutex::new(Vec::new());
static STOPPING: AtomicBool = AtomicBool::new(false);
static ADOPTING: AtomicBool = AtomicBool::new(false);

/// From here on Ctrl-C (and SIGTERM, SIGHUP) stops every process that we started, then us.
pub fn stop_on_signal() -> Result<()> {
    ctrlc::set_handler(|| {
        if STOPPING.swap(true, Ordering::SeqCst) {
            return;
        }
        eprintln!("\nstopping …");
        let running = running().clone();
        stop(&running, GRACE);
        temporary::remove_all();
        std::process::exit(130);
    })
    .context("cannot listen for Ctrl-C")
}

/// Makes orphans of our children ours, so that a browser which a failed test left behind is stopped as well.
pub fn adopt_orphans() {
    #[cfg(target_os = "linux")]
    if nix::sys::prctl::set_child_subreaper(true).is_ok() {
        ADOPTING.store(true, Ordering::SeqCst);
    }
}

/// Runs a command to its end with our own output; an error when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = Running::start(command.stdin(Stdio::null()))?.wait()?;
    check(command, status)
}

/// Runs a command to its end and returns what it wrote to its standard output.
pub fn capture(command: &mut Command) -> Result<String> {
    let mut text = String::new();
    let status = lines(command, None, |line| {
        text.push_str(line);
        text.push('\n');
    })?;
    check(command, status)?;
    Ok(text)
}

/// Runs a command for at most `limit`, and hands over each line of its standard output as it comes.
pub fn lines(
    command: &mut Command,
    limit: Option<Duration>,
    mut each: impl FnMut(&str),
) -> Result<ExitStatus> {
    let mut running = Running::start(command.stdin(Stdio::null()).stdout(Stdio::piped()))?;
    let stdout = running.child.stdout.take().context("no standard output")?;
    let deadline = limit.map(|limit| Instant::now() + limit);
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(n) if n > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(text).is_err() {
                break;
            }
            line.clear();
        }
    });
    let mut status = None;
    loop {
        match receiver.recv_timeout(Duration::from_millis(100)) {
            Ok(line) => each(&line),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            // Whoever still holds the pipe once the command itself has ended was left behind by it.
            Err(mpsc::RecvTimeoutError::Timeout) if status.is_some() => running.stop(),
            Err(mpsc::RecvTimeoutError::Timeout) => status = running.child.try_wait()?,
        }
        if deadline.is_some_and(|deadline| Instant::now() > deadline) {
            running.stop();
            bail!(
                "{} took longer than {} s and was stopped",
                name(command),
                limit.unwrap_or_default().as_secs()
            );
        }
    }
    running.wait()
}

/// Stays here for ever if Ctrl-C was pressed: the handler ends this process once everything has stopped, and whatever
/// fails because of that is not worth a message.
pub fn hold_if_stopping() {
    while STOPPING.load(Ordering::SeqCst) {
        thread::park();
    }
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", name(command));
    }
    Ok(())
}

fn name(command: &Command) -> String {
    let mut words = vec![command.get_program()];
    words.extend(command.get_args());
    let text = words.join(" ".as_ref()).to_string_lossy().into_owned();
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text,
    }
}

/// A child process and all that it started.
pub struct Running {
    pub child: Child,
}

impl Running {
    /// Starts a command in a process group of its own.
    pub fn start(command: &mut Command) -> Result<Running> {
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start `{program}`"))?;
        running().push(child.id().cast_signed());
        Ok(Running { child })
    }

    /// Waits for its end.
    pub fn wait(mut self) -> Result<ExitStatus> {
        let status = self.child.wait()?;
        hold_if_stopping();
        Ok(status)
    }

    fn stop(&mut self) {
        let id = self.child.id().cast_signed();
        // Reaps the child, so that it does not count as alive.
        thread::scope(|scope| {
            scope.spawn(|| self.child.wait());
            stop(&[id], GRACE);
        });
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
        let id = self.child.id().cast_signed();
        running().retain(|other| *other != id);
    }
}

fn running() -> MutexGuard<'static, Vec<i32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Asks the groups of these children to stop, and everything below them; kills what has not stopped in time.
fn stop(children: &[i32], grace: Duration) {
    let deadline = Instant::now() + grace;
    signal(children, Signal::SIGTERM);
    while !alive(children).is_empty() {
        if Instant::now() > deadline {
            signal(children, Signal::SIGKILL);
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn signal(children: &[i32], signal: Signal) {
    // A process that is gone in the meantime is what we want: failures are of no interest.
    for id in alive(children) {
        let _ = kill(Pid::from_raw(id), signal);
    }
}

#[derive(Clone, Copy)]
struct Process {
    parent: i32,
    group: i32,
}

/// Every living process that is one of these children, is in the group of one, was started by one, or was orphaned by
/// one and adopted by us.
fn alive(children: &[i32]) -> Vec<i32> {
    let processes = processes();
    let us = getpid().as_raw();
    let ours = running().clone();
    let orphan = |id: i32, process: Process| {
        ADOPTING.load(Ordering::SeqCst) && process.parent == us && !ours.contains(&id)
    };
    let belongs = |id: i32| {
        let mut at = id;
        loop {
            let Some(&process) = processes.get(&at) else {
                return false;
            };
            if children.contains(&at) || children.contains(&process.group) || orphan(at, process) {
                return true;
            }
            at = process.parent;
        }
    };
    processes
        .keys()
        .copied()
        .filter(|id| *id != us && belongs(*id))
        .collect()
}

/// The processes of this machine, without those that have ended and only wait to be noticed.
#[cfg(target_os = "linux")]
fn processes() -> BTreeMap<i32, Process> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let id = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            // `id (name) state parent group …`, where the name may hold anything.
            let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
            let state = fields.next()?;
            let process = Process {
                parent: fields.next()?.parse().ok()?,
                group: fields.next()?.parse().ok()?,
            };
            (state != "Z").then_some((id, process))
        })
        .collect()
}

/// Elsewhere: from `ps`, which every Unix has.
#[cfg(not(target_os = "linux"))]
fn processes() -> BTreeMap<i32, Process> {
    let output = Command::new("ps")
        .args(["-A", "-o", "pid=,ppid=,pgid=,stat="])
        .output();
    let text = output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    text.lines()
        .filter_map(|line| {
            let mut fields = line.split_whitespace();
            let id = fields.next()?.parse().ok()?;
            let process = Process {
                parent: fields.next()?.parse().ok()?,
                group: fields.next()?.parse().ok()?,
            };
            (!fields.next()?.starts_with('Z')).then_some((id, process))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_what_a_command_leaves_behind() {
        let began = Instant::now();
        let status = lines(
            Command::new("sh").args(["-c", "echo one; sleep 100 & exit 0"]),
            None,
            |line| {
                assert_eq!(line, "one");
            },
        );
        assert!(status.unwrap().success());
        assert!(began.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn stops_at_the_limit() {
        let limit = Some(Duration::from_millis(300));
        let error = lines(Command::new("sh").args(["-c", "sleep 100"]), limit, |_| {}).unwrap_err();
        assert!(error.to_string().contains("took longer"));
    }

    #[test]
    fn failure_names_the_command() {
        let error = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(error.to_string().contains("sh -c exit 3"));
    }
}
