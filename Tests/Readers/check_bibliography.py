#!/usr/bin/env python3
"""Reads what `simpul read` writes for reference managers with readers of others.

    check_bibliography.py PROGRAM

Documents written here go through `simpul read --to bibtex|ris|csl`. BibTeX is read by bibtexparser,
RIS by rispy, CSL-JSON is held against the types and members of its schema 1.0.2. All three must tell
the same works: as many, with the same keys, titles, years and numbers of authors, and characters that
are commands to TeX must come back as they were. Exit status: 0 no fault, 1 faults, 2 unusable arguments.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import bibtexparser
import rispy

from faults import Faults

ROOT = pathlib.Path(__file__).resolve().parents[2]

THESIS = """# Kerja Sama Kota Kembar & Pengelolaan 100% Sampah_Organik {Studi #1}

Kota Bandung dan Kota Kawasaki adalah sister city sejak tahun 2016.

## Daftar Pustaka

Sari, D. P., & Hadi, S. (2018). Kerja sama $kota$ ~kembar~ dan R&D: 50% hasil. Jurnal Ilmu Sosial, 21(3), 210–225. https://doi.org/10.22146/jsp.12345

Sari, D. P., & Hadi, S. (2018). Kerja sama kota kedua. Jurnal Ilmu Sosial, 21(4), 1–9.

Kementerian Luar Negeri. (2017). Panduan Kerja Sama. Jakarta: Kemlu.

Duchacek, I. D. (1990). Perforated sovereignties. In H. J. Michelmann & P. Soldatos (Eds.), Federalism and International Relations (pp. 1–33). Oxford: Clarendon Press.

Putri, A. R. (2019). Kota kembar Surabaya [Skripsi, Universitas Airlangga].

Pemerintah Kota Surabaya. (2016). Kerja sama luar negeri. Diakses pada 3 Juni 2019, dari http://surabaya.go.id/kerja_sama?a=1&b=50%25

Undang-Undang Nomor 37 Tahun 1999 tentang Hubungan Luar Negeri.

