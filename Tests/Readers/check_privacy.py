#!/usr/bin/env python3
"""Builds and converts with what is held back, and searches all outputs for it.

    check_privacy.py PROGRAM CORPUS PACK

The names of people and the quotes come from a build that holds nothing back. With
`--without-class Person --quotes none` no output may hold any of them: not the names, in whatever
case and over line ends, not twelve words of a quote in a row. Exit status: 0 no fault, 1 faults.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import pyoxigraph

from faults import Faults

SMP = "https://w3id.org/simpul/ns#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NAMING = {"http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel"}
TITLES = {"http://purl.org/dc/terms/title"}
LONG = 12


def words(text):
    return re.findall(r"[^\W_]+", text.lower())


def run(program, *arguments):
    subprocess.run([program, *map(str, arguments)], check=True, capture_output=True)


def secrets(path):
    """Names of people as sequences of words, and stretches of the quotes."""
    quads = list(pyoxigraph.parse(path=str(path)))
    people = {q.subject for q in quads if q.predicate.value == TYPE and q.object.value == SMP + "Person"}
    names = {tuple(words(q.object.value)) for q in quads
             if q.subject in people and q.predicate.value in NAMING}
    quotes = [words(q.object.value) for q in quads if q.predicate.value == SMP + "quote"]
    # A title or name may be quoted too; it is what things are called, and stays.
    called = [" " + " ".join(words(q.object.value)) + " " for q in quads
              if q.subject not in people and q.predicate.value in NAMING | TITLES]
    stretches = {tuple(q[i:i + LONG]) for q in quotes for i in range(0, max(len(q) - LONG, 0) + 1, LONG) if len(q) >= LONG}
    stretches = {s for s in stretches if not any(" " + " ".join(s) + " " in text for text in called)}
    return {n for n in names if sum(map(len, n)) > 2}, stretches, len(people)


def search(faults, path, names, stretches):
    # Escapes of the formats are no words of the text.
    text = re.sub(r"&#\d+;|&\w+;|\\[nrtu\"\\]", " ", path.read_text(encoding="utf-8-sig"))
    found = words(text)
    by_first = {}
    for secret in names | stretches:
        by_first.setdefault(secret[0], []).append(secret)
    for index, word in enumerate(found):
        for secret in by_first.get(word, ()):
            if tuple(found[index:index + len(secret)]) == secret:
                faults.add(path.name, "tells what was held back", " ".join(secret))


def main(arguments):
    program, corpus, pack = arguments
    faults = Faults()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run(program, "build", corpus, "--ontology", pack, "-o", folder / "open")
        names, stretches, people = secrets(folder / "open" / "graph.nq")
        if not names or not stretches:
            faults.add("graph.nq", "has no people or no quotes to hold back")
        run(program, "build", corpus, "--ontology", pack, "-o", folder / "closed", "--formats", "all",
            "--without-class", "Person", "--quotes", "none")
        # Some formats have folders of their own.
        closed = sorted(path for path in (folder / "closed").rglob("*") if path.is_file())
        for path in closed:
            search(faults, path, names, stretches)
        run(program, "build", corpus, "--ontology", pack, "-o", folder / "short", "--quotes", "short")
        kept = secrets(folder / "short" / "graph.nq")[2]
        if kept != people:
            faults.add("graph.nq", "--quotes short leaves out people")
        for target in ("nquads", "trig", "graphml", "graphml:neo4j", "gexf", "dot", "svg", "html", "agreements"):
            path = folder / f"converted-{target.replace(':', '-')}"
            run(program, "convert", folder / "open" / "graph.nq", "--to", target, "-o", path, "--ontology", pack,
                "--without-class", "Person", "--quotes", "none")
            search(faults, path, names, stretches)
        faults.note(f"privacy: {len(names)} names of {people} people and {len(stretches)} stretches of quotes "
                    f"looked for in {len(closed)} files")
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
