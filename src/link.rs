//! Claims to incidents: what one text says of several, and what several texts say of one.
//!
//! A key that the input gives is kept and wins. All else is decided by place, date, words of discourse and shared
//! particulars, never by the toll: joining by the toll would erase the disagreement that is to be shown.

mod capitals;
mod divide;
mod join;
mod locate;
mod mark;
mod name;
mod near;
mod review;
mod rule;
mod scene;
mod score;
mod told;

pub use mark::mark;
pub use review::{Decision, Pair, Refused, Telling, Verdict, pair_id};
pub use rule::{Apart, Late, Near, Rule, Score, Weight};
pub use scene::given;
pub use score::Common;

use crate::{claim::Claim, document::Document, place::Gazetteer};
use scene::Scene;

/// What decides which claims are about one incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Place, date and particulars, within texts and across them.
    #[default]
    Text,
    /// Every document reports one incident of its own.
    Document,
    /// Documents whose ids share a folder report one incident.
    Folder,
}

/// What the user asks for.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// What decides.
    pub by: By,
    /// Windows and weights for [`By::Text`].
    pub rule: Rule,
    /// Where places are; without one, those that come with the program.
    pub places: Option<&'a Gazetteer>,
    /// What people have decided, which wins.
    pub decisions: Vec<Decision>,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linked {
    /// The incidents, in the order of their ids.
    pub incidents: Vec<Incident>,
    /// Pairs of tellings that people may decide better or have decided, the closest calls first.
    pub pairs: Vec<Pair>,
    /// Decisions that cannot be followed.
    pub refused: Vec<Refused>,
}

/// One occurrence at a place and time, to which claims are linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// The key that its claims carry.
    pub id: String,
    /// Where, as its first document has it.
    pub place: Option<String>,
    /// When: EDTF.
    pub event_date: Option<String>,
    /// The ids of the documents that tell of it, in order.
    pub documents: Vec<String>,
    /// How many claims it has.
    pub claims: usize,
    /// A text reports it: it is more than mentioned, and not the toll of a longer time.
    pub reported: bool,
    /// What its texts were joined by: the rarest names that most of them share; blank where there is one.
    pub joined_by: String,
    /// The countries between which nothing decides, where the name of the place is that of several.
    pub countries: Vec<String>,
}

/// Gives every claim the incident it is about, and its place and date where the text tells them. The incidents come in
/// the order of their ids, whatever the order of the input.
pub fn link(claims: &mut [Claim], documents: &[Document], options: &Options<'_>) -> Linked {
    // Unpacked where the first place is looked up, and not before.
    let known = || options.places.unwrap_or_else(|| Gazetteer::shipped());
    scene::enter(claims, documents, options.by, &known);
    let told: &[Claim] = claims;
    let scenes = scene::scenes(told, documents, &known);
    let (decided, refused) = review::followed(&scenes, &options.decisions);
    let join::Joined { groups, shared, asked } = join::join(&scenes, &options.rule, &decided);
    let names = name::names(&scenes, &groups);
    let mut of = vec![""; scenes.len()];
    groups.iter().zip(&names).for_each(|(group, name)| group.iter().for_each(|i| of[*i] = name));
    let pairs = asked.into_iter().map(|asked| pair(asked, &scenes, &of)).collect();
    let mut incidents: Vec<(Incident, Vec<usize>)> = groups
        .iter()
        .zip(names.iter().zip(shared))
        .map(|(group, (id, shared))| incident(id.clone(), shared, group.iter().map(|i| &scenes[*i]).collect(), told))
        .collect();
    incidents.sort_unstable_by(|a, b| a.0.id.cmp(&b.0.id));
    for (incident, of) in &incidents {
        of.iter().for_each(|i| claims[*i].incident = Some(incident.id.clone()));
    }
    Linked { incidents: incidents.into_iter().map(|(incident, _)| incident).collect(), pairs, refused }
}

/// An incident, and the places of its claims.
fn incident(id: String, joined_by: String, scenes: Vec<&Scene<'_>>, told: &[Claim]) -> (Incident, Vec<usize>) {
    let mut documents: Vec<String> = scenes.iter().map(|s| s.document.to_owned()).collect();
    documents.sort_unstable();
    documents.dedup();
    let claims: Vec<usize> = scenes.iter().flat_map(|s| s.claims.iter().copied()).collect();
    let place = scenes.iter().find_map(|s| s.place).map(str::to_owned);
    let event_date = scenes.iter().find_map(|s| s.event_date).map(str::to_owned);
    // One telling that decides decides for all.
    let decided = scenes.iter().any(|s| !s.points.is_empty() && s.countries.is_empty());
    let open = scenes.iter().map(|s| &s.countries).find(|c| !decided && !c.is_empty());
    let countries = open.into_iter().flatten().map(|c| (*c).to_owned()).collect();
    let reported = claims.iter().any(|i| scene::is_reported(&told[*i]));
    (Incident { id, place, event_date, documents, claims: claims.len(), reported, joined_by, countries }, claims)
}

/// A pair as people see it.
fn pair(asked: review::Asked, scenes: &[Scene<'_>], of: &[&str]) -> Pair {
    let side = |i: usize| Telling {
        name: scenes[i].key.to_owned(),
        incident: of[i].to_owned(),
        published: scenes[i].published.map(str::to_owned),
        place: scenes[i].place.map(str::to_owned),
        event_date: scenes[i].event_date.map(str::to_owned),
        sentence: scenes[i].sentence.to_owned(),
    };
    let mut sides = [side(asked.one), side(asked.other)];
    if sides[1].name < sides[0].name {
        sides.reverse();
    }
    let id = pair_id(&sides[0].name, &sides[1].name);
    Pair { id, joined: asked.joined, common: asked.common, shared: asked.shared, sides }
}
