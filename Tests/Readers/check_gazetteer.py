#!/usr/bin/env python3
"""Checks the tables of ontology/gazetteer against docs/pack.md. Standard library only.

    python3 Tests/Readers/check_gazetteer.py [FOLDER]

Prints every fault as file:line: message and ends with status 1 if there is one.
"""

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

COLUMNS = ["key", "class", "label_id", "label_en", "names", "parent", "lat", "lon", "attributes", "exact"]
# The class that each table holds, and the first segment of its keys.
TABLES = {
    "agencies.tsv": ("Agency", "agency"),
    "cities-id.tsv": ("City", "city"),
    "cities-world.tsv": ("City", "city"),
    "commodities.tsv": ("Commodity", "commodity"),
    "countries.tsv": ("Country", "country"),
    "organizations.tsv": ("Organization", "organization"),
    "provinces.tsv": ("Province", "province"),
    "regions.tsv": ("Province", "province"),
    "rivers.tsv": ("River", "river"),
    "sectors.tsv": ("Sector", "sector"),
    "towns.tsv": ("City", "city"),
    "universities.tsv": ("Organization", "organization"),
}
PARENT_FOLDERS = {
    "Agency": {"country", "province", "city", "agency"},
    "City": {"country", "province"},
    "Country": set(),
    "Organization": {"country", "organization"},
    "Province": {"country"},
    "River": {"province", "country"},
    "Sector": {"sector"},
}
KEY = re.compile(r"[a-z]+(/[a-z0-9]+(-[a-z0-9]+)*)+")
EXACT = re.compile(r"https://sws\.geonames\.org/[1-9]\d*/|http://www\.wikidata\.org/entity/Q[1-9]\d*")
ATTRIBUTE = re.compile(r"[a-z]+=[^;=]+")
LARGEST_FOLDER = 2_500_000

# Key and a name that has to be found under it, as written with its mark; an empty name asks for the key.
REQUIRED = [
    ("country/id", "Indonesia"), ("country/id", "Republik Indonesia"), ("country/jp", "Jepang"),
    ("country/jp", "Japan"), ("country/kr", "Korea"), ("country/kr", "Korea Selatan"),
    ("country/us", "Amerika Serikat"), ("country/cn", "Tiongkok"), ("country/cn", "Cina"),
    ("country/cn", "=RRT"), ("country/de", "Jerman"), ("country/nl", "Belanda"),
    ("province/id/jawa-barat", "Jawa Barat"), ("province/id/jawa-barat", "West Java"),
    ("province/id/jakarta", "Jakarta"), ("province/id/papua-barat-daya", ""),
    ("province/jp/kanagawa", "Prefektur Kanagawa"), ("province/jp/kanagawa", "Kanagawa Prefecture"),
    ("province/jp/shizuoka", ""), ("province/de/niedersachsen", ""), ("province/kr/gyeonggi", ""),
    ("city/id/bandung", "Kota Bandung"), ("city/id/bandung", "Bandung"),
    ("city/id/kabupaten-bandung", "Kabupaten Bandung"), ("city/id/kabupaten-bandung", "Bandung Regency"),
    ("city/id/kabupaten-bandung-barat", "Bandung Barat"), ("city/id/bogor", "Bogor"),
    ("city/id/surabaya", "Surabaya"), ("city/id/semarang", "Semarang"), ("city/id/baubau", "Baubau"),
    ("city/id/batu", "?Batu"),
    ("city/jp/hamamatsu", "Hamamatsu"), ("city/jp/kawasaki", "Kawasaki"), ("city/jp/kisarazu", "Kisarazu"),
    ("city/jp/kochi", "Kochi"), ("city/de/braunschweig", "Braunschweig"), ("city/kr/suwon", "Suwon"),
    ("city/kr/seoul", "Seoul"), ("city/my/petaling-jaya", "Petaling Jaya"), ("city/us/fort-worth", "=Fort Worth"),
    ("city/ec/cuenca", "Cuenca"), ("city/nl/the-hague", "Den Haag"), ("city/it/rome", "Roma"),
    ("city/eg/cairo", "Kairo"), ("city/fr/nice", "?Nice"), ("city/mv/male", "?Male"), ("city/gb/bath", "?Bath"),
    ("city/gb/reading", "?Reading"), ("city/hr/split", "?Split"), ("city/it/bari", "?Bari"),
    ("city/us/mobile", "?Mobile"), ("city/us/springfield-missouri", "?Springfield"),
    ("agency/id/kementerian-luar-negeri", "Kemenlu"), ("agency/id/kementerian-dalam-negeri", "Kemendagri"),
    ("agency/id/kementerian-lingkungan-hidup", "=KLH"),
    ("agency/id/kementerian-lingkungan-hidup-dan-kehutanan", "=KLHK"),
    ("agency/id/badan-perencanaan-pembangunan-nasional", "Bappenas"),
    ("agency/id/perumda-tirtawening", "PDAM Tirtawening"),
    ("agency/jp/ministry-of-the-environment-of-japan", "Ministry of the Environment of Japan"),
    ("agency/jp/japan-international-cooperation-agency", "=JICA"),
    ("agency/dinas-lingkungan-hidup", "=DLH"), ("agency/dinas-lingkungan-hidup-dan-kebersihan", "=DLHK"),
    ("agency/badan-perencanaan-pembangunan-penelitian-dan-pengembangan", "Bapelitbang"),
    ("agency/perusahaan-daerah-air-minum", "=PDAM"), ("agency/bagian-kerja-sama", "Bagian Kerjasama"),
    ("organization/unep", "=UNEP"), ("organization/uclg", "=UCLG"), ("organization/citynet", "CityNet"),
    ("organization/universitas-jenderal-achmad-yani", "Unjani"),
    ("organization/universitas-katolik-parahyangan", "Unpar"),
    ("sector/pendidikan", "education"), ("sector/lingkungan-hidup", "lingkungan"),
    ("sector/pengelolaan-sampah", "limbah padat"), ("sector/air-minum", "air bersih"),
    ("river/id/citarum", "Sungai Citarum"), ("river/id/citarum", "Citarum"),
    ("river/id/cipamokolan", "Sungai Cipamokolan"),
]
# Class, level, folder of keys and the number of rows that there are by law.
COUNTS = [
    ("provinces of Indonesia", "province/id/", None, 38),
    ("prefectures of Japan", "province/jp/", None, 47),
    ("states of the United States", "province/us/", None, 50),
    ("kota", "city/id/", "level=kota", 98),
    ("kabupaten", "city/id/", "level=kabupaten", 416),
]


