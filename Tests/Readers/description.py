"""Checks the description of the dataset at the head of every export against what they hold.

The figures are counted with rdflib over the files as they are, the description among them; see
docs/decisions/0003-dataset-description.md.
"""

import hashlib
import re
import xml.etree.ElementTree

import rdflib
from rdflib import DCTERMS, RDF, Namespace, URIRef

VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
SCHEMA = Namespace("https://schema.org/")
SMP = Namespace("https://w3id.org/simpul/ns#")
RDF_ROOT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"
# What only tells of statements is no entity.
NO_ENTITIES = {SMP.Claim, SMP.Passage, SMP.Conflict}


def root_of(graph):
    """The IRI of the dataset; None if not exactly one is described and is the whole."""
    roots = {s for s in graph.subjects(RDF.type, VOID.Dataset) if (s, RDF.type, DCAT.Dataset) in graph}
    return roots.pop() if len(roots) == 1 else None


def is_described(root, subject):
    """Whether a subject belongs to the description rather than to the data."""
    return subject == str(root) or subject.startswith(f"{root}/")


def members(triples, smp_class):
    return {s for s, p, o in triples if p == RDF.type and o == smp_class}


def figures(triples):
    """What VoID's statistics count, over a list of triples."""
    classes = [(s, o) for s, p, o in triples if p == RDF.type]
    return {
        VOID.triples: len(triples),
        VOID.distinctSubjects: len({s for s, _, _ in triples}),
        VOID.properties: len({p for _, p, _ in triples}),
        VOID.classes: len({o for _, o in classes}),
        VOID.entities: len({s for s, o in classes if str(o).startswith(str(SMP)) and o not in NO_ENTITIES}),
    }


def check(faults, folder, statements, turtle_statements, dataset, facts, pack):
    """Compares the description with the RDF files as read by rdflib, and with the other exports."""
    root = root_of(facts)
    if root is None:
        faults.add("graph.ttl", "describes not exactly one dataset")
        return None
    head = [t for t in facts if is_described(root, str(t[0]))]
    for read in (statements, turtle_statements):
        first = [str(q.subject.value) for q in read.quads[:len(head)]]
        if first[:1] != [str(root)] or not all(is_described(root, subject) for subject in first):
            faults.add(read.path.name, "does not begin with the description of the dataset")
    everything = [(s, p, o) for s, p, o, _ in dataset.quads((None, None, None, None))]
    check_figures(faults, facts, root, everything)
    check_origin(faults, facts, root, pack)
    check_svg(faults, folder / "graph.svg", head)
    check_report(faults, folder / "report.md", facts, root)
    faults.note(f"description: {len(head)} statements, {facts.value(root, VOID.triples)} in all")
    return root


def check_figures(faults, facts, root, everything):
    subset = facts.value(root, VOID.subset)
    for node, counted in ((root, figures(everything)), (subset, figures(list(facts)))):
        for name, number in counted.items():
            told = [str(o) for o in facts.objects(node, name)]
            if told != [str(number)]:
                faults.add("graph.nq", "a figure of the description is not what rdflib counts",
                           f"{node} void:{name[len(VOID):]}: {told}, counted {number}")
    for part in facts.objects(root, VOID.classPartition):
        number = len(members(everything, facts.value(part, VOID["class"])))
        if str(facts.value(part, VOID.entities)) != str(number):
            faults.add("graph.nq", "a class has another number of members than its partition tells", f"{part}: {number}")
    data = [t for t in everything if not is_described(root, str(t[0]))]
    used = {p for _, p, _ in data} | {o for _, p, o in data if p == RDF.type}
    wanted = {re.sub(r"[^#]*$" if "#" in term else r"[^/]*$", "", term) for term in map(str, used)}
    wanted -= {str(RDF), str(rdflib.RDFS)}
    told = {str(o) for o in facts.objects(root, VOID.vocabulary)}
    for name in sorted(wanted ^ told):
        faults.add("graph.nq", "void:vocabulary differs from the namespaces in use", name)
    space = str(facts.value(root, VOID.uriSpace))
    for subject, predicate, kind in data:
        if predicate == RDF.type and str(kind).startswith(str(SMP)) and not str(subject).startswith(space):
            faults.add("graph.nq", "an entity lies outside void:uriSpace", str(subject))


