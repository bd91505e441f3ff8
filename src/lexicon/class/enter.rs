//! From the tables of a lexicon file to entries.

use super::super::{
    Entry, Lexicon,
    file::Item,
    letters::ShortWord,
    short::{self, SHORT},
};
use super::{Class, Form, OutcomeVerb, OutcomeWord};
use crate::{claim::Outcome, token::WordId};
use rustc_hash::FxHashMap;

/// `[class]`, `[noun]`, `[shade]`, `[scope]`, `[speech]`.
pub(in crate::lexicon) fn enter_table(lexicon: &mut Lexicon, table: Item) -> Result<(), String> {
    for list in table.items()? {
        enter_class(lexicon, &format!("{}.{}", table.name, list.name), &mut list.words()?)?;
    }
    Ok(())
}

/// `[victims]`: the group a noun names.
pub(in crate::lexicon) fn enter_victims(lexicon: &mut Lexicon, table: Item) -> Result<(), String> {
    for list in table.items()? {
        let victims = Some(list.named()?);
        list.words()?.for_each(|word| lexicon.entry_mut(word).victims = victims);
    }
    Ok(())
}

/// `[bodies]`: the group of those who serve in it.
pub(in crate::lexicon) fn enter_bodies(lexicon: &mut Lexicon, table: Item) -> Result<(), String> {
    for list in table.items()? {
        let group = Some(list.named()?);
        list.words()?.for_each(|word| lexicon.entry_mut(word).serves = group);
    }
    Ok(())
}

/// `[outcome.*]`: the words that carry an outcome.
pub(in crate::lexicon) fn enter_outcomes(lexicon: &mut Lexicon, tables: Item) -> Result<(), String> {
    for table in tables.items()? {
        let outcome = table.named()?;
        for list in table.items()? {
            enter_outcome(lexicon, outcome, list)?;
        }
    }
    Ok(())
}

fn enter_outcome(lexicon: &mut Lexicon, outcome: Outcome, list: Item) -> Result<(), String> {
    let class = || format!("outcome.{outcome}.{}", list.name);
    let mut words = list.words()?;
    let mut each = |set: fn(&mut OutcomeWord, Outcome)| {
        words.by_ref().for_each(|w| set(&mut lexicon.entry_mut(w).outcome, outcome));
        Ok(())
    };
    match list.name {
        "adjective" => each(|w, o| w.adjective = Some(o)),
        "count" => each(|w, o| w.count = Some(o)),
        "toll" => each(|w, o| w.toll = Some(o)),
        "people" => each(|w, o| w.people = Some(o)),
        "transitive" | "intransitive" => {
            let transitive = list.name == "transitive";
            words.try_for_each(|verb| enter_verb(lexicon, outcome, &forms(verb), transitive))
        }
        "by_own_hand" => words.try_for_each(|verb| {
            let forms = forms(verb);
            enter_verb(lexicon, outcome, &forms, false)?;
            enter_class(lexicon, "noun.suicide", &mut forms.iter().map(String::as_str))
        }),
        "harm_verb" => enter_class(lexicon, &class(), &mut words.flat_map(str::split_ascii_whitespace)),
        _ => enter_class(lexicon, &class(), &mut words),
    }
}

fn enter_class(lexicon: &mut Lexicon, key: &str, words: &mut dyn Iterator<Item = &str>) -> Result<(), String> {
    let class = Class::of_key(key).ok_or_else(|| format!("no class is named “{key}”"))?;
    words.for_each(|word| lexicon.entry_mut(word).classes.add(class));
    Ok(())
}

/// The forms of a verb, which stand one behind the other.
fn forms(verb: &str) -> Vec<String> {
    verb.split_ascii_whitespace().map(|form| form.replace('_', " ")).collect()
}

/// The five forms of a verb: base, third person, past, participle, -ing.
fn enter_verb(lexicon: &mut Lexicon, outcome: Outcome, forms: &[String], transitive: bool) -> Result<(), String> {
    let [base, third, past, participle, ing] = forms else {
        let told = forms.join(" ");
        return Err(format!("“{told}” should have five forms: base, third person, past, participle, -ing"));
    };
    let forms = [
        (ing, Form::Ing),
        (base, Form::Base),
        (third, Form::Third),
        (participle, Form::Participle),
        (past, Form::Past), // last: where past and participle are one word, it is both
    ];
    for (word, form) in forms {
        let entry = &mut lexicon.entry_mut(word).outcome.verb;
        let known = entry.get_or_insert(OutcomeVerb { outcome, form, transitive: false, intransitive: false });
        known.form = form;
        known.transitive |= transitive;
        known.intransitive |= !transitive;
    }
    Ok(())
}

