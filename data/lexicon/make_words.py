"""Cuts data/lexicon/en-words.txt.deflate from WordNet 3.0: nouns of persons, groups, animals, things and times, and verbs, each with
its inflected forms, so that no rule of English inflection stands in the program.

usage: make_words.py WORDNET_DICT_FOLDER > en-words.txt.deflate

To look at it: python3 -c "import sys, zlib; print(zlib.decompress(sys.stdin.buffer.read(), -15).decode())" < en-words.txt.deflate
"""
import collections, pathlib, re, sys
import zopfli.gzip
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
        name = {18: "person", 5: "animal", 6: "thing", 28: "period"}.get(kind)
        alone = not any((w, p) in first for p in ("verb", "adj"))
        if name == "person" and mine * 3 < others: name = None
        if name in ("animal", "thing", "period") and not (mine >= 1 and mine >= others or alone and len(w) < 8): name = None
        if name == "person" and mine == 0 and len(w) > 14: name = None
        if name:
            out[name].add(w)
            for form in irregular["noun", w] or [es(w)]:
                out[name if name in ("thing", "noun", "animal", "period") else "persons"].add(form)
    if pos == "verb" and (mine >= 2) and mine >= others / 4:
        forms = irregular["verb", w]
        ings = [f for f in forms if f.endswith("ing")] or [ing(w)]
        pasts = [f for f in forms if not f.endswith("ing") and not f.endswith("s")]
        if not any(True for f in pasts): pasts = [ed(w)]
        name = "verb" if mine >= others else "verb_too"
        out[name + "_base"].add(w)
        out[name + "_s"].add(es(w))
        out[name + "_past"].update(pasts)
        out[name + "_ing"].update(ings)
    if pos == "adj" and mine >= 2 and mine >= others: out["adjective"].add(w)
    if pos == "adv" and not w.endswith("ly") and mine >= 2 and mine >= others: out["adverb"].add(w)
lines = [
    "# Cut from WordNet 3.0 by data/lexicon/make_words.py; its notice stands in data/lexicon/WORDNET.txt.",
    "# A class, then its words. en.toml wins where both name a word.",
]
lines += [" ".join([name, *sorted(out[name])]) for name in sorted(out)]
text = "".join(line + "\n" for line in lines)
# Raw deflate, as tightly as it goes: a third of the room in the program.
sys.stdout.buffer.write(zopfli.gzip.compress(text.encode(), numiterations=50)[10:-8])
