//! What people read: which step is running, how far we are and how long it takes.

use std::{
    io::IsTerminal,
    time::{Duration, Instant},
};

/// The numbered steps of one command.
pub struct Steps {
    total: usize,
    at: usize,
    began: Instant,
    step: Option<Instant>,
}

impl Steps {
    pub fn new(total: usize) -> Steps {
        Steps {
            total,
            at: 0,
            began: Instant::now(),
            step: None,
        }
    }

    /// Ends the step before, and begins one. `takes` says how long that is when nothing is cached yet.
    pub fn begin(&mut self, what: &str, takes: &str) {
        self.end();
        self.at += 1;
        let hint = if takes.is_empty() {
            String::new()
        } else {
            format!(" ({takes})")
        };
        eprintln!("{}{hint}", bold(&format!("[{}/{}] {what}", self.at, self.total)));
        self.step = Some(Instant::now());
    }

    fn end(&mut self) {
        if let Some(step) = self.step.take() {
            eprintln!("      done in {}", time(step.elapsed()));
        }
    }

    /// Ends the last step.
    pub fn finish(mut self) {
        self.end();
        eprintln!("      {} in all", time(self.began.elapsed()));
    }
}

/// Text that stands out where a terminal shows it.
pub fn bold(text: &str) -> String {
    if std::io::stderr().is_terminal() {
        format!("\x1b[1m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}

/// A duration as people say it: `0.4 s`, `12 s`, `3 min 20 s`.
pub fn time(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// One check that held or did not.
    pub fn check(&mut self, name: &str, outcome: anyhow::Result<()>) {
        match outcome {
            Ok(()) => {
                self.passed += 1;
                eprintln!("   ok   {name}");
            }
            Err(error) => {
                self.failed += 1;
                eprintln!("   FAIL {name}: {error:#}");
            }
        }
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Prints rows in columns, the first to the left and the others to the right.
pub fn table(rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
    };
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate().take(columns) {
            let width = width(column).unwrap_or_default();
            line += &if column == 0 {
                format!("{cell:<width$}")
            } else {
                format!("  {cell:>width$}")
            };
        }
        println!("{}", line.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        assert_eq!(time(Duration::from_millis(420)), "0.4 s");
        assert_eq!(time(Duration::from_secs(59)), "59 s");
        assert_eq!(time(Duration::from_secs(200)), "3 min 20 s");
    }
}
