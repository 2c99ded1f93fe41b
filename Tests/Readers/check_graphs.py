#!/usr/bin/env python3
"""Converts RDF to every format of graphs and reads the files with programs that Simpul did not write.

    check_graphs.py PROGRAM PACK GRAPH.nq

The graph of the RDF is made here a second time, from the file and the style alone (pyoxigraph and
PyYAML), and compared with what networkx, igraph, Graphviz and the csv module of Python find: nodes,
edges with their directions, labels, values, several values, dates. GraphML and GEXF are validated
where $SIMPUL_SHARED/schemas is there. The contracts of Gephi, Cytoscape, yEd and Neo4j's APOC are
those of viewer_contracts.py. Then the same with a hostile graph and with graphs of nothing.
Exit status: 0 no fault, 1 faults (listed on standard output).
"""

import collections
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings

import igraph
import networkx
import pyoxigraph
import yaml

import viewer_contracts
from faults import Faults

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"
FLAVOURS = ("plain", "gephi", "yed", "neo4j", "cytoscape")
INVALID = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Expected:
    """The graph that a file of RDF holds, by the style."""

    def __init__(self, path, style):
        self.quads = list(pyoxigraph.parse(path=str(path)))
        self.read_style(style)
        subjects = collections.defaultdict(set)
        self.types = collections.defaultdict(set)
        for quad in self.quads:
            subjects[name(quad.subject)].add(quad.predicate.value)
            if quad.predicate.value == RDF + "type":
                self.types[name(quad.subject)].add(name(quad.object))
        parts = {RDF + part for part in ("subject", "predicate", "object")}
        self.claims = {s for s, predicates in subjects.items() if parts <= predicates}
        self.conflicts = {s for s, t in self.types.items() if self.conflict in t}
        self.edges, self.values, ends, used = set(), collections.defaultdict(set), set(), set()
        things = set()
        for quad in self.quads:
            s, p, o = name(quad.subject), quad.predicate.value, name(quad.object)
            if s in self.claims | self.conflicts or self.is_kind(s, self.contracted):
                continue
            is_literal = isinstance(quad.object, pyoxigraph.Literal)
            if self.is_kind(s, self.hidden) or p in self.hidden_predicates:
                continue
            if not is_literal and self.is_kind(o, self.hidden | set(self.contracted) | {self.conflict}):
                continue
            things.add(s)
            if p == RDF + "type":
                continue
            if is_literal or p in self.attributes:
                self.values[s].add((p, quad.object.language if is_literal else None, quad.object.value))
                used.update(() if is_literal else (o,))
            else:
                things.add(o)
                ends |= {s, o}
                self.edges.add((s, p, o))
        self.contract(things, ends)
        self.leave_out()
        self.nodes = {t for t in things if not (CONCEPT in self.types[t] and t in used and t not in ends)}

    def read_style(self, style):
        self.hidden, self.contracted, self.attributes = set(), {}, set()
        self.hidden_predicates, self.symmetric, self.aligned = set(), set(), {}
        self.conflict = "https://w3id.org/simpul/ns#Conflict"
        if style is None:
            return
        look = yaml.safe_load((style / "style.yaml").read_text())
        tables = yaml.safe_load((style / "predicates.yaml").read_text())["predicates"]

        def iri(text):
            prefix, colon, rest = text.partition(":")
            return text if rest.startswith("//") else look["prefixes"][prefix] + rest if colon else look["namespace"] + text

        self.hidden = {iri(n) for n in look["hidden"]}
        self.hidden |= {iri(n) for n, c in look["classes"].items() if c.get("hidden")}
        self.contracted = {iri(n): [{k: iri(v) for k, v in rule.items()} for rule in c["contracted"]]
                           for n, c in look["classes"].items() if "contracted" in c}
        self.attributes = {iri(n) for n in look["attributes"]}
        for n, entry in look["predicates"].items():
            {"attribute": self.attributes, "hidden": self.hidden_predicates}.get(entry.get("show"), set()).add(iri(n))
            self.aligned[iri(n)] = [iri(a) for a in entry.get("aligned", [])]
        for n, entry in tables.items():
            if entry.get("object") == "concept":
                self.attributes.add(iri(n))
            if entry.get("symmetric"):
                self.symmetric.add(iri(n))
        self.dashed = {n for n, s in look["statuses"].items() if s["line"] == "dashed"}

    def is_kind(self, thing, classes):
        return not self.types[thing].isdisjoint(classes)

    def contract(self, things, ends):
        said = collections.defaultdict(lambda: collections.defaultdict(set))
        for quad in self.quads:
            if self.is_kind(name(quad.subject), self.contracted):
                said[name(quad.subject)][quad.predicate.value].add(name(quad.object))
        added = set()
        for thing, values in said.items():
            status = {v.rsplit("#", 1)[-1] for v in values["https://w3id.org/simpul/ns#status"]}
            for rule in (r for c in self.types[thing] for r in self.contracted.get(c, [])):
                planned = status & self.dashed and rule.get("planned")
                for source in values[rule["from"]]:
                    for target in values[rule["to"]]:
                        pair = {(source, p, target) for p in (rule["edge"], rule.get("planned"))}
                        if not pair & self.edges:
                            added.add((source, planned or rule["edge"], target))
                for end in values[rule["from"]] | values[rule["to"]]:
                    things.add(end)
                    ends.add(end)
        self.edges |= added

    def leave_out(self):
        implied = {(s, general, o) for s, p, o in self.edges for general in self.aligned.get(p, [])}
        self.edges -= implied
        self.edges -= {(s, p, o) for s, p, o in self.edges
                       if p in self.symmetric and (o, p, s) in self.edges and o.encode() < s.encode()}

    def lines(self):
        return collections.Counter(self.edges)


