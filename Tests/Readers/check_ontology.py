#!/usr/bin/env python3
"""Checks the vocabulary of a domain pack, and on request an export against it.

    check_ontology.py ONTOLOGY [GRAPH.nq]

Needs rdflib, owlrl and PyYAML; pyshacl too where a graph is given. Exit status: 0 no fault,
1 faults (listed on standard output), 2 unusable arguments.
"""

import pathlib
import re
import sys

import owlrl
import yaml
from rdflib import BNode, Dataset, Graph, Literal, Namespace, RDF, RDFS, OWL, SKOS, URIRef
from rdflib.collection import Collection
from rdflib.util import guess_format

from colour import colour, contrast, least_distance

SMP = Namespace("https://w3id.org/simpul/ns#")
SH = Namespace("http://www.w3.org/ns/shacl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
OWLRL_ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
OWLRL_TEXT = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
PROBE = Namespace("https://example.org/probe/")

LITERAL_OBJECTS = {"date", "period", "literal"}
ENTITY_OBJECTS = {"entity", "concept"}
KINDS = {"describes", "asserts", "annotation"}
SHAPES = {"ellipse", "rectangle", "roundrectangle", "octagon", "diamond", "hexagon",
          "parallelogram", "triangle"}
SHOWS = {"edge", "attribute", "hidden"}
LINES = {"solid", "dashed", "dotted"}


def local(term):
    return str(term)[len(str(SMP)):] if str(term).startswith(str(SMP)) else str(term)


class Checker:
    """Collects faults as lines `file: what is wrong`."""

    def __init__(self, folder):
        self.folder = folder
        self.faults = []
        self.vocabulary = self.load_graph("simpul.ttl")
        self.shapes = self.load_graph("shapes.ttl")
        self.classes = self.load_yaml("classes.yaml", "classes", dict)
        self.predicates = self.load_yaml("predicates.yaml", "predicates", dict)
        self.types = self.load_yaml("agreement-types.yaml", "types", list)
        self.statuses = self.load_yaml("statuses.yaml", "statuses", list)
        self.style = self.load_yaml("style.yaml", None, dict)
        self.pack = self.load_yaml("pack.yaml", None, dict)

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def load_graph(self, name):
        graph = Graph(bind_namespaces="none")
        try:
            graph.parse(self.folder / name)
        except Exception as error:  # rdflib raises a different type for every syntax
            self.fault(name, f"cannot be read: {error}")
        return graph

    def load_yaml(self, name, key, kind):
        try:
            content = yaml.load((self.folder / name).read_text("utf-8"), Loader=UniqueKeys)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            self.fault(name, f"cannot be read: {error}")
            return kind()
        if key is not None:
            content = content.get(key) if isinstance(content, dict) else None
        if not isinstance(content, kind):
            self.fault(name, f"expected a {kind.__name__} under '{key}'")
            return kind()
        return content

    # The vocabulary

    def terms(self, kind):
        return {s for s in self.vocabulary.subjects(RDF.type, kind) if s.startswith(SMP)}

    def check_terms(self):
        graph = self.vocabulary
        if len(set(graph.subjects(RDF.type, OWL.Ontology))) != 1:
            self.fault("simpul.ttl", "expected one owl:Ontology")
        for ontology in graph.subjects(RDF.type, OWL.Ontology):
            if str(graph.value(ontology, OWL.versionInfo)) != str(self.pack.get("version")):
                self.fault("simpul.ttl", "owl:versionInfo differs from version in pack.yaml")
        used = {t for triple in graph for t in triple
                if isinstance(t, URIRef) and t.startswith(SMP) and t != URIRef(str(SMP))}
        for term in sorted(used):
            if (term, RDF.type, None) not in graph:
                self.fault("simpul.ttl", f"smp:{local(term)} is used and not declared")
            for predicate, name in ((RDFS.label, "rdfs:label"), (SKOS.definition, "skos:definition")):
                languages = [o.language for o in graph.objects(term, predicate)
                             if isinstance(o, Literal) and str(o).strip()]
                if sorted(languages, key=str) != ["en", "id"]:
                    self.fault("simpul.ttl", f"smp:{local(term)} needs one {name} in id and one in en")
        for predicate in (RDFS.domain, RDFS.range):
            for subject in graph.subjects(predicate, None):
                self.fault("simpul.ttl", f"{subject} states a domain or range; shapes.ttl does that")

    def check_declarations(self):
        """OWL 2 DL: what aligns is declared, and no IRI is both object and datatype property."""
        graph = self.vocabulary
        classes = set(graph.subjects(RDF.type, OWL.Class))
        kinds = [OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty]
        declared = {kind: set(graph.subjects(RDF.type, kind)) for kind in kinds}
        for i, kind in enumerate(kinds):
            for other in kinds[i + 1:]:
                for term in declared[kind] & declared[other]:
                    self.fault("simpul.ttl", f"{term} is {local(kind)} and {local(other)} at once")
        for subject, parent in graph.subject_objects(RDFS.subClassOf):
            if subject not in classes or parent not in classes:
                self.fault("simpul.ttl", f"{subject} subClassOf {parent}: one is no declared class")
        for relation in (RDFS.subPropertyOf, OWL.inverseOf):
            for subject, parent in graph.subject_objects(relation):
                if not any(subject in d and parent in d for d in declared.values()):
                    self.fault("simpul.ttl", f"{subject} and {parent} are not declared as one kind of property")
        builtin = tuple(str(n) for n in (RDF, RDFS, OWL))
        annotations = {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy}
        every = set().union(*declared.values()) | annotations
        for predicate in sorted(set(graph.predicates())):
            if predicate not in every and not str(predicate).startswith(builtin):
                self.fault("simpul.ttl", f"{predicate} is used and not declared")

    # The tables beside it

    def check_tables(self):
        graph = self.vocabulary
        self.same("classes.yaml", set(self.classes), {local(t) for t in self.terms(OWL.Class)})
        objects, data = self.terms(OWL.ObjectProperty), self.terms(OWL.DatatypeProperty)
        inverses = {s for s in objects if graph.value(s, OWL.inverseOf)}
        self.same("predicates.yaml", set(self.predicates), {local(t) for t in (objects | data) - inverses})
        folders = {}
        for name, entry in self.classes.items():
            where = f"classes.yaml: {name}"
            self.languages(where, "label", entry.get("label"), SMP[name])
            self.languages(where, "plural", entry.get("plural"))
            self.check_alignments(where, entry, SMP[name], RDFS.subClassOf)
            if not re.fullmatch(r"[a-z]+(-[a-z]+)*", str(entry.get("folder"))):
                self.fault(where, "folder must be lower-case words joined by '-'")
            other = folders.setdefault(entry.get("folder"), name)
            if {name, other} not in ({name}, {"Document", "Passage"}):
                self.fault(where, f"has the folder of {other}")
        for name, entry in self.predicates.items():
            self.check_predicate(name, entry, SMP[name] in data)
        for name, entries, scheme in (("agreement-types.yaml", self.types, SMP.AgreementTypeScheme),
                                      ("statuses.yaml", self.statuses, SMP.StatusScheme)):
            self.same(name, {e.get("id") for e in entries},
                      {local(s) for s in graph.subjects(SKOS.inScheme, scheme)})
            notations = [str(e.get("notation", e.get("id"))) for e in entries]
            if len(set(notations)) != len(notations):
                self.fault(name, "two entries have the same notation or id")
            for entry, notation in zip(entries, notations):
                self.languages(f"{name}: {entry.get('id')}", "label", entry.get("label"), SMP[str(entry.get("id"))])
                if [str(n) for n in graph.objects(SMP[str(entry.get("id"))], SKOS.notation)] != [notation]:
                    self.fault(name, f"notation of {entry.get('id')} differs from simpul.ttl")

    def check_alignments(self, where, entry, term, relation):
        """The table names exactly the terms of other vocabularies that simpul.ttl puts the term under."""
        parents = {str(p) for p in self.vocabulary.objects(term, relation)
                   if isinstance(p, URIRef) and not str(p).startswith(str(SMP))}
        self.same(f"{where}: alignments", set(entry.get("alignments") or []), parents)

    def check_predicate(self, name, entry, is_data):
        where, term = f"predicates.yaml: {name}", SMP[name]
        self.check_alignments(where, entry, term, RDFS.subPropertyOf)
        if entry.get("kind") not in KINDS:
            self.fault(where, f"kind must be one of {sorted(KINDS)}")
        if [str(k) for k in self.vocabulary.objects(term, SMP.kindOfPredicate)] != [entry.get("kind")]:
            self.fault(where, "kind differs from smp:kindOfPredicate in simpul.ttl")
        if entry.get("object") not in (LITERAL_OBJECTS if is_data else ENTITY_OBJECTS):
            self.fault(where, f"object '{entry.get('object')}' does not fit the kind of property in simpul.ttl")
        symmetric = (term, RDF.type, OWL.SymmetricProperty) in self.vocabulary
        if bool(entry.get("symmetric")) != symmetric:
            self.fault(where, "symmetric differs from simpul.ttl")
        self.languages(where, "label", entry.get("label"), term)
        if entry.get("object") == "entity" and not symmetric:
            self.languages(where, "inverseLabel", entry.get("inverseLabel"))
        for key in ("domain", "range"):
            for item in entry.get(key) or []:
                if item not in self.classes:
                    self.fault(where, f"{key} names {item}, which is no class")
            if len(set(entry.get(key) or [])) != len(entry.get(key) or []):
                self.fault(where, f"{key} names a class twice")
        if not entry.get("domain"):
            self.fault(where, "needs a domain")
        self.check_shape(where, term, entry)

    def check_shape(self, where, term, entry):
        """The shape of a property admits exactly the classes that the table names."""
        shapes = list(self.shapes.subjects(SH.targetSubjectsOf, term))
        if len(shapes) != 1:
            self.fault(where, f"expected one shape with sh:targetSubjectsOf, found {len(shapes)}")
            return
        values = [p for p in self.shapes.objects(shapes[0], SH.property)
                  if self.shapes.value(p, SH.path) == term]
        for key, nodes in (("domain", shapes), ("range", values)):
            wanted = set(entry.get(key) or [])
            found = {c for n in nodes for c in self.shape_classes(n) if c.startswith(SMP)}
            if wanted != {local(c) for c in found}:
                self.fault(where, f"{key} differs from shapes.ttl: {sorted(wanted ^ {local(c) for c in found})}")

    def shape_classes(self, node):
        yield from self.shapes.objects(node, SH["class"])
        for head in self.shapes.objects(node, SH["or"]):
            for member in Collection(self.shapes, head):
                yield from self.shapes.objects(member, SH["class"])

    def languages(self, where, key, value, term=None):
        if not isinstance(value, dict) or set(value) != {"id", "en"} \
                or not all(isinstance(v, str) and v.strip() for v in value.values()):
            self.fault(where, f"{key} needs text under id and en")
        elif term is not None:
            labels = {o.language: str(o) for o in self.vocabulary.objects(term, RDFS.label)}
            if labels != value:
                self.fault(where, f"{key} differs from rdfs:label in simpul.ttl")

    def same(self, where, found, wanted):
        for name in sorted(map(str, found - wanted)):
            self.fault(where, f"{name} is not in simpul.ttl")
        for name in sorted(map(str, wanted - found)):
            self.fault(where, f"{name} of simpul.ttl is missing")

    # The style

    def check_style(self):
        classes, predicates = self.style.get("classes") or {}, self.style.get("predicates") or {}
        self.same("style.yaml", set(classes), set(self.classes))
        own = {name for name in predicates if ":" not in name}
        self.same("style.yaml", own, set(self.predicates))
        self.check_borrowed({n: e for n, e in predicates.items() if n not in own})
        pages = {k: colour(v) for k, v in (self.style.get("background") or {}).items()}
        if set(pages) != {"light", "dark"} or None in pages.values():
            self.fault("style.yaml", "background needs the colours light and dark")
            return
        painted = [(n, e.get("color")) for n, e in classes.items()]
        painted += [(n, e.get("color")) for n, e in predicates.items() if e.get("show") == "edge"]
        for name, text in painted:
            rgb = colour(text)
            if rgb is None:
                self.fault(f"style.yaml: {name}", "color must be #rrggbb in quotes")
                continue
            for page, ground in pages.items():
                if contrast(rgb, ground) < 3:
                    self.fault(f"style.yaml: {name}", f"contrast {contrast(rgb, ground):.2f} on {page}, 3 is the least")
        for key in ("order", "icon"):
            values = [e.get(key) for e in classes.values()]
            if len(set(values)) != len(values) or None in values:
                self.fault("style.yaml", f"{key} must be given and unique")
        entries = list(classes.items())
        for name, entry in entries:
            if entry.get("shape") not in SHAPES:
                self.fault(f"style.yaml: {name}", f"shape must be one of {sorted(SHAPES)}")
        for i, (name, entry) in enumerate(entries):
            for other, second in entries[i + 1:]:
                a, b = colour(entry.get("color")), colour(second.get("color"))
                if entry.get("shape") == second.get("shape") and a and b and least_distance(a, b) < 20:
                    self.fault("style.yaml", f"{name} and {other} share a shape and look alike")
        for name, entry in predicates.items():
            kind = self.predicates.get(name, {}).get("object")
            if entry.get("show") not in SHOWS or entry.get("line", "solid") not in LINES:
                self.fault(f"style.yaml: {name}", "show or line has an unknown value")
            if entry.get("show") == "edge" and kind != "entity":
                self.fault(f"style.yaml: {name}", "only a predicate between entities can be an edge")
            if "label" in entry:
                self.languages(f"style.yaml: {name}", "label", entry["label"])

    def check_borrowed(self, predicates):
        """Predicates of other vocabularies are declared in simpul.ttl and named here."""
        kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        prefixes = {prefix: str(name) for prefix, name in self.vocabulary.namespaces()}
        for name, entry in predicates.items():
            prefix, term = name.split(":", 1)
            iri = URIRef(prefixes.get(prefix, "") + term)
            if prefix not in prefixes or not any((iri, RDF.type, kind) in self.vocabulary for kind in kinds):
                self.fault("style.yaml", f"{name} is not declared in simpul.ttl")
            if "label" not in entry:
                self.fault("style.yaml", f"{name} of another vocabulary needs a label")

    # Reasoning

    def check_reasoning(self):
        """Closes the vocabulary, with witnesses for all it admits, under OWL 2 RL."""
        for error in inconsistencies(self.vocabulary + self.witnesses() + neighbours()):
            self.fault("simpul.ttl", f"inconsistent under OWL 2 RL: {error}")
        broken = Graph()
        broken.add((PROBE.both, RDF.type, SMP.City))
        broken.add((PROBE.both, RDF.type, SMP.Government))
        if not inconsistencies(self.vocabulary + broken):
            self.fault("simpul.ttl", "a city that is also a government passes: the disjointness does not work")
        loop = Graph()
        loop.add((PROBE.loop, SMP.sisterCityOf, PROBE.loop))
        if not inconsistencies(self.vocabulary + loop):
            self.fault("simpul.ttl", "a city that is its own sister city passes")

    def witnesses(self):
        """One member of every class, and one statement for every pair of domain and range."""
        graph = Graph()
        for name in self.classes:
            graph.add((PROBE[name], RDF.type, SMP[name]))
            graph.add((PROBE[name + "-2"], RDF.type, SMP[name]))
        for name, entry in self.predicates.items():
            if entry.get("object") != "entity":
                continue
            for start in entry.get("domain") or []:
                for end in entry.get("range") or self.classes:
                    graph.add((PROBE[start], SMP[name], PROBE[end + "-2"]))
        return graph

    # An export

    def check_export(self, path):
        import pyshacl
        dataset = Dataset(default_union=True)
        try:
            dataset.parse(path, format=guess_format(str(path)) or "nquads")
        except Exception as error:  # rdflib raises a different type for every syntax
            self.fault(path.name, f"cannot be read: {error}")
            return
        data = Graph()
        for subject, predicate, value, _ in dataset.quads((None, None, None, None)):
            data.add((subject, predicate, value))
        if not len(data):
            self.fault(path.name, "holds no statement")
        blank = sum(isinstance(t, BNode) for triple in data for t in triple)
        if blank:
            self.fault(path.name, f"holds blank nodes ({blank} places)")
        known = {t for t in self.vocabulary.subjects(RDF.type, None) if t.startswith(SMP)}
        # The namespace itself is named by the description of the dataset.
        used = {t for triple in data for t in triple if isinstance(t, URIRef) and t.startswith(SMP) and t != URIRef(SMP)}
        for term in sorted(used - known):
            self.fault(path.name, f"smp:{local(term)} is not in the vocabulary")
        _, report, _ = pyshacl.validate(data, shacl_graph=self.shapes, ont_graph=self.vocabulary,
                                        inference="none", advanced=False)
        for result in report.subjects(RDF.type, SH.ValidationResult):
            message = next((str(m) for m in report.objects(result, SH.resultMessage)
                            if m.language == "en"), str(report.value(result, SH.resultMessage)))
            line = f"{report.value(result, SH.focusNode)}: {message} ({report.value(result, SH.value)})"
            if report.value(result, SH.resultSeverity) == SH.Violation:
                self.fault(path.name, line)
            else:
                print(f"warning: {path.name}: {line}")


class UniqueKeys(yaml.SafeLoader):
    """YAML in which a key that comes twice is an error, as in the YAML specification."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key) for key, _ in node.value]
        for key, (key_node, _) in zip(keys, node.value):
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"key {key} comes twice", key_node.start_mark)
        return super().construct_mapping(node, deep)


def inconsistencies(graph):
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    found = {str(t) for e in graph.subjects(RDF.type, OWLRL_ERROR) for t in graph.objects(e, OWLRL_TEXT)}
    found |= {f"{m} is a member of owl:Nothing" for m in graph.subjects(RDF.type, OWL.Nothing)}
    found |= {f"{c} can have no member" for c in graph.subjects(RDFS.subClassOf, OWL.Nothing) if c != OWL.Nothing}
    return sorted(found)


def neighbours():
    """Axioms of PROV-O and FOAF that an alignment could clash with; both are not imported."""
    graph = Graph()
    for a, b in ((PROV.Entity, PROV.Activity), (FOAF.Document, FOAF.Organization),
                 (FOAF.Document, FOAF.Project), (FOAF.Person, FOAF.Organization), (FOAF.Person, FOAF.Project)):
        graph.add((a, OWL.disjointWith, b))
    for term, domain, range_ in ((PROV.generated, PROV.Activity, PROV.Entity),
                                 (PROV.wasRevisionOf, PROV.Entity, PROV.Entity),
                                 (PROV.wasAttributedTo, PROV.Entity, PROV.Agent)):
        graph.add((term, RDFS.domain, domain))
        graph.add((term, RDFS.range, range_))
    return graph


def main(arguments):
    if not 1 <= len(arguments) <= 2 or not pathlib.Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    checker = Checker(pathlib.Path(arguments[0]))
    if not checker.faults:
        checker.check_terms()
        checker.check_declarations()
        checker.check_tables()
        checker.check_style()
        checker.check_reasoning()
    if not checker.faults and len(arguments) == 2:
        checker.check_export(pathlib.Path(arguments[1]))
    for fault in checker.faults:
        print(fault)
    print(f"{len(checker.faults)} faults; {len(checker.classes)} classes, {len(checker.predicates)} predicates, "
          f"{len(checker.vocabulary)} statements, {len(checker.shapes)} in the shapes")
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
