#!/usr/bin/env python3
"""Reads every NAME.ttl of a folder with rdflib and pyoxigraph, and compares it with NAME.nt.

    check_samples.py FOLDER

The N-Triples (read by pyoxigraph) must hold the same statements as the Turtle, blank nodes taken as
alike and numbers by value (the tests in Swift compare them to the letter). Exit status:
0 no fault, 1 faults (listed on standard output), 2 unusable arguments.
"""

import decimal
import logging
import pathlib
import sys
import warnings

import pyoxigraph
import rdflib

from faults import Faults

NUMBERS = {str(rdflib.XSD[name]) for name in ("integer", "decimal", "double")}


def plain(term):
    """A term of either library as a tuple; blank nodes are made alike, since readers rename them."""
    if isinstance(term, (pyoxigraph.BlankNode, rdflib.BNode)):
        return ("blank node",)
    if isinstance(term, pyoxigraph.NamedNode):
        return ("IRI", term.value)
    if isinstance(term, rdflib.URIRef):
        return ("IRI", str(term))
    is_oxigraph = isinstance(term, pyoxigraph.Literal)
    language = (term.language or "").lower()
    datatype = term.datatype.value if is_oxigraph else str(term.datatype or rdflib.XSD.string)
    text = number(term.value if is_oxigraph else str(term), datatype)
    return ("literal", text, "" if language else datatype, language)


def number(text, datatype):
    """The text; of a number one text for each value, since rdflib rewrites bare numbers of Turtle."""
    if datatype not in NUMBERS:
        return text
    try:
        return str(decimal.Decimal(text).normalize())
    except decimal.InvalidOperation:
        return text


def by_oxigraph(path):
    quads = pyoxigraph.parse(path=str(path), rename_blank_nodes=False)
    return sorted(tuple(map(plain, quad.triple)) for quad in quads)


def by_rdflib(path):
    graph = rdflib.Graph()
    graph.parse(path)
    return sorted(tuple(map(plain, triple)) for triple in graph)


def main(arguments):
    folder = pathlib.Path(arguments[0]) if len(arguments) == 1 else None
    samples = sorted(folder.glob("*.ttl")) if folder else []
    if not samples:
        print(__doc__, file=sys.stderr)
        return 2
    # rdflib otherwise rewrites values as it reads them, and warns of those that are none.
    rdflib.NORMALIZE_LITERALS = False
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="rdflib")
    faults = Faults()
    for turtle in samples:
        lines = turtle.with_suffix(".nt")
        expected = by_oxigraph(lines)
        for name, reader in (("pyoxigraph", by_oxigraph), ("rdflib", by_rdflib)):
            try:
                found = reader(turtle)
            except Exception as error:  # every reader and syntax raises a type of its own
                faults.add(turtle.name, f"{name} cannot read it", str(error))
                continue
            for statement in sorted(set(expected) - set(found)):
                faults.add(turtle.name, f"{name} misses statements of {lines.name}", str(statement))
            for statement in sorted(set(found) - set(expected)):
                faults.add(turtle.name, f"{name} finds more than {lines.name} has", str(statement))
            if len(expected) != len(found):
                faults.add(turtle.name, f"{name} counts {len(found)}, {lines.name} has {len(expected)}")
            faults.note(f"{turtle.name}: {len(found)} statements read by {name}")
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
