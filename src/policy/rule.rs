//! The rules that ways of recording casualties have for disagreeing accounts, with their parameters.

use serde::Deserialize;

/// How low, best and high come of the accounts. The names are those of the policy files.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum Rule {
    /// Hull of all accounts; best is the median of the exact figures, held inside the band that most accounts share.
    Bands,
    /// Lowest low and highest high, no best.
    Hull {
        /// What an account without an upper bound does to high.
        #[serde(default)]
        open: Open,
        /// What is said of how well it is known.
        #[serde(default)]
        status: Status,
    },
    /// The lowest figure of all.
    Lowest,
    /// The latest alone; else what more than half give; else as said.
    Majority {
        /// What the latest account does.
        recency: Recency,
        /// Where no figure has more than half.
        otherwise: Otherwise,
    },
    /// Best from the most reliable, low and high from all.
    Reliable,
    /// The figure of the first kind of source in a ranking.
    Priority {
        /// Kinds of source, the first first.
        order: Vec<String>,
        /// The least number of accounts for a figure to be given.
        #[serde(default)]
        least: usize,
        /// What is taken of a range.
        take: OfRange,
        /// Whether kinds that are not ranked may give the figure.
        others: Others,
    },
    /// The latest account, the narrower of two at one time.
    Latest {
        /// What is taken of its range.
        take: OfRange,
    },
    /// What sources of this reliability count, published as a floor.
    Verified {
        /// The least reliability.
        reliability: u8,
    },
    /// The median of the middles of all accounts.
    Median,
    /// One value over reports, for low, best and high each by itself.
    Reports {
        /// Which value.
        take: Take,
    },
}

/// What an account without an upper bound does to high.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    /// High is open.
    #[default]
    Open,
    /// It counts as its low, and the reason says so.
    Floor,
}

/// What is said of how well a figure is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nothing.
    #[default]
    None,
    /// Accepted with two origins or more, else provisional.
    TwoOrigins,
    /// Confirmed, fair, weak or discounted.
    Grade,
}

/// What the latest account does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recency {
    /// It decides where it is alone; all vote otherwise.
    All,
    /// It decides where it is alone; only the latest vote otherwise.
    Latest,
    /// Nothing.
    Ignored,
}

/// What is given where no figure has a majority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Otherwise {
    /// The lowest.
    Lowest,
    /// Nothing.
    Undecided,
}

/// What is taken of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfRange {
    /// Low, best and high as they are.
    Range,
    /// Its low.
    Low,
    /// Its middle, rounded down.
    Mean,
}

/// Whether sources that are not ranked may give the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Others {
    /// After those that are.
    Last,
    /// Never: only that there were some is noted.
    Never,
}

/// Which of the values over reports is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Take {
    /// The smallest.
    Min,
    /// The most frequent, the smallest of those that tie.
    Mode,
    /// The largest.
    Max,
}
