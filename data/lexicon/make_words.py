"""Cuts data/lexicon/en-words.txt from WordNet 3.0: nouns of persons, groups, animals, things and times, and verbs, each with
its inflected forms, so that no rule of English inflection stands in the program.

usage: make_words.py WORDNET_DICT_FOLDER > en-words.txt

The list is read where it lies in the program, at the beginning of every run. A line each tells what classes a sign stands for.
Then come the words in order, a line for each letter that they begin with; a word is told by a capital for how many letters it
shares with the one before, up to fifteen (A none, B one), by its further letters, and by its sign.
"""
import collections, os, pathlib, re, sys
D = pathlib.Path(sys.argv[1])
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
lexfile, cased = {}, collections.defaultdict(collections.Counter)
for pos in FILES:
    for line in (D / f"data.{pos}").open(encoding="latin1"):
        if line.startswith(" "):
            continue
        f = line.split(" ")
        lexfile[pos, f[0]] = int(f[1])
        for k in range(int(f[3], 16)):
            w = f[4 + 2 * k]
            cased[pos, w.lower()][w.islower()] += 1
count = collections.Counter()
for line in (D / "cntlist.rev").open():
    key, _, n = line.split()
    lemma, rest = key.split("%")
    count[lemma, {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}[rest[0]]] += int(n)
first = {}
for pos in FILES:
    for line in (D / f"index.{pos}").open(encoding="latin1"):
        if line.startswith(" "):
            continue
        f = line.split()
        lemma, p = f[0], int(f[3])
        if lemma.isalpha() and lemma.isascii() and len(lemma) > (1 if pos == "verb" else 2) and cased[pos, lemma][True]:
            first[lemma, pos] = lexfile[pos, f[4 + p + 2]]
irregular = collections.defaultdict(list)
for pos in ("noun", "verb"):
    for line in (D / f"{pos}.exc").open():
        form, *lemmas = line.split()
        for lemma in lemmas:
            if form.isalpha():
                irregular[pos, lemma].append(form)

def es(w):
    if w.endswith("man") and not w.endswith(("human", "german")): return w[:-3] + "men"
    if re.search("(s|x|z|ch|sh)$", w): return w + "es"
    if re.search("[^aeiou]y$", w): return w[:-1] + "ies"
    return w + "s"

def doubled(w):
    return bool(re.search("^[^aeiou]*[aeiou][bdgklmnprtv]$", w)) and not w.endswith(("w", "x", "y"))

def ed(w):
    if w.endswith("e"): return w + "d"
    if re.search("[^aeiou]y$", w): return w[:-1] + "ied"
    return w + (w[-1] if doubled(w) else "") + "ed"

def ing(w):
    if w.endswith("ie"): return w[:-2] + "ying"
    if w.endswith("e") and not w.endswith(("ee", "oe", "ye")): return w[:-1] + "ing"
    return w + (w[-1] if doubled(w) else "") + "ing"

out = collections.defaultdict(set)
poses = ("noun", "verb", "adj", "adv")
for (w, pos), kind in first.items():
    mine = count[w, pos]
    others = max(count[w, p] for p in poses if p != pos)
    if pos == "noun":
        name = {18: "noun.person", 5: "noun.animal", 6: "noun.thing", 28: "period"}.get(kind)
        alone = not any((w, p) in first for p in ("verb", "adj"))
        if name == "noun.person" and mine * 3 < others: name = None
        if name in ("noun.animal", "noun.thing", "period") and not (mine >= 1 and mine >= others or alone and len(w) < 8): name = None
        if name == "noun.person" and mine == 0 and len(w) > 14: name = None
        if name:
            out[name].add(w)
            for form in irregular["noun", w] or [es(w)]:
                out["noun.persons" if name == "noun.person" else name].add(form)
    if pos == "verb" and (mine >= 2) and mine >= others / 4:
        forms = irregular["verb", w]
        ings = [f for f in forms if f.endswith("ing")] or [ing(w)]
        pasts = [f for f in forms if not f.endswith("ing") and not f.endswith("s")]
        if not any(True for f in pasts): pasts = [ed(w)]
        if mine >= others:
            out["verb_base"].add(w)
            out["verb_s"].add(es(w))
        out["verb_past"].update(pasts)
        out["verb_ing"].update(ings)
    if pos == "adj" and mine >= 2 and mine >= others: out["adjective"].add(w)
    if pos == "adv" and not w.endswith("ly") and mine >= 2 and mine >= others and w not in out["adjective"]: out["class.adverb"].add(w)
# --- the list ---
# A noun is of one kind.
kinds = ("noun.animal", "noun.person", "noun.persons", "noun.thing")
for n, kind in enumerate(kinds):
    out[kind].difference_update(*(out[before] for before in kinds[:n]))
does = {word: " ".join(name for name in sorted(out) if word in out[name]) for word in sorted(set().union(*out.values()))}
usual = [classes for classes, _ in sorted(collections.Counter(does.values()).items(), key=lambda c: (-c[1], c[0]))]
SIGNS = "!$%&()*+,-./0123456789:;<=>?@[]^_`{|}~"
assert len(usual) <= len(SIGNS)
sign = dict(zip(usual, SIGNS))
text, before = "", ""
for word, classes in does.items():
    shared = min(15, len(os.path.commonprefix([before, word])))
    text += ("" if shared else "\n") + chr(ord("A") + shared) + word[shared:] + sign[classes]
    before = word
print("# Cut from WordNet 3.0 by data/lexicon/make_words.py, which says how it is laid out; its notice stands in data/lexicon/WORDNET.txt.")
print("# en.toml wins where both name a word.")
print(*(f"{sign[classes]} {classes}" for classes in usual), sep="\n", end="")
print(text)
