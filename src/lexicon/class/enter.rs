//! From the tables of a lexicon file to entries.

use super::super::Lexicon;
use super::{Class, Form, OutcomeVerb, OutcomeWord, Table};
use crate::claim::{Outcome, Victims};
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

/// Reads the word list: a class, then its words in small letters, a line each; `#` begins a comment.
pub(in crate::lexicon) fn enter_list(lexicon: &mut Lexicon, list: &str) -> Result<(), String> {
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        let Some((name, words)) = line.split_once(' ') else { continue };
        let key = match name {
            "verb_base" | "verb_s" | "verb_past" | "verb_ing" | "adjective" | "period" => name.to_owned(),
            "verb_too_base" | "verb_too_s" => continue,
            "verb_too_past" => "verb_past".to_owned(),
            "verb_too_ing" => "verb_ing".to_owned(),
            "adverb" => "class.adverb".to_owned(),
            _ => format!("noun.{name}"),
        };
        let class = Class::of_key(&key).ok_or_else(|| format!("no class is named “{name}”"))?;
        let kinds = [Class::Person, Class::Persons, Class::Animal, Class::Thing, Class::Crowd];
        let mut with = FxHashMap::default();
        let mut from = 0;
        for end in memchr::memchr_iter(b' ', words.as_bytes()).chain([words.len()]) {
            let word = lexicon.word_id(&words[std::mem::replace(&mut from, end + 1)..end]);
            let classes = lexicon.entry(word).classes;
            let known = kinds.contains(&class) && classes.any(&kinds) || class == Class::Adverb && !classes.none();
            if !known && !classes.has(class) {
                lexicon.add_class(word, class, &mut with);
            }
        }
    }
    Ok(())
}
