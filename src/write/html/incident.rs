//! One incident of the page.

use super::super::{escape::escape, revisions, svg, words};
use crate::{
    claim::{Claim, Outcome, Victims},
    report::{Account, Cell, Finding, Incident, Report},
};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// What stands behind one section of the page.
pub(super) struct Section<'a> {
    pub(super) at: usize,
    pub(super) incident: &'a Incident,
    pub(super) main: &'a Report,
    pub(super) others: &'a [Report],
    pub(super) claims: &'a FxHashMap<&'a str, &'a Claim>,
}

impl Section<'_> {
    pub(super) fn html(&self) -> String {
        let findings = &self.incident.findings;
        let verdicts: BTreeSet<&str> = findings.iter().map(|f| f.verdict.name()).collect();
        let killed = findings.iter().find(|f| f.outcome == Outcome::Killed && f.victims == Victims::All);
        format!(
            "<section id=\"i{}\" data-at=\"{}\" data-date=\"{}\" data-gap=\"{}\" data-low=\"{}\" data-verdicts=\"{}\" data-words=\"{}\">\n\
             <h2>{}</h2>\n{}{}{}{}{}</section>\n",
            self.at,
            self.at,
            escape(self.incident.event_date.as_deref().unwrap_or("9999")),
            findings.iter().map(|f| f.measures.gap).max().unwrap_or(0),
            killed.and_then(|f| f.low).unwrap_or(0),
            verdicts.into_iter().collect::<Vec<_>>().join(" "),
            escape(&self.words()),
            escape(&words::heading(self.incident)),
            self.plots(),
            self.table(),
            self.notes(),
            self.policies(),
            self.sayings(),
        )
    }

    /// What a search looks through.
    fn words(&self) -> String {
        let i = self.incident;
        let mut words = vec![i.id.as_str()];
        words.extend(i.place.as_deref());
        words.extend(i.event_date.as_deref());
        words.extend(i.accounts.iter().flat_map(|a| a.outlets.iter().chain([&a.name])).map(String::as_str));
        words.sort_unstable();
        words.dedup();
        words.join(" ").to_lowercase()
    }

    fn plots(&self) -> String {
        let all = self.incident.findings.iter().filter(|f| f.victims == Victims::All);
        let figures = all.filter_map(|f| {
            let plot = svg::finding(self.incident, f)?;
            let over_time = revisions::finding(self.incident, f).map(|r| format!("<h4>revised</h4>\n{r}\n"));
            let (outcome, over_time) = (words::outcome(f.outcome), over_time.unwrap_or_default());
            Some(format!("<div><h3>{outcome}</h3>\n{plot}\n{over_time}</div>\n"))
        });
        format!("<div class=\"plots\">{}</div>\n", figures.collect::<String>())
    }

    /// The table of accounts. Cells and rows end where the next begins, as HTML has it: a page of many incidents is a
    /// sixteenth shorter without their closing tags.
    fn table(&self) -> String {
        let outcomes: Vec<Outcome> =
            Outcome::ALL.iter().copied().filter(|o| self.incident.findings.iter().any(|f| f.outcome == *o)).collect();
        let heads: String = outcomes.iter().map(|o| format!("<th scope=\"col\">{}", words::outcome(*o))).collect();
        let rows: String = self.incident.accounts.iter().map(|a| self.account(a, &outcomes)).collect();
        let foot = |label: &str, cell: fn(&Finding) -> String| {
            let find =
                |o: &Outcome| self.incident.findings.iter().find(|f| f.outcome == *o && f.victims == Victims::All);
            let cells = outcomes.iter().map(|o| format!("<td>{}", find(o).map(cell).unwrap_or_default()));
            format!("<tr><th scope=\"row\">{label}{}\n", cells.collect::<String>())
        };
        format!(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What each source says\"><table><caption>What each source says; every figure leads to its words</caption>\n\
             <thead><tr><th scope=\"col\">source{heads}\n<tbody>{rows}\n<tfoot>{}{}{}{}</table></div>\n",
            foot("low–high", |f| escape(&f.display)),
            foot("most accounts meet at", words::meeting),
            foot("best", |f| f.best.map_or("–".to_owned(), |n| n.to_string())),
            foot("verdict", |f| words::verdict(f.verdict).to_owned()),
        )
    }

    /// The row of an account, and one for each group that it names.
    fn account(&self, account: &Account, outcomes: &[Outcome]) -> String {
        let groups: BTreeSet<Victims> = account.cells.iter().map(|c| c.victims).chain([Victims::All]).collect();
        let row = |victims: Victims| {
            let cells = outcomes.iter().map(|o| {
                let cell = account.cells.iter().find(|c| c.outcome == *o && c.victims == victims);
                format!("<td>{}", cell.map(|c| self.cell(c)).unwrap_or_default())
            });
            let cells: String = cells.collect();
            match victims {
                Victims::All => {
                    let line = words::account_line(account);
                    let known = line.strip_prefix(&account.name).unwrap_or_default().trim_start_matches(" · ");
                    let (name, known) = (escape(&account.name), escape(known));
                    format!("<tr><th scope=\"row\"><bdi>{name}</bdi><br><small>{known}</small>{cells}\n")
                }
                group => format!("<tr class=\"group\"><th scope=\"row\">{}{cells}\n", words::group(group)),
            }
        };
        groups.into_iter().map(row).collect()
    }

    /// The figure, which leads to the words it came from, and what it replaced.
    fn cell(&self, cell: &Cell) -> String {
        let find = |f: &&Finding| f.outcome == cell.outcome && f.victims == cell.victims;
        let apart = self.incident.findings.iter().find(find).is_some_and(|f| words::is_apart(cell, f));
        let sign = if apart { "≠ " } else { "" };
        let mut out = self.linked(&format!("{sign}{}", words::said(cell)), &cell.claims);
        if !cell.history.is_empty() {
            let was = cell.history.iter().map(|old| {
                let when = old.at.as_deref().map(|at| format!(", {}", words::date(at))).unwrap_or_default();
                let down = if old.revised_down { ", revised down" } else { "" };
                format!("{}{}{down}", self.linked(&old.said, &old.claims), escape(&when))
            });
            out.push_str(&format!("<br><small>was {}</small>", was.collect::<Vec<_>>().join("; ")));
        }
        out
    }

    /// A figure that leads to the words of the claims it rests on: itself to the first, a number behind it to each further.
    fn linked(&self, figure: &str, claims: &[String]) -> String {
        let known: Vec<&String> = claims.iter().filter(|id| self.claims.contains_key(id.as_str())).collect();
        let link = |id: &str, text: &str| format!("<a href=\"#{}\">{}</a>", escape(id), escape(text));
        let Some((first, more)) = known.split_first() else { return escape(figure) };
        let more = more.iter().enumerate().map(|(n, id)| format!("<sup>{}</sup>", link(id, &(n + 2).to_string())));
        format!("{}{}", link(first, figure), more.collect::<String>())
    }

    fn notes(&self) -> String {
        let mut notes = words::notes(self.incident);
        notes.extend(
            self.incident
                .findings
                .iter()
                .filter(|f| f.victims == Victims::All && !f.reason.is_empty())
                .map(|f| format!("{}: {}", words::outcome(f.outcome), f.reason)),
        );
        notes.iter().map(|note| format!("<p class=\"said\">{}</p>\n", escape(note))).collect()
    }

    /// What other policies make of the same claims.
    fn policies(&self) -> String {
        if self.others.is_empty() {
            return String::new();
        }
        let all: Vec<&Finding> = self.incident.findings.iter().filter(|f| f.victims == Victims::All).collect();
        let heads: String = all.iter().map(|f| format!("<th scope=\"col\">{}", words::outcome(f.outcome))).collect();
        // Policies that make the same of the claims share a row.
        let mut rows: Vec<(Vec<String>, Vec<&str>)> = Vec::new();
        for report in std::iter::once(self.main).chain(self.others) {
            let Ok(found) = report.incidents.binary_search_by(|i| i.id.as_str().cmp(&self.incident.id)) else {
                continue;
            };
            let cells: Vec<String> = all.iter().map(|f| policy_cell(&report.incidents[found], f)).collect();
            match rows.iter_mut().find(|(same, _)| *same == cells) {
                Some((_, policies)) => policies.push(&report.policy),
                None => rows.push((cells, vec![&report.policy])),
            }
        }
        let row = |(cells, policies): &(Vec<String>, Vec<&str>)| {
            let cells: String = cells.iter().map(|cell| format!("<td>{}", escape(cell))).collect();
            format!("<tr><th scope=\"row\">{}{cells}\n", escape(&policies.join(", ")))
        };
        format!(
            "<details><summary>Under other policies</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Under other policies\"><table><thead><tr>\
             <th scope=\"col\">policy{heads}<tbody>{}</table></div></details>\n",
            rows.iter().map(row).collect::<String>()
        )
    }

    /// The words behind every figure, and those that were set aside.
    fn sayings(&self) -> String {
        let used = self.incident.accounts.iter().flat_map(|a| &a.claims).map(|id| (id, None));
        let aside = self.incident.set_aside.iter().map(|s| (&s.claim, Some(s.reason)));
        let quotes: String = used
            .chain(aside)
            .filter_map(|(id, reason)| {
                let claim = self.claims.get(id.as_str())?;
                let reason = reason.map(|r| format!(" · set aside: {r}")).unwrap_or_default();
                let known: Vec<String> = [
                    claim.origin.clone(),
                    claim.outlet.clone(),
                    claim.published.as_deref().map(words::date),
                    Some(format!("{}:{}–{}", claim.document, claim.start, claim.end)),
                ]
                .into_iter()
                .flatten()
                .collect();
                Some(format!(
                    "<blockquote id=\"{}\">{}<br><small>{} {}: {} · {}{}</small></blockquote>\n",
                    escape(&claim.claim),
                    marked(&claim.sentence, &claim.phrase),
                    claim.outcome,
                    claim.victims,
                    escape(&claim.figure.to_string()),
                    escape(&known.join(" · ")),
                    escape(&reason),
                ))
            })
            .collect();
        format!("<details><summary>The words</summary>\n{quotes}</details>\n")
    }
}

/// What another policy makes of a finding.
fn policy_cell(theirs: &Incident, finding: &Finding) -> String {
    let same = theirs.findings.iter().find(|t| t.outcome == finding.outcome && t.victims == finding.victims);
    let Some(same) = same else { return "–".to_owned() };
    match same.best {
        Some(best) if best.to_string() != same.display => format!("{}, best {best}", same.display),
        _ => same.display.clone(),
    }
}

/// The sentence with the phrase marked in it.
fn marked(sentence: &str, phrase: &str) -> String {
    let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    match sentence.split_once(&phrase) {
        Some((before, after)) if !phrase.is_empty() => {
            format!("{}<mark>{}</mark>{}", escape(before), escape(&phrase), escape(after))
        }
        _ => escape(sentence),
    }
}