def name(term):
    if isinstance(term, pyoxigraph.BlankNode):
        return "_:" + term.value
    return str(term) if isinstance(term, pyoxigraph.Triple) else term.value


def cleaned(text):
    return INVALID.sub("\ufffd", text)


class Run:
    def __init__(self, faults, program, folder, data, pack, style):
        self.faults, self.program, self.folder, self.data, self.pack = faults, program, folder, data, pack
        self.expected = Expected(data, style)

    def convert(self, target, file, *options):
        """The file made, or None where the program failed."""
        path = self.folder / file
        result = subprocess.run(
            [self.program, "convert", str(self.data), "--to", target, "-o", str(path), *self.pack, *options],
            capture_output=True, text=True, check=False)
        if result.returncode:
            self.faults.add(f"{self.data.name} as {target}", "the program fails", result.stderr.strip())
            return None
        return path

    def check(self):
        for flavour in FLAVOURS:
            if path := self.convert(f"graphml:{flavour}", f"{flavour}.graphml"):
                self.check_graphml(path, flavour)
        if path := self.convert("gexf", "graph.gexf"):
            self.check_gexf(path)
        if path := self.convert("dot", "graph.dot"):
            self.check_dot(path)
        if path := self.convert("svg", "graph.svg"):
            self.lint(path)
        if path := self.convert("agreements", "agreements.csv"):
            self.check_csv(path)
        self.faults.note(f"{self.data.name}: {len(self.expected.nodes)} nodes and "
                         f"{len(self.expected.edges)} edges in every format")

    def compare(self, where, nodes, edges):
        """`nodes`: IRI of each; `edges`: (source IRI, predicate, target IRI) of each."""
        known, lines = collections.Counter(map(cleaned, self.expected.nodes)), collections.Counter(
            tuple(map(cleaned, line)) for line in self.expected.edges)
        for what, found, wanted in (("node", collections.Counter(nodes), known),
                                    ("edge", collections.Counter(edges), lines)):
            for item in sorted((wanted - found).elements()):
                self.faults.add(where, f"misses the {what}", str(item)[:200])
            for item in sorted((found - wanted).elements()):
                self.faults.add(where, f"has one {what} too many", str(item)[:200])

    def check_graphml(self, path, flavour):
        where = f"{self.data.name} as {path.name}"
        for breach in {"gephi": viewer_contracts.gephi, "cytoscape": viewer_contracts.cytoscape,
                       "neo4j": viewer_contracts.apoc, "yed": viewer_contracts.yed,
                       "plain": lambda p: viewer_contracts.shared(p, viewer_contracts.Document(p))}[flavour](path):
            self.faults.add(where, "breaks the viewer's contract", breach)
        # Graphics of yEd, labels of APOC and the kinds of Gephi are beyond the schema.
        self.lint(path, "graphml.xsd" if flavour in ("plain", "cytoscape") else None)
        try:
            graph = networkx.read_graphml(path, force_multigraph=True)
        except Exception as error:  # every library raises types of its own
            return self.faults.add(where, "networkx cannot read it", str(error))
        iri = dict(graph.nodes(data="iri"))
        self.compare(f"{where} (networkx)", iri.values(),
                     [(iri[s], d["predicate"], iri[t]) for s, t, d in graph.edges(data=True)])
        if flavour == "plain":
            self.check_values(where, graph)
            self.check_igraph(where, path, graph)
        return None

    def check_igraph(self, where, path, by_networkx):
        with warnings.catch_warnings(record=True) as raised:
            warnings.simplefilter("always")
            graph = igraph.Graph.Read_GraphML(str(path))
        for warning in raised:
            self.faults.add(where, "igraph warns", str(warning.message))
        if graph.vcount():
            iri = graph.vs["iri"]
            self.compare(f"{where} (igraph)", iri,
                         [(iri[e.source], e["predicate"], iri[e.target]) for e in graph.es])
            if graph.vs["label"] != [label for _, label in by_networkx.nodes(data="label")]:
                self.faults.add(where, "igraph and networkx find different labels")

    def check_values(self, where, graph):
        """Every value of the RDF is found at its node, in a column of its own or in an array."""
        for _, attributes in graph.nodes(data=True):
            found = collections.Counter()
            for key, value in attributes.items():
                text = str(value).lower() if isinstance(value, bool) else str(value)
                items = [text]
                if isinstance(value, str) and value.startswith("["):
                    try:
                        items += [cleaned(v) for v in json.loads(value)]
                    except ValueError:
                        pass
                found.update(items)
            for predicate, language, value in self.expected.values.get(attributes["iri"], ()):
                wanted = cleaned(value)
                local = wanted.rsplit("#", 1)[-1] if wanted.startswith("https://w3id.org/simpul/ns#") else wanted
                if value and not any(same(local, text) for text in found):
                    self.faults.add(where, "misses a value", f"{attributes['iri'][:80]} {predicate} {wanted[:80]!r}")

    def check_gexf(self, path):
        where = f"{self.data.name} as {path.name}"
        for breach in viewer_contracts.gephi_gexf(path):
            self.faults.add(where, "breaks Gephi's contract", breach)
        # The schema wants the looks in the namespace of the graph.
        copy = self.folder / "without-prefix.gexf"
        copy.write_text(path.read_text(encoding="utf-8").replace("<viz:", "<").replace("</viz:", "</"), encoding="utf-8")
        self.lint(copy, "gexf.xsd")
        try:
            graph = networkx.read_gexf(path)
        except Exception as error:
            return self.faults.add(where, "networkx cannot read it", str(error))
        iri = dict(graph.nodes(data="iri"))
        found = [(iri[s], d["predicate"], iri[t]) for s, t, d in graph.edges(data=True)]
        return self.compare(f"{where} (networkx)", iri.values(), found)

    def check_dot(self, path):
        where = f"{self.data.name} as {path.name}"
        result = subprocess.run(["neato", "-n", "-Tdot_json", str(path)], capture_output=True, check=False)
        if result.returncode:
            return self.faults.add(where, "Graphviz refuses it", result.stderr.decode("utf-8", "replace")[:300])
        # dot_json writes some controls as they are.
        graph = json.loads(result.stdout.decode("utf-8"), strict=False)
        objects = graph.get("objects", [])
        # A backslash before a quote or at the end is doubled: the language has no other way.
        iri = {o["_gvid"]: o["iri"] for o in objects}
        return self.compare(f"{where} (Graphviz)", iri.values(),
                            [(iri[e["tail"]], e["predicate"], iri[e["head"]]) for e in graph.get("edges", [])])

    def check_csv(self, path):
        where = f"{self.data.name} as {path.name}"
        raw = path.read_bytes()
        if not raw.startswith(b"\xef\xbb\xbf"):
            self.faults.add(where, "does not tell that it is UTF-8")
        if re.search(rb"(?<!\r)\n", re.sub(rb'"[^"]*"', b"", raw)):
            self.faults.add(where, "has a line end that is not CR LF")
        rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True), strict=True))
        agreements = {n for n in self.expected.nodes
                      if "https://w3id.org/simpul/ns#Agreement" in self.expected.types[n]}
        if self.pack and {row[-1] for row in rows[1:]} != {cleaned(n) for n in agreements}:
            self.faults.add(where, "has other agreements than the RDF")
        for row in rows[1:]:
            for cell in row:
                if cell[:1] in ("=", "+", "-", "@"):
                    self.faults.add(where, "holds a formula", cell[:80])

    def lint(self, path, schema=None):
        command = ["xmllint", "--nonet", "--noout", "--huge"]
        folder = pathlib.Path(os.environ.get("SIMPUL_SHARED", "../shared")) / "schemas"
        if schema == "gexf.xsd" and (folder / "gexf13-gexf.xsd").is_file():
            # The files name each other without the number of the version.
            for part in ("gexf", "dynamics", "viz"):
                shutil.copy(folder / f"gexf13-{part}.xsd", self.folder / f"{part}.xsd")
            command += ["--schema", str(self.folder / "gexf.xsd")]
        elif schema == "graphml.xsd" and (folder / schema).is_file():
            command += ["--schema", str(folder / schema)]
        result = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        if result.returncode:
            self.faults.add(f"{self.data.name} as {path.name}", "xmllint refuses it",
                            (result.stderr.strip().splitlines() or ["?"])[0][:300])


