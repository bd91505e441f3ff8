//! A report to look at: one page that needs nothing beside itself.
//!
//! For each incident the accounts as ranges, the table, every figure linked to the words it came from, the revisions,
//! and what other policies make of the same claims.

mod incident;

use super::{escape::escape, svg};
use crate::{
    claim::Claim,
    report::{Report, Total, Verdict},
};
use incident::Section;
use rustc_hash::FxHashMap;

/// The page of the first report, with the others beside it for what their policies make of the same claims.
pub fn page(reports: &[Report], claims: &[Claim]) -> String {
    let Some((main, others)) = reports.split_first() else { return String::new() };
    let by_id: FxHashMap<&str, &Claim> = claims.iter().map(|c| (c.claim.as_str(), c)).collect();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"tollbook {}\">\n<title>Reported tolls</title>\n<style>\n{}{}</style>\n</head>\n<body>\n",
        env!("CARGO_PKG_VERSION"),
        svg::STYLE,
        include_str!("../../data/report/style.css"),
    );
    out.push_str(&head(main));
    out.push_str("<main id=\"incidents\">\n");
    for (at, incident) in main.told().enumerate() {
        out.push_str(&Section { at, incident, main, others, claims: &by_id }.html());
    }
    out.push_str("</main>\n");
    let silent = super::words::silent(main, usize::MAX);
    if !silent.is_empty() {
        out.push_str(&format!("<p class=\"soft\">{}</p>\n", escape(silent.trim_end())));
    }
    out.push_str(&methods(reports));
    out.push_str(&format!("<script>\n{}</script>\n</body>\n</html>\n", include_str!("../../data/report/script.js")));
    out
}

fn head(report: &Report) -> String {
    let verdicts: String =
        [Verdict::Agree, Verdict::BoundsOnly, Verdict::Majority, Verdict::Split, Verdict::Conflict, Verdict::Single]
            .iter()
            .map(|v| format!("<option value=\"{v}\">{}</option>", super::words::verdict(*v)))
            .collect();
    format!(
        "<a class=\"skip\" href=\"#incidents\">To the incidents</a>\n<header><h1>Reported tolls</h1>\n\
         <p class=\"soft\">What sources say, incident by incident, under the policy “{}”.</p></header>\n\
         <form id=\"find\" role=\"search\"><label>Find <input name=\"words\" type=\"search\" placeholder=\"place, source, date\"></label>\n\
         <label>Verdict <select name=\"verdict\"><option value=\"\">any</option>{verdicts}</select></label>\n\
         <label>Sort <select name=\"sort\"><option value=\"name\">as given</option><option value=\"date\">by date</option>\
         <option value=\"gap\">by distance of accounts</option><option value=\"low\">by killed</option></select></label>\n\
         <output id=\"count\" class=\"soft\">{} incidents</output></form>\n",
        escape(&report.policy),
        report.told().count(),
    )
}

fn methods(reports: &[Report]) -> String {
    let policies: String = reports
        .iter()
        .map(|r| format!("<li><strong>{}</strong> {}</li>", escape(&r.policy), escape(&r.basis)))
        .collect();
    format!(
        "<footer>{}<section><h2>Methods</h2>\n<p>Each figure is kept as said and taken as a range: “at least 13” is 13 and up, \
         “more than 40” is 41 and up, “up to 5” is 0 to 5. What one source says of one incident is one account; outlets that \
         cite the same source are one account too, and a later figure of a source replaces its earlier one. Blank is not \
         zero, and nothing is averaged.</p>\n\
         <p>In the plots a dot is one number, a bar a range, and a broken bar with a head one that nothing bounds above. The \
         pale block is the range over all accounts, the one with a broken edge where most accounts meet, and a ring what the \
         source gave before. ≠ stands at an account that shares no number with where most meet. That \
         band is not a confidence interval.</p>\n<p>Policies:</p><ul>{policies}</ul></section></footer>\n",
        totals(reports)
    )
}

/// Sums over incidents under each policy, each with what it stands on.
fn totals(reports: &[Report]) -> String {
    if reports.iter().all(|r| r.incidents.len() < 2) {
        return String::new();
    }
    let row = |cells: &[String], name: &str| {
        let cells: String = cells.iter().map(|c| format!("<{name}>{}</{name}>", escape(c))).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let head = row(
        &["outcome".to_owned()].into_iter().chain(super::totals::HEAD.map(str::to_owned)).collect::<Vec<_>>(),
        "th",
    );
    let of = |total: &Total| {
        let outcome = super::words::outcome(total.outcome);
        let mut cells = super::totals::row(total);
        cells[0] = format!("{outcome}, {}", total.policy);
        row(&cells, "td")
    };
    let rows: String = reports.iter().flat_map(Report::totals).map(|total| of(&total)).collect();
    format!(
        "<section><h2>Totals</h2>\n<p>Lows and highs added up are worst cases, not a range of the sum.</p>\n\
         <table>\n{head}{rows}</table></section>\n"
    )
}