/// Reads the word list, as `data/lexicon/make_words.py` lays it out; `#` begins a comment. Every word gets a number, and none is
/// looked up before all are read, so that the processor need not wait for each.
pub(in crate::lexicon) fn enter_list(lexicon: &mut Lexicon, list: &str) -> Result<(), String> {
    let (first, mut known, mut signs) = (lexicon.places.len(), Vec::new(), [0; 256]);
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        match line.as_bytes() {
            [sign, b' ', ..] => signs[usize::from(*sign)] = learn(lexicon, &line[2..])?,
            words => number_words(lexicon, words, &signs, &mut known),
        }
    }
    known.extend(lexicon.short.enter_from(first));
    join(lexicon, &known);
    Ok(())
}

/// The place of what a sign of a word list stands for.
fn learn(lexicon: &mut Lexicon, names: &str) -> Result<u16, String> {
    let mut entry = Entry::default();
    for name in names.split(' ') {
        entry.classes.add(Class::of_key(name).ok_or_else(|| format!("no class is named “{name}”"))?);
    }
    Ok(lexicon.push(entry))
}

/// Gives each word of a line a number, and what its sign stands for. `known`: those that had one.
fn number_words(lexicon: &mut Lexicon, mut words: &[u8], signs: &[u16; 256], known: &mut Vec<(WordId, WordId)>) {
    let mut key = 0;
    while let Some((shared, own)) = words.split_first() {
        let shared = usize::from(shared.wrapping_sub(b'A')) % SHORT;
        let kept = key & !(u128::MAX << (8 * shared));
        let sign = |length: usize| signs[usize::from(own.get(length).copied().unwrap_or_default())];
        let length;
        match ShortWord::at(own) {
            Some(short) if shared + short.length <= SHORT => {
                (key, length) = (kept | short.key << (8 * shared), short.length);
                lexicon.number(key, sign(length));
            }
            _ => {
                length = own.iter().take_while(|b| b.is_ascii_lowercase()).count();
                let word = [&kept.to_le_bytes()[..shared], &own[..length]].concat();
                key = short::key(&word);
                let new = lexicon.number(if short::fits(&word) { key } else { 0 }, sign(length));
                if !short::fits(&word) {
                    known.push((*lexicon.long.entry(word.into()).or_insert(new), new));
                }
            }
        }
        words = own.get(length + 1..).unwrap_or_default();
    }
}

/// Gives words of a table what the list says of them: a word does not change what others share with it. A word of a table is of
/// no kind and no adverb by the list as well.
fn join(lexicon: &mut Lexicon, words: &[(WordId, WordId)]) {
    const KINDS: &[Class] = &[Class::Person, Class::Persons, Class::Animal, Class::Thing, Class::Crowd];
    let mut joined = FxHashMap::default();
    for (word, listed) in words.iter().filter(|(word, listed)| word != listed) {
        let both = (lexicon.places[word.0 as usize], lexicon.places[listed.0 as usize]);
        lexicon.places[word.0 as usize] = *joined.entry(both).or_insert_with(|| {
            let mut entry = lexicon.entries[usize::from(both.0)].clone();
            let known = entry.classes;
            let no_kind = if known.any(KINDS) { KINDS } else { &[] };
            let no_adverb: &[Class] = if known.none() { &[] } else { &[Class::Adverb] };
            entry.classes = known.and(lexicon.entries[usize::from(both.1)].classes.without(no_kind).without(no_adverb));
            lexicon.push(entry)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Lexicon};

    #[test]
    fn a_word_of_a_list_is_told_by_what_differs_from_the_one_before() {
        let list = "# of no language\n! noun.person\n$ verb_s noun.thing\nAqabber!Gs$\nAqxyzqxyzqxyzqxyzqx!Pz$\nAtwo!Delfths$\n";
        let lexicon = Lexicon::load(include_str!("../../../data/lexicon/en.toml"), list).unwrap();
        let has = |word: &str, class| lexicon.entry(lexicon.id(word)).classes.has(class);
        for (person, thing) in [("qabber", "qabbers"), ("qxyzqxyzqxyzqxyzqx", "qxyzqxyzqxyzqxyz"), ("two", "twoelfths")]
        {
            assert!(has(person, Class::Person) && !has(person, Class::VerbS), "{person}");
            assert!(has(thing, Class::Thing) && has(thing, Class::VerbS), "{thing}");
        }
        assert!(lexicon.entry(lexicon.id("two")).figure.number() == Some(2) && !has("three", Class::Person));
    }
}
