//! What the program says beside its answer: on standard error, as much as was asked for, never through a bar of progress.

use crate::error::Error;
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU8, Ordering},
};

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Errors, and how many rows were lost.
    Quiet,
    /// Also how the inputs were taken.
    Plain,
    /// Also every input.
    Verbose,
}

static LEVEL: AtomicU8 = AtomicU8::new(Level::Plain as u8);
static BAR: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// Says as much as this from now on.
pub(super) fn set(level: Level) {
    LEVEL.store(level as u8, Ordering::Relaxed);
}

/// Tells the user of something that went wrong.
pub(super) fn tell(error: &Error) {
    say(Level::Quiet, &error.to_string());
}

/// Says a line where at least so much is asked for.
pub(super) fn say(level: Level, line: &str) {
    if !said(level) {
        return;
    }
    match bar().as_ref() {
        Some(bar) => bar.suspend(|| eprintln!("tollbook: {line}")),
        None => eprintln!("tollbook: {line}"),
    }
}

/// Progress over a number of bytes, shown on a terminal while there is something to wait for; gone when it is dropped.
pub(super) struct Progress;

impl Progress {
    pub(super) fn over(bytes: u64) -> Progress {
        const WORTH_IT: u64 = 4 << 20;
        let template = "{msg} {wide_bar} {bytes} of {total_bytes}, {eta} left";
        if let (true, Ok(style)) = (bytes > WORTH_IT && said(Level::Plain), ProgressStyle::with_template(template)) {
            // It draws on standard error, and nowhere where that is no terminal.
            *bar() = Some(ProgressBar::new(bytes).with_style(style).with_message("reading"));
        }
        Progress
    }

    pub(super) fn add(&self, bytes: u64) {
        if let Some(bar) = bar().as_ref() {
            bar.inc(bytes);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = bar().take() {
            bar.finish_and_clear();
        }
    }
}

fn said(level: Level) -> bool {
    level as u8 <= LEVEL.load(Ordering::Relaxed)
}

fn bar() -> std::sync::MutexGuard<'static, Option<ProgressBar>> {
    BAR.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many of a kind are told by name; the rest are counted.
const TOLD: usize = 3;

/// "a, b, c and 4 more"
pub(super) fn listed(names: &[String]) -> String {
    let some = names.iter().take(TOLD).map(String::as_str).collect::<Vec<_>>().join(", ");
    if names.len() > TOLD { format!("{some} and {} more", names.len() - TOLD) } else { some }
}
