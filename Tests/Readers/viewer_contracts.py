"""What viewers that cannot be run here take and refuse, written from their importers' sources.

Each function returns a list of breaches for one file; an empty list means that the viewer shows all
of it. Gephi, Cytoscape and Neo4j's APOC are no programs of Debian or PyPI.
"""

import re
import xml.etree.ElementTree as ElementTree

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
SIMPLE_TYPES = {"boolean", "int", "long", "float", "double", "string"}
# Keys that Gephi takes for properties by id, then by name; they are no columns.
GEPHI_NODE = {"label": "string", "nodelabel": "string", "x": "double", "y": "double", "z": "double",
              "size": "double", "r": "int", "g": "int", "b": "int", "color": "string"}
GEPHI_EDGE = {"edgelabel": "string", "weight": "double", "edgecolor": "string"}
CYTOSCAPE_OWN = {"suid", "selected", "shared name", "shared interaction"}


class Document:
    """A GraphML file in the order in which a streaming reader sees it."""

    def __init__(self, path):
        self.keys, self.nodes, self.edges, self.order = [], [], [], []
        current = None
        for event, element in ElementTree.iterparse(path, events=("start", "end")):
            tag = element.tag.removeprefix(GRAPHML)
            if event == "start":
                self.order.append(tag)
                if tag == "key":
                    self.keys.append(dict(element.attrib))
                elif tag in ("node", "edge"):
                    current = {"attributes": dict(element.attrib), "data": []}
                    (self.nodes if tag == "node" else self.edges).append(current)
            elif tag == "data" and current is not None:
                current["data"].append((element.get("key"), "".join(element.itertext())))
            elif tag in ("node", "edge"):
                current = None
                element.clear()


def shared(path, document):
    """What every reader of GraphML asks."""
    breaches = []
    head = open(path, "rb").read(4096)
    if b"<!DOCTYPE" in head:
        breaches.append("a DOCTYPE, which APOC refuses")
    if b'xmlns="http://graphml.graphdrawing.org/xmlns"' not in head:
        breaches.append("no default namespace in the first lines, and Cytoscape looks there only")
    if "key" in document.order and document.order.index("graph") < len(document.order) - 1 \
            - document.order[::-1].index("key"):
        breaches.append("a key behind the graph, of which igraph and Gephi drop the values")
    ids = [k["id"] for k in document.keys]
    if len(ids) != len(set(ids)):
        breaches.append("a key id twice; Cytoscape keeps one map of them")
    last_node = max((i for i, tag in enumerate(document.order) if tag == "node"), default=-1)
    first_edge = min((i for i, tag in enumerate(document.order) if tag == "edge"), default=len(document.order))
    if last_node > first_edge:
        breaches.append("a node behind an edge; Gephi and igraph make nodes of their own")
    known = {node["attributes"]["id"] for node in document.nodes}
    if len(known) != len(document.nodes):
        breaches.append("a node id twice")
    edge_ids = [edge["attributes"].get("id") for edge in document.edges]
    if None in edge_ids or len(set(edge_ids)) != len(edge_ids):
        breaches.append("an edge without an id of its own; Gephi ignores the second")
    for edge in document.edges:
        if not {edge["attributes"]["source"], edge["attributes"]["target"]} <= known:
            breaches.append(f"edge {edge['attributes'].get('id')} ends nowhere")
    owners = {key["id"]: key["for"] for key in document.keys}
    for elements, owner in ((document.nodes, "node"), (document.edges, "edge")):
        for element in elements:
            keys = [key for key, _ in element["data"]]
            if any(owners.get(key) != owner for key in keys):
                breaches.append(f"data of {element['attributes']['id']} under a key of another kind")
            if len(keys) != len(set(keys)):
                breaches.append(f"two data of one key at {element['attributes']['id']}")
            if any(not text for _, text in element["data"]):
                breaches.append(f"an empty value at {element['attributes']['id']}")
    return breaches


def gephi(path):
    """GraphML as Gephi's importer takes it."""
    document = Document(path)
    breaches = shared(path, document)
    names = {"node": {}, "edge": {}}
    for key in document.keys:
        if key["for"] not in names:
            breaches.append(f"key for {key['for']}: Gephi warns of it")
            continue
        if key.get("attr.type") not in SIMPLE_TYPES:
            breaches.append(f"key {key['id']} has the type {key.get('attr.type')}")
        properties = GEPHI_NODE if key["for"] == "node" else GEPHI_EDGE
        name = key["attr.name"]
        if key["id"].lower() not in properties and name.lower() in properties:
            breaches.append(f"key {key['id']} is swallowed as the property {name}")
        if names[key["for"]].setdefault(name.lower(), key["id"]) != key["id"]:
            breaches.append(f"two keys are the column {name.lower()}")
    for node in document.nodes:
        if not dict(node["data"]).get("label"):
            breaches.append(f"node {node['attributes']['id']} shows its id for want of a label")
    parallel = set()
    for edge in document.edges:
        if float(dict(edge["data"]).get("weight", "1")) <= 0:
            breaches.append(f"edge {edge['attributes']['id']} has no weight; Gephi removes it")
        kind = edge["attributes"].get("label")
        if not kind:
            breaches.append(f"edge {edge['attributes']['id']} has no kind")
        line = (edge["attributes"]["source"], edge["attributes"]["target"],
                dict(edge["data"]).get("predicate"))
        if line in parallel:
            breaches.append(f"edge {edge['attributes']['id']} is merged with another of its kind")
        parallel.add(line)
    return breaches


