"""The graph that a file of RDF holds, made from the file and the style alone.

Neither Simpul nor a reader of graphs has a part in it: pyoxigraph reads the RDF, PyYAML the style.
"""

import collections
import re
import urllib.parse

import pyoxigraph
import yaml

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
CONCEPT = "http://www.w3.org/2004/02/skos/core#Concept"
SMP = "https://w3id.org/simpul/ns#"
# What names a thing, the best first.
NAMING = (RDFS_LABEL, "http://www.w3.org/2004/02/skos/core#prefLabel", "http://xmlns.com/foaf/0.1/name",
          "http://purl.org/dc/terms/title", "https://schema.org/name", "http://schema.org/name")
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
SCHEMA_LATITUDE = ("http://schema.org/latitude", "https://schema.org/latitude")
SCHEMA_LONGITUDE = ("http://schema.org/longitude", "https://schema.org/longitude")
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
        self.conflict = SMP + "Conflict"
        self.times, self.colours = {}, {}
        self.latitude, self.longitude = {GEO + "lat", *SCHEMA_LATITUDE}, {GEO + "long", *SCHEMA_LONGITUDE}
        self.stands_at, self.connections = set(), []
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
        self.colours = {iri(n): c["color"].lower() for n, c in look["classes"].items() if "color" in c}
        self.times = {iri(n): role for role, names in look.get("times", {}).items() for n in names}
        self.latitude, self.longitude, self.stands_at = (
            {iri(n) for n in look["map"][key]} for key in ("latitude", "longitude", "at"))
        self.connections = [(iri(c["from"]), iri(c["to"]) if "to" in c else None) for c in look["map"]["lines"]]
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
            status = {v.rsplit("#", 1)[-1] for v in values[SMP + "status"]}
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

    def groups(self, node):
        """The values of a node that are not empty, as a reader shows them, by predicate and language."""
        groups = collections.defaultdict(set)
        for predicate, language, value in self.values.get(node, ()):
            if value:
                groups[predicate, language and language.lower()].add(shown(value))
        return groups

    def lists(self, node):
        """The predicates and languages of which a node has several values, empty ones among them."""
        distinct = {(p, language and language.lower(), value) for p, language, value in self.values.get(node, ())}
        said = collections.Counter((predicate, language) for predicate, language, _ in distinct)
        return {column for column, count in said.items() if count > 1}

    def labels(self, node):
        """What the node may be called: its best names in English, else without language, else others."""
        ranked = collections.defaultdict(set)
        for predicate, language, value in self.values.get(node, ()):
            if predicate in NAMING and value:
                primary = language.split("-")[0].lower() if language else None
                ranks = {"en": 0, None: 1, "id": 2}
                ranked[NAMING.index(predicate), ranks.get(primary, 3)].add(cleaned(value))
        return ranked[min(ranked)] if ranked else {cleaned(local_name(node))}

    def own_positions(self):
        """Longitude and latitude of the nodes that tell them."""
        def degrees(node, predicates, limit):
            for _, _, value in sorted(v for v in self.values.get(node, ()) if v[0] in predicates):
                try:
                    if abs(float(value)) <= limit:
                        return float(value)
                except ValueError:
                    pass
            return None

        found = {n: (degrees(n, self.longitude, 180), degrees(n, self.latitude, 90)) for n in self.nodes}
        return {n: place for n, place in found.items() if None not in place}

    def positions(self):
        """The same, and of what stands at one of them, or at what does, and so on."""
        found = self.own_positions()
        front = sorted(found, key=str.encode)
        while front:
            nearer = []
            for node in front:
                for subject in sorted((s for s, p, o in self.edges if p in self.stands_at and o == node), key=str.encode):
                    if subject not in found:
                        found[subject] = found[node]
                        nearer.append(subject)
            front = nearer
        return found

    def lines(self, placed):
        """(start, predicate or thing, end) of every line of the map."""
        said = collections.Counter((s, p, o) for s, p, o in self.edges if p not in self.stands_at
                                   and s in placed and o in placed and placed[s] != placed[o])
        own = self.own_positions()

        def ordered(nodes):
            return sorted((n for n in nodes if n in placed), key=lambda n: (n not in own, n.encode()))

        for start, end in self.connections:
            for thing in self.nodes:
                first = ordered(s for s, p, o in self.edges if p == start and o == thing)
                second = ordered(o for s, p, o in self.edges if p == end and s == thing)
                drawn = set()
                for number, a in enumerate(first):
                    for b in second if end else first[number + 1:]:
                        # One line for each way: a city and its government stand at one place.
                        way = (placed[a], placed[b]) if end else frozenset((placed[a], placed[b]))
                        if placed[a] != placed[b] and way not in drawn:
                            drawn.add(way)
                            said[a, thing, b] += 1
        return said

    def claimed(self, predicate):
        """By statement: what the claims of it say under a predicate, such as their quotes."""
        parts = collections.defaultdict(dict)
        said = collections.defaultdict(set)
        for quad in self.quads:
            subject, p = name(quad.subject), quad.predicate.value
            if subject in self.claims:
                if p == predicate:
                    said[subject].add(cleaned(name(quad.object)))
                elif p in (RDF + "subject", RDF + "predicate", RDF + "object"):
                    parts[subject][p] = name(quad.object)
        found = collections.defaultdict(set)
        for claim, part in parts.items():
            subject, p, object = (part[RDF + end] for end in ("subject", "predicate", "object"))
            found[subject, p, object] |= said[claim]
            # Who is a sister city of whom is said from either side.
            if p in self.symmetric:
                found[object, p, subject] |= said[claim]
        return found

    def spans(self, node):
        """When a node holds, as pairs of days, None for an open end: by its intervals, else its
        validity, else from its first date on."""
        found = collections.defaultdict(set)
        for predicate, _, value in self.values.get(node, ()):
            if predicate in self.times and (span := span_of(value)):
                found[self.times[predicate]].add(span)
        if found["span"]:
            return found["span"]
        first = min((f for f, _ in found["from"]), default=None) or min((f for f, _ in found["at"]), default=None)
        last = max((u for _, u in found["until"]), default=None)
        return {(first, last)} if first or last else set()


