"""Reads what Simpul writes for libraries that take JSON, each by the rules of its own readers.

Every function gives the nodes as {id: attributes}, each with its label under LABEL, and the edges as
(id of the source, attributes, id of the target); a breach of the rules is a ValueError.
"""

import json
import math
import os
import pathlib

import jsonschema
import networkx

LABEL = "(label)"
# What CX2 calls the types of Python.
TYPES = {"string": str, "boolean": bool, "integer": int, "long": int, "double": (int, float)}
# The order of https://cytoscape.org/cx/cx2/specification: declarations before what uses them.
ASPECTS = ["metaData", "attributeDeclarations", "networkAttributes", "nodes", "edges", "visualProperties", "status"]


def load(path):
    """The document; a name twice in one object and a number that is none are refused."""
    def unique(pairs):
        members = dict(pairs)
        if len(members) != len(pairs):
            raise ValueError(f"a name stands twice among {[k for k, _ in pairs]}")
        return members

    def refuse(text):
        raise ValueError(f"{text} is no number of JSON")

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique, parse_constant=refuse)


def demand(holds, breach):
    if not holds:
        raise ValueError(breach)


def finite(*numbers):
    for number in numbers:
        demand(isinstance(number, (int, float)) and not isinstance(number, bool) and math.isfinite(number),
               f"{number!r} is no place")


def cytoscapejs(path):
    """https://js.cytoscape.org/#notation/elements-json: text ids, one name space for nodes and edges."""
    elements = load(path)["elements"]
    nodes, edges, taken = {}, [], set()
    for element in elements["nodes"] + elements["edges"]:
        data = element["data"]
        demand(isinstance(data["id"], str) and data["id"] not in taken, f"id {data['id']!r} is no text or not unique")
        taken.add(data["id"])
        demand("parent" not in data, "a node lies in another one")
    for element in elements["nodes"]:
        data = element["data"]
        finite(element["position"]["x"], element["position"]["y"], data["size"])
        nodes[data["id"]] = {**data, LABEL: data["name"]}
    for element in elements["edges"]:
        data = element["data"]
        demand(data["source"] in nodes and data["target"] in nodes, "an edge has no end")
        demand(isinstance(data["interaction"], str), "an edge has no caption")
        edges.append((data["source"], data, data["target"]))
    return nodes, edges


def graphology(path):
    """https://graphology.github.io/serialization.html; a directed graph takes no undirected edge."""
    document = load(path)
    demand(document["options"] == {"type": "directed", "multi": True, "allowSelfLoops": True}, "other options")
    nodes, edges = {}, []
    for node in document["nodes"]:
        demand(set(node) <= {"key", "attributes"} and node["key"] not in nodes, f"node {node['key']!r} is not unique")
        attributes = node["attributes"]
        finite(attributes["x"], attributes["y"], attributes["size"])
        nodes[node["key"]] = {**attributes, LABEL: attributes["label"]}
    keys = [edge["key"] for edge in document["edges"]]
    demand(len(set(keys)) == len(keys), "edges share a key")
    for edge in document["edges"]:
        demand(set(edge) <= {"key", "source", "target", "attributes"}, "an edge has members of no meaning")
        demand(edge["source"] in nodes and edge["target"] in nodes, "an edge has no end")
        demand(edge["attributes"]["type"] in ("arrow", "line"), "sigma.js has no program for the edge")
        edges.append((edge["source"], edge["attributes"], edge["target"]))
    return nodes, edges


def d3(path):
    """networkx reads it; D3 takes the same."""
    document = load(path)
    graph = networkx.node_link_graph(document, edges="links")
    for node in document["nodes"]:
        finite(node["x"], node["y"], node["fx"], node["fy"])
    return ({node: {**data, LABEL: data["name"]} for node, data in graph.nodes(data=True)},
            [(s, data, t) for s, t, data in graph.edges(data=True)])


