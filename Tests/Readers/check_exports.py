#!/usr/bin/env python3
"""Reads the exports of one build with independent programs and checks what they must agree on.

    check_exports.py EXPORTS [--corpus FOLDER] [--pack FOLDER]

graph.nq and graph.ttl are read with rdflib and pyoxigraph, graph.graphml with networkx and igraph,
and, where they are found, xmllint checks the SVG and the GraphML (against graphml.xsd in
$SIMPUL_SHARED/schemas). With --corpus the quotes of claims are looked up in the text files of that
folder; with --pack the hash of the pack that the exports tell is compared with that folder. Exit status: 0 no fault, 1 faults (listed on standard output), 2 unusable arguments.
"""

import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
import warnings

import igraph
import networkx
import pyoxigraph
import rdflib
from rdflib import RDF, RDFS

import description
from faults import Faults

SMP = "https://w3id.org/simpul/ns#"
OF_EVERY_CLAIM = {SMP + name for name in ("fromPassage", "quote", "rule", "confidence")}
STATUSES = {SMP + name for name in ("Realised", "PartlyRealised", "Ongoing", "Planned", "NotRealised")}
CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"
NAMING = {str(RDFS.label), "http://purl.org/dc/terms/title", SMP + "fileName"}
WITHOUT_LABEL = {SMP + "Claim", SMP + "Conflict", SMP + "Passage"}
TEXT_ENDINGS = {".txt", ".md"}
PASSAGE = re.compile(r"^(?P<document>[^#]+)#char=(?P<start>\d+),(?P<end>\d+)$")


class Statements:
    """The quads of a file as pyoxigraph reads them, by graph and subject."""

    def __init__(self, path):
        self.path = path
        self.quads = list(pyoxigraph.parse(path=str(path)))
        self.default = [q for q in self.quads if isinstance(q.graph_name, pyoxigraph.DefaultGraph)]
        self.by_graph = collections.defaultdict(lambda: collections.defaultdict(list))
        for quad in self.quads:
            name = "" if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else quad.graph_name.value
            self.by_graph[name][text(quad.subject)].append((quad.predicate.value, quad.object))


def text(term):
    """The IRI, the label or the lexical form of a term."""
    return str(term) if isinstance(term, pyoxigraph.Triple) else term.value


def lines(triples):
    """Statements in one spelling, whichever reader they come from."""
    return {(text(t.subject), t.predicate.value, text(t.object)) for t in triples}


def rdflib_lines(graph):
    return {tuple(map(str, triple)) for triple in graph}


def read(faults, path, reader, name):
    if not path.is_file():
        faults.add(path.name, "is missing")
        return None
    try:
        return reader(path)
    except Exception as error:  # every library raises types of its own
        faults.add(path.name, f"{name} cannot read it", str(error).strip())
        return None


def check_rdf(faults, folder, corpus, pack):
    """Returns the facts as rdflib reads them and the IRI of the dataset, both None after a failure."""
    nquads, turtle = folder / "graph.nq", folder / "graph.ttl"
    statements = read(faults, nquads, Statements, "pyoxigraph")
    turtle_statements = read(faults, turtle, Statements, "pyoxigraph")
    dataset = read(faults, nquads, read_dataset, "rdflib")
    graph = read(faults, turtle, lambda path: rdflib.Graph().parse(path), "rdflib")
    if None in (statements, turtle_statements, dataset, graph):
        return None, None
    compare_default_graphs(faults, statements, turtle_statements, dataset, graph)
    if len(set(map(str, statements.quads))) != len(dataset):
        faults.add(nquads.name, "pyoxigraph and rdflib count different quads",
                   f"{len(set(map(str, statements.quads)))} and {len(dataset)}")
    for quad in statements.quads + turtle_statements.quads:
        for term in (quad.subject, quad.object, quad.graph_name):
            if isinstance(term, pyoxigraph.BlankNode):
                faults.add(nquads.name, "holds a blank node", str(quad))
    root = description.check(faults, folder, statements, turtle_statements, dataset, graph, pack)
    check_classes(faults, statements, root)
    check_claims(faults, statements, corpus)
    faults.note(f"graph.nq: {len(statements.quads)} quads, {len(statements.default)} in the default graph, "
                f"{len(statements.by_graph) - 1} named graphs")
    return graph, root


def read_dataset(path):
    dataset = rdflib.Dataset()
    dataset.parse(path, format="nquads")
    return dataset


def compare_default_graphs(faults, statements, turtle_statements, dataset, graph):
    found = {
        "graph.nq by pyoxigraph": lines(statements.default),
        "graph.ttl by pyoxigraph": lines(turtle_statements.default),
        "graph.nq by rdflib": rdflib_lines(dataset.default_graph),
        "graph.ttl by rdflib": rdflib_lines(graph),
    }
    first, *others = found
    if not found[first]:
        faults.add(first, "the default graph is empty")
    for other in others:
        for statement in sorted(found[first] - found[other]):
            faults.add(other, f"misses what {first} has", " ".join(statement))
        for statement in sorted(found[other] - found[first]):
            faults.add(other, f"has what {first} has not", " ".join(statement))


