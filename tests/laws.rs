//! The laws of the house that the compiler does not hold: who knows whom, who does I/O, and how long a file may be.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Rooms that must not know others: what they would learn there is not theirs to decide.
const NEVER: &[(&[&str], &[&str])] = &[
    (
        // What was said knows nothing of what is made of it.
        &["range", "figure", "claim", "document", "source", "token", "lexicon", "error", "date", "place"],
        &["read", "extract", "link", "account", "policy", "reconcile", "report", "write", "cli"],
    ),
    // Reading gives what is said, whatever anybody takes it to mean.
    (&["read", "extract", "link"], &["policy", "account", "reconcile", "report", "write", "cli"]),
    // Reconciling never sees a text.
    (&["account", "reconcile", "policy", "report"], &["document", "token", "extract", "link", "write", "cli"]),
    // An output shows what the report says and decides nothing.
    (&["write"], &["document", "read", "extract", "link", "reconcile", "token", "cli"]),
];

/// The words of I/O, which only the command line may use.
const IO: &[&str] = &["fs::", "File::", "println!", "print!(", "eprint", "io::stdin", "io::stdout", "env::"];

#[test]
fn who_knows_whom() {
    let mut broken = Vec::new();
    for (path, code) in sources() {
        let Some(room) = room(&path) else { continue };
        for known in rooms_named(&code) {
            let forbidden =
                NEVER.iter().any(|(who, whom)| who.contains(&room.as_str()) && whom.contains(&known.as_str()));
            if forbidden || (known == "cli" && room != "main") {
                broken.push(format!("{}: {room} must not know {known}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn only_the_command_line_does_io() {
    let mut broken = Vec::new();
    for (path, code) in sources() {
        if matches!(room(&path).as_deref(), Some("cli" | "main")) {
            continue;
        }
        let code = code.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n");
        let code = code.split("#[cfg(test)]").next().unwrap_or("");
        broken.extend(IO.iter().filter(|w| code.contains(**w)).map(|w| format!("{}: {w}", path.display())));
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn files_are_short_and_imports_named() {
    let mut broken = Vec::new();
    for (path, code) in sources() {
        let lines = code.lines().count();
        if lines > 350 {
            broken.push(format!("{}: {lines} lines", path.display()));
        }
        let glob = |l: &str| (l.starts_with("use ") || l.starts_with("pub use ")) && l.contains('*');
        if code.lines().any(|l| glob(l) && l != "use rayon::prelude::*;") {
            broken.push(format!("{}: imports everything of a module", path.display()));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn the_reader_of_imports_sees_them() {
    let code = "use crate::{\n    claim::{Claim, row::Row},\n    write,\n};\nfn f() { crate::report::g() }";
    assert_eq!(rooms_named(code), ["claim", "report", "write"].map(str::to_owned).into());
}

/// Every source file with what stands in it.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 10, "the sources are where they should be");
    found
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let code = fs::read_to_string(&path).unwrap();
            found.push((path, code));
        }
    }
}

/// The room a file belongs to: the first name below `src`; none for the crate page.
fn room(path: &Path) -> Option<String> {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next()?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs").to_owned()).filter(|r| r != "lib")
}

/// The rooms that code names after `crate::`, in braces too.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let code: String = code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut rooms = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => heads(list, &mut rooms),
            None => drop(rooms.insert(word(rest))),
        }
    }
    rooms
}

/// The first word of every item of a list in braces, up to its end.
fn heads(list: &str, rooms: &mut BTreeSet<String>) {
    let (mut depth, mut fresh) = (0, true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && c.is_alphabetic() => {
                rooms.insert(word(&list[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
