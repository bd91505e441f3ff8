//! The page in a real browser: at the width of a telephone and of a desk, with five hundred incidents, under a person's
//! hands. Run where Chromium is; elsewhere it says that it was not.

use std::{fs, path::Path, process::Command};
use tollbook::{
    policy::Policy,
    read::{Hints, Input},
    reconcile::{Options, reconcile},
    write,
};

/// What the browser answers after `script` has run in a page that holds `page.html` in a frame of this width.
fn ask(folder: &Path, width: u32, script: &str) -> Option<String> {
    let outer = format!(
        "<!doctype html><iframe id=\"f\" src=\"page.html\" width=\"{width}\" height=\"800\"></iframe>\n\
         <script>onload = () => {{ const w = f.contentWindow, d = w.document;\n\
         const answer = (() => {{ {script} }})(); document.body.textContent = \"ANSWER \" + answer + \" END\"; }}</script>\n"
    );
    fs::write(folder.join("outer.html"), outer).unwrap();
    let browser = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(|name| {
        let out = Command::new(name)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"])
            .args(["--disable-component-update", "--disable-sync", "--allow-file-access-from-files", "--dump-dom"])
            .arg(format!("--user-data-dir={}", folder.join("profile").display()))
            .arg(folder.join("outer.html"))
            .output();
        out.ok()
    })?;
    let dom = String::from_utf8_lossy(&browser.stdout).into_owned();
    let answer = dom.split_once("ANSWER ").and_then(|(_, rest)| rest.split_once(" END"));
    Some(answer.unwrap_or_else(|| panic!("no answer: {dom}")).0.to_owned())
}

/// A page of so many incidents, each told of by five sources, one of them twice.
fn page(incidents: usize) -> String {
    let mut table =
        "incident,place,event_date,outcome,qualifier,value,origin,published,document,start,end,phrase,sentence\n"
            .to_owned();
    for i in 0..incidents {
        for j in 0..6 {
            let (killed, day) = (3 + i % 40 + j, 1 + j);
            let origin = ["police", "the health ministry", "الدفاع المدني", "市消防局", "radio", "police"][j];
            for (outcome, n, qualifier) in [("killed", killed, "exact"), ("injured", killed * 3, "at_least")] {
                table.push_str(&format!(
                    "i{i:03},Town {},2021-05-03,{outcome},{qualifier},{n},{origin},2021-05-{day:02},d{i}-{j},0,2,{n},\
                     In all {n} people were counted by the time the evening news went out in the town that day.\n",
                    i % 50
                ));
            }
        }
    }
    let input = Input { name: "t.csv".to_owned(), bytes: table.into_bytes() };
    let claims = input.pieces()[0].read(&Hints::default()).unwrap().claims;
    assert_eq!(claims.len(), incidents * 12);
    let reports: Vec<_> =
        Policy::ids().map(|id| reconcile(&claims, &Policy::shipped(id).unwrap(), &Options::default())).collect();
    write::html::page(&reports, &claims)
}

#[test]
fn a_page_of_five_hundred_incidents_in_a_browser() {
    let folder = std::env::temp_dir().join(format!("tollbook-browser-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let page = page(500);

    assert!(page.len() < 5_000_000, "{} bytes", page.len());
    fs::write(folder.join("page.html"), &page).unwrap();
    let wide = "return d.documentElement.scrollWidth <= d.documentElement.clientWidth";
    let Some(fits) = ask(&folder, 360, wide) else {
        println!("no Chromium here: the page was not opened");
        return;
    };
    assert_eq!(fits, "true", "nothing runs over the edge of a telephone");
    let under_hands = "
        const wide = d.documentElement.scrollWidth <= d.documentElement.clientWidth;
        const loaded = Math.round(w.performance.getEntriesByType('navigation')[0].loadEventStart);
        const form = d.forms[0], told = (e, kind) => e.dispatchEvent(new w.Event(kind, { bubbles: true }));
        form.words.value = 'town 7 ';
        told(form.words, 'input');
        const count = d.getElementById('count').textContent;
        form.sort.value = 'low';
        told(form.sort, 'change');
        const first = d.querySelector('main section').dataset.low;
        const link = d.querySelector('td a'), words = d.getElementById(link.hash.slice(1));
        link.click();
        w.dispatchEvent(new w.Event('hashchange'));
        const opened = words.closest('details').open;
        const named = [...d.querySelectorAll('svg')].every(s => s.getAttribute('role') === 'img' && s.querySelector('desc'))
            && [...d.querySelectorAll('input, select')].every(e => e.labels.length === 1)
            && [...d.querySelectorAll('[tabindex]')].every(e => e.getAttribute('aria-label'));
        return JSON.stringify({ wide, loaded, count, first, opened, named });";
    let try_out = || -> serde_json::Value { serde_json::from_str(&ask(&folder, 1280, under_hands).unwrap()).unwrap() };
    let loaded = |answer: &serde_json::Value| answer["loaded"].as_u64().unwrap();
    // A busy machine is given several tries, and the best of them twice the time.
    let mut answer = try_out();
    for _ in 0..5 {
        if loaded(&answer) < 2000 {
            break;
        }
        answer = [answer, try_out()].into_iter().min_by_key(loaded).unwrap();
    }
    println!("{} bytes, {answer}", page.len());
    assert_eq!(answer["wide"], true, "nor of a desk");
    assert!(loaded(&answer) < 4000, "loaded in {} ms", loaded(&answer));
    assert_eq!(answer["count"], "10 of 500 incidents", "the list is filtered");
    assert_eq!(answer["first"], "43", "and sorted");
    assert_eq!(answer["opened"], true, "a link to words that are folded away opens them");
    assert_eq!(answer["named"], true, "a screen reader has a name for everything");
    fs::remove_dir_all(folder).unwrap();
}