def check_classes(faults, statements, root):
    """Every entity of the default graph has one class of the vocabulary, and a label.

    The description of the dataset (what stands at or below its root) has other classes.
    What lies in the vocabulary's own namespace is no entity but a concept: a status, a type of
    agreement.
    """
    for subject, properties in statements.by_graph[""].items():
        if root and description.is_described(root, subject):
            continue
        # Concepts are terms of the vocabulary, or the kinds of regulations below one name of their own.
        if subject.startswith(SMP) or "/id/concept/" in subject:
            if (str(RDF.type), pyoxigraph.NamedNode(CONCEPT)) not in properties:
                faults.add("graph.nq", "a term of the vocabulary is no concept", subject)
            if not any(p == str(RDFS.label) for p, _ in properties):
                faults.add("graph.nq", "a concept has no label", subject)
            continue
        classes = {o.value for p, o in properties if p == str(RDF.type) and o.value.startswith(SMP)}
        if len(classes) != 1:
            listed = ", ".join(sorted(classes)) or "none"
            faults.add("graph.nq", "an entity has not exactly one smp: class", f"{subject}: {listed}")
        if not classes & WITHOUT_LABEL and not any(p in NAMING for p, _ in properties):
            faults.add("graph.nq", "an entity has no label", subject)


def check_claims(faults, statements, corpus):
    sources = Sources(faults, statements, corpus) if corpus else None
    entities = statements.by_graph[""]
    claims = quotes = 0
    for graph, subjects in statements.by_graph.items():
        for claim, properties in subjects.items():
            if (str(RDF.type), pyoxigraph.NamedNode(SMP + "Claim")) not in properties:
                continue
            claims += 1
            if graph not in entities:
                faults.add("graph.nq", "a claim stands in a graph that is no document's", f"{claim} in {graph or 'the default graph'}")
            check_claim(faults, claim, graph, properties)
            if sources:
                quotes += sources.check_quotes(claim, properties)
    if not claims:
        faults.add("graph.nq", "holds no claim")
    faults.note(f"graph.nq: {claims} claims" + (f", {quotes} quotes found in their sources" if sources else ""))
    if sources and claims and not quotes:
        faults.add("graph.nq", f"no quote could be looked up in {corpus}")


def check_claim(faults, claim, graph, properties):
    values = collections.defaultdict(list)
    for predicate, value in properties:
        values[predicate].append(value)
    reified = values[str(RDF) + "reifies"]
    spelled = [values[str(RDF[name])] for name in ("subject", "predicate", "object")]
    if [len(v) for v in spelled] != [1, 1, 1] and len(reified) != 1:
        faults.add("graph.nq", "a claim states not exactly one subject, predicate and object", claim)
    for predicate in sorted(OF_EVERY_CLAIM):
        if not values[predicate]:
            faults.add("graph.nq", f"a claim without smp:{predicate[len(SMP):]}", claim)
    # A claim has a status only where its text tells one.
    for status in values[SMP + "status"]:
        if status.value not in STATUSES:
            faults.add("graph.nq", "a claim with an unknown status", f"{claim}: {status.value}")
    for value in values[SMP + "confidence"]:
        try:
            within = 0 <= float(value.value) <= 1
        except ValueError:
            within = False
        if not within:
            faults.add("graph.nq", "a confidence outside 0 to 1", f"{claim}: {value.value}")
    for value in values[SMP + "fromPassage"]:
        match = PASSAGE.match(value.value)
        if not match:
            faults.add("graph.nq", "a passage without a range of characters", f"{claim}: {value.value}")
        elif match["document"] != graph:
            faults.add("graph.nq", "a claim's passage lies in another document", f"{claim}: {value.value}")


class Sources:
    """The text files of a corpus, by the IRI of their document."""

    def __init__(self, faults, statements, corpus):
        self.faults = faults
        self.texts = {}
        files = {}
        for path in sorted(corpus.rglob("*")):
            files.setdefault(unicodedata.normalize("NFC", path.name), []).append(path)
        for document, properties in statements.by_graph[""].items():
            for predicate, value in properties:
                if predicate != SMP + "fileName":
                    continue
                name = unicodedata.normalize("NFC", value.value.rsplit("/", 1)[-1])
                paths = files.get(name, [])
                if len(paths) == 1 and paths[0].suffix.lower() in TEXT_ENDINGS:
                    self.texts[document] = paths[0].read_bytes().decode("utf-8-sig")
                elif not paths:
                    faults.add("graph.nq", f"a document that {corpus} does not hold", f"{document}: {value.value}")

    def check_quotes(self, claim, properties):
        """How many of the claim's quotes were looked up; a wrong one is a fault."""
        quotes = {value.value for predicate, value in properties if predicate == SMP + "quote"}
        found = set()
        looked_up = 0
        for predicate, value in properties:
            match = PASSAGE.match(value.value) if predicate == SMP + "fromPassage" else None
            source = self.texts.get(match["document"]) if match else None
            if source is None:
                continue
            looked_up += 1
            passage = source[int(match["start"]):int(match["end"])]
            if passage and passage in quotes:
                found.add(passage)
            else:
                self.faults.add("graph.nq", "a passage is not what the claim quotes",
                                f"{value.value}: {passage[:80]!r}, quoted {sorted(quotes)[0][:80]!r}" if quotes else value.value)
        if looked_up and found != quotes:
            self.faults.add("graph.nq", "a quote without a passage", f"{claim}: {sorted(quotes - found)[:1]}")
        return looked_up


