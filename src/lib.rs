//! `tollbook` reads reported tolls, keeps them as ranges, and reconciles them into tables that show where sources
//! disagree.
//!
//! ```text
//! bytes ──read──▶ Document ──extract──▶ Claim ──link──▶ Incident ──tally──▶ Account ──reconcile──▶ Report ──write──▶ bytes
//!                     (a table of claims enters here ▲)                        ▲ Policy
//! ```
//!
//! *What was said* ([`figure::Figure`], [`claim::Claim`]) and *what it is taken to mean* ([`range::Range`], by a
//! [`policy`]) are kept apart and meet in one function.
//!
//! # The rooms
//!
//! | room | what it does | what it must not know |
//! | --- | --- | --- |
//! | [`figure`], [`range`], [`claim`], [`document`], [`source`], [`date`], [`place`], [`token`], [`lexicon`], [`error`] | plain types and the words of a language | anything below |
//! | [`read`] | bytes to documents or claims, a file for each format | policies, reports |
//! | [`extract`] | a document to claims, a file for each step | policies, reports |
//! | [`link`] | claims to incidents: by place, time, discourse and shared names, never by the toll | policies, reports |
//! | [`account`], [`policy`], [`reconcile`], [`report`], [`period`], [`lint`], [`statistics`] | accounts, how they are taken, and what comes out | texts, tokens, outputs |
//! | [`mod@write`] | a report or claims to bytes, a file for each format | texts, how a finding came to be |
//! | [`cli`] | a file for each verb; the only room that opens files and talks to the terminal | – |
//!
//! `tests/laws.rs` reads the `use` lines and holds this. Words of a language and rules of a policy are data (`data/lexicon`,
//! `data/policy`); no English word stands in the grammar.
//!
//! # What always holds
//!
//! 1. A text cut by a claim's span is the claim's phrase, to the letter.
//! 2. No claim is lost or counted twice: each is in one account, or set aside for one reason.
//! 3. Of low, best and high none is above the next, and a dispute is never averaged away.
//! 4. An origin quoted by ten outlets is one account, and a part is not added to what it is part of.
//! 5. Neither the order of the input nor the number of threads changes a byte of what comes out.
//! 6. Nothing that is read makes the program panic; a row that cannot be used is named, and the others go through.
//! 7. A policy has an answer for whatever a figure can say, a blank too.
//! 8. Claims that were written can be read back the same.

pub mod account;
pub mod claim;
pub mod cli;
pub mod date;
pub mod document;
pub mod error;
pub mod extract;
pub mod figure;
pub mod lexicon;
pub mod link;
pub mod lint;
pub mod period;
pub mod place;
pub mod policy;
pub mod range;
pub mod read;
pub mod reconcile;
pub mod report;
pub mod source;
pub mod statistics;
pub mod token;
pub mod write;
