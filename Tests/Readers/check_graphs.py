#!/usr/bin/env python3
"""Converts RDF to every format of graphs and reads the files with programs that Simpul did not write.

    check_graphs.py PROGRAM PACK GRAPH.nq

The graph of the RDF is made here a second time, from the file and the style alone (pyoxigraph and
PyYAML), and compared with what networkx, igraph, Graphviz and the csv module of Python find: nodes,
edges with their directions, labels, values, several values, dates. GraphML and GEXF are validated
where $SIMPUL_SHARED/schemas is there. The contracts of Gephi, Cytoscape, yEd and Neo4j's APOC are
those of viewer_contracts.py, those of libraries that take JSON in json_dialects.py, those of formats of
several files in folder_formats.py, where Kùzu loads the tables for Neo4j. Then the same with a hostile graph and with graphs of nothing.
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

import folder_formats
import json_dialects
import viewer_contracts
from expected_graph import SMP, Expected, cleaned, same
from faults import Faults
from sample_graphs import dated, placed, samples

FLAVOURS = ("plain", "gephi", "yed", "neo4j", "cytoscape")


class Run:
    def __init__(self, faults, program, folder, data, pack, style):
        self.faults, self.program, self.folder, self.data, self.pack = faults, program, folder, data, pack
        self.expected = Expected(data, style)
        # By the IRI as a file can hold it.
        self.by_written = {cleaned(node): node for node in self.expected.nodes}

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
        for dialect, reader in json_dialects.READERS.items():
            if path := self.convert(dialect, f"graph.{dialect}.json"):
                self.check_json(path, reader)
        self.check_folders()
        if path := self.convert("geojson", "graph.geojson"):
            self.check_map(path)
        self.check_mermaid()
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

    def check_json(self, path, reader):
        """JSON holds every text, so that nothing may differ by a character."""
        where = f"{self.data.name} as {path.name}"
        try:
            nodes, edges = reader(path)
        except (ValueError, KeyError) as error:
            return self.faults.add(where, "breaks the reader's contract", repr(error)[:300])
        iri = {key: attributes["iri"] for key, attributes in nodes.items()}
        self.compare(where, map(cleaned, iri.values()),
                     [tuple(map(cleaned, (iri[s], d["predicate"], iri[t]))) for s, d, t in edges])
        for attributes in nodes.values():
            if cleaned(attributes[json_dialects.LABEL]) not in self.expected.labels(attributes["iri"]):
                self.faults.add(where, "has a label that is none", attributes["iri"][:80])
            self.check_json_values(where, attributes)
        return None

    def check_json_values(self, where, attributes):
        found = set()
        for value in attributes.values():
            for item in value if isinstance(value, list) else [value]:
                found.add(json.dumps(item) if isinstance(item, (bool, int, float)) else item)
        for predicate, language, value in self.expected.values.get(attributes["iri"], ()):
            wanted = value.rsplit("#", 1)[-1] if value.startswith(SMP) else value
            if wanted not in found and not any(same(wanted, text) for text in found):
                self.faults.add(where, "misses a value", f"{attributes['iri'][:80]} {predicate} {wanted[:80]!r}")

    def check_folders(self):
        """Folders, Cypher and JSON Canvas: the nodes, edges and values that JSON for D3 has."""
        if not (path := self.convert("d3", "graph.d3.json")):
            return
        wanted = json_dialects.READERS["d3"](path)
        readers = {**folder_formats.FOLDERS, "cypher": folder_formats.cypher, "canvas": folder_formats.canvas}
        for name, reader in readers.items():
            if not (path := self.convert(name, f"graph.{name}")):
                continue
            where = f"{self.data.name} as {name}"
            try:
                nodes, edges = reader(path)
            except (ValueError, KeyError, RuntimeError, csv.Error) as error:
                self.faults.add(where, "breaks the reader's contract", repr(error)[:400])
                continue
            self.check_same(where, name, (nodes, edges), wanted)

    def check_same(self, where, name, found, wanted):
        """Nodes by their IRIs and captions, edges by ends and predicate, as far as the format has them."""
        nodes, edges = found
        known, lines = wanted
        by_note = {node["iri"]: key for key, node in nodes.items()} if name == "obsidian" else {}
        key_of = {key: by_note.get(node["iri"], key) for key, node in known.items()}
        for key, node in known.items():
            other = nodes.get(key_of[key])
            if other is None:
                self.faults.add(where, "misses a node", node["iri"][:80])
                continue
            if name != "canvas" and other["iri"] != node["iri"]:
                self.faults.add(where, "has another IRI", f"{other['iri'][:80]} {node['iri'][:80]}")
            label = node[json_dialects.LABEL]
            if name == "canvas":
                label = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", re.sub("[\t\n\r]", " ", label))
            if other[json_dialects.LABEL] != label:
                self.faults.add(where, "has another label", f"{other[json_dialects.LABEL][:80]!r} {label[:80]!r}")
            if name not in ("canvas", "flourish"):
                self.check_folder_values(where, name, other, node)
        if len(nodes) != len(known):
            self.faults.add(where, "has other nodes", f"{len(nodes)} for {len(known)}")
        has_predicate = name not in ("canvas", "obsidian")
        ours = collections.Counter((s, d["predicate"] if has_predicate else "", t) for s, d, t in edges)
        theirs = collections.Counter(
            (key_of[s], d["predicate"] if has_predicate else "", key_of[t]) for s, d, t in lines)
        for edge in (theirs - ours).elements():
            self.faults.add(where, "misses an edge", str(edge)[:200])
        for edge in (ours - theirs).elements():
            self.faults.add(where, "has an edge too many", str(edge)[:200])

    def check_folder_values(self, where, name, found, wanted):
        """Every value of a node stands somewhere in its row, whatever the column is called."""
        texts = collections.Counter()
        for value in found.values():
            items = value if isinstance(value, list) else [value]
            if isinstance(value, str) and name in ("kumu", "gephi"):
                items = [value, *value.split("|")] if name == "kumu" else [value]
                if value.startswith("["):
                    try:
                        items += json.loads(value)
                    except ValueError:
                        pass
            texts.update(as_text(item) for item in items)
        for key, value in wanted.items():
            if key in ("x", "y", "fx", "fy", "size", "id", "name", "index", "community", "pagerank", "betweenness"):
                continue
            for item in value if isinstance(value, list) else [value]:
                text = as_text(item)
                if text and not texts[text] and not any(same(text, other) for other in texts):
                    self.faults.add(where, "misses a value", f"{wanted['iri'][:60]} {key} {text[:80]!r}")

    def check_mermaid(self):
        """A flowchart within the limits of Mermaid, or a refusal with advice."""
        where, path = f"{self.data.name} as mermaid", self.folder / "graph.mmd"
        path.unlink(missing_ok=True)
        result = subprocess.run([self.program, "convert", str(self.data), "-o", str(path), *self.pack],
                                capture_output=True, text=True, check=False)
        if result.returncode:
            text = sum(len(max(self.expected.labels(n), key=len)) for n in self.expected.nodes)
            if path.exists() or "--around" not in result.stderr:
                self.faults.add(where, "is refused without advice, or half written", result.stderr[:200])
            if len(self.expected.edges) <= 500 and text < 5_000:
                self.faults.add(where, "is refused below the limits", result.stderr[:200])
            return
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        nodes = [line for line in lines if re.fullmatch(r'  n\d+\["[^"]*"\]:::c\d+', line)]
        edges = [line for line in lines if re.fullmatch(r'  n\d+ (-->|---|-\.->|-\.-)\|"[^"]*"\| n\d+', line)]
        looks = [line for line in lines if line.startswith("  classDef c")]
        if (len(nodes), len(edges)) != (len(self.expected.nodes), len(self.expected.edges)):
            self.faults.add(where, "has other nodes or edges than the RDF")
        if len(lines) != 1 + len(nodes) + len(edges) + len(looks) or len(text.encode("utf-16-le")) > 100_000:
            self.faults.add(where, "has lines of no meaning, or is too long")

    def check_map(self, path):
        where = f"{self.data.name} as {path.name}"
        try:
            points, lines = json_dialects.geojson(path)
        except (ValueError, KeyError) as error:
            return self.faults.add(where, "breaks the rules of GeoJSON", repr(error)[:300])
        placed = self.expected.positions()
        if points != self.expected.own_positions():
            self.faults.add(where, "has other points than the RDF")
        found = collections.Counter()
        for start, properties, end, first, last in lines:
            found[start, properties["iri" if "iri" in properties else "predicate"], end] += 1
            # Both sides of the antimeridian are one place.
            if any((a[0] - b[0]) % 360 or a[1] != b[1] for a, b in ((first, placed[start]), (last, placed[end]))):
                self.faults.add(where, "has a line from or to another place", f"{start} {end}")
        wanted = self.expected.lines(placed)
        for line in (wanted - found).elements():
            self.faults.add(where, "misses a line", str(line)[:200])
        for line in (found - wanted).elements():
            self.faults.add(where, "has a line too many", str(line)[:200])
        return None

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
        for _, node in graph.nodes(data=True):
            self.check_looks(where, node)
        found = [(iri[s], d["predicate"], iri[t]) for s, t, d in graph.edges(data=True)]
        return self.compare(f"{where} (networkx)", iri.values(), found)

    def check_looks(self, where, node):
        """Label and time of a node of GEXF."""
        known = self.by_written.get(node["iri"])
        if known is None:
            return
        if node["label"] not in self.expected.labels(known):
            self.faults.add(where, "has a label that is none", f"{node['iri'][:80]} {node['label'][:80]!r}")
        spells = node.get("spells") or [(node.get("start"), node.get("end"))]
        # networkx writes an open end of several as the word None.
        found = {tuple(None if end in (None, "", "None") else end for end in span) for span in spells}
        found.discard((None, None))
        if found != self.expected.spans(known):
            self.faults.add(where, "has other dates than the RDF",
                            f"{node['iri'][:80]} {sorted(found, key=str)} {sorted(self.expected.spans(known), key=str)}")

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


def as_text(value):
    """A value as every format writes it in a text."""
    return json.dumps(value) if isinstance(value, (bool, int, float)) else str(value)


def main(arguments):
    program, pack, data = map(pathlib.Path, arguments)
    faults = Faults()
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = pathlib.Path(name_of_folder)
        Run(faults, program, folder, data, ["--ontology", str(pack)], pack).check()
        for sample in [*samples(folder), dated(folder), placed(folder)]:
            Run(faults, program, folder, sample, ["--ontology", str(pack)], pack).check()
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
