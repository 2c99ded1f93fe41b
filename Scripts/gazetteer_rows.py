"""Rows of the gazetteer tables (docs/pack.md) and the plain files that they are made from."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS = ("key", "class", "label_id", "label_en", "names", "parent", "lat", "lon", "attributes", "exact")

# Letters that Unicode does not take apart into a base letter and an accent.
UNDECOMPOSED = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ə": "a", "Ə": "A",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'",
})


def to_ascii(text):
    """The text without accents; letters outside the Latin script disappear."""
    decomposed = unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED))
    return "".join(c for c in decomposed if ord(c) < 128)


def slug(text):
    """A path segment of a key: lower-case ASCII letters and digits joined by single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", to_ascii(text).lower().replace("'", "")).strip("-")


def folded(text):
    """What two spellings of one name have in common: no accents, no spaces, no capitals."""
    return re.sub(r"[^a-z0-9]", "", to_ascii(text).lower())


@dataclass
class Row:
    """One line of a table. `names` keeps its order and drops repeats and names equal to a label."""

    key: str
    kind: str
    label_id: str
    label_en: str
    names: list = field(default_factory=list)
    parent: str = ""
    place: tuple = None
    attributes: dict = field(default_factory=dict)
    exact: list = field(default_factory=list)

    def fields(self):
        label_en = "" if self.label_en == self.label_id else self.label_en
        labels = {self.label_id, self.label_en}
        names = [n for n in dict.fromkeys(self.names) if n and n not in labels]
        lat, lon = (f"{v:.4f}" for v in self.place) if self.place else ("", "")
        attributes = ";".join(f"{k}={v}" for k, v in self.attributes.items() if v)
        return (self.key, self.kind, self.label_id, label_en, "|".join(names), self.parent,
                lat, lon, attributes, "|".join(self.exact))


def read_source(path):
    """The rows of a hand-kept source table as dictionaries, comments left out."""
    lines = [l for l in path.read_text(encoding="utf-8").splitlines() if l and not l.startswith("#")]
    columns = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise SystemExit(f"{path}: {len(cells)} cells instead of {len(columns)}: {line}")
        rows.append(dict(zip(columns, cells)))
    return rows


def read_words(path):
    """The lines of a hand-kept word list, comments left out."""
    return {l for l in path.read_text(encoding="utf-8").splitlines() if l and not l.startswith("#")}


def split_names(text):
    return [n for n in text.split("|") if n]


def write_table(path: Path, comment, rows):
    """Writes a table sorted by key, in NFC, and refuses a key that comes twice."""
    rows = sorted(rows, key=lambda r: r.key)
    for before, after in zip(rows, rows[1:]):
        if before.key == after.key:
            raise SystemExit(f"{path.name}: key {after.key} comes twice")
    lines = [f"# {l}" for l in comment.strip().splitlines()]
    lines.append("\t".join(COLUMNS))
    lines += ["\t".join(r.fields()) for r in rows]
    path.write_text(unicodedata.normalize("NFC", "\n".join(lines) + "\n"), encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size:,} bytes")