class Table:
    """The rows of one file with the line number of each."""

    def __init__(self, path, report):
        self.path, self.rows = path, []
        self.fault = lambda line, message: report(f"{path.name}:{line}: {message}")
        data = path.read_bytes()
        text = data.decode("utf-8")
        if text != unicodedata.normalize("NFC", text):
            self.fault(1, "is not in NFC")
        if b"\r" in data or not data.endswith(b"\n"):
            self.fault(1, "lines do not all end with LF")
        comment, header = "", None
        for number, line in enumerate(text.split("\n")[:-1], 1):
            if line.startswith("#"):
                comment += line
            elif header is None:
                header = line.split("\t")
                if header != COLUMNS:
                    self.fault(number, f"columns are {header}")
            else:
                cells = line.split("\t")
                if len(cells) == len(COLUMNS):
                    self.rows.append((number, dict(zip(COLUMNS, cells))))
                else:
                    self.fault(number, f"{len(cells)} cells instead of {len(COLUMNS)}")
        if not re.search(r"CC BY 4\.0", comment):
            self.fault(1, "the comment names no licence")


def is_control(character):
    return unicodedata.category(character) == "Cc"


def unmarked(name):
    return name.lstrip("?=")


def all_names(row):
    """Labels and names with their marks; a label that stands marked among the names is left out."""
    names = [n for n in row["names"].split("|") if n]
    marked = {unmarked(n) for n in names if n != unmarked(n)}
    return [n for n in (row["label_id"], row["label_en"]) if n and n not in marked] + names