def check_origin(faults, facts, root, pack):
    titles = [t for t in facts.objects(root, DCTERMS.title)]
    if not titles or sorted(t.language or "" for t in titles) not in (["en", "id"], [""]):
        faults.add("graph.nq", "the dataset has no title in both languages or in none", str(titles))
    if (root, DCTERMS.creator, None) not in facts:
        faults.add("graph.nq", "the dataset has no creator")
    software = facts.value(root, PROV.wasAttributedTo)
    version = str(facts.value(software, SCHEMA.softwareVersion))
    if not re.fullmatch(r"\d+\.\d+\.\d+(-[\w.-]+)?", version):
        faults.add("graph.nq", "the dataset does not tell the program's version", version)
    digest = digest_of_pack(facts, root)
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        faults.add("graph.nq", "the dataset has no SHA-256 of its pack", digest)
    elif pack and digest != pack_digest(pack):
        faults.add("graph.nq", f"the dataset was made with another state of {pack}", digest)


def digest_of_pack(facts, root):
    checksum = facts.value(facts.value(root, PROV.wasDerivedFrom), SPDX.checksum)
    return str(facts.value(checksum, SPDX.checksumValue))


def pack_digest(folder):
    """SHA-256 over the lines of sha256sum for every file that is not hidden, in order of the paths."""
    paths = sorted((p.relative_to(folder).as_posix().encode(), p) for p in folder.rglob("*") if p.is_file())
    listing = b"".join(
        hashlib.sha256(path.read_bytes()).hexdigest().encode() + b"  " + name + b"\n"
        for name, path in paths if not any(part.startswith(b".") for part in name.split(b"/")))
    return hashlib.sha256(listing).hexdigest()


def check_svg(faults, path, head):
    """The picture's metadata are the description, statement by statement."""
    try:
        found = xml.etree.ElementTree.parse(path).find(f".//{RDF_ROOT}")
    except (OSError, xml.etree.ElementTree.ParseError) as error:
        faults.add(path.name, "its description cannot be read", str(error))
        return
    graph = rdflib.Graph()
    if found is not None:
        graph.parse(data=xml.etree.ElementTree.tostring(found, encoding="unicode"), format="xml")
    for triple in sorted(set(head) ^ set(graph)):
        faults.add(path.name, "its metadata differ from the description in graph.ttl", " ".join(triple))


def check_report(faults, path, facts, root):
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for wanted in (str(root), digest_of_pack(facts, root)):
        if wanted not in text:
            faults.add(path.name, "its head does not tell what graph.ttl tells", wanted)


def check_graphml(faults, by_networkx, by_igraph, facts, root):
    """Two readers find the description as the graph's own data, and no node of it."""
    titles = {str(t) for t in facts.objects(root, DCTERMS.title)}
    for name, data in (("networkx", by_networkx.graph), ("igraph", {a: by_igraph[a] for a in by_igraph.attributes()})):
        if data.get("dataset") != str(root) or data.get("title") not in titles:
            faults.add("graph.graphml", f"{name} does not find the description", str(data.get("dataset")))
        if data.get("pack_sha256") != digest_of_pack(facts, root):
            faults.add("graph.graphml", f"{name} finds another hash of the pack", str(data.get("pack_sha256")))
        licences = [str(o) for o in facts.objects(root, URIRef(str(DCTERMS) + "license"))] or [None]
        if data.get("license") not in licences:
            faults.add("graph.graphml", f"{name} finds another licence", str(data.get("license")))
    for _, attributes in by_networkx.nodes(data=True):
        if is_described(root, str(attributes.get("iri", ""))):
            faults.add("graph.graphml", "has a node for the description", str(attributes["iri"]))
