//! The command line as a user meets it: the examples of the README run, pipes close, formats follow the file.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/samples/ganja-2020");

fn tollbook(args: &[&str], folder: &Path) -> (Option<i32>, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_tollbook")).args(args).current_dir(folder).output().unwrap();
    (out.status.code(), String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap())
}

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("tollbook-cli-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// The words of a command, those in double quotes as one.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut quoted) = (vec![String::new()], false);
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|w| !w.is_empty());
    words
}

#[test]
fn the_examples_of_the_readme_run() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let folder = folder("readme");
    let mut ran = 0;
    for line in readme.lines().filter_map(|l| l.strip_prefix("$ tollbook ")) {
        let command = line.split(" #").next().unwrap().replace("reports/", SAMPLE);
        let words = words(&command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (code, _, err) = tollbook(&words, &folder);
        // What `check` is there to find it finds: the sample has a dispute.
        let found = if words[0] == "check" { Some(1) } else { Some(0) };
        assert_eq!(code, found, "{line}\n{err}");
        ran += 1;
    }
    assert!(ran > 4, "the README has examples");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_picture_in_the_readme_is_what_is_printed() {
    let readme = include_str!("../README.md");
    let picture = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a picture");
    let (_, table, _) = tollbook(&["reconcile", SAMPLE, "--format", "table"], Path::new("."));
    assert!(table.starts_with(picture), "{table}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tollbook"))
        .args(["extract", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let text = "Police said 13 people were killed in the town.\n".repeat(2000);
    use std::io::Write as _;
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = folder("whole");
    let (code, ..) = tollbook(&["reconcile", "missing.txt", "-o", "out.csv"], &folder);
    assert_eq!((code, fs::read_dir(&folder).unwrap().count()), (Some(2), 0));
    let (code, ..) = tollbook(&["reconcile", SAMPLE, "-o", "out.jsonl"], &folder);
    assert_eq!(code, Some(0));
    assert!(fs::read_to_string(folder.join("out.jsonl")).unwrap().starts_with("{\"incident\""));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn claims_corrected_by_hand_give_the_same_table_again() {
    let folder = folder("again");
    let (code, _, err) = tollbook(&["link", SAMPLE, "-o", "claims.csv"], &folder);
    assert_eq!(code, Some(0), "{err}");
    let (_, direct, _) = tollbook(&["reconcile", SAMPLE, "--format", "csv"], &folder);
    let (_, again, _) = tollbook(&["reconcile", "claims.csv", "--format", "csv"], &folder);
    assert_eq!(direct, again);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_order_of_inputs_and_the_number_of_threads_change_nothing() {
    let folder = folder("order");
    let mut files: Vec<String> =
        fs::read_dir(SAMPLE).unwrap().map(|e| e.unwrap().path().display().to_string()).collect();
    files.sort();
    let run = |files: &[String], threads: &str| {
        let out = Command::new(env!("CARGO_BIN_EXE_tollbook"))
            .args(["reconcile", "--format", "csv"])
            .args(files)
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap();
        String::from_utf8(out.stdout).unwrap()
    };
    let forward = run(&files, "1");
    assert_eq!(run(&files, "3"), forward);
    files.reverse();
    assert_eq!(run(&files, "2"), forward);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_mistake_in_a_verb_is_an_error_with_a_hint() {
    let (code, _, err) = tollbook(&["reconcil", "x"], Path::new("."));
    assert_eq!(code, Some(2));
    assert!(err.contains("reconcile"), "{err}");
    let (code, _, err) = tollbook(&["reconcile", SAMPLE, "--policy", "fair"], Path::new("."));
    assert_eq!(code, Some(2));
    assert!(err.contains("no policy “fair”"), "{err}");
}

#[test]
fn check_finds_conflicts_and_broken_rows() {
    let folder = folder("check");
    fs::write(folder.join("fine.csv"), "incident,source,killed\na,police,13\na,hospital,13\n").unwrap();
    let (code, out, err) = tollbook(&["check", "fine.csv"], &folder);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
    fs::write(folder.join("apart.csv"), "incident,source,killed\na,police,13\na,radio,40\nb,police,15-13\n").unwrap();
    let (code, out, _) = tollbook(&["check", "apart.csv"], &folder);
    assert_eq!(
        (code, out.as_str()),
        (
            Some(1),
            "rejected: apart.csv:4, column “killed”: “15-13” is no range: expected the lower number first (at character 1)\nconflict: a: killed all: 13–40\n"
        )
    );
    for more in [["--on", "split"], ["--apart", "4"], ["--allow", "2"]] {
        let (code, out, _) = tollbook(&[&["check", "apart.csv"][..], &more[..]].concat(), &folder);
        assert!(code == Some(if more[0] == "--apart" { 1 } else { 0 }), "{more:?}: {out}");
        assert_eq!(out.contains("conflict: a"), more[0] == "--allow", "{more:?}: {out}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn diff_tells_what_became_of_findings() {
    let folder = folder("diff");
    fs::write(folder.join("old.csv"), "incident,killed,injured\na,13,5\nb,2,\nc,4-6,\n").unwrap();
    fs::write(folder.join("new.csv"), "incident,killed,injured\na,14,\nc,3-9,\nd,1,\n").unwrap();
    let (code, out, err) = tollbook(&["diff", "old.csv", "new.csv", "--format", "table"], &folder);
    let expected = "rose      a: killed all: 13 → 14\nvanished  a: injured all: 5 → –\nvanished  b: killed all: 2 → –\n\
                    widened   c: killed all: 4–6 → 3–9\nappeared  d: killed all: – → 1\n";
    assert_eq!((code, out.as_str()), (Some(1), expected), "{err}");
    assert_eq!(tollbook(&["diff", "old.csv", "old.csv"], &folder).0, Some(0));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_policy_is_listed_and_shown_with_its_citation() {
    let (code, out, _) = tollbook(&["policies"], Path::new("."));
    assert_eq!(code, Some(0));
    for line in out.lines() {
        let id = line.split_whitespace().next().unwrap();
        let (code, whole, err) = tollbook(&["policies", id], Path::new("."));
        assert_eq!(code, Some(0), "{err}");
        assert!(whole.contains("\nrule ") && whole.contains("\ncounting "), "{whole}");
    }
}

#[test]
fn a_project_needs_no_flags() {
    let folder = folder("project");
    let (code, _, err) = tollbook(&["reconcile"], &folder);
    assert_eq!(code, Some(2));
    assert!(err.contains("nothing to read") && err.contains("tollbook init"), "{err}");
    assert_eq!(tollbook(&["init"], &folder).0, Some(0));
    let (code, out, err) = tollbook(&["reconcile", "--format", "table"], &folder);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("coast guard") && out.contains("Red Cross"), "{out}");
    let (code, _, err) = tollbook(&["init"], &folder);
    assert_eq!(code, Some(2), "nothing of the user's is written over: {err}");
    fs::write(folder.join("tollbook.toml"), "inputs = ['t.csv']\n[map]\nkilled = 'Tote'\n").unwrap();
    fs::write(folder.join("t.csv"), "incident,Tote\na,3\n").unwrap();
    let (_, out, err) = tollbook(&["reconcile", "--format", "jsonl"], &folder);
    assert!(out.contains("\"low\":3"), "{err}");
    fs::write(folder.join("tollbook.toml"), "inputs = ['t.csv']\n\npolicies = 3\n").unwrap();
    let (code, _, err) = tollbook(&["reconcile"], &folder);
    assert_eq!(code, Some(2));
    assert!(err.contains("tollbook.toml:3: unknown field `policies`"), "{err}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn inspect_tells_what_each_column_is_taken_for() {
    let folder = folder("inspect");
    let table = "Losses;;\nFall;Deaths (min);Media outlet;Remarks\na;3;Bote;-\n";
    fs::write(folder.join("t.csv"), table).unwrap();
    let (code, out, err) = tollbook(&["inspect", "t.csv", "--map", "incident=Fall"], &folder);
    let expected = "t.csv: a table, a column an outcome, fields parted by “;”, a line above the header\n  \
                    Fall          incident\n  Deaths (min)  killed all, total, the lower end\n  \
                    Media outlet  outlet\n  Remarks       – left alone\n";
    assert_eq!((code, out.as_str()), (Some(0), expected), "{err}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_not_ours_is_not_written_over() {
    let folder = folder("over");
    fs::write(folder.join("t.csv"), "incident,killed\na,3\n").unwrap();
    let (code, _, err) = tollbook(&["reconcile", "t.csv", "-o", "t.csv"], &folder);
    assert_eq!(code, Some(2));
    assert!(err.contains("t.csv: there is a file of this name already") && err.contains("--force"), "{err}");
    for _ in 0..2 {
        let args = ["reconcile", "t.csv", "-o", "out.csv", "--bom", "--datapackage"];
        assert_eq!(tollbook(&args, &folder).0, Some(0), "our own file is");
        assert_eq!(tollbook(&["report", "t.csv"], &folder).0, Some(0));
    }
    assert!(fs::read(folder.join("out.csv")).unwrap().starts_with(b"\xef\xbb\xbfincident,place"));
    let described = fs::read_to_string(folder.join("datapackage.json")).unwrap();
    assert!(described.contains("\"path\": \"out.csv\"") && described.contains("\"name\": \"spread_factor\""));
    assert_eq!(tollbook(&["reconcile", "t.csv", "-o", "t.csv", "--force"], &folder).0, Some(0));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn cells_that_would_be_formulas_are_made_safe_and_said() {
    let folder = folder("safe");
    fs::write(folder.join("t.csv"), "incident,killed,source\n=1+1,3,@police\n").unwrap();
    let (code, out, err) = tollbook(&["link", "t.csv", "--safe-cells"], &folder);
    assert_eq!(code, Some(0));
    assert!(out.contains(",'=1+1,") && out.contains(",'@police,"), "{out}");
    assert!(err.contains("2 cells begin with an apostrophe now"), "{err}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn markdown_and_wiki_text() {
    let folder = folder("markup");
    fs::write(folder.join("t.csv"), "incident,killed\na|b,3\nc,\n[d],at least 5\n").unwrap();
    let (_, out, _) = tollbook(&["reconcile", "t.csv", "--format", "markdown"], &folder);
    assert!(out.contains("| a\\|b |  | killed | all | 3 | 3 | 1 of 1 meet | one account |"), "{out}");
    let (_, out, _) = tollbook(&["reconcile", "t.csv", "--format", "wiki"], &folder);
    assert!(out.starts_with("{| class=\"wikitable sortable\"\n! incident !! when"), "{out}");
    assert!(out.contains("| <nowiki>[d]</nowiki> ||  || killed || all || 5+ ||"), "{out}");
    for (format, total) in [
        ("markdown", "| killed | transparent | 8 | 3 | 8+ | 2 of 3 | 1 | 1 | 1 | 2 of 3 |"),
        ("wiki", "|| 8+ || 2 of 3 || 1 ||"),
    ] {
        let (_, out, _) = tollbook(&["reconcile", "t.csv", "--format", format], &folder);
        assert!(out.contains("worst cases") && out.contains(total), "{out}");
        let (_, out, _) = tollbook(&["reconcile", "t.csv", "--totals", "--format", format], &folder);
        assert!(out.starts_with("Totals") && out.contains(total), "{out}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_map_says_where_its_coordinates_are_from() {
    let folder = folder("map");
    let table = "incident,place,latitude,longitude,killed\na,Oldtown,40.5,46.25,3\nb,Ganja,,,4\nc,Nowhere at All,,,5\n";
    fs::write(folder.join("t.csv"), table).unwrap();
    let (code, _, told) = tollbook(&["reconcile", "t.csv", "-o", "map.geojson"], &folder);
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains("1 at coordinates that their claims give") && told.contains("1 without coordinates"),
        "{told}"
    );
    let map: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("map.geojson")).unwrap()).unwrap();
    assert_eq!(map["features"].as_array().unwrap().len(), 3);
    assert_eq!(map["features"][0]["geometry"]["coordinates"], serde_json::json!([46.25, 40.5]));
    assert_eq!(map["features"][1]["properties"]["killed_best"], 4);
    // It is ours: a second run writes over it.
    assert_eq!(tollbook(&["reconcile", "t.csv", "-o", "map.geojson"], &folder).0, Some(0));
    let (code, _, told) = tollbook(&["extract", "t.csv", "-o", "claims.geojson"], &folder);
    assert_eq!(code, Some(2), "claims are on no map");
    assert!(told.contains("reconcile"), "{told}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn completions_and_pages_for_man() {
    let folder = folder("man");
    let (code, out, _) = tollbook(&["completions", "zsh"], &folder);
    assert!(code == Some(0) && out.contains("#compdef tollbook"));
    assert_eq!(tollbook(&["man", "pages"], &folder).0, Some(0));
    assert!(fs::read_to_string(folder.join("pages/tollbook-reconcile.1")).unwrap().contains("policy"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn history_shows_every_step_and_marks_what_fell() {
    let folder = folder("history");
    let rows = "incident,source,killed,published,document\na,police,11,2021-05-01,1\na,police,15,2021-05-02,2\na,police,13,2021-05-03,3\n";
    fs::write(folder.join("t.csv"), rows).unwrap();
    let (_, out, err) = tollbook(&["history", "t.csv"], &folder);
    let steps: Vec<String> = out
        .lines()
        .skip(1)
        .map(|l| {
            let f: Vec<&str> = l.split(',').collect();
            [f[4], f[5], f[6], f[9]].join(" ")
        })
        .collect();
    assert_eq!(steps, ["1 2021-05-01 11 first", "2 2021-05-02 15 up", "3 2021-05-03 13 down"], "{err}{out}");
    let (_, out, _) = tollbook(&["history", "t.csv", "--format", "plot"], &folder);
    assert!(out.lines().any(|l| l.contains("13") && l.ends_with('▼')), "{out}");
    let (_, out, _) = tollbook(&["reconcile", "t.csv", "--format", "table"], &folder);
    assert!(out.contains("police revised killed down to 13"), "{out}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn totals_say_what_they_stand_on_and_the_disputed_come_first() {
    let folder = folder("totals");
    let rows = "incident,source,killed,injured,document\na,police,13,,1\na,radio,14,,2\nb,police,10,,3\nb,radio,40+,,4\nc,police,,3,5\n";
    fs::write(folder.join("t.csv"), rows).unwrap();
    let (_, out, err) = tollbook(&["reconcile", "t.csv", "--totals"], &folder);
    assert_eq!(out.lines().nth(1), Some("killed,23,23,54,3,2,1,0,1,4,1,transparent"), "{err}{out}");
    let (_, out, _) = tollbook(&["reconcile", "t.csv", "--sort", "dispute"], &folder);
    let order: Vec<&str> = out.lines().skip(1).map(|l| &l[..1]).collect();
    assert_eq!(order, ["b", "a", "c"], "{out}");
    let (_, out, _) = tollbook(&["reconcile", "t.csv", "--format", "table"], &folder);
    assert!(out.contains("worst cases") && out.contains("2 of 3"), "{out}");
    tollbook(&["report", "t.csv", "-o", "page.html"], &folder);
    let out = fs::read_to_string(folder.join("page.html")).unwrap();
    assert!(out.contains("worst cases") && out.contains("<td>2 of 3</td>"), "{out}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn statistics_say_what_they_assume() {
    let folder = folder("statistics");
    let rows: String =
        (0..6).map(|n| format!("i{n},police,{},p{n}\ni{n},radio,{},r{n}\n", 10 + n, 20 + 2 * n)).collect();
    fs::write(folder.join("t.csv"), format!("incident,source,killed,document\n{rows}")).unwrap();
    let (_, out, err) = tollbook(&["statistics", "t.csv"], &folder);
    for said in [
        "negative binomial of size 10, accounts independent",
        "worst cases, no range of the sum",
        "seed 1",
        "incidents independent",
        "police alone sets low in 6 of 6",
        "12 documents",
    ] {
        assert!(out.contains(said), "{said}: {err}{out}");
    }
    assert_eq!(out, tollbook(&["statistics", "t.csv"], &folder).1);
    let (_, out, _) = tollbook(&["statistics", "t.csv", "--matrix"], &folder);
    assert!(out.contains("\npolice,radio,6,-0.6931,0,6,0.0,0.3903\n"), "{out}");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_longer_period_is_spread_or_set_against_what_is_recorded() {
    let folder = folder("period");
    let (_, out, err) = tollbook(&["period", "--total", "at least 13", "--over", "3"], &folder);
    assert_eq!(out.lines().nth(1), Some("1,5,,at least 13"), "{err}{out}");
    let less = ["--fighters", "0.02-0.04", "--background", "60"];
    let args = [&["period", "--total", "500", "--recorded", "120"], &less[..]].concat();
    assert_eq!(tollbook(&args, &folder).1.lines().nth(1), Some("1,300,310,500"));
    assert_eq!(tollbook(&["period", "--total", "dozens", "--over", "3"], &folder).0, Some(2));
    let rows = "claim,incident,place,event_date,outcome,role,value,within,origin\n\
         t,spring,Azerbaijan,2021-03/2021-05,killed,cumulative,500,,ministry\n\
         a,a,Ganja,2021-03-02,killed,total,70,WITHIN,police\n\
         b,b,\"Barda, Azerbaijan\",2021-05-31,killed,total,50,WITHIN,police\n\
         c,c,Ganja,2021-04-01,injured,total,9,WITHIN,police\n\
         d,d,Ganja,2021-06-01,killed,total,9,,police\ne,e,Tbilisi,2021-04-01,killed,total,9,,police\n";
    let claims = folder.join("t.csv");
    for (within, joined) in [("", "place and time"), ("t", "within"), ("spring", "within")] {
        fs::write(&claims, rows.replace("WITHIN", within)).unwrap();
        let adds = tollbook(&[&["period", "t.csv"], &less[..]].concat(), &folder).1;
        assert!(adds.ends_with(&format!(",500,500,3,{joined},120,120,1,300,310\n")), "{adds}");
        let spread = tollbook(&["period", "t.csv", "--policy", "acled"], &folder).1;
        let shares: Vec<&str> = spread.lines().skip(1).map(|l| l.split(",cumulative,").nth(1).unwrap()).collect();
        assert_eq!(shares, ["167,167,t,ministry", "167,167,t,ministry", "166,166,t,ministry"], "{spread}");
        // A share is no account: read again, it is set aside.
        fs::write(folder.join("shares.csv"), spread).unwrap();
        let again = tollbook(&["reconcile", "t.csv", "shares.csv"], &folder).1;
        assert_eq!(again, tollbook(&["reconcile", "t.csv"], &folder).1);
    }
    let (_, table, _) = tollbook(&["period", "t.csv", "--format", "table"], &folder);
    assert!(table.contains("covers 3, by within: 120 recorded, 1 without a figure\n  adds 380 to"), "{table}");
    fs::write(folder.join("a.txt"), "On 3 March 2021 a bomb killed 12 people in Ganja, police said.").unwrap();
    for since in ["January 2021", "2020", "June 2021"] {
        let text = format!("More than 500 people have been killed in Ganja since {since}, the ministry said.");
        fs::write(folder.join("b.txt"), text).unwrap();
        let adds = tollbook(&["period", "a.txt", "b.txt"], &folder).1;
        let covered = if since == "June 2021" { ",0,,0,0,0,501," } else { ",1,place and time,12,12,0,489," };
        assert!(adds.contains(covered), "{since}: {adds}");
    }
    assert!(tollbook(&["policies", "show", "acled"], &folder).1.contains("is spread over the incidents in it"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_samples_give_the_incidents_they_tell_of() {
    for (sample, incidents) in [
        ("ganja-2020", &["Ganja · 17 October 2020 · 3 accounts", "Stepanakert · 16 October 2020 · 2 accounts"][..]),
        ("beirut-2020", &["Beirut · 4 August 2020 · 5 accounts"][..]),
    ] {
        let path = Path::new(SAMPLE).with_file_name(sample);
        let (code, table, _) = tollbook(&["reconcile", path.to_str().unwrap(), "--format", "table"], Path::new("."));
        assert_eq!(code, Some(0));
        let headings: Vec<&str> = table.lines().filter(|l| l.contains(" accounts from ")).collect();
        assert_eq!(headings.len(), incidents.len(), "{headings:?}");
        for (heading, incident) in headings.iter().zip(incidents) {
            assert!(heading.starts_with(incident), "{heading}");
        }
    }
}

#[test]
fn an_incident_is_what_the_user_says_it_is() {
    let count = |by: &str| {
        let args = ["reconcile", SAMPLE, "--incident-by", by, "--format", "wide"];
        tollbook(&args, Path::new(".")).1.lines().count() - 1
    };
    assert_eq!((count("folder"), count("document"), count("text")), (1, 8, 2));
}