Ibid., hlm. 12, sesuatu yang tidak jelas sumbernya.
"""
SIDECAR = """title: "Kerja Sama Kota Kembar & Pengelolaan 100% Sampah_Organik {Studi #1}"
authors: [Dewi Anggraini, "Santoso, Budi"]
date: 2021-08-17
type: thesis
publisher: Universitas Padjadjaran
"""

# Types and members of https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json that
# are written; a name is family and given, or literal.
CSL_TYPES = {
    "article-journal", "article-newspaper", "book", "chapter", "document", "legislation",
    "paper-conference", "report", "thesis", "webpage",
}
CSL_TEXTS = {
    "id", "type", "title", "container-title", "volume", "issue", "page", "edition", "publisher",
    "publisher-place", "genre", "year-suffix", "language", "DOI", "URL", "note",
}
CSL_NAMES = {"author", "editor"}
CSL_DATES = {"issued", "accessed"}


def read(program, form, *paths):
    arguments = [program, "read", *paths, "--to", form, "--ontology", str(ROOT / "ontology")]
    done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def plain(value):
    """The text that TeX makes of a field of BibTeX."""
    for command, character in (
        (r"\textbackslash{}", "\\"), (r"\textasciitilde{}", "~"), (r"\textasciicircum{}", "^"),
    ):
        value = value.replace(command, character)
    while value.startswith("{") and value.endswith("}"):
        value = value[1:-1]
    return re.sub(r"\\([{}&%$#_])", r"\1", value)


def works_of_bibtex(text, faults):
    library = bibtexparser.parse_string(text)
    for block in library.failed_blocks:
        faults.add("bibtex", "a block that bibtexparser refuses", block.raw[:200])
    works = []
    for entry in library.entries:
        fields = {key: field.value for key, field in entry.fields_dict.items()}
        for name, value in fields.items():
            if name in ("url", "doi"):
                continue
            if re.search(r"(?<!\\)[&%$#_~^]", value):
                faults.add("bibtex", "a character that TeX reads as a command", f"{name} = {value}")
        authors = fields.get("author", "")
        works.append(
            {
                "key": entry.key, "title": plain(fields["title"]) if "title" in fields else None,
                "year": fields.get("year", "")[:4] or None,
                "authors": len(re.split(r"\s+and\s+", authors)) if authors else 0,
                "doi": fields.get("doi"), "url": fields.get("url"),
            }
        )
    return works


def works_of_ris(text, faults):
    works = []
    for entry in rispy.loads(text):
        if "unknown_tag" in entry:
            faults.add("ris", "a tag that rispy does not know", str(entry["unknown_tag"]))
        works.append(
            {
                "key": entry["id"], "title": entry.get("title"), "year": entry.get("year"),
                "authors": len(entry.get("authors", [])), "doi": entry.get("doi"),
                "url": (entry.get("urls") or [None])[0],
            }
        )
    return works


def works_of_csl(text, faults):
    works = []
    for item in json.loads(text):
        where = f"csl {item.get('id')}"
        if item.get("type") not in CSL_TYPES:
            faults.add(where, "a type that CSL does not have", str(item.get("type")))
        for name, value in item.items():
            if name in CSL_TEXTS:
                good = isinstance(value, str) and value != ""
            elif name in CSL_NAMES:
                good = isinstance(value, list) and all(
                    set(part) in ({"family", "given"}, {"literal"}) and all(part.values())
                    for part in value
                )
            elif name in CSL_DATES:
                good = (
                    set(value) == {"date-parts"}
                    and len(value["date-parts"]) == 1
                    and 1 <= len(value["date-parts"][0]) <= 3
                    and all(isinstance(part, int) for part in value["date-parts"][0])
                )
            else:
                good = False
            if not good:
                faults.add(where, "not as the schema says", f"{name}: {value!r}")
        issued = item.get("issued", {}).get("date-parts", [[None]])[0][0]
        works.append(
            {
                "key": item["id"], "title": item.get("title"),
                "year": str(issued) if issued else None, "authors": len(item.get("author", [])),
                "doi": item.get("DOI"), "url": item.get("URL"),
            }
        )
    return works


def check(program, path, count, faults):
    where = path.name
    found = {
        "bibtex": works_of_bibtex(read(program, "bibtex", str(path)), faults),
        "ris": works_of_ris(read(program, "ris", str(path)), faults),
        "csl": works_of_csl(read(program, "csl", str(path)), faults),
    }
    for form, works in found.items():
        keys = [work["key"] for work in works]
        if len(set(keys)) != len(keys):
            faults.add(where, f"{form}: a key that stands twice", str(keys))
        if count is not None and len(works) != count:
            faults.add(where, f"{form}: {len(works)} works, not {count}")
        for mine, other in zip(works, found["csl"]):
            if mine != other:
                faults.add(where, f"{form} and csl differ", f"{mine} / {other}")
    return found["csl"]


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = sys.argv[1]
    faults = Faults()
    with tempfile.TemporaryDirectory() as folder:
        thesis = pathlib.Path(folder) / "tesis.md"
        thesis.write_text(THESIS, encoding="utf-8")
        (pathlib.Path(folder) / "tesis.md.meta.yaml").write_text(SIDECAR, encoding="utf-8")
        works = check(program, thesis, 9, faults)
        expected = [
            ("anggraini2021kerja", "Kerja Sama Kota Kembar & Pengelolaan 100% Sampah_Organik {Studi #1}"),
            ("sari2018kerja", "Kerja sama $kota$ ~kembar~ dan R&D: 50% hasil"),
            ("sari2018kerja2", "Kerja sama kota kedua"),
        ]
        for (key, title), work in zip(expected, works):
            if (work["key"], work["title"]) != (key, title):
                faults.add("tesis.md", "not the key and title expected", f"{work} / {key} / {title}")
        if works[-1]["title"] is not None:
            faults.add("tesis.md", "an unclear entry with a title", str(works[-1]))
        total = len(works)
        corpus = pathlib.Path(folder) / "korpus.jsonl"
        corpus.write_text(
            "".join(json.dumps({"id": n, "text": THESIS}) + "\n" for n in range(3)), encoding="utf-8"
        )
        total += len(check(program, corpus, 27, faults))
    for path in sorted((ROOT / "Examples" / "corpus").iterdir()):
        if path.suffix in (".md", ".txt", ".html", ".docx"):
            total += len(check(program, path, None, faults))
    faults.note(f"{total} works in three forms")
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