def jgf(path):
    """Valid by the published schema where $SIMPUL_SHARED has it."""
    document = load(path)
    schema = pathlib.Path(os.environ.get("SIMPUL_SHARED", "../shared")) / "schemas" / "jgf.schema.json"
    if schema.is_file():
        try:
            jsonschema.validate(document, json.loads(schema.read_text()))
        except jsonschema.ValidationError as error:
            raise ValueError(f"the schema refuses it: {error.message[:200]}") from error
    graph = document["graph"]
    nodes = {key: {**node["metadata"], LABEL: node["label"]} for key, node in graph["nodes"].items()}
    for edge in graph["edges"]:
        demand(edge["source"] in nodes and edge["target"] in nodes, "an edge has no end")
        demand(edge["directed"] is not edge["metadata"]["symmetric"], "an edge has an arrow and holds both ways")
    return nodes, [(e["source"], e["metadata"], e["target"]) for e in graph["edges"]]


def cx2(path):
    """The order of the parts, the counts, and every attribute of the type that is declared for it."""
    head, *aspects = load(path)
    demand(head["CXVersion"] == "2.0", "another version")
    names = [next(iter(aspect)) for aspect in aspects]
    demand(names == ASPECTS, f"parts in the order {names}")
    parts = {name: aspect[name] for name, aspect in zip(names, aspects, strict=True)}
    counts = {entry["name"]: entry["elementCount"] for entry in parts["metaData"]}
    demand(counts == {name: len(parts[name]) for name in ASPECTS[1:-1]}, "the counts are wrong")
    demand(parts["status"] == [{"success": True}], "no success is told")
    declared = parts["attributeDeclarations"][0]

    def check(owner, values):
        for name, value in values.items():
            kind = declared[owner][name]["d"]
            items = value if kind.startswith("list_of_") else [value]
            wanted = TYPES[kind.removeprefix("list_of_")]
            demand(isinstance(items, list) and all(
                isinstance(i, wanted) and isinstance(i, bool) == (wanted is bool) for i in items),
                f"{name} is declared as {kind} and is {str(value)[:80]!r}")

    check("networkAttributes", parts["networkAttributes"][0])
    nodes = {}
    for node in parts["nodes"]:
        demand(node["id"] not in nodes, "nodes share an id")
        finite(node["x"], node["y"])
        check("nodes", node["v"])
        nodes[node["id"]] = {**node["v"], LABEL: node["v"]["name"]}
    edges = []
    for edge in parts["edges"]:
        check("edges", edge["v"])
        demand(edge["s"] in nodes and edge["t"] in nodes, "an edge has no end")
        edges.append((edge["s"], edge["v"], edge["t"]))
    return nodes, edges


READERS = {"cx2": cx2, "cytoscapejs": cytoscapejs, "graphology": graphology, "d3": d3, "jgf": jgf}


def geojson(path):
    """RFC 7946: the points by the IRI of the thing, and the lines as (IRI, properties, IRI)."""
    document = load(path)
    demand(document["type"] == "FeatureCollection", "no collection of features")
    ids = [feature["id"] for feature in document["features"]]
    demand(len(set(ids)) == len(ids), "features share an id")
    points, lines = {}, []
    for feature in document["features"]:
        demand(feature["type"] == "Feature", "something is no feature")
        geometry, properties = feature["geometry"], feature["properties"]
        parts = {"Point": lambda c: [[c]], "LineString": lambda c: [c], "MultiLineString": lambda c: c}[
            geometry["type"]](geometry["coordinates"])
        for part in parts:
            for east, north in part:
                finite(east, north)
                demand(abs(east) <= 180 and abs(north) <= 90, f"{east}, {north} is on no map")
            # Nothing goes the long way round.
            demand(all(abs(a[0] - b[0]) <= 180 for a, b in zip(part, part[1:])), "a line spans the earth")
        if geometry["type"] == "Point":
            points[properties["iri"]] = tuple(geometry["coordinates"])
        else:
            lines.append((properties["from_iri"], properties, properties["to_iri"], parts[0][0], parts[-1][-1]))
    return points, lines
