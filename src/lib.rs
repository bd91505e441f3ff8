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
