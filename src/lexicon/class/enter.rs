//! From the tables of a lexicon file to entries.

use super::super::{
    Entry, Lexicon,
    letters::ShortWord,
    short::{self, SHORT},
};
use super::{Class, Classes, Form, OutcomeVerb, OutcomeWord, Table};
use crate::{
    claim::{Outcome, Victims},
    token::WordId,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// `[class]`, `[noun]`, `[shade]`, `[scope]`, `[speech]`.
pub(in crate::lexicon) fn enter_table(lexicon: &mut Lexicon, name: &str, table: &Table) -> Result<(), String> {
    table.iter().try_for_each(|(key, words)| enter_class(lexicon, &format!("{name}.{key}"), words))
}

/// `[victims]`: the group a noun names.
pub(in crate::lexicon) fn enter_victims(lexicon: &mut Lexicon, table: &BTreeMap<Victims, Vec<String>>) {
    for (&victims, words) in table {
        for word in words {
            lexicon.entry_mut(word).victims.get_or_insert(victims);
        }
    }
}

/// `[bodies]`: the group of those who serve in it.
pub(in crate::lexicon) fn enter_bodies(lexicon: &mut Lexicon, table: &BTreeMap<Victims, Vec<String>>) {
    for (&group, words) in table {
        words.iter().for_each(|word| lexicon.entry_mut(word).serves = Some(group));
    }
}

/// `[outcome.*]`: the words that carry an outcome.
pub(in crate::lexicon) fn enter_outcomes(
    lexicon: &mut Lexicon,
    table: &BTreeMap<Outcome, Table>,
) -> Result<(), String> {
    for (&outcome, keys) in table {
        for (key, words) in keys {
            let mut each = |set: fn(&mut OutcomeWord, Outcome)| {
                words.iter().for_each(|w| set(&mut lexicon.entry_mut(w).outcome, outcome));
            };
            match key.as_str() {
                "harm_verb" => {
                    let forms: Vec<String> =
                        words.iter().flat_map(|w| w.split_whitespace()).map(str::to_owned).collect();
                    enter_class(lexicon, &format!("outcome.{outcome}.{key}"), &forms)?;
                }
                "adjective" => each(|w, o| w.adjective = Some(o)),
                "count" => each(|w, o| w.count = Some(o)),
                "toll" => each(|w, o| w.toll = Some(o)),
                "people" => each(|w, o| w.people = Some(o)),
                "transitive" | "intransitive" => {
                    for verb in words {
                        enter_verb(lexicon, outcome, verb, key == "transitive")?;
                    }
                }
                "by_own_hand" => {
                    for verb in words {
                        enter_verb(lexicon, outcome, verb, false)?;
                        let forms: Vec<String> = verb.split_whitespace().map(|f| f.replace('_', " ")).collect();
                        enter_class(lexicon, "noun.suicide", &forms)?;
                    }
                }
                _ => enter_class(lexicon, &format!("outcome.{outcome}.{key}"), words)?,
            }
        }
    }
    Ok(())
}

pub(super) fn enter_class(lexicon: &mut Lexicon, key: &str, words: &[String]) -> Result<(), String> {
    let class = Class::of_key(key).ok_or_else(|| format!("no class is named “{key}”"))?;
    words.iter().for_each(|w| lexicon.entry_mut(w).classes.add(class));
    Ok(())
}

/// The five forms of a verb: base, third person, past, participle, -ing.
pub(super) fn enter_verb(lexicon: &mut Lexicon, outcome: Outcome, verb: &str, transitive: bool) -> Result<(), String> {
    let forms: Vec<String> = verb.split_whitespace().map(|f| f.replace('_', " ")).collect();
    let [base, third, past, participle, ing] = forms.as_slice() else {
        return Err(format!("“{verb}” should have five forms: base, third person, past, participle, -ing"));
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

/// Reads the word list, as `data/lexicon/make_words.py` lays it out; `#` begins a comment.
pub(in crate::lexicon) fn enter_list(lexicon: &mut Lexicon, list: &str) -> Result<(), String> {
    let mut signs = Signs { classes: [Classes::default(); 256], alone: [0; 256], with: FxHashMap::default() };
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        match line.as_bytes() {
            [sign, b' ', ..] => signs.learn(lexicon, *sign, &line[2..])?,
            words => enter_words(lexicon, words, &mut signs),
        }
    }
    Ok(())
}

/// What the signs of a word list stand for.
struct Signs {
    classes: [Classes; 256],
    /// The place of the entry of a word that has no other.
    alone: [u16; 256],
    /// The place of what an entry is with a sign: a word does not change what others share with it.
    with: FxHashMap<(u16, u8), u16>,
}

impl Signs {
    fn learn(&mut self, lexicon: &mut Lexicon, sign: u8, names: &str) -> Result<(), String> {
        let classes = &mut self.classes[usize::from(sign)];
        for name in names.split(' ') {
            classes.add(Class::of_key(name).ok_or_else(|| format!("no class is named “{name}”"))?);
        }
        self.alone[usize::from(sign)] = lexicon.push(Entry { classes: *classes, ..Entry::default() });
        Ok(())
    }

    /// Gives a word what a sign stands for.
    #[inline]
    fn give(&mut self, lexicon: &mut Lexicon, word: WordId, sign: u8) {
        let at = word.0 as usize;
        lexicon.places[at] = match lexicon.places[at] {
            0 => self.alone[usize::from(sign)],
            place => self.joined(lexicon, place, sign),
        };
    }

    /// The place of what an entry is with a sign. A word of a table is of no kind and no adverb by the list as well.
    fn joined(&mut self, lexicon: &mut Lexicon, place: u16, sign: u8) -> u16 {
        const KINDS: &[Class] = &[Class::Person, Class::Persons, Class::Animal, Class::Thing, Class::Crowd];
        *self.with.entry((place, sign)).or_insert_with(|| {
            let mut entry = lexicon.entries[usize::from(place)].clone();
            let known = entry.classes;
            let no_kind = if known.any(KINDS) { KINDS } else { &[] };
            let no_adverb: &[Class] = if known.none() { &[] } else { &[Class::Adverb] };
            let more = self.classes[usize::from(sign)].without(no_kind).without(no_adverb);
            entry.classes = known.and(more);
            lexicon.push(entry)
        })
    }
}

/// Enters a line of words. All are read before the first is looked up, so that the processor need not wait for each.
fn enter_words(lexicon: &mut Lexicon, mut words: &[u8], signs: &mut Signs) {
    let (mut key, mut short_words) = (0, Vec::with_capacity(words.len() / 3));
    while let Some((shared, own)) = words.split_first() {
        let shared = usize::from(shared.wrapping_sub(b'A')) % SHORT;
        let kept = key & !(u128::MAX << (8 * shared));
        let length;
        match ShortWord::at(own) {
            Some(short) if shared + short.length <= SHORT => {
                (key, length) = (kept | short.key << (8 * shared), short.length);
                short_words.push((key, own[length]));
            }
            _ => {
                length = own.iter().take_while(|b| b.is_ascii_lowercase()).count();
                let word = [&kept.to_le_bytes()[..shared], &own[..length]].concat();
                key = short::key(&word);
                let id = lexicon.word_id(&word);
                signs.give(lexicon, id, own.get(length).copied().unwrap_or_default());
            }
        }
        words = own.get(length + 1..).unwrap_or_default();
    }
    for (key, sign) in short_words {
        let id = lexicon.short_id(key);
        signs.give(lexicon, id, sign);
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