def same(left, right):
    if left == right:
        return True
    try:
        return float(left) == float(right)
    except ValueError:
        return {left, right} in ({"1", "true"}, {"0", "false"})


def hostile(folder):
    """Names, values and predicates that break careless writers and readers."""
    texts = ["Zürich & 'Köln' <b> \"x\" ]]>", "a\0b\x01c\ufffe\uffff", "\t baris\r\nbaru ", "", "كوالا لمبور",
             "漢字都市", "👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿", "--><script>alert(1)</script>", "INFRASTRUCTURE ACT", "a\\b \\\" c", "=1+1",
             "-2", "@x", "</data>", "&amp;", "[\"a\"]", "true", "NaN", "x" * 5_000_000]
    names = ["label", "Label", "LABEL", "id", "ID", "x", "X", "weight", "Weight", "r", "size", "color", "name",
             "Name", "INFRASTRUCTURE", "labels", "interaction", "source", "selected", "SUID", "a%20b", "desc", "kind"]
    lines = []

    def literal(text, tail=""):
        out = ['"']
        for character in text:
            code = ord(character)
            out.append({"\\": "\\\\", '"': '\\"'}.get(character)
                       or (f"\\u{code:04X}" if code < 0x20 or code in (0xFFFE, 0xFFFF) else character))
        return "".join(out) + '"' + tail

    def add(subject, predicate, value):
        lines.append(f"{subject} <{predicate}> {value} .")

    for number, text in enumerate(texts):
        node = f"<http://x.example/{number}>"
        add(node, RDFS_LABEL, literal(text))
        add(node, "http://x.example/ns#loop", node)
        add(node, "http://x.example/ns#next", f"<http://x.example/{(number + 1) % len(texts)}>")
        for predicate in names:
            if len(text) < 1000:
                add(node, f"http://x.example/ns#{predicate}", literal(text))
                add(node, f"http://x.example/ns#{predicate}", literal(text + "2", "@ID"))
        add(node, "http://x.example/ns#INF", literal(str(number), "^^<http://www.w3.org/2001/XMLSchema#integer>"))
    for number in range(300):
        add("<http://x.example/0>", f"http://x.example/p#{number}", "<http://x.example/1>")
    add("_:b", "http://x.example/ns#next", "_:b")
    path = folder / "hostile.nt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def main(arguments):
    program, pack, data = map(pathlib.Path, arguments)
    faults = Faults()
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = pathlib.Path(name_of_folder)
        Run(faults, program, folder, data, ["--ontology", str(pack)], pack).check()
        # An empty pack is no style: no name of the pack is known.
        samples = {"hostile.nt": hostile(folder)}
        for kind, text in (("nothing.nt", ""), ("no-edges.nt", f'<i:a> <{RDFS_LABEL}> "a" .\n')):
            samples[kind] = folder / kind
            samples[kind].write_text(text, encoding="utf-8")
        for sample in samples.values():
            Run(faults, program, folder, sample, ["--ontology", str(pack)], pack).check()
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