def check_graphml(faults, folder, facts, root):
    path = folder / "graph.graphml"
    by_networkx = read(faults, path, networkx.read_graphml, "networkx")
    with warnings.catch_warnings(record=True) as raised:
        warnings.simplefilter("always")
        by_igraph = read(faults, path, lambda p: igraph.Graph.Read_GraphML(str(p)), "igraph")
    if by_networkx is None or by_igraph is None:
        return
    for warning in raised:
        faults.add(path.name, "igraph warns", str(warning.message))
    if root:
        description.check_graphml(faults, by_networkx, by_igraph, facts, root)
    counts = (by_networkx.number_of_nodes(), by_networkx.number_of_edges())
    if counts != (by_igraph.vcount(), by_igraph.ecount()):
        faults.add(path.name, "networkx and igraph count differently",
                   f"{counts} and {(by_igraph.vcount(), by_igraph.ecount())}")
    if not all(counts):
        faults.add(path.name, "has no nodes or no edges", str(counts))
    for node, attributes in by_networkx.nodes(data=True):
        for name in ("label", "class"):
            if not str(attributes.get(name, "")).strip():
                faults.add(path.name, f"networkx finds a node without {name}", str(node))
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", str(attributes.get("color", ""))):
            faults.add(path.name, "networkx finds a node without a colour #rrggbb", str(node))
    for start, end, attributes in by_networkx.edges(data=True):
        if not str(attributes.get("label", "")).strip():
            faults.add(path.name, "networkx finds an edge without label", f"{start} to {end}")
    for name in ("label", "class", "color"):
        if name not in by_igraph.vs.attributes() or not all(by_igraph.vs[name]):
            faults.add(path.name, f"igraph finds a node without {name}")
    if "label" not in by_igraph.es.attributes() or not all(by_igraph.es["label"]):
        faults.add(path.name, "igraph finds an edge without label")
    faults.note(f"graph.graphml: {counts[0]} nodes, {counts[1]} edges")


def check_xml(faults, folder):
    xmllint = shutil.which("xmllint")
    if not xmllint:
        faults.add("xmllint", "is not installed")
        return
    for path in sorted(folder.glob("*.svg")) or [folder / "graph.svg"]:
        lint(faults, path, [xmllint, "--nonet", "--noout"])
    schema = pathlib.Path(os.environ.get("SIMPUL_SHARED", "../shared")) / "schemas" / "graphml.xsd"
    graphml = folder / "graph.graphml"
    if schema.is_file():
        lint(faults, graphml, [xmllint, "--nonet", "--noout", "--schema", str(schema)])
    else:
        lint(faults, graphml, [xmllint, "--nonet", "--noout"])
        if os.environ.get("SIMPUL_REQUIRE_SHARED") == "1":
            faults.add(graphml.name, "its schema is missing", str(schema))
        else:
            faults.note(f"graph.graphml: not validated, {schema} is not there")


def lint(faults, path, command):
    if not path.is_file():
        faults.add(path.name, "is missing")
        return
    result = subprocess.run(command + [str(path)], capture_output=True, text=True, check=False)
    if result.returncode:
        faults.add(path.name, "xmllint refuses it", result.stderr.strip().splitlines()[0])
    else:
        faults.note(f"{path.name}: {'valid' if '--schema' in command else 'well formed'}")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exports", type=pathlib.Path)
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--pack", type=pathlib.Path)
    options = parser.parse_args(arguments)
    for folder in (options.exports, options.corpus, options.pack):
        if folder and not folder.is_dir():
            parser.error(f"{folder} is no folder")
    # rdflib otherwise rewrites values as it reads them, and warns of its own old code.
    warnings.filterwarnings("ignore", category=DeprecationWarning, module="rdflib")
    rdflib.NORMALIZE_LITERALS = False
    faults = Faults()
    facts, root = check_rdf(faults, options.exports, options.corpus, options.pack)
    check_graphml(faults, options.exports, facts, root)
    check_xml(faults, options.exports)
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