def name(term):
    if isinstance(term, pyoxigraph.BlankNode):
        return "_:" + term.value
    return str(term) if isinstance(term, pyoxigraph.Triple) else term.value


def cleaned(text):
    """The text as XML can hold it."""
    return INVALID.sub("\ufffd", text)


def shown(value):
    """A value as viewers show it: concepts of the pack by the end of their IRIs."""
    text = cleaned(value)
    return text.rsplit("#", 1)[-1] if text.startswith(SMP) else text


def local_name(iri):
    """The end of an IRI as people read it."""
    end = iri.rstrip("#/:")
    part = re.split("[#/:]", end)[-1] if end else iri
    try:
        return urllib.parse.unquote_to_bytes(part).decode("utf-8")
    except UnicodeDecodeError:
        return part


def span_of(text):
    """The first and the last day of a year, month, day or interval, as texts; None for anything else."""
    if "/" in text:
        ends = [(None, None) if part in ("", "..") else days(part) for part in text.split("/")]
        if len(ends) != 2 or None in ends:
            return None
        span = (ends[0][0], ends[1][1])
        return None if span == (None, None) or None not in span and span[1] < span[0] else span
    return days(text)


def days(text):
    """The same of one date; years before the year 0 and beyond 9999 are not looked for here."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]*(?:[TZ+].*|-\d\d:\d\d)?", text, re.ASCII)
    if not match:
        return None
    year, month, day = match.groups()
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or day and not 1 <= int(day) <= lengths[int(month) - 1]:
        return None
    return f"{year}-{month}-{day or '01'}", f"{year}-{month}-{day or lengths[int(month) - 1]}"


def same(left, right):
    if left == right:
        return True
    try:
        return float(left) == float(right)
    except ValueError:
        return {left, right} in ({"1", "true"}, {"0", "false"})
