//! The way of a figure: the words in their sentence, how they read, whose account they are in, what came out.

use super::{underline::underline, words};
use crate::{
    claim::{Claim, Step, Trace},
    report::{Account, Cell, Finding, Incident, Report},
};
use rustc_hash::FxHashMap;

/// What a figure is asked for by. Everything that fits is explained.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    /// The claim with this id.
    Claim(&'a str),
    /// Findings: of this incident where one is named, of this outcome where one is.
    Finding {
        /// The incident's name.
        incident: Option<&'a str>,
        /// The outcome's name.
        outcome: Option<&'a str>,
    },
}

/// The explanation, in lines of at most `width` columns where sentences are concerned; empty where nothing fits. `traces`
/// tell how claims were read; those that came as rows have none.
pub fn explain(report: &Report, claims: &[Claim], traces: &[Trace], asked: Asked, width: usize) -> String {
    let by_id: FxHashMap<&str, &Claim> = claims.iter().map(|c| (c.claim.as_str(), c)).collect();
    let traces: FxHashMap<&str, &Trace> = traces.iter().map(|t| (t.claim.as_str(), t)).collect();
    let page = Page { report, by_id, traces, width };
    match asked {
        Asked::Claim(id) => page.by_id.get(id).map(|claim| page.claim_alone(claim)).unwrap_or_default(),
        Asked::Finding { incident, outcome } => {
            let incidents = report.incidents.iter().filter(|i| incident.is_none_or(|name| i.id == name));
            incidents.map(|i| page.incident(i, outcome)).collect()
        }
    }
}

struct Page<'a> {
    report: &'a Report,
    by_id: FxHashMap<&'a str, &'a Claim>,
    traces: FxHashMap<&'a str, &'a Trace>,
    width: usize,
}

impl Page<'_> {
    fn incident(&self, incident: &Incident, outcome: Option<&str>) -> String {
        let asked: Vec<&Finding> =
            incident.findings.iter().filter(|f| outcome.is_none_or(|name| f.outcome.name() == name)).collect();
        if asked.is_empty() {
            return String::new();
        }
        let findings: String = asked.iter().map(|f| self.finding(incident, f)).collect();
        let aside = incident.set_aside.iter().filter_map(|s| {
            let claim = self.by_id.get(s.claim.as_str())?;
            let fits = outcome.is_none_or(|name| claim.outcome.name() == name);
            fits.then(|| format!("  set aside: {}\n{}", s.reason, self.claim(claim)))
        });
        format!("{}\n\n{findings}{}", words::heading(incident), aside.collect::<String>())
    }

    fn finding(&self, incident: &Incident, finding: &Finding) -> String {
        let accounts = incident.accounts.iter().filter_map(|account| {
            let cell = account.cells.iter().find(|c| c.outcome == finding.outcome && c.victims == finding.victims)?;
            Some(self.account(account, cell, finding))
        });
        format!("{}{}", self.answer(finding), accounts.collect::<String>())
    }

    /// What came out, why, and under which policy.
    fn answer(&self, finding: &Finding) -> String {
        let best = finding.best.map_or("no best".to_owned(), |n| format!("best {n}"));
        let mut out = format!(
            "{} {}: {}, {best}, {}\n  because: {}\n  policy: {}",
            words::outcome(finding.outcome),
            finding.victims,
            finding.display,
            words::verdict(finding.verdict),
            finding.reason,
            self.report.policy,
        );
        if !self.report.basis.is_empty() {
            out.push_str(&format!(", {}", self.report.basis));
        }
        out.push_str("\n\n");
        out
    }

    fn account(&self, account: &Account, cell: &Cell, finding: &Finding) -> String {
        let apart = if words::is_apart(cell, finding) { ", apart from where most accounts meet" } else { "" };
        let range = cell.range.map_or("no number under the policy".to_owned(), |r| format!("taken as {r}"));
        let name = words::account_line(account);
        let mut out = format!("  {name}\n  says {}, {range}{apart}\n", words::said(cell));
        for old in &cell.history {
            let when = old.at.as_deref().map(|at| format!(", {}", words::date(at))).unwrap_or_default();
            out.push_str(&format!("  replaces {}{when}\n", old.said));
        }
        out.extend(cell.claims.iter().filter_map(|id| self.by_id.get(id.as_str())).map(|claim| self.claim(claim)));
        out.push('\n');
        out
    }

    /// The words in their sentence, how they read, and where they stand.
    fn claim(&self, claim: &Claim) -> String {
        let literal = claim.figure.literal();
        let reading = literal.map_or("no number of its own".to_owned(), |r| format!("reads {r}"));
        let marked = underline(&claim.sentence, &claim.phrase, self.width.saturating_sub(4));
        let sentence: String = marked.lines().map(|line| format!("    {line}\n")).collect();
        let known = [claim.outlet.clone(), claim.published.as_deref().map(words::date)];
        let known: String = known.into_iter().flatten().map(|text| format!(", {text}")).collect();
        format!(
            "{sentence}    “{}”, {}, {reading}; {} {}, {}\n    {} at {}–{}{known} [{}]\n",
            claim.phrase,
            claim.figure.qualifier,
            claim.outcome,
            claim.victims,
            claim.role,
            claim.document,
            claim.start,
            claim.end,
            claim.claim,
        ) + &self.traces.get(claim.claim.as_str()).map(|trace| read(trace)).unwrap_or_default()
    }

    /// A claim, then the account it is in or why it is in none.
    fn claim_alone(&self, claim: &Claim) -> String {
        let mut out = self.claim(claim);
        for incident in &self.report.incidents {
            for account in incident.accounts.iter().filter(|a| a.claims.contains(&claim.claim)) {
                out.push_str(&format!("\n{}\n", words::heading(incident)));
                for cell in account.cells.iter().filter(|c| c.outcome == claim.outcome && c.victims == claim.victims) {
                    let finding =
                        incident.findings.iter().find(|f| f.outcome == cell.outcome && f.victims == cell.victims);
                    let range = cell.range.map_or("no number under the policy".to_owned(), |r| format!("taken as {r}"));
                    out.push_str(&format!("  account: {} says {}, {range}\n\n", account.name, words::said(cell)));
                    out.extend(finding.map(|f| self.answer(f)));
                }
            }
        }
        let aside = self.report.incidents.iter().flat_map(|i| &i.set_aside).chain(&self.report.set_aside);
        out.extend(aside.filter(|s| s.claim == claim.claim).map(|s| format!("  set aside: {}\n", s.reason)));
        out
    }
}

/// How a claim was read, a step a line.
fn read(trace: &Trace) -> String {
    let line = |step: &Step| {
        let saw = if step.saw.is_empty() { String::new() } else { format!("“{}”: ", joined(&step.saw)) };
        format!("      {:<10} {saw}{}\n", step.step, step.made)
    };
    trace.steps.iter().map(line).collect()
}

/// Words of the text on one line.
fn joined(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