def cytoscape(path):
    """GraphML as Cytoscape's reader takes it."""
    document = Document(path)
    breaches = shared(path, document)
    named = {key["id"]: key["attr.name"] for key in document.keys if "attr.name" in key}
    for key in document.keys:
        if key["attr.name"].lower() in CYTOSCAPE_OWN:
            breaches.append(f"{key['attr.name']} is Cytoscape's own column")
        if key.get("attr.type") not in SIMPLE_TYPES:
            breaches.append(f"key {key['id']} has the type {key.get('attr.type')}")
    if not any(k["attr.name"] == "name" and k["for"] == "node" for k in document.keys):
        breaches.append("no column name")
    for node in document.nodes:
        if "name" not in {named[key] for key, _ in node["data"]}:
            breaches.append(f"node {node['attributes']['id']} without name")
    for edge in document.edges:
        if "interaction" not in {named[key] for key, _ in edge["data"]}:
            breaches.append(f"edge {edge['attributes']['id']} without interaction")
    return breaches


def apoc(path):
    """GraphML as apoc.import.graphml reads it with readLabels and storeNodeIds."""
    document = Document(path)
    breaches = shared(path, document)
    for key in document.keys:
        if key["for"] not in ("node", "edge"):
            breaches.append(f"key for {key['for']} counts as one of relationships")
        if key.get("attr.type") not in SIMPLE_TYPES:
            breaches.append(f"the type {key.get('attr.type')} ends the import")
        if key.get("attr.list") not in (None, "string"):
            breaches.append(f"a list of {key.get('attr.list')}")
        if key["attr.name"].lower() in ("labels", "label"):
            breaches.append(f"the key {key['attr.name']} is taken for a label")
    for node in document.nodes:
        if not re.fullmatch(r"(:[^\W\d][\w-]*)+", node["attributes"].get("labels", "")):
            breaches.append(f"node {node['attributes']['id']} has no label of Neo4j")
    for edge in document.edges:
        if not re.fullmatch(r"\w+", edge["attributes"].get("label", "")):
            breaches.append(f"edge {edge['attributes']['id']} has no type")
    return breaches


def yed(path):
    """GraphML as yEd shows it: graphics of its own, without which boxes lie on each other."""
    document = Document(path)
    breaches = shared(path, document)
    text = open(path, encoding="utf-8").read()
    for kind, element, count in (("nodegraphics", "y:ShapeNode", len(document.nodes)),
                                 ("edgegraphics", "y:PolyLineEdge", len(document.edges))):
        if f'yfiles.type="{kind}"' not in text:
            breaches.append(f"no key of {kind}")
        if text.count(f"<{element}>") != count:
            breaches.append(f"{text.count(f'<{element}>')} {element} for {count}")
    places = re.findall(r'<y:Geometry x="([^"]+)" y="([^"]+)"', text)
    if len(set(places)) != len(places):
        breaches.append("nodes on one spot")
    return breaches


def gephi_gexf(path):
    """GEXF as Gephi's importer takes it."""
    root = ElementTree.parse(path).getroot()
    breaches = []
    if root.get("version") != "1.3":
        breaches.append("not version 1.3")
    graph = root.find(f"{GEXF}graph")
    for attributes in graph.findall(f"{GEXF}attributes"):
        titles = [a.get("title").lower() for a in attributes]
        if len(titles) != len(set(titles)):
            breaches.append(f"two columns of one name: {sorted(titles)}")
        for attribute in attributes:
            if attribute.get("type") == "anyURI":
                breaches.append(f"Gephi drops the column {attribute.get('title')}")
    ids = [node.get("id") for node in graph.iter(f"{GEXF}node")]
    if len(ids) != len(set(ids)):
        breaches.append("a node id twice")
    for node in graph.iter(f"{GEXF}node"):
        if not node.get("label"):
            breaches.append(f"node {node.get('id')} is blank")
    for colour in graph.iter(f"{VIZ}color"):
        if colour.get("hex"):
            breaches.append("a colour in hexadecimal digits")
    lines = set()
    for edge in graph.iter(f"{GEXF}edge"):
        if float(edge.get("weight", "1")) <= 0:
            breaches.append(f"edge {edge.get('id')} has no weight")
        if not edge.get("kind"):
            breaches.append(f"edge {edge.get('id')} has no kind")
        if not {edge.get("source"), edge.get("target")} <= set(ids):
            breaches.append(f"edge {edge.get('id')} ends nowhere")
        predicate = [v.get("value") for v in edge.iter(f"{GEXF}attvalue") if v.get("for") == "predicate"]
        line = (edge.get("source"), edge.get("target"), *predicate)
        if line in lines:
            breaches.append(f"edge {edge.get('id')} is merged with another of its kind")
        lines.add(line)
    return breaches