def check_row(table, number, row, kind, folder):
    def fault(message):
        table.fault(number, f"{row['key']}: {message}")

    if not KEY.fullmatch(row["key"]) or not row["key"].startswith(folder + "/"):
        fault("is no key of this table")
    if row["class"] != kind:
        fault(f"class {row['class']} in the table of {kind}")
    if not row["label_id"] and not row["label_en"]:
        fault("has no label")
    if row["label_id"] and row["label_id"] == row["label_en"]:
        fault("repeats one label in both languages")
    names = row["names"].split("|") if row["names"] else []
    if len({unmarked(n) for n in names}) != len(names):
        fault("repeats a name")
    for name in names:
        if len(unmarked(name)) < 2 or name != name.strip() or name[1:2] in ("?", "="):
            fault(f"malformed name {name!r}")
        if name in (row["label_id"], row["label_en"]):
            fault(f"{name!r} is a label already")
    text = "".join(row.values())
    if "  " in text or any(c != c.strip() for c in row.values()) or any(map(is_control, text)):
        fault("has stray white space or a control character")
    if (row["lat"] == "") != (row["lon"] == ""):
        fault("has half a position")
    for column, limit in (("lat", 90), ("lon", 180)):
        value = row[column]
        if value and (not re.fullmatch(r"-?\d{1,3}(\.\d{1,4})?", value) or abs(float(value)) > limit):
            fault(f"{column} {value} is out of range")
    attributes = row["attributes"].split(";") if row["attributes"] else []
    if not all(ATTRIBUTE.fullmatch(a) for a in attributes):
        fault(f"malformed attributes {row['attributes']}")
    for iri in row["exact"].split("|") if row["exact"] else []:
        if not EXACT.fullmatch(iri):
            fault(f"unknown form of identifier {iri}")


def check_parents(tables, keys):
    for table in tables:
        for number, row in table.rows:
            parent, key = row["parent"], row["key"]
            if parent and parent not in keys:
                table.fault(number, f"{key}: parent {parent} does not exist")
            elif parent and parent.split("/")[0] not in PARENT_FOLDERS.get(row["class"], set()):
                table.fault(number, f"{key}: a {row['class']} cannot lie in {parent}")
            seen = {key}
            while parent in keys:
                if parent in seen:
                    table.fault(number, f"{key}: its parents go round in a circle")
                    break
                seen.add(parent)
                parent = keys[parent]["parent"]


def check_names(tables):
    """A name without a mark belongs to one entity of its class within a country."""
    owners = defaultdict(list)
    for table in tables:
        for number, row in table.rows:
            segments = row["key"].split("/")
            country = segments[1] if len(segments) > 2 else ""
            for name in set(all_names(row)):
                if not name.startswith("?"):
                    holder = (table, number, row["key"], name)
                    owners[row["class"], country, unmarked(name).casefold()].append(holder)
    for holders in owners.values():
        distinct = {h[2] for h in holders}
        if len(distinct) > 1:
            table, number, key, name = holders[-1]
            table.fault(number, f"{key}: name {name!r} also belongs to {', '.join(sorted(distinct - {key}))}")


def check_required(tables, keys, report):
    for key, name in REQUIRED:
        if key not in keys:
            report(f"{key} is missing")
        elif name and name not in all_names(keys[key]):
            report(f"{key} lacks the name {name!r}")
    for title, folder, attribute, expected in COUNTS:
        found = sum(1 for k, r in keys.items()
                    if k.startswith(folder) and (attribute is None or attribute in r["attributes"].split(";")))
        if found != expected:
            report(f"{found} {title} instead of {expected}")


def main():
    root = Path(__file__).resolve().parents[2]
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root / "ontology" / "gazetteer"
    faults = []
    present = {p.name for p in folder.glob("*.tsv")}
    faults += [f"{n} is missing" for n in sorted(TABLES.keys() - present)]
    faults += [f"{n} is not a known table" for n in sorted(present - TABLES.keys())]
    tables, keys = [], {}
    for name in sorted(present & TABLES.keys()):
        table = Table(folder / name, faults.append)
        tables.append(table)
        before = ""
        for number, row in table.rows:
            check_row(table, number, row, *TABLES[name])
            if row["key"] in keys:
                table.fault(number, f"key {row['key']} is not unique")
            if row["key"] < before:
                table.fault(number, f"{row['key']} is out of order")
            before = row["key"]
            keys[row["key"]] = row
    check_parents(tables, keys)
    check_names(tables)
    check_required(tables, keys, faults.append)
    size = sum((folder / n).stat().st_size for n in present)
    if size > LARGEST_FOLDER:
        faults.append(f"the tables take {size:,} bytes, more than {LARGEST_FOLDER:,}")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(keys)} entries in {len(tables)} tables, {size:,} bytes, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
